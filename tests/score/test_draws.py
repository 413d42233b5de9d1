"""Seeded numbers: the sequence of the standard library, and counts drawn anew."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.score.draws import generator, sampled, uniforms

NAN = math.nan
COUNTS = np.array([[84.0, 220.0], [NAN, 3.0], [0.0, 0.0]])
TOTALS = np.array([[120.0, 5e5], [NAN, 4e4], [40.0, 1e4]])
SHARES = np.array([[1.0, 0.0]] * 3)


@given(st.integers(min_value=0, max_value=2**63), st.integers(min_value=1, max_value=40))
def test_uniforms_are_those_of_the_standard_library(seed: int, rows: int) -> None:
    """Call by call the same numbers as ``random.Random(seed).random()``, row after row."""
    source = Random(seed)  # noqa: S311 (its sequence is what is promised)
    assert uniforms(seed, rows, 3).tolist() == [
        [source.random() for _ in range(3)] for _ in range(rows)
    ]


def test_the_sequence_of_the_example() -> None:
    """The first three numbers of the published seed."""
    found = uniforms(20210618, 1, 3)[0].tolist()
    assert found == pytest.approx([0.3674697847, 0.2247755209, 0.1150621987], abs=5e-11)


def test_a_seed_of_text_goes_on_as_the_standard_library_would() -> None:
    """Samples are seeded with a text."""
    source = Random("20210618:7")  # noqa: S311 (its sequence is what is promised)
    assert generator("20210618:7").random_sample(5).tolist() == [source.random() for _ in range(5)]


def test_sampled_ratios_are_seeded() -> None:
    """The same seed gives the same numbers, another seed others."""
    first = sampled(COUNTS, TOTALS, SHARES, "1:0")
    assert np.array_equal(first, sampled(COUNTS, TOTALS, SHARES, "1:0"), equal_nan=True)
    known = ~np.isnan(first)
    assert (first[known] != sampled(COUNTS, TOTALS, SHARES, "1:1")[known]).all()


def test_without_counts_nothing_is_drawn() -> None:
    """NaN exactly where a count or its total is missing; a count of nothing is drawn too."""
    found = sampled(COUNTS, TOTALS, SHARES, "1:0")
    assert np.isnan(found).tolist() == [[False, False], [True, False], [False, False]]
    assert (found[~np.isnan(found)] > 0).all()


def test_shares_come_from_beta_and_rates_from_gamma() -> None:
    """Means of many samples: (x + ½)/(n + 1) for a share, (x + ½)/n for a rate."""
    shape = (20_000, 1)
    shares = sampled(np.full(shape, 12.0), np.full(shape, 40.0), np.ones(shape), "s")
    rates = sampled(np.full(shape, 12.0), np.full(shape, 4000.0), np.zeros(shape), "s")
    assert shares.mean() == pytest.approx(12.5 / 41, rel=0.01)
    assert shares.std() == pytest.approx(math.sqrt(12.5 * 28.5 / (41**2 * 42)), rel=0.02)
    assert rates.mean() == pytest.approx(12.5 / 4000, rel=0.01)
    assert rates.std() == pytest.approx(math.sqrt(12.5) / 4000, rel=0.02)
    assert ((shares > 0) & (shares < 1)).all()


def test_a_part_larger_than_its_whole_is_drawn_all_the_same() -> None:
    """Some percentages may pass 100: the other half of the pair then has no cases."""
    found = sampled(np.array([[110.0]]), np.array([[100.0]]), np.array([[1.0]]), "s")
    assert 0.9 < found[0, 0] <= 1
