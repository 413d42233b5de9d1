"""The tree: every table of aggregates of the example, coverage, weights and means."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.score.points import with_means
from quipu.score.robustness import method_ranks
from quipu.score.scores import score
from quipu.score.tree import Tree, aggregate, cover, grow
from quipu.stats.arrays import Floats
from quipu.vocab import Aggregation, Normalisation
from tests.score.made import AS_OF, group, worked
from tests.stats.oracle import EXPECTED, REGIONS, as_float, near

NAN = math.nan
ARITH, GEO, HARM = Aggregation.ARITHMETIC, Aggregation.GEOMETRIC, Aggregation.HARMONIC
POSTS, MIN_MAX, Z, PRANK = (
    Normalisation.GOALPOSTS,
    Normalisation.MIN_MAX,
    Normalisation.Z_SCORE,
    Normalisation.PERCENTILE_RANK,
)
HUNDRED, POSITIVE = (0.0, 100.0), (1.0, 100.0)
CELLS = st.one_of(st.just(NAN), st.floats(min_value=0, max_value=100))


def pair(*, min_coverage: float = 0.65, how: Aggregation = ARITH, floor: float = 1.0) -> Tree:
    """An index of two groups, one of which holds two indicators and the other one."""
    return grow(
        [
            group("R", aggregate=how, floor=floor, min_coverage=min_coverage),
            group("A", "R", aggregate=how, floor=floor, min_coverage=min_coverage),
            group("B", "R", aggregate=how, floor=floor, min_coverage=min_coverage, weight=3),
        ],
        {"A": ["a1", "a2"], "B": ["b1"]},
        {"a1": 1.0, "a2": 2.0, "b1": 1.0},
    )


def flat(count: int, min_coverage: float = 0.65, weight: float = 1.0) -> Tree:
    """One group of equally weighted indicators."""
    codes = [f"i{n}" for n in range(count)]
    return grow([group("G", min_coverage=min_coverage)], {"G": codes}, dict.fromkeys(codes, weight))


def total(tree: Tree, *points: float, node: str = "") -> float:
    """The points of one area on a group, the root unless named."""
    row = np.array([points])
    found = aggregate(tree, row, cover(tree, row)[1])
    return float(found[tree.position(node) if node else -1, 0, 0])


@pytest.mark.parametrize(
    ("key", "how", "ends", "pillars", "index"),
    [
        ("minmax_arith", MIN_MAX, HUNDRED, ARITH, ARITH),
        ("minmax1_geo", MIN_MAX, POSITIVE, GEO, GEO),
        ("minmax1_harm", MIN_MAX, POSITIVE, HARM, HARM),
        ("z100_10_arith", Z, (100.0, 10.0), ARITH, ARITH),
        ("z100_10_geo", Z, (100.0, 10.0), GEO, GEO),
        ("prank_arith", PRANK, HUNDRED, ARITH, ARITH),
        ("goalposts_arith", POSTS, HUNDRED, ARITH, ARITH),
        ("goalposts_floor1_geo", POSTS, HUNDRED, GEO, GEO),
        ("NOMINAL_goalposts_arith_then_geo", POSTS, HUNDRED, ARITH, GEO),
    ],
)
def test_aggregates_of_the_example(
    key: str,
    how: Normalisation,
    ends: tuple[float, float],
    pillars: Aggregation,
    index: Aggregation,
) -> None:
    """Both pillars, the index and the rank of each region, under nine methods."""
    scores = score(worked(how, ends, pillars=pillars, index=index), AS_OF)
    assert scores is not None
    places = method_ranks(scores.tree, scores.problem.points())[scores.tree.position("INDEX")]
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["aggregates"][key][region]
        for node in ("capacity", "risk_control", "index"):
            assert scores.scores[node.upper(), region].points == near(expected[node])
        assert places[n] == expected["rank"]


def test_every_table_of_the_example_is_checked() -> None:
    """The nine methods above are all that the example holds."""
    assert len(EXPECTED["aggregates"]) == 9


def test_a_coverage_of_65_per_cent_is_enough() -> None:
    """Thirteen of twenty equal weights are exactly 65 %; twelve are not enough."""
    tree = flat(20, weight=0.1)
    shares, scored = cover(tree, np.array([[1.0] * 13 + [NAN] * 7, [1.0] * 12 + [NAN] * 8]))
    assert shares[0].tolist() == near([0.65, 0.6])
    assert scored[0].tolist() == [True, False]


def test_nothing_present_is_never_enough() -> None:
    """Not even where the method asks for no coverage at all."""
    shares, scored = cover(flat(3, min_coverage=0), np.full((1, 3), NAN))
    assert shares[0, 0] == 0
    assert not scored[0, 0]


def test_a_coverage_never_passes_one() -> None:
    """Weights added in two ways may differ in a last digit: a share is a share."""
    weights = [0.7, 0.7, 1 / 3, 0.7, 2.5, 0.2, 0.1, 0.7, 0.1, 2.5, 0.7, 0.7, 1.1, 2.5]
    codes = [f"i{n}" for n in range(len(weights))]
    tree = grow(
        [group("G", min_coverage=1.0)], {"G": codes}, dict(zip(codes, weights, strict=True))
    )
    for rows in (1, 6):
        shares, scored = cover(tree, np.ones((rows, len(codes))))
        assert (shares <= 1).all()
        assert scored.all()


def test_a_child_without_a_score_counts_as_missing() -> None:
    """A group of half its weight has no score, and its parent sees a quarter missing."""
    tree = pair()
    points = np.array([[50.0, NAN, 80.0]])
    shares, scored = cover(tree, points)
    assert shares[:, 0].tolist() == near([1 / 3, 1.0, 0.75])
    assert scored[:, 0].tolist() == [False, True, True]


def test_weights_are_shared_out_anew() -> None:
    """What is missing gives its weight to the rest: 2·80 + nothing over 2."""
    tree = pair(min_coverage=0.0)
    assert total(tree, 20, 80, 40, node="A") == near(60)
    assert total(tree, NAN, 80, 40, node="A") == near(80)
    assert total(tree, 20, 80, 40) == near((60 + 3 * 40) / 4)


def test_missing_is_not_zero() -> None:
    """A zero pulls the mean down; a missing value does not."""
    tree = flat(3)
    assert total(tree, 60, 90, 0) == near(50)
    assert total(tree, 60, 90, NAN) == near(75)


def test_points_below_the_floor_count_as_the_floor() -> None:
    """A geometric mean of 0 and 100 with a floor of 1 is 10, and with a floor of 4 it is 20."""
    for floor, expected in ((1.0, 10.0), (4.0, 20.0)):
        tree = grow(
            [group("G", aggregate=GEO, floor=floor)], {"G": ["i", "j"]}, {"i": 1.0, "j": 1.0}
        )
        assert total(tree, 0, 100) == near(expected)


def test_a_harmonic_mean_weighs() -> None:
    """Σ w / Σ (w/x): 4 over 1/20 + 3/60."""
    tree = grow([group("G", aggregate=HARM)], {"G": ["i", "j"]}, {"i": 1.0, "j": 3.0})
    assert total(tree, 20, 60) == near(40)


def test_a_child_without_points_in_a_scenario_is_left_out() -> None:
    """Where a scale cannot tell a child's values apart, its parent rests on the others."""
    tree = pair(min_coverage=0.0)
    full = np.array([[20.0, 80.0, 40.0]])
    _, scored = cover(tree, full)
    found = aggregate(tree, np.array([[NAN, NAN, 40.0]]), scored)
    assert np.isnan(found[0, 0, 0])
    assert found[2, 0, 0] == near(40)


