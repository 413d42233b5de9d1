"""Pure. The figures that the registers give, among those that are typed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from io import StringIO

from quipu.findings import Finding
from quipu.model import Catalog, Indicator, Observation, SiteSettings
from quipu.parse.observations import FOLDER, columns
from quipu.registers.computed import computed_figures
from quipu.vocab import IndicatorStatus


def with_computed(catalog: Catalog, findings: list[Finding]) -> Catalog:
    """Add what is counted in the registers.

    Args:
        catalog: What was read.
        findings: Tables that were typed besides are added here.

    Returns:
        The catalog with those figures, in the tables too. An indicator that was wanted is live
        as soon as the registers give a figure of it.
    """
    if not catalog.registers.is_kept:
        return catalog
    areas = [area.code for area in catalog.main_areas]
    found: dict[str, tuple[Observation, ...]] = {}
    for indicator in catalog.indicators:
        if indicator.computed is None:
            continue
        typed = catalog.observations_by_indicator[indicator.id]
        if typed:
            params = {"value": indicator.id}
            findings.append(Finding(code="E621", where=typed[0].origin, params=params))
            continue
        rows = computed_figures(catalog.registers, indicator, areas)
        if rows:
            found[indicator.id] = rows
    if not found:
        return catalog
    tables = {f"{FOLDER}{code}.csv": _table(catalog.site, rows) for code, rows in found.items()}
    return replace(
        catalog,
        indicators=tuple(_live(i) if i.id in found else i for i in catalog.indicators),
        observations=tuple(
            row
            for i in catalog.indicators
            for row in found.get(i.id) or catalog.observations_by_indicator[i.id]
        ),
        tables={**catalog.tables, **tables},
    )


def without_ahead(catalog: Catalog, as_of: date) -> Catalog:
    """Leave out what was counted of years that have not begun: a plan of three years tells of all.

    Args:
        catalog: With what is counted in the registers.
        as_of: The date of the edition.

    Returns:
        The catalog without them. An indicator that has no other figure is wanted again, and of
        its table there is the header.
    """
    computed = {i.id for i in catalog.indicators if i.computed is not None}
    kept = tuple(
        row
        for row in catalog.observations
        if row.indicator not in computed or row.period.start <= as_of
    )
    if len(kept) == len(catalog.observations):
        return catalog
    changed = {row.indicator for row in catalog.observations} & computed
    tables = {
        f"{FOLDER}{code}.csv": _table(catalog.site, [row for row in kept if row.indicator == code])
        for code in changed
    }
    empty = changed - {row.indicator for row in kept}
    return replace(
        catalog,
        indicators=tuple(_wanted(i) if i.id in empty else i for i in catalog.indicators),
        observations=kept,
        tables={**catalog.tables, **tables},
    )


def _live(indicator: Indicator) -> Indicator:
    if indicator.status is not IndicatorStatus.WANTED:
        return indicator
    return replace(indicator, status=IndicatorStatus.LIVE)


def _wanted(indicator: Indicator) -> Indicator:
    """An indicator whose figures are all of years ahead: nobody has published one yet."""
    if indicator.status is not IndicatorStatus.LIVE:
        return indicator
    return replace(indicator, status=IndicatorStatus.WANTED)


def _table(site: SiteSettings, rows: Iterable[Observation]) -> bytes:
    """The figures as a table of the contract, as if they had been typed."""
    head = columns(site).known
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        cells = _cells(row)
        writer.writerow([cells.get(column, "") for column in head])
    return text.getvalue().encode()


def _cells(row: Observation) -> Mapping[str, str]:
    numbers = {"value": row.value, "numerator": row.numerator, "denominator": row.denominator}
    return {
        "ref_area": row.ref_area,
        "time_period": row.period.code,
        **{name: "" if n is None else format(n, "f") for name, n in numbers.items()},
        "obs_status": row.status.value,
        "quality": row.quality.value,
        "source": " ".join(row.sources),
        "evidence_url": row.evidence_url,
        **{f"note_{code}": text for code, text in row.notes.items()},
    }


def cited_in(catalog: Catalog) -> set[str]:
    """The sources that registers and texts cite."""
    rows = (row for rows in catalog.registers.rows.values() for row in rows)
    cells = [row.cells.get("source", "") for row in rows]
    cells += [d.meta.get(key, "") for d in catalog.documents for key in ("source", "sources")]
    return {source for cell in cells for source in cell.split()}
