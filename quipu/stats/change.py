"""Pure. Whether a figure moved: between two periods, over five, or in a score.

Nothing here says «improved»: that takes the direction of the indicator, which callers know.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Floats, Integers, floats
from quipu.stats.intervals import wilson

LEAST_EVENTS = 10
"""A ratio of rates needs this many events on both sides."""
TREND_POINTS = 5
TREND_CHI2 = 9.54953570608324
"""Chi-square of one degree of freedom at 99.8 %: the square of its normal deviate."""
WIDTH_OF_95 = 3.92
"""Standard errors across an interval of 95 %, as the trend algorithm rounds them."""
_ROUNDING = 1e-9


class TrendState(StrEnum):
    """What five points in a row say, or why they say nothing."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NOT_SIGNIFICANT = "not_significant"
    TOO_FEW_POINTS = "too_few_points"
    """There are fewer than five, or one of the last five is missing."""
    NO_INTERVAL = "no_interval"
    """One of the last five has no interval, or one without width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The recent trend of a series."""

    state: TrendState
    slope: float | None
    """Change a period, in the unit of the values; None when it cannot be calculated."""
    chi2: float | None
    """How far the slope is from 0, one degree of freedom; None with the slope."""


NO_TREND = Trend(state=TrendState.TOO_FEW_POINTS, slope=None, chi2=None)


def newcombe(
    count1: npt.ArrayLike,
    total1: npt.ArrayLike,
    count2: npt.ArrayLike,
    total2: npt.ArrayLike,
    z: float,
) -> tuple[Floats, Floats, Floats]:
    """Find the difference of two independent proportions, the first minus the second.

    For a change over time the first is the later period, so that a rise is positive.

    Args:
        count1: Cases that have the property. All four broadcast with one another.
        total1: Cases looked at.
        count2: As *count1*, of what is subtracted.
        total2: As *total1*, of what is subtracted.
        z: Normal deviate of the level.

    Returns:
        Difference, lower and upper limit, as proportions in [-1, 1]; times 100 they are
        percentage points. NaN where either proportion has no Wilson interval.

    Source:
        R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
    """
    p1, lower1, upper1 = _proportion(count1, total1, z)
    p2, lower2, upper2 = _proportion(count2, total2, z)
    difference = p1 - p2
    return (
        np.asarray(difference),
        np.asarray(difference - np.hypot(p1 - lower1, upper2 - p2)),
        np.asarray(difference + np.hypot(upper1 - p1, p2 - lower2)),
    )


def _proportion(
    count: npt.ArrayLike, total: npt.ArrayLike, z: float
) -> tuple[Floats, Floats, Floats]:
    lower, upper = wilson(count, total, z)
    valid = ~np.isnan(lower)
    return floats(count) / np.where(valid, floats(total), np.nan), lower, upper


def rate_ratio(
    count1: float, exposure1: float, count2: float, exposure2: float, z: float
) -> tuple[float, float, float] | None:
    """Find the ratio of two rates, the first over the second, with a log-normal interval.

    For a change over time the first is the later period, so that a rise is above 1.

    Args:
        count1: Events.
        exposure1: People, contracts or years among which they were counted.
        count2: As *count1*, of what is divided by.
        exposure2: As *exposure1*, of what is divided by; in the same unit.
        z: Normal deviate of the level.

    Returns:
        Ratio, lower and upper limit. None, «not calculated», when either side has fewer than
        10 events, no exposure, or a number missing.

    Source:
        Breslow and Day, *Statistical methods in cancer research* II (IARC 82, 1987); the
        standard error of the logarithm is ``sqrt(1/count1 + 1/count2)``.
    """
    numbers = (count1, exposure1, count2, exposure2)
    if not all(math.isfinite(number) for number in numbers):
        return None
    if min(count1, count2) < LEAST_EVENTS or min(exposure1, exposure2) <= 0:
        return None
    ratio = (count1 / exposure1) / (count2 / exposure2)
    reach = math.exp(z * math.sqrt(1 / count1 + 1 / count2))
    return ratio, ratio / reach, ratio * reach


