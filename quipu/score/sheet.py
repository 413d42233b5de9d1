"""Pure. Which value of each indicator stands for an area today, and why there is none.

Nothing is imputed and nothing forbidden gets in: only values of quality A or B, of the area
itself and not of several together, not out of date, on denominators that are large enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import numpy as np

from quipu.compare import is_comparable
from quipu.method import LATEST, MAX_AGE_MONTHS
from quipu.model import Area, Catalog, Indicator, Observation
from quipu.periods import months_between, parse_period
from quipu.score.draws import Errors
from quipu.score.points import Scale
from quipu.stats.arrays import Floats
from quipu.stats.intervals import Z95
from quipu.vocab import Direction, IndicatorStatus, IndicatorType, Normalisation, ObsStatus


class Reason(StrEnum):
    """Why an area has no points on an indicator or a group."""

    NONE = ""
    WANTED = "wanted"
    """Nobody publishes the indicator by area yet."""
    RETIRED = "retired"
    NO_VALUE = "no_value"
    """Other areas have a value; this one has none."""
    JOINT = "joint"
    """Published only together with another area."""
    PARTIAL = "partial"
    """Only in a partial or undated list."""
    TOO_OLD = "too_old"
    SMALL_DENOMINATOR = "small_denominator"
    NO_GOALPOSTS = "no_goalposts"
    NO_SPREAD = "no_spread"
    """All values are equal, so the normalisation cannot tell them apart."""
    COVERAGE = "coverage"
    """Of a group: too little of its weight is present."""
    NO_FIGURES = "no_figures"
    """Of a group: none of its indicators has a value that may be scored, in any area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An indicator as a score uses it."""

    indicator: Indicator
    direction: Direction
    """Which end earns points."""
    max_age_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The values that count: areas in rows, indicators in columns."""

    areas: tuple[str, ...]
    columns: tuple[Column, ...]
    values: Floats
    """Shape (areas, columns), in the unit of each indicator; NaN where there is none."""
    rows: Mapping[tuple[str, str], Observation]
    """The observation behind each value, by area and indicator."""
    reasons: Mapping[tuple[str, str], Reason]
    """Why there is no value, by area and indicator."""
    scale: Scale
    numerators: Floats
    """Counts behind the values, same shape; NaN where the source gives none."""
    denominators: Floats
    is_share: Floats
    """1 where a value is a part of a whole, 0 where it is a count over an exposure."""
    errors: Errors


def column_of(
    indicator: Indicator, direction: Direction | None = None, max_age_months: int | None = None
) -> Column:
    """An indicator as a score uses it; the arguments override what it says of itself."""
    own = indicator.max_age_months
    return Column(
        indicator=indicator,
        direction=direction or indicator.direction,
        max_age_months=max_age_months or (MAX_AGE_MONTHS if own is None else own),
    )


def fill(
    catalog: Catalog,
    areas: Sequence[Area],
    columns: Iterable[Column],
    as_of: date,
    *,
    is_past: bool = False,
) -> Sheet:
    """Choose the value of every indicator in every area.

    Args:
        catalog: The facts; its method says of which period, or that the newest counts.
        areas: The rows; each stands for itself alone.
        columns: The indicators, and how each is used.
        as_of: The day from which ages are counted.
        is_past: Whether that day is looked back at: periods that were not over then do not
            count. Today a year that is running may have figures.

    Returns:
        The sheet, with the reason for every gap.
    """
    chosen = tuple(columns)
    shape = (len(areas), len(chosen))
    values, numerators, denominators, deviations = (np.full(shape, np.nan) for _ in range(4))
    rows: dict[tuple[str, str], Observation] = {}
    reasons: dict[tuple[str, str], Reason] = {}
    for c, column in enumerate(chosen):
        newest, gaps = _newest(catalog, column, as_of, is_past=is_past)
        for a, area in enumerate(areas):
            key = (area.code, column.indicator.id)
            row = newest.get(area.code)
            if row is None:
                reasons[key] = _reason(catalog, column, area, gaps)
                continue
            rows[key] = row
            values[a, c] = _float(row.value)
            numerators[a, c], denominators[a, c] = _float(row.numerator), _float(row.denominator)
            deviations[a, c] = _deviation(row)
    shares = [column.indicator.type is IndicatorType.PERCENTAGE for column in chosen]
    return Sheet(
        areas=tuple(area.code for area in areas),
        columns=chosen,
        values=values,
        rows=rows,
        reasons=reasons,
        scale=_scale(catalog, chosen, areas),
        numerators=numerators,
        denominators=denominators,
        is_share=np.broadcast_to(np.array(shares, dtype=np.float64), shape),
        errors=Errors(
            deviations=deviations,
            least=np.array([_float(c.indicator.valid_min, -np.inf) for c in chosen]),
            most=np.array([_float(c.indicator.valid_max, np.inf) for c in chosen]),
        ),
    )


