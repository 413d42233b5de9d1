"""Pure. Areas set side by side, honestly: current values, positions, medians, quintiles, coverage.

Only values of quality A or B of one and the same period are ever compared, and only when
enough areas have one. Everything else is a fact of its own, shown apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import pandas as pd

from quipu.model import Area, Catalog, Indicator, Observation
from quipu.periods import Period
from quipu.vocab import Coverage, IndicatorStatus, ObsStatus

MIN_SHARE = 0.6
"""Areas are put in order only when at least this share of them has a comparable value."""
MIN_AREAS = 5
"""…and never fewer than this many: the fewest that quintiles make sense for."""
CLASSES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an area stands among those compared, counted from the highest value."""

    first: int
    """1 is the highest value. Areas with equal values share the stretch *first* to *last*."""
    last: int
    count: int
    """How many areas are compared."""
    quintile: int
    """1 (lowest fifth) to 5 (highest fifth); a position, not a judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The areas that have a comparable value of an indicator in its reference period."""

    period: Period
    observations: tuple[Observation, ...]
    """From the highest value to the lowest; equal values in the order of the areas."""
    positions: Mapping[str, Position]
    """By area code."""
    median: Decimal
    classes: tuple[tuple[int, Decimal, Decimal], ...]
    """(quintile, lowest value, highest value) of the quintiles that are not empty."""

    @property
    def count(self) -> int:
        """How many areas are compared."""
        return len(self.observations)


@dataclass(frozen=True, kw_only=True)
class IndicatorPanel:
    """What is known of one indicator, sorted by what may be said with it."""

    indicator: Indicator
    compared: Compared | None
    """None when too few areas have a comparable value of one period."""
    current: Mapping[str, Observation]
    """Newest comparable value of each area, by its code; empty for a retired indicator."""
    joint: Mapping[str, Observation]
    """Newest comparable value of a composite, for members whose own is older or absent."""
    partial: Mapping[str, tuple[Observation, ...]]
    """Partial and undated values by area, joint ones among their members' too; oldest first."""
    series: Mapping[str, tuple[Observation, ...]]
    """Comparable values by area or composite, oldest first, one kind of period."""
    medians: tuple[tuple[Period, Decimal], ...]
    """Median of the areas, period by period, where enough of them have a value."""
    historic: Mapping[str, Observation]
    """Newest value of each area of a retired indicator, a composite's where it has none of its
    own; empty for the others."""
    missing: Mapping[str, Observation]
    """Newest row that says why an area has no value."""
    national: Observation | None
    """Newest comparable value of the country."""

    @cached_property
    def has_values(self) -> bool:
        """Whether any area has any value at all."""
        return bool(self.current or self.joint or self.partial or self.series)


def compare(catalog: Catalog) -> Mapping[str, IndicatorPanel]:
    """Set the areas side by side on every published indicator; by indicator id."""
    ranked = _rank(catalog)
    return {i.id: _panel(catalog, i, ranked.get(i.id)) for i in catalog.published_indicators}


def is_comparable(indicator: Indicator, observation: Observation) -> bool:
    """Whether a value may be set beside others: its grade allows it, and it rests on enough.

    A share of few cases says little, so one whose denominator is below the indicator's
    ``min_denominator`` is shown and never compared.
    """
    if observation.value is None or not observation.quality.is_comparable:
        return False
    least, denominator = indicator.min_denominator, observation.denominator
    return least is None or denominator is None or denominator >= least


def _rank(catalog: Catalog) -> Mapping[str, tuple[str, pd.DataFrame]]:
    """Find each indicator's reference period and rank its areas.

    Returns:
        By indicator id: the code of the period, and a frame indexed by area code with the
        columns ``value`` (float), ``first``, ``last`` (places from the highest value) and
        ``quintile``. Indicators that may not be compared are absent.
    """
    pages = {area.code for area in catalog.page_areas}
    rows = [
        (o.indicator, o.period.code, o.period.sort_key, o.ref_area, float(o.value or 0))
        for o in catalog.observations
        if is_comparable(catalog.indicators_by_id[o.indicator], o) and o.ref_area in pages
    ]
    if not rows:
        return {}
    frame = pd.DataFrame(rows, columns=["indicator", "period", "key", "area", "value"])
    by_period = frame.groupby(["indicator", "period"], sort=False)["value"]
    frame["count"] = by_period.transform("size")
    frame["first"] = by_period.rank(method="min", ascending=False).astype(int)
    frame["last"] = by_period.rank(method="max", ascending=False).astype(int)
    lowest = by_period.rank(method="min", ascending=True).astype(int)
    frame["quintile"] = (lowest - 1) * CLASSES // frame["count"] + 1
    enough = frame[frame["count"] >= max(MIN_AREAS, MIN_SHARE * len(pages))]
    ranked = {}
    for indicator, group in enough.groupby("indicator", sort=False):
        if catalog.indicators_by_id[str(indicator)].status is not IndicatorStatus.LIVE:
            continue
        newest = group.loc[group["key"] == max(group["key"])]
        table = newest.set_index("area")[["value", "first", "last", "quintile"]]
        ranked[str(indicator)] = (str(newest["period"].iloc[0]), table)
    return ranked


