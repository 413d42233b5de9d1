"""Funnels: the worked example, and that they decide as intervals do."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from quipu.stats.funnel import poisson_limits, proportion_limits
from quipu.stats.intervals import Z95, Z998, poisson_interval, side, wilson
from tests.stats.oracle import EXPECTED, REGIONS, column, near

DEVIATES = st.one_of(st.sampled_from([Z95, Z998]), st.floats(min_value=0.1, max_value=6))
CASES = st.integers(min_value=1, max_value=5000).flatmap(
    lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n))
)
EXPECTED_COUNTS = st.one_of(
    st.floats(min_value=0, max_value=30), st.floats(min_value=0, max_value=50_000)
)


def test_funnel_of_the_example() -> None:
    """Limits of the single-bid share, all regions at once, and who lies beyond which."""
    totals, benchmark = column("x3_den"), EXPECTED["benchmarks"]["x3"] / 100
    inner, outer = (proportion_limits(benchmark, totals, z) for z in (Z95, Z998))
    values = np.array(column("x3_num")) / totals
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["funnel_x3"][region]
        assert totals[n] == expected["n"]
        assert [100 * limit[n] for limit in (*inner, *outer)] == near(
            [expected[key] for key in ("lo95", "hi95", "lo998", "hi998")]
        )
        is_out = tuple(bool(not low[n] <= values[n] <= high[n]) for low, high in (inner, outer))
        kind = expected["flag"].removeprefix("high").removeprefix("low")
        assert is_out == {"in": (False, False), "95": (True, False), "998": (True, True)}[kind]


@given(CASES, st.floats(min_value=0, max_value=1), DEVIATES)
def test_funnel_and_wilson_agree(cases: tuple[int, int], expected: float, z: float) -> None:
    """Outside of the funnel exactly when the interval does not hold the expected proportion."""
    count, total = cases
    share = count / total
    low, high = (float(v) for v in proportion_limits(expected, total, z))
    # On the very edge, rounding may put either one on either side.
    assume(not any(0 < abs(share - limit) < 1e-9 for limit in (low, high)))
    beyond = 1 if share > high else -1 if share < low else 0
    assert int(side(*wilson(count, total, z), expected)) == beyond


@given(st.sampled_from([0.0, 1.0]), CASES, DEVIATES)
def test_they_agree_at_the_ends(expected: float, cases: tuple[int, int], z: float) -> None:
    """Where nobody or everybody is expected, one exception is outside, to the last digit."""
    low, high = proportion_limits(expected, cases[1], z)
    share = cases[0] / cases[1]
    is_outside = bool(share < low or share > high)
    assert is_outside == (share != expected)
    assert is_outside == bool(side(*wilson(*cases, z), expected))


def decision(count: float, expected: float, z: float) -> int:
    """Say on which side of the Poisson funnel a count lies."""
    low, high = poisson_limits(expected, z)
    return 1 if count > high else -1 if count < low else 0


@given(EXPECTED_COUNTS, st.floats(min_value=-8, max_value=8), DEVIATES)
def test_funnel_and_poisson_agree(expected: float, away: float, z: float) -> None:
    """Outside of the funnel exactly when the interval does not hold the expected count."""
    count = max(0, round(expected + away * math.sqrt(expected + 1)))
    assert int(side(*poisson_interval(count, z), expected)) == decision(count, expected, z)


@given(EXPECTED_COUNTS, DEVIATES)
def test_the_limits_are_the_last_counts_inside(expected: float, z: float) -> None:
    """Both are inside and whole; one event further is outside."""
    low, high = (float(v) for v in poisson_limits(expected, z))
    assert low.is_integer()
    assert high.is_integer()
    assert low <= math.ceil(expected)
    assert high >= math.floor(expected)
    for count in (low, high):
        assert int(side(*poisson_interval(count, z), expected)) == 0
    assert int(side(*poisson_interval(high + 1, z), expected)) == 1
    if low > 0:
        assert int(side(*poisson_interval(low - 1, z), expected)) == -1


@given(st.integers(min_value=0, max_value=60), st.sampled_from([0, 1]), DEVIATES)
def test_they_agree_on_the_very_edge(count: int, end: int, z: float) -> None:
    """An expected count that is itself a limit of the interval lies within it."""
    expected = float(poisson_interval(count, z)[end])
    assert decision(count, expected, z) == 0


@given(EXPECTED_COUNTS, DEVIATES, DEVIATES)
def test_funnels_widen(expected: float, z: float, y: float) -> None:
    """A larger deviate leaves no more counts outside, and no more proportions."""
    narrow, wide = (poisson_limits(expected, deviate) for deviate in sorted((z, y)))
    assert wide[0] <= narrow[0]
    assert narrow[1] <= wide[1]
    share = expected / 50_000
    narrow, wide = (proportion_limits(share, 40, deviate) for deviate in sorted((z, y)))
    assert wide[0] <= narrow[0] <= share <= narrow[1] <= wide[1]


def test_nothing_expected() -> None:
    """Then no event is inside and the first one outside."""
    assert [float(v) for v in poisson_limits(0, Z95)] == [0, 0]


def test_limits_of_many_areas_are_those_of_each() -> None:
    """A table of expected counts gives a table of limits."""
    expected = [[0.5, 9.7], [10.2, 3000]]
    low, high = poisson_limits(expected, Z95)
    assert low.shape == high.shape == (2, 2)
    for row in (0, 1):
        for n in (0, 1):
            alone = poisson_limits(expected[row][n], Z95)
            assert (low[row, n], high[row, n]) == tuple(float(v) for v in alone)


def test_what_is_missing_has_no_limits() -> None:
    """Nothing looked at, nothing known, or nothing that a proportion or count can be."""
    bad = proportion_limits([0.5, 0.5, math.nan, 1.5, -0.1], [0, math.nan, 5, 5, 5], Z95)
    assert np.isnan(bad).all()
    assert np.isnan(poisson_limits([math.nan, -1, math.inf], Z95)).all()
