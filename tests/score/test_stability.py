"""How sure a category is: hysteresis, moved cuts, indicators left out, single changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.method import Matrix
from quipu.model import Catalog, Indicator
from quipu.score.placement import place
from quipu.score.places import Change, Placement
from quipu.score.spread import Problem
from quipu.score.stability import category_at, changes, decide, level_at, under_cuts
from quipu.vocab import Direction
from tests.samples import regions
from tests.score.made import (
    AS_OF,
    axis,
    core,
    facts,
    group,
    matrix_of,
    table,
    worked,
    worked_matrix,
)
from tests.stats.oracle import near

UP, DOWN = Direction.HIGHER, Direction.LOWER
NINE = (("A", "A", "B"), ("C", "C", "D"), ("E", "E", "E+"))
CODES = ("A", "B", "K", "L")
SIMPLE = matrix_of(axis("capacity", ("A", UP)), axis("risk", ("K", UP)), cells=NINE)
MIXED = matrix_of(
    axis("capacity", ("A", UP), ("B", DOWN), weights=[1, 2]),
    axis("risk", ("K", UP), ("L", DOWN), weights=[3, 1]),
    cells=NINE,
)
MEASURES = (
    core("A", "G", is_core=False),
    core("B", "G", low="-50", high="350", is_core=False),
    core("K", "G", is_core=False),
    core("L", "G", low="2", high="7", is_core=False),
)


def made(values: list[float | None], matrix: Matrix = MIXED) -> Catalog:
    """One area with a value of each indicator."""
    return facts(regions(1), [group("G")], MEASURES, table([values], CODES), matrix=matrix)


def only(catalog: Catalog) -> Placement:
    """The place of the only area."""
    found = place(catalog, AS_OF)
    assert found is not None
    return found.places[0]


@pytest.mark.parametrize(
    ("support", "previous", "expected"),
    [
        ({"C": 0.79, "E": 0.21}, "E", ("E", True, True)),
        ({"C": 0.80, "E": 0.20}, "E", ("C", False, False)),
        ({"C": 0.79, "E": 0.21}, "C", ("C", False, True)),
        ({"C": 1.0}, "C", ("C", False, False)),
        ({"C": 0.79, "E": 0.21}, "", ("C", False, True)),
        ({"C": 0.80, "E": 0.20}, "", ("C", False, False)),
        ({"C": 0.5, "E": 0.5}, "A", ("A", True, True)),
        # Four fifths are four fifths, whatever binary fractions make of them.
        ({"C": 0.8 - 1e-16, "E": 0.2}, "E", ("C", False, False)),
    ],
)
def test_hysteresis(
    support: dict[str, float], previous: str, expected: tuple[str, bool, bool]
) -> None:
    """0.79 keeps the category of the last edition, 0.80 moves it; the first year has none."""
    assert decide(support, previous, 0.8) == expected


@pytest.mark.parametrize(
    ("points", "level"),
    [(0, 0), (39.999, 0), (40, 1), (69.999, 1), (70, 2), (100, 2), (69.99999999999999, 2)],
)
def test_a_cut_belongs_to_the_level_above_it(points: float, level: int) -> None:
    """On both axes, and a mean of 70 is 70."""
    assert level_at(SIMPLE.capacity, points) == level
    assert category_at(SIMPLE, points, 0) == NINE[level][0]
    assert category_at(SIMPLE, 0, points) == NINE[0][level]


def test_moved_cuts_are_counted() -> None:
    """Eight ways of moving the cuts of both axes by five points."""
    assert under_cuts(SIMPLE, 55, 55) == {"C": 8}
    # 72 is no longer high when the cut is 75: three of the eight.
    assert under_cuts(SIMPLE, 72, 20) == {"E": 5, "C": 3}
    # 40 is low with a cut of 45, and 70 of risk is no longer high with 75.
    found = under_cuts(SIMPLE, 40, 70)
    assert found == {"B": 2, "A": 1, "D": 3, "C": 2}
    assert sum(found.values()) == 8
    wider = replace(SIMPLE, cut_step=20.0)
    assert under_cuts(wider, 55, 20) == {"C": 2, "A": 3, "E": 3}


def test_leaving_each_indicator_out() -> None:
    """The category on what is left, however little; without an axis there is none."""
    found = only(made([90, 250, 20, 6])).left_out
    # A earns 90 and B (350 − 250)/400 = 25; K 20 and L (7 − 6)/5 = 20.
    assert found == {"A": "A", "B": "E", "K": "C", "L": "C"}
    alone = only(made([90, None, 20, None], SIMPLE)).left_out
    assert alone == {"A": "", "K": ""}


def test_leaving_out_in_the_example() -> None:
    """RB is E without x1 and C without x2."""
    found = place(worked(matrix=worked_matrix(0.5)), AS_OF)
    assert found is not None
    one = found.of("RB")
    assert one is not None
    assert one.left_out == {"x1": "E", "x2": "C", "x3": "E", "x4": "E"}


def test_single_changes_of_a_simple_place() -> None:
    """(60, 38): ten points more of capacity, or twenty less; risk may rise without a change."""
    one = only(made([60, None, 38, None], SIMPLE))
    assert one.category == "C"
    told = [(c.indicator, c.now, c.value, c.is_strict, c.category) for c in one.changes]
    assert told == [
        ("A", 60, near(70), False, "E"),
        ("A", 60, near(40), True, "A"),
    ]


def test_where_the_draws_keep_an_area_its_own_cell_is_no_change() -> None:
    """(60, 38) is in C; kept in E, or in A, it needs no change to be where it is."""
    facts_of = made([60, None, 38, None], SIMPLE)
    problem = only_problem(facts_of)
    for kept, expected in (("E", ["A"]), ("A", ["E"]), ("D", ["E", "A"])):
        found = changes(SIMPLE, problem, only(facts_of).axes, 0, kept)
        assert [change.category for change in found] == expected


def only_problem(catalog: Catalog) -> Problem:
    """The axes of the only area as they are added up."""
    found = place(catalog, AS_OF)
    assert found is not None
    return found.problem


def test_changes_that_one_figure_cannot_make_are_not_told() -> None:
    """An indicator that would have to leave its goalposts is passed over."""
    # Capacity (0 + 2·25)/3 = 16.7: even 100 of A leads to 50, B alone cannot reach 40 from A = 0.
    one = only(made([0, 250, 10, 7]))
    assert [(c.indicator, c.category) for c in one.changes] == [("B", "C"), ("A", "C")]
    assert one.changes[0].value == near(350 - 4 * 60)
    assert one.changes[1].value == near(70)


def test_no_more_than_three_changes_the_nearest_first() -> None:
    """On a long axis only the nearest are told."""
    codes = [f"I{n}" for n in range(6)]
    matrix = matrix_of(
        axis("capacity", *((code, UP) for code in codes[:5])), axis("risk", (codes[5], UP))
    )
    catalog = facts(
        regions(1),
        [group("G")],
        [core(code, "G", is_core=False) for code in codes],
        table([[65, 65, 65, 65, 65, 65]], codes),
        matrix=matrix,
    )
    one = only(catalog)
    assert len(one.changes) == 3
    assert [c.indicator for c in one.changes] == ["I5", "I0", "I1"]
    assert one.changes[0].category == "D"


def nudged(measure: Indicator, change: Change, part: float) -> float:
    """The value told, and further on its way by a part of the goalposts' width."""
    assert measure.goalpost_low is not None
    assert measure.goalpost_high is not None
    width = float(measure.goalpost_high - measure.goalpost_low)
    # A cut is passed going down and reached going up; B and L are turned round.
    way = (-1 if change.is_strict else 1) * (-1 if change.indicator in ("B", "L") else 1)
    return change.value + way * part * width


