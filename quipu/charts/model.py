"""Pure. What may be asked of the charts, and what comes back.

All numbers are plain floats in the unit of the indicator; positions are user units of the
drawing. Texts are data: they hold no control characters (asserted) and are escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import isfinite
from typing import Literal

Point = tuple[float, float]
"""(x, value): x is a year or a count of days, as the caller likes; it only has to be linear."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(*texts: str) -> None:
    """Refuse texts that no XML may hold and no renderer should be given.

    Raises:
        AssertionError: A text holds a control character: the reader let it through.
    """
    for text in texts:
        if _CONTROL.search(text):
            raise AssertionError(f"control character in {text!r}")


def finite(*numbers: float) -> None:
    """Refuse numbers that have no place on a scale.

    Raises:
        AssertionError: A number is infinite or not a number.
    """
    for number in numbers:
        if not isfinite(number):
            raise AssertionError(f"not a finite number: {number!r}")


def rising(domain: Point) -> None:
    """Refuse a domain that no scale can be made of.

    Raises:
        AssertionError: An end is not finite, or the low end is not below the high end.
    """
    finite(*domain)
    if domain[0] >= domain[1]:
        raise AssertionError(f"empty domain: {domain!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """How axis labels write numbers. Languages that agree share their charts."""

    decimal: str
    """Decimal mark, for example ``.``."""
    thousands: str
    """Mark between groups of three digits, for example ``,``; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRequest:
    """One horizontal strip of an indicator: a tick an area, a marker at the median."""

    domain: Point
    """Lowest and highest value of the strip; both ends are labelled."""
    values: tuple[tuple[str, float], ...]
    """(area code, value), inside the domain; areas with no value are left out."""
    median: float | None
    numbers: NumberStyle
    decimals: int
    """Decimals of the two labels."""
    unit_short: str = ""
    """Stands next to the labels, for example ``%``; may be empty."""
    unit_is_prefix: bool = False
    """Whether the unit comes before the number (``S/ 5``)."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.domain)
        finite(*(value for _, value in self.values))
        if self.median is not None:
            finite(self.median)
        clean(self.unit_short, *(code for code, _ in self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line of a trend, in the order of time."""

    role: Literal["own", "median", "context"]
    code: str
    """Area code; not drawn."""
    points: tuple[Point | None, ...]
    """None parts two segments: a missing period, or a break of the series."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        finite(*(number for point in self.points if point for number in point))
        times = [point[0] for point in self.points if point]
        if any(earlier >= later for earlier, later in pairwise(times)):
            raise AssertionError(f"{self.code}: times do not rise")


class TrendSize(StrEnum):
    """Where a trend stands."""

    SMALL = "small"
    """320 x 140, one of many on an area's page."""
    LARGE = "large"
    """360 x 260, the one chart of an indicator's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRequest:
    """Lines over time. Charts of one indicator that share both domains share their frame."""

    series: tuple[Series, ...]
    """Drawn with the context at the back and the own line in front, whatever their order."""
    x_domain: Point
    """First and last time shown."""
    x_ticks: tuple[tuple[float, str], ...]
    """(position, label) in the order of time; two to four of them fit."""
    y_domain: Point
    numbers: NumberStyle
    unit_short: str = ""
    """Stands next to the labels of the y axis; leave empty when it is long."""
    unit_is_prefix: bool = False
    size: TrendSize = TrendSize.SMALL

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.x_domain)
        rising(self.y_domain)
        finite(*(position for position, _ in self.x_ticks))
        clean(self.unit_short, *(label for _, label in self.x_ticks))


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRow:
    """One area of a ranking chart."""

    code: str
    label: str
    """Name of the area; cut with an ellipsis where it does not fit."""
    value: float | None
    """None: no mark, only the label (say so in *value_label*)."""
    value_label: str

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        if self.value is not None:
            finite(self.value)
        clean(self.code, self.label, self.value_label)


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsRequest:
    """Areas under one another, each with a dot on a common scale or a bar from zero."""

    rows: tuple[DotRow, ...]
    """Drawn in this order, the first on top."""
    domain: Point
    zero_based: bool
    """Bars from zero (the domain must hold it) instead of dots."""
    reference: tuple[tuple[float, str], ...] = ()
    """(value, label) of vertical lines; the first label stands on top, e.g. ``Mediana 62.5 %``."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.domain)
        finite(*(value for value, _ in self.reference))
        clean(*(label for _, label in self.reference))
        if self.zero_based and not self.domain[0] <= 0 <= self.domain[1]:
            raise AssertionError(f"bars from zero, but the domain is {self.domain!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRequest:
    """The outlines of areas, projected once for every map of a site."""

    topojson: Mapping[str, object]
    """TopoJSON whose geometries carry the area code as ``id``."""
    object_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileRequest:
    """A grid with one square an area, placed once for every grid of a site."""

    tiles: tuple[tuple[str, int, int, str], ...]
    """(area code, row, column, short label); rows and columns count from 0."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(*(text for code, _, _, label in self.tiles for text in (code, label)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart without its name: what `finish` turns into an ``<svg>`` element."""

    kind: str
    """A key of `DESIGNS`, or ``map``."""
    width: int
    height: int
    body: str
    """What stands inside ``<svg>``. U+E000 stands for the unique id that `finish` is given."""
    has_links: bool = False
    spots: Mapping[str, Point] = field(default_factory=dict)
    """Where the mark of each area stands, for the highlights."""
    own_mark: str = ""
    """The drawn highlight, with ``{x}`` and ``{y}`` for its place."""
    parts: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Where each area's marks begin and end in the body, in its order, for the highlights."""
    state: str = ""
    """A class of the whole drawing, for example ``is-own``; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A window of a map, shown again larger in an empty corner."""

    shown: tuple[str, ...]
    """Every area that reaches into the window."""
    window: tuple[float, float, float, float]
    """x, y, width, height on the map."""
    box: tuple[float, float, float, float]
    """x, y, width, height of where it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """A projected map."""

    width: int
    height: int
    paths: Mapping[str, str]
    """Path data by area code: integers, relative."""
    insets: tuple[Inset, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TileGrid:
    """A placed grid of squares."""

    width: int
    height: int
    side: float
    """Side of a square."""
    corners: Mapping[str, Point]
    """Upper left corner of each area's square."""
    labels: Mapping[str, str]
    label_at: Point
    """Where the label stands in a square (middle, baseline)."""
    value_at: Point
    """Where the value stands in a square (middle, baseline)."""
