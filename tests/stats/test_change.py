"""Change: the worked example, and what is refused."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.arrays import floats
from quipu.stats.change import (
    TREND_CHI2,
    Trend,
    TrendState,
    minimum_change,
    newcombe,
    probability_of_improvement,
    rate_ratio,
    recent_trends,
)
from quipu.stats.intervals import Z95, Z998, wilson
from tests.stats.oracle import DIRECTIONS, EXPECTED, INPUT, REGIONS, column, near

JUDGED = {-1: "worsened", 0: "no significant change", 1: "improved"}
CASES = st.integers(min_value=1, max_value=5000).flatmap(
    lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n))
)


def judged(low: float, high: float, neutral: float, direction: int) -> str:
    """Say what a change comes to, given the direction of the indicator."""
    moved = 1 if low > neutral else -1 if high < neutral else 0
    return JUDGED[moved * direction]


def test_difference_of_the_example() -> None:
    """Requests answered in time, in percentage points; a region without a figure has none."""
    found = newcombe(
        column("x2_num"), column("x2_den"), column("x2_num_prev"), column("x2_den_prev"), Z95
    )
    for n, region in enumerate(REGIONS):
        difference, low, high = (100 * float(part[n]) for part in found)
        expected = EXPECTED["change_x2"].get(region)
        if expected is None:
            assert math.isnan(difference)
            assert math.isnan(low)
            assert math.isnan(high)
        else:
            assert (difference, low, high) == near(
                (expected["diff_pp"], expected["lo"], expected["hi"])
            )
            assert judged(low, high, 0, DIRECTIONS["x2"]) == expected["verdict"]


@pytest.mark.parametrize("region", REGIONS)
def test_ratio_of_the_example(region: str) -> None:
    """Cases per person against the year before; three events are too few."""
    row, expected = INPUT[region], EXPECTED["change_x4"][region]
    found = rate_ratio(row["x4_count"], row["x4_pop"], row["x4_count_prev"], row["x4_pop"], Z95)
    if expected["verdict"].startswith("not calculated"):
        assert found is None
    else:
        assert found == near((expected["ratio"], expected["lo"], expected["hi"]))
        assert found is not None
        assert judged(*found[1:], 1, DIRECTIONS["x4"]) == expected["verdict"]


@given(CASES, CASES, st.floats(min_value=0, max_value=6))
def test_difference_lies_in_its_interval(
    one: tuple[int, int], other: tuple[int, int], z: float
) -> None:
    """Inside -1 to 1, and the interval of the reverse is the reverse of the interval."""
    difference, low, high = (float(v) for v in newcombe(*one, *other, z))
    assert -1 - 1e-12 <= low <= difference + 1e-12
    assert difference - 1e-12 <= high <= 1 + 1e-12
    back, back_low, back_high = (float(v) for v in newcombe(*other, *one, z))
    assert (back, back_low, back_high) == pytest.approx((-difference, -high, -low), abs=1e-12)


def test_newcombe_as_published() -> None:
    """Two of the examples in Newcombe's paper, to the four digits that it prints."""
    cases = {(56, 70, 48, 80): (0.0524, 0.3339), (9, 10, 3, 10): (0.1705, 0.8090)}
    for numbers, expected in cases.items():
        _, low, high = newcombe(*numbers, Z95)
        assert (float(low), float(high)) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize(
    "numbers",
    [
        (9, 100, 20, 100),
        (20, 100, 9, 100),
        (20, 0, 20, 100),
        (20, 100, 20, -1),
        (math.nan, 100, 20, 100),
        (20, 100, 20, math.nan),
        (20, 100, 20, math.inf),
    ],
)
def test_ratios_that_are_not_calculated(numbers: tuple[float, float, float, float]) -> None:
    """Fewer than ten events on either side, no exposure, or something missing."""
    assert rate_ratio(*numbers, Z95) is None


def test_ten_events_are_enough() -> None:
    """The ratio lies in the middle of its interval on a scale of ratios, and widens with z."""
    found, wider = rate_ratio(10, 50, 10, 100, Z95), rate_ratio(10, 50, 10, 100, Z998)
    assert found is not None
    assert wider is not None
    ratio, low, high = found
    assert ratio == near(2)
    assert low * high == near(ratio**2)
    assert wider[1] < low
    assert high < wider[2]


def trend_of(values: npt.ArrayLike, lowers: npt.ArrayLike, uppers: npt.ArrayLike) -> Trend:
    """The trend of one series."""
    return recent_trends(*(floats(part)[np.newaxis] for part in (values, lowers, uppers)))[0]