@settings(max_examples=80)
@given(
    st.tuples(
        st.integers(min_value=0, max_value=100),
        st.integers(min_value=-50, max_value=350),
        st.integers(min_value=0, max_value=100),
        st.integers(min_value=20, max_value=70),
    )
)
def test_a_single_change_really_changes_the_category(cells: tuple[int, int, int, int]) -> None:
    """Applied it leads to the category told; a slightly smaller one leaves things as they are."""
    values: list[float | None] = [cells[0], cells[1], cells[2], cells[3] / 10]
    before = only(made(values))
    for change in before.changes:
        at = CODES.index(change.indicator)
        assert values[at] == near(change.now)
        # A cut that must be passed is passed by a hair.
        for part, expected in (
            (1e-6 if change.is_strict else 0.0, change.category),
            (-1e-6, before.category),
        ):
            tried = list(values)
            tried[at] = nudged(MEASURES[at], change, part)
            after = only(made(tried))
            assert after.category == expected, change


@settings(max_examples=60)
@given(
    st.floats(min_value=0, max_value=100),
    st.floats(min_value=0, max_value=100),
)
def test_eight_moved_cuts_never_more(capacity: float, risk: float) -> None:
    """And a place more than the step away from every cut keeps its category in all of them."""
    found = under_cuts(SIMPLE, capacity, risk)
    assert sum(found.values()) == 8
    if all(abs(points - cut) > 5.001 for points in (capacity, risk) for cut in (40, 70)):
        assert found == {category_at(SIMPLE, capacity, risk): 8}
