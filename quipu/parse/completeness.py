"""Pure. What is lacking once everything was read, unless its absence only follows from a fault."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.findings import Finding
from quipu.model import Catalog, Location
from quipu.parse import areas as areas_table
from quipu.parse import indicators as indicators_table
from quipu.parse import sources as sources_table
from quipu.parse.observations import FOLDER
from quipu.parse.registers.figures import cited_in
from quipu.parse.registers.reading import FOLDER as REGISTERS
from quipu.parse.settings import SITE_PATH
from quipu.vocab import IndicatorStatus, Severity


def check_completeness(catalog: Catalog, findings: list[Finding]) -> None:
    """Report tables without rows, indicators without values, sources without use.

    Args:
        catalog: What was read.
        findings: What is wrong so far; what is lacking is added, and what only follows from
            a table that could not be read is taken out, since that table is told itself.
    """
    refused = {finding.where.path for finding in findings if finding.severity is Severity.ERROR}
    findings += _lacking(catalog, refused)
    lost = set()
    if not catalog.areas:
        lost |= {"E303", "E602"}
    if not catalog.sources and sources_table.SOURCES_PATH in refused:
        lost.add("E304")
    if not catalog.indicators:
        lost.add("E323")
    findings[:] = [finding for finding in findings if finding.code not in lost]


def _lacking(catalog: Catalog, refused: set[str]) -> Iterator[Finding]:
    tables = {
        areas_table.PATH: (catalog.areas, "area"),
        indicators_table.PATH: (catalog.indicators, "an-indicator"),
    }
    for path, (rows, form) in tables.items():
        if not rows and path not in refused:
            yield Finding(code="E331", where=Location(path=path), params={"form": form})
    if catalog.areas and not catalog.page_areas:
        params = {"value": ", ".join(catalog.site.page_kinds) or "–"}
        yield Finding(code="W330", where=Location(path=SITE_PATH), params=params)
    yield from _without_values(catalog, refused)
    if not any(path.startswith((FOLDER, REGISTERS, "content/")) for path in refused):
        yield from _unused_sources(catalog)


def _without_values(catalog: Catalog, refused: set[str]) -> Iterator[Finding]:
    """Indicators that are shown and have no value to show."""
    for indicator in catalog.indicators:
        path = f"{FOLDER}{indicator.id}.csv"
        is_shown = indicator.status in (IndicatorStatus.LIVE, IndicatorStatus.RETIRED)
        rows = catalog.observations_by_indicator[indicator.id]
        if is_shown and path not in refused and all(row.value is None for row in rows):
            params = {"value": indicator.status.value, "path": path}
            yield Finding(code="E322", where=indicator.origin, params=params)


def _unused_sources(catalog: Catalog) -> Iterator[Finding]:
    cited = {source for row in catalog.observations for source in row.sources}
    cited |= cited_in(catalog)
    for source in catalog.sources:
        if source.id not in cited:
            params = {"value": source.id}
            yield Finding(code="W324", where=source.origin, field="id", params=params)
