"""Pure. Values that are the same where values differ: a cell dragged down, a block pasted again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quipu.findings import Finding
from quipu.model import Indicator, Observation
from quipu.smells.series import Series
from quipu.stats.surprise import upper_tail
from quipu.vocab import IndicatorType

_LEAST_AREAS = 5
_LEAST_PERIODS = 4
_LEAST_STEPS = 20
_LEVEL = 1e-4
_COARSE = (IndicatorType.BINARY, IndicatorType.ORDINAL)
"""Types with so few values that staying the same is the usual thing."""


def all_equal(by_period: Mapping[str, Sequence[Observation]]) -> Iterator[Finding]:
    """Point at a period in which every area has the same value: a cell dragged down."""
    for period, rows in by_period.items():
        first = rows[0]
        if len(rows) >= _LEAST_AREAS and all(row.value == first.value for row in rows):
            params = {"count": str(len(rows)), "period": period, "value": str(first.value)}
            yield Finding(code="W327", where=first.origin, field="value", params=params)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps:
    """How many steps from a period to the next there are, and in how many nothing changed."""

    unchanged: int
    total: int

    def chance_without(self, other: _Steps) -> float:
        """How often a step changes nothing, as far as the steps beside *other* show.

        By Laplace's rule of succession: a half where there is no other step, and never 0.
        """
        unchanged, total = self.unchanged - other.unchanged, self.total - other.total
        return (unchanged + 1) / (total + 2)


def constant_series(
    indicator: Indicator, series: Mapping[tuple[str, str], Series]
) -> Iterator[Finding]:
    """Point at an area whose value never changes while those of others do.

    The chance of a step without change is taken from the other areas; the warning comes where
    a run as long as this would be found in fewer than one of 100 such tables. 0 is left alone:
    an area without cases has none every year.
    """
    if indicator.type in _COARSE:
        return
    steps = {key: _steps_of(one) for key, one in series.items() if len(one) > 1}
    every = _Steps(
        unchanged=sum(one.unchanged for one in steps.values()),
        total=sum(one.total for one in steps.values()),
    )
    for key, own in steps.items():
        one = series[key]
        is_constant = own.unchanged == own.total and len(one) >= _LEAST_PERIODS
        if not is_constant or not one[0].value or every.total - own.total < _LEAST_STEPS:
            continue
        if len(steps) * every.chance_without(own) ** own.total < 1 / 100:
            params = {"area": key[0], "count": str(len(one)), "value": str(one[0].value)}
            yield Finding(code="W347", where=one[0].origin, field="value", params=params)


def _steps_of(one: Series) -> _Steps:
    unchanged = sum(before.value == after.value for before, after in pairwise(one))
    return _Steps(unchanged=unchanged, total=len(one) - 1)


def repeated_periods(
    indicator: Indicator, by_period: Mapping[str, Sequence[Observation]]
) -> Iterator[Finding]:
    """Point at a period that repeats the values of the one before it.

    An exact binomial test (`upper_tail`): of the areas with a value in both periods, as many
    as are the same, or more. The chance of one is that of the other steps of the table, or
    that of two areas having the same value, whichever is larger. False alarms: fewer than one
    in 10,000 steps of tables whose areas change by themselves; there must be 5 different values.
    """
    if indicator.type in _COARSE:
        return
    pairs = _pairs(by_period)
    steps = {at: _compared(*pair) for at, pair in enumerate(pairs)}
    every = _Steps(
        unchanged=sum(len(same) for same, _ in steps.values()),
        total=sum(total for _, total in steps.values()),
    )
    for at, (same, total) in steps.items():
        if len({row.value for row in same}) < _LEAST_AREAS:
            continue
        before, after = pairs[at]
        own = _Steps(unchanged=len(same), total=total)
        chance = max(every.chance_without(own), _collision(before), _collision(after))
        if chance < 1 and upper_tail(len(same), total, chance) < _LEVEL:
            params = {
                "count": str(len(same)),
                "total": str(total),
                "period": after[0].period.code,
                "before": before[0].period.code,
            }
            yield Finding(code="W348", where=same[0].origin, field="value", params=params)


def _pairs(
    by_period: Mapping[str, Sequence[Observation]],
) -> list[tuple[Sequence[Observation], Sequence[Observation]]]:
    """The periods that follow each other, of one frequency at a time."""
    by_frequency: dict[str, list[Sequence[Observation]]] = defaultdict(list)
    for rows in sorted(by_period.values(), key=lambda rows: rows[0].period.sort_key):
        if len(rows) >= _LEAST_AREAS:
            by_frequency[rows[0].period.frequency].append(rows)
    return [pair for ordered in by_frequency.values() for pair in pairwise(ordered)]


def _compared(
    before: Sequence[Observation], after: Sequence[Observation]
) -> tuple[list[Observation], int]:
    """The later rows with the value that their area had, and how many areas have both."""
    values = {row.ref_area: row.value for row in before}
    # Without cases now and then is no repetition.
    both = [row for row in after if row.ref_area in values and (row.value or values[row.ref_area])]
    return [row for row in both if row.value == values[row.ref_area]], len(both)


def _collision(rows: Sequence[Observation]) -> float:
    """The chance that two values drawn from a period are the same (Simpson's index)."""
    counts = Counter(row.value for row in rows)
    return float(sum(count * count for count in counts.values())) / len(rows) ** 2
