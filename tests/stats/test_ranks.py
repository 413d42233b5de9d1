"""Places, tiers and who stands above whom."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.ranks import above, percentiles, ranks, tiers

NAN = math.nan
CELLS = st.one_of(st.just(NAN), st.integers(min_value=0, max_value=4).map(float))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([10, 30, 20], [3, 1, 2]),
        ([30, 20, 20, 10], [1, 2, 2, 4]),
        ([5, 5, 5], [1, 1, 1]),
        ([NAN, 7, NAN, 9], [NAN, 2, NAN, 1]),
        ([NAN, NAN], [NAN, NAN]),
        ([0.1 + 0.2, 0.3], [1, 2]),
        ([], []),
    ],
)
def test_competition_ranks(values: list[float], expected: list[float]) -> None:
    """1224: equal values share the lowest place; not rounded; missing ones take no part."""
    assert np.array_equal(ranks(np.array(values, dtype=float)), expected, equal_nan=True)


def test_each_row_is_ranked_on_its_own() -> None:
    """Any number of dimensions; the last one holds the areas."""
    values = np.array([[[1.0, 2.0], [2.0, 1.0]], [[3.0, 3.0], [NAN, 1.0]]])
    expected = [[[2, 1], [1, 2]], [[1, 1], [NAN, 1]]]
    assert np.array_equal(ranks(values), np.array(expected), equal_nan=True)


@given(st.lists(CELLS, max_size=12))
def test_a_rank_is_one_more_than_the_values_above(values: list[float]) -> None:
    """Counted by hand."""
    found = ranks(np.array(values, dtype=float)).tolist()
    for value, rank in zip(values, found, strict=True):
        if math.isnan(value):
            assert math.isnan(rank)
        else:
            assert rank == 1 + sum(other > value for other in values)


@given(st.lists(CELLS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_areas_changes_nothing(values: list[float], random: Random) -> None:
    """Ranks follow their areas."""
    order = list(range(len(values)))
    random.shuffle(order)
    found = ranks(np.array(values))
    assert np.array_equal(ranks(np.array(values)[order]), found[order], equal_nan=True)


def test_tiers_begin_where_an_interval_leaves_the_head_behind() -> None:
    """The head of a tier reaches to 2; whoever begins at 2 belongs to it, at 3 no longer."""
    low = np.array([1.0, 2.0, 3.0, 4.0, NAN])
    middle = np.array([1.0, 2.0, 3.0, 4.0, NAN])
    high = np.array([2.0, 3.0, 4.0, 4.0, NAN])
    assert tiers(low, middle, high).tolist() == [1, 1, 2, 2, 0]


def test_tiers_do_not_chain() -> None:
    """All overlap their neighbours, and still the last is not of the first's tier."""
    low, middle, high = (np.array(line, dtype=float) for line in ([1, 2, 3], [1, 2, 3], [2, 3, 3]))
    assert tiers(low, middle, high).tolist() == [1, 1, 2]


def test_tiers_are_found_in_any_order() -> None:
    """Areas stand in the order of the file, not of their places."""
    low, middle, high = (np.array(line, dtype=float) for line in ([4, 1, 3], [4, 1, 3], [5, 2, 5]))
    assert tiers(low, middle, high).tolist() == [2, 1, 2]
    assert tiers(np.empty(0), np.empty(0), np.empty(0)).tolist() == []


def test_above_counts_draws() -> None:
    """Three draws: twice ahead, once level; level counts for neither."""
    values = np.array([[3.0, 1.0, NAN], [2.0, 1.0, 5.0], [1.0, 1.0, 5.0]])
    found = above(values)
    expected = [[NAN, 2 / 3, NAN], [0, NAN, NAN], [NAN, NAN, NAN]]
    assert found == pytest.approx(np.array(expected), nan_ok=True)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_above_never_passes_one_together(rows: list[tuple[float, float, float]]) -> None:
    """The shares of both directions and the ties add up to 1."""
    values = np.array(rows)
    found = above(values)
    for i in range(3):
        for j in range(3):
            if i != j and not np.isnan(found[i, j]):
                ties = (values[:, i] == values[:, j]).mean()
                assert found[i, j] + found[j, i] + ties == pytest.approx(1)


@given(
    st.lists(st.tuples(*[st.integers(min_value=1, max_value=26)] * 3), min_size=1, max_size=40),
    st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=4),
)
def test_percentiles_are_linear(rows: list[tuple[int, int, int]], shares: list[float]) -> None:
    """Type 7, as NumPy and R have it by default."""
    draws = np.array(rows, dtype=float)
    expected = np.quantile(draws, shares, axis=0)
    assert percentiles(draws, tuple(shares)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("count", [1, 2, 3, 10, 999, 1000])
def test_percentiles_of_one_rank_are_that_rank(count: int) -> None:
    """To the last digit, since an end of an interval is rounded outwards to a whole place."""
    for rank in (1.0, 3.0, 7.0, 26.0):
        found = percentiles(np.full((count, 1), rank), (0.05, 0.5, 0.95))
        assert (found == rank).all()


def test_without_a_draw_there_is_no_percentile() -> None:
    """One number a percentile and an area all the same."""
    found = percentiles(np.empty((0, 3)), (0.05, 0.95))
    assert found.shape == (2, 3)
    assert np.isnan(found).all()


def test_an_area_missing_in_any_draw_has_no_percentile() -> None:
    """The others keep theirs."""
    found = percentiles(np.array([[1.0, NAN], [3.0, 2.0]]), (0.5,))
    assert np.array_equal(found, np.array([[2.0, NAN]]), equal_nan=True)
