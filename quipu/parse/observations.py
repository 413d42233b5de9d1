"""Pure. ``data/indicators/<ID>.csv`` to observations."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from quipu.findings import Finding
from quipu.model import Area, Indicator, Observation, SiteSettings, Source
from quipu.parse.cells import read_address, read_code, read_known, read_number, read_period
from quipu.parse.table import Columns, Row, read_table
from quipu.periods import UNDATED, Period
from quipu.vocab import IndicatorType, ObsStatus, Quality

FOLDER = "data/indicators/"
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
    )


_ALWAYS_IN_HEADER = frozenset({"time_period", "value"})


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
    table = columns(site)
    rows = read_table(path, body, table, findings)
    if rows:
        for name in _ALWAYS_IN_HEADER - set(rows[0].order):
            findings.append(Finding(code="E202", where=rows[0].where(), field=name))
            return ()
    found = []
    for row in rows:
        before = len(findings)
        observation = _observation(row, indicator, site, areas, sources, findings)
        if observation is not None and len(findings) == before:
            _check_numbers(row, indicator, observation, findings)
        if observation is not None:
            found.append((row, observation))
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
    area = read_known(row, "ref_area", areas, "E303", findings)
    period = read_period(row, "time_period", findings)
    before = len(findings)
    value = read_number(row, "value", findings)
    value_is_wrong = len(findings) > before
    status = read_code(row, "obs_status", ObsStatus, findings)
    quality = read_code(row, "quality", Quality, findings)
    for source in row["source"].split():
        if source not in sources:
            options = ", ".join(list(sources)[:12])
            findings.append(row.finding("E304", "source", value=source, options=options))
    numbers = {c: read_number(row, c, findings) for c in ("numerator", "denominator", "lower", "upper")}
    address = read_address(row, "evidence_url", findings)
    if quality is not None and period is not None:
        _check_dating(row, period, quality, findings)
    if status is not None and not value_is_wrong and (value is None) != status.is_missing:
        code = "E306" if value is None else "E305"
        findings.append(row.finding(code, "value", value=row["value"], status=status.value))
        return None
    if area is None or period is None or status is None or quality is None or value_is_wrong:
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
        sources=tuple(row["source"].split()),
        evidence_url=address,
        notes={lang: row[f"note_{lang}"] for lang in site.languages if row[f"note_{lang}"]},
        origin=row.where(),
    )


def _check_dating(row: Row, period: Period, quality: Quality, findings: list[Finding]) -> None:
    if (period is UNDATED) != (quality is Quality.UNDATED):
        findings.append(row.finding("E312", "time_period", quality=quality.value))


def _check_numbers(
    row: Row, indicator: Indicator, observation: Observation, findings: list[Finding]
) -> None:
    value = observation.value
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
    if (low is not None and value < low) or (high is not None and value > high):
        ends = {"low": _shown(low, "-∞"), "high": _shown(high, "+∞")}
        findings.append(row.finding("E307", "value", indicator=indicator.id, **ends))
    lower, upper = observation.lower, observation.upper
    if (lower is not None and lower > value) or (upper is not None and upper < value):
        params = {"low": row["lower"], "high": row["upper"], "value": row["value"]}
        findings.append(row.finding("E308", "lower" if row["lower"] else "upper", **params))
    _check_ratio(row, indicator, observation, findings)


def _check_ratio(
    row: Row, indicator: Indicator, observation: Observation, findings: list[Finding]
) -> None:
    numerator, denominator, value = observation.numerator, observation.denominator, observation.value
    if numerator is None and denominator is None:
        return
    params = {"numerator": row["numerator"] or "–", "denominator": row["denominator"] or "–"}
    is_share = indicator.type is IndicatorType.PERCENTAGE
    if numerator is None or denominator is None or denominator <= 0 or numerator < 0 or (
        is_share and numerator > denominator
    ):
        findings.append(row.finding("E310", "denominator", **params))
        return
    scale = _scale(indicator)
    if value is None or scale is None:
        return
    # The value may be rounded to the decimals it is written with, never more.
    tolerance = Decimal(1).scaleb(-_decimals(row["value"])) / 2
    expected = numerator / denominator * scale
    if abs(expected - value) > tolerance:
        shown = str(expected.quantize(Decimal("0.0001")))
        findings.append(row.finding("E309", "value", expected=shown, **params))


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
    seen: dict[tuple[str, str], tuple[Row, Observation]] = {}
    for row, observation in found:
        key = (observation.ref_area, observation.period.code)
        if key not in seen:
            seen[key] = (row, observation)
            continue
        first_row, first = seen[key]
        params = {"value": f"{key[0]} {key[1]}".strip(), "first": str(first_row.line)}
        if first.value == observation.value:
            findings.append(row.finding("E301", "ref_area", **params))
        else:
            params["other"] = first_row["value"] or "–"
            findings.append(row.finding("E302", "ref_area", **params))
