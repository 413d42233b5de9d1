"""Pure. An indicator in kinds of areas that are too many for one table: spread, fifths, sheets."""

from __future__ import annotations

from collections import Counter

from quipu.compare import IndicatorPanel
from quipu.model import Indicator
from quipu.pages.book import Book
from quipu.pages.charts import distribution, dots, facts
from quipu.pages.lists import kind_words, listed_kinds, sheet_links
from quipu.pages.requests import has_few_values
from quipu.prose.sentences import fifth_words
from quipu.views import KindBlock, TableView
from quipu.vocab import AreaKind


def kind_blocks(book: Book, indicator: Indicator, page: str) -> tuple[KindBlock, ...]:
    """A block for every kind whose areas are told on sheets."""
    return tuple(_block(book.at(kind), kind, indicator, page) for kind in listed_kinds(book))


def _block(book: Book, kind: AreaKind, indicator: Indicator, page: str) -> KindBlock:
    panel = book.panels[indicator.id]
    return KindBlock(
        anchor=f"k-{kind.value}",
        title=kind_words(book.language, kind),
        facts=facts(book, panel),
        chart=distribution(book, panel) or dots(book, panel),
        fifths=_fifths(book, panel),
        sheets=sheet_links(book, page, indicator),
    )


def _fifths(book: Book, panel: IndicatorPanel) -> TableView | None:
    """How many areas each fifth holds and over what stretch; None where nothing is compared.

    Where the values are few, each with how many areas have it: fifths would part equals.
    """
    language, compared = book.language, panel.compared
    if compared is None:
        return None
    if has_few_values(panel):
        # Values that are written alike are one row: from the lowest.
        counts = Counter(
            language.value(panel.indicator, o.value)
            for o in reversed(compared.observations)
            if o.value is not None
        )
        return TableView(
            caption=language._("Cuántas áreas tienen cada valor"),
            head=(language._("Valor"), language._("Áreas")),
            rows=tuple(
                (value, language.formats.number(count, 0)) for value, count in counts.items()
            ),
        )
    places = Counter(place.quintile for place in compared.positions.values())
    return TableView(
        caption=language._("Los quintos de las áreas"),
        head=(language._("Quinto"), language._("Áreas"), language._("De"), language._("A")),
        rows=tuple(
            (
                fifth_words(language, quintile),
                language.formats.number(places[quintile], 0),
                language.value(panel.indicator, low),
                language.value(panel.indicator, high),
            )
            for quintile, low, high in compared.classes
        ),
    )
