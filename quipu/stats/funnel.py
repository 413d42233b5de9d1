"""Pure. Funnel plots: how far an area of a given size strays from the whole by chance alone.

They keep small regions from being named first or last for nothing but being small. A funnel
decides exactly as the interval of the area would: outside of the limits means that the area's
own interval does not hold the expected value.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Booleans, Floats, floats
from quipu.stats.intervals import poisson_interval


def proportion_limits(
    expected: npt.ArrayLike, totals: npt.ArrayLike, z: float
) -> tuple[Floats, Floats]:
    """Find the limits of the proportion observed in areas of given sizes.

    ``p0 ± z sqrt(p0 (1 - p0) / n)``. An area lies outside exactly when its Wilson interval of
    the same *z* does not hold *expected*: both solve the same equation, for the one variable
    and for the other.

    Args:
        expected: The proportion of the whole, in [0, 1]. Broadcasts with *totals*.
        totals: Cases looked at in each area.
        z: Normal deviate of the level.

    Returns:
        Lower and upper limit as proportions, clipped to [0, 1]. NaN where *totals* is 0,
        either argument is missing, or *expected* is no proportion.

    Source:
        D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202.
    """
    p, n = np.broadcast_arrays(floats(expected), floats(totals))
    valid = np.isfinite(n) & (n > 0) & (p >= 0) & (p <= 1)
    p, n = np.where(valid, p, 0), np.where(valid, n, 1)
    reach = z * np.sqrt(p * (1 - p) / n)
    return (
        np.where(valid, np.clip(p - reach, 0, 1), np.nan),
        np.where(valid, np.clip(p + reach, 0, 1), np.nan),
    )


def poisson_limits(expected_counts: npt.ArrayLike, z: float) -> tuple[Floats, Floats]:
    """Find the smallest and the largest count that an expected count leaves unremarkable.

    Defined by inverting `poisson_interval`: the lower limit is the smallest whole count whose
    interval still reaches up to the expected one, the upper limit the largest whose interval
    still reaches down to it. So a whole count lies outside exactly when its interval does not
    hold the expected count.

    Args:
        expected_counts: Events that the rate of the whole would give each area, of any shape.
        z: Normal deviate of the level, 0 to 6.

    Returns:
        Lower and upper limit, whole numbers of events that both count as inside. NaN where the
        expected count is missing or negative.

    Raises:
        ValueError: *z* lies outside 0 to 6; names it.
    """
    given = floats(expected_counts)
    valid = np.isfinite(given) & (given >= 0)
    expected = np.where(valid, given, 0)

    def is_high(count: Floats) -> Booleans:
        return np.asarray(poisson_interval(count, z)[0] > expected)

    def is_not_low(count: Floats) -> Booleans:
        return np.asarray(poisson_interval(count, z)[1] >= expected)

    below = np.floor(expected)
    beyond = below + 1
    while not np.all(found := is_high(beyond)):
        beyond = np.where(found, beyond, below + 2 * (beyond - below))
    first_high = _first(is_high, below, beyond)
    lower = _first(is_not_low, np.full_like(expected, -1), np.ceil(expected))
    return np.where(valid, lower, np.nan), np.where(valid, first_high - 1, np.nan)


def _first(holds: Callable[[Floats], Booleans], low: Floats, high: Floats) -> Floats:
    """Halve whole numbers to the first that *holds*, where *low* does not and *high* does."""
    while np.any(high - low > 1):
        middle = np.where(high - low > 1, np.floor((low + high) / 2), high)
        found = holds(middle)
        low, high = np.where(found, low, middle), np.where(found, middle, high)
    return high
