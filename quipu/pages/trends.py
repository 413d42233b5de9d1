"""Pure. What is asked of the charts of series over time: of one area, of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from quipu.charts import Series, TrendRequest, TrendSize
from quipu.compare import IndicatorPanel, is_comparable
from quipu.i18n.language import Language
from quipu.model import Area, Observation
from quipu.pages.requests import (
    MOST_ROWS,
    axis_unit,
    field_key,
    number_style,
    padded,
    style_key,
    value_of,
)
from quipu.periods import Period
from quipu.vocab import IndicatorType, ObsStatus

MIN_TREND_POINTS = 3


def trend_key(panel: IndicatorPanel, language: Language, area: Area | None = None) -> str:
    """The key of a trend: of one area, or of all of them together."""
    style = f"{style_key(language)} {axis_unit(panel.indicator, language)}"
    return f"trend {field_key(panel)} {area.code if area else '*'} {style}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendAxes:
    """What the trends of a panel have in common."""

    x_domain: tuple[float, float]
    x_ticks: tuple[tuple[float, str], ...]
    y_domain: tuple[float, float]
    median: tuple[tuple[float, float] | None, ...]
    """The points of its line; empty where too few areas have values."""


def with_trend(panel: IndicatorPanel) -> tuple[tuple[Observation, ...], ...]:
    """The series of the areas that have values of enough periods to show a trend."""
    return tuple(
        rows
        for area in panel.areas
        if len(rows := panel.series.get(area.code, ())) >= MIN_TREND_POINTS
    )


def axes_key(panel: IndicatorPanel) -> str:
    """The key of the axes that the trends of a panel share."""
    return f"axes {field_key(panel)}"


def trend_axes(panel: IndicatorPanel) -> TrendAxes:
    """The axes of a panel's trends: all areas on one scale, so that they can be compared."""
    shown = [panel.series[area.code] for area in panel.areas if area.code in panel.series]
    return _axes(shown, _median_points(panel))


def _axes(
    shown: Sequence[Sequence[Observation]], median: tuple[tuple[float, float] | None, ...] = ()
) -> TrendAxes:
    periods = sorted({o.period for rows in shown for o in rows}, key=lambda p: p.sort_key)
    start, end = _time(periods[0]), _time(periods[-1])
    return TrendAxes(
        x_domain=(start, end if end > start else start + 1),
        x_ticks=tuple((_time(p), _tick(p)) for p in _some(periods)),
        y_domain=padded([value_of(o) for rows in shown for o in rows]),
        median=median,
    )


def all_trends_request(panel: IndicatorPanel, language: Language) -> TrendRequest | None:
    """The trends of all areas, or of their quantiles where they are many; None without any.

    Many areas of which no period has enough values have no quantiles to draw.
    """
    shown = with_trend(panel)
    if not shown:
        return None
    median = _median_points(panel)
    axes = _axes(shown, median)
    if not is_by_quantiles(panel):
        lines = [(rows[0].ref_area, _points(rows)) for rows in shown]
    else:
        lines = [(f"{share:g}", points) for share, points in quantile_lines(panel)]
        spread = [point[1] for _, points in lines for point in points if point is not None]
        if not spread:
            return None
        axes = replace(axes, y_domain=padded(spread))
    series = [Series(role="context", code=code, points=points) for code, points in lines]
    if median:
        series.append(Series(role="median", code="", points=median))
    return _trend(panel, series, axes, language, TrendSize.LARGE)


def is_by_quantiles(panel: IndicatorPanel) -> bool:
    """Whether a line an area would be too many lines."""
    return len(with_trend(panel)) > MOST_ROWS


QUANTILES = (0.1, 0.25, 0.75, 0.9)
"""Shares of the areas below the thin lines of a trend of many areas."""


