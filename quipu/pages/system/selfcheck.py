"""Pure. The self-check: every question of every card on paper, and how to count the answers."""

from __future__ import annotations

from quipu.model.agencies import YesMeans
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.system.advice import (
    agencies_link,
    card_link,
    cards,
    language_of,
    question_views,
)
from quipu.prose.working import BOX
from quipu.views import CheckSection, Link, SelfCheckPage

FILE = "datos/autoevaluacion-de-agencias.{language}.docx"
"""Where the file for a word processor stands, in each language."""


def selfcheck_page(book: Book) -> SelfCheckPage:
    """Make the page."""
    _ = book.language._
    page = book.path("selfcheck")
    title = _("Autoevaluación de una agencia")
    file = relative(page, FILE.format(language=book.language.code))
    return SelfCheckPage(
        frame=frame(
            book,
            page,
            title=title,
            description=_(
                "Preguntas de sí o no para imprimir, llenar en equipo y contar a mano. Nadie las "
                "recoge: sus respuestas se quedan con ustedes."
            ),
            section="system",
            alternates=counterparts(book, "selfcheck"),
        ),
        title=title,
        file=Link(href=file, text=_("Para procesador de textos (DOCX)")),
        agencies=agencies_link(book, page),
        about=(_("Agencia o entidad"), _("Fecha"), _("Quiénes responden (cargos, no nombres)")),
        answers=tuple(BOX + word.replace(" ", "\u00a0") for word in (_("sí"), _("no"), _("no sé"))),
        results=(
            _("A: preguntas de riesgo contestadas"),
            _("B: de ellas, con «sí»"),
            _("Exposición: B ÷ A × 100"),
            _("Controles que faltan (preguntas de control con «no»)"),
            _("Qué haremos primero, a cargo de qué oficina y hasta cuándo"),
        ),
        counts=_counts(book),
        steps=_steps(book),
        sections=tuple(
            CheckSection(
                anchor=f"t-{card.name}",
                title=card.meta["title"],
                language=language_of(book, card),
                link=card_link(book, card, page),
                questions=question_views(book, card.name),
            )
            for card in cards(book)
        ),
    )


def _counts(book: Book) -> str:
    language, questions = book.language, book.catalog.advice.questions
    risks = sum(question.yes_means is YesMeans.RISK for question in questions)
    number = language.formats.number
    return language._(
        "Son {all} preguntas: {risks} de riesgo («sí» señala un riesgo) y {controls} de control "
        "(«sí» señala que hay un control).",
        all=number(len(questions), 0),
        risks=number(risks, 0),
        controls=number(len(questions) - risks, 0),
    )


def _steps(book: Book) -> tuple[str, ...]:
    _ = book.language._
    return (
        _(
            "Cuente las preguntas de riesgo que contestó con «sí» o con «no». Las de «no sé» y las "
            "vacías no entran. Anote el número como A."
        ),
        _("De esas, cuente las que contestó con «sí». Anote el número como B."),
        _(
            "Divida B entre A y multiplique por 100: esa es su exposición. Por ejemplo, 5 de 20 "
            "son 5 ÷ 20 × 100 = 25 %. Si A es cero, no hay exposición que calcular."
        ),
        _(
            "Haga la lista de las preguntas de control que contestó con «no»: son los controles "
            "que faltan. Empiece por los de las fichas donde también marcó un riesgo."
        ),
        _(
            "Las respuestas «no sé» no bajan la exposición: dicen qué averiguar. Si son más de un "
            "tercio, averigüe primero y cuente después."
        ),
        _(
            "No hay un límite oficial que diga cuánta exposición es mucha. Compárese con ustedes "
            "mismos dentro de unos meses, no con otra agencia."
        ),
    )
