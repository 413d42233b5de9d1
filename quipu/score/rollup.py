"""Pure. The figure of an area computed from those of the areas right below it.

Nothing is filled in: where a part has no comparable figure of the period, there is no sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quipu.compare import IndicatorPanel
from quipu.model import Area, Observation
from quipu.periods import Period
from quipu.score.counts import unit_scale
from quipu.vocab import Rollup


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledUp:
    """What the parts of an area give together."""

    period: Period
    """The newest that most parts have a figure of."""
    value: Decimal | None
    """In the unit of the indicator; None where a part is missing, or has no counts."""
    known: int
    """How many parts have what the sum needs."""
    total: int
    """How many parts there are."""


def roll_up(panel: IndicatorPanel, parts: Sequence[Area]) -> RolledUp | None:
    """Add up the figures of the areas right below an area.

    Args:
        panel: The indicator in the kind of areas that the parts are of.
        parts: All areas right below; at least one.

    Returns:
        The sum, or how many parts it lacks; None where the indicator does not say how, or no
        part has a figure.
    """
    how = panel.indicator.rollup
    if how is None:
        return None
    rows = {(o.period, area.code): o for area in parts for o in panel.series.get(area.code, ())}
    if how is Rollup.RATIO:
        rows = {key: o for key, o in rows.items() if o.counts is not None}
    counts = Counter(period for period, _ in rows)
    if not counts:
        return None
    most = max(counts.values())
    period = max((p for p, n in counts.items() if n == most), key=lambda p: p.sort_key)
    found = [rows[period, area.code] for area in parts if (period, area.code) in rows]
    value = _sum(panel, how, found) if len(found) == len(parts) else None
    return RolledUp(period=period, value=value, known=len(found), total=len(parts))


def _sum(panel: IndicatorPanel, how: Rollup, rows: Sequence[Observation]) -> Decimal | None:
    if how is Rollup.SUM:
        return sum((o.value for o in rows if o.value is not None), Decimal(0))
    pairs = [o.counts for o in rows if o.counts is not None]
    whole = sum((pair[1] for pair in pairs), Decimal(0))
    scale = unit_scale(panel.indicator, rows)
    if not whole or not scale:
        return None
    return sum((pair[0] for pair in pairs), Decimal(0)) / whole * Decimal(round(scale))
