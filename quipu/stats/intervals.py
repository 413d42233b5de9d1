"""Pure. Intervals of what is counted, and on which side of a benchmark they lie.

Counts are whole numbers of events or cases. A count that is not whole is accepted, since some
sources publish weighted ones: every formula here is defined between whole numbers as well.
Money, ordinal grades and legal facts have no interval: callers pass NaN, or do not call.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Booleans, Floats, Integers, floats
from quipu.stats.tails import lower_mean, upper_mean

Z95 = 1.959963984540054
"""Normal deviate of a two-sided interval of 95 %."""
Z998 = 3.0902323061678132
"""…of 99.8 %: the level for alerts, where many areas and indicators are looked at together."""
BYAR_FROM = 10
"""Events from which Byar's approximation stands in for the exact Poisson interval."""
MOST_Z = 6.0
"""Farthest out that Poisson intervals go; there Byar's lower limit nears 0 and stops growing."""


def wilson(count: npt.ArrayLike, total: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find the Wilson score interval of a proportion.

    Unlike *p* plus or minus an error it stays inside 0 to 1 and keeps a width when none or all
    of the cases count, which happens in small regions.

    Args:
        count: Cases that have the property. Any shape that broadcasts with *total*.
        total: Cases looked at.
        z: Normal deviate of the level, such as `Z95`; not negative.

    Returns:
        Lower and upper limit as proportions in [0, 1]. NaN where *total* is 0, either argument
        is missing, or *count* does not lie between 0 and *total*.

    Source:
        E. B. Wilson, JASA 22 (1927); the form of PHE, *Technical guide: confidence intervals*
        (2018).
    """
    x, n = np.broadcast_arrays(floats(count), floats(total))
    valid = np.isfinite(n) & (n > 0) & (x >= 0) & (x <= n)
    x, n = np.where(valid, x, 0), np.where(valid, n, 1)
    root = z * np.sqrt(z * z + 4 * x * (1 - x / n))
    # The upper limit is the lower one of the cases that do not count, mirrored: so 0 and 1 come
    # out exactly, as they must where nobody or everybody is expected to count.
    lower = (2 * x + z * z - root) / (2 * (n + z * z))
    upper = 1 - (2 * (n - x) + z * z - root) / (2 * (n + z * z))
    return (
        np.where(valid, np.clip(lower, 0, 1), np.nan),
        np.where(valid, np.clip(upper, 0, 1), np.nan),
    )


def byar(count: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find Byar's approximate interval of a Poisson mean.

    Args:
        count: Events, of any shape; need not be whole.
        z: Normal deviate of the level; not negative.

    Returns:
        Lower and upper limit, in events. The lower one is 0 for no events and never negative.
        NaN where *count* is missing or negative.

    Source:
        Breslow and Day, *Statistical methods in cancer research* II (IARC 82, 1987), p. 69.
    """
    x = floats(count)
    valid = np.isfinite(x) & (x >= 0)
    some = np.where(valid & (x > 0), x, 1)
    more = np.where(valid, x, 0) + 1
    lower = some * np.maximum(1 - 1 / (9 * some) - z / (3 * np.sqrt(some)), 0) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return (
        np.where(valid, np.where(x > 0, lower, 0), np.nan),
        np.where(valid, upper, np.nan),
    )


def poisson_exact(count: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find the exact two-sided interval of a Poisson mean, half the error in each tail.

    Args:
        count: Events, of any shape. Between whole numbers the limits follow the chi-square
            form, of which the tail sums are the case of whole ones.
        z: Normal deviate from which the level is derived, 0 to 6.

    Returns:
        Lower and upper limit, in events, to about 1e-12 of themselves. The lower one is 0 for
        no events. NaN where *count* is missing or negative.

    Raises:
        ValueError: *z* lies outside 0 to 6; names it.

    Source:
        F. Garwood, Biometrika 28 (1936): ``chi2(a/2; 2x)/2`` and ``chi2(1-a/2; 2x+2)/2``.
    """
    _check(z)
    x = floats(count)
    limits = [_exact(float(events), z) for events in x.ravel()]
    lower, upper = np.array(limits, dtype=np.float64).reshape(-1, 2).T
    return lower.reshape(x.shape), upper.reshape(x.shape)


def _check(z: float) -> None:
    if not 0 <= z <= MOST_Z:
        raise ValueError(f"z must lie between 0 and {MOST_Z:g}, not {z}")


def _exact(count: float, z: float) -> tuple[float, float]:
    if not math.isfinite(count) or count < 0:
        return math.nan, math.nan
    return (lower_mean(count, z) if count > 0 else 0.0), upper_mean(count, z)


def poisson_interval(count: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find the interval of a Poisson mean: exact below 10 events, Byar's from 10 on.

    Both limits grow with every whole event, across the change of formula too. Just below it
    they do not: the limits of 9.999 events lie a hair beyond those of 10.

    Args:
        count: Events, of any shape.
        z: Normal deviate of the level, 0 to 6.

    Returns:
        Lower and upper limit, in events. NaN where *count* is missing or negative.

    Raises:
        ValueError: *z* lies outside 0 to 6; names it.
    """
    _check(z)
    x = floats(count)
    is_few = x < BYAR_FROM
    lower, upper = byar(x, z)
    few_lower, few_upper = poisson_exact(x[is_few], z)
    lower[is_few], upper[is_few] = few_lower, few_upper
    return lower, upper


def rate_interval(count: npt.ArrayLike, exposure: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find the interval of a rate, its exposure taken as exact.

    Args:
        count: Events. Any shape that broadcasts with *exposure*.
        exposure: People, contracts or years among which they were counted.
        z: Normal deviate of the level, 0 to 6.

    Returns:
        Lower and upper limit per unit of exposure; multiply for «per 100,000». NaN where
        *exposure* is not above 0, either argument is missing, or *count* is negative.

    Raises:
        ValueError: *z* lies outside 0 to 6; names it.
    """
    x, n = np.broadcast_arrays(floats(count), floats(exposure))
    lower, upper = poisson_interval(x, z)
    divisor = np.where(np.isfinite(n) & (n > 0), n, np.nan)
    return np.asarray(lower / divisor), np.asarray(upper / divisor)


def is_comparable(lower: npt.ArrayLike, upper: npt.ArrayLike, benchmark: npt.ArrayLike) -> Booleans:
    """Whether an interval may be set against a benchmark: all three numbers are there."""
    low, high, mark = np.broadcast_arrays(floats(lower), floats(upper), floats(benchmark))
    return np.asarray(~(np.isnan(low) | np.isnan(high) | np.isnan(mark)))


def side(lower: npt.ArrayLike, upper: npt.ArrayLike, benchmark: npt.ArrayLike) -> Integers:
    """Say on which side of a benchmark an interval lies.

    The benchmark counts as exact. Whether lower is better or worse is for the caller to say.

    Args:
        lower: Lower limits. Any shape that broadcasts with the others, in one unit.
        upper: Upper limits.
        benchmark: What to compare with.

    Returns:
        -1 where the whole interval lies below the benchmark, 1 where it lies above, and 0
        where it holds or touches it. Also 0 where a number is missing: `is_comparable` tells
        «not different» from «not comparable».

    Source:
        OHID Fingertips, the rule of its benchmark comparison by confidence intervals.
    """
    low, high, mark = floats(lower), floats(upper), floats(benchmark)
    found = np.where(high < mark, -1, np.where(low > mark, 1, 0))
    return np.where(is_comparable(low, high, mark), found, 0).astype(np.int64)
