"""Pure. How figures become scores and places: the values of method.toml and matrix.toml.

Nothing here holds a figure: only the rules that a critic needs to redo every score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quipu.vocab import Direction, Normalisation

LATEST = "latest"
"""As a method's period: the newest value of each indicator that is not out of date."""
MAX_AGE_MONTHS = 24
"""How old a value may be that stands for today, where its indicator does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """What is drawn to see how far scores depend on choices."""

    draws: int = 1000
    """How many combinations of choices; 0: none, and no rank is told."""
    samples: int = 100
    """How many times the counts behind shares and rates are drawn anew; each sample serves
    the same number of combinations. 0: the values as they are."""
    seed: int = 0
    spread: float = 0.25
    """Weights are multiplied by 1 ± up to this share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerVariable:
    """What makes two areas alike."""

    indicator: str
    per: str = ""
    """Indicator that its values are divided by; empty: as they are."""
    is_log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRule:
    """Which areas an area is set beside."""

    variables: tuple[PeerVariable, ...]
    count: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Which small counts are never published, since they could point at a person."""

    indicators: tuple[str, ...] = ()
    threshold: int = 5
    """Counts from 1 to one less than this are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodVersion:
    """A published version of the method, and the fingerprint of all its numbers."""

    version: str
    date: str
    fingerprint: str
    notes: Mapping[str, str]
    """What changed, by language."""
    line: int = field(default=0, compare=False)
    """Where it stands in the table of versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The options of the scoring; its tree is the catalog's groups."""

    version: str
    period: str = LATEST
    """`LATEST`, or the code of a time period."""
    normalisation: Normalisation = Normalisation.GOALPOSTS
    range: tuple[float, float] = (0.0, 100.0)
    """What the ends earn; for z-scores the mean and the standard deviation."""
    uncertainty: Uncertainty = field(default_factory=Uncertainty)
    peers: PeerRule | None = None
    disclosure: Disclosure = field(default_factory=Disclosure)
    versions: tuple[MethodVersion, ...] = ()
    """Oldest first."""
    fingerprint: str = ""
    """Of every number that decides a score or a place, as they are now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisIndicator:
    """An indicator on an axis of the matrix."""

    id: str
    direction: Direction
    """Which end of the indicator raises the axis; on an axis of risk, not a judgement."""
    weight: float = 1.0
    max_age_months: int | None = None
    """Overrides the indicator's own limit; None: the indicator's."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Why it stands here, by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A side of the matrix: 0 to 100 points, more of what its name says."""

    id: str
    """``capacity`` or ``risk``."""
    names: Mapping[str, str]
    indicators: tuple[AxisIndicator, ...]
    cuts: tuple[float, ...]
    """Lower bounds of every level but the first, ascending."""
    levels: tuple[Mapping[str, str], ...]
    """Name of each level, from the lowest."""
    min_coverage: float = 0.65
    min_indicators: int = 3
    awaiting: tuple[str, ...] = ()
    """Indicators that would stand here if they had figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixFunction:
    """One of the functions that a category puts in order."""

    id: str
    names: Mapping[str, str]
    steps: Mapping[str, str]
    """What to do first, by language: a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """What a cell of the matrix recommends."""

    id: str
    names: Mapping[str, str]
    setups: Mapping[str, str]
    """The recommended set-up in words, by language."""
    setup_low: int
    """Lowest and highest recommended value of the set-up's indicator."""
    setup_high: int
    functions: tuple[str, ...]
    """Ids, first things first; the minimum tasks stand at the head."""
    support: Mapping[str, str]
    review_months: int
    priority: int
    """Of two categories with equal support the one with the lower number is applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCategory:
    """The category that an edition gave an area."""

    edition: str
    """Its date, as far as it is known."""
    ref_area: str
    category: str
    line: int = field(default=0, compare=False)
    """Where it stands in the table of categories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """``data/matrix.toml``: from capacities and risks to a recommended set-up."""

    labels: Mapping[str, str]
    """What the matrix is, by language: shown wherever it is."""
    confidence: Mapping[str, str]
    """How far to trust it, and why."""
    notice: Mapping[str, str]
    """Who decides."""
    capacity: Axis
    risk: Axis
    cells: tuple[tuple[str, ...], ...]
    """Category by level of capacity (rows) and of risk (columns), from the lowest."""
    categories: tuple[Category, ...]
    functions: tuple[MatrixFunction, ...]
    minimum: tuple[str, ...]
    """Ids of the functions that come first in every category."""
    setup_indicator: str = ""
    """Where an area's current set-up is read; empty: nowhere."""
    setup_levels: tuple[Mapping[str, str], ...] = ()
    """Name of each value of the set-up's indicator, from 0."""
    setup_unknown: Mapping[str, str] = field(default_factory=dict)
    """The first step where nobody has published the current set-up, by language."""
    tasks_indicator: str = ""
    """Where the number of minimum tasks done is read; empty: nowhere."""
    keep_below: float = 0.8
    """An area changes its category only when at least this share of the draws supports it."""
    cut_step: float = 5.0
    """How far the cuts are moved to see whether a category depends on them."""
    published: tuple[PublishedCategory, ...] = ()
    """What editions of the same major version published."""

    @property
    def axes(self) -> tuple[Axis, Axis]:
        """Capacity and risk, in the order of every array of both."""
        return self.capacity, self.risk

    def previous(self, ref_area: str, as_of: date) -> str:
        """The category that the last edition before a day gave an area; empty: none did.

        An edition that is built anew is not its own past, nor are those that came after it.
        """
        day = as_of.isoformat()
        past = [
            one
            for one in self.published
            if one.ref_area == ref_area and one.edition < day[: len(one.edition)]
        ]
        return max(past, key=lambda one: one.edition).category if past else ""

    def category(self, key: str) -> Category:
        """A category by its id."""
        return next(c for c in self.categories if c.id == key)

    def function(self, key: str) -> MatrixFunction:
        """A function by its id."""
        return next(f for f in self.functions if f.id == key)
