"""Pure. Whether a figure changed since the last period, and its recent trend, or why not to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

import numpy as np

from quipu.model import Indicator, Observation
from quipu.score.judge import counted_interval, unit_scale
from quipu.stats.change import (
    TREND_POINTS,
    Trend,
    TrendState,
    minimum_change,
    newcombe,
    rate_ratio,
    recent_trend,
)
from quipu.stats.intervals import Z95
from quipu.vocab import Direction, IndicatorType, ObsStatus

LEAST_POINTS = 5.0
"""Smallest change of a score that is reported, on a scale of 100."""
_UNEVEN = 1.5
"""A gap this many times as long as another is no regular step."""


class Move(StrEnum):
    """What may be said of a change."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    ROSE = "rose"
    """On an indicator that has no better end."""
    FELL = "fell"
    SAME = "same"
    """The change is no larger than chance, or than the smallest that is reported."""
    ADOPTED = "adopted"
    """Of a fact: yes where it was no, or a higher level."""
    WITHDRAWN = "withdrawn"
    NO_EARLIER = "no_earlier"
    BREAK = "break"
    """The series breaks between the two periods."""
    NO_COUNTS = "no_counts"
    """The source gives no counts, so chance cannot be told from change."""
    FEW_EVENTS = "few_events"
    NO_SCALE = "no_scale"
    """A score without goalposts: nothing says how much is much."""

    @property
    def is_told(self) -> bool:
        """Whether anything is said of the change itself."""
        return self in _TOLD


_TOLD = (
    *(Move.IMPROVED, Move.WORSENED, Move.ROSE, Move.FELL, Move.SAME),
    *(Move.ADOPTED, Move.WITHDRAWN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """How a figure moved."""

    kind: IndicatorType
    """What was judged: a count against chance, a score by its points, an event as it is."""
    move: Move
    before: Observation | None
    after: Observation
    lower: float | None
    """Interval of the change at 95 %: of a difference in the unit of the indicator, or of a
    ratio for rates; None where there is none."""
    upper: float | None
    trend: Trend


def movement(indicator: Indicator, series: Sequence[Observation]) -> Movement | None:
    """Judge the last change of a series and its trend.

    Args:
        indicator: What is measured.
        series: Comparable values of one area, oldest first, of one kind of period.

    Returns:
        What may be said; None for an empty series.
    """
    if not series:
        return None
    breaks = [n for n, o in enumerate(series) if o.status is ObsStatus.BREAK]
    move, lower, upper = _last(indicator, series)
    return Movement(
        kind=indicator.type,
        move=move,
        before=series[-2] if len(series) > 1 else None,
        after=series[-1],
        lower=lower,
        upper=upper,
        # A trend begins anew where the series breaks.
        trend=_trend(indicator, series[breaks[-1] :] if breaks else series),
    )


Change = tuple[Move, float | None, float | None]


def _last(indicator: Indicator, series: Sequence[Observation]) -> Change:
    if len(series) < 2:
        return Move.NO_EARLIER, None, None
    before, after = series[-2:]
    if after.status is ObsStatus.BREAK:
        return Move.BREAK, None, None
    kind = indicator.type
    if kind in (IndicatorType.BINARY, IndicatorType.ORDINAL):
        return _event(before, after), None, None
    if kind is IndicatorType.SCORE:
        return _score(indicator, before, after), None, None
    if kind in (IndicatorType.PERCENTAGE, IndicatorType.RATE) and before.counts and after.counts:
        return _counted(indicator, series, before.counts, after.counts)
    return Move.NO_COUNTS, None, None


def _event(before: Observation, after: Observation) -> Move:
    assert before.value is not None and after.value is not None  # a series holds values only
    if before.value == after.value:
        return Move.SAME
    return Move.ADOPTED if after.value > before.value else Move.WITHDRAWN


def _score(indicator: Indicator, before: Observation, after: Observation) -> Move:
    assert before.value is not None and after.value is not None  # a series holds values only
    low, high = indicator.goalpost_low, indicator.goalpost_high
    if low is None or high is None:
        return Move.NO_SCALE
    points = [float(value - low) / float(high - low) * 100 for value in (before.value, after.value)]
    return _told(indicator, int(minimum_change(points[0], points[1], LEAST_POINTS)))


def _counted(
    indicator: Indicator,
    series: Sequence[Observation],
    before: tuple[Decimal, Decimal],
    after: tuple[Decimal, Decimal],
) -> Change:
    numbers = float(after[0]), float(after[1]), float(before[0]), float(before[1])
    if indicator.type is IndicatorType.RATE:
        found = rate_ratio(*numbers, Z95)
        if found is None:
            return Move.FEW_EVENTS, None, None
        _, lower, upper = found
        return _told(indicator, _sign(lower, upper, 1.0)), lower, upper
    _, low, high = newcombe(*numbers, Z95)
    if np.isnan(low):
        # A part larger than its whole has no interval.
        return Move.NO_COUNTS, None, None
    scale = unit_scale(indicator, series)
    lower, upper = float(low) * scale, float(high) * scale
    return _told(indicator, _sign(lower, upper, 0.0)), lower, upper


def _sign(lower: float, upper: float, nothing: float) -> int:
    return 1 if lower > nothing else -1 if upper < nothing else 0


def _told(indicator: Indicator, sign: int) -> Move:
    if sign == 0:
        return Move.SAME
    if indicator.direction is Direction.NEUTRAL:
        return Move.ROSE if sign > 0 else Move.FELL
    is_good = (sign > 0) == (indicator.direction is Direction.HIGHER)
    return Move.IMPROVED if is_good else Move.WORSENED


def _trend(indicator: Indicator, series: Sequence[Observation]) -> Trend:
    scale = unit_scale(indicator, series)
    if scale and not _is_even(series[-TREND_POINTS:]):
        return Trend(state=TrendState.TOO_FEW_POINTS, slope=None, chi2=None)
    values = [float(o.value or 0) for o in series]
    limits = [counted_interval(indicator, o, scale, Z95) or (np.nan, np.nan) for o in series]
    return recent_trend(values, *zip(*limits, strict=True))


def _is_even(series: Sequence[Observation]) -> bool:
    """Whether periods follow at regular steps, so that a line through them means something."""
    steps = [(b.period.end - a.period.end).days for a, b in pairwise(series)]
    return not steps or max(steps) <= _UNEVEN * min(steps)
