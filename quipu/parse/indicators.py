"""Pure. ``data/indicators.csv`` to indicators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from quipu.findings import Finding, did_you_mean
from quipu.model import Group, Indicator, SiteSettings, Unit
from quipu.parse.cells import (
    check_choice,
    read_code,
    read_integer,
    read_known,
    read_matching,
    read_number,
)
from quipu.parse.header import Columns
from quipu.parse.names import read_names
from quipu.parse.said import folded
from quipu.parse.shared import MAX_MONTHS
from quipu.parse.sources import plain_unit
from quipu.parse.table import Row, read_table
from quipu.vocab import (
    Computed,
    Direction,
    Frequency,
    IndicatorStatus,
    IndicatorType,
    Rollup,
    Scope,
)

PATH = "data/indicators.csv"
INDICATOR_ID = re.compile(r"(?=.{1,40}\Z)[A-Z][A-Z0-9_]*(?:-[A-Z0-9_]+)*")
_MAX_DECIMALS = 6


def columns(site: SiteSettings) -> Columns:
    """The columns of the table: the contract's, with one name a language."""
    names = tuple(f"name_{language}" for language in site.languages)
    return Columns(
        known=(
            *("id", "group", *names, "unit", "decimals", "type", "direction", "scope"),
            *("frequency", "goalpost_low", "goalpost_high", "weight", "core", "valid_min"),
            *("valid_max", "min_denominator", "max_age_months", "benchmark", "status"),
            *("owner", "next_release", "framework_version", "rollup", "computed"),
        ),
        spare=frozenset({"rollup", "computed"}),
        numbers=("goalpost_low", "goalpost_high", "weight", "valid_min", "valid_max"),
        required=frozenset({"id", "group", names[0], "unit", "type", "direction", "status"}),
    )


def parse_indicators(
    body: bytes,
    site: SiteSettings,
    units: Mapping[str, Unit],
    groups: Mapping[str, Group],
    findings: list[Finding],
) -> tuple[Indicator, ...]:
    """Read the indicators.

    Args:
        body: The file.
        site: Which languages names stand in.
        units: The units that have words of their own, by code; any other is shown as written.
        groups: The tree; when empty, any group is taken as it is written.
        findings: What is wrong is added here.

    Returns:
        The indicators in file order, without those that cannot be used.
    """
    indicators: dict[str, Indicator] = {}
    names: dict[str, int] = {}
    for row in read_table(PATH, body, columns(site), findings):
        indicator = _indicator(row, site, units, groups, findings)
        if indicator is None:
            continue
        if indicator.id in indicators:
            first = str(indicators[indicator.id].origin.line)
            findings.append(row.finding("E301", "id", first=first))
            continue
        name_column = f"name_{site.languages[0]}"
        name = folded(row[name_column])
        if name in names:
            findings.append(row.finding("W329", name_column, first=str(names[name])))
        names.setdefault(name, row.line)
        indicators[indicator.id] = indicator
    return tuple(indicators.values())


def _indicator(
    row: Row,
    site: SiteSettings,
    units: Mapping[str, Unit],
    groups: Mapping[str, Group],
    findings: list[Finding],
) -> Indicator | None:
    code = read_matching(row, "id", INDICATOR_ID, "indicator-id", findings)
    kind = read_code(row, "type", IndicatorType, findings)
    direction = read_code(row, "direction", Direction, findings)
    status = read_code(row, "status", IndicatorStatus, findings)
    group = row["group"]
    if groups:
        group = read_known(row, "group", groups, "E318", findings) or ""
    else:
        group = read_matching(row, "group", INDICATOR_ID, "group-id", findings)
    if units and row["unit"] and row["unit"] not in units:
        options = did_you_mean(row["unit"], units)
        params = {"cause": "unit-meant", "options": options} if options else {}
        findings.append(row.finding("W334", "unit", **params))
    check_choice(row, "core", ("", "yes", "no"), findings)
    decimals = read_integer(row, "decimals", findings)
    if decimals is not None and decimals > _MAX_DECIMALS:
        findings.append(row.finding("E226", "decimals", form="decimals", limit=str(_MAX_DECIMALS)))
        decimals = _MAX_DECIMALS
    if not code or kind is None or direction is None or status is None or not group:
        return None
    goalposts = _bounds(row, "goalpost_low", "goalpost_high", findings)
    valid = _bounds(row, "valid_min", "valid_max", findings)
    return Indicator(
        id=code,
        group=group,
        names=read_names(row, site, findings),
        unit=units.get(row["unit"]) or plain_unit(row["unit"], site),
        decimals=decimals or 0,
        type=kind,
        direction=direction,
        scope=read_code(row, "scope", Scope, findings),
        frequency=read_code(row, "frequency", Frequency, findings),
        status=status,
        core=row["core"] == "yes",
        weight=_at_least(row, "weight", "positive", findings),
        goalpost_low=goalposts[0],
        goalpost_high=goalposts[1],
        valid_min=valid[0],
        valid_max=valid[1],
        min_denominator=_at_least(row, "min_denominator", "at-least-zero", findings),
        max_age_months=_months(row, findings),
        benchmark=row["benchmark"],
        owner=row["owner"],
        next_release=row["next_release"],
        framework_version=row["framework_version"],
        rollup=_rollup(row, kind, findings),
        computed=read_code(row, "computed", Computed, findings),
        origin=row.where(),
    )


_SUMMED = (IndicatorType.COUNT, IndicatorType.AMOUNT)
_DIVIDED = (IndicatorType.PERCENTAGE, IndicatorType.RATE)


def _rollup(row: Row, kind: IndicatorType, findings: list[Finding]) -> Rollup | None:
    """How the figure of an area is computed from those below; only as its type allows."""
    text = row["rollup"]
    fit = [Rollup.SUM] if kind in _SUMMED else [Rollup.RATIO] if kind in _DIVIDED else []
    if text and text not in fit:
        options = ", ".join(fit)
        params = {"options": options} if fit else {"options": "–", "cause": "rollup-none"}
        findings.append(row.finding("E212", "rollup", **params))
        return None
    return Rollup(text) if text else None


def _months(row: Row, findings: list[Finding]) -> int | None:
    months = read_integer(row, "max_age_months", findings)
    if months is not None and not 1 <= months <= MAX_MONTHS:
        findings.append(row.finding("E226", "max_age_months", form="months", limit=str(MAX_MONTHS)))
    return months


def _at_least(row: Row, column: str, form: str, findings: list[Finding]) -> Decimal | None:
    number = read_number(row, column, findings)
    if number is not None and (number < 0 or (form == "positive" and number == 0)):
        findings.append(row.finding("E226", column, form=form))
    return number


def _bounds(
    row: Row, low: str, high: str, findings: list[Finding]
) -> tuple[Decimal | None, Decimal | None]:
    lower, upper = read_number(row, low, findings), read_number(row, high, findings)
    if lower is not None and upper is not None and lower >= upper:
        findings.append(row.finding("E319", low, low=row[low], other=high, high=row[high]))
        return None, None
    return lower, upper
