"""Values to points: the worked example, every normalisation, and what holds of any column."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.score.points import Scale, is_clipped, normalise, with_means
from quipu.score.scores import score
from quipu.stats.arrays import Floats
from quipu.vocab import Normalisation
from tests.score.made import AS_OF, worked
from tests.stats.oracle import EXPECTED, matrix, near

NAN = math.nan
HUNDRED = (0.0, 100.0)
POSTS, MIN_MAX, Z, PRANK = (
    Normalisation.GOALPOSTS,
    Normalisation.MIN_MAX,
    Normalisation.Z_SCORE,
    Normalisation.PERCENTILE_RANK,
)
VALUES = st.lists(
    st.one_of(st.just(NAN), st.integers(min_value=-50, max_value=150).map(float)),
    min_size=1,
    max_size=9,
)


def scale(*, sign: float = 1.0, low: float = 0.0, high: float = 100.0) -> Scale:
    """The scale of one column, pooled over the same ends."""
    ends = np.array([low]), np.array([high])
    return Scale(
        sign=np.array([sign]), low=ends[0], high=ends[1], pooled_low=ends[0], pooled_high=ends[1]
    )


def column(values: list[float]) -> Floats:
    """One column of values."""
    return np.array(values)[:, None]


@pytest.mark.parametrize(
    ("key", "how", "ends"),
    [
        ("minmax", MIN_MAX, HUNDRED),
        ("minmax1_100", MIN_MAX, (1.0, 100.0)),
        ("zscore", Z, (0.0, 1.0)),
        ("zscore100_10", Z, (100.0, 10.0)),
        ("prank", PRANK, HUNDRED),
        ("goalposts", POSTS, HUNDRED),
    ],
)
def test_points_of_the_example(key: str, how: Normalisation, ends: tuple[float, float]) -> None:
    """Every normalised table of the example, to nine digits; what is missing stays missing."""
    scores = score(worked(how, ends), AS_OF)
    assert scores is not None
    found = scores.problem.points()
    assert found.shape == (6, 4)
    for line, expected in zip(found.tolist(), matrix(key), strict=True):
        assert line == near(expected)


def test_the_mean_that_fills_a_gap_is_that_of_its_column() -> None:
    """Of x2 without RE the mean is 73; nothing else changes."""
    scores = score(worked(), AS_OF)
    assert scores is not None
    filled = with_means(scores.sheet.values)
    assert filled[4, 1] == near(EXPECTED["imputed_mean"]["value_RE_x2"])
    known = ~np.isnan(scores.sheet.values)
    assert (filled[known] == scores.sheet.values[known]).all()


def test_a_column_without_any_value_stays_empty() -> None:
    """There is no mean of nothing, and no warning either."""
    assert np.isnan(with_means(column([NAN, NAN]))).all()


def test_goalposts_clip_and_turn() -> None:
    """Beyond a goalpost points end at 0 or 100; where lower is better they are turned."""
    values = column([-5, 0, 25, 100, 130, NAN])
    assert normalise(values, scale(), POSTS, HUNDRED)[:, 0].tolist() == near(
        [0, 0, 25, 100, 100, NAN]
    )
    assert normalise(values, scale(sign=-1), POSTS, HUNDRED)[:, 0].tolist() == near(
        [100, 100, 75, 0, 0, NAN]
    )
    assert is_clipped(values, scale())[:, 0].tolist() == [True, False, False, False, True, False]


@pytest.mark.parametrize("how", [POSTS, MIN_MAX])
def test_a_range_of_nothing_gives_no_points(how: Normalisation) -> None:
    """Equal ends would divide by zero: the column is excluded, with no warning."""
    found = normalise(column([7, 7]), scale(low=7, high=7), how, HUNDRED)
    assert np.isnan(found).all()


def test_equal_values_have_no_z_score() -> None:
    """A deviation of zero excludes the column, and so does a single value."""
    assert np.isnan(normalise(column([7, 7, 7]), scale(), Z, (0, 1))).all()
    assert np.isnan(normalise(column([7, NAN]), scale(), Z, (0, 1))).all()


def test_z_scores_use_the_sample_deviation() -> None:
    """1, 2, 3: mean 2 and deviation 1 with n - 1."""
    found = normalise(column([1, 2, 3]), scale(), Z, (100, 10))
    assert found[:, 0].tolist() == near([90, 100, 110])


def test_percentile_ranks_share_the_lowest_place() -> None:
    """Of five values two equal ones both stand at the lower of their places."""
    found = normalise(column([10, 20, 20, 30, 40]), scale(), PRANK, HUNDRED)
    assert found[:, 0].tolist() == near([0, 25, 25, 75, 100])


def test_one_value_alone_has_no_percentile() -> None:
    """There is nobody to stand before."""
    assert np.isnan(normalise(column([3]), scale(), PRANK, HUNDRED)).all()


@given(VALUES, st.sampled_from([1.0, -1.0]))
def test_goalposts_never_look_at_another_area(values: list[float], sign: float) -> None:
    """Each area's points are those it has alone."""
    together = normalise(column(values), scale(sign=sign), POSTS, HUNDRED)
    for n, value in enumerate(values):
        alone = normalise(column([value]), scale(sign=sign), POSTS, HUNDRED)
        assert alone[0].tolist() == pytest.approx(together[n].tolist(), abs=0, nan_ok=True)


@given(VALUES, st.sampled_from([POSTS, MIN_MAX]), st.sampled_from([1.0, -1.0]))
def test_points_stay_within_their_ends(
    values: list[float], how: Normalisation, sign: float
) -> None:
    """From the lower end to the upper one, missing exactly where the value is."""
    found = normalise(column(values), scale(sign=sign), how, (1.0, 100.0))
    assert (np.isnan(found[:, 0]) == np.isnan(values)).all()
    known = found[~np.isnan(found)]
    assert ((known >= 1) & (known <= 100)).all()


@given(VALUES, st.sampled_from(list(Normalisation)))
def test_lower_is_better_turns_the_order_round(values: list[float], how: Normalisation) -> None:
    """More points exactly where the value is better, whatever the normalisation."""
    up = normalise(column(values), scale(low=-50, high=150), how, HUNDRED)[:, 0]
    down = normalise(column(values), scale(low=-50, high=150, sign=-1), how, HUNDRED)[:, 0]
    for i, one in enumerate(values):
        for j, other in enumerate(values):
            if one > other and not np.isnan(up[i]):
                assert up[i] > up[j]
                assert down[i] < down[j]
