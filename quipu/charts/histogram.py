"""Pure. How many values lie in each stretch of a range, and the chart that may be asked of it.

For indicators of so many areas that a row an area can be neither drawn nor read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from quipu.charts.model import NumberStyle, Point, clean, finite, rising

Bin = tuple[float, float, int]
"""(low end, high end, how many values): each holds its low end, only the last its high end too."""

_FEWEST, _MOST = 8, 30
_MOST_OF_FEW = 16
"""What few values are parted into at most; half of it is still enough."""
_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))
_DIGITS = 14
"""Digits of a double that surely tell two ends of a bin apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionRequest:
    """How many areas have a value in each stretch of an indicator's range: a bar a stretch."""

    bins: tuple[Bin, ...]
    """From low to high, none reaching into the next, as `bins` makes them; not all empty."""
    titles: tuple[str, ...]
    """What each bar says on hovering, one a bin: ``De 20 % a 25 %: 143 áreas``."""
    domain: Point
    """Holds all bins; both ends are labelled."""
    median: float
    """Inside the domain; where a vertical line stands."""
    numbers: NumberStyle
    decimals: int
    """Decimals of the labels at most; those that all would end in zeros are left out."""
    median_label: str = ""
    """Stands on top of its line, for example ``Mediana 62.5 %``; about forty characters fit."""
    fifths: tuple[float, ...] = ()
    """Where small marks under the axis stand, inside the domain: between fifths of the areas."""
    unit_short: str = ""
    """Stands next to the labels of the axis across, for example ``%``; may be empty."""
    unit_is_prefix: bool = False
    """Whether the unit comes before the number (``S/ 5``)."""

    def __post_init__(self) -> None:
        """Hold the promises of the docstrings."""
        rising(self.domain)
        clean(self.unit_short, self.median_label, *self.titles)
        if len(self.titles) != len(self.bins):
            raise AssertionError(f"{len(self.titles)} titles of {len(self.bins)} bins")
        places = (*(end for low, high, _ in self.bins for end in (low, high)), self.median)
        finite(*places, *self.fifths)
        outside = [n for n in (*places, *self.fifths) if not self.domain[0] <= n <= self.domain[1]]
        if outside:
            raise AssertionError(f"outside of {self.domain!r}: {outside!r}")
        if any(low >= high for low, high, _ in self.bins):
            raise AssertionError(f"a bin without room: {self.bins!r}")
        if any(one[1] > other[0] for one, other in pairwise(self.bins)):
            raise AssertionError(f"bins reach into one another: {self.bins!r}")
        counts = [count for _, _, count in self.bins]
        if min(counts, default=0) < 0 or not any(counts):
            raise AssertionError(f"nothing to draw: {counts!r}")


def bins(values: Sequence[float], decimals: int) -> tuple[Bin, ...]:
    """Part the range of some values into 8 to 30 bins of equal width, and count each one's.

    Ends are multiples of 1, 2, 2.5 or 5 times a power of ten. No bin is narrower than what
    *decimals* tell apart: where the values then need fewer than eight bins, empty ones stand
    beside them, and none of those on the other side of zero unless some value is there.

    Args:
        values: At least one; finite and within 1e300, in any order.
        decimals: With how many the values are published.

    Returns:
        Bins that touch, from low to high; their counts add up to the number of values.

    Raises:
        AssertionError: There is no value, or one that has no place on a scale.
    """
    finite(*values)
    if not values or max(map(abs, values)) > 1e300:
        raise AssertionError("no values, or values beyond any scale")
    ordered = sorted(values)
    # As they are written: a share published as 0.3 stands at three tenths, not just below.
    low, high = (Fraction(Decimal(repr(float(value)))) for value in (ordered[0], ordered[-1]))
    step, first, last = _parted(low, high, decimals, len(ordered))
    ends = [float(n * step) for n in range(first, last + 1)]
    below = [bisect_left(ordered, end) for end in ends[:-1]] + [len(ordered)]
    return tuple(
        (one, other, after - before)
        for (one, other), (before, after) in zip(pairwise(ends), pairwise(below), strict=True)
    )


def _parted(low: Fraction, high: Fraction, decimals: int, count: int) -> tuple[Fraction, int, int]:
    """The width of the bins, and the first and last end as multiples of it."""
    most = min(_MOST, max(_MOST_OF_FEW, round(2 * count ** (1 / 3))))
    finest = _finest(low, high, decimals)
    wide = ((step, *_ends(low, high, step, finest)) for step in _steps(finest, high - low))
    step, first, last = next(found for found in wide if found[2] - found[1] <= most)
    return (step, *_widened(first, last))


def _ends(low: Fraction, high: Fraction, step: Fraction, finest: Fraction) -> tuple[int, int]:
    """The multiples of a width next to the lowest and the highest value, not the same."""
    first, last = floor(low / step), ceil(high / step)
    # One bin a published value: the last value keeps its own instead of sharing.
    own = step == finest and high == last * step
    return first, max(last + own, first + 1)


def _finest(low: Fraction, high: Fraction, decimals: int) -> Fraction:
    """The narrowest bin: what the decimals tell apart, and what doubles of this size do."""
    largest = max(abs(low), abs(high))
    digits = Fraction(10) ** (_power(largest) - _DIGITS + 1) if largest else Fraction(0)
    return max(Fraction(10) ** -decimals, digits)


def _power(value: Fraction) -> int:
    """Of ten: the largest that is not above a value."""
    power = Decimal(float(value)).adjusted()
    return power if Fraction(10) ** power <= value else power - 1


def _steps(finest: Fraction, span: Fraction) -> Iterator[Fraction]:
    """Round widths from narrow to wide, all of them multiples of the finest."""
    power = max(finest, Fraction(10) ** (_power(span) - 2) if span else finest)
    while True:
        yield from (n * power for n in _STEPS if (n * power / finest).denominator == 1)
        power *= 10


def _widened(first: int, last: int) -> tuple[int, int]:
    """At least eight bins, with the values in the middle where zero is not in the way."""
    lacking = max(0, _FEWEST - (last - first))
    before = lacking // 2
    if first >= 0:
        before = min(before, first)
    elif last <= 0:
        before = max(before, lacking + last)
    return first - before, last + lacking - before
