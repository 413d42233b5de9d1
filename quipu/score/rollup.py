"""Pure. The figure of an area computed from those of the areas right below it.

Nothing is filled in: where a part has no comparable figure of the period, there is no sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from quipu.compare import MIN_SHARE
from quipu.model import Area, Indicator, Observation
from quipu.periods import Period
from quipu.score.counts import unit_scale
from quipu.vocab import Rollup


class Without(StrEnum):
    """Why there is no figure."""

    PARTS = "parts"
    """Parts have no comparable figure of the period."""
    COUNTS = "counts"
    """Parts have no numerator and denominator of the period, where those are added up."""
    WHOLE = "whole"
    """The denominators add up to zero."""
    SCALE = "scale"
    """The figures do not tell what a ratio is multiplied by, such as 100,000 for a rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledUp:
    """What the parts of an area give together."""

    period: Period
    """The newest that enough parts have a figure of, or else the one that most have."""
    value: Decimal | None
    """In the unit of the indicator; None with a reason."""
    without: Without | None
    lacking: tuple[Area, ...]
    """The parts that have nothing to add in that period."""
    total: int
    """How many parts there are."""


def roll_up(
    indicator: Indicator, series: Mapping[str, Sequence[Observation]], parts: Sequence[Area]
) -> RolledUp | None:
    """Add up the figures of the areas right below an area.

    Of the newest period that at least `MIN_SHARE` of the parts have, as where areas are
    compared: an older one is never taken because it happens to be whole.

    Args:
        indicator: Whose figures are added up.
        series: Comparable values by area code.
        parts: All areas right below, of whatever kind; at least one.

    Returns:
        The sum, or why there is none; None where the indicator does not say how, or no part
        has a figure.
    """
    how = indicator.rollup
    if how is None:
        return None
    rows = {(o.period, area.code): o for area in parts for o in series.get(area.code, ())}
    if how is Rollup.RATIO:
        rows = {key: o for key, o in rows.items() if o.counts is not None}
    counts = Counter(period for period, _ in rows)
    if not counts:
        return None
    enough = min(max(counts.values()), MIN_SHARE * len(parts))
    period = max((p for p, n in counts.items() if n >= enough), key=lambda p: p.sort_key)
    found = [rows[period, area.code] for area in parts if (period, area.code) in rows]
    lacking = tuple(area for area in parts if (period, area.code) not in rows)
    value, without = _sum(indicator, how, found)
    if lacking:
        value, without = None, Without.PARTS if how is Rollup.SUM else Without.COUNTS
    return RolledUp(period=period, value=value, without=without, lacking=lacking, total=len(parts))


def _sum(
    indicator: Indicator, how: Rollup, rows: Sequence[Observation]
) -> tuple[Decimal | None, Without | None]:
    if how is Rollup.SUM:
        return sum((o.value for o in rows if o.value is not None), Decimal(0)), None
    pairs = [o.counts for o in rows if o.counts is not None]
    part = sum((pair[0] for pair in pairs), Decimal(0))
    whole = sum((pair[1] for pair in pairs), Decimal(0))
    if not whole:
        return None, Without.WHOLE
    if not part:
        return Decimal(0), None
    scale = unit_scale(indicator, rows)
    return (part / whole * Decimal(round(scale)), None) if scale else (None, Without.SCALE)
