"""Moments: the worked example, outliers, and what indicators share."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.moments import (
    correlations,
    cronbach_alpha,
    is_outlier_free,
    kurtosis,
    skewness,
)
from tests.stats.oracle import EXPECTED, INDICATORS, REGIONS, as_float, matrix, near

CASE = EXPECTED["winsor_case"]
NAN = math.nan
VALUES = st.lists(st.integers(min_value=-1000, max_value=1000).map(float), min_size=4, max_size=30)


@pytest.mark.parametrize("x", INDICATORS)
def test_moments_of_the_example(x: str) -> None:
    """Of the raw values, the missing one passed over."""
    values = [as_float(EXPECTED["raw"][region][x]) for region in REGIONS]
    assert skewness(values) == near(EXPECTED["skew"][x])
    assert kurtosis(values) == near(EXPECTED["kurt"][x])
    assert is_outlier_free(values) is EXPECTED["outlier_pass"][x]


def test_one_outlier_stands_out() -> None:
    """A hundred after ten does; ten in its place does not."""
    assert skewness(CASE["x"]) == near(CASE["skew"])
    assert kurtosis(CASE["x"]) == near(CASE["kurt"])
    assert not is_outlier_free(CASE["x"])
    assert not is_outlier_free([NAN, *(-v for v in CASE["x"])])
    assert skewness(CASE["treated"]) == near(CASE["skew_after"])
    assert kurtosis(CASE["treated"]) == near(CASE["kurt_after"])
    assert is_outlier_free(CASE["treated"])


def test_both_conditions_make_an_outlier() -> None:
    """Skewed without heavy tails, or heavy on both sides, is left as it is."""
    both_sides = [-50.0, *[0.0, 1.0, -1.0] * 4, 50.0]
    assert kurtosis(both_sides) > 3.5
    assert abs(skewness(both_sides)) < 2
    assert is_outlier_free(both_sides)


@given(VALUES, st.integers(min_value=1, max_value=50), st.integers(min_value=-99, max_value=99))
def test_moments_know_no_unit(values: list[float], factor: int, shift: int) -> None:
    """Neither a scale nor a shift changes them, and a mirror turns the skewness alone."""
    moved = [factor * v + shift for v in values]
    mirrored = [-v for v in values]
    for moment, sign in ((skewness, -1), (kurtosis, 1)):
        found = moment(values)
        assert moment(moved) == pytest.approx(found, rel=1e-6, abs=1e-6, nan_ok=True)
        assert moment(mirrored) == pytest.approx(sign * found, abs=1e-9, nan_ok=True)


def test_moments_that_do_not_exist() -> None:
    """Too few values, or all equal even where their mean is rounded: NaN, and no outliers."""
    for values in ([], [NAN] * 9, [1.0, 2.0], [0.1] * 7):
        assert math.isnan(skewness(values))
        assert is_outlier_free(values)
    assert math.isnan(kurtosis([1, 2, 9]))
    assert math.isnan(kurtosis([0.1] * 7))
    assert skewness([1, 2, 9]) > 0


def test_moments_of_the_smallest_numbers() -> None:
    """Powers of tiny deviations do not vanish."""
    assert skewness([0, 0, 0, 1e-200]) == near(skewness([0, 0, 0, 1]))
    assert kurtosis([0, 0, 0, 1e-200]) == near(kurtosis([0, 0, 0, 1]))


def test_correlations_of_the_example() -> None:
    """Of the five complete regions: the published table, symmetric, 1 on the diagonal."""
    complete = [row for row in matrix("minmax") if not any(map(math.isnan, row))]
    found = correlations(complete)
    assert found.tolist() == [near(row) for row in EXPECTED["corr_matrix_complete_cases"]]
    assert np.array_equal(found, found.T)


def test_correlations_with_the_index_of_the_example() -> None:
    """Each indicator over the regions that have it: five for x2, six for the others."""
    index = [EXPECTED["aggregates"]["minmax_arith"][region]["index"] for region in REGIONS]
    values = [[*row, total] for row, total in zip(matrix("minmax"), index, strict=True)]
    found = correlations(values)[-1, :-1]
    assert found.tolist() == near([EXPECTED["corr_ind_index"][x] for x in INDICATORS])


def test_correlations_that_do_not_exist() -> None:
    """Two common areas, or an indicator that does not vary among the common ones."""
    found = correlations([[1.0, 5.0, 1.0], [2.0, 5.0, NAN], [4.0, 5.0, 3.0], [NAN, 6.0, 2.0]])
    assert found[0, 0] == 1
    assert np.isnan(found[0, 1])
    assert np.isnan(found[0, 2])
    assert not np.isnan(found[1, 2])
    assert np.isnan(correlations([[5], [5], [5]])).all()


def test_a_correlation_is_never_beyond_one() -> None:
    """However it rounds: the last digit is cut."""
    x = np.array([0.0, 0.1, 0.8])  # rounds to 1.0000000000000002 with three times itself
    found = correlations(np.stack([x, 3 * x, -x / 7], axis=1))
    assert np.abs(found).max() <= 1
    assert found[0].tolist() == near([1, 1, -1])


def test_alpha_of_the_example() -> None:
    """Negative: these four do not measure one thing. The incomplete region is left out."""
    assert cronbach_alpha(matrix("minmax")) == near(EXPECTED["cronbach_complete_cases"])


def test_alpha_of_one_thing_measured_twice() -> None:
    """Identical indicators agree entirely."""
    assert cronbach_alpha([[1, 1], [2, 2], [4, 4]]) == near(1)


@pytest.mark.parametrize("values", [[[1, 2], [NAN, 3]], [[1], [2], [3]], [[1, 3], [2, 2], [3, 1]]])
def test_alpha_that_does_not_exist(values: list[list[float]]) -> None:
    """One complete area, one indicator, or indicators that cancel out."""
    assert math.isnan(cronbach_alpha(values))
