"""Pure. Figures that rest on counts: what a ratio is multiplied by, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from quipu.model import Indicator, Observation
from quipu.stats.intervals import rate_interval, wilson
from quipu.vocab import IndicatorType

Interval = tuple[float, float] | None
"""Lower and upper limit, in the unit of the indicator."""


def unit_scale(indicator: Indicator, rows: Sequence[Observation]) -> float:
    """What ratios are multiplied by to give the values: 100 for per cent, 100,000 for rates.

    Read off the rows that have counts, since a unit's name does not say it, and rounded to a
    power of ten; 0 where none has them, or the type has none. Where every count is 0 no ratio
    tells it: then it is that of a percentage, or 0 for a rate.
    """
    pairs = [(o.value, pair) for o in rows if (pair := o.counts) is not None and pair[1]]
    if indicator.type not in (IndicatorType.PERCENTAGE, IndicatorType.RATE) or not pairs:
        return 0.0
    ratios = [float(value * pair[1] / pair[0]) for value, pair in pairs if value and pair[0]]
    if not ratios:
        return 100.0 if indicator.type is IndicatorType.PERCENTAGE else 0.0
    return float(10.0 ** round(np.log10(np.median(ratios))))


def counted_intervals(
    indicator: Indicator, rows: Sequence[Observation], scale: float, z: float
) -> list[Interval]:
    """The intervals of shares or rates, in the unit of the indicator; None where there is none."""
    pairs = [o.counts for o in rows]
    if not scale or not any(pairs):
        return [None] * len(rows)
    limits = wilson if indicator.type is IndicatorType.PERCENTAGE else rate_interval
    counts = [float(pair[0]) if pair else np.nan for pair in pairs]
    totals = [float(pair[1]) if pair else np.nan for pair in pairs]
    lower, upper = (ends * scale for ends in limits(counts, totals, z))
    return [
        None if math.isnan(low) else (low, high)
        for low, high in zip(lower.tolist(), upper.tolist(), strict=True)
    ]