def quantile_lines(
    panel: IndicatorPanel,
) -> tuple[tuple[float, tuple[tuple[float, float] | None, ...]], ...]:
    """Lines through the value of the area below which a share of the areas lie, by period.

    Of the values that the median is of, in the periods that have one; a line is parted where
    that of the median is.
    """
    values: dict[float, list[float]] = defaultdict(list)
    pages = {area.code for area in panel.areas}
    for code, rows in panel.series.items():
        if code in pages:
            for o in rows:
                if is_comparable(panel.indicator, o):
                    values[_time(o.period)].append(value_of(o))
    ordered = {time: sorted(found) for time, found in values.items()}
    median = _median_points(panel)
    return tuple(
        (
            share,
            tuple(
                (point[0], ordered[point[0]][int(share * (len(ordered[point[0]]) - 1))])
                # A median may be of another kind of period than the series are.
                if point is not None and point[0] in ordered
                else None
                for point in median
            ),
        )
        for share in QUANTILES
    )


def trend_request(
    panel: IndicatorPanel, language: Language, area: Area, axes: TrendAxes
) -> TrendRequest | None:
    """The trend of one area; None where it has values of too few periods."""
    rows = panel.series.get(area.code, ())
    if len(rows) < MIN_TREND_POINTS:
        return None
    series = [Series(role="own", code=area.code, points=_points(rows))]
    # Amounts and counts of areas of very different size do not share a scale.
    if panel.indicator.type in (IndicatorType.AMOUNT, IndicatorType.COUNT):
        axes = _axes([rows])
    elif axes.median:
        series.append(Series(role="median", code="", points=axes.median))
    return _trend(panel, series, axes, language, TrendSize.SMALL)


def _trend(
    panel: IndicatorPanel,
    series: Sequence[Series],
    axes: TrendAxes,
    language: Language,
    size: TrendSize,
) -> TrendRequest:
    return TrendRequest(
        series=tuple(series),
        x_domain=axes.x_domain,
        x_ticks=axes.x_ticks,
        y_domain=axes.y_domain,
        numbers=number_style(language),
        unit_short="" if panel.indicator.unit.is_prefix else axis_unit(panel.indicator, language),
        size=size,
    )


def _points(rows: Sequence[Observation]) -> tuple[tuple[float, float] | None, ...]:
    """The points of a line, parted where a period is missing or the series breaks."""
    points: list[tuple[float, float] | None] = []
    before: Observation | None = None
    for row in rows:
        if before is not None and not _continues(before.period, row):
            points.append(None)
        points.append((_time(row.period), value_of(row)))
        before = row
    return tuple(points)


def _continues(before: Period, row: Observation) -> bool:
    return row.status is not ObsStatus.BREAK and before.end + timedelta(days=1) == row.period.start


def _median_points(panel: IndicatorPanel) -> tuple[tuple[float, float] | None, ...]:
    breaks = {
        o.period for rows in panel.series.values() for o in rows if o.status is ObsStatus.BREAK
    }
    points: list[tuple[float, float] | None] = []
    before: Period | None = None
    for period, value in panel.medians:
        adjacent = before is not None and before.end + timedelta(days=1) == period.start
        if before is not None and (period in breaks or not adjacent):
            points.append(None)
        points.append((_time(period), float(value)))
        before = period
    return tuple(points)


@lru_cache(maxsize=4096)
def _time(period: Period) -> float:
    """Where a period stands on a time axis, in years; a whole year stands at its number."""
    middle = period.start + (period.end - period.start) / 2
    if period.frequency == "year":
        return float(period.start.year)
    return round(middle.year + (middle.timetuple().tm_yday - 1) / 365.25 - 0.5, 4)


def _tick(period: Period) -> str:
    return period.code


def _some(periods: Sequence[Period]) -> Sequence[Period]:
    """First, last and one or two in between: as many labels as a phone has room for."""
    if len(periods) < 3:
        return periods
    first, last = periods[0], periods[-1]
    start, length = _time(first), _time(last) - _time(first)
    between = [p for p in periods[1:-1] if 0.35 <= (_time(p) - start) / length <= 0.65]
    middle = sorted(between, key=lambda p: abs((_time(p) - start) / length - 0.5))[:1]
    return [first, *middle, last]
