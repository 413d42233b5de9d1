"""Intervals: the worked example, and what holds of every interval."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.intervals import (
    BYAR_FROM,
    MOST_Z,
    Z95,
    Z998,
    byar,
    is_comparable,
    poisson_exact,
    poisson_interval,
    rate_interval,
    side,
    wilson,
)
from tests.stats.oracle import DIRECTIONS, EXPECTED, INPUT, REGIONS, column, near

LEVELS = {"95": Z95, "998": Z998}
PER = {"x2": 100, "x3": 100, "x4": 100_000}
JUDGED = {-1: "worse", 0: "similar", 1: "better"}

DEVIATES = st.floats(min_value=0, max_value=MOST_Z)
CASES = st.integers(min_value=1, max_value=10_000).flatmap(
    lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n))
)
EVENTS = st.integers(min_value=0, max_value=100_000)


def limits(x: str, z: float) -> tuple[list[float], list[float]]:
    """Return the limits of an indicator of the example, in its unit, by region."""
    if x == "x4":
        found = rate_interval(column("x4_count"), column("x4_pop"), z)
    else:
        found = wilson(column(f"{x}_num"), column(f"{x}_den"), z)
    return (found[0] * PER[x]).tolist(), (found[1] * PER[x]).tolist()


@pytest.mark.parametrize("level", ["95", "998"])
@pytest.mark.parametrize("x", ["x2", "x3", "x4"])
def test_intervals_of_the_example(x: str, level: str) -> None:
    """Wilson for shares, exact for three events, Byar for more; NaN where there is no value."""
    lower, upper = limits(x, LEVELS[level])
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["ci_rag"][region].get(x, {})
        assert lower[n] == near(expected.get(f"lo{level}", math.nan))
        assert upper[n] == near(expected.get(f"hi{level}", math.nan))


@pytest.mark.parametrize("level", ["95", "998"])
@pytest.mark.parametrize("x", ["x2", "x3", "x4"])
def test_sides_of_the_example(x: str, level: str) -> None:
    """Turned by the direction of the indicator, the sides are the published judgements."""
    lower, upper = limits(x, LEVELS[level])
    benchmark = EXPECTED["benchmarks"][x]
    sides = side(lower, upper, benchmark)
    comparable = is_comparable(lower, upper, benchmark)
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["ci_rag"][region].get(x, {}).get(f"rag{level}")
        judged = JUDGED[int(sides[n]) * DIRECTIONS[x]] if comparable[n] else None
        assert judged == expected


@pytest.mark.parametrize("x", ["x2", "x3", "x4"])
def test_estimates_of_the_example_lie_inside(x: str) -> None:
    """Each published value lies within its interval."""
    lower, upper = limits(x, Z95)
    for n, region in enumerate(REGIONS):
        if not math.isnan(lower[n]):
            assert lower[n] < EXPECTED["ci_rag"][region][x]["v"] < upper[n]


def test_wilson_by_another_form() -> None:
    """The formula as the guides print it."""
    for x, n in ((0, 7), (3, 10), (84, 120), (120, 120)):
        root = Z95 * math.sqrt(Z95**2 + 4 * x * (1 - x / n))
        lower, upper = wilson(x, n, Z95)
        assert float(lower) == near((2 * x + Z95**2 - root) / 2 / (n + Z95**2))
        assert float(upper) == near((2 * x + Z95**2 + root) / 2 / (n + Z95**2))


def test_none_and_all_have_exact_ends() -> None:
    """No case gives a lower limit of 0, all cases an upper one of 1, to the last digit."""
    lower, upper = wilson([0, 7, 49], [7, 7, 49], Z95)
    assert lower[0] == 0
    assert upper[1] == upper[2] == 1


def test_one_case_in_a_million_million_loses_no_digit() -> None:
    """The limits of a small share are those of the count over the total, nearly without error."""
    lower, upper = wilson(1, 1e12, Z95)
    square = Z95 * Z95
    root = Z95 * math.sqrt(square + 4)
    assert float(lower) * 1e12 == pytest.approx((2 + square - root) / 2, rel=1e-9)
    assert float(upper) * 1e12 == pytest.approx((2 + square + root) / 2, rel=1e-4)


@pytest.mark.parametrize(
    ("count", "total"), [(0, 0), (math.nan, 5), (1, math.nan), (-1, 5), (6, 5), (1, math.inf)]
)
def test_impossible_proportions_have_no_interval(count: float, total: float) -> None:
    """Missing, negative, more than all, or of nothing: NaN and no warning."""
    assert np.isnan(wilson(count, total, Z95)).all()


@given(CASES, DEVIATES, DEVIATES)
def test_wilson_holds_the_estimate_and_widens(cases: tuple[int, int], z: float, y: float) -> None:
    """Inside 0 to 1, around the proportion, and no narrower for a larger deviate."""
    narrow, wide = (wilson(*cases, deviate) for deviate in sorted((z, y)))
    share = cases[0] / cases[1]
    assert 0 <= narrow[0] <= share + 1e-12
    assert share - 1e-12 <= narrow[1] <= 1
    assert wide[0] <= narrow[0] + 1e-12
    assert narrow[1] <= wide[1] + 1e-12


@given(CASES, DEVIATES)
def test_wilson_is_the_same_from_both_ends(cases: tuple[int, int], z: float) -> None:
    """The interval of those who have not is that of those who have, mirrored."""
    count, total = cases
    lower, upper = wilson(count, total, z)
    other_lower, other_upper = wilson(total - count, total, z)
    assert float(lower) == pytest.approx(1 - float(other_upper), abs=1e-12)
    assert float(upper) == pytest.approx(1 - float(other_lower), abs=1e-12)


@given(EVENTS, DEVIATES, DEVIATES)
def test_poisson_holds_the_count_and_widens(count: int, z: float, y: float) -> None:
    """Never negative, around the count, and no narrower for a larger deviate."""
    for interval in (byar, poisson_interval):
        narrow, wide = (interval(count, deviate) for deviate in sorted((z, y)))
        assert 0 <= narrow[0] <= count <= narrow[1]
        assert wide[0] <= narrow[0] * (1 + 1e-9)
        assert narrow[1] <= wide[1] * (1 + 1e-9)


@given(st.integers(min_value=0, max_value=500), DEVIATES)
def test_poisson_limits_grow_with_every_event(count: int, z: float) -> None:
    """Across the change of formula too; the funnel is found by this."""
    (lower, more_lower), (upper, more_upper) = poisson_interval([count, count + 1], z)
    assert lower <= more_lower
    assert upper < more_upper


def test_exact_below_ten_and_byar_from_ten() -> None:
    """The change falls between nine and ten events, and not elsewhere."""
    counts = np.arange(20)
    for n in (0, 1):
        found = poisson_interval(counts, Z95)[n]
        assert found[:BYAR_FROM].tolist() == poisson_exact(counts[:10], Z95)[n].tolist()
        assert found[BYAR_FROM:].tolist() == byar(counts[10:], Z95)[n].tolist()
    assert float(poisson_exact(10, Z95)[0]) != float(byar(10, Z95)[0])


@pytest.mark.parametrize(("z", "apart"), [(Z95, 0.002), (Z998, 0.016)])
def test_byar_is_near_the_exact_interval(z: float, apart: float) -> None:
    """From ten events on: to 0.2 % of the limits at 95 %, to 1.6 % far out."""
    counts = np.arange(10, 300)
    for approximate, exact in zip(byar(counts, z), poisson_exact(counts, z), strict=True):
        assert approximate == pytest.approx(exact, rel=apart)


def test_byar_is_never_negative() -> None:
    """Of one event and a large deviate the bare formula would be."""
    assert float(byar(1, Z998)[0]) == 0


def test_no_event_has_a_lower_limit_of_nothing() -> None:
    """Exactly 0, by either formula; the upper one says how much may have been missed."""
    assert float(byar(0, Z95)[0]) == float(poisson_exact(0, Z95)[0]) == 0
    assert float(poisson_exact(0, Z95)[1]) == pytest.approx(3.688879454, abs=1e-8)


@pytest.mark.parametrize("count", [math.nan, -1, math.inf])
def test_impossible_counts_have_no_interval(count: float) -> None:
    """NaN and no warning."""
    for interval in (byar, poisson_exact, poisson_interval):
        assert np.isnan(interval(count, Z95)).all()


@pytest.mark.parametrize("z", [-0.1, 6.1, math.nan])
def test_a_deviate_out_of_reach_is_refused(z: float) -> None:
    """The message names it, whatever the counts."""
    for interval in (poisson_exact, poisson_interval):
        with pytest.raises(ValueError, match="z must lie between 0 and 6"):
            interval(50, z)


def test_counts_that_are_not_whole() -> None:
    """A weighted count has an interval between those of its neighbours."""
    for count in (2.5, 40.5):
        lower, upper = poisson_interval([count - 0.5, count, count + 0.5], Z95)
        assert np.all(np.diff(lower) > 0)
        assert np.all(np.diff(upper) > 0)
    for limit in wilson([2, 2.5, 3], 10, Z95):
        assert np.all(np.diff(limit) > 0)


def test_rates_need_an_exposure() -> None:
    """Of nobody, or of a number unknown, there is no rate."""
    lower, upper = rate_interval([3, 3, 3, math.nan], [0, math.nan, -5, 10], Z95)
    assert np.isnan(lower).all()
    assert np.isnan(upper).all()


def test_a_rate_in_people_is_that_of_its_events() -> None:
    """Twice the exposure, half the limits."""
    once, twice = rate_interval([5, 50], 1000, Z95), rate_interval([5, 50], 2000, Z95)
    for one, other in zip(once, twice, strict=True):
        assert (one / 2).tolist() == near(other.tolist())


def test_numbers_and_tables_keep_their_shape() -> None:
    """A number gives one number, a table a table, and both the same figures."""
    counts = np.array([[3, 12], [0, 400]])
    for found in (wilson(counts, 500, Z95), rate_interval(counts, 500, Z95), byar(counts, Z95)):
        assert [limit.shape for limit in found] == [(2, 2), (2, 2)]
    for function in (wilson, rate_interval):
        lower, upper = function(12, 500, Z95)
        assert lower.shape == upper.shape == ()
        assert float(lower) == function(counts, 500, Z95)[0][0, 1]
    assert poisson_interval([], Z95)[0].shape == (0,)


def test_an_interval_that_touches_the_benchmark_is_not_beside_it() -> None:
    """Only a whole interval on one side is different."""
    assert side([1, 1, 3, 2], [2, 2, 4, 3], [2.5, 2, 2.5, 2]).tolist() == [-1, 0, 1, 0]


@pytest.mark.parametrize(
    ("lower", "upper", "mark"), [(math.nan, 1, 5), (9, math.nan, 5), (1, 2, math.nan)]
)
def test_what_is_missing_is_on_no_side(lower: float, upper: float, mark: float) -> None:
    """It gives 0 and says that it may not be compared."""
    assert int(side(lower, upper, mark)) == 0
    assert not is_comparable(lower, upper, mark)


def test_the_benchmarks_are_pooled() -> None:
    """What the sides were held against: all cases over all that were looked at."""
    for x in ("x2", "x3"):
        rows = [r for r in INPUT.values() if not math.isnan(r[f"{x}_num"])]
        pooled = 100 * sum(r[f"{x}_num"] for r in rows) / sum(r[f"{x}_den"] for r in rows)
        assert pooled == near(EXPECTED["benchmarks"][x])
