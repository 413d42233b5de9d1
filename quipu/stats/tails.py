"""Pure. Exact limits of a Poisson mean, by inverting the tail sums of the distribution.

A Poisson tail sum is a regularised incomplete gamma function of the mean: the chance of *n* or
more events is ``P(n, mean)``, that of *n* or fewer is ``Q(n + 1, mean)``. Both are also defined
between whole numbers, and so are the limits.
"""

from __future__ import annotations

import math

_TINY = 1e-300
_LOG_TINY = -600.0
_PRECISION = 1e-16
_STEP = 2e-15
"""Newton stops at a relative step of this size: rounding moves it no further."""
_MOST_STEPS = 100


def lower_mean(count: float, z: float) -> float:
    """Find the smallest mean that *count* events do not contradict.

    Args:
        count: Events, above 0; need not be whole.
        z: Normal deviate of the two-sided level, 0 to 6.

    Returns:
        The mean at which *count* or more events have the chance of one tail, to about 1e-12
        of itself; 0 for so small a part of an event that no float is near enough to 0.
    """
    target = _log_tail(z)
    if target + math.lgamma(count + 1) < _LOG_TINY * count:
        return 0.0
    # Newton on the logarithm of the mean, in which the logarithm of the tail is concave: from
    # any start the first step lands at or below the solution, and the others climb to it.
    mean = max(math.exp((target + math.lgamma(count + 1)) / count), _cube(count, -z))
    for _ in range(_MOST_STEPS):
        tail, _other, density = _tails(count, mean)
        step = (target - math.log(tail)) * tail / density
        mean *= math.exp(step)
        if abs(step) <= _STEP:
            break
    return mean


def upper_mean(count: float, z: float) -> float:
    """Find the largest mean that *count* events do not contradict.

    Args:
        count: Events, 0 or more; need not be whole.
        z: Normal deviate of the two-sided level, 0 to 6.

    Returns:
        The mean at which *count* or fewer events have the chance of one tail, to about 1e-12
        of itself.
    """
    target = _log_tail(z)
    # The logarithm of this tail is concave in the mean itself.
    mean = _cube(count + 1, z)
    for _ in range(_MOST_STEPS):
        _other, tail, density = _tails(count + 1, mean)
        step = (math.log(tail) - target) * tail / density
        mean *= 1 + step
        if abs(step) <= _STEP:
            break
    return mean


def _log_tail(z: float) -> float:
    """Logarithm of the chance of one tail: ``log(alpha / 2)``."""
    return math.log(math.erfc(z / math.sqrt(2)) / 2)


def _cube(shape: float, z: float) -> float:
    """The Wilson-Hilferty approximation, near enough to start from; 0 where it fails."""
    return shape * max(1 - 1 / (9 * shape) + z / (3 * math.sqrt(shape)), 0) ** 3


def _tails(shape: float, mean: float) -> tuple[float, float, float]:
    """``P(shape, mean)``, ``Q(shape, mean)`` and the derivative of P by the logarithm of mean."""
    density = math.exp(shape * math.log(mean) - mean - math.lgamma(shape))
    if mean < shape + 1:
        lower = density * _series(shape, mean)
        return lower, 1 - lower, density
    upper = density * _fraction(shape, mean)
    return 1 - upper, upper, density


def _series(shape: float, mean: float) -> float:
    """``P / density`` as a sum of positive terms: no digit is lost."""
    term = total = 1 / shape
    while term > total * _PRECISION:
        shape += 1
        term *= mean / shape
        total += term
    return total


def _fraction(shape: float, mean: float) -> float:
    """``Q / density`` as a continued fraction, by Lentz's method."""
    b = mean + 1 - shape
    c = 1 / _TINY
    d = 1 / b
    result = d
    n = 0
    change = 0.0
    while abs(change - 1) > 2 * _PRECISION and n < 100_000:
        n += 1
        a = n * (shape - n)
        b += 2
        d = 1 / (a * d + b or _TINY)
        c = b + a / c or _TINY
        change = c * d
        result *= change
    return result
