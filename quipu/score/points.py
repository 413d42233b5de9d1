"""Pure. Values of many areas to points that can be added up.

Arrays only: rows are areas, columns indicators; NaN means that there is no value, and stays
NaN. Nothing is imputed here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quipu.stats.arrays import Booleans, Floats
from quipu.stats.ranks import ranks
from quipu.vocab import Normalisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What a normalisation needs of each indicator; every array has one entry a column."""

    sign: Floats
    """1 where higher is better, -1 where lower is."""
    low: Floats
    """Value that the lower goalpost stands at; NaN where there is none."""
    high: Floats
    pooled_low: Floats
    """Lowest and highest value of all areas and periods, for min-max."""
    pooled_high: Floats


def normalise(
    values: Floats, scale: Scale, how: Normalisation, ends: tuple[float, float]
) -> Floats:
    """Turn values into points, more of which is always the better end.

    Args:
        values: Shape (areas, indicators), in the unit of each indicator; NaN where missing.
        scale: Directions, goalposts and pooled extremes, one entry a column.
        how: Goalposts and min-max give the lower end of *ends* to the worst value and the
            upper end to the best; z-scores have the mean ``ends[0]`` and the sample standard
            deviation ``ends[1]``; percentile ranks run from one end to the other.
        ends: See *how*.

    Returns:
        Same shape, NaN exactly where *values* is NaN, and in every cell of a column that
        cannot tell areas apart (equal goalposts, no spread).

    Source:
        OECD/JRC, *Handbook on Constructing Composite Indicators*; min-max, z-scores and
        percentile ranks as in COINr (n_minmax, n_zscore, n_prank).
    """
    start, stop = ends
    if how is Normalisation.Z_SCORE:
        return start + stop * scale.sign * _z(values)
    if how is Normalisation.PERCENTILE_RANK:
        return start + (stop - start) * _percentile(values, scale.sign)
    low, high = (
        (scale.low, scale.high)
        if how is Normalisation.GOALPOSTS
        else (scale.pooled_low, scale.pooled_high)
    )
    width = np.where(high == low, np.nan, high - low)
    share = np.clip((values - low) / width, 0.0, 1.0)
    share = np.where(scale.sign < 0, 1.0 - share, share)
    found: Floats = start + (stop - start) * share
    return found


def is_clipped(values: Floats, scale: Scale) -> Booleans:
    """Whether a value lies beyond its goalposts, so that its points tell less than it does."""
    found: Booleans = (values < scale.low) | (values > scale.high)
    return found


def with_means(values: Floats) -> Floats:
    """Fill what is missing with the mean of its column: a scenario, never a published score."""
    present = ~np.isnan(values)
    counts = present.sum(axis=0)
    sums = np.where(present, values, 0.0).sum(axis=0)
    means = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    found: Floats = np.where(present, values, means)
    return found


def _z(values: Floats) -> Floats:
    present = ~np.isnan(values)
    counts = present.sum(axis=0)
    filled = np.where(present, values, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        means = filled.sum(axis=0) / counts
        squares = np.where(present, (values - means) ** 2, 0.0).sum(axis=0)
        deviation = np.sqrt(squares / (counts - 1))
        found: Floats = (values - means) / np.where(deviation > 0, deviation, np.nan)
    return found


def _percentile(values: Floats, sign: Floats) -> Floats:
    counts = (~np.isnan(values)).sum(axis=0)
    # Counted from the worst value, equal values sharing the lowest place.
    places = ranks((-values * sign).T).T
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(counts > 1, (places - 1) / (counts - 1), np.nan)
    return found
