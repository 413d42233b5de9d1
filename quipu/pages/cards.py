"""Pure. An indicator on the page of an area, already written out: what is kept between builds.

A card is made from the slice of the book that holds its indicator alone, so that it cannot
depend on anything else; the key it is kept under is made from that slice too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from markupsafe import Markup

from quipu.compare import IndicatorPanel
from quipu.coverage import coverage
from quipu.model import Area, Indicator, Observation
from quipu.pages.book import Book
from quipu.pages.charts import area_trend, range_text, strip
from quipu.pages.figures import direction_words, figure
from quipu.views import FigureView, StripView
from quipu.vocab import Coverage, IndicatorStatus

_NOTHING = Markup("")
_PIECES = ("row", "trend", "joint", "partial", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the page of an area shows of an indicator; empty pieces are not shown."""

    state: Coverage
    row: Markup = _NOTHING
    """Its figure beside those of the other areas."""
    trend: Markup = _NOTHING
    joint: Markup = _NOTHING
    partial: Markup = _NOTHING
    missing: Markup = _NOTHING
    warning: str = ""
    """What to know before reading the row; empty without one."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that its figures cite."""
    charts: tuple[str, ...] = ()
    """Keys of the charts that it shows."""


def card_of(book: Book, area: Area, indicator: Indicator) -> Card:
    """The card of an indicator in an area: kept, or made now."""
    table = book.shelf.table(area.kind, indicator.id, book.language.code)
    # Kept or not, a card is made from its slice: one that needed more would fail always.
    slice_ = book.easel.once(
        f"slice {area.kind} {indicator.id} {book.language.code}",
        lambda: book.only(indicator, is_one_kind=True),
    )
    if table is None:
        return _card(slice_, area, indicator)
    if area.code not in table:
        with book.easel.noting() as charts:
            card = _card(slice_, area, indicator)
        table[area.code] = asdict(replace(card, charts=tuple(sorted(charts))))
    card = _loaded(table[area.code])
    book.easel.shown.update(card.charts)
    return card


def _loaded(kept: Mapping[str, Any]) -> Card:
    return Card(
        state=Coverage(kept["state"]),
        warning=kept["warning"],
        sources=tuple(kept["sources"]),
        charts=tuple(kept["charts"]),
        # What was written out by templates, which escape; a damaged entry is never read.
        **{name: Markup(kept[name]) for name in _PIECES},  # noqa: S704
    )


def _card(book: Book, area: Area, indicator: Indicator) -> Card:
    panel = book.panels[indicator.id]
    state, observation = coverage(panel, area)
    page = book.path("areas", area.slug)
    if indicator.status is IndicatorStatus.RETIRED:
        return Card(state=state, trend=_trend(book, panel, area))
    if indicator.status is IndicatorStatus.WANTED:
        return Card(state=state)
    piece, pieces, shown = book.piece, dict[str, Any](), list[FigureView]()
    warning = ""
    if state is Coverage.REPORTED and observation is not None:
        view = strip_view(book, panel, area, observation, page)
        shown.append(view.figure)
        warning = view.warning
        pieces = {"row": piece("row", view), "trend": _trend(book, panel, area)}
    elif observation is not None and observation.value is None:
        shown.append(figure(book, panel, observation, page, area))
        pieces = {"missing": piece("missing", shown[0])}
    # A newer joint value stands beside an older one of the area's own.
    if state in (Coverage.REPORTED, Coverage.JOINT) and area.code in panel.joint:
        shown.append(figure(book, panel, panel.joint[area.code], page, area))
        pieces["joint"] = piece("joint", shown[-1])
    partial = [figure(book, panel, o, page, area) for o in panel.partial.get(area.code, ())]
    shown += partial
    pieces["partial"] = Markup("").join(piece("partial", one) for one in partial)
    return Card(
        state=state,
        warning=warning,
        sources=tuple(dict.fromkeys(source.id for one in shown for source in one.sources)),
        **pieces,
    )


def _trend(book: Book, panel: IndicatorPanel, area: Area) -> Markup:
    chart = area_trend(book, panel, area)
    return book.piece("trend", chart) if chart is not None else Markup("")


def strip_view(
    book: Book,
    panel: IndicatorPanel,
    area: Area,
    observation: Observation,
    page: str,
    *,
    has_strip: bool = True,
) -> StripView:
    """The figure of an area with the strip of its indicator.

    Args:
        book: The facts in the page's language.
        panel: The indicator.
        area: The area whose page it stands on.
        observation: The figure: the area's, or that of a composite it is a member of.
        page: The file it is shown on, for the links.
        has_strip: Whether a figure of the area's own is marked on the strip.
    """
    is_own = observation.ref_area == area.code and observation.value is not None
    return StripView(
        figure=figure(book, panel, observation, page, area),
        direction=direction_words(book.language, panel.indicator.direction),
        strip=strip(book, panel, area) if is_own and has_strip else Markup(""),
        range_text=range_text(book, panel),
        warning=book.words(panel.indicator, "warning")[0],
    )
