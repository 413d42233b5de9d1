"""What is asked of the charts: which, over which domain, with which lines parted where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from quipu.charts import ChartRequest, DotsRequest, StripRequest, TrendRequest
from quipu.compare import IndicatorPanel, compare
from quipu.model import Area, Catalog, Indicator, Observation
from quipu.pages.grounds import map_request, tile_request
from quipu.pages.requests import (
    dots_key,
    dots_request,
    short_value,
    strip_key,
    strip_request,
)
from quipu.pages.trends import (
    all_trends_request,
    trend_axes,
    trend_key,
    trend_request,
    with_trend,
)
from quipu.vocab import IndicatorType, ObsStatus, Quality
from tests.samples import area, catalog, indicator, language, observation, regions, unit

ES, EN = language("es"), language("en")


def requests_of(facts: Catalog) -> dict[str, ChartRequest]:
    """Ask for the charts of both languages; those of one key look the same."""
    found: dict[str, ChartRequest] = {}
    for key, request in _asked(facts):
        if request is not None:
            assert found.setdefault(key, request) == request
    return found


def _asked(facts: Catalog) -> Iterator[tuple[str, ChartRequest | None]]:
    for panel in compare(facts).values():
        for words in (ES, EN):
            yield strip_key(panel, words), strip_request(panel, words)
            yield dots_key(panel, words), dots_request(panel, words)
            yield trend_key(panel, words), all_trends_request(panel, words)
            if with_trend(panel):
                axes = trend_axes(panel)
                for one in panel.areas:
                    yield trend_key(panel, words, one), trend_request(panel, words, one, axes)


def panel_of(facts: Catalog) -> IndicatorPanel:
    """Find the panel of the first indicator."""
    return compare(facts)[facts.indicators[0].id]


def facts_of(rows: list[Observation], measure: Indicator | None = None, areas: int = 5) -> Catalog:
    """Gather rows about one indicator."""
    return catalog(regions(areas), [measure or indicator()], rows)


def year(code: str, values: dict[int, int | str], **breaks: ObsStatus) -> list[Observation]:
    """Make yearly values of an area; ``y2021=…`` gives a year another status."""
    return [
        observation(code, value, str(y), status=breaks.get(f"y{y}")) for y, value in values.items()
    ]


def trend(facts: Catalog, code: str = "A01") -> TrendRequest:
    """Find the trend of an area."""
    found = requests_of(facts)[trend_key(panel_of(facts), ES, _area(facts, code))]
    assert isinstance(found, TrendRequest)
    return found


def _area(facts: Catalog, code: str) -> Area:
    return facts.areas_by_code[code]


def line(facts: Catalog, code: str = "A01") -> tuple[tuple[float, float] | None, ...]:
    """Find the own line of an area's trend."""
    return next(s.points for s in trend(facts, code).series if s.role == "own")


FIVE = [observation(f"A{n:02}", n * 10) for n in range(1, 6)]


def test_a_compared_indicator_gets_a_strip_and_dots() -> None:
    """One strip for both languages, whose numbers are written alike; dots for each."""
    facts = facts_of(FIVE)
    found = requests_of(facts)
    measure = panel_of(facts)
    assert set(found) == {strip_key(measure, ES), dots_key(measure, ES), dots_key(measure, EN)}
    assert strip_key(measure, ES) == strip_key(measure, EN)
    strip = found[strip_key(measure, ES)]
    assert isinstance(strip, StripRequest)
    assert (strip.domain, strip.median) == ((10, 50), 30)
    assert sorted(strip.values) == [(f"A{n:02}", n * 10) for n in range(1, 6)]


def test_equal_values_and_few_areas_get_no_chart() -> None:
    """There is no scale to draw them on, or nothing to compare."""
    assert requests_of(facts_of([replace(o, value=FIVE[0].value) for o in FIVE])) == {}
    assert requests_of(facts_of(FIVE[:2])) == {}


