"""Arrays: what is accepted, and that what is given is left alone."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest

from quipu.stats.arrays import floats, is_constant, table


def test_a_missing_number_becomes_nan() -> None:
    """None and NaN both mean missing."""
    for cell in (None, math.nan):
        found = floats(np.array([Decimal("1.5"), cell], dtype=object))
        assert found[0] == 1.5
        assert np.isnan(found[1])


def test_what_is_given_is_never_changed() -> None:
    """The array is a copy."""
    given = np.array([1.0, 2.0])
    floats(given)[0] = 9
    assert given.tolist() == [1, 2]


def test_a_table_has_two_dimensions() -> None:
    """A single row or column is no table; the message names the shape."""
    with pytest.raises(ValueError, match=r"\(2,\)"):
        table([1, 2])


def test_constant() -> None:
    """NaN is passed over, and nothing varies in nothing."""
    assert is_constant(floats([2, np.nan, 2]))
    assert is_constant(floats([np.nan]))
    assert is_constant(floats([]))
    assert not is_constant(floats([2, 3]))
