"""Pure. The parts of the integrity system that a site has pages of, and what each holds."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.agencies import has_agencies
from quipu.pages.system.tasks import has_tasks
from quipu.pages.system.working import texts_of
from quipu.views import Link


def doors(book: Book, page: str) -> tuple[tuple[Link, str], ...]:
    """The parts that the site has pages of, each with a sentence on what it holds."""
    return tuple(
        (Link(href=relative(page, book.path(kind)), text=title), text)
        for kind, title, text in (*_records(book), *_helps(book))
    )


def _records(book: Book) -> Iterator[tuple[str, str, str]]:
    """What is on record of each area."""
    _ = book.language._
    yield (
        "functions",
        _("Funciones de integridad"),
        _("Quién está a cargo, con qué norma y desde cuándo."),
    )
    if has_tasks(book):
        yield (
            "tasks",
            _("Las tres tareas mínimas"),
            _("Cuáles constan como hechas, y una lista para imprimir."),
        )
    yield (
        "commissions",
        _("Comisiones regionales anticorrupción"),
        _("Norma, presidencia, sesiones, acuerdos e integrantes."),
    )
    yield (
        "commitments",
        _("Compromisos"),
        _("Lo que se acordó: quién responde, hasta cuándo y cómo va."),
    )
    yield (
        "priorities",
        _("Prioridades de las regiones"),
        _("En qué quiere avanzar cada región, con sus metas y acciones."),
    )
    if has_agencies(book):
        yield (
            "agencies",
            _("Agencias Regionales de Desarrollo"),
            _("Qué regiones tienen una, y diez fichas para cuidar sus decisiones."),
        )
    yield (
        "follow_up",
        _("Seguimiento para la CAN y la SIP"),
        _("Pedidos abiertos, sesiones y documentos por vencer, datos que se buscan."),
    )


def _helps(book: Book) -> Iterator[tuple[str, str, str]]:
    """What helps to fill what is missing."""
    _ = book.language._
    yield (
        "practices",
        _("Buenas prácticas"),
        _("Lo que hicieron otras regiones, con su fuente y sus límites."),
    )
    yield (
        "courses",
        _("Cursos y materiales"),
        _("Qué está abierto, qué falta comprobar y qué ya pasó."),
    )
    yield (
        "assistance",
        _("Asistencia y cómo pedirla"),
        _("Quién ayudó a quién, qué se pide y cómo pedirlo."),
    )
    if texts_of(book, "guides"):
        yield ("guides", _("Guías"), _("Informar una sesión, corregir un hecho, responder."))
    if texts_of(book, "templates"):
        yield (
            "templates",
            _("Plantillas"),
            _("Reglamento, acta y lista de tareas, para imprimir o completar."),
        )
    if book.catalog.concepts:
        yield (
            "concepts",
            _("Conceptos y marco legal"),
            _("Qué quiere decir cada palabra, y qué normas rigen hoy."),
        )
