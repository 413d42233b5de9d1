"""Pure. ``data/indicators/<ID>.csv`` to observations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from quipu.findings import Finding, did_you_mean
from quipu.model import Area, Indicator, Observation, SiteSettings, Source
from quipu.parse.cells import read_address, read_code, read_known, read_number, read_period
from quipu.parse.table import Columns, Row, read_table
from quipu.periods import UNDATED, Period
from quipu.vocab import IndicatorType, ObsStatus, Quality

FOLDER = "data/indicators/"
_NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
_WHOLE = (IndicatorType.COUNT, IndicatorType.ORDINAL, IndicatorType.BINARY)
_SIGNED = (IndicatorType.AMOUNT, IndicatorType.SCORE)


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
) -> tuple[Observation, ...]:
    """Read the values of an indicator.

    Args:
        indicator: What the table measures.
        body: The file.
        site: Which languages notes stand in.
        areas: The areas a value may belong to, by code.
        sources: The sources a value may cite, by id.
        findings: What is wrong is added here.

    Returns:
        The observations in file order, without those that cannot be used.
    """
    path = f"{FOLDER}{indicator.id}.csv"
    rows = read_table(path, body, columns(site), findings)
    read = [(row, _observation(row, indicator, site, areas, sources, findings)) for row in rows]
    found = [(row, observation) for row, observation in read if observation is not None]
    _check_keys(found, findings)
    return tuple(observation for _, observation in found)


def _observation(
    row: Row,
    indicator: Indicator,
    site: SiteSettings,
    areas: Mapping[str, Area],
    sources: Mapping[str, Source],
    findings: list[Finding],
) -> Observation | None:
    # Every cell is looked at, even when the row is already lost: all faults in one run.
    area = read_known(row, "ref_area", areas, "E303", findings)
    period = read_period(row, "time_period", findings)
    numbers = {column: read_number(row, column, findings) for column in _NUMBERS}
    value = numbers["value"]
    status = read_code(row, "obs_status", ObsStatus, findings)
    quality = read_code(row, "quality", Quality, findings)
    cited = _read_sources(row, sources, findings)
    address = read_address(row, "evidence_url", findings)
    if quality is not None and period is not None:
        _check_dating(row, period, quality, findings)
    fits = status is not None and _value_fits_status(row, status, findings)
    _check_value(row, indicator, value, findings)
    _check_interval(row, value, numbers["lower"], numbers["upper"], findings)
    _check_ratio(row, indicator, numbers, findings)
    if area is None or period is None or status is None or quality is None or not fits:
        return None
    if (value is None) != status.is_missing:
        return None
    return Observation(
        ref_area=area,
        indicator=indicator.id,
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
        notes={lang: row[f"note_{lang}"] for lang in site.languages if row[f"note_{lang}"]},
        origin=row.where(),
    )


def _read_sources(
    row: Row, sources: Mapping[str, Source], findings: list[Finding]
) -> tuple[str, ...]:
    cited: list[str] = []
    for source in row["source"].split():
        if source not in sources:
            options = did_you_mean(source, sources) or ", ".join(list(sources)[:12]) or "–"
            findings.append(row.finding("E304", "source", value=source, options=options))
        elif source in cited:
            findings.append(row.finding("W332", "source", value=source))
        else:
            cited.append(source)
    return tuple(cited)


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
    row: Row, indicator: Indicator, value: Decimal | None, findings: list[Finding]
) -> None:
    if value is None:
        return
    kind = indicator.type
    wrong_type = (
        (kind in _WHOLE and value != value.to_integral_value())
        or (kind is IndicatorType.BINARY and value not in (0, 1))
        or (kind not in _SIGNED and value < 0)
    )
    if wrong_type:
        findings.append(row.finding("E313", "value", type=kind.value))
    low, high = indicator.valid_min, indicator.valid_max
    if kind is IndicatorType.PERCENTAGE and low is None and high is None:
        low, high = Decimal(0), Decimal(100)
    if (low is not None and value < low) or (high is not None and value > high):
        ends = {"low": _shown(low, "-∞"), "high": _shown(high, "+∞")}
        findings.append(row.finding("E307", "value", indicator=indicator.id, **ends))


def _check_interval(
    row: Row,
    value: Decimal | None,
    lower: Decimal | None,
    upper: Decimal | None,
    findings: list[Finding],
) -> None:
    ends_cross = lower is not None and upper is not None and lower > upper
    is_below = value is not None and lower is not None and value < lower
    is_above = value is not None and upper is not None and value > upper
    if ends_cross or is_below or is_above:
        params = {"low": row["lower"] or "–", "high": row["upper"] or "–"}
        params["value"] = row["value"] or "–"
        findings.append(row.finding("E308", "upper" if is_above else "lower", **params))


def _check_ratio(
    row: Row,
    indicator: Indicator,
    numbers: Mapping[str, Decimal | None],
    findings: list[Finding],
) -> None:
    if not row["numerator"] and not row["denominator"]:
        return
    numerator, denominator = numbers["numerator"], numbers["denominator"]
    params = {"numerator": row["numerator"] or "–", "denominator": row["denominator"] or "–"}
    if numerator is None or denominator is None:
        if not row["numerator"] or not row["denominator"]:
            findings.append(row.finding("E310", "denominator", **params))
        return
    is_share = indicator.type is IndicatorType.PERCENTAGE
    is_too_much = is_share and _exceeds(numerator, denominator, indicator)
    if denominator <= 0 or numerator < 0 or is_too_much:
        findings.append(row.finding("E310", "denominator", **params))
        return
    value, scale = numbers["value"], _scale(indicator)
    if value is None or scale is None:
        return
    # The value may be rounded to the decimals it is written with, never more.
    tolerance = Decimal(1).scaleb(-_decimals(row["value"])) / 2
    expected = numerator / denominator * scale
    if abs(expected - value) > tolerance:
        findings.append(row.finding("E309", "value", expected=f"{float(expected):.6g}", **params))


def _exceeds(numerator: Decimal, denominator: Decimal, indicator: Indicator) -> bool:
    """Whether a part is larger than its whole, unless the indicator allows more than 100 %."""
    allows_more = indicator.valid_min is not None and indicator.valid_max is None
    limit = 100 if indicator.valid_max is None else max(indicator.valid_max, Decimal(100))
    return not allows_more and numerator * 100 > denominator * limit


_SCALES = {"percent": 100, "%": 100, "per_100k": 100_000, "fte_per_1000": 1_000}


def _scale(indicator: Indicator) -> Decimal | None:
    """What a ratio is multiplied by to give the value; None when the unit does not say."""
    if indicator.type is IndicatorType.PERCENTAGE:
        return Decimal(100)
    if scale := _SCALES.get(indicator.unit.code):
        return Decimal(scale)
    return None


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _shown(bound: Decimal | None, absent: str) -> str:
    return absent if bound is None else str(bound)


def _check_keys(found: list[tuple[Row, Observation]], findings: list[Finding]) -> None:
    """Report areas with two rows for the same days, however the period is written."""
    seen: dict[tuple[str, date, date], tuple[Row, Observation]] = {}
    for row, observation in found:
        period = observation.period
        key = (observation.ref_area, period.start, period.end)
        if key not in seen:
            seen[key] = (row, observation)
            continue
        first_row, first = seen[key]
        value = f"{observation.ref_area} {period.code}".strip()
        params = {"value": value, "first": str(first_row.line)}
        if first.value == observation.value:
            findings.append(row.finding("E301", "ref_area", **params))
        else:
            params["other"] = first_row["value"] or "–"
            findings.append(row.finding("E302", "ref_area", **params))
