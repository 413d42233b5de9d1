"""Pure. ``data/indicators/<ID>.csv`` to observations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quipu.findings import Finding
from quipu.model import Area, Indicator, Observation, SiteSettings, Source
from quipu.parse.cells import read_address, read_area, read_code, read_number, read_period
from quipu.parse.citations import read_citations
from quipu.parse.header import Columns
from quipu.parse.limits import Limits, decimals_of, limits_of, misplaced_end, misses
from quipu.parse.table import MAX_FAULTS, Row, Table, open_table
from quipu.parse.usual import usual_rows
from quipu.periods import UNDATED, Period
from quipu.vocab import ObsStatus, Quality

FOLDER = "data/indicators/"
_NUMBERS = ("value", "numerator", "denominator", "lower", "upper")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What the rows of a table are read against."""

    indicator: Indicator
    limits: Limits
    site: SiteSettings
    areas: Mapping[str, Area]
    sources: Mapping[str, Source]


def columns(site: SiteSettings) -> Columns:
    """The columns of an indicator's table, with one note a language."""
    notes = tuple(f"note_{language}" for language in site.languages)
    return Columns(
        known=(
            *("ref_area", "time_period", "value", "numerator", "denominator", "lower", "upper"),
            *("obs_status", "quality", "source", "evidence_url", *notes),
        ),
        # time_period may be empty (undated, quality D) and value too (missing), each by rule.
        required=frozenset({"ref_area", "obs_status", "quality", "source"}),
        always=frozenset({"time_period", "value"}),
        numbers=_NUMBERS,
    )


def parse_observations(
    indicator: Indicator,
    body: bytes,
    site: SiteSettings,
    areas: Mapping[str, Area],
    sources: Mapping[str, Source],
    findings: list[Finding],
    *,
    is_quick: bool = True,
) -> tuple[Observation, ...]:
    """Read the values of an indicator.

    Args:
        indicator: What the table measures.
        body: The file.
        site: Which languages notes stand in.
        areas: The areas a value may belong to, by code.
        sources: The sources a value may cite, by id.
        findings: What is wrong is added here.
        is_quick: Whether usual rows are read without being looked at closely. The result is
            the same either way: tests compare the two.

    Returns:
        The observations in file order, without those that cannot be used.
    """
    table = open_table(f"{FOLDER}{indicator.id}.csv", body, columns(site), findings)
    if table is None:
        return ()
    within = _Context(
        indicator=indicator,
        limits=limits_of(indicator),
        site=site,
        areas=areas,
        sources=sources,
    )
    usual = usual_rows(table, indicator.id, within.limits, site.languages, areas)
    found: list[Observation] = []
    meant: list[Finding] = []
    before = len(findings)
    for number, line in table.records(findings):
        if len(findings) + len(meant) - before > MAX_FAULTS:
            meant.append(table.given_up(number))
            break
        observation = usual.read(line, number) if is_quick else None
        if observation is None:
            told = len(findings) + len(meant)
            row = table.row(number, findings)
            observation = None if row is None else _observation(row, within, meant)
            if row is None or observation is None:
                continue
            if told == len(findings) + len(meant):
                usual.learn(row, observation)
        found.append(observation)
    # What is said about the form of a table comes before what is said about its meaning.
    findings += meant
    _check_keys(table, found, findings)
    return tuple(found)


def _observation(row: Row, within: _Context, findings: list[Finding]) -> Observation | None:
    # Every cell is looked at, even when the row is already lost: all faults in one run.
    area = read_area(row, "ref_area", within.areas, findings)
    period = read_period(row, "time_period", findings)
    numbers = {column: read_number(row, column, findings) for column in _NUMBERS}
    value = numbers["value"]
    status = read_code(row, "obs_status", ObsStatus, findings)
    quality = read_code(row, "quality", Quality, findings)
    cited = read_citations(row, within.sources, findings)
    address = read_address(row, "evidence_url", findings)
    if quality is not None and period is not None:
        _check_dating(row, period, quality, findings)
    fits = status is not None and _value_fits_status(row, status, findings)
    _check_value(row, within, value, findings)
    _check_interval(row, within, numbers, findings)
    _check_ratio(row, within.limits, numbers, findings)
    if area is None or period is None or status is None or quality is None or not fits:
        return None
    if (value is None) != status.is_missing:
        return None
    return Observation(
        ref_area=area,
        indicator=within.indicator.id,
        period=period,
        value=value,
        numerator=numbers["numerator"],
        denominator=numbers["denominator"],
        lower=numbers["lower"],
        upper=numbers["upper"],
        status=status,
        quality=quality,
        sources=cited,
        evidence_url=address,
        notes={lang: row[f"note_{lang}"] for lang in within.site.languages if row[f"note_{lang}"]},
        origin=row.where(),
    )