def test_many_sets_of_weights_at_once() -> None:
    """Each set gives what it gives alone."""
    tree = pair()
    points = np.array([[10.0, 40.0, 90.0], [70.0, 20.0, 30.0]])
    _, scored = cover(tree, points)
    columns = np.array([[1.0, 2.0, 1.0], [1.0, 1.0, 1.0]])
    nodes = np.array([[1.0, 3.0, 1.0], [1.0, 1.0, 1.0]])
    found = aggregate(tree, points, scored, (columns, nodes))
    assert found.shape == (3, 2, 2)
    assert found[0].tolist() == [near([30, 110 / 3]), near([25, 45])]
    assert found[2, 0].tolist() == near([75, (110 / 3 + 90) / 4])
    assert found[2, 1].tolist() == near([57.5, 37.5])


def test_children_stand_before_their_parents() -> None:
    """Whatever the order in the method; empty groups are left out, and levels count upwards."""
    tree = grow(
        [group("A", "R"), group("EMPTY", "R"), group("R"), group("B", "R"), group("C", "B")],
        {"A": ["a"], "C": ["c"], "R": ["r"]},
        {"a": 1.0, "c": 1.0, "r": 1.0},
    )
    names = [node.id for node in tree.nodes]
    assert sorted(names) == ["A", "B", "C", "R"]
    assert {node.id: node.level for node in tree.nodes} == {"A": 2, "C": 2, "B": 3, "R": 4}
    for n, node in enumerate(tree.nodes):
        assert all(child < n for child in node.nodes)
        assert tree.position(node.id) == n
    # Weights are drawn in the order of the method, and never that of a root.
    assert [names[n] for n in tree.drawn] == ["A", "B", "C"]
    assert tree.columns == ("a", "r", "c")


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6), st.permutations(range(3)))
def test_the_order_of_indicators_changes_nothing(
    rows: list[tuple[float, float, float]], order: list[int]
) -> None:
    """Points and coverage are the same whichever indicator is named first."""
    points: Floats = np.array(rows)
    codes = ["i", "j", "k"]
    weights = {"i": 1.0, "j": 2.0, "k": 0.5}
    moved = [codes[n] for n in order]
    for how in Aggregation:
        one = grow([group("G", aggregate=how, min_coverage=0.5)], {"G": codes}, weights)
        other = grow([group("G", aggregate=how, min_coverage=0.5)], {"G": moved}, weights)
        shuffled = points[:, order]
        first, second = cover(one, points), cover(other, shuffled)
        assert first[0][0].tolist() == near(second[0][0].tolist())
        assert (first[1] == second[1]).all()
        assert aggregate(one, points, first[1])[0, 0].tolist() == near(
            aggregate(other, shuffled, second[1])[0, 0].tolist()
        )


