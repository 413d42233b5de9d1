"""Outranking: the worked example, and what holds of every table."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.outranking import copeland, outranking
from tests.stats.oracle import EXPECTED, REGIONS, matrix, near

NAN = math.nan
EQUAL = [1, 1, 1, 1]
CELLS = st.one_of(st.just(NAN), st.integers(min_value=0, max_value=4).map(float))
TABLES = st.lists(st.tuples(*[CELLS] * 4), min_size=1, max_size=8)
WEIGHTS = st.tuples(*[st.integers(min_value=1, max_value=3)] * 4)


def test_outranking_of_the_example() -> None:
    """Shares of the weight, on the three indicators that RE shares with the others."""
    found = outranking(matrix("minmax"), EQUAL)
    # The published table is rounded to six digits.
    assert found == pytest.approx(np.array(EXPECTED["copeland"]["outranking"]), abs=5.1e-7)
    assert found[0, 4] == near(1 / 3)


def test_scores_of_the_example() -> None:
    """The published scores, and the ranks that follow from them."""
    found = copeland(matrix("minmax"), EQUAL).tolist()
    assert dict(zip(REGIONS, found, strict=True)) == EXPECTED["copeland"]["score"]
    ranks = [1 + sum(other > score for other in found) for score in found]
    assert dict(zip(REGIONS, ranks, strict=True)) == EXPECTED["copeland"]["rank"]


def test_scores_on_complete_columns() -> None:
    """Without x2 nothing is missing, and COINr gives these scores."""
    complete = np.delete(np.array(matrix("minmax")), 1, axis=1)
    assert copeland(complete, [1, 1, 1]).tolist() == [1, 1, 1, 0, 2, -5]


@given(TABLES, WEIGHTS)
def test_every_pair_shares_one(rows: list[tuple[float, ...]], weights: tuple[int, ...]) -> None:
    """What one area is not ahead in, the other is; wins and losses cancel out."""
    share = outranking(rows, weights)
    apart = ~np.eye(len(rows), dtype=bool)
    both = (share + share.T)[apart]
    assert both[~np.isnan(both)] == pytest.approx(1)
    assert np.array_equal(np.isnan(share), np.isnan(share.T))
    assert np.nansum(copeland(rows, weights)) == 0


@given(TABLES, WEIGHTS, st.sampled_from([0.1, 0.3, 7]))
def test_only_order_and_proportion_matter(
    rows: list[tuple[float, ...]], weights: tuple[int, ...], factor: float
) -> None:
    """Neither the scale of the values nor that of the weights changes a score."""
    found = copeland([[v**3 + 1 for v in row] for row in rows], [factor * w for w in weights])
    assert np.array_equal(found, copeland(rows, weights), equal_nan=True)


def test_half_and_half_is_a_draw_however_it_rounds() -> None:
    """0.1 + 0.2 against 0.3 differ in the last digit only."""
    assert copeland([[1, 1, 0], [0, 0, 1]], [0.1, 0.2, 0.3]).tolist() == [0, 0]


def test_weights_decide() -> None:
    """One heavy indicator beats two light ones; a weight of 0 counts for nothing."""
    rows = [[1, 0, 0], [0, 1, 1]]
    assert copeland(rows, [5, 1, 1]).tolist() == [1, -1]
    assert copeland(rows, [0, 1, 1]).tolist() == [-1, 1]


def test_an_area_without_a_common_indicator_has_no_score() -> None:
    """It is not in the middle: it is not compared. The others are."""
    found = copeland([[1, NAN], [2, NAN], [NAN, 3]], [1, 1])
    assert found[:2].tolist() == [-1, 1]
    assert math.isnan(found[2])
    assert np.isnan(outranking([[1, NAN], [NAN, 3]], [1, 1])[0, 1])


@pytest.mark.parametrize("weights", [[1], [1, 1, 1], [[1, 1]], [1, -1], [1, NAN]])
def test_weights_must_fit(weights: list[float]) -> None:
    """One an indicator, none below 0 and none missing."""
    with pytest.raises(ValueError, match="weight"):
        outranking([[1, 2], [3, 4]], weights)
