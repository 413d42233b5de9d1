"""Peers: distances by hand, and who is nearest."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.peers import distances, nearest
from tests.stats.oracle import near

NAN = math.nan
TABLES = st.lists(
    st.tuples(*[st.integers(min_value=-50, max_value=50).map(float)] * 3), min_size=2, max_size=12
)


def test_distances_by_hand() -> None:
    """One column 1, 2, 3 has a standard deviation of 1; the other of 10 weighs as much."""
    found = distances([[1, 10], [2, 20], [3, 30]])
    once = math.sqrt(2)
    assert found.tolist() == [
        near([0, once, 2 * once]),
        near([once, 0, once]),
        near([2 * once, once, 0]),
    ]


def test_an_area_that_misses_a_circumstance_has_no_peers() -> None:
    """It has no distance, not even to itself; the others are measured without it."""
    found = distances([[1.0, 10.0], [2.0, NAN], [3.0, 30.0], [5.0, 60.0]])
    assert np.isnan(found[1]).all()
    assert np.isnan(found[:, 1]).all()
    assert not np.isnan(np.delete(np.delete(found, 1, 0), 1, 1)).any()
    assert nearest(found, 5) == ((2, 3), (), (0, 3), (2, 0))


def test_a_value_known_of_an_incomplete_area_still_counts_in_its_column() -> None:
    """Columns are standardised over all that have them: 1, 2, 9, not 1 and 9 alone."""
    found = distances([[1.0, 0.0], [2.0, NAN], [9.0, 1.0]])
    first, second = np.std([1, 2, 9], ddof=1), np.std([0, 1], ddof=1)
    assert found[0, 2] == near(math.hypot(8 / first, 1 / second))


def test_a_constant_column_is_left_out() -> None:
    """Also a constant with gaps, which then takes nobody's distances away."""
    alone = distances([[1], [2], [4]])
    for other in ([0.1, 0.1, 0.1], [7, NAN, 7], [NAN, NAN, NAN]):
        joined = distances([[a, b] for a, b in zip([1, 2, 4], other, strict=True)])
        assert joined.tolist() == alone.tolist()


def test_without_a_column_nothing_is_near() -> None:
    """Not known is not the same as alike."""
    assert np.isnan(distances([[3], [3]])).all()
    assert nearest(distances([[3], [3]]), 5) == ((), ())


@given(TABLES)
def test_distances_are_distances(rows: list[tuple[float, ...]]) -> None:
    """Symmetric, 0 to oneself, and no way round is shorter."""
    found = distances(rows)
    if np.isnan(found).all():
        assert len(set(rows)) == 1
        return
    assert np.array_equal(found, found.T)
    assert not found.diagonal().any()
    detours = found[:, :, np.newaxis] + found[np.newaxis, :, :]
    assert np.all(found[:, np.newaxis, :] <= detours + 1e-9)


@given(TABLES, st.integers(min_value=1, max_value=9))
def test_units_do_not_matter(rows: list[tuple[float, ...]], factor: int) -> None:
    """A circumstance in thousands leaves all distances as they were."""
    scaled = [(a * factor, b - 7, -c) for a, b, c in rows]
    assert distances(scaled).tolist() == [near(row) for row in distances(rows).tolist()]


def test_equally_near_ones_come_in_the_order_of_the_rows() -> None:
    """On a line the middle one has two neighbours at one distance."""
    found = distances([[1], [2], [3], [10]])
    assert nearest(found, 2) == ((1, 2), (0, 2), (1, 0), (2, 1))


def test_twins_do_not_list_themselves() -> None:
    """At distance 0 an area's twin is its peer, and the area itself never is."""
    assert nearest([[0, 0, 1], [0, 0, 1], [1, 1, 0]], 2) == ((1, 2), (0, 2), (0, 1))


def test_lists_are_as_long_as_they_can_be() -> None:
    """No more than there are others."""
    assert nearest([[0, 1], [1, 0]], 5) == ((1,), (0,))
    assert nearest([[0, 1], [1, 0]], 0) == ((), ())


def test_distances_form_a_square() -> None:
    """Otherwise rows and columns are not the same areas."""
    with pytest.raises(ValueError, match=r"\(1, 2\)"):
        nearest([[0, 1]], 1)
