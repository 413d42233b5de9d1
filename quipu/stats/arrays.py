"""Pure. The one kind of array these modules speak: floats, with NaN where a value is missing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Any shape; a scalar argument gives an array of shape (), which ``float()`` takes."""
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


def floats(values: npt.ArrayLike) -> Floats:
    """Copy numbers into a float array.

    Args:
        values: A number, a sequence or an array, of any shape and unit; NaN is missing.

    Returns:
        A new array of the same shape, so that changing it never changes *values*.

    Raises:
        ValueError: A value is no number; names it.
    """
    return np.array(values, dtype=np.float64)


def table(values: npt.ArrayLike) -> Floats:
    """Copy a matrix of numbers into a float array of two dimensions.

    Args:
        values: Shape (areas, indicators); NaN is missing.

    Returns:
        A new array of that shape.

    Raises:
        ValueError: The shape has not two dimensions; names it.
    """
    matrix = floats(values)
    if matrix.ndim != 2:
        raise ValueError(f"expected areas x indicators, not the shape {matrix.shape}")
    return matrix


def is_constant(x: Floats) -> bool:
    """Whether the values are all the same, or there is none; NaN is passed over."""
    known = x[~np.isnan(x)]
    return not known.size or bool(known.min() == known.max())
