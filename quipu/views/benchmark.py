"""Pure. What templates see of scores, judgements and peers, written out."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import ChartView, Frame, Link, TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """An indicator or a group within a score, as a row of its arithmetic."""

    link: Link
    figure: str
    """The value behind it with its date; empty for a group or a missing one."""
    points: str
    """Written out; a dash for a missing one."""
    share: str
    """Of the weight that is present; a dash for a missing one; empty where all weigh the same."""
    note: str
    """Why it is missing, or that its value lies beyond the goalposts."""
    is_missing: bool
    scale: str
    """The values that earn 0 and 100; empty for a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """The score of an area on a group."""

    subject: Link
    points: str
    """``82.3``; empty where there is none."""
    rank: str
    """``entre 3.º y 5.º de 24``; empty where there is none."""
    reason: str
    """Why there is no score; empty where there is one."""
    coverage: str
    arithmetic: str
    """``(65.8 + 98.7) ÷ 2 = 82.3``; empty where there is no score."""
    parts: tuple[PartView, ...]
    change: str
    """How it moved in a year; empty where nothing can be said."""
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """An area in the table of a group's scores."""

    area: Link
    points: str
    rank: str
    tier: str
    """``1``, ``2``…; a dash where there is no rank."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScores:
    """The scores of a group in all areas."""

    chart: ChartView | None
    rows: tuple[ScoreRow, ...]
    """Those with a rank first, by tier and A to Z within it; then the others, A to Z. Empty
    where they are too many."""
    crowd: TableView | None
    """How many areas stand in each tier, where they are too many for rows."""
    reason: str
    """Why no area has a score; empty where one has."""
    notes: tuple[str, ...]
    """How to read ranks and tiers, and how many pairs can be told apart."""
    children: tuple[tuple[Link, str], ...]
    """Each with its weight."""
    robustness: Link | None
    downloads: tuple[Link, ...]
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerView:
    """An area that another one is like."""

    area: Link
    distance: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeersBlock:
    """The areas that an area is like."""

    intro: str
    head: tuple[str, ...]
    rows: tuple[PeerView, ...]
    """The area itself first, then its peers, nearest first; empty where they cannot be told."""
    reason: str
    """Why there are none; empty where there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonBlock:
    """An indicator beside its benchmark, on its page."""

    rule: str
    """What the benchmark is and how a difference is told."""
    counts: str
    """How many areas differ, how many would by chance alone; or why nothing is said."""
    chart: ChartView | None
    """Values with their intervals."""
    funnel: ChartView | None
    table: TableView | None
    changes: str
    """What may be said of the last change and the trend of all areas."""
    changes_table: TableView | None
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierView:
    """Areas that cannot be told apart from the first of them."""

    name: str
    text: str
    """How many they are and between which points; empty where they are named."""
    links: tuple[Link, ...]
    """The areas; or, of too many, the file of all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessBlock:
    """What was found of one group's scores."""

    anchor: str
    title: str
    lead: tuple[str, ...]
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessPage:
    """How far the scores of an edition depend on choices."""

    frame: Frame
    intro: tuple[str, ...]
    blocks: tuple[RobustnessBlock, ...]
    downloads: tuple[Link, ...]
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaView:
    """A step of the method: its formula, and the same with one area's own numbers."""

    title: str
    text: str
    formula: str
    example: str = ""
    """Empty where no area has what it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """How figures become scores: what a person wrote, and what the rules say."""

    frame: Frame
    title: str
    html: Markup
    language: str
    version: str
    """Empty where the root has no method: then the rest is empty too."""
    fingerprint: str
    tables: tuple[TableView, ...]
    formulas: tuple[FormulaView, ...]
    example_area: str
    links: tuple[Link, ...]
    """To the matrix, the robustness page and the downloads."""
