"""Pure. What in a table is possible and yet odd: warnings that point, and never block.

Each looks for one way in which tables go wrong by hand: a zero too many, a column dragged
down, last year's block pasted again, figures that somebody rounded or made up. A module says
how often it would be wrong about sound data. What is published as a joint, partial or undated
figure is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quipu.findings import Finding
from quipu.model import Indicator, Observation
from quipu.smells.digits import heaped_digits, mixed_decimals
from quipu.smells.repeats import all_equal, constant_series, repeated_periods
from quipu.smells.series import Series, far_from_history, tenfold_jumps

__all__ = ["smells"]


def smells(indicator: Indicator, rows: Sequence[Observation]) -> Iterator[Finding]:
    """Look at the values of an indicator.

    Args:
        indicator: What they measure.
        rows: All its observations, in file order.

    Yields:
        Warnings, in no particular order.
    """
    comparable = [row for row in rows if row.value is not None and row.quality.is_comparable]
    by_period: dict[str, list[Observation]] = defaultdict(list)
    for row in comparable:
        by_period[row.period.code].append(row)
    series = _series(comparable, by_period)
    yield from tenfold_jumps(series)
    yield from far_from_history(series)
    yield from all_equal(by_period)
    yield from constant_series(indicator, series)
    yield from repeated_periods(indicator, by_period)
    yield from mixed_decimals(indicator, by_period)
    yield from heaped_digits(indicator, comparable)


def _series(
    rows: Sequence[Observation], by_period: dict[str, list[Observation]]
) -> dict[tuple[str, str], Series]:
    """The values that can be compared in time: by area and frequency, from old to new."""
    # Many rows share a period, and telling its frequency takes longer than all the rest.
    frequencies = {code: period[0].period.frequency for code, period in by_period.items()}
    series: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        series[row.ref_area, frequencies[row.period.code]].append(row)
    places = {code: at for at, code in enumerate(in_time(by_period))}
    for one in series.values():
        one.sort(key=lambda row: places[row.period.code])
    return dict(series)


def in_time(by_period: dict[str, list[Observation]]) -> list[str]:
    """The codes of periods from old to new."""
    return sorted(by_period, key=lambda code: by_period[code][0].period.sort_key)
