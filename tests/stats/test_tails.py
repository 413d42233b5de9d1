"""Tails: the limits of a Poisson mean, held against the sums that define them."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.intervals import Z95, Z998
from quipu.stats.tails import lower_mean, upper_mean

COUNTS = st.integers(min_value=1, max_value=150)
DEVIATES = st.floats(min_value=0.1, max_value=5)


def chance_of_at_most(count: int, mean: float) -> float:
    """Sum the Poisson probabilities of 0 to *count* events, smallest rounding first."""
    return math.fsum(
        math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1)
    )


def chance_of_at_least(count: int, mean: float) -> float:
    """Sum the Poisson probabilities of *count* events and more, until they no longer add."""
    return math.fsum(
        math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count, count + 400)
    )


def tail(z: float) -> float:
    """Return the chance of one tail."""
    return math.erfc(z / math.sqrt(2)) / 2


@given(COUNTS, DEVIATES)
def test_the_limits_give_each_tail_its_chance(count: int, z: float) -> None:
    """At the lower limit so many events or more are that unlikely; at the upper, so few."""
    assert chance_of_at_least(count, lower_mean(count, z)) == pytest.approx(tail(z), rel=1e-10)
    assert chance_of_at_most(count, upper_mean(count, z)) == pytest.approx(tail(z), rel=1e-10)


@pytest.mark.parametrize("z", [Z95, Z998, 6.0])
def test_one_and_no_event_by_hand(z: float) -> None:
    """``1 - exp(-m)`` and ``exp(-m)`` are the tails: their inverses are logarithms."""
    assert lower_mean(1, z) == pytest.approx(-math.log1p(-tail(z)), rel=1e-12)
    assert upper_mean(0, z) == pytest.approx(-math.log(tail(z)), rel=1e-12)


def test_the_tables_of_garwood() -> None:
    """Figures of a printed table, 95 %."""
    printed = {1: (0.0253, 5.572), 5: (1.6235, 11.668), 10: (4.7954, 18.390), 30: (20.2409, 42.827)}
    for count, (lower, upper) in printed.items():
        assert lower_mean(count, Z95) == pytest.approx(lower, abs=6e-5)
        assert upper_mean(count, Z95) == pytest.approx(upper, abs=6e-4)


@given(st.floats(min_value=0.05, max_value=5000), DEVIATES)
def test_between_whole_numbers_the_limits_lie_between(count: float, z: float) -> None:
    """The limits of a count that is not whole lie between those of its neighbours."""
    below, above = max(math.floor(count), 1), math.ceil(count)
    if count >= 1:
        assert lower_mean(below, z) * (1 - 1e-9) <= lower_mean(count, z)
    assert lower_mean(count, z) <= lower_mean(above, z) * (1 + 1e-9)
    assert upper_mean(math.floor(count), z) * (1 - 1e-9) <= upper_mean(count, z)
    assert upper_mean(count, z) <= upper_mean(above, z) * (1 + 1e-9)


@pytest.mark.parametrize("count", [10_000, 1_000_000])
def test_many_events_are_nearly_normal(count: int) -> None:
    """The sums of a great many terms still close; half of either tail is near the count."""
    z = NormalDist().inv_cdf(0.975)
    reach = z * math.sqrt(count)
    assert lower_mean(count, z) == pytest.approx(count - reach, abs=3)
    assert upper_mean(count, z) == pytest.approx(count + reach, abs=3)


@pytest.mark.parametrize("count", [0.01, 0.001, 1e-9])
def test_a_hundredth_of_an_event(count: float) -> None:
    """So little says nothing from below: the limit is 0, and nothing overflows."""
    assert lower_mean(count, Z998) == 0
    assert upper_mean(count, Z998) == pytest.approx(upper_mean(0, Z998), rel=0.005)