def _deviation(row: Observation) -> float:
    """The standard error that a published interval of 95 % tells; NaN where counts tell more."""
    if row.counts is not None or row.lower is None or row.upper is None:
        return np.nan
    return float(row.upper - row.lower) / (2 * Z95)


def _newest(
    catalog: Catalog, column: Column, as_of: date, *, is_past: bool
) -> tuple[dict[str, Observation], dict[str, Reason]]:
    """The value that counts of each area, and the reason of those whose values do not."""
    indicator = column.indicator
    found: dict[str, Observation] = {}
    gaps: dict[str, Reason] = {}
    if indicator.status is not IndicatorStatus.LIVE:
        return found, gaps
    period = catalog.method.period if catalog.method else LATEST
    limit = as_of if period == LATEST else parse_period(period).end
    is_closed = is_past or period != LATEST
    rows = sorted(catalog.observations_by_indicator[indicator.id], key=lambda o: o.period.sort_key)
    for row in rows:
        if is_closed and row.period.end > limit:
            continue
        if row.value is None:
            # A newer row that says why there is no value stands above an older value.
            found.pop(row.ref_area, None)
            gaps.pop(row.ref_area, None)
            continue
        if row.status is ObsStatus.FORECAST:
            continue
        if not row.quality.is_comparable:
            gaps.setdefault(row.ref_area, Reason.PARTIAL)
        elif not is_comparable(indicator, row):
            gaps[row.ref_area] = Reason.SMALL_DENOMINATOR
            found.pop(row.ref_area, None)
        elif months_between(row.period.end, limit) > column.max_age_months:
            gaps[row.ref_area] = Reason.TOO_OLD
        else:
            found[row.ref_area] = row
    return found, gaps


def _reason(catalog: Catalog, column: Column, area: Area, gaps: Mapping[str, Reason]) -> Reason:
    status = column.indicator.status
    if status is not IndicatorStatus.LIVE:
        return Reason.WANTED if status is IndicatorStatus.WANTED else Reason.RETIRED
    own = gaps.get(area.code)
    if own in (Reason.TOO_OLD, Reason.SMALL_DENOMINATOR):
        return own
    joint = {composite.code for composite in catalog.composites_by_member[area.code]}
    rows = catalog.observations_by_indicator[column.indicator.id]
    if any(row.ref_area in joint and row.value is not None for row in rows):
        return Reason.JOINT
    return own or Reason.NO_VALUE


def why_no_points(sheet: Sheet, how: Normalisation, where: tuple[int, int]) -> Reason:
    """Why a cell, given by its row and column, has no points."""
    a, c = where
    reason = sheet.reasons.get((sheet.areas[a], sheet.columns[c].indicator.id))
    if reason is not None:
        return reason
    lacks_posts = np.isnan(sheet.scale.low[c]) or np.isnan(sheet.scale.high[c])
    is_lacking = how is Normalisation.GOALPOSTS and lacks_posts
    return Reason.NO_GOALPOSTS if is_lacking else Reason.NO_SPREAD


def _scale(catalog: Catalog, columns: Sequence[Column], areas: Sequence[Area]) -> Scale:
    codes = {area.code for area in areas}
    low, high = [], []
    for column in columns:
        rows = catalog.observations_by_indicator[column.indicator.id]
        pool = [
            float(row.value)
            for row in rows
            if row.ref_area in codes
            and row.value is not None
            and row.status is not ObsStatus.FORECAST
            and is_comparable(column.indicator, row)
        ]
        low.append(min(pool, default=np.nan))
        high.append(max(pool, default=np.nan))
    posts = [(column.indicator.goalpost_low, column.indicator.goalpost_high) for column in columns]
    return Scale(
        sign=np.array([-1.0 if c.direction is Direction.LOWER else 1.0 for c in columns]),
        low=np.array([_float(one) for one, _ in posts], dtype=np.float64),
        high=np.array([_float(other) for _, other in posts], dtype=np.float64),
        pooled_low=np.array(low, dtype=np.float64),
        pooled_high=np.array(high, dtype=np.float64),
    )


def _float(number: Decimal | None, absent: float = np.nan) -> float:
    return absent if number is None else float(number)
