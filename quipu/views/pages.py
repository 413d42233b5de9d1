"""Pure. One view a kind of page; its fields are what the template sees by name."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.benchmark import ComparisonBlock, GroupScores, TierView
from quipu.views.codebook import CodeList, DataTable, ErrorFamily, SchemaView
from quipu.views.lists import CoverageCell, CoverageTable, DomainCard, IndicatorRow, UpdateView
from quipu.views.matrix import HomeMatrix
from quipu.views.memory import Badge, ChangesBlock, TriangleView
from quipu.views.parts import (
    ChartView,
    Fact,
    FigureView,
    Frame,
    Link,
    MapView,
    SourceView,
    TableView,
    Words,
)
from quipu.views.replies import ReplyView
from quipu.views.system import HomeSystem


@dataclass(frozen=True, slots=True, kw_only=True)
class KindBlock:
    """An indicator in the areas of one kind, where they are too many to list on its page."""

    anchor: str
    title: str
    facts: str
    chart: ChartView | None
    """How the values are spread; the ranking where the areas are few enough for a row each."""
    fifths: TableView | None
    """The stretch of each fifth of the areas; how many have each value, where values are few."""
    sheets: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """The page of an indicator that has values."""

    frame: Frame
    id: str
    name: str
    finding: str
    """The title: what the figures say; the name where nothing is compared."""
    domain: Link
    direction: str
    unit: str
    scope: str
    facts: str
    """Number of areas, period and freshness in one line."""
    badge: Badge
    changes: ChangesBlock | None
    triangle: TriangleView | None
    is_retired: bool
    warning: str
    warning_language: str
    rows: tuple[FigureView, ...]
    """Current values: compared ones first, from the highest; then the others."""
    joint: tuple[FigureView, ...]
    partial: tuple[FigureView, ...]
    missing: tuple[FigureView, ...]
    national: FigureView | None
    replies: tuple[ReplyView, ...]
    """What institutions replied to its figures."""
    dots: ChartView | None
    """None where the comparison draws the same areas with their intervals."""
    kinds: tuple[KindBlock, ...]
    """Further kinds of areas, and the first where it does not fit in a table."""
    comparison: ComparisonBlock | None
    maps: MapView | None
    trend: ChartView | None
    history: TableView | None
    """Every period by area, for indicators with more than one."""
    words: tuple[Words, ...]
    details: tuple[Fact, ...]
    """Unit, frequency, holder, norm, goalposts…"""
    sources: tuple[SourceView, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPage:
    """The page of an indicator that nobody publishes by area yet."""

    frame: Frame
    id: str
    name: str
    domain: Link
    direction: str
    words: tuple[Words, ...]
    warning: str
    warning_language: str
    details: tuple[Fact, ...]
    form: Link
    """The plain CSV to fill in."""
    propose: Link | None
    """Where to open a pull request, when the repository is configured."""
    contact: Link | None
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainPage:
    """The page of a domain."""

    frame: Frame
    id: str
    name: str
    summary: str
    counts: str
    rows: tuple[IndicatorRow, ...]
    parts: tuple[Link, ...]
    """The groups within it."""
    scores: GroupScores | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainsPage:
    """The list of domains, each with its indicators."""

    frame: Frame
    domains: tuple[DomainPage, ...]
    """Their own frames are those of their pages."""
    links: tuple[Link, ...]
    """To the page of each domain, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesPage:
    """All the news, newest first."""

    frame: Frame
    updates: tuple[UpdateView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The first page."""

    frame: Frame
    title: str
    tagline: str
    map: Markup
    tiles: Markup
    finding: MapView | None
    """A map of figures, to show at once what the site holds."""
    finding_link: Link | None
    domains: tuple[DomainCard, ...]
    updates: tuple[UpdateView, ...]
    updates_link: Link
    """To all the news."""
    numbers: tuple[Fact, ...]
    """Areas, indicators with figures, wanted ones, values, sources."""
    matrix: HomeMatrix | None
    system: HomeSystem | None
    """None without registers."""
    tiers: tuple[TierView, ...]
    """Areas by overlapping rank intervals on the root of the index; empty without scores."""
    no_index: str
    """Why the index has no score; empty where it has one, or where there is no index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """What is known and what is not, for every indicator and area."""

    frame: Frame
    legend: tuple[CoverageCell, ...]
    """One cell a state; its title says what the state means."""
    numbers: tuple[Fact, ...]
    tables: tuple[CoverageTable, ...]
    untranslated: tuple[str, ...]
    """Texts that lack this language, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """Downloads, codebook and sources."""

    frame: Frame
    bundle: Link
    """Everything in one ZIP."""
    bundle_facts: str
    tables: tuple[DataTable, ...]
    """General tables: areas, indicators, sources, units."""
    registers: tuple[DataTable, ...]
    indicators: tuple[DataTable, ...]
    areas: tuple[DataTable, ...]
    """Of the areas of the first kind; empty where they are too many for a table."""
    more_areas: Link | None
    """Where areas are listed whose files are named only on their own pages."""
    computed: tuple[DataTable, ...]
    """What the site computed from the figures."""
    api: tuple[Link, ...]
    schemas: tuple[SchemaView, ...]
    codes: tuple[CodeList, ...]
    sources: tuple[SourceView, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorsPage:
    """What each message of the data check means."""

    frame: Frame
    families: tuple[ErrorFamily, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page written by a person: method, about."""

    frame: Frame
    title: str
    html: Markup
    language: str
    notes: tuple[Fact, ...]
    """Added by the generator: boundaries, licence, version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What a reader sees at an address that does not exist; self-contained."""

    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """What stands at the old address of a page that was renamed: it leads on by itself."""

    frame: Frame
    target: Link
