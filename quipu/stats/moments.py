"""Pure. The shape of an indicator, outliers, and what indicators share.

Outliers are told, never treated. NaN is passed over by every sum and stays where it is.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from quipu.stats.arrays import Floats, floats, is_constant, table

MOST_SKEWNESS = 2.0
MOST_KURTOSIS = 3.5
LEAST_PAIRS = 3
"""Two points always lie on a line: their correlation says nothing."""


def skewness(x: npt.ArrayLike) -> float:
    """Measure the skewness of a sample, G1.

    Args:
        x: Shape (areas,), in any unit.

    Returns:
        G1, without unit, positive when the long tail is the high one. NaN with fewer than
        three values, or when all are equal.

    Source:
        Joanes and Gill, The Statistician 47 (1998), 183-189; as in COINr and in spreadsheets.
    """
    known = _known(x)
    n = known.size
    if n < 3 or is_constant(known):
        return math.nan
    deviation = _deviation(known)
    g1 = math.sqrt(n) * float((deviation**3).sum()) / float((deviation**2).sum() ** 1.5)
    return g1 * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(x: npt.ArrayLike) -> float:
    """Measure the excess kurtosis of a sample, G2.

    Args:
        x: Shape (areas,), in any unit.

    Returns:
        G2, without unit, about 0 for a normal distribution. NaN with fewer than four values,
        or when all are equal.

    Source:
        Joanes and Gill, The Statistician 47 (1998), 183-189; as in COINr and in spreadsheets.
    """
    known = _known(x)
    n = known.size
    if n < 4 or is_constant(known):
        return math.nan
    deviation = _deviation(known)
    g2 = n * float((deviation**4).sum()) / float((deviation**2).sum()) ** 2 - 3
    return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))


def _known(x: npt.ArrayLike) -> Floats:
    values = floats(x).ravel()
    return values[~np.isnan(values)]


def _deviation(x: Floats) -> Floats:
    """Deviations from the mean, the largest of them 1: no power of them under- or overflows."""
    deviation = x - x.mean()
    return np.asarray(deviation / np.abs(deviation).max())


def is_outlier_free(x: npt.ArrayLike) -> bool:
    """Whether no value stands out so far that it would stretch the scale for all others.

    Outliers are assumed when the skewness is 2 or more either way and the kurtosis 3.5 or more.

    Args:
        x: Shape (areas,), in any unit.

    Returns:
        True also where a moment cannot be calculated: of few or equal values none stands out.
    """
    is_skewed = abs(skewness(x)) >= MOST_SKEWNESS
    return not (is_skewed and kurtosis(x) >= MOST_KURTOSIS)


def correlations(matrix: npt.ArrayLike) -> Floats:
    """Correlate every two indicators over the areas that have both.

    Args:
        matrix: Shape (areas, indicators), each column in its own unit.

    Returns:
        Shape (indicators, indicators), symmetric: Pearson's r in [-1, 1], 1 on the diagonal.
        NaN where fewer than three areas have both, or one of the two does not vary among them.

    Raises:
        ValueError: *matrix* has not two dimensions.
    """
    values = table(matrix)
    count = values.shape[1]
    found = np.full((count, count), np.nan)
    for i in range(count):
        for j in range(i, count):
            found[i, j] = found[j, i] = _correlation(values[:, i], values[:, j])
    return found


def _correlation(x: Floats, y: Floats) -> float:
    both = ~(np.isnan(x) | np.isnan(y))
    x, y = x[both], y[both]
    if x.size < LEAST_PAIRS or is_constant(x) or is_constant(y):
        return math.nan
    x, y = _deviation(x), _deviation(y)
    r = float(x @ y) / math.sqrt(float(x @ x) * float(y @ y))
    return min(max(r, -1.0), 1.0)


def cronbach_alpha(matrix: npt.ArrayLike) -> float:
    """Measure how far indicators of one domain measure one thing.

    Only meant for domains whose indicators should move together. A negative alpha is a
    finding, «these do not measure one thing», and is published as such.

    Args:
        matrix: Shape (areas, indicators), all on one scale and turned one way. Areas that
            miss an indicator are left out.

    Returns:
        Alpha, at most 1. NaN with fewer than two complete areas or two indicators, or when the
        sum of the indicators does not vary.

    Raises:
        ValueError: *matrix* has not two dimensions.

    Source:
        L. J. Cronbach, Psychometrika 16 (1951), 297-334.
    """
    values = table(matrix)
    complete = values[~np.isnan(values).any(axis=1)]
    areas, count = complete.shape
    if areas < 2 or count < 2:
        return math.nan
    totals = complete.sum(axis=1)
    if is_constant(totals):
        return math.nan
    share = float(complete.var(axis=0, ddof=1).sum() / totals.var(ddof=1))
    return float(count / (count - 1) * (1 - share))
