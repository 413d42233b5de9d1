"""Pure. What may be asked of the charts that judge areas: ranges, funnels and matrices.

A judgement is told by a shape before it is told by a colour. Numbers are plain floats; a
scale that is not linear is the caller's business, who gives transformed numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quipu.charts.model import Point, clean, finite, rising

Mark = Literal["up", "down", "same", "none"]
"""A triangle up, a triangle down, a circle, and a hollow diamond: not judged."""

Shape = Literal["circle", "square", "triangle-up", "triangle-down", "diamond", "cross"]

_CSS_WORD = re.compile(r"[a-z][a-z0-9-]*")


def _within(domain: Point, *numbers: float) -> None:
    finite(*numbers)
    outside = [number for number in numbers if not domain[0] <= number <= domain[1]]
    if outside:
        raise AssertionError(f"outside of {domain!r}: {outside!r}")


def _rising(*numbers: float) -> None:
    if any(one >= other for one, other in pairwise(numbers)):
        raise AssertionError(f"not rising: {numbers!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One area of a chart of ranges."""

    area: str
    """Area code; not drawn."""
    label: str
    """Name of the area; cut with an ellipsis where it does not fit."""
    value_text: str
    low: float | None
    """None, like *high*: only the point is drawn."""
    mid: float
    high: float | None
    mark: Mark
    title: str = ""
    """What the point says on hovering; may be empty, as the row says its texts already."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(self.area, self.label, self.value_text, self.title)
        finite(self.mid)
        if (self.low is None) != (self.high is None):
            raise AssertionError(f"{self.area}: a span with one end")
        if self.low is not None and self.high is not None:
            finite(self.low, self.high)
            if not self.low <= self.mid <= self.high:
                raise AssertionError(f"{self.area}: {self.low} <= {self.mid} <= {self.high}?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RangesRequest:
    """Areas under one another, each with a point and the span it may as well stand at."""

    rows: tuple[RangeRow, ...]
    """2 to 60, drawn in this order, the first on top."""
    domain: Point
    """Holds every number of the rows and the reference."""
    reference: float | None = None
    """Where a vertical line stands."""
    reference_label: str = ""
    """Stands on top of it; not drawn without it."""
    low_label: str = ""
    """What the left end of the scale is, at the foot; about ten characters fit."""
    high_label: str = ""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.domain)
        if not 2 <= len(self.rows) <= 60:
            raise AssertionError(f"{len(self.rows)} rows")
        clean(self.reference_label, self.low_label, self.high_label)
        if self.reference is not None:
            _within(self.domain, self.reference)
        for row in self.rows:
            _within(self.domain, *(n for n in (row.low, row.mid, row.high) if n is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPoint:
    """One area of a funnel."""

    area: str
    """Area code; not drawn."""
    x: float
    """Size of the denominator, on the caller's scale."""
    y: float
    """The value."""
    mark: Mark
    """Above the upper limit, below the lower one, between them, or not judged."""
    title: str
    """What the point says on hovering."""
    label: str = ""
    """Stands next to the point; leave empty for most."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(self.area, self.title, self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRequest:
    """Values against the size of their denominators, and what chance alone would spread them to."""

    points: tuple[FunnelPoint, ...]
    """Inside both domains."""
    x_domain: Point
    y_domain: Point
    benchmark: float
    """Where the horizontal line stands."""
    benchmark_label: str
    """At its right end; may be empty."""
    lower_95: tuple[Point, ...]
    """Points of a limit curve, x rising inside the domain; drawn where y is inside its own."""
    upper_95: tuple[Point, ...]
    lower_998: tuple[Point, ...]
    upper_998: tuple[Point, ...]
    x_ticks: tuple[tuple[float, str], ...]
    """(position, label), rising; two to four of them fit."""
    y_ticks: tuple[tuple[float, str], ...]
    """(position, label); about seven characters fit."""
    x_title: str = ""
    y_title: str = ""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.x_domain)
        rising(self.y_domain)
        ticks = (*self.x_ticks, *self.y_ticks)
        clean(self.benchmark_label, self.x_title, self.y_title, *(label for _, label in ticks))
        _within(self.x_domain, *(p.x for p in self.points), *(x for x, _ in self.x_ticks))
        _within(self.y_domain, *(p.y for p in self.points), *(y for y, _ in self.y_ticks))
        _within(self.y_domain, self.benchmark)
        for curve in (self.lower_95, self.upper_95, self.lower_998, self.upper_998):
            _within(self.x_domain, *(x for x, _ in curve))
            finite(*(y for _, y in curve))
            _rising(*(x for x, _ in curve))
        _rising(*(x for x, _ in self.x_ticks))


FIELD: Point = (0.0, 100.0)
"""Both domains of a matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAxis:
    """One axis of a matrix."""

    cuts: tuple[tuple[float, str], ...]
    """(position, label), rising; one to four lines; a label may be empty."""
    low: str
    """What 0 is; may be empty, about six characters fit on the axis upwards."""
    high: str
    """What 100 is; may be empty."""
    title: str
    """May be empty."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(self.low, self.high, self.title, *(label for _, label in self.cuts))
        places = [FIELD[0], *(cut for cut, _ in self.cuts), FIELD[1]]
        finite(*places)
        _rising(*places)
        if not 1 <= len(self.cuts) <= 4:
            raise AssertionError(f"{len(self.cuts)} cuts")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPoint:
    """One area of a matrix."""

    area: str
    """Area code; not drawn."""
    label: str
    """Short, for example three letters."""
    title: str
    """What the point says on hovering."""
    x: float
    y: float
    x_low: float | None
    """None, like *x_high*: no whisker across."""
    x_high: float | None
    y_low: float | None
    """None, like *y_high*: no whisker upwards."""
    y_high: float | None
    css: str
    """Class of the category: small letters, digits and ``-``, a letter first."""
    shape: Shape
    """Of the category, too."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(self.area, self.label, self.title)
        _within(FIELD, self.x, self.y)
        for low, high in ((self.x_low, self.x_high), (self.y_low, self.y_high)):
            if (low is None) != (high is None):
                raise AssertionError(f"{self.area}: a whisker with one end")
            if low is not None and high is not None:
                _within(FIELD, low, high)
                if low > high:
                    raise AssertionError(f"{self.area}: a whisker from {low} to {high}")
        if _CSS_WORD.fullmatch(self.css) is None:
            raise AssertionError(f"not a class: {self.css!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRequest:
    """Areas on a square field: x to the right and y upwards, both from 0 to 100."""

    x: MatrixAxis
    y: MatrixAxis
    cells: tuple[tuple[int, int, str], ...]
    """(column from the left, row from the bottom, short text), each cell at most once."""
    points: tuple[MatrixPoint, ...]
    """Each area at most once."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        clean(*(text for _, _, text in self.cells))
        columns, rows = range(len(self.x.cuts) + 1), range(len(self.y.cuts) + 1)
        if any(column not in columns or row not in rows for column, row, _ in self.cells):
            raise AssertionError("a cell outside of the field")
        for found in ([cell[:2] for cell in self.cells], [p.area for p in self.points]):
            if len(set(found)) < len(found):
                raise AssertionError(f"not once each: {found!r}")