def _value_fits_status(row: Row, status: ObsStatus, findings: list[Finding]) -> bool:
    """Whether a figure is written exactly where the status says that there is one."""
    if not status.is_missing:
        if row["value"] or "value" in row.faulty:
            return True
        findings.append(row.finding("E306", "value", status=status.value))
        return False
    too_many = [column for column in _NUMBERS if row[column]]
    findings += [row.finding("E305", column, status=status.value) for column in too_many]
    return not too_many


def _check_dating(row: Row, period: Period, quality: Quality, findings: list[Finding]) -> None:
    if (period is UNDATED) != (quality is Quality.UNDATED):
        findings.append(row.finding("E312", "time_period", quality=quality.value))


def _check_value(
    row: Row, within: _Context, value: Decimal | None, findings: list[Finding]
) -> None:
    if value is None:
        return
    limits = within.limits
    if limits.is_wrong_type(value):
        findings.append(row.finding("E313", "value", type=within.indicator.type.value))
    if limits.is_out_of_range(value):
        findings.append(row.finding("E307", "value", **_range_of(within)))


def _range_of(within: _Context) -> dict[str, str]:
    """What a finding says of the values that an indicator allows."""
    low, high = _shown(within.limits.low, "-∞"), _shown(within.limits.high, "+∞")
    return {"indicator": within.indicator.id, "low": low, "high": high}


def _check_interval(
    row: Row, within: _Context, numbers: Mapping[str, Decimal | None], findings: list[Finding]
) -> None:
    if end := misplaced_end(numbers["value"], numbers["lower"], numbers["upper"]):
        params = {"low": row["lower"] or "–", "high": row["upper"] or "–"}
        params["value"] = row["value"] or "–"
        low, high = numbers["lower"], numbers["upper"]
        if low is not None and high is not None and low > high:
            params["cause"] = "interval-reversed"
        findings.append(row.finding("E308", end, **params))
        return
    for column in ("lower", "upper"):
        end_of = numbers[column]
        if end_of is not None and within.limits.is_out_of_range(end_of):
            findings.append(row.finding("W345", column, **_range_of(within)))


def _check_ratio(
    row: Row, limits: Limits, numbers: Mapping[str, Decimal | None], findings: list[Finding]
) -> None:
    if not row["numerator"] and not row["denominator"]:
        return
    numerator, denominator = numbers["numerator"], numbers["denominator"]
    params = {"numerator": row["numerator"] or "–", "denominator": row["denominator"] or "–"}
    if numerator is None or denominator is None:
        if not row["numerator"] or not row["denominator"]:
            findings.append(row.finding("E310", "denominator", cause="ratio-half", **params))
        return
    if limits.is_no_ratio(numerator, denominator):
        cause = "ratio-part-larger" if denominator > 0 and numerator >= 0 else "ratio-not-positive"
        findings.append(row.finding("E310", "denominator", cause=cause, **params))
        return
    value = numbers["value"]
    expected = limits.expected(numerator, denominator)
    if value is None or expected is None:
        return
    if misses(value, decimals_of(row["value"]), expected):
        findings.append(row.finding("E309", "value", expected=f"{float(expected):.6g}", **params))


def _shown(bound: Decimal | None, absent: str) -> str:
    return absent if bound is None else str(bound)


def _check_keys(table: Table, found: Sequence[Observation], findings: list[Finding]) -> None:
    """Report areas with two rows for the same days, however the period is written."""
    keys = [(one.ref_area, one.period.start, one.period.end) for one in found]
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple[str, date, date], Observation] = {}
    before = len(findings)
    for key, observation in zip(keys, found, strict=True):
        first = seen.setdefault(key, observation)
        if first is observation:
            continue
        if len(findings) - before > MAX_FAULTS:
            findings.append(table.given_up(observation.origin.line))
            return
        # What was said about the two rows was said before.
        row, first_row = (table.row(one.origin.line, []) for one in (observation, first))
        assert row is not None and first_row is not None  # observations came of them
        value = f"{observation.ref_area} {observation.period.code}".strip()
        params = {"value": value, "first": str(first_row.line)}
        if first.value == observation.value:
            findings.append(row.finding("E301", "ref_area", **params))
        else:
            params["other"] = first_row["value"] or "–"
            findings.append(row.finding("E302", "ref_area", **params))