def recent_trends(y: Floats, lower: Floats, upper: Floats) -> list[Trend]:
    """Judge the last five points of many series.

    A line is fitted with weights from the intervals. The trend counts when the slope differs
    from 0 at 99.8 % and keeps its sign whichever point is left out, so that no single year
    makes a trend.

    Args:
        y: Values, of shape (series, 5), oldest first, evenly spaced, in any unit; NaN is a
            period without a value, which is not jumped over.
        lower: Lower limits of 95 %, as *y*.
        upper: Upper limits of 95 %, as *y*.

    Returns:
        The trend of each series. Its slope and chi-square are there whenever a line could be
        fitted.

    Source:
        DHSC (OHID) Fingertips, *Recent trends*: weighted regression on the last five points.
    """
    is_whole = np.asarray(np.isfinite(y).all(axis=1))
    width = upper - lower
    has_width = np.asarray((np.isfinite(width) & (width > 0)).all(axis=1))
    sound = is_whole & has_width
    weights = (WIDTH_OF_95 / np.where(sound[:, None], width, 1.0)) ** 2
    values = np.where(sound[:, None], y, 0.0)
    slopes, errors = _fit(values, weights)
    keeps_sign = np.ones(len(y), dtype=bool)
    for left_out in range(TREND_POINTS):
        others = np.where(np.arange(TREND_POINTS) == left_out, 0, weights)
        keeps_sign &= np.sign(_fit(values, others)[0]) == np.sign(slopes)
    chi2 = (slopes / errors) ** 2
    is_sure = np.asarray(keeps_sign & (chi2 > TREND_CHI2))
    found = []
    for n in range(len(y)):
        if not is_whole[n]:
            found.append(NO_TREND)
        elif not has_width[n]:
            found.append(Trend(state=TrendState.NO_INTERVAL, slope=None, chi2=None))
        else:
            state = TrendState.NOT_SIGNIFICANT
            if is_sure[n]:
                state = TrendState.INCREASING if slopes[n] > 0 else TrendState.DECREASING
            found.append(Trend(state=state, slope=float(slopes[n]), chi2=float(chi2[n])))
    return found


def _fit(y: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Weighted slopes over 0, 1, 2… and their standard errors; a weight of 0 leaves a point out."""
    total = weights.sum(axis=1, keepdims=True)
    steps = np.arange(y.shape[1])
    x = steps - (weights * steps).sum(axis=1, keepdims=True) / total
    spread = (weights * x * x).sum(axis=1)
    middle = (weights * y).sum(axis=1, keepdims=True) / total
    return (weights * x * (y - middle)).sum(axis=1) / spread, 1 / np.sqrt(spread)


def minimum_change(before: npt.ArrayLike, after: npt.ArrayLike, least: float) -> Integers:
    """Say which scores moved by enough to be reported.

    A score has no interval of its own; the method reports changes of 5 points or more.

    Args:
        before: Scores of the earlier period, in points. Broadcasts with *after*.
        after: Scores of the later period.
        least: The smallest change that is reported, in points; itself reported, also when
            binary fractions leave a difference like 65.1 - 60.1 a hair short of it.

    Returns:
        1 where the score rose by *least* or more, -1 where it fell so, else 0. A score missing
        on either side gives 0.
    """
    change = floats(after) - floats(before)
    moved = np.abs(change) >= least - _ROUNDING
    return np.where(moved, np.sign(change), 0).astype(np.int64)


def probability_of_improvement(before_draws: npt.ArrayLike, after_draws: npt.ArrayLike) -> Floats:
    """Count in how many draws a composite came out higher in the later period.

    Each draw takes the same choices of method in both periods, so that only the data differ.

    Args:
        before_draws: Shape (draws,) or (draws, areas), in points, higher is better; NaN is a
            draw without a score.
        after_draws: The later period, in the same shape and order of draws.

    Returns:
        Shape () or (areas,): the share in [0, 1] of the draws with both scores whose later one
        is strictly higher; a draw that did not move is no improvement. NaN without such draws.

    Raises:
        ValueError: The shapes differ, or there is no axis of draws; names them.
    """
    before, after = floats(before_draws), floats(after_draws)
    if before.shape != after.shape or not before.ndim:
        raise ValueError(f"draws must be paired, not {before.shape} and {after.shape}")
    paired = (~(np.isnan(before) | np.isnan(after))).sum(axis=0)
    higher = (after > before).sum(axis=0)
    return np.asarray(np.where(paired > 0, higher / np.maximum(paired, 1), np.nan))
