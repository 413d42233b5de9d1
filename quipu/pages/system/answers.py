"""Pure. What is known of each matter in an area, in words and signs."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.i18n.language import Language
from quipu.model import Area
from quipu.model.registers import Agreement
from quipu.pages.book import Book
from quipu.pages.system.proofs import proof_view, text_of, when_words
from quipu.registers.standing import Answer, Known, Matter, Standing, standing_of, when_of
from quipu.views import AnswerView, CoverageCell

SIGNS: Mapping[Known, tuple[str, str]] = {
    Known.YES: ("reported", "●"),
    Known.STALE: ("historic", "○"),
    Known.PLANNED: ("partial", "◐"),
    Known.STALE_PLANNED: ("historic", "◌"),
    Known.NO: ("missing", "×"),
    Known.STALE_NO: ("historic", "⊗"),
    Known.UNKNOWN: ("wanted", "·"),
}
"""State for CSS and sign; the state's names are those of the coverage page."""
OLD = (Known.STALE, Known.STALE_PLANNED, Known.STALE_NO)
"""The states whose fact is to be confirmed."""


def standing(book: Book, area: Area) -> Standing:
    """How an area stands on the day of the edition."""
    day = book.edition.as_of
    key = f"standing {area.code}"
    return book.easel.once(key, lambda: standing_of(book.catalog.registers, area.code, day))


def known_words(language: Language, known: Known) -> str:
    """A state in words."""
    _ = language._
    return {
        Known.YES: _("sí"),
        Known.STALE: _("lo hubo; falta confirmar"),
        Known.PLANNED: _("anunciado"),
        Known.STALE_PLANNED: _("se anunció hace tiempo; no se sabe más"),
        Known.NO: _("se informó que no"),
        Known.STALE_NO: _("se informó que no; falta confirmar"),
        Known.UNKNOWN: _("nadie lo ha publicado"),
    }[known]


def matter_words(language: Language, matter: Matter) -> str:
    """A matter, as the head of a column or a line."""
    _ = language._
    return {
        Matter.UNIT: _("Unidad u oficina de integridad"),
        Matter.HEAD: _("Responsable designado"),
        Matter.TASK_RISKS: _("Tarea 1: riesgos identificados"),
        Matter.TASK_POLICIES: _("Tarea 2: políticas propuestas"),
        Matter.TASK_MONITORING: _("Tarea 3: seguimiento del modelo"),
        Matter.NORM: _("Norma que crea la comisión"),
        Matter.RULES: _("Reglamento interno"),
        Matter.PLAN: _("Plan"),
        Matter.CHAIR: _("Presidencia"),
        Matter.SECRETARIAT: _("Secretaría técnica"),
        Matter.SESSION: _("Última sesión"),
        Matter.AGREEMENTS: _("Acuerdos publicados"),
    }[matter]


def answer_view(book: Book, told: Standing, matter: Matter, page: str) -> AnswerView:
    """What is known of a matter, with the fact that decides it."""
    answer, language = told.answers[matter], book.language
    state, sign = SIGNS[answer.known]
    text = text_language = when = ""
    proof = None
    if (fact := answer.fact) is not None:
        texts = fact.texts if isinstance(fact, Agreement) else fact.statements
        text, text_language = text_of(book, texts)
        period = fact.agreed_on if isinstance(fact, Agreement) else when_of(fact)
        when = when_words(book, period)
        proof = proof_view(book, fact.proof, page, is_stale=answer.known in OLD)
    return AnswerView(
        matter=matter.value,
        label=matter_words(language, matter),
        state=state,
        sign=sign,
        words=known_words(language, answer.known),
        text=text,
        text_language=text_language,
        when=when,
        proof=proof,
    )


def cell(book: Book, area: Area, matter: Matter, answer: Answer) -> CoverageCell:
    """A matter in an area, as a cell of a grid."""
    language = book.language
    state, sign = SIGNS[answer.known]
    words = known_words(language, answer.known)
    date = _year(language, answer)
    title = [language.text(area.names), matter_words(language, matter), words]
    if date:
        title.append(date)
    return CoverageCell(state=state, sign=sign, words=words, date=date, title=" · ".join(title))


def _year(language: Language, answer: Answer) -> str:
    fact = answer.fact
    if fact is None:
        return ""
    period = fact.agreed_on if isinstance(fact, Agreement) else when_of(fact)
    return str(period.end.year) if period.code else language._("s. f.")


def legend(language: Language) -> tuple[CoverageCell, ...]:
    """A cell a state; its title says what the state means."""
    _ = language._
    meanings = {
        Known.YES: _("hay un dato vigente; una sesión, si es de los últimos doce meses"),
        Known.STALE: _("el dato pasó su plazo o no es seguro"),
        Known.PLANNED: _("está previsto o en proyecto"),
        Known.STALE_PLANNED: _("estaba previsto hace más de un año"),
        Known.NO: _("alguien publicó que no lo había"),
        Known.STALE_NO: _("alguien lo publicó hace tiempo, o no es seguro"),
        Known.UNKNOWN: _("no está en lo que se leyó; no quiere decir que no exista"),
    }
    return tuple(
        CoverageCell(
            state=SIGNS[known][0],
            sign=SIGNS[known][1],
            words=known_words(language, known),
            date="",
            title=meaning,
        )
        for known, meaning in meanings.items()
    )


def review_note(language: Language) -> str:
    """By which rule a fact is to be confirmed."""
    return language._(
        "Un hecho se muestra «por confirmar» cuando pasó el día que dice su fila o, si no dice "
        "ninguno, a los 24 meses; la presidencia y lo anunciado, al año, y un plan, cuando "
        "termina. Una norma no vence. Lo que se apoya en una opinión o en una fecha inferida "
        "está siempre por confirmar. Los plazos son propuesta de este sitio."
    )
