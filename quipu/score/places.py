"""Pure. What is known of an area's place in the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quipu.method import Matrix
from quipu.model import Observation
from quipu.score.sheet import Reason, Sheet
from quipu.score.spread import Problem
from quipu.score.tree import Tree
from quipu.score.values import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisPlace:
    """Where an area stands on an axis."""

    points: float | None
    """0 to 100, more of what the axis is called; None: too little is known."""
    low: float | None
    """5th percentile of the draws."""
    high: float | None
    coverage: float
    """Share of the axis's weight that is present."""
    level: int | None
    parts: tuple[Part, ...]
    observations: Mapping[str, Observation]
    """The figure behind each part, by indicator."""

    @property
    def missing(self) -> tuple[Part, ...]:
        """The indicators that have no value here."""
        return tuple(part for part in self.parts if part.points is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A single change of one figure that would lead to another category."""

    indicator: str
    now: float
    """In the unit of the indicator."""
    value: float
    """Where the category changes."""
    is_rise: bool
    """Whether the figure would have to rise, which may lower an axis."""
    is_strict: bool
    """Whether the value must pass the one told, since a cut belongs to the level above it."""
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An area's place in the matrix."""

    ref_area: str
    capacity: AxisPlace
    risk: AxisPlace
    category: str = ""
    """The category that is applied; empty where the area cannot be classified."""
    reason: Reason = Reason.COVERAGE
    """Why there is none."""
    support: Mapping[str, float] = field(default_factory=dict)
    """Share of the draws by category, the best supported first."""
    is_borderline: bool = False
    """Whether no category has the support that the method asks for."""
    is_kept: bool = False
    """Whether the category is that of the last edition, which the draws do not overturn."""
    nominal: str = ""
    """The category of the points themselves."""
    setup_current: int | None = None
    tasks_done: int | None = None
    under_cuts: Mapping[str, int] = field(default_factory=dict)
    """How many ways of moving the cuts lead to each category."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Category when an indicator is left out, by indicator; empty text: not classifiable."""
    changes: tuple[Change, ...] = ()

    @property
    def axes(self) -> tuple[AxisPlace, AxisPlace]:
        """Capacity and risk, in the order of the matrix's axes."""
        return self.capacity, self.risk

    @property
    def probability(self) -> float | None:
        """Share of the draws that support the category applied."""
        return self.support.get(self.category, 0.0) if self.category else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPlaces:
    """The matrix of an edition."""

    matrix: Matrix
    sheet: Sheet
    problem: Problem
    places: tuple[Placement, ...]
    """One an area of the first kind that gets pages, in their order."""
    _by_area: Mapping[str, Placement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the places: every page of an area asks for its own."""
        object.__setattr__(self, "_by_area", {place.ref_area: place for place in self.places})

    @property
    def tree(self) -> Tree:
        """The two axes."""
        return self.problem.tree

    @property
    def placed(self) -> tuple[Placement, ...]:
        """The places that have a category."""
        return tuple(place for place in self.places if place.category)

    def of(self, area: str) -> Placement | None:
        """The place of an area; None for an area that is not of the first kind."""
        return self._by_area.get(area)