def test_partial_and_undated_values_are_drawn_nowhere() -> None:
    """No mark, no median, no line."""
    rows = [
        *FIVE,
        *(observation("A06", 999, str(y), quality=Quality.PARTIAL_LIST) for y in range(2020, 2025)),
        observation("A06", 999, "", quality=Quality.UNDATED),
    ]
    facts = facts_of(rows, areas=6)
    for request in requests_of(facts).values():
        assert not isinstance(request, TrendRequest)
        if isinstance(request, StripRequest):
            assert "A06" not in dict(request.values)
        if isinstance(request, DotsRequest):
            assert "A06" not in {row.code for row in request.rows}


@pytest.mark.parametrize(
    ("type_", "low", "zero_based"),
    [
        (IndicatorType.COUNT, 0, True),
        (IndicatorType.AMOUNT, 0, True),
        (IndicatorType.RATE, 0, True),
        (IndicatorType.SCORE, 7.6, False),
        (IndicatorType.PERCENTAGE, 7.6, False),
    ],
)
def test_bars_start_at_zero_and_dots_need_not(
    type_: IndicatorType, low: float, zero_based: bool
) -> None:
    """What is a quantity of something is shown from nothing upwards."""
    facts = facts_of(FIVE, indicator(type_=type_))
    found = requests_of(facts)[dots_key(panel_of(facts), ES)]
    assert isinstance(found, DotsRequest)
    assert found.domain[0] == pytest.approx(low)
    assert found.zero_based is zero_based


def test_negative_values_are_no_bars() -> None:
    """Below zero a bar from zero would point the wrong way."""
    rows = [*FIVE[:4], observation("A05", -50)]
    facts = facts_of(rows, indicator(type_=IndicatorType.AMOUNT))
    found = requests_of(facts)[dots_key(panel_of(facts), ES)]
    assert isinstance(found, DotsRequest)
    assert not found.zero_based
    assert found.domain[0] < -50 < 40 < found.domain[1]


def test_dots_stand_from_the_highest_with_their_values_written_out() -> None:
    """The labels are those of the page."""
    facts = facts_of(FIVE)
    found = requests_of(facts)[dots_key(panel_of(facts), ES)]
    assert isinstance(found, DotsRequest)
    assert [(row.label, row.value_label) for row in found.rows][:2] == [
        ("Área A05", "50.0"),
        ("Área A04", "40.0"),
    ]
    assert found.reference == ((30.0, "Mediana 30.0"),)


def test_a_line_is_parted_where_a_year_is_missing() -> None:
    """Nobody knows what happened in between, so no line says it."""
    facts = facts_of(year("A01", {2018: 1, 2019: 2, 2021: 4, 2022: 5}))
    assert line(facts) == ((2018, 1), (2019, 2), None, (2021, 4), (2022, 5))


def test_a_line_is_parted_where_the_series_breaks() -> None:
    """A value that is not comparable with the one before starts a line of its own."""
    facts = facts_of(year("A01", {2018: 1, 2019: 2, 2020: 9}, y2020=ObsStatus.BREAK))
    assert line(facts) == ((2018, 1), (2019, 2), None, (2020, 9))


def test_a_missing_value_parts_a_line_too() -> None:
    """A row that says why there is no value is no point at zero."""
    rows = [*year("A01", {2018: 1, 2019: 2, 2021: 3}), observation("A01", None, "2020")]
    assert line(facts_of(rows)) == ((2018, 1), (2019, 2), None, (2021, 3))


def test_parts_of_years_stand_in_their_middle() -> None:
    """Semesters follow each other half a year apart, without a gap."""
    rows = [observation("A01", n, f"{2023 + n // 2}-S{n % 2 + 1}") for n in range(4)]
    points = line(facts_of(rows))
    assert None not in points
    times = [point[0] for point in points if point]
    assert [b - a for a, b in pairwise(times)] == pytest.approx([0.5, 0.5, 0.5], abs=0.01)


def test_two_periods_are_no_trend() -> None:
    """A line through two points shows a slope that nobody measured."""
    facts = facts_of(year("A01", {2020: 1, 2021: 2}))
    assert not any(isinstance(r, TrendRequest) for r in requests_of(facts).values())