@given(st.tuples(CELLS, CELLS, CELLS))
def test_a_mean_lies_between_its_parts(cells: tuple[float, float, float]) -> None:
    """And geometric is never above arithmetic, harmonic never above geometric."""
    known = [max(cell, 1.0) for cell in cells if not math.isnan(cell)]
    found = []
    for how in (HARM, GEO, ARITH):
        codes = ["i", "j", "k"]
        tree = grow(
            [group("G", aggregate=how, min_coverage=0.0)], {"G": codes}, dict.fromkeys(codes, 1.0)
        )
        found.append(total(tree, *(cell if math.isnan(cell) else max(cell, 1.0) for cell in cells)))
    if not known:
        assert all(math.isnan(one) for one in found)
        return
    assert min(known) - 1e-9 <= found[0] <= found[1] + 1e-9 <= found[2] + 2e-9
    assert found[2] <= max(known) + 1e-9


def test_availability_of_the_example() -> None:
    """The share of the indicators that each region has."""
    scores = score(worked(), AS_OF)
    assert scores is not None
    found = (~np.isnan(scores.sheet.values)).mean(axis=1)
    assert dict(zip(REGIONS, found.tolist(), strict=True)) == EXPECTED["availability"]
    # RE has half of the weight of its capacities.
    assert scores.scores["CAPACITY", "RE"].coverage == 0.5


def test_a_higher_threshold_takes_the_score_away() -> None:
    """At 66 % RE has no capacity and no index, and the others are ranked without it."""
    scores = score(worked(MIN_MAX, min_coverage=0.66), AS_OF)
    assert scores is not None
    places = method_ranks(scores.tree, scores.problem.points())[scores.tree.position("INDEX")]
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["threshold_0.66"][region]
        for node in ("capacity", "index"):
            found = scores.scores[node.upper(), region].points
            assert (found is None) == (expected[node] is None)
            assert as_float(found) == near(as_float(expected[node]))
        assert places[n] == near(as_float(expected["rank"]))


def test_aggregates_with_the_gap_filled() -> None:
    """The published scenario of means: every pillar and index, to nine digits."""
    scores = score(worked(MIN_MAX), AS_OF)
    assert scores is not None
    filled = replace(scores.problem, values=with_means(scores.problem.values))
    points = filled.points()
    found = aggregate(scores.tree, points, cover(scores.tree, points)[1])[:, 0, :]
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["imputed_mean"]["result"][region]
        for node in ("capacity", "risk_control", "index"):
            assert found[scores.tree.position(node.upper()), n] == near(expected[node])
