"""Disclosure: what is hidden, and that subtracting does not bring it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.stats.disclosure import suppress
from tests.stats.oracle import EXPECTED

TABLES = st.lists(
    st.one_of(st.none(), st.integers(min_value=0, max_value=12)), min_size=1, max_size=8
)


@pytest.mark.parametrize("case", ["", "2", "3"])
def test_suppression_of_the_example(case: str) -> None:
    """One alone takes the next smallest with it, two do not, and none hides none."""
    expected = EXPECTED["suppression"]
    assert list(suppress(expected[f"in{case}"])) == expected[f"out{case}"]


@given(TABLES, st.integers(min_value=1, max_value=8))
def test_nothing_small_is_shown_and_nothing_alone_is_hidden(
    counts: list[int | None], threshold: int
) -> None:
    """What is shown is as given and 0 or large; one is hidden alone only beside zeros."""
    found = suppress(counts, threshold)
    hidden = [a for a, b in zip(counts, found, strict=True) if a is not None and b is None]
    shown = [b for b in found if b is not None]
    assert all(b is None or a == b for a, b in zip(counts, found, strict=True))
    assert all(b == 0 or b >= threshold for b in shown)
    assert 0 not in hidden
    assert len(hidden) != 1 or not any(shown)
    assert sum(count >= threshold for count in hidden) <= 1
    assert bool(hidden) == any(a is not None and 0 < a < threshold for a in counts)


def test_the_first_of_equal_ones_is_hidden() -> None:
    """So that the same table always hides the same cells."""
    assert suppress([9, 7, 3, 7]) == (9, None, None, 7)


def test_a_count_at_the_threshold_is_shown() -> None:
    """Five is not small; another threshold may be asked for."""
    assert suppress([5, 6, 4, 4]) == (5, 6, None, None)
    assert suppress([5, 6, 4, 4], threshold=6) == (None, 6, None, None)


def test_a_missing_count_protects_nothing() -> None:
    """Whoever publishes it elsewhere would give the hidden one away."""
    assert suppress([None, 3, 8, 20]) == (None, None, None, 20)


def test_one_beside_zeros_is_hidden_alone() -> None:
    """There is nothing else to hide: zeros are shown."""
    assert suppress([0, 2, 0]) == (0, None, 0)


def test_a_negative_count_is_refused() -> None:
    """It is a slip, and the message names it."""
    with pytest.raises(ValueError, match="-3"):
        suppress([4, -3])
