"""Pure. The areas right below an area, on its page: their names and key figures."""

from __future__ import annotations

from quipu.i18n.numbers import DASH
from quipu.model import Area
from quipu.pages.book import Book
from quipu.pages.frame import folded
from quipu.pages.lists import kind_words, sheet_links
from quipu.pages.requests import MOST_LISTED
from quipu.score.rollup import roll_up
from quipu.views import BelowBlock, Fact, SheetRow
from quipu.vocab import Rollup


def below_block(book: Book, area: Area, page: str) -> BelowBlock | None:
    """The areas below an area; None where it has none."""
    language = book.language
    areas = book.catalog.below.get(area.code, ())
    if not areas:
        return None
    own = book.at(areas[0].kind)
    keys = [code for code in book.catalog.site.key_indicators if code in own.panels]
    text = language.text
    is_short = len(areas) <= MOST_LISTED
    ordered = sorted(areas, key=lambda one: folded(text(one.names))) if is_short else ()
    return BelowBlock(
        title=kind_words(language, areas[0].kind),
        head=(
            language._("Área"),
            *(text(book.catalog.indicators_by_id[code].names) for code in keys),
        ),
        rows=tuple(
            SheetRow(
                link=book.area_link(one, page),
                around=None,
                cells=tuple(_value(own, code, one) for code in keys),
                origin=None,
            )
            for one in ordered
        ),
        sheets=() if is_short else sheet_links(own, page),
        computed=_computed(own, areas),
    )


def _value(book: Book, code: str, area: Area) -> str:
    """The current figure of an area, with its period; a dash where it has none of its own."""
    panel = book.panels[code]
    row = panel.current.get(area.code)
    if row is None or row.value is None:
        return DASH
    value = book.language.value(panel.indicator, row.value)
    return f"{value} ({book.language.formats.period(row.period)})"


def _computed(book: Book, areas: tuple[Area, ...]) -> tuple[Fact, ...]:
    """What the figures of the areas give together, where an indicator says how."""
    language = book.language
    _ = language._
    found = []
    for panel in book.panels.values():
        rolled = roll_up(panel, areas)
        if rolled is None:
            continue
        period = language.formats.period(rolled.period)
        if rolled.value is None:
            text = _(
                "no se calcula ({period}): falta la cifra de {lacking} de {total} áreas",
                period=period,
                lacking=language.formats.number(rolled.total - rolled.known, 0),
                total=language.formats.number(rolled.total, 0),
            )
        else:
            how = {
                Rollup.SUM: _("suma de {total} áreas", total=rolled.total),
                Rollup.RATIO: _(
                    "suma de los numeradores entre suma de los denominadores de {total} áreas",
                    total=rolled.total,
                ),
                None: "",
            }[panel.indicator.rollup]
            value = language.value(panel.indicator, rolled.value)
            text = f"{value} ({period}; {how})"
        found.append(Fact(label=language.text(panel.indicator.names), text=text))
    return tuple(found)
