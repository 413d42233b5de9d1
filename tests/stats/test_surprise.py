"""How surprising a count or a value is: against exact arithmetic, and by its own promise."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.surprise import robust_deviates, upper_tail


def exact(count: int, total: int, chance: Fraction) -> float:
    """Return the same tail in whole numbers."""
    return float(
        sum(
            (
                math.comb(total, n) * chance**n * (1 - chance) ** (total - n)
                for n in range(max(count, 0), total + 1)
            ),
            Fraction(0),
        )
    )


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 99))
def test_the_tail_is_the_exact_one(total: int, count: int, percent: int) -> None:
    """To twelve digits, on either side of the middle."""
    count = min(count, total)
    expected = exact(count, total, Fraction(percent, 100))
    assert upper_tail(count, total, percent / 100) == pytest.approx(expected, rel=1e-11, abs=1e-14)


def test_the_tail_of_many_trials() -> None:
    """A million trials end at once: five standard deviations above the middle."""
    assert upper_tail(502_500, 1_000_000, 0.5) == pytest.approx(2.9e-7, rel=0.02)
    assert upper_tail(1_000_000, 1_000_000, 0.5) == 0.0
    assert upper_tail(0, 1_000_000, 0.5) == 1.0


def test_deviates_are_standard_deviations_of_normal_values() -> None:
    """The middle value is at 0, and the quartiles of a normal curve at 0.6745."""
    quartiles = [-0.6745, -0.3, 0.0, 0.3, 0.6745]
    assert robust_deviates(quartiles)[2] == 0.0
    assert robust_deviates([0.0, 1.0, 2.0, 3.0, 100.0])[4] == pytest.approx(98 / 1.4826)


def test_no_spread_says_nothing() -> None:
    """Where most values are the same there is nothing to measure a distance by."""
    assert robust_deviates([5.0, 5.0, 5.0, 5.0, 90.0]) == [0.0] * 5


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(0.01, 1e3))
def test_the_unit_does_not_matter(values: list[float], scale: float) -> None:
    """Soles or thousands of soles: the same deviates."""
    spread = robust_deviates(values)
    scaled = robust_deviates([value * scale for value in values])
    if any(spread) and max(spread) < 1e6:
        assert scaled == pytest.approx(spread, rel=1e-3, abs=1e-3)
