"""Places in the matrix: the worked example, coverage, draws and what is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from quipu.method import Matrix, Uncertainty
from quipu.model import Catalog
from quipu.score.draws import uniforms
from quipu.score.placement import drawn_points, place
from quipu.score.places import MatrixPlaces, Placement
from quipu.score.sheet import Reason
from quipu.vocab import Direction, IndicatorType
from tests.samples import regions
from tests.score.made import (
    AS_OF,
    EXACT,
    PLACES,
    axis,
    core,
    facts,
    group,
    matrix_of,
    row,
    table,
    worked,
    worked_matrix,
)
from tests.stats.oracle import REGIONS, near

UP = Direction.HIGHER
NINE = (("A", "A", "B"), ("C", "C", "D"), ("E", "E", "E+"))
SHARE = IndicatorType.PERCENTAGE


def placed(catalog: Catalog) -> MatrixPlaces:
    """Place the areas of a catalog that has a matrix."""
    found = place(catalog, AS_OF)
    assert found is not None
    return found


def example(min_coverage: float = 0.5, draws: int = 1000) -> MatrixPlaces:
    """The worked example; no counts are drawn anew."""
    how = replace(EXACT, draws=draws)
    return placed(worked(uncertainty=how, matrix=worked_matrix(min_coverage)))


def own(found: MatrixPlaces, area: str) -> Placement:
    """The place of an area that has a page."""
    one = found.of(area)
    assert one is not None
    return one


def test_points_and_categories_of_the_example() -> None:
    """Both axes and the category of every region; risk is not turned round."""
    found = example(draws=0)
    assert [one.ref_area for one in found.places] == list(REGIONS)
    for region in REGIONS:
        one = own(found, region)
        assert [one.capacity.points, one.risk.points] == near(PLACES["base"][region])
        assert one.category == one.nominal == PLACES["category"][region]
        # Without draws there is no interval, and the points are all the support.
        assert one.support == {one.category: 1.0}
        assert (one.capacity.low, one.risk.high) == (None, None)
        assert not one.is_borderline


def test_the_draws_of_the_example() -> None:
    """RB falls 503 times into C and 497 into E; all the others never move."""
    found = example()
    for region in REGIONS:
        one = own(found, region)
        counts = {key: round(share * 1000) for key, share in one.support.items()}
        assert counts == PLACES["mc_counts"][region]
        assert one.is_borderline == (region == "RB")
        # Of two categories the better supported is applied, also against the points.
        expected = "C" if region == "RB" else PLACES["category"][region]
        assert one.category == expected
        assert one.probability == near(0.503 if region == "RB" else 1.0)
    assert own(found, "RB").nominal == "E"


def test_the_interval_of_an_axis_is_that_of_its_draws() -> None:
    """5th and 95th percentile, recounted from the published numbers."""
    found = example()
    numbers = uniforms(EXACT.seed, 1000, 4)
    factors = 1 + 0.25 * (2 * numbers - 1)
    drawn = factors[:, :2] @ np.array([50.0, 90.0]) / factors[:, :2].sum(axis=1)
    one = own(found, "RB").capacity
    assert [one.low, one.high] == near(np.quantile(drawn, (0.05, 0.95)).tolist())
    share = Counter("E" if points >= 70 else "C" for points in drawn)
    assert share == {"C": 503, "E": 497}


def test_half_of_an_axis_is_not_enough() -> None:
    """At 65 % RE cannot be classified: it says what is missing, and is given nothing else."""
    one = own(example(0.65), "RE")
    assert (one.category, one.nominal, one.reason) == ("", "", Reason.COVERAGE)
    assert (one.capacity.points, one.capacity.level) == (None, None)
    assert one.capacity.coverage == 0.5
    assert [(p.subject, p.reason) for p in one.capacity.missing] == [("x2", Reason.NO_VALUE)]
    assert one.risk.points == near(26.25)
    assert one.risk.missing == ()
    assert (one.support, one.changes, one.under_cuts, one.left_out) == ({}, (), {}, {})
    assert one.probability is None
    assert not one.is_borderline
    assert [p.reason for p in one.capacity.parts] == [Reason.NONE, Reason.NO_VALUE]
    found = example(0.65)
    assert one.axes == (one.capacity, one.risk)
    assert [place.ref_area for place in found.placed] == [r for r in REGIONS if r != "RE"]


def many(matrix: Matrix, values: list[list[float | None]], codes: list[str]) -> Catalog:
    """A catalog of a table of indicators that all have goalposts."""
    return facts(
        regions(len(values)),
        [group("G")],
        [core(code, "G", is_core=False) for code in codes],
        table(values, codes),
        matrix=matrix,
    )


def test_36_per_cent_missing_is_too_much_and_35_is_not() -> None:
    """By weight, on either axis; the list names what is missing."""
    codes = ["A", "B", "K"]
    for lacking, expected in ((36.0, ""), (35.0, "A")):
        for flip in (False, True):
            heavy = axis("x", ("A", UP), ("B", UP), weights=[100 - lacking, lacking])
            light = axis("y", ("K", UP))
            sides = (light, heavy) if flip else (heavy, light)
            matrix = matrix_of(replace(sides[0], id="capacity"), replace(sides[1], id="risk"))
            one = own(placed(many(matrix, [[10, None, 10]], codes)), "A01")
            assert one.category == expected
            side = one.risk if flip else one.capacity
            assert [part.subject for part in side.missing] == ["B"]


def test_an_axis_asks_for_a_number_of_indicators() -> None:
    """Two of three equal ones are 67 % of the weight, and still too few where three are asked."""
    three = (("A", UP), ("B", UP), ("C", UP))
    for least, expected in ((2, "A"), (3, "")):
        matrix = matrix_of(axis("capacity", *three, min_indicators=least), axis("risk", ("K", UP)))
        catalog = many(matrix, [[10, 10, None, 10]], ["A", "B", "C", "K"])
        assert own(placed(catalog), "A01").category == expected


@pytest.mark.parametrize("capacity", [39.999, 40, 69.999, 70])
@pytest.mark.parametrize("risk", [39.999, 40, 69.999, 70])
def test_nine_cells_and_their_borders(capacity: float, risk: float) -> None:
    """39.999 is low and 40 medium, 69.999 medium and 70 high, on both axes."""
    level = {39.999: 0, 40: 1, 69.999: 1, 70: 2}
    matrix = matrix_of(axis("capacity", ("A", UP)), axis("risk", ("K", UP)), cells=NINE)
    one = own(placed(many(matrix, [[capacity, risk]], ["A", "K"])), "A01")
    assert (one.capacity.level, one.risk.level) == (level[capacity], level[risk])
    assert one.category == NINE[level[capacity]][level[risk]]


@pytest.mark.parametrize("row_", range(3))
@pytest.mark.parametrize("column", range(3))
def test_every_cell_is_reached(row_: int, column: int) -> None:
    """Capacities choose the row and risks the column; high on both is E+."""
    matrix = matrix_of(axis("capacity", ("A", UP)), axis("risk", ("K", UP)), cells=NINE)
    values: list[list[float | None]] = [[20.0 + 30 * row_, 20.0 + 30 * column]]
    assert own(placed(many(matrix, values, ["A", "K"])), "A01").category == NINE[row_][column]


def test_a_mean_of_seventy_is_high_whatever_binary_fractions_make_of_it() -> None:
    """87.8, 89.6 and 32.6 add up to 210; their sum in binary does not."""
    matrix = matrix_of(axis("capacity", ("A", UP), ("B", UP), ("C", UP)), axis("risk", ("K", UP)))
    catalog = many(matrix, [[87.8, 89.6, 32.6, 10]], ["A", "B", "C", "K"])
    one = own(placed(catalog), "A01")
    assert one.capacity.level == 2
    assert one.category == "E"


def test_the_direction_of_an_axis_is_its_own() -> None:
    """Less poverty is more capacity, whatever the indicator calls better."""
    matrix = matrix_of(
        axis("capacity", ("A", Direction.LOWER)), axis("risk", ("K", Direction.LOWER))
    )
    one = own(placed(many(matrix, [[10, 80]], ["A", "K"])), "A01")
    assert [one.capacity.points, one.risk.points] == near([90, 20])


def test_the_category_of_the_last_edition_is_kept() -> None:
    """RB was E: 497 of 1,000 do not overturn it, and neither would 503 for C."""
    matrix = worked_matrix(previous={"RB": "E", "RA": "E"})
    found = placed(worked(uncertainty=EXACT, matrix=matrix))
    kept = own(found, "RB")
    assert (kept.category, kept.is_kept, kept.is_borderline) == ("E", True, True)
    assert kept.probability == near(0.497)
    # RA changes: all of its draws say C.
    sure = own(found, "RA")
    assert (sure.category, sure.is_kept, sure.is_borderline) == ("C", False, False)


def test_an_edition_that_is_built_anew_is_not_its_own_past() -> None:
    """What was published on its day or later does not hold a category in place."""
    matrix = worked_matrix(previous={"RB": "E"})
    for edition in (AS_OF, AS_OF + timedelta(days=1)):
        one = replace(matrix.published[0], edition=edition.isoformat())
        again = replace(matrix, published=(one,))
        place_again = own(placed(worked(uncertainty=EXACT, matrix=again)), "RB")
        assert not place_again.is_kept
        assert place_again.category != "E"


@pytest.mark.parametrize(
    ("capacity", "risk", "values", "expected"),
    [
        # Means of 50 and 90 lie on either side of 70.
        (("A", "B"), ("K",), [50.0, 90.0, 20.0], {"C", "E"}),
        (("A",), ("B", "K"), [20.0, 50.0, 90.0], {"B", "A"}),
        (("A",), ("B", "K"), [50.0, 50.0, 90.0], {"D", "C"}),
    ],
)
def test_of_two_equal_shares_the_one_that_brings_more_help_is_applied(
    capacity: tuple[str, ...], risk: tuple[str, ...], values: list[float], expected: set[str]
) -> None:
    """C before E, B before A and D before C."""
    matrix = matrix_of(
        axis("capacity", *((code, UP) for code in capacity)),
        axis("risk", *((code, UP) for code in risk)),
    )
    catalog = many(matrix, [list(values)], ["A", "B", "K"])
    assert catalog.method is not None
    # Two draws, one either side of the cut.
    how = Uncertainty(draws=2, samples=0, seed=6)
    one = own(placed(replace(catalog, method=replace(catalog.method, uncertainty=how))), "A01")
    assert one.support == dict.fromkeys(expected, 0.5)
    assert one.category == min(expected, key=lambda key: matrix.category(key).priority)
    assert one.category in ("C", "B", "D")
    assert one.is_borderline


def test_samples_serve_the_draws_of_the_axes() -> None:
    """Counts drawn anew widen the interval of an axis; the order of work is that of the draws."""
    codes = ["A", "B"]
    matrix = matrix_of(axis("capacity", ("A", UP)), axis("risk", ("B", UP)))
    rows = [row("A01", 50, code, counts=(10, 20)) for code in codes]
    measures = [core(code, "G", type_=SHARE, is_core=False) for code in codes]
    catalog = facts(regions(1), [group("G")], measures, rows, matrix=matrix)
    assert catalog.method is not None
    widths = []
    for samples in (0, 20):
        how = Uncertainty(draws=100, samples=samples, seed=3)
        method = replace(catalog.method, uncertainty=how)
        found = placed(replace(catalog, method=method))
        problem = found.problem
        drawn = drawn_points(problem, method)
        assert drawn.shape == (2, 100, 1)
        assert len(set(drawn[0, :, 0].round(9).tolist())) == max(samples, 1)
        one = own(found, "A01").capacity
        assert one.low is not None
        assert one.high is not None
        widths.append(one.high - one.low)
    assert widths[0] == near(0)
    assert widths[1] > 15


def test_a_method_without_draws_places_areas_that_have_counts() -> None:
    """No draws and the usual samples: nothing is drawn, nothing fails."""
    how = Uncertainty(draws=0, samples=100)
    found = placed(worked(uncertainty=how, matrix=worked_matrix()))
    assert own(found, "RA").support == {"C": 1.0}


def test_the_set_up_and_the_tasks_are_read_from_their_indicators() -> None:
    """The newest value; None where nobody published it or it is out of date."""
    matrix = matrix_of(
        axis("capacity", ("A", UP)),
        axis("risk", ("K", UP)),
        setup_indicator="S",
        tasks_indicator="T",
    )
    catalog = many(matrix, [[10, 10], [10, 10]], ["A", "K", "S", "T"][:2])
    more = [core(code, "G", is_core=False) for code in ("S", "T")]
    rows = [row("A01", 2, "S"), row("A01", 3, "T", period="2020"), row("A02", 0, "S")]
    found = placed(
        replace(
            catalog,
            indicators=(*catalog.indicators, *more),
            observations=(*catalog.observations, *rows),
        )
    )
    assert [(one.setup_current, one.tasks_done) for one in found.places] == [(2, None), (0, None)]


def test_a_root_without_a_matrix_or_a_method_has_no_places() -> None:
    """Nothing is placed unless the root says how."""
    assert place(worked(), AS_OF) is None
    assert place(replace(worked(matrix=worked_matrix()), method=None), AS_OF) is None
    assert example(draws=0).of("XX") is None


def test_the_observation_behind_each_part_is_kept() -> None:
    """So that a page can show the figure and its date."""
    one = own(example(draws=0), "RE")
    assert set(one.capacity.observations) == {"x1"}
    assert set(one.risk.observations) == {"x3", "x4"}


def test_the_order_of_areas_changes_no_place() -> None:
    """Nobody's category depends on where it stands in the file."""
    catalog = worked(uncertainty=EXACT, matrix=worked_matrix())
    turned = placed(replace(catalog, areas=tuple(reversed(catalog.areas))))
    for one in placed(catalog).places:
        assert own(turned, one.ref_area) == one


def test_the_matrix_of_the_real_data_begins_every_category_with_the_minimum(
    national: Catalog,
) -> None:
    """The three minimum tasks stand first in all six categories, and every cell has one."""
    matrix = national.matrix
    assert matrix is not None
    assert matrix.minimum == ("F1", "F2", "F12")
    assert len(matrix.categories) == 6
    for one in matrix.categories:
        assert one.functions[:3] == matrix.minimum
        assert len(set(one.functions)) == len(one.functions)
        assert all(matrix.function(key).names["es"] for key in one.functions)
    assert matrix.cells == NINE
    assert matrix.capacity.cuts == matrix.risk.cuts == (40.0, 70.0)
    assert {matrix.category(key).id for line in matrix.cells for key in line} == {
        one.id for one in matrix.categories
    }
    # A tie goes to the category that brings more help.
    order = {one.id: one.priority for one in matrix.categories}
    assert order["A"] < order["C"] < order["E"]
    assert order["B"] < order["D"]
