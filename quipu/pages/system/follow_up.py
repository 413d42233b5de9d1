"""Pure. For CAN and SIP: what is due, expiring and wanted, by area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from quipu.model import Area
from quipu.model.registers import CommissionFact, FunctionFact
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.library.assistance import open_requests
from quipu.pages.page import Page
from quipu.pages.system.answers import OLD, answer_view, matter_words, standing
from quipu.pages.system.commission import due_words
from quipu.pages.system.grids import link_to
from quipu.pages.system.guiding import FACT, MISSING, SESSION, guide_links
from quipu.pages.system.proofs import text_of
from quipu.registers.review import review_day
from quipu.registers.standing import Due, Known, Matter, due_state
from quipu.views import DueGroup, FollowUpPage, NewsRow

_STATES = (FunctionFact, CommissionFact)
_SOON = timedelta(days=90)
"""How far ahead documents that run out are told."""
_DOCUMENTS = (
    Matter.UNIT,
    Matter.HEAD,
    Matter.NORM,
    Matter.RULES,
    Matter.PLAN,
    Matter.CHAIR,
    Matter.SECRETARIAT,
)


def follow_up_paths(book: Book) -> Iterator[str]:
    """The file of the page."""
    if book.has_system:
        yield book.path("follow_up")


def follow_up_pages(book: Book) -> Iterator[Page]:
    """The page."""
    if book.has_system:
        path = book.path("follow_up")
        view = follow_up_page(book)
        yield Page(path=path, template="follow_up", language=book.language.code, view=view)


def follow_up_page(book: Book) -> FollowUpPage:
    """Make the page."""
    _ = book.language._
    page = book.path("follow_up")
    return FollowUpPage(
        frame=frame(
            book,
            page,
            title=_("Seguimiento para la CAN y la SIP"),
            description=_(
                "Pedidos abiertos, sesiones y acuerdos por vencer, documentos por confirmar y "
                "datos que se buscan, por región."
            ),
            section="system",
            alternates=counterparts(book, "follow_up"),
        ),
        intro=(
            _(
                "Es una lista de trabajo, no una evaluación: junta lo que vence y lo que nadie ha "
                "publicado, para que quien acompaña a las regiones sepa por dónde empezar."
            ),
        ),
        groups=(
            _requests(book, page),
            _sessions(book, page),
            _agreements(book, page),
            _documents(book, page),
            _wanted(book, page),
        ),
        send=guide_links(book, page, MISSING, SESSION, FACT),
    )


def _requests(book: Book, page: str) -> DueGroup:
    """Requests for assistance that nobody has closed, the longest open first."""
    _ = book.language._
    return DueGroup(
        anchor="pedidos",
        title=_("Pedidos de asistencia abiertos"),
        note=_("Los que nadie ha cerrado, del más antiguo al más reciente."),
        rows=tuple(
            NewsRow(
                area=row.area,
                text=row.topics,
                text_language="",
                when=row.opened,
                iso_date=row.iso_date,
                state="open",
                state_words=f"{row.state}. {row.answer}",
            )
            for row in open_requests(book, page)
        ),
        empty=_("No hay pedidos abiertos anotados. La página de asistencia dice cómo pedirla."),
    )


def _sessions(book: Book, page: str) -> DueGroup:
    """Commissions of which no session of the last twelve months is known."""
    _ = book.language._
    rows, others = [], []
    for area in alphabetical(book):
        told = standing(book, area)
        known = told.answers[Matter.SESSION].known
        if known is Known.UNKNOWN:
            others.append(link_to(book, area, page, "commission"))
        elif known is not Known.YES:
            view = answer_view(book, told, Matter.SESSION, page)
            rows.append(
                NewsRow(
                    area=link_to(book, area, page, "commission"),
                    text=view.text,
                    text_language=view.text_language,
                    when=view.when,
                    iso_date="",
                    state=view.state,
                    state_words=view.words,
                )
            )
    return DueGroup(
        anchor="sesiones",
        title=_("Comisiones sin sesión conocida en los últimos doce meses"),
        note=_(
            "Son al menos cuatro al año, según los documentos regionales que aplican el D.S. "
            "169-2021-PCM."
        ),
        rows=tuple(rows),
        empty=_("De todas consta una sesión en los últimos doce meses."),
        others_note=_("Sin ninguna sesión conocida:"),
        others=tuple(others),
    )


def _agreements(book: Book, page: str) -> DueGroup:
    _ = book.language._
    rows = []
    for area in alphabetical(book):
        for agreement in standing(book, area).agreements:
            state = due_state(agreement, book.edition.as_of)
            if state in (Due.OVERDUE, Due.SOON, Due.UNDATED):
                text, text_language = text_of(book, agreement.texts)
                rows.append(
                    NewsRow(
                        area=link_to(book, area, page, "commission"),
                        text=text,
                        text_language=text_language,
                        when=book.language.formats.day(agreement.due) if agreement.due else "",
                        iso_date=agreement.due.isoformat() if agreement.due else "",
                        state=state.value,
                        state_words=due_words(book, state),
                    )
                )
    return DueGroup(
        anchor="acuerdos",
        title=_("Acuerdos vencidos o por vencer"),
        note=_("Los que vencieron, los que vencen en treinta días y los que no tienen plazo."),
        rows=tuple(rows),
        empty=_("No hay acuerdos vencidos ni por vencer entre los anotados.")
        if book.catalog.registers.agreements
        else _(
            "No hay acuerdos anotados: ninguna comisión los ha publicado con responsable y plazo "
            "en lo que se leyó."
        ),
    )


def _documents(book: Book, page: str) -> DueGroup:
    """What has passed its term, or will within ninety days."""
    _ = book.language._
    rows = [row for area in alphabetical(book) for row in _of_area(book, area, page)]
    return DueGroup(
        anchor="documentos",
        title=_("Documentos y cargos por confirmar"),
        note=_("Su plazo pasó o pasa en los próximos noventa días."),
        rows=tuple(rows),
        empty=_("Ningún hecho anotado ha pasado su plazo."),
    )


def _of_area(book: Book, area: Area, page: str) -> Iterator[NewsRow]:
    told, as_of = standing(book, area), book.edition.as_of
    _, day_words = book.language._, book.language.formats.day
    for matter in _DOCUMENTS:
        answer = told.answers[matter]
        fact = answer.fact
        if answer.known is Known.UNKNOWN or not isinstance(fact, _STATES):
            continue
        day = review_day(fact)
        is_old = answer.known in OLD
        if not is_old and (day is None or day > as_of + _SOON):
            continue
        when = _("sin plazo: dato no seguro") if day in (None, date.min) else ""
        if day is not None and day != date.min:
            words = _("desde el {day}") if day < as_of else _("el {day}")
            when = words.format(day=day_words(day))
        yield NewsRow(
            area=link_to(book, area, page, "areas"),
            text=matter_words(book.language, matter),
            text_language="",
            when=when,
            iso_date="",
            state=answer.known.value,
            state_words=_("por confirmar") if is_old else _("conviene confirmar pronto"),
        )


def _wanted(book: Book, page: str) -> DueGroup:
    """What nobody has published of each area."""
    _, named = book.language._, book.language.formats.listed
    rows = []
    for area in alphabetical(book):
        answers = standing(book, area).answers
        lacking = [m for m in Matter if answers[m].known is Known.UNKNOWN]
        if lacking:
            rows.append(
                NewsRow(
                    area=link_to(book, area, page, "areas"),
                    text=named([matter_words(book.language, m) for m in lacking]),
                    text_language="",
                    when="",
                    iso_date="",
                    state="wanted",
                    state_words=_("{n} de {total}", n=len(lacking), total=len(Matter)),
                )
            )
    return DueGroup(
        anchor="buscado",
        title=_("Datos que se buscan, por región"),
        note=_("Lo que nadie ha publicado en lo que se leyó. Las guías dicen cómo enviarlo."),
        rows=tuple(rows),
        empty=_("De todas las áreas hay algo publicado en todos los asuntos."),
    )
