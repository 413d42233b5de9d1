"""Pure. The integrity system of an area, as five questions that citizens ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import first_kind
from quipu.pages.library.help import help_for
from quipu.pages.system.answers import answer_view, known_words, matter_words, review_note, standing
from quipu.pages.system.commission import due_words
from quipu.pages.system.guiding import FACT, SESSION, guide_links
from quipu.pages.system.timeline import timeline_of
from quipu.registers.gaps import gap_topics
from quipu.registers.standing import Due, Known, Matter, Standing, due_state
from quipu.views import AnswerView, Link, QuestionView, SystemBlock

_IN_CHARGE = (Matter.UNIT, Matter.HEAD)
_MEETS = (Matter.SESSION, Matter.CHAIR, Matter.SECRETARIAT)
_AGREED = (Matter.AGREEMENTS, Matter.PLAN)


def system_block(book: Book, area: Area, page: str) -> SystemBlock | None:
    """The integrity system of an area; None where the root keeps no registers of it."""
    if not book.has_system or area.kind is not first_kind(book):
        return None
    told, _ = standing(book, area), book.language._
    commission = relative(page, book.path("commission", area.slug))
    return SystemBlock(
        questions=(
            _in_charge(book, told, page),
            _meets(book, told, page, commission),
            _agreed(book, told, page, commission),
            _missing(book, told, page),
        ),
        help=help_for(book, area, gap_topics(told, book.catalog.registers.topics), page),
        help_question=_("¿Quién puede ayudar?"),
        timeline=timeline_of(book, told.functions, page, told),
        timeline_title=book.language.plural(
            "{n} hecho anotado sobre la función de integridad",
            "{n} hechos anotados sobre la función de integridad",
            len(told.functions),
        ),
        commission=Link(
            href=commission,
            text=_("Comisión Regional Anticorrupción {of}", of=book.language.of(area)),
        ),
        note=review_note(book.language),
    )


def _views(
    book: Book, told: Standing, matters: Sequence[Matter], page: str
) -> tuple[AnswerView, ...]:
    return tuple(answer_view(book, told, matter, page) for matter in matters)


def _nobody(book: Book) -> str:
    return book.language._(
        "Nadie lo ha publicado en lo que se leyó. No quiere decir que no exista: si usted tiene "
        "un documento público, envíelo."
    )


def _send(book: Book, page: str) -> tuple[Link, ...]:
    """Where it says what is wanted, and how to send it."""
    href = relative(page, f"{book.path('follow_up')}#buscado")
    wanted = Link(href=href, text=book.language._("Qué más se busca"))
    return (*guide_links(book, page, FACT, SESSION), wanted)


def _in_charge(book: Book, told: Standing, page: str) -> QuestionView:
    _ = book.language._
    known = told.answers[Matter.UNIT].known
    answer = {
        Known.YES: _("Consta una unidad u oficina de integridad."),
        Known.STALE: _("Constó una unidad u oficina de integridad; falta confirmar que sigue."),
        Known.PLANNED: _("Está prevista una unidad u oficina de integridad."),
        Known.NO: _("Consta que no había una unidad de integridad propia."),
        Known.UNKNOWN: _nobody(book),
    }[known]
    head = told.answers[Matter.HEAD].known
    if known is Known.UNKNOWN and head is not Known.UNKNOWN:
        answer = _("No consta una unidad u oficina propia; sí, quién ejerce la función.")
    return QuestionView(
        anchor="a-cargo",
        question=_("¿Quién está a cargo de la integridad aquí?"),
        answer=answer,
        answers=_views(book, told, _IN_CHARGE, page),
        links=_send(book, page) if known is Known.UNKNOWN else (),
    )


def _meets(book: Book, told: Standing, page: str, commission: str) -> QuestionView:
    _ = book.language._
    answer = told.answers[Matter.SESSION]
    text = {
        Known.YES: _("Sí: consta una sesión en los últimos doce meses."),
        Known.STALE: _(
            "Se reunió; la última sesión que consta tiene más de doce meses o no tiene fecha."
        ),
        Known.PLANNED: _("Se anunció una sesión; no consta que se haya realizado."),
        Known.NO: _("Lo último que consta es que no se reunió."),
        Known.UNKNOWN: _("No consta ninguna sesión en lo que se leyó."),
    }[answer.known]
    return QuestionView(
        anchor="se-reune",
        question=_("¿Se reúne la comisión?"),
        answer=text,
        answers=_views(book, told, _MEETS, page),
        links=(Link(href=commission, text=_("La comisión, hecho por hecho")),),
    )


def _agreed(book: Book, told: Standing, page: str, commission: str) -> QuestionView:
    _ = book.language._
    states = Counter(due_state(a, book.edition.as_of) for a in told.agreements)
    if told.agreements:
        parts = [f"{due_words(book, state)}: {states[state]}" for state in Due if states[state]]
        answer = _("Acuerdos y compromisos publicados: {list}.", list="; ".join(parts))
    else:
        answer = _("No se ha publicado ningún acuerdo con responsable y plazo en lo que se leyó.")
    return QuestionView(
        anchor="acordado",
        question=_("¿Qué ha acordado?"),
        answer=answer,
        answers=_views(book, told, _AGREED, page),
        links=(Link(href=f"{commission}#acuerdos", text=_("Acuerdos de la comisión")),),
    )


def _missing(book: Book, told: Standing, page: str) -> QuestionView:
    """What nothing current is known of: by what is known of it."""
    language = book.language
    _, named = language._, language.formats.listed
    by_state: dict[Known, list[str]] = {}
    for matter in told.missing():
        known = told.answers[matter].known
        by_state.setdefault(known, []).append(matter_words(language, matter))
    if not by_state:
        answer = _("De los doce asuntos que se miran, consta algo vigente en todos.")
    else:
        answer = " ".join(
            f"{known_words(language, known).capitalize()}: {named(by_state[known])}."
            for known in Known
            if known in by_state
        )
    return QuestionView(
        anchor="falta",
        question=_("¿Qué falta?"),
        answer=answer,
        answers=(),
        links=_send(book, page),
    )