@pytest.mark.parametrize(
    ("key", "state"),
    [("trend_small", TrendState.NOT_SIGNIFICANT), ("trend_large", TrendState.INCREASING)],
)
def test_trends_of_the_example(key: str, state: TrendState) -> None:
    """The same shares of ten times as many cases are a trend; of few they are none."""
    expected = EXPECTED[key]
    count, total = np.array(expected["series"], dtype=float).T
    lower, upper = wilson(count, total, Z95)
    found = trend_of(100 * count / total, 100 * lower, 100 * upper)
    assert found.state is state
    assert found.slope == near(expected["slope"])
    assert found.chi2 == near(expected["chi2"])


def narrow(values: list[float], half: float = 0.01) -> tuple[list[float], list[float]]:
    """Return narrow limits around values."""
    return [v - half for v in values], [v + half for v in values]


def test_a_falling_series() -> None:
    """Turned upside down, an increase is a decrease of the same size."""
    values = [1.0, 2.0, 4.0, 5.0, 7.0]
    up, down = (
        trend_of(series, *narrow(series)) for series in (values, [-value for value in values])
    )
    assert (up.state, down.state) == (TrendState.INCREASING, TrendState.DECREASING)
    assert up.slope is not None
    assert down.slope == near(-up.slope)
    assert down.chi2 == near(up.chi2)


def test_a_trend_that_rests_on_one_point_is_none() -> None:
    """Chi-square is far beyond the threshold, but without its last point the series falls."""
    values = [5.0, 4.9, 4.8, 4.7, 9.0]
    found = trend_of(values, *narrow(values))
    assert found.chi2 is not None
    assert found.chi2 > TREND_CHI2
    assert found.state is TrendState.NOT_SIGNIFICANT


def test_a_level_rest_is_no_sign() -> None:
    """Without its last point the series does not move: the sign is not kept."""
    values = [5.0, 5.0, 5.0, 5.0, 9.0]
    assert trend_of(values, *narrow(values)).state is TrendState.NOT_SIGNIFICANT


def test_the_threshold_is_that_of_998_per_thousand() -> None:
    """Of equal weights the chi-square is known: just above counts, just below does not."""
    for factor, state in ((1.0001, TrendState.INCREASING), (0.9999, TrendState.NOT_SIGNIFICANT)):
        # Slope 1, squares of x add up to 10, so chi-square is 10 / error squared.
        half = 1.96 * math.sqrt(10 / (Z998**2 * factor))
        values = [0.0, 1.0, 2.0, 3.0, 4.0]
        found = trend_of(values, *narrow(values, half))
        assert found.state is state
        assert found.chi2 == pytest.approx(TREND_CHI2 * factor, rel=1e-9)
    assert near(Z998**2) == TREND_CHI2


def test_too_few_points() -> None:
    """A period without a value is not jumped over: its neighbours are two periods apart."""
    values = [1, 2, math.nan, 4, 5]
    found = trend_of(values, *narrow(values))
    assert found.state is TrendState.TOO_FEW_POINTS
    assert found.slope is found.chi2 is None


@pytest.mark.parametrize(
    ("lower", "upper"), [(math.nan, 4), (2, math.nan), (3, 3), (4, 2), (-math.inf, 4)]
)
def test_no_interval(lower: float, upper: float) -> None:
    """Missing, without width, upside down or without end: the point cannot be weighed."""
    found = trend_of([1, 2, 3, 4, 5], [0, 1, lower, 3, 4], [2, 3, upper, 5, 6])
    assert found.state is TrendState.NO_INTERVAL
    assert found.slope is found.chi2 is None


def test_five_points_are_a_change() -> None:
    """The least change counts itself, up and down; a missing score has not moved."""
    before = [50, 50, 50, 50, 60.1, 65.1, math.nan, 50]
    after = [55, 45, 54.9, 45.1, 65.1, 60.1, 90, math.nan]
    assert minimum_change(before, after, 5).tolist() == [1, -1, 0, 0, 1, -1, 0, 0]
    assert int(minimum_change(40, 46, 5)) == 1


def test_draws_are_compared_in_pairs() -> None:
    """Shares by area of the draws that came out higher; equal is no improvement."""
    nan = math.nan
    before = [[1.0, 5, nan, 1], [2.0, 5, 1, 1], [3.0, 5, 1, 1], [4.0, 5, nan, nan]]
    after = [[2.0, 5, 9, 1], [1.0, 6, 9, 0], [4.0, 5, 0, 0], [5.0, 5, 9, 9]]
    assert probability_of_improvement(before, after).tolist() == [0.75, 0.25, 0.5, 0]
    assert float(probability_of_improvement([1, 2], [2, 3])) == 1


def test_no_paired_draw_gives_no_probability() -> None:
    """Neither 0 nor 1: not known."""
    assert math.isnan(probability_of_improvement([math.nan, 1], [1, math.nan]))


def test_draws_must_pair() -> None:
    """Draws of different numbers cannot come from the same choices."""
    with pytest.raises(ValueError, match=r"\(2,\) and \(3,\)"):
        probability_of_improvement([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="paired"):
        probability_of_improvement(1, 2)