def _panel(
    catalog: Catalog, indicator: Indicator, ranked: tuple[str, pd.DataFrame] | None
) -> IndicatorPanel:
    rows = sorted(catalog.observations_by_indicator[indicator.id], key=lambda o: o.period.sort_key)
    valued = [o for o in rows if o.value is not None]
    comparable = [o for o in valued if o.quality.is_comparable]
    is_live = indicator.status is IndicatorStatus.LIVE
    newest = {o.ref_area: o for o in comparable} if is_live else {}
    pages = {area.code for area in catalog.page_areas}
    country = [area.code for area in catalog.areas if area.kind == "country"]
    return IndicatorPanel(
        indicator=indicator,
        compared=_compared(catalog, comparable, ranked),
        current={code: o for code, o in newest.items() if code in pages},
        joint=_joint(catalog, newest),
        partial=_partial(catalog, valued),
        series=_series(comparable),
        medians=_medians([o for o in comparable if is_comparable(indicator, o)], pages),
        historic=_historic(catalog, valued) if indicator.status is IndicatorStatus.RETIRED else {},
        missing=_missing(rows),
        national=next((newest[code] for code in country if code in newest), None),
    )


def _missing(rows: Sequence[Observation]) -> Mapping[str, Observation]:
    """The areas whose newest row says that there is no value."""
    newest = {o.ref_area: o for o in rows}
    return {code: o for code, o in newest.items() if o.value is None}


def _compared(
    catalog: Catalog, comparable: Sequence[Observation], ranked: tuple[str, pd.DataFrame] | None
) -> Compared | None:
    if ranked is None:
        return None
    period, table = ranked
    order = {area.code: n for n, area in enumerate(catalog.page_areas)}
    chosen = [o for o in comparable if o.period.code == period and o.ref_area in table.index]
    positions = {
        str(code): Position(
            first=int(row["first"]),
            last=int(row["last"]),
            count=len(table),
            quintile=int(row["quintile"]),
        )
        for code, row in table.iterrows()
    }
    chosen.sort(key=lambda o: (positions[o.ref_area].first, order[o.ref_area]))
    by_class: dict[int, list[Decimal]] = defaultdict(list)
    for o in chosen:
        by_class[positions[o.ref_area].quintile].append(o.value or Decimal(0))
    return Compared(
        period=chosen[0].period,
        observations=tuple(chosen),
        positions=positions,
        median=median([o.value for o in chosen if o.value is not None]),
        classes=tuple((n, min(v), max(v)) for n, v in sorted(by_class.items())),
    )


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle value, or the mean of the two middle ones; exact. *values* is not empty."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def _joint(catalog: Catalog, newest: Mapping[str, Observation]) -> Mapping[str, Observation]:
    found: dict[str, Observation] = {}
    for code, o in newest.items():
        for member in catalog.areas_by_code[code].members:
            own = newest.get(member)
            if own is None or own.period.sort_key < o.period.sort_key:
                other = found.get(member)
                if other is None or other.period.sort_key < o.period.sort_key:
                    found[member] = o
    return found


def _partial(
    catalog: Catalog, valued: Sequence[Observation]
) -> Mapping[str, tuple[Observation, ...]]:
    found: dict[str, list[Observation]] = defaultdict(list)
    for o in valued:
        if not o.quality.is_comparable:
            for code in (o.ref_area, *catalog.areas_by_code[o.ref_area].members):
                found[code].append(o)
    return {code: tuple(rows) for code, rows in found.items()}


def _historic(catalog: Catalog, valued: Sequence[Observation]) -> Mapping[str, Observation]:
    own = {o.ref_area: o for o in valued}
    of_composites = {
        member: o for o in valued for member in catalog.areas_by_code[o.ref_area].members
    }
    return {**of_composites, **own}


def _series(comparable: Sequence[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """Values over time by area, only of the kind of period that most of them have."""
    kinds = Counter(o.period.frequency for o in comparable if not o.period.is_range)
    if not kinds:
        return {}
    kind = kinds.most_common(1)[0][0]
    found: dict[str, list[Observation]] = defaultdict(list)
    for o in comparable:
        if o.period.frequency == kind:
            found[o.ref_area].append(o)
    return {code: tuple(rows) for code, rows in found.items()}


def _medians(
    comparable: Sequence[Observation], pages: set[str]
) -> tuple[tuple[Period, Decimal], ...]:
    by_period: dict[Period, list[Decimal]] = defaultdict(list)
    for o in comparable:
        if o.ref_area in pages and o.value is not None and not o.period.is_range:
            by_period[o.period].append(o.value)
    enough = max(MIN_AREAS, MIN_SHARE * len(pages))
    return tuple(
        (period, median(values))
        for period, values in sorted(by_period.items(), key=lambda item: item[0].sort_key)
        if len(values) >= enough
    )


def coverage(panel: IndicatorPanel, area: Area) -> tuple[Coverage, Observation | None]:
    """Say what is known of an indicator in an area.

    Returns:
        The state, and the observation that it rests on, if any.
    """
    code = area.code
    if panel.indicator.status is IndicatorStatus.WANTED:
        return Coverage.WANTED, None
    if panel.indicator.status is IndicatorStatus.RETIRED:
        newest = panel.historic.get(code)
        return (Coverage.HISTORIC, newest) if newest else (Coverage.MISSING, None)
    missing = panel.missing.get(code)
    if missing is not None and missing.status is ObsStatus.CANNOT_EXIST:
        return Coverage.NOT_APPLICABLE, missing
    if code in panel.current:
        return Coverage.REPORTED, panel.current[code]
    if code in panel.joint:
        return Coverage.JOINT, panel.joint[code]
    if panel.partial.get(code):
        return Coverage.PARTIAL, panel.partial[code][-1]
    return Coverage.MISSING, missing
