"""Pure. The cards of advice: among each other, and each on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quipu.model import Document
from quipu.model.agencies import AdviceFamily, Mitigation, Question
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.system.agency_words import (
    effort_words,
    family_words,
    means_words,
    point_words,
)
from quipu.pages.system.proofs import text_of
from quipu.prose.markdown import to_html
from quipu.views import (
    AdvicePage,
    AdviceQuestion,
    CardGroup,
    CardLink,
    Fact,
    Link,
    MitigationView,
)

_KIND = "advice"


def cards(book: Book) -> tuple[Document, ...]:
    """The cards, by family and then in the order of the first question of each, as they are read.

    Each in the book's language, or else in the first.
    """

    def found() -> tuple[Document, ...]:
        documents = book.catalog.documents_by_key
        order = {question.card: n for n, question in enumerate(book.catalog.advice.questions)}
        names = dict.fromkeys(d.name for d in book.catalog.documents if d.kind == _KIND)
        own = [
            documents.get((_KIND, name, book.language.code))
            or documents.get((_KIND, name, book.language.first))
            for name in sorted(names, key=lambda name: (order.get(name, len(order)), name))
        ]
        return tuple(card for card in own if card is not None)

    return book.easel.once(f"cards {book.language.code}", found)


def language_of(book: Book, card: Document) -> str:
    """The language of a card, where it is not that of the page."""
    return "" if card.language == book.language.code else card.language


def card_link(book: Book, card: Document, page: str) -> Link:
    """Link to the page of a card."""
    return Link(href=relative(page, book.path("agencies", card.name)), text=card.meta["title"])


def selfcheck_link(book: Book, page: str) -> Link:
    """Link to the self-check."""
    href = relative(page, book.path("selfcheck"))
    return Link(href=href, text=book.language._("Autoevaluación para imprimir"))


def agencies_link(book: Book, page: str) -> Link:
    """Link to the page of agencies."""
    href = relative(page, book.path("agencies"))
    return Link(href=href, text=book.language._("Agencias Regionales de Desarrollo"))


def card_groups(book: Book, page: str) -> tuple[CardGroup, ...]:
    """The cards by family of risk; families without cards are left out."""
    groups = []
    for family in AdviceFamily:
        own = [card for card in cards(book) if card.meta.get("family") == family]
        if own:
            group = CardGroup(
                anchor=f"t-{family.value.replace('_', '-')}",
                title=family_words(book.language, family),
                cards=tuple(_card_link(book, card, page) for card in own),
            )
            groups.append(group)
    return tuple(groups)


def _card_link(book: Book, card: Document, page: str) -> CardLink:
    language, advice = book.language, book.catalog.advice
    asked = len(advice.questions_of(card.name))
    helped = len(advice.mitigations_of(card.name))
    return CardLink(
        link=card_link(book, card, page),
        point=point_words(language, card.meta.get("decision_point", "")),
        summary=card.meta["summary"],
        language=language_of(book, card),
        counts=language._(
            "{questions} y {measures}",
            questions=language.plural("{n} pregunta", "{n} preguntas", asked),
            measures=language.plural("{n} medida", "{n} medidas", helped),
        ),
    )


def question_views(book: Book, card: str) -> tuple[AdviceQuestion, ...]:
    """The questions of a card."""
    return tuple(_question(book, one) for one in book.catalog.advice.questions_of(card))


def _question(book: Book, question: Question) -> AdviceQuestion:
    text, language = text_of(book, question.texts)
    return AdviceQuestion(
        number=book.language.formats.number(question.number, 0),
        text=text,
        language=language,
        means=means_words(book.language, question.yes_means),
        kind=question.yes_means.value,
    )


def _mitigation(
    book: Book, measure: Mitigation, norms: Mapping[str, Mapping[str, str]]
) -> MitigationView:
    text, language = text_of(book, measure.texts)
    norm = norms.get(measure.norm, {})
    return MitigationView(
        text=text,
        language=language,
        norm=_cell(book, norm, "name") or measure.norm,
        norm_about=_cell(book, norm, "about"),
        is_verified=norm.get("verified") == "yes",
        effort=effort_words(book.language, measure.effort),
        owner=book.language.text(measure.owners),
    )


def _cell(book: Book, row: Mapping[str, str], stem: str) -> str:
    """A text of a row in the book's language, or else in the first."""
    texts = {code: row.get(f"{stem}_{code}", "") for code in book.languages}
    return book.language.text(texts)


def advice_page(book: Book, card: Document) -> AdvicePage:
    """Make the page of a card."""
    page = book.path("agencies", card.name)
    own = cards(book)
    place = own.index(card)
    norms = {
        row.cells.get("id", ""): row.cells for row in book.catalog.registers.rows.get("norms", ())
    }
    beside = own[max(0, place - 1) : place + 2]
    return AdvicePage(
        frame=frame(
            book,
            page,
            title=card.meta["title"],
            description=card.meta["summary"],
            section="system",
            alternates=counterparts(book, "agencies", card.name),
        ),
        title=card.meta["title"],
        summary=card.meta["summary"],
        language=language_of(book, card),
        facts=_card_facts(book, card),
        html=to_html(card.body),
        questions=question_views(book, card.name),
        mitigations=tuple(
            _mitigation(book, one, norms) for one in book.catalog.advice.mitigations_of(card.name)
        ),
        indicators=_indicators(book, card.meta.get("indicators", "").split(), page),
        agencies=agencies_link(book, page),
        selfcheck=selfcheck_link(book, page),
        others=tuple(card_link(book, one, page) for one in beside if one is not card),
    )


def _card_facts(book: Book, card: Document) -> tuple[Fact, ...]:
    _ = book.language._
    facts = [
        Fact(
            label=_("Familia de riesgo"),
            text=family_words(book.language, card.meta.get("family", "")),
        ),
        Fact(
            label=_("Decisión en juego"),
            text=point_words(book.language, card.meta.get("decision_point", "")),
        ),
    ]
    return tuple(fact for fact in facts if fact.text)


def _indicators(book: Book, codes: Sequence[str], page: str) -> tuple[Link, ...]:
    known = {indicator.id: indicator for indicator in book.catalog.published_indicators}
    return tuple(book.indicator_link(known[code], page) for code in codes if code in known)
