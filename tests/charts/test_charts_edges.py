"""Charts of facts that have hardly any spread, or far more areas than a country has."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from quipu.charts import ChartRequest, FunnelRequest, MatrixRequest, RangesRequest, Shape
from quipu.charts.labels import Spot, place_labels
from quipu.compare import compare
from quipu.method import Method, Uncertainty
from quipu.model import Catalog, Observation
from quipu.pages.benchmark.field import (
    MOST_LABELLED,
    SIGNS,
    category_shape,
    matrix_request,
)
from quipu.pages.benchmark.requests import funnel_request, intervals_request, ranks_request
from quipu.score.benchmarks import benchmark
from quipu.score.places import MatrixPlaces
from quipu.vocab import Direction, IndicatorType
from tests.charts.test_labels import FIELD, field
from tests.samples import language, regions
from tests.score.made import AS_OF, axis, core, facts, group, matrix_of, row, table

SHARE, POINTS = IndicatorType.PERCENTAGE, IndicatorType.SCORE
ES = language()
Counts = tuple[float, float]


def requests_of(found: Catalog) -> tuple[ChartRequest, ...]:
    """Every chart of the benchmark of some facts, in Spanish."""
    made = benchmark(found, compare(found), AS_OF)
    groups = made.scores.scored_groups() if made.scores else ()
    asked = [ranks_request(found, made.scores, node.id, ES) for node in groups if made.scores]
    compared = made.comparisons.values()
    asked += [intervals_request(found, comparison, ES) for comparison in compared]
    drawn: list[ChartRequest | None] = [*asked]
    drawn += [funnel_request(found, comparison, ES) for comparison in compared]
    if made.matrix is not None and made.matrix.placed:
        drawn.append(matrix_request(found, made.matrix, ES))
    return tuple(request for request in drawn if request is not None)


def compared(
    rows: Sequence[Observation], type_: IndicatorType = SHARE, beside: str = "national"
) -> Catalog:
    """One indicator with a benchmark, that enters no score."""
    measure = core("X", "G", type_=type_, benchmark=beside, is_core=False)
    return facts(regions(len(rows)), [group("G")], [measure], rows)


def counted(cases: Sequence[Counts], decimals: int = 4) -> list[Observation]:
    """Shares of cases, rounded as they are published."""
    return [
        row(f"A{n:02}", f"{100 * own[0] / own[1]:.{decimals}f}", "X", counts=own)
        for n, own in enumerate(cases, start=1)
    ]


def funnels(found: Catalog) -> list[FunnelRequest]:
    """The funnels of some facts."""
    return [one for one in requests_of(found) if isinstance(one, FunnelRequest)]


def ranges(found: Catalog) -> list[RangesRequest]:
    """The ranges of some facts."""
    return [one for one in requests_of(found) if isinstance(one, RangesRequest)]


@pytest.mark.parametrize(
    ("totals", "ticks"),
    [((200,) * 5, 1), ((200, 200, 200, 200, 201), 2), ((50, 400, 900, 900, 9000), 3)],
)
def test_sizes_that_hardly_differ_have_ticks_that_do(totals: Sequence[int], ticks: int) -> None:
    """Equal denominators have one tick; no two ticks stand or read alike."""
    (chart,) = funnels(compared(counted([(40 + n, total) for n, total in enumerate(totals)])))
    assert len(chart.x_ticks) == ticks
    assert len({text for _, text in chart.x_ticks}) == ticks
    assert all(one[0] < other[0] for one, other in pairwise(chart.x_ticks))
    assert chart.x_title == "Denominador (escala logarítmica)"


@pytest.mark.parametrize("cases", [[(0, 100 + n) for n in range(5)], [(90, 90)] * 5])
def test_nothing_to_vary_has_no_funnel(cases: Sequence[Counts]) -> None:
    """Where no case or every case counts, chance spreads nothing; the intervals remain."""
    found = compared(counted(cases))
    assert funnels(found) == []
    assert len(ranges(found)) == 1


@pytest.mark.parametrize("value", ["50", "0"])
def test_equal_values_without_spread_stand_in_the_middle(value: str) -> None:
    """A domain has room even where lower and upper limits are the one value of all."""
    rows = [row(f"A{n:02}", value, "X", limits=(value, value)) for n in range(1, 6)]
    (chart,) = ranges(compared(rows, POINTS, f"target:{value}"))
    assert chart.domain[0] < float(value) < chart.domain[1]


def test_a_span_holds_a_value_that_was_rounded_out_of_it() -> None:
    """The interval comes of the counts, 50.04 %; what is published is 50.0 %."""
    cases = [(5_004_000 * n, 10_000_000 * n) for n in range(1, 6)]
    (chart,) = ranges(compared(counted(cases, decimals=1)))
    for own in chart.rows:
        assert own.low is not None
        assert own.high is not None
        assert own.low == own.mid == 50 < own.high


def ranked(values: Sequence[Sequence[float | None]]) -> RangesRequest:
    """The rank intervals of areas on three indicators of one group."""
    codes = ("X", "Y", "Z")
    found = facts(
        regions(len(values)),
        [group("G", min_coverage=0.1)],
        [core(code, "G") for code in codes],
        table(values, codes),
        method=Method(version="1.0", uncertainty=Uncertainty(draws=200, samples=0, seed=3)),
    )
    (chart,) = ranges(found)
    return chart


def test_places_without_an_interval_are_one_number() -> None:
    """Who is ahead whatever is chosen is 1, not 1–1."""
    chart = ranked([[90, 92, 94], [50, 51, 52], [10, 12, 14]])
    assert [own.value_text for own in chart.rows] == ["1", "2", "3"]
    assert all(own.low is not None and own.high is not None for own in chart.rows)


def test_ranks_reach_as_far_as_any_draw() -> None:
    """An area that only some draws can score takes places, though it has no interval."""
    values = [[10, 20, None], [30, 40, None], [50, 60, None], [None, None, 70], [70, 10, None]]
    chart = ranked(values)
    assert max(own.high or 0 for own in chart.rows) <= chart.domain[1]


def test_a_funnel_that_most_areas_leave_names_nobody() -> None:
    """With one of five areas outside it is named; with most outside none is."""
    calm = counted([(50, 100), (51, 100), (49, 100), (50, 100), (900, 1000)])
    (few,) = funnels(compared(calm, beside="target:50"))
    assert [point.area for point in few.points if point.label] == ["A05"]
    (most,) = funnels(compared(counted([(200 * n, 1000) for n in range(5)])))
    assert sum(point.mark in ("up", "down") for point in most.points) > 2
    assert not any(point.label for point in most.points)


def places(areas: int) -> tuple[Catalog, MatrixPlaces]:
    """Areas on a matrix, spread over all of it."""
    codes = ("X", "Y")
    values = [[(37 * n) % 101, (53 * n) % 101] for n in range(areas)]
    found = facts(
        regions(areas),
        [group("G")],
        [core(code, "G", is_core=False) for code in codes],
        table(values, codes),
        matrix=matrix_of(
            axis("capacity", ("X", Direction.HIGHER)), axis("risk", ("Y", Direction.HIGHER))
        ),
    )
    made = benchmark(found, compare(found), AS_OF).matrix
    assert made is not None
    return found, made


def bordering(made: MatrixPlaces, count: int) -> MatrixPlaces:
    """The same places, the first ones of them near a limit."""
    return replace(
        made,
        places=tuple(replace(p, is_borderline=n < count) for n, p in enumerate(made.places)),
    )


@pytest.mark.parametrize(
    ("areas", "near", "named"),
    [
        (MOST_LABELLED, 5, MOST_LABELLED),
        (MOST_LABELLED + 1, 5, 5),
        (MOST_LABELLED + 9, MOST_LABELLED + 1, 0),
    ],
)
def test_a_full_matrix_names_those_near_a_limit(areas: int, near: int, named: int) -> None:
    """Every area while they fit, then those near a limit, then none; all keep their titles."""
    found, made = places(areas)
    chart = matrix_request(found, bordering(made, near), ES)
    assert isinstance(chart, MatrixRequest)
    assert len(chart.points) == areas
    assert sum(bool(point.label) for point in chart.points) == named
    assert all(point.title for point in chart.points)


def test_six_categories_have_six_shapes() -> None:
    """Each with its sign, so that the legend can show it."""
    _, made = places(5)
    first = made.matrix.categories[0]
    codes = ("A", "B", "C", "D", "E", "E+")
    matrix = replace(made.matrix, categories=tuple(replace(first, id=code) for code in codes))
    shapes: set[Shape] = {category_shape(replace(made, matrix=matrix), code) for code in codes}
    assert len(shapes) == len({SIGNS[shape] for shape in shapes}) == 6


def test_labels_of_a_crowd_are_placed_in_no_time() -> None:
    """The work grows with the labels that are near each other, not with all their pairs."""
    spots: list[Spot] = field(1, 200, 0, (10, 10, 302, 302))
    start = time.process_time()
    place_labels(spots, bounds=FIELD)
    assert time.process_time() - start < 5
