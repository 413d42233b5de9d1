"""Pure. Places among values: competition ranks, their spread over draws, and tiers."""

from __future__ import annotations

import numpy as np

from quipu.stats.arrays import Floats, Integers


def ranks(values: Floats) -> Floats:
    """Rank each row from its highest value, equal values sharing the lowest place (1224).

    Args:
        values: Shape (…, areas), not rounded; NaN where an area takes no part.

    Returns:
        Same shape: 1 is the highest value; NaN where *values* is NaN.
    """
    # What takes no part sorts last, so it never pushes a place; infinities sort faster than NaN.
    keys = np.where(np.isnan(values), np.inf, -values)
    order = np.argsort(keys, axis=-1)
    ordered = np.take_along_axis(keys, order, axis=-1)
    places = np.arange(1, values.shape[-1] + 1, dtype=np.int32)
    # Of equal values the first in the order gives its place to all.
    shared = np.zeros(ordered.shape, dtype=np.int32)
    shared[..., :1] = 1
    np.multiply(ordered[..., 1:] != ordered[..., :-1], places[1:], out=shared[..., 1:])
    np.maximum.accumulate(shared, axis=-1, out=shared)
    found = np.empty(values.shape)
    np.put_along_axis(found, order, shared, axis=-1)
    found[np.isinf(keys)] = np.nan
    return found


def tiers(low: Floats, middle: Floats, high: Floats) -> Integers:
    """Group areas whose rank intervals overlap that of the area at the head of their tier.

    Args:
        low: Shape (areas,): lower end of each rank interval; NaN where an area has no rank.
        middle: Median rank.
        high: Upper end.

    Returns:
        1 for the tier at the head, and so on; 0 where an area has no rank. Areas of one tier
        cannot be told from its head; those of different tiers may still overlap.
    """
    found = np.zeros(low.shape, dtype=np.int64)
    reach, tier = -np.inf, 0
    for area in np.lexsort((high, low, middle)):
        if np.isnan(middle[area]):
            continue
        if low[area] > reach:
            tier += 1
            reach = high[area]
        found[area] = tier
    return found


def above(values: Floats) -> Floats:
    """Count in what share of the draws an area stands above another.

    Args:
        values: Shape (draws, areas); NaN where an area takes no part.

    Returns:
        Shape (areas, areas): share of the draws in which the row's area has the higher
        value, equal values counting for neither; NaN where either takes no part.
    """
    draws, areas = values.shape
    found = np.empty((areas, areas))
    for area in range(areas):
        found[area] = (values[:, [area]] > values).sum(axis=0) / draws
    missing = np.isnan(values).any(axis=0)
    found[missing, :] = np.nan
    found[:, missing] = np.nan
    np.fill_diagonal(found, np.nan)
    return found


def percentiles(draws: Floats, shares: tuple[float, ...]) -> Floats:
    """Take percentiles of each area's draws, interpolated linearly (type 7).

    Args:
        draws: Shape (draws, areas).
        shares: Which percentiles, as shares from 0 to 1.

    Returns:
        Shape (shares, areas); NaN for an area with any NaN, and for all without a draw.
    """
    if not len(draws):
        return np.full((len(shares), draws.shape[1]), np.nan)
    # Sorting along the last axis, without NaN, is many times faster than a general quantile.
    missing = np.isnan(draws).any(axis=0)
    ordered = np.ascontiguousarray(np.where(missing, 0.0, draws).T)
    ordered.sort(axis=-1)
    found = np.empty((len(shares), draws.shape[1]))
    for n, share in enumerate(shares):
        place = share * (len(draws) - 1)
        below = int(place)
        above_ = min(below + 1, len(draws) - 1)
        part = place - below
        # Between two equal ranks there is only that rank, to the last digit.
        low = ordered[:, below]
        found[n] = low + (ordered[:, above_] - low) * part
    found[:, missing] = np.nan
    return found
