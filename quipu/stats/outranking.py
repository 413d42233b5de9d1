"""Pure. Areas put in order by pairwise majorities, without adding one indicator to another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Floats, floats, table

_ROUNDING = 1e-12
"""Sums of weights closer than this to a half are a draw."""


def outranking(matrix: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Weigh for every two areas the indicators in which the one is ahead of the other.

    Args:
        matrix: Shape (areas, indicators), every column turned so that higher is better; NaN is
            missing. Units do not matter, only the order.
        weights: Shape (indicators,), not negative; their sum does not matter.

    Returns:
        Shape (areas, areas): the share in [0, 1] of the weight of the indicators that both have
        in which the row is ahead of the column, an equal value counting half. 0 on the
        diagonal; NaN where the two have no indicator in common.

    Raises:
        ValueError: *matrix* has not two dimensions, there is not one weight an indicator, or a
            weight is negative or missing.

    Source:
        G. Munda, *Social multi-criteria evaluation* (2008); as in COINr, with pairs compared
        on what both have.
    """
    values, weight = table(matrix), floats(weights)
    if weight.shape != (values.shape[1],):
        raise ValueError(f"{values.shape[1]} indicators, but weights of shape {weight.shape}")
    if not (weight >= 0).all():
        raise ValueError("every weight must be 0 or more")
    rows, columns = values[:, np.newaxis, :], values[np.newaxis, :, :]
    common = (~(np.isnan(rows) | np.isnan(columns))) @ weight
    ahead = ((rows > columns) + 0.5 * (rows == columns)) @ weight
    share = np.where(common > 0, ahead / np.where(common > 0, common, 1), np.nan)
    np.fill_diagonal(share, 0)
    return share


def copeland(matrix: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Count for each area the others that it outranks, less those that outrank it.

    Args:
        matrix: Shape (areas, indicators), as in `outranking`.
        weights: Shape (indicators,), as in `outranking`.

    Returns:
        Shape (areas,): whole numbers from -(areas - 1) to areas - 1. An area outranks another
        with more than half of the weight; half and half counts for neither, and so does a pair
        without a common indicator. NaN for an area that cannot be compared with any other.

    Raises:
        ValueError: As in `outranking`.

    Source:
        A. H. Copeland (1951), after Munda; as in COINr, ``a_copeland``.
    """
    share = outranking(matrix, weights)
    np.fill_diagonal(share, np.nan)
    lead = share - 0.5
    won = np.where(np.isnan(lead) | (np.abs(lead) <= _ROUNDING), 0, np.sign(lead))
    is_compared = ~np.isnan(share).all(axis=1)
    return np.where(is_compared, won.sum(axis=1), np.nan)
