"""Pure. Whether a figure changed since the last period, and its recent trend, or why not to say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from quipu.model import Indicator, Observation
from quipu.score.counts import counted_intervals, unit_scale
from quipu.stats.change import (
    NO_TREND,
    TREND_POINTS,
    Trend,
    minimum_change,
    newcombe,
    rate_ratio,
    recent_trends,
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


def movements(
    indicator: Indicator, series: Mapping[str, Sequence[Observation]]
) -> dict[str, Movement]:
    """Judge the last change and the trend of every area.

    Args:
        indicator: What is measured.
        series: Comparable values by area, oldest first, of one kind of period.

    Returns:
        What may be said, by area; areas without any value are left out.
    """
    shown = {area: rows for area, rows in series.items() if rows}
    scale = unit_scale(indicator, [o for rows in shown.values() for o in rows])
    changes = _last_changes(indicator, list(shown.values()), scale)
    trends = _trends(indicator, list(shown.values()), scale)
    return {
        area: Movement(
            kind=indicator.type,
            move=move,
            before=rows[-2] if len(rows) > 1 else None,
            after=rows[-1],
            lower=lower,
            upper=upper,
            trend=trend,
        )
        for (area, rows), (move, lower, upper), trend in zip(
            shown.items(), changes, trends, strict=True
        )
    }


Change = tuple[Move, float | None, float | None]
Series = Sequence[Observation]


def _last_changes(indicator: Indicator, series: Sequence[Series], scale: float) -> list[Change]:
    """What may be said of the last change of each series."""
    found = [_plain_change(indicator, rows) for rows in series]
    if indicator.type is IndicatorType.RATE:
        return [
            change or _rate_change(indicator, rows)
            for change, rows in zip(found, series, strict=True)
        ]
    open_ = [rows for change, rows in zip(found, series, strict=True) if change is None]
    shares = iter(_share_changes(indicator, open_, scale) if open_ else ())
    return [change or next(shares) for change in found]


def _plain_change(indicator: Indicator, series: Series) -> Change | None:
    """What needs no interval; None for a change of counts, which does."""
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
        return None
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


def _rate_change(indicator: Indicator, series: Series) -> Change:
    before, after = series[-2].counts, series[-1].counts
    assert before is not None and after is not None  # asked only of counts
    numbers = float(after[0]), float(after[1]), float(before[0]), float(before[1])
    found = rate_ratio(*numbers, Z95)
    if found is None:
        return Move.FEW_EVENTS, None, None
    _, lower, upper = found
    return _told(indicator, _sign(lower, upper, 1.0)), lower, upper


def _share_changes(indicator: Indicator, series: Sequence[Series], scale: float) -> list[Change]:
    pairs = [(*(rows[-1].counts or ()), *(rows[-2].counts or ())) for rows in series]
    after, of_after, before, of_before = np.array(pairs, dtype=np.float64).T
    _, lowest, highest = newcombe(after, of_after, before, of_before, Z95)
    found: list[Change] = []
    for low, high in zip((lowest * scale).tolist(), (highest * scale).tolist(), strict=True):
        if math.isnan(low):
            # A part larger than its whole has no interval.
            found.append((Move.NO_COUNTS, None, None))
        else:
            found.append((_told(indicator, _sign(low, high, 0.0)), low, high))
    return found


def _sign(lower: float, upper: float, nothing: float) -> int:
    return 1 if lower > nothing else -1 if upper < nothing else 0


def _told(indicator: Indicator, sign: int) -> Move:
    if sign == 0:
        return Move.SAME
    if indicator.direction is Direction.NEUTRAL:
        return Move.ROSE if sign > 0 else Move.FELL
    is_good = (sign > 0) == (indicator.direction is Direction.HIGHER)
    return Move.IMPROVED if is_good else Move.WORSENED


def _trends(indicator: Indicator, series: Sequence[Series], scale: float) -> list[Trend]:
    """The recent trend of each series; it begins anew where the series breaks."""
    last = [_last_five(rows) for rows in series]
    is_fit = [len(rows) == TREND_POINTS and (not scale or _is_even(rows)) for rows in last]
    fit = [rows for rows, yes in zip(last, is_fit, strict=True) if yes]
    if not fit:
        return [NO_TREND] * len(series)
    flat = [o for rows in fit for o in rows]
    limits = [ends or (np.nan, np.nan) for ends in counted_intervals(indicator, flat, scale, Z95)]
    lower, upper = np.array(limits).T.reshape(2, -1, TREND_POINTS)
    values = np.array([float(o.value or 0) for o in flat]).reshape(-1, TREND_POINTS)
    found = iter(recent_trends(values, lower, upper))
    return [next(found) if yes else NO_TREND for yes in is_fit]


def _last_five(series: Series) -> Series:
    breaks = [n for n, o in enumerate(series) if o.status is ObsStatus.BREAK]
    return (series[breaks[-1] :] if breaks else series)[-TREND_POINTS:]


def _is_even(series: Sequence[Observation]) -> bool:
    """Whether periods follow at regular steps, so that a line through them means something."""
    steps = [(b.period.end - a.period.end).days for a, b in pairwise(series)]
    return not steps or max(steps) <= _UNEVEN * min(steps)
