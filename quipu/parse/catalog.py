"""Pure. A tree of files to the catalog: every parser in the order its input is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.model import (
    Area,
    Boundary,
    Catalog,
    Document,
    Indicator,
    Location,
    Memory,
    Observation,
    SiteSettings,
    Source,
    Unit,
)
from quipu.parse import areas as areas_table
from quipu.parse import indicators as indicators_table
from quipu.parse import observations as observations_table
from quipu.parse import sources as sources_table
from quipu.parse.areas import parse_areas
from quipu.parse.boundary import parse_boundary
from quipu.parse.completeness import check_completeness
from quipu.parse.concepts import check_concepts
from quipu.parse.documents import parse_document
from quipu.parse.editions import EDITIONS_PATH, check_listed, is_kept, parse_editions
from quipu.parse.guides import check_guides
from quipu.parse.history import CATEGORIES_PATH, VERSIONS_PATH
from quipu.parse.indicators import parse_indicators
from quipu.parse.kinds import PAGES
from quipu.parse.ledger import LEDGER_PATH, parse_ledger
from quipu.parse.library import with_library
from quipu.parse.matrix import MATRIX_PATH
from quipu.parse.method import METHOD_PATH, parse_groups, read_method
from quipu.parse.observations import parse_observations
from quipu.parse.registers.advice import with_advice
from quipu.parse.registers.all import parse_registers
from quipu.parse.registers.figures import with_computed
from quipu.parse.registers.reading import FOLDER as REGISTERS
from quipu.parse.registers.stated import with_stated
from quipu.parse.revisions import REVISIONS_PATH, Codes, parse_revisions
from quipu.parse.rulebook import read_rulebook
from quipu.parse.settings import SITE_PATH, parse_site
from quipu.parse.shared import check_indicators
from quipu.parse.sources import parse_sources, parse_units
from quipu.parse.toml import read_toml
from quipu.parse.unfinished import without_unfinished

_REQUIRED_TABLES = (areas_table.PATH, sources_table.SOURCES_PATH, indicators_table.PATH)
_HISTORIES = ((VERSIONS_PATH, METHOD_PATH), (CATEGORIES_PATH, MATRIX_PATH))
"""Tables of what was published before, each with the file without which nothing reads it."""
_GEO = "data/geo/"
_MOST_NAMED = 8
"""Codes that a finding names where nothing is alike."""


def parse_catalog(files: Mapping[str, bytes], findings: list[Finding]) -> Catalog:
    """Read everything.

    Args:
        files: The bytes of the root's files, by path.
        findings: Everything that is wrong, of every file, is added here.

    Returns:
        What could be read and is finished. It may only be published when no finding is an error.
    """
    site = parse_site(files.get(SITE_PATH), findings)
    missing = [path for path in _REQUIRED_TABLES if path not in files]
    findings += [Finding(code="E107", where=Location(path=path)) for path in missing]
    areas = _areas(files, site, findings)
    sources_body = files.get(sources_table.SOURCES_PATH)
    sources = parse_sources(sources_body, findings) if sources_body is not None else ()
    rules = read_method(files.get(METHOD_PATH), findings)
    groups = parse_groups(rules, site.languages)
    units: tuple[Unit, ...] = ()
    if sources_table.UNITS_PATH in files:
        units = parse_units(files[sources_table.UNITS_PATH], site, findings)
    indicators: tuple[Indicator, ...] = ()
    if indicators_table.PATH in files:
        units_by_code = {unit.code: unit for unit in units}
        groups_by_id = {group.id: group for group in groups}
        indicators = parse_indicators(
            files[indicators_table.PATH], site, units_by_code, groups_by_id, findings
        )
    areas_by_code = {area.code: area for area in areas}
    sources_by_id = {source.id: source for source in sources}
    observations = _observations(files, site, indicators, areas_by_code, sources_by_id, findings)
    documents, boundary = _documents_and_boundary(files, areas_by_code, findings)
    method, matrix = read_rulebook(files, site, rules, groups, indicators, areas_by_code, findings)
    catalog = Catalog(
        site=site,
        areas=areas,
        sources=sources,
        units=units,
        groups=groups,
        indicators=indicators,
        observations=observations,
        documents=documents,
        boundary=boundary,
        tables={path: body for path, body in files.items() if _is_table(path)},
        method=method,
        matrix=matrix,
        memory=_memory(files, site, areas_by_code, indicators, findings),
        registers=parse_registers(files, site, areas_by_code, sources_by_id, findings),
    )
    catalog = with_computed(with_advice(catalog, files, findings), findings)
    catalog = with_library(with_stated(catalog, files, findings), files, findings)
    _check_files(files, catalog, findings)
    check_listed(files, catalog.memory.addresses, catalog.memory.editions, findings)
    _check_documents(catalog, findings)
    check_concepts(files, catalog, findings)
    check_guides(files, catalog, findings)
    _check_settings(files, catalog, findings)
    check_completeness(catalog, findings)
    return without_unfinished(catalog, findings)


def _observations(
    files: Mapping[str, bytes],
    site: SiteSettings,
    indicators: Sequence[Indicator],
    areas: Mapping[str, Area],
    sources: Mapping[str, Source],
    findings: list[Finding],
) -> tuple[Observation, ...]:
    """The figures that were typed."""
    found: list[Observation] = []
    for indicator in indicators:
        body = files.get(f"{observations_table.FOLDER}{indicator.id}.csv")
        if body is not None:
            found += parse_observations(indicator, body, site, areas, sources, findings)
    return tuple(found)


def _areas(
    files: Mapping[str, bytes], site: SiteSettings, findings: list[Finding]
) -> tuple[Area, ...]:
    """The areas; silent on further columns where the settings that name them are broken."""
    if areas_table.PATH not in files:
        return ()
    settings_failed = is_blocking(f for f in findings if f.where.path == SITE_PATH)
    before = len(findings)
    areas = parse_areas(files[areas_table.PATH], site, findings)
    if settings_failed:
        findings[before:] = [f for f in findings[before:] if f.code != "E204"]
    return areas


def _documents_and_boundary(
    files: Mapping[str, bytes], areas: Mapping[str, Area], findings: list[Finding]
) -> tuple[tuple[Document, ...], Boundary | None]:
    documents = []
    boundary = None
    is_first = True
    for path, body in files.items():
        if path.startswith("content/") and path.endswith(".md"):
            document = parse_document(path, body, findings)
            if document is not None:
                documents.append(document)
        elif path.startswith(_GEO) and path.endswith(".topo.json"):
            if is_first:
                boundary = parse_boundary(path, body, areas, findings)
            else:
                findings.append(Finding(code="W108", where=Location(path=path)))
            is_first = False
    return tuple(documents), boundary


def _memory(
    files: Mapping[str, bytes],
    site: SiteSettings,
    areas: Mapping[str, Area],
    indicators: Sequence[Indicator],
    findings: list[Finding],
) -> Memory:
    """What the root says of what it published before."""
    editions = parse_editions(files, site, findings)
    codes = Codes(
        indicators=tuple(indicator.id for indicator in indicators),
        areas=areas.keys(),
        once={code for edition in editions for key in edition.figures for code in key[:2]},
    )
    reasons, ledger = files.get(REVISIONS_PATH), files.get(LEDGER_PATH)
    return Memory(
        editions=editions,
        reasons=parse_revisions(reasons, site, codes, findings) if reasons is not None else (),
        addresses=parse_ledger(ledger, findings) if ledger is not None else (),
    )


def _check_files(files: Mapping[str, bytes], catalog: Catalog, findings: list[Finding]) -> None:
    """Report tables of indicators that do not exist and files that nothing reads."""
    known = {SITE_PATH, *_REQUIRED_TABLES, sources_table.UNITS_PATH, METHOD_PATH, MATRIX_PATH}
    known |= {history for history, of in _HISTORIES if of in files}
    known |= {EDITIONS_PATH, REVISIONS_PATH, LEDGER_PATH}
    for path in files:
        if path.startswith(observations_table.FOLDER) and path.endswith(".csv"):
            name = path.removeprefix(observations_table.FOLDER).removesuffix(".csv")
            if name not in catalog.indicators_by_id:
                options = did_you_mean(name, catalog.indicators_by_id)
                params = {"value": name, "options": options}
                if not options:
                    params["cause"] = "indicator-new"
                findings.append(Finding(code="E323", where=Location(path=path), params=params))
        elif not (path in known or is_kept(path) or _is_read(path)):
            findings.append(Finding(code="W108", where=Location(path=path)))


def _is_table(path: str) -> bool:
    return path.startswith("data/") and path.endswith(".csv")


def _is_read(path: str) -> bool:
    is_document = path.startswith("content/") and path.endswith(".md")
    is_outline = path.startswith(_GEO) and path.endswith((".topo.json", ".md"))
    # A file of that folder that is no register has a finding of its own.
    return is_document or is_outline or path.startswith(REGISTERS)


def _check_documents(catalog: Catalog, findings: list[Finding]) -> None:
    """Report documents that belong to nothing, and translations that are missing."""
    names = {
        "indicators": set(catalog.indicators_by_id),
        "regions": {area.code for area in catalog.page_areas},
        "pages": set(PAGES),
    }
    languages = catalog.site.languages
    for document in catalog.documents:
        known = names.get(document.kind)
        wrong_name = bool(known) and known is not None and document.name not in known
        if wrong_name or document.language not in languages:
            choices = known if wrong_name and known is not None else languages
            wrong = document.name if wrong_name else document.language
            options = did_you_mean(wrong, choices)
            params = {"value": wrong, "options": options}
            if not options:
                listed = ", ".join(sorted(choices)[:_MOST_NAMED])
                params = {"value": wrong, "options": listed, "cause": "name-of-none"}
            findings.append(Finding(code="E410", where=document.origin, params=params))
            continue
        for language in languages:
            if (document.kind, document.name, language) not in catalog.documents_by_key:
                path = f"content/{document.kind}/{document.name}.{language}.md"
                params = {"value": language, "path": path}
                findings.append(Finding(code="W411", where=document.origin, params=params))


def _check_settings(files: Mapping[str, bytes], catalog: Catalog, findings: list[Finding]) -> None:
    """Report settings that name an indicator that does not exist."""
    read = read_toml(SITE_PATH, files.get(SITE_PATH, b""), [])  # what is wrong was told before
    if read is None or not catalog.indicators:
        return
    toml = replace(read, findings=findings)
    for key in ("key_indicators", "summary_indicators"):
        check_indicators(toml, key, getattr(catalog.site, key), catalog.indicators_by_id)
