"""Pure. Which areas are alike, by their circumstances and not by their results."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Floats, is_constant, table


def distances(matrix: npt.ArrayLike) -> Floats:
    """Measure how far apart areas are, every circumstance weighing the same.

    Columns are standardised (mean 0, standard deviation 1 with ddof 1) over the areas that
    have them, and the distance is Euclidean.

    Args:
        matrix: Shape (areas, circumstances), each column in its own unit; NaN is missing. A
            column whose values are all equal tells no areas apart and is left out.

    Returns:
        Shape (areas, areas), symmetric, in standard deviations, 0 on the diagonal. NaN for an
        area that misses a circumstance, also on the diagonal, and for all when no column is
        left.

    Raises:
        ValueError: *matrix* has not two dimensions.
    """
    values = table(matrix)
    varying = [n for n in range(values.shape[1]) if not is_constant(values[:, n])]
    if not varying:
        return np.full((len(values), len(values)), np.nan)
    kept = values[:, varying]
    scores = (kept - np.nanmean(kept, axis=0)) / np.nanstd(kept, axis=0, ddof=1)
    apart = scores[:, np.newaxis, :] - scores[np.newaxis, :, :]
    return np.asarray(np.sqrt((apart**2).sum(axis=2)))


def nearest(distances: npt.ArrayLike, count: int) -> tuple[tuple[int, ...], ...]:
    """List for each area the others that are nearest to it.

    Lists need not be mutual: an area far from all has peers that do not name it.

    Args:
        distances: Shape (areas, areas), as `distances` gives them; NaN is not known.
        count: How many to list.

    Returns:
        For each row the numbers of other rows, nearest first, equally near ones in the order of
        the rows. Shorter than *count* when fewer have a distance, empty when none has.

    Raises:
        ValueError: *distances* is not square.
    """
    values = table(distances)
    if values.shape[0] != values.shape[1]:
        raise ValueError(f"expected areas x areas, not the shape {values.shape}")
    found = []
    for area, row in enumerate(values):
        order = np.argsort(row, kind="stable").tolist()
        others = [other for other in order if other != area and not np.isnan(row[other])]
        found.append(tuple(others[:count]))
    return tuple(found)
