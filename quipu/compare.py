"""Pure. Areas set side by side, honestly: current values, positions, medians, quintiles, coverage.

Only values of quality A or B of one and the same period are ever compared, and only when
enough areas have one. Everything else is a fact of its own, shown apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quipu.model import Area, Catalog, Indicator, Observation
from quipu.periods import Period
from quipu.vocab import AreaKind, IndicatorStatus

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


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPanel:
    """What is known of one indicator, sorted by what may be said with it."""

    indicator: Indicator
    areas: tuple[Area, ...]
    """The areas set side by side: all of one kind."""
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


def compare(catalog: Catalog, areas: Sequence[Area] | None = None) -> Mapping[str, IndicatorPanel]:
    """Set areas side by side on every published indicator.

    Args:
        catalog: Facts without errors.
        areas: Of one kind: a province is no neighbour of the region around it. Those of the
            first kind that gets pages unless given.

    Returns:
        The panels by indicator id.
    """
    field = _field(catalog, catalog.main_areas if areas is None else tuple(areas))
    return {i.id: _panel(catalog, i, field) for i in catalog.published_indicators}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """Which rows speak of some areas."""

    areas: tuple[Area, ...]
    order: Mapping[str, int]
    """Of the areas that are set side by side, by code."""
    known: frozenset[str]
    """Codes of those areas, of their composites and of the country."""
    countries: tuple[str, ...]


def _field(catalog: Catalog, areas: tuple[Area, ...]) -> _Field:
    order = {area.code: n for n, area in enumerate(areas)}
    countries = tuple(area.code for area in catalog.areas if area.kind is AreaKind.COUNTRY)
    joint = {c.code for area in areas for c in catalog.composites_by_member[area.code]}
    known = {*order, *joint, *countries}
    if areas == catalog.main_areas:
        # Rows of areas that have no page are told beside the first kind.
        elsewhere = {area.code for area in catalog.page_areas if area.code not in order}
        known |= {
            area.code
            for area in catalog.areas
            if area.code not in elsewhere and not is_only_of(area, elsewhere)
        }
    return _Field(areas=areas, order=order, known=frozenset(known), countries=countries)


def is_only_of(area: Area, others: set[str]) -> bool:
    """Whether an area is a composite all of whose members are others: it is told beside them."""
    return bool(area.members) and others.issuperset(area.members)


def is_comparable(indicator: Indicator, observation: Observation) -> bool:
    """Whether a value may be set beside others: its grade allows it, and it rests on enough.

    A share of few cases says little, so one whose denominator is below the indicator's
    ``min_denominator`` is shown and never compared.
    """
    if observation.value is None or not observation.quality.is_comparable:
        return False
    least, denominator = indicator.min_denominator, observation.denominator
    return least is None or denominator is None or denominator >= least


def _panel(catalog: Catalog, indicator: Indicator, field: _Field) -> IndicatorPanel:
    pages = field.order
    rows = sorted(
        (o for o in catalog.observations_by_indicator[indicator.id] if o.ref_area in field.known),
        key=lambda o: o.period.sort_key,
    )
    valued = [o for o in rows if o.value is not None]
    comparable = [o for o in valued if o.quality.is_comparable]
    beside = [o for o in comparable if o.ref_area in pages and is_comparable(indicator, o)]
    is_live = indicator.status is IndicatorStatus.LIVE
    newest = {o.ref_area: o for o in comparable} if is_live else {}
    return IndicatorPanel(
        indicator=indicator,
        areas=field.areas,
        compared=_compared(beside, field.order) if is_live else None,
        current={code: o for code, o in newest.items() if code in pages},
        joint=_joint(catalog, newest),
        partial=_partial(catalog, valued),
        series=_series(comparable),
        medians=_medians(beside, len(pages)),
        historic=_historic(catalog, valued) if indicator.status is IndicatorStatus.RETIRED else {},
        missing=_missing(rows),
        national=next((newest[code] for code in field.countries if code in newest), None),
    )


def _missing(rows: Sequence[Observation]) -> Mapping[str, Observation]:
    """The areas whose newest row says that there is no value."""
    newest = {o.ref_area: o for o in rows}
    return {code: o for code, o in newest.items() if o.value is None}


def _enough(count: int) -> float:
    """How many of *count* areas need a value of one period before they are compared."""
    return max(MIN_AREAS, MIN_SHARE * count)


def _compared(beside: Sequence[Observation], order: Mapping[str, int]) -> Compared | None:
    """The areas of the newest period that enough of them have a comparable value of."""
    by_period: dict[Period, list[Observation]] = defaultdict(list)
    for o in beside:
        by_period[o.period].append(o)
    enough = [p for p, rows in by_period.items() if len(rows) >= _enough(len(order))]
    if not enough:
        return None
    period = max(enough, key=lambda p: p.sort_key)
    valued = [(o.value, o) for o in by_period[period] if o.value is not None]
    valued.sort(key=lambda pair: (-pair[0], order[pair[1].ref_area]))
    rising = [value for value, _ in reversed(valued)]
    count = len(rising)
    positions = {}
    by_class: dict[int, list[Decimal]] = defaultdict(list)
    for value, o in valued:
        below, upto = bisect_left(rising, value), bisect_right(rising, value)
        quintile = below * CLASSES // count + 1
        positions[o.ref_area] = Position(
            first=count - upto + 1, last=count - below, count=count, quintile=quintile
        )
        by_class[quintile].append(value)
    return Compared(
        period=period,
        observations=tuple(o for _, o in valued),
        positions=positions,
        median=median(rising),
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


def _medians(beside: Sequence[Observation], count: int) -> tuple[tuple[Period, Decimal], ...]:
    by_period: dict[Period, list[Decimal]] = defaultdict(list)
    for o in beside:
        if o.value is not None and not o.period.is_range:
            by_period[o.period].append(o.value)
    return tuple(
        (period, median(values))
        for period, values in sorted(by_period.items(), key=lambda item: item[0].sort_key)
        if len(values) >= _enough(count)
    )
