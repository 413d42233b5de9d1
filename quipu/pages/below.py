"""Pure. The areas right below an area, on its page: their names and key figures."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.i18n.numbers import DASH
from quipu.model import Area, Indicator
from quipu.pages.book import Book
from quipu.pages.frame import folded
from quipu.pages.lists import kind_words, sheet_links
from quipu.pages.requests import MOST_LISTED
from quipu.score.rollup import RolledUp, Without, roll_up
from quipu.views import BelowBlock, Fact, SheetRow
from quipu.vocab import AreaKind, Rollup

_MOST_NAMED = 3


def below_blocks(book: Book, area: Area, page: str) -> tuple[BelowBlock, ...]:
    """The areas right below an area, a block a kind: one may have districts beside provinces."""
    areas = book.catalog.below.get(area.code, ())
    return tuple(
        _block(book.at(kind), kind, [one for one in areas if one.kind is kind], page)
        for kind in dict.fromkeys(one.kind for one in areas)
    )


def _block(book: Book, kind: AreaKind, areas: Sequence[Area], page: str) -> BelowBlock:
    language = book.language
    keys = [code for code in book.catalog.site.key_indicators if code in book.panels]
    text = language.text
    is_short = len(areas) <= MOST_LISTED
    ordered = sorted(areas, key=lambda one: folded(text(one.names))) if is_short else ()
    return BelowBlock(
        anchor=f"dentro-{kind.value}",
        title=kind_words(language, kind),
        head=(
            language._("Área"),
            *(text(book.catalog.indicators_by_id[code].names) for code in keys),
        ),
        rows=tuple(
            SheetRow(
                link=book.area_link(one, page),
                around=None,
                cells=tuple(_value(book, code, one) for code in keys),
                origin=None,
            )
            for one in ordered
        ),
        sheets=() if is_short else sheet_links(book, page),
        sheets_note="" if is_short else _sheets_note(book, len(areas)),
    )


def _sheets_note(book: Book, count: int) -> str:
    """How many areas there are, and whether the sheets of their kind list others too."""
    _, n = book.language._, book.language.formats.number(count, 0)
    if count < len(book.areas):
        return _("Son {n} áreas: están en estas hojas, junto con las de otros lugares.", n=n)
    return _("Son {n} áreas: están en estas hojas.", n=n)


def _value(book: Book, code: str, area: Area) -> str:
    """The current figure of an area, with its period; a dash where it has none of its own."""
    panel = book.panels[code]
    row = panel.current.get(area.code)
    if row is None or row.value is None:
        return DASH
    value = book.language.value(panel.indicator, row.value)
    return f"{value} ({book.language.formats.period(row.period)})"


def computed(book: Book, area: Area) -> tuple[Fact, ...]:
    """What the figures of the areas right below give together, by indicator, where it says how.

    Beside what a source publishes of the area itself, where one does.
    """
    areas, language = book.catalog.below.get(area.code, ()), book.language
    if not areas:
        return ()
    panels = {kind: book.at(kind).panels for kind in {one.kind for one in areas}}
    found = []
    for code, panel in book.panels.items():
        if panel.indicator.rollup is None:
            continue
        series = {one.code: panels[one.kind][code].series.get(one.code, ()) for one in areas}
        rolled = roll_up(panel.indicator, series, areas)
        if rolled is None:
            continue
        told = _told(book, panel.indicator, rolled)
        own = panel.current.get(area.code)
        if own is not None and own.value is not None:
            told = language._(
                "{computed}. La cifra publicada es {value} ({period})",
                computed=told,
                value=language.value(panel.indicator, own.value),
                period=language.formats.period(own.period),
            )
        found.append(Fact(label=language.text(panel.indicator.names), text=told))
    return tuple(found)


def _told(book: Book, indicator: Indicator, rolled: RolledUp) -> str:
    """A computed figure with how it was computed, or why there is none."""
    language = book.language
    _, period = language._, language.formats.period(rolled.period)
    total = language.plural("{n} área", "{n} áreas", rolled.total)
    if rolled.value is None:
        lacking = {
            "lacking": language.formats.number(len(rolled.lacking), 0),
            "total": total,
            "names": _named(book, rolled.lacking),
        }
        why = {
            Without.PARTS: _(
                "falta una cifra comparable de ese periodo en {lacking} de {total}: {names}",
                **lacking,
            ),
            Without.COUNTS: _(
                "faltan el numerador y el denominador de ese periodo en {lacking} de {total}: "
                "{names}",
                **lacking,
            ),
            Without.WHOLE: _("los denominadores suman cero ({total})", total=total),
            Without.SCALE: _("las cifras no dicen por cuánto se multiplica la razón"),
            None: "",
        }[rolled.without]
        return _("no se calcula ({period}): {why}", period=period, why=why)
    how = {
        Rollup.SUM: _("suma de {total}", total=total),
        Rollup.RATIO: _(
            "suma de los numeradores entre suma de los denominadores de {total}", total=total
        ),
        None: "",
    }[indicator.rollup]
    return f"{language.value(indicator, rolled.value)} ({period}; {how})"


def _named(book: Book, areas: Sequence[Area]) -> str:
    """The names of a few areas, and how many more there are."""
    formats = book.language.formats
    names = [book.language.text(area.names) for area in areas[:_MOST_NAMED]]
    more = len(areas) - len(names)
    if not more:
        return formats.listed(names)
    return book.language._(
        "{names} y {count} más", names=", ".join(names), count=formats.number(more, 0)
    )
