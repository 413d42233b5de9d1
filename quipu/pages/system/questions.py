"""Pure. What the registers answer to the questions that citizens ask of their region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quipu.model.register_codes import FactStatus, FunctionEvent
from quipu.model.registers import Agreement, Session
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.answers import answer_view, known_words, matter_words
from quipu.pages.system.commission import due_words
from quipu.pages.system.guiding import FACT, MISSING, SESSION, guide_links
from quipu.pages.system.proofs import when_words
from quipu.pages.system.timeline import fact_view
from quipu.periods import UNDATED
from quipu.registers.standing import Due, Known, Matter, Standing, due_state, when_of
from quipu.views import AnswerView, FactView, Link, QuestionView

_MEETS = (Matter.SESSION, Matter.CHAIR, Matter.SECRETARIAT)
TASKS = (Matter.TASK_RISKS, Matter.TASK_POLICIES, Matter.TASK_MONITORING)
_NEAR = (
    FunctionEvent.COMPLAINTS_CHANNEL,
    FunctionEvent.OTHER,
    FunctionEvent.PLAN,
    FunctionEvent.PROGRAMME,
    FunctionEvent.RISK_MAP,
)
"""What tells something of who looks after integrity where no unit is known."""
_MOST_NEAR = 2


def _views(
    book: Book, told: Standing, matters: Sequence[Matter], page: str
) -> tuple[AnswerView, ...]:
    return tuple(answer_view(book, told, matter, page) for matter in matters)


def _send(book: Book, page: str) -> tuple[Link, ...]:
    """How to send what is missing, and where it says what else is wanted."""
    href = relative(page, f"{book.path('follow_up')}#buscado")
    wanted = Link(href=href, text=book.language._("Qué más se busca"))
    return (*guide_links(book, page, MISSING, FACT), wanted)


def in_charge(book: Book, told: Standing, page: str) -> QuestionView:
    """Who is in charge of integrity."""
    _ = book.language._
    unit, head = told.answers[Matter.UNIT].known, told.answers[Matter.HEAD].known
    answer = {
        Known.YES: _("Hay una unidad u oficina de integridad."),
        Known.STALE: _("Hubo una unidad u oficina de integridad; falta confirmar que sigue."),
        Known.PLANNED: _("Se anunció una unidad u oficina de integridad."),
        Known.STALE_PLANNED: _("Se anunció una unidad u oficina de integridad y no se sabe más."),
        Known.NO: _("Se informó que no había una unidad de integridad propia."),
        Known.STALE_NO: _(
            "Se informó que no había una unidad de integridad propia; falta confirmar."
        ),
        Known.UNKNOWN: _("Nadie ha publicado si hay una unidad u oficina de integridad."),
    }[unit]
    near: tuple[FactView, ...] = ()
    if unit is Known.UNKNOWN:
        near = _near(book, told, page)
    is_open = unit is Known.UNKNOWN and head is Known.UNKNOWN
    return QuestionView(
        anchor="a-cargo",
        label=_("A cargo"),
        question=_("¿Quién está a cargo de la integridad aquí?"),
        answer=answer,
        more=_("No quiere decir que no exista: si usted tiene un documento público, envíelo.")
        if is_open
        else "",
        answers=_views(book, told, (Matter.UNIT, Matter.HEAD), page),
        near=near,
        links=_send(book, page) if unit is Known.UNKNOWN else (),
    )


def _near(book: Book, told: Standing, page: str) -> tuple[FactView, ...]:
    """The newest facts that come closest to an answer."""
    found = [
        fact
        for fact in told.functions
        if fact.event in _NEAR
        and fact.status in (FactStatus.DONE, FactStatus.EXISTS)
        and fact.level.is_headquarters
    ]
    return tuple(fact_view(book, fact, page, is_state=False) for fact in found[:_MOST_NEAR])


def tasks(book: Book, told: Standing, page: str) -> QuestionView:
    """Which of the minimum tasks there is evidence of."""
    _ = book.language._
    done = sum(told.answers[m].known in (Known.YES, Known.STALE) for m in TASKS)
    return QuestionView(
        anchor="tareas",
        label=_("Tareas mínimas"),
        question=_("¿Cumple las tres tareas mínimas?"),
        answer=_("Hay evidencia publicada de {done} de las tres.", done=done)
        if done
        else _("De ninguna de las tres hay evidencia publicada."),
        shows_all=True,
        answers=_views(book, told, TASKS, page),
    )


def meets(book: Book, told: Standing, page: str, commission: str) -> QuestionView:
    """Whether the commission meets."""
    _ = book.language._
    return QuestionView(
        anchor="se-reune",
        label=_("Comisión"),
        question=_("¿Se reúne la comisión?"),
        answer=_meeting_words(book, told),
        answers=_views(book, told, _MEETS, page),
        links=(
            Link(href=commission, text=_("La comisión, hecho por hecho")),
            *guide_links(book, page, SESSION),
        ),
    )


def _meeting_words(book: Book, told: Standing) -> str:
    _, answer = book.language._, told.answers[Matter.SESSION]
    if answer.fact is None:
        return _("Nadie ha publicado una sesión en lo que se leyó.")
    failed = isinstance(answer.fact, Session)
    assert not isinstance(answer.fact, Agreement)  # no agreement tells whether anybody met
    when = when_words(book, when_of(answer.fact))
    return {
        Known.YES: _("Sí: hubo una sesión en los últimos doce meses."),
        Known.STALE: _("Se reunió: la última sesión publicada es de {when}.", when=when)
        if when_of(answer.fact) is not UNDATED
        else _("Se reunió alguna vez: la sesión publicada no muestra fecha."),
        Known.PLANNED: _("Se convocó una sesión; no se sabe si se realizó."),
        Known.STALE_PLANNED: _("Se convocó una sesión hace tiempo; no se sabe si se realizó."),
        Known.NO: _("La última convocatoria publicada no tuvo quórum.")
        if failed
        else _("Lo último publicado, de {when}, es que no se reunía.", when=when),
        Known.STALE_NO: _("La última convocatoria publicada, de {when}, no tuvo quórum.", when=when)
        if failed
        else _("En {when} no se reunía; desde entonces nadie ha publicado una sesión.", when=when),
        Known.UNKNOWN: _("No se ha publicado ninguna sesión con fecha."),
    }[answer.known]


def agreed(book: Book, told: Standing, page: str, commission: str) -> QuestionView:
    """What the commission has agreed."""
    _ = book.language._
    states = Counter(due_state(a, book.edition.as_of) for a in told.agreements)
    if told.agreements:
        parts = [f"{due_words(book, state)}: {states[state]}" for state in Due if states[state]]
        answer = _("Acuerdos y compromisos publicados: {list}.", list="; ".join(parts))
    else:
        answer = _("Nadie ha publicado un acuerdo con responsable y plazo.")
    return QuestionView(
        anchor="acordado",
        label=_("Acuerdos"),
        question=_("¿Qué ha acordado?"),
        answer=answer,
        answers=_views(book, told, (Matter.AGREEMENTS, Matter.PLAN), page),
        links=(Link(href=f"{commission}#acuerdos", text=_("Acuerdos de la comisión")),),
    )


def missing(book: Book, told: Standing, page: str) -> QuestionView:
    """What nothing current is known of, by what is known of it."""
    language = book.language
    _, named = language._, language.formats.listed
    by_state: dict[Known, list[str]] = {}
    for matter in told.missing():
        known = told.answers[matter].known
        by_state.setdefault(known, []).append(matter_words(language, matter))
    count = len(told.missing())
    return QuestionView(
        anchor="falta",
        label=_("Falta"),
        question=_("¿Qué falta?"),
        answer=_(
            "De {count} de {total} asuntos no hay un dato vigente.", count=count, total=len(Matter)
        ),
        groups=tuple(
            (known_words(language, known), named(by_state[known]))
            for known in Known
            if known in by_state
        ),
        links=_send(book, page) if count else (),
    )
