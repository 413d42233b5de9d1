"""Pure. Seeded draws: uniform numbers whose sequence is guaranteed, and values drawn anew.

The numbers are those of ``random.Random(seed).random()``, which Python promises never to
change; NumPy's frozen RandomState makes them from the same state in one stroke.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np

from quipu.stats.arrays import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """How far off values may be of which the source gives an interval and no counts."""

    deviations: Floats
    """Standard errors, shape (areas, columns); NaN where there is no interval, or there are
    counts."""
    least: Floats
    """The least value that each indicator can have, one a column; minus infinity: no limit."""
    most: Floats


def generator(seed: int | str) -> np.random.RandomState:
    """A generator that goes on exactly as ``random.Random(seed)`` would."""
    # No secret is made here: the numbers must be the same for whoever redoes a score.
    _version, state, _gauss = Random(seed).getstate()  # noqa: S311
    source = np.random.RandomState(0)
    source.set_state(("MT19937", np.array(state[:-1], dtype=np.uint32), state[-1], 0, 0.0))
    return source


def uniforms(seed: int, rows: int, columns: int) -> Floats:
    """Draw *rows* times *columns* numbers from 0 to 1, row after row."""
    found: Floats = generator(seed).random_sample((rows, columns))
    return found


def factors(numbers: Floats, spread: float) -> Floats:
    """What weights are multiplied by: uniform numbers as 1 ± *spread*."""
    found: Floats = 1.0 + spread * (2.0 * numbers - 1.0)
    return found


def sampled(numerators: Floats, denominators: Floats, is_share: Floats, seed: str) -> Floats:
    """Draw the ratio behind each count anew, as another year of the same world might give it.

    Args:
        numerators: Any shape; NaN where a value has no counts behind it.
        denominators: Same shape.
        is_share: Same shape: true for a part of a whole, drawn from Beta(x + ½, n − x + ½);
            false for a count over an exposure, drawn from Gamma(x + ½) / n.
        seed: Of this sample.

    Returns:
        Numerator over denominator, drawn; NaN where there are no counts.
    """
    source = generator(seed)
    known = ~(np.isnan(numerators) | np.isnan(denominators))
    found = np.full(numerators.shape, np.nan)
    shares = known & (is_share > 0)
    counts, totals = numerators[shares], denominators[shares]
    found[shares] = source.beta(counts + 0.5, np.maximum(totals - counts, 0.0) + 0.5)
    rates = known & ~(is_share > 0)
    found[rates] = source.gamma(numerators[rates] + 0.5) / denominators[rates]
    return found


def strayed(values: Floats, errors: Errors, seed: str) -> Floats:
    """Draw values with a published interval anew, from a normal distribution around each.

    Args:
        values: Shape (areas, columns), in the unit of each indicator.
        errors: How far off they may be.
        seed: Of this sample.

    Returns:
        Same shape; NaN where there is no interval.
    """
    known = np.isfinite(errors.deviations)
    deviates = np.full(values.shape, np.nan)
    deviates[known] = generator(seed).standard_normal(int(known.sum()))
    found: Floats = np.clip(values + deviates * errors.deviations, errors.least, errors.most)
    return found
