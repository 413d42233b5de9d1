"""Pure. An indicator of a repository to indicators of the contract: one for each series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quipu.findings import Finding
from quipu.importing.citing import Cited
from quipu.importing.figures import Figure, Layout, SeriesKey
from quipu.importing.goals import directions, targets
from quipu.importing.metadata import Described
from quipu.importing.naming import Namer, Unit
from quipu.parse.lines import MAX_CELL_CHARACTERS
from quipu.vocab import Direction, Frequency, IndicatorStatus, IndicatorType

GROUP = "SDG"
_GOAL = re.compile(r"[0-9]{1,2}")
_MOST_DECIMALS = 6
_USUAL_DECIMALS = 2
_FREQUENCIES = {
    **dict.fromkeys(("annual", "annually", "yearly", "anual", "a"), Frequency.ANNUAL),
    **dict.fromkeys(("biannual", "semester", "semestral", "s"), Frequency.SEMESTER),
    **dict.fromkeys(("quarterly", "trimestral", "q"), Frequency.QUARTERLY),
    **dict.fromkeys(("monthly", "mensual", "m"), Frequency.MONTHLY),
}
_NO_KEY = SeriesKey(series="", unit="", multiplier="", parts=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An indicator of the contract, with its figures."""

    id: str
    group: str
    names: Mapping[str, str]
    unit: Unit
    type: IndicatorType
    decimals: int
    direction: Direction
    status: IndicatorStatus
    benchmark: str
    frequency: str
    owner: str
    next_release: str
    figures: tuple[Figure, ...]


def measures_of(
    described: Described,
    figures: Sequence[Figure],
    layout: Layout,
    cited: Sequence[Cited],
    namer: Namer,
    findings: list[Finding],
) -> tuple[Measure, ...]:
    """Make the indicators of the contract.

    Args:
        described: The indicator of the repository.
        figures: What it measured.
        layout: Which columns its tables have.
        cited: Its sources.
        namer: Names series and units.
        findings: What is decided or not carried is added here.

    Returns:
        One a series, the first of them under the indicator's own id; one without figures
        where the repository has none.
    """
    by_key: dict[SeriesKey, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: bool(figure.key.parts)):
        by_key.setdefault(figure.key, []).append(figure)
    keys = list(by_key)
    goals, ways = targets(described, keys, findings), directions(described, keys)
    statuses = _statuses(described, by_key, findings)
    names = namer.indicator(described)
    made = []
    for number, key in enumerate(keys or [_NO_KEY], start=1):
        rows = tuple(by_key.get(key, ()))
        where = rows[0].record.finding("N931").where if rows else described.where
        unit = namer.unit(key, described, layout.unit, where)
        kind = _type(unit, rows, described)
        made.append(
            Measure(
                id=_id(described.id, number),
                group=_group(described),
                names=namer.series(names, key, layout, where),
                unit=unit,
                type=kind,
                decimals=_decimals(described, key, rows, kind),
                direction=ways.get(key, Direction.NEUTRAL),
                status=statuses[key],
                benchmark=f"target:{goals[key]}" if key in goals else "",
                frequency=_frequency(cited),
                owner=_joined(one.publisher for one in cited),
                next_release=_joined(one.next_release for one in cited),
                figures=rows,
            )
        )
    return tuple(made)


def _statuses(
    described: Described, by_key: Mapping[SeriesKey, Sequence[Figure]], findings: list[Finding]
) -> dict[SeriesKey, IndicatorStatus]:
    """Which series are published: those of everyone, and parts of what has no such series."""
    reporting = described.get("reporting_status").text.strip().lower()
    valued = {key for key, rows in by_key.items() if any(row.number for row in rows)}
    if not by_key:
        is_apart = described.get("data_non_statistical").text.strip().lower() == "true"
        is_apart = is_apart or reporting == "notapplicable"
        status = IndicatorStatus.DRAFT if is_apart else IndicatorStatus.WANTED
        if is_apart or reporting != "notstarted":
            form = "import-not-applicable" if is_apart else "import-no-figures"
            findings.append(_decided(described, status, form))
        return {_NO_KEY: status}
    if valued and reporting == "notstarted":
        findings.append(_decided(described, IndicatorStatus.LIVE, "import-started"))
    if not valued:
        findings.append(_decided(described, IndicatorStatus.DRAFT, "import-no-figures"))
    wholes = {key.measure for key in valued if not key.parts}
    return {
        key: IndicatorStatus.LIVE
        if key in valued and (not key.parts or key.measure not in wholes)
        else IndicatorStatus.DRAFT
        for key in by_key
    }


