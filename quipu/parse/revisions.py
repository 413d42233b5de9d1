"""Pure. ``data/revisions.csv``: why figures that were published changed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.model import Reason, RevisionKind, SiteSettings
from quipu.parse.cells import read_code, read_day, read_number, read_period
from quipu.parse.header import Columns
from quipu.parse.table import Row, read_table

REVISIONS_PATH = "data/revisions.csv"
_KEY = ("indicator", "ref_area", "time_period", "before", "after", "date")
"""What tells two changes apart."""
_NTH = re.compile(r"#[1-9][0-9]{0,3}")
"""An undated figure of an area: the first, the second…"""
_SHORTEST = 15
"""Characters: no sentence that explains anything has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What reasons may speak of."""

    indicators: Collection[str]
    areas: Collection[str]
    once: Collection[str]
    """Indicators and areas that an edition published; they may be gone by now."""


def revision_columns(site: SiteSettings) -> Columns:
    """The columns of the table, with one reason a language."""
    reasons = tuple(f"reason_{language}" for language in site.languages)
    return Columns(
        known=(
            *("indicator", "ref_area", "time_period", "before", "after", "kind", "date"),
            *reasons,
        ),
        numbers=("before", "after"),
        required=frozenset({"indicator", "kind", "date", reasons[0]}),
    )


def parse_revisions(
    body: bytes,
    site: SiteSettings,
    codes: Codes,
    findings: list[Finding],
) -> tuple[Reason, ...]:
    """Read the reasons, in file order.

    Args:
        body: The table.
        site: Which languages reasons stand in.
        codes: What reasons may speak of.
        findings: What is wrong is added here.
    """
    found: dict[tuple[str, ...], Reason] = {}
    for row in read_table(REVISIONS_PATH, body, revision_columns(site), findings):
        reason = _reason(row, site, codes, findings)
        if reason is None:
            continue
        key = tuple(row[column] for column in _KEY)
        if key in found:
            first = str(found[key].origin.line)
            findings.append(row.finding("E301", "indicator", first=first))
            continue
        found[key] = reason
    return tuple(found.values())


def _reason(
    row: Row,
    site: SiteSettings,
    codes: Codes,
    findings: list[Finding],
) -> Reason | None:
    before = len(findings)
    indicator = _read_named(row, "indicator", codes.indicators, codes.once, findings)
    area = _read_named(row, "ref_area", codes.areas, codes.once, findings)
    period = row["time_period"]
    if period and not _NTH.fullmatch(period):
        read_period(row, "time_period", findings)
    kind = read_code(row, "kind", RevisionKind, findings)
    day = read_day(row, "date", findings)
    for column in ("before", "after"):
        read_number(row, column, findings)
        if row[column] and not (row["ref_area"] and period):
            findings.append(row.finding("E802", column))
    for code in site.languages:
        column = f"reason_{code}"
        if row[column] and len(row[column]) < _SHORTEST:
            findings.append(row.finding("E803", column))
    if is_blocking(findings[before:]) or not indicator or kind is None:
        return None
    texts = {code: row[f"reason_{code}"] for code in site.languages if row[f"reason_{code}"]}
    return Reason(
        indicator=indicator,
        ref_area=area,
        time_period=period,
        before=row["before"],
        after=row["after"],
        kind=kind,
        date=day,
        texts=texts,
        origin=row.where(),
    )


def _read_named(
    row: Row, column: str, known: Collection[str], once: Collection[str], findings: list[Finding]
) -> str:
    """Read a code that is known, or was once: what was withdrawn has a reason, too."""
    cell = row[column]
    if cell and cell not in known and cell not in once:
        options = did_you_mean(cell, known) or "–"
        findings.append(row.finding("W816", column, options=options))
    return cell
