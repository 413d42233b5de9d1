"""Pure. What templates see of the matrix: its page, its rows, the place of an area, written out."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.benchmark import PartView
from quipu.views.parts import ChartView, Fact, Frame, Link, TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisView:
    """An area on an axis of the matrix."""

    name: str
    level: str
    """``media``; empty where too little is known."""
    points: str
    interval: str
    """``entre 52.6 y 58.0``; empty where nothing was drawn."""
    arithmetic: str
    parts: tuple[PartView, ...]
    coverage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixBlock:
    """An area's place in the matrix, on its page."""

    label: str
    confidence: str
    notice: str
    category: str
    """Its letter; empty where the area cannot be classified."""
    css: str
    title: str
    """What is said first: the category, the border it stands on, or that data are missing."""
    lead: str
    """The place in one plain sentence."""
    chart: ChartView | None
    axes: tuple[AxisView, ...]
    missing: tuple[str, ...]
    """What is lacking to classify the area; empty where it is classified."""
    setup: tuple[Fact, ...]
    """Current and recommended set-up, minimum tasks, national support, review."""
    steps: tuple[str, ...]
    """The next three."""
    own_step: str
    """What the category puts first of its own, after the tasks that are the same for all."""
    functions: tuple[str, ...]
    """All that the category puts in order."""
    sure: tuple[str, ...]
    """How often the category holds under other weights, cuts and indicators."""
    changes: tuple[str, ...]
    """Single changes that would lead to another category."""
    page: Link
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryView:
    """A category of the matrix and what it recommends."""

    id: str
    anchor: str
    name: str
    cells: str
    """Which levels of capacity and risk lead to it, in words."""
    setup: str
    functions: tuple[str, ...]
    support: str
    review: str
    areas: tuple[Link, ...]
    """Empty where they are too many to name."""
    count: str
    """How many they are, in words; empty where they are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """An area in the table of the matrix."""

    area: Link
    category: str
    capacity: str
    risk: str
    support: str
    """Share of the draws; or why there is no category."""
    cuts: str
    """In how many ways of moving the cuts the category holds."""
    without: str
    """Where the area would go if one indicator were left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """The matrix of an edition."""

    frame: Frame
    label: str
    confidence: str
    notice: str
    lead: tuple[str, ...]
    chart_view: ChartView | None
    legend: tuple[Fact, ...]
    grid: TableView
    """Categories by level of capacity and of risk."""
    rows: tuple[MatrixRow, ...]
    """A row an area; empty where they are too many."""
    crowd: TableView | None
    """How many areas fall into each category, where they are too many for rows."""
    instability: str
    """How many areas one indicator decides; empty where none has a place."""
    categories: tuple[CategoryView, ...]
    minimum: tuple[str, ...]
    axes: tuple[TableView, ...]
    awaiting: tuple[tuple[str, tuple[Link, ...]], ...]
    """Axis, and the indicators that should stand on it."""
    method: Link
    downloads: tuple[Link, ...]
    method_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeMatrix:
    """The matrix in brief, on the first page."""

    link: Link
    label: str
    confidence: str
    lead: str
    categories: tuple[CategoryView, ...]
    """Those that areas fall into."""
    file: tuple[Link, ...]
    """The place of each area, where they are too many to name."""
    missing: str
    """How many areas cannot be classified; empty where all can."""