def test_the_areas_of_an_indicator_share_a_scale() -> None:
    """So that small multiples may be compared; rates and scores only."""
    rows = [*year("A01", {2020: 1, 2021: 2, 2022: 3}), *year("A02", {2020: 90, 2021: 95, 2022: 99})]
    facts = facts_of(rows)
    assert trend(facts, "A01").y_domain == trend(facts, "A02").y_domain
    low, high = trend(facts).y_domain
    assert 0 <= low <= 1
    assert high >= 99
    counted = facts_of(rows, indicator(type_=IndicatorType.COUNT))
    assert trend(counted, "A01").y_domain[1] < 10


def test_the_median_is_drawn_with_the_line() -> None:
    """Where enough areas have a value, on scales that areas share."""
    rows = [r for n in range(1, 6) for r in year(f"A{n:02}", {2020: n, 2021: n, 2022: n})]
    roles = [s.role for s in trend(facts_of(rows)).series]
    assert roles == ["own", "median"]
    counted = facts_of(rows, indicator(type_=IndicatorType.COUNT))
    assert [s.role for s in trend(counted).series] == ["own"]


def test_the_median_is_parted_where_any_series_breaks() -> None:
    """Its areas are not those, or not measured as those, of the year before."""
    rows = [r for n in range(1, 6) for r in year(f"A{n:02}", {2020: n, 2021: n, 2022: n})]
    rows = [replace(o, status=ObsStatus.BREAK) if o.period.code == "2022" else o for o in rows]
    median = next(s for s in trend(facts_of(rows)).series if s.role == "median")
    assert median.points == ((2020, 3), (2021, 3), None, (2022, 3))


def test_the_large_trend_holds_every_area() -> None:
    """Every area with three periods is a line, with three labels at most below them."""
    rows = [
        *year("A01", {2018: 1, 2019: 2, 2020: 3, 2021: 4, 2022: 5}),
        *year("A02", {2019: 2, 2020: 3, 2021: 4}),
        *year("A03", {2019: 2, 2020: 3}),
    ]
    facts = facts_of(rows)
    found = requests_of(facts)[trend_key(panel_of(facts), ES)]
    assert isinstance(found, TrendRequest)
    assert [s.code for s in found.series if s.role == "context"] == ["A01", "A02"]
    assert found.x_domain == (2018.0, 2022.0)
    assert [label for _, label in found.x_ticks] == ["2018", "2020", "2022"]


def test_units_stand_on_an_axis_only_when_short() -> None:
    """A long one is in the title."""
    for short, shown in (("%", "%"), ("S/", "S/"), ("hab.", "")):
        facts = facts_of(FIVE, indicator(measure=unit(short)))
        strip = requests_of(facts)[strip_key(panel_of(facts), ES)]
        assert isinstance(strip, StripRequest)
        assert strip.unit_short == shown


def test_large_values_are_written_short() -> None:
    """Exact below a hundred thousand; a chart has no room for more."""
    measure = indicator(decimals=0)
    shown = [
        short_value(ES, measure, o.value)
        for o in (observation("A01", 99_999), observation("A01", 2_200_000_000))
        if o.value is not None
    ]
    assert shown == ["99,999", "2,200 M"]


def test_tiles_are_moved_to_the_corner() -> None:
    """Rows and columns count from the first that is used; areas without one are left out."""
    areas = (
        area("P-ABC", tile_row="3", tile_column="4"),
        area("P-DEF", tile_row="2", tile_column="6"),
        area("P-GHI", tile_row="", tile_column="1"),
    )
    request = tile_request(catalog(areas, [], []))
    assert request is not None
    assert request.tiles == (("P-ABC", 1, 0, "ABC"), ("P-DEF", 0, 2, "DEF"))
    assert tile_request(catalog(regions(2), [], [])) is None


def test_without_outlines_there_is_no_map() -> None:
    """A site of districts may have none yet."""
    assert map_request(catalog(regions(2), [], [])) is None
