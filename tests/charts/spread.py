"""Random distributions: the same ones every time, and hard ones among them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from quipu.charts import Bin, DistributionRequest, bins
from tests.charts.requests import HARD, PERU, SPAIN

_SPANS = (
    (0.0, 100.0, 1),
    (-50.0, 50.0, 0),
    (0.0, 1e11, 0),
    (-3e9, -1e9, 2),
    (99.5, 100.0, 3),
    (0.0, 3e-4, 6),
)


def _parts(dice: random.Random, n: int) -> tuple[tuple[Bin, ...], list[float]]:
    """Bins of many values, of a few, of equal ones; thin ones far apart; and their values."""
    low, high, decimals = _SPANS[n % len(_SPANS)]
    if n % 8 == 7:
        room = (high - low) / 100
        starts = [low, low + 40 * room, high - room / 5]
        counts = (1, 9000, 0)
        return tuple(
            (start, start + room / 5, count) for start, count in zip(starts, counts, strict=True)
        ), starts
    size = dice.choice((1, 2, 300, 2000))
    values = [round(low + (high - low) * dice.betavariate(2, 5), decimals) for _ in range(size)]
    return bins(values, decimals), sorted(values)


def distributions(count: int = 32) -> Iterator[DistributionRequest]:
    """With and without a label of the median, fifths, a unit; the axis longer than the bins."""
    dice = random.Random(8)  # noqa: S311 (sample data)
    for n in range(count):
        parts, values = _parts(dice, n)
        room = 0.0 if n % 8 == 7 else (parts[-1][1] - parts[0][0]) * dice.choice((0, 0, 0.3))
        middle = dice.choice((values[0], values[len(values) // 2], values[-1]))
        yield DistributionRequest(
            bins=parts,
            titles=tuple(f"{HARD} {bar}: {amount}" for bar, (_, _, amount) in enumerate(parts)),
            domain=(parts[0][0] - room, parts[-1][1] + room),
            median=middle,
            median_label=("", "Mediana 62.5 %", HARD)[n % 3],
            fifths=tuple(values[len(values) * k // 5] for k in range(1, 5)) if n % 2 else (),
            numbers=(PERU, SPAIN)[n % 2],
            decimals=_SPANS[n % len(_SPANS)][2],
            unit_short=("", "%", "S/", "<&")[n // 2 % 4],
            unit_is_prefix=n // 2 % 4 == 2,
        )