def _decided(described: Described, status: IndicatorStatus, form: str) -> Finding:
    params = {"value": status.value, "form": form}
    return Finding(code="N935", where=described.where, params=params)


def _id(name: str, number: int) -> str:
    base = f"{GROUP}-{re.sub(r'-+', '-', name.upper()).strip('-_')}"
    return base if number == 1 else f"{base}_{number:02}"


def _group(described: Described) -> str:
    goal = described.id.partition("-")[0]
    is_apart = described.get("standalone").text.strip().lower() == "true"
    return f"{GROUP}-{goal}" if _GOAL.fullmatch(goal) and not is_apart else f"{GROUP}-OTHER"


def _type(unit: Unit, rows: Sequence[Figure], described: Described) -> IndicatorType:
    """The type that says least: only a share is told from an amount, and yes from no."""
    values = [row.value for row in rows if row.value is not None]
    if described.get("graph_type").text == "binary" and all(value in (0, 1) for value in values):
        return IndicatorType.BINARY
    if unit.is_percent and all(0 <= value <= 100 for value in values):
        return IndicatorType.PERCENTAGE
    return IndicatorType.AMOUNT


def _decimals(
    described: Described, key: SeriesKey, rows: Sequence[Figure], kind: IndicatorType
) -> int:
    """As the repository says; else as many as the values have, within reason."""
    if kind is IndicatorType.BINARY:
        return 0
    for part in described.get("precision").parts:
        fits = part.get("series").text in ("", key.series) and part.get("unit").text in (
            "",
            key.unit,
        )
        text = part.get("decimals").text
        if fits and text.isascii() and text.isdigit() and len(text) == 1:
            return min(int(text), _MOST_DECIMALS)
    most = max((len(row.number.partition(".")[2]) for row in rows), default=0)
    small = [abs(row.value) for row in rows if row.value]
    # The smallest value still shows a digit that is not zero.
    needed = -min(small, default=Decimal(1)).adjusted()
    return min(most, max(_USUAL_DECIMALS, needed), _MOST_DECIMALS)


def _frequency(cited: Sequence[Cited]) -> str:
    found = {_FREQUENCIES.get(one.periodicity.casefold()) for one in cited}
    only = found.pop() if len(found) == 1 else None
    return only.value if only else ""


def _joined(texts: Iterable[str]) -> str:
    """Different texts in a cell, as far as it has room; each stands in the sources, too."""
    found = ""
    for text in dict.fromkeys(text for text in texts if text):
        longer = f"{found}; {text}" if found else text
        found = longer if len(longer) <= MAX_CELL_CHARACTERS else found
    return found


MOST_SHOWN = 120
"""Indicators with figures of areas that the page of an area has room for."""


def within_room(
    made: Sequence[tuple[Described, Sequence[Measure]]], findings: list[Finding]
) -> list[tuple[Measure, ...]]:
    """Leave as drafts what an area's page has no room for: further series first.

    Args:
        made: The indicators of the repository, each with those that were made of it.
        findings: Those that become drafts are added here.

    Returns:
        The indicators of each, in the order given.
    """
    shown = [
        (number, place)
        for place, (_, measures) in enumerate(made)
        for number, measure in enumerate(measures)
        if measure.status is IndicatorStatus.LIVE and any(f.geocode for f in measure.figures)
    ]
    over = set(sorted(shown)[MOST_SHOWN:])
    kept = []
    for place, (described, measures) in enumerate(made):
        drafts = {number for number in range(len(measures)) if (number, place) in over}
        for number in sorted(drafts):
            finding = _decided(described, IndicatorStatus.DRAFT, "import-room")
            params = {**finding.params, "limit": str(MOST_SHOWN)}
            findings.append(replace(finding, field=measures[number].id, params=params))
        kept.append(
            tuple(
                replace(measure, status=IndicatorStatus.DRAFT) if number in drafts else measure
                for number, measure in enumerate(measures)
            )
        )
    return kept


def indicator_rows(measures: Iterable[Measure]) -> Iterator[Mapping[str, str]]:
    """The rows of ``data/indicators.csv``; columns that are left out are empty."""
    for one in measures:
        yield {
            "id": one.id,
            "group": one.group,
            **{f"name_{language}": name for language, name in one.names.items()},
            "unit": one.unit.code,
            "decimals": str(one.decimals),
            "type": one.type.value,
            "direction": one.direction.value,
            "frequency": one.frequency,
            "core": "no",
            "benchmark": one.benchmark,
            "status": one.status.value,
            "owner": one.owner,
            "next_release": one.next_release,
        }
