"""Pure. A value that is far from those of the same area before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from quipu.findings import Finding
from quipu.model import Observation
from quipu.stats.surprise import robust_deviates

Series = Sequence[Observation]
"""The values of an area in time; none missing."""

_TENFOLD = 10
_SMALL = 100
_ZERO = Decimal(0)
_LEAST_PERIODS = 10
_FARTHEST = 12.0
"""Of 1,000 series of 10 normal values one has a value farther off; of longer series, fewer."""


def tenfold_jumps(series: Mapping[tuple[str, str], Series]) -> Iterator[Finding]:
    """Point at a value ten times as large as the one before, or as the one after.

    A zero too many or too few, or another unit. Small counts jump ten-fold by themselves, so
    the larger value must be 100 or more.
    """
    for (area, _), one in series.items():
        if not _may_jump(one):
            continue
        for before, after in pairwise(one):
            low, high = sorted((_size(before), _size(after)))
            if low >= 1 and high > low * _TENFOLD and high >= _SMALL:
                params = {"area": area, "before": str(before.value), "value": str(after.value)}
                yield Finding(code="W326", where=after.origin, field="value", params=params)


def _may_jump(one: Series) -> bool:
    """Whether any two values are as far apart as a jump: most series need no closer look."""
    sizes = [_size(row) for row in one]
    largest = max(sizes)
    return largest >= _SMALL and any(size >= 1 and largest > size * _TENFOLD for size in sizes)


def _size(row: Observation) -> Decimal:
    return abs(row.value or _ZERO)


def far_from_history(series: Mapping[tuple[str, str], Series]) -> Iterator[Finding]:
    """Point at a value far outside what its area has had: two digits swapped, a row too low.

    The statistic is `robust_deviates`; an area needs 10 periods, so that its own spread is
    known. False alarms: one in about 1,000 series of independent or slowly changing (AR(1))
    normal values, whatever their unit. A steady climb is no outlier, since it widens the spread.
    """
    for (area, _), one in series.items():
        if len(one) < _LEAST_PERIODS:
            continue
        deviates = robust_deviates([float(row.value or 0) for row in one])
        low, high = _usual(one, deviates)
        for row, deviate in zip(one, deviates, strict=True):
            if deviate > _FARTHEST:
                params = {"area": area, "value": str(row.value), "low": low, "high": high}
                yield Finding(code="W346", where=row.origin, field="value", params=params)


def _usual(one: Series, deviates: Sequence[float]) -> tuple[str, str]:
    """The lowest and the highest of the values that are not far off."""
    near = [row.value or _ZERO for row, far in zip(one, deviates, strict=True) if far <= _FARTHEST]
    return str(min(near)), str(max(near))
