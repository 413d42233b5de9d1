"""Pure. Which charts a site needs, asked for all at once so that they are drawn in few strokes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from quipu.charts import (
    ChartRequest,
    DotRow,
    DotsRequest,
    NumberStyle,
    Series,
    StripRequest,
    TrendRequest,
    TrendSize,
)
from quipu.compare import Compared, IndicatorPanel
from quipu.i18n.language import Language
from quipu.model import Area, Catalog, Indicator, Observation
from quipu.periods import Period
from quipu.vocab import IndicatorType, ObsStatus

MIN_TREND_POINTS = 3
_MAX_UNIT_CHARACTERS = 3
_FROM_ZERO = (IndicatorType.COUNT, IndicatorType.AMOUNT, IndicatorType.RATE)
_PADDING = 0.06


def chart_requests(
    catalog: Catalog, panels: Mapping[str, IndicatorPanel], languages: Iterable[Language]
) -> tuple[ChartRequest, ...]:
    """Every chart of every page; languages that write numbers alike share theirs."""
    requests: dict[str, ChartRequest] = {}
    for language in languages:
        style = number_style(language)
        for panel in panels.values():
            for request in _of_panel(catalog, panel, language, style):
                requests[request.key] = request
    return tuple(requests.values())


def _of_panel(
    catalog: Catalog, panel: IndicatorPanel, language: Language, style: NumberStyle
) -> Iterable[ChartRequest]:
    compared = panel.compared
    if compared is not None and has_spread(compared):
        yield _strip(panel.indicator, compared, language, style)
        yield _dots(catalog, panel.indicator, compared, language)
    if has_trend(catalog, panel):
        yield _large_trend(catalog, panel, language, style)
    for area in catalog.page_areas:
        if len(panel.series.get(area.code, ())) >= MIN_TREND_POINTS:
            yield _small_trend(catalog, panel, area, language, style)


def number_style(language: Language) -> NumberStyle:
    """How a language writes the numbers of an axis."""
    formats = language.formats
    return NumberStyle(decimal=formats.decimal_mark, thousands=formats.thousands_mark)


def strip_key(indicator: Indicator, language: Language) -> str:
    """The key of an indicator's strip."""
    return f"strip {indicator.id} {_style_key(language)} {_axis_unit(indicator, language)}"


def dots_key(indicator: Indicator, language: Language) -> str:
    """The key of an indicator's ranking chart."""
    return f"dots {indicator.id} {language.code}"


def trend_key(indicator: Indicator, language: Language, area: Area | None = None) -> str:
    """The key of a trend: of one area, or of all of them together."""
    style = f"{_style_key(language)} {_axis_unit(indicator, language)}"
    return f"trend {indicator.id} {area.code if area else '*'} {style}"


def _style_key(language: Language) -> str:
    return f"{language.formats.decimal_mark}{language.formats.thousands_mark}"


def _axis_unit(indicator: Indicator, language: Language) -> str:
    """The unit next to an axis label, where it is short enough to stand there."""
    unit = language.text(indicator.unit.short)
    return unit if len(unit) <= _MAX_UNIT_CHARACTERS else ""


def has_spread(compared: Compared) -> bool:
    """Whether the values differ, so that a scale can be drawn."""
    return compared.observations[0].value != compared.observations[-1].value


def has_trend(catalog: Catalog, panel: IndicatorPanel) -> bool:
    """Whether any area that has a page has values of enough periods to show a trend."""
    return any(
        len(panel.series.get(area.code, ())) >= MIN_TREND_POINTS for area in catalog.page_areas
    )


def _strip(
    indicator: Indicator, compared: Compared, language: Language, style: NumberStyle
) -> StripRequest:
    values = tuple((o.ref_area, _number(o)) for o in compared.observations)
    numbers = [value for _, value in values]
    return StripRequest(
        key=strip_key(indicator, language),
        domain=(min(numbers), max(numbers)),
        values=values,
        median=float(compared.median),
        numbers=style,
        decimals=indicator.decimals,
        unit_short=_axis_unit(indicator, language),
        unit_is_prefix=indicator.unit.is_prefix,
    )


