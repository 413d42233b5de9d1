"""Pure. How surprising a count or a value is, exactly, without a library for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

_OF_NORMAL = 1.4826
"""A MAD times this is the standard deviation, where values are normal: 1 / Φ⁻¹(3/4)."""
_NEGLIGIBLE = 1e-17


def upper_tail(count: int, total: int, chance: float) -> float:
    """Work out how likely it is that at least so many of a number of trials succeed.

    Args:
        count: Successes, from 0 to *total*.
        total: Trials, independent of each other.
        chance: Of success in one trial, strictly between 0 and 1.

    Returns:
        ``P(X >= count)`` of a binomial X, from 0 to 1, summed term by term: good to about
        1e-12 of itself for any number of trials.

    Source:
        The exact binomial test, Clopper and Pearson, Biometrika 26 (1934), 404-413.

    Example:
        >>> upper_tail(6, 6, 0.2)
        6.4e-05
    """
    if count <= 0:
        return 1.0
    if count <= total * chance:
        # Below the middle the other tail is the shorter one.
        return max(0.0, 1.0 - _sum(total - count + 1, total, 1.0 - chance))
    return _sum(count, total, chance)


def _sum(count: int, total: int, chance: float) -> float:
    """The terms from *count* up, which fall from the first when it lies above the middle."""
    odds = chance / (1.0 - chance)
    ways = math.lgamma(total + 1) - math.lgamma(count + 1) - math.lgamma(total - count + 1)
    term = math.exp(ways + count * math.log(chance) + (total - count) * math.log1p(-chance))
    result = 0.0
    for successes in range(count, total + 1):
        result += term
        if term < result * _NEGLIGIBLE:
            break
        term *= (total - successes) / (successes + 1) * odds
    return min(result, 1.0)


def robust_deviates(values: Sequence[float]) -> list[float]:
    """Measure how far each value lies from the middle one, in robust standard deviations.

    Args:
        values: At least one, in any unit; none missing.

    Returns:
        ``|x - median| / (1.4826 MAD)`` of each, without unit, in their order; all 0 where
        more than half of the values are the same, since nothing is then known of their spread.

    Source:
        Hampel, JASA 69 (1974), 383-393; Iglewicz and Hoaglin, How to Detect and Handle
        Outliers (1993).
    """
    middle = median(values)
    distances = [abs(value - middle) for value in values]
    spread = _OF_NORMAL * median(distances)
    return [distance / spread if spread else 0.0 for distance in distances]
