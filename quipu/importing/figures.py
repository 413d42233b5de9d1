"""Pure. The records of an indicator to figures, each of one series, area and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal

from quipu.findings import Finding
from quipu.importing.codes import area_code
from quipu.importing.tables import GEOCODE, VALUE, YEAR, DataTable, Record
from quipu.parse.numbers import number_in
from quipu.periods import Period, PeriodError, parse_period
from quipu.vocab import ObsStatus

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_LONGEST_NUMBER = 60
_DIGITS = Context(prec=15, rounding=ROUND_HALF_EVEN)
"""As many as the contract keeps, since a double holds no more exactly."""
STATUS_COLUMNS = ("OBS_STATUS", "Observation status")
MULTIPLIERS = ("UNIT_MULT", "Unit multiplier")
_NO_MULTIPLIER = frozenset({"", "units", "unit", "0", "number", "ones"})
_UNSAID = frozenset({"", "_z", "undefined", "not applicable"})
_LEFT_OUT = ("Progress",)
"""A column that steers how Open SDG adds up progress, and says nothing to a reader."""
_STATUSES: Mapping[str, ObsStatus] = {
    **{code.value.casefold(): code for code in ObsStatus},
    **dict.fromkeys(("normal", "normal value"), ObsStatus.NORMAL),
    **dict.fromkeys(("break", "time series break"), ObsStatus.BREAK),
    **dict.fromkeys(("estimated", "estimated value"), ObsStatus.ESTIMATED),
    **dict.fromkeys(("forecast", "forecast value"), ObsStatus.FORECAST),
    **dict.fromkeys(("provisional", "provisional value"), ObsStatus.PROVISIONAL),
    "missing value; data cannot exist": ObsStatus.CANNOT_EXIST,
    "missing value; data exist but were not collected": ObsStatus.NOT_COLLECTED,
    "missing value; suppressed": ObsStatus.SUPPRESSED,
}
"""SDMX CL_OBS_STATUS by code and by name, as far as the contract has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesKey:
    """What makes a series of an indicator this one and no other."""

    series: str
    unit: str
    multiplier: str
    parts: tuple[tuple[str, str], ...]
    """Disaggregations: column and value, in the order of the columns."""

    @property
    def measure(self) -> tuple[str, str, str]:
        """What is measured, whomever it is measured of."""
        return (self.series, self.unit, self.multiplier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A record that is carried."""

    record: Record
    key: SeriesKey
    geocode: str
    """The code of its area, as in the table; empty for the country."""
    period: Period
    value: Decimal | None
    number: str
    """The value as it will be written; empty where it is missing."""
    status: ObsStatus
    notes: tuple[tuple[str, str], ...]
    """What a reader must know of it: column and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns of an indicator's tables stand for."""

    series: str
    unit: str
    """The column of each; empty where there is none."""
    places: tuple[str, ...]
    """Columns that name the area."""
    parts: tuple[str, ...]
    """Columns of disaggregations."""
    notes: tuple[str, ...]
    """Columns of remarks."""
    has_units: bool
    """Whether its series are in more than one unit."""
    country: frozenset[str]
    """Words, in small letters, that name the country in a column of places."""


def figures_of(
    tables: Sequence[DataTable], layout: Layout, today: date, findings: list[Finding]
) -> tuple[Figure, ...]:
    """Read the records of an indicator.

    Args:
        tables: Its tables; one after the other when there are several.
        layout: What their columns stand for.
        today: What has not begun on this day may only be a forecast.
        findings: One for every record that is not carried is added here.

    Returns:
        At most one figure of each series, area and period, in the order of the records.
    """
    found = []
    for table in tables:
        for record in table.records:
            figure = _figure(record, layout, today, findings)
            if figure is not None:
                found.append(figure)
    kept = tuple(_unique(found, findings))
    for figure in kept:
        findings += _changes(figure)
    return kept


def _figure(record: Record, layout: Layout, today: date, findings: list[Finding]) -> Figure | None:
    try:
        period = parse_period(record[YEAR])
    except PeriodError:
        findings.append(record.finding("W901", YEAR))
        return None
    if record[GEOCODE] and not area_code(record[GEOCODE]):
        findings.append(record.finding("W911", GEOCODE))
        return None
    said = next((record[c] for c in STATUS_COLUMNS if record[c]), "")
    status = _STATUSES.get(said.casefold(), ObsStatus.NORMAL)
    number = plain_number(record[VALUE]) if record[VALUE] else ""
    if number is None:
        findings.append(record.finding("W902", VALUE))
        return None
    if not number and not status.is_missing:
        findings.append(record.finding("W903", VALUE))
        return None
    if number and status.is_missing:
        status = ObsStatus.NORMAL
    is_ahead = period.end > today and (period.start > today or period.is_range)
    if is_ahead and status is not ObsStatus.FORECAST:
        findings.append(record.finding("W906", YEAR))
        return None
    is_said = said.casefold() in _UNSAID or _STATUSES.get(said.casefold()) is status
    return Figure(
        record=record,
        key=_key(record, layout),
        geocode=_geocode(record, layout),
        period=period,
        value=Decimal(number) if number else None,
        number=number,
        status=status,
        notes=tuple(_notes(record, layout, "" if is_said else said)),
    )


def plain_number(text: str) -> str | None:
    """The number as the contract writes it, or None where it is none that can be kept."""
    if number_in(text) is not None:
        return text
    if len(text) > _LONGEST_NUMBER or not text.isascii() or not _NUMBER.fullmatch(text):
        return None
    plain = format(_DIGITS.plus(Decimal(text)), "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    plain = "0" if plain == "-0" else plain
    return plain if number_in(plain) is not None else None


def _key(record: Record, layout: Layout) -> SeriesKey:
    multiplier = next((record[c] for c in MULTIPLIERS if record[c]), "")
    parts = [(column, record[column]) for column in layout.parts if record[column]]
    if not record[GEOCODE]:
        places = [(column, record[column]) for column in layout.places if record[column]]
        parts += [place for place in places if place[1].casefold() not in layout.country]
    return SeriesKey(
        series=record[layout.series] if layout.series else "",
        unit=record[layout.unit] if layout.unit else "",
        multiplier="" if multiplier.casefold() in _NO_MULTIPLIER | _UNSAID else multiplier,
        parts=tuple(parts),
    )


def _geocode(record: Record, layout: Layout) -> str:
    """The code of the area; empty where its name is the country's, as some give it a code too."""
    named = [record[c].casefold() for c in layout.places if record[c]]
    is_country = bool(named) and all(name in layout.country for name in named)
    return "" if is_country else record[GEOCODE]


def _notes(record: Record, layout: Layout, status: str) -> Iterator[tuple[str, str]]:
    if status:
        yield next(c for c in STATUS_COLUMNS if record[c]), status
    for column in layout.notes:
        if record[column] and column not in _LEFT_OUT:
            yield column, record[column]


def _changes(figure: Figure) -> Iterator[Finding]:
    record = figure.record
    if figure.number and figure.number != record[VALUE]:
        yield record.finding("N932", VALUE, fixed=figure.number)
    for column in _LEFT_OUT:
        if record[column]:
            yield record.finding("W921", column)


def _unique(figures: Sequence[Figure], findings: list[Finding]) -> Iterator[Figure]:
    """The figures without those that repeat another, or that another contradicts."""
    alike: dict[tuple[SeriesKey, str, date, date], list[Figure]] = {}
    for figure in figures:
        key = (figure.key, figure.geocode, figure.period.start, figure.period.end)
        alike.setdefault(key, []).append(figure)
    for first, *others in alike.values():
        rivals = [other for other in others if other.value != first.value]
        if rivals:
            findings += [_contradicted(first, rivals[0])]
            findings += [_contradicted(other, first) for other in others]
            continue
        yield first
        at = first.record
        findings += [
            other.record.finding("W904", first=_place(at, other.record)) for other in others
        ]


def _contradicted(figure: Figure, rival: Figure) -> Finding:
    return figure.record.finding("W905", VALUE, first=_place(rival.record, figure.record))


def _place(record: Record, seen_from: Record) -> str:
    """A line, with its file when that is another one."""
    is_here = record.path == seen_from.path
    return str(record.line) if is_here else f"{record.path}:{record.line}"
