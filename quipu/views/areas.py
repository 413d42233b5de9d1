"""Pure. What templates see of areas: the page of one, and the lists of all."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.i18n.kinds import KindWords
from quipu.views.agencies import AgencyBlock
from quipu.views.benchmark import PeersBlock, ScoreView
from quipu.views.lists import AreaRow, SheetRow
from quipu.views.matrix import MatrixBlock
from quipu.views.memory import ChangesBlock
from quipu.views.parts import CommentaryView, Fact, Frame, Link, SourceView, StripView
from quipu.views.priorities import PrioritiesBlock
from quipu.views.replies import ReplyView
from quipu.views.system import SystemBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainBlock:
    """A domain on the page of an area."""

    id: str
    anchor: str
    link: Link
    summary: str
    warnings: tuple[str, ...]
    """What to know of its indicators before reading their figures, once each."""
    strips: tuple[Markup, ...]
    """Rows of the indicators that have a figure of the area's own."""
    joint: tuple[Markup, ...]
    """Values published only together with another area."""
    partial: tuple[Markup, ...]
    """Values of partial lists and undated ones: facts, never ranked."""
    missing: tuple[Markup, ...]
    """Live indicators without a value here, with the reason."""
    wanted: tuple[Link, ...]
    """Indicators that nobody publishes by area yet."""
    wanted_text: str
    """How many they are, as a sentence; empty when there are none."""
    historic: tuple[Link, ...]
    """Retired series."""
    trends: tuple[Markup, ...]
    score: ScoreView | None
    """None where the domain takes no part in any score."""
    replies: tuple[ReplyView, ...]
    """What institutions of the area replied to its figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowBlock:
    """The areas of a kind right below an area, with their key figures."""

    anchor: str
    title: str
    head: tuple[str, ...]
    """Over the names and over each figure."""
    rows: tuple[SheetRow, ...]
    """Empty where they are too many for a table."""
    sheets: tuple[Link, ...]
    """Where all areas of their kind are listed, when the table does not list these."""
    sheets_note: str
    """How many they are, and whether the sheets list others too; empty without sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage:
    """The page of an area."""

    frame: Frame
    around: tuple[Link, ...]
    """The areas around it that have a page, the largest first."""
    name: str
    kind: KindWords
    """What areas of its kind are called."""
    lead: tuple[str, ...]
    """Plain sentences: one on each summary indicator, and one on what is known and what is not."""
    facts: tuple[Fact, ...]
    """Capital, government, surface…"""
    locator: Markup
    """A small map with the area marked; empty without outlines."""
    key_figures: tuple[StripView, ...]
    matrix: MatrixBlock | None
    index: tuple[ScoreView, ...]
    """Scores of the groups that stand above domains."""
    peers: PeersBlock | None
    agency: AgencyBlock | None
    priorities: PrioritiesBlock | None
    system: SystemBlock | None
    """Who is in charge, what was agreed, what is missing; None without registers."""
    strip_note: str
    """How to read the strips of the domains."""
    has_points: bool
    """Whether its figures are turned into points."""
    domains: tuple[DomainBlock, ...]
    historic_trends: tuple[Markup, ...]
    commentary: CommentaryView | None
    changes: ChangesBlock | None
    replies: tuple[ReplyView, ...]
    """Those to facts of registers; those to figures stand in their domains."""
    below: tuple[BelowBlock, ...]
    computed: tuple[Fact, ...]
    """Figures that were computed from those of the areas right below, by indicator."""
    sources: tuple[SourceView, ...]
    downloads: tuple[Link, ...]
    coverage: tuple[Fact, ...]
    """How many indicators are in which state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSheets:
    """The sheets on which the areas of a kind are listed."""

    anchor: str
    title: str
    count: str
    """How many areas they list."""
    sheets: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasPage:
    """The list of areas, A to Z."""

    frame: Frame
    head: tuple[str, ...]
    rows: tuple[AreaRow, ...]
    """The areas of the first kind; empty where they are too many for a table."""
    kinds: tuple[KindSheets, ...]
    map: Markup
    tiles: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """A sheet of a long list of areas, with or without their figures."""

    frame: Frame
    title: str
    ends: str
    """The first and the last area of the sheet."""
    parent: Link | None
    """The page of the indicator; None for a list of areas alone."""
    head: tuple[str, ...]
    has_around: bool
    """Whether the second column tells the areas around."""
    rows: tuple[SheetRow, ...]
    sheets: tuple[Link, ...]
    """All sheets of the list, this one among them."""
    number: int
    """Which of them this one is, from 1."""
    previous: Link | None
    next: Link | None