def _dots(
    catalog: Catalog, indicator: Indicator, compared: Compared, language: Language
) -> DotsRequest:
    numbers = [_number(o) for o in compared.observations]
    from_zero = indicator.type in _FROM_ZERO and min(numbers) >= 0
    low = 0.0 if from_zero else min(numbers)
    areas = catalog.areas_by_code
    middle, shown = language._("Mediana"), short_value(language, indicator, compared.median)
    return DotsRequest(
        key=dots_key(indicator, language),
        rows=tuple(
            DotRow(
                code=o.ref_area,
                label=language.text(areas[o.ref_area].names),
                value=_number(o),
                value_label=short_value(language, indicator, o.value or Decimal(0)),
            )
            for o in compared.observations
        ),
        domain=(low, max(numbers)) if from_zero else _padded(numbers),
        zero_based=from_zero,
        reference=((float(compared.median), f"{middle} {shown}"),),
    )


def short_value(language: Language, indicator: Indicator, value: Decimal | float) -> str:
    """A value as it fits a chart: exact below a hundred thousand, in short form above."""
    if not -100_000 < value < 100_000:
        return language.formats.compact(value)
    return language.bare_value(indicator, value)


def _large_trend(
    catalog: Catalog, panel: IndicatorPanel, language: Language, style: NumberStyle
) -> TrendRequest:
    shown = [
        rows
        for area in catalog.page_areas
        if len(rows := panel.series.get(area.code, ())) >= MIN_TREND_POINTS
    ]
    series = [Series(role="context", code=rows[0].ref_area, points=_points(rows)) for rows in shown]
    if panel.medians:
        series.append(Series(role="median", code="", points=_median_points(panel)))
    return _trend(
        panel, series, shown, language, style, trend_key(panel.indicator, language), TrendSize.LARGE
    )


def _small_trend(
    catalog: Catalog, panel: IndicatorPanel, area: Area, language: Language, style: NumberStyle
) -> TrendRequest:
    rows = panel.series[area.code]
    series = [Series(role="own", code=area.code, points=_points(rows))]
    # Amounts and counts of areas of very different size do not share a scale.
    by_size = panel.indicator.type in (IndicatorType.AMOUNT, IndicatorType.COUNT)
    scale = [rows]
    if not by_size:
        if panel.medians:
            series.append(Series(role="median", code="", points=_median_points(panel)))
        scale = [panel.series[a.code] for a in catalog.page_areas if a.code in panel.series]
    key = trend_key(panel.indicator, language, area)
    return _trend(panel, series, scale, language, style, key, TrendSize.SMALL)


def _trend(
    panel: IndicatorPanel,
    series: Sequence[Series],
    scale: Sequence[Sequence[Observation]],
    language: Language,
    style: NumberStyle,
    key: str,
    size: TrendSize,
) -> TrendRequest:
    periods = sorted({o.period for rows in scale for o in rows}, key=lambda p: p.sort_key)
    start, end = _time(periods[0]), _time(periods[-1])
    return TrendRequest(
        key=key,
        series=tuple(series),
        x_domain=(start, end if end > start else start + 1),
        x_ticks=tuple((_time(p), _tick(p)) for p in _some(periods)),
        y_domain=_padded([_number(o) for rows in scale for o in rows]),
        numbers=style,
        unit_short="" if panel.indicator.unit.is_prefix else _axis_unit(panel.indicator, language),
        size=size,
    )


def _points(rows: Sequence[Observation]) -> tuple[tuple[float, float] | None, ...]:
    """The points of a line, parted where a period is missing or the series breaks."""
    points: list[tuple[float, float] | None] = []
    before: Observation | None = None
    for row in rows:
        if before is not None and not _continues(before.period, row):
            points.append(None)
        points.append((_time(row.period), _number(row)))
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


def _number(observation: Observation) -> float:
    assert observation.value is not None  # charts are only asked of observations with a value
    return float(observation.value)


def _padded(numbers: Sequence[float]) -> tuple[float, float]:
    low, high = min(numbers), max(numbers)
    room = (high - low) * _PADDING or max(abs(high) * _PADDING, 1.0)
    return (max(0.0, low - room) if low >= 0 else low - room, high + room)
