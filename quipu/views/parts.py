"""Pure. What pages are put together from: links, figures, charts, rows, cells."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.i18n.kinds import KindWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address and what to call it."""

    href: str
    """Relative to the page, or a full web address that was checked."""
    text: str
    language: str = ""
    """Of the text, where that is known not to be the one of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another language."""

    language: str
    name: str
    """The language's name in itself: «English»."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenNote:
    """Says that a page is of an edition that is kept as it was published."""

    text: str
    today: Link
    """The same page in the site of today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page."""

    language: str
    title: str
    """For the browser's tab: page and site."""
    description: str
    """One sentence for search engines and shared links."""
    site_name: str
    site_tagline: str
    home: str
    """Link to the home page of the language."""
    stylesheet: str
    icon: str
    canonical: str
    """Full address of the page, or empty when the site's address is not configured."""
    alternates: tuple[Alternate, ...]
    """The same page in the other languages."""
    sections: tuple[Link, ...]
    """The main navigation."""
    current: str
    """The ``href`` of the section that the page belongs to, or empty."""
    kind: KindWords
    """What the areas of the first kind are called."""
    areas: tuple[Link, ...]
    """The areas of the first kind, A to Z: the finder; empty where they are too many."""
    more_areas: Link | None
    """The page of all areas, where the finder does not name every one."""
    disclaimers: str
    licence: str
    as_of: str
    """The date of the edition, written out."""
    version: str
    reach: tuple[Link, ...]
    """Where to report an error and whom to write to, as far as they are configured."""
    feed: str
    """Link to the Atom feed of the site."""
    own_feed: str
    """Link to the Atom feed of the page; empty for pages without one."""
    memory: tuple[Link, ...]
    """Changes, editions, calendar."""
    frozen: FrozenNote | None
    """What is said on the pages of an edition that is kept as it was; None on today's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source as it is cited."""

    id: str
    title: str
    publisher: str
    href: str
    """Web address, or empty."""
    published: str
    """Date written out, or empty."""
    accessed: str
    licence: str
    note: str
    language: str
    """Of publisher and note, where that is not the one of the page; else empty."""
    title_language: str
    """Of the title, where that is not the one of the page; else empty."""
    anchor: str
    """Link to its entry in the list of sources of the data page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One value, with all that a reader needs to trust it or not."""

    area: Link
    """The area it belongs to (no ``href`` for areas without a page)."""
    indicator: Link
    value: str
    """With its unit; the word for "no figure" when there is none."""
    is_missing: bool
    period: str
    """Written out; the word for "undated" when the source shows no date."""
    is_old: bool
    """Whether it is older than the indicator allows for a current figure."""
    status: str
    """What the observation status means, or empty for a normal value."""
    quality: str
    """A, B, C or D."""
    quality_text: str
    """What the grade means, in a few words."""
    note: str
    ratio: str
    """Numerator and denominator written out, or empty."""
    sources: tuple[SourceView, ...]
    origin: Link
    """File and line that the value was read from."""
    evidence: str
    """Web address of the evidence, or empty."""
    position: str
    """Place among the areas compared, with their number; or why there is none."""
    place: str
    """The same in few characters, for tables (``4.º de 25``); empty when there is no place."""
    reading: str
    """Beside its benchmark, or on its own scale: a shape and words; empty where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """The data under a chart, as a table."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first cell of a row is its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart with everything that makes it readable without seeing it."""

    title: str
    """What is seen, as a sentence or phrase."""
    svg: Markup
    description: str
    """In body text, below the chart."""
    facts: str
    """Number of areas, date and source, in one line."""
    table: TableView | None
    """The same rows; None where the page already has them in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One class of a map."""

    class_: str
    """CSS class of its colour or hatching."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map and the tile grid of an indicator."""

    title: str
    map: Markup
    """Empty when the site has no outlines."""
    tiles: Markup
    """Empty when the areas have no tiles."""
    legend: tuple[LegendEntry, ...]
    description: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """An indicator in one area, as a row of its domain."""

    figure: FigureView
    direction: str
    """``más alto es mejor`` and its like."""
    strip: Markup
    """Empty when the indicator is not compared."""
    range_text: str
    """Lowest, median and highest value in words."""
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentaryView:
    """A text that a person wrote."""

    title: str
    html: Markup
    language: str
    """The language it is really in, for ``lang``."""
    author_role: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what stands under it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One of the texts about an indicator."""

    label: str
    text: str
    language: str
