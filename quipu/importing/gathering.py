"""Pure. Every indicator of a repository with its tables, its metadata and its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.findings import Finding
from quipu.importing.citing import Cited, sources_of
from quipu.importing.cleaning import cell_of
from quipu.importing.codes import area_code
from quipu.importing.figures import Figure, Layout, figures_of
from quipu.importing.layers import Outlined
from quipu.importing.layout import layout_of
from quipu.importing.metadata import Described, indicator_id, read_metadata, undescribed
from quipu.importing.places import Label
from quipu.importing.settings import RepositorySettings, matching
from quipu.importing.tables import DataTable, read_data, refused
from quipu.importing.translating import Translations, unresolved
from quipu.parse.lines import MAX_CELL_CHARACTERS

_COVERAGE = "national_geographical_coverage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """An indicator of the repository, read."""

    described: Described
    tables: tuple[DataTable, ...]
    layout: Layout
    figures: tuple[Figure, ...]
    cited: tuple[Cited, ...]
    coverage: str
    """What the repository calls the area of its headline; empty where it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What every indicator is read against."""

    settings: RepositorySettings
    translations: Translations
    layers: Sequence[Outlined]
    today: date
    """Figures of a period that has not begun on this day must be forecasts."""


def gather(
    files: Mapping[str, bytes], shelf: Shelf, findings: list[Finding], used: set[str]
) -> tuple[tuple[Gathered, ...], int]:
    """Read the indicators, in the order of their ids.

    Args:
        files: The bytes of the repository's files, by path.
        shelf: What they are read against.
        findings: What is not carried is added here.
        used: The paths of the files that were read are added here.

    Returns:
        The indicators; and how many rows the data files have.
    """
    described = read_metadata(files, shelf.settings, findings, used)
    tables: dict[str, list[DataTable]] = {}
    rows = 0
    paths = {
        path: None
        for pattern in shelf.settings.data_patterns
        for path in matching(files, shelf.settings.base, pattern)
    }
    # Two ids that differ in what the contract does not tell apart would be one indicator.
    owners = {_folded(code): code for code in described}
    for path in paths:
        used.add(path)
        code = indicator_id(path)
        told: list[Finding] = []
        table = read_data(path, files[path], told)
        rows += table.row_count
        if not code or owners.setdefault(_folded(code), code) != code:
            findings.append(refused(path, table.row_count, "import-bad-id"))
            continue
        findings += told
        tables.setdefault(code, []).append(table)
    for code, known in tables.items():
        described.setdefault(code, undescribed(code, known[0].path))
    found = [
        _gathered(described[code], tuple(tables.get(code, ())), shelf, findings)
        for code in sorted(described, key=_natural)
    ]
    return tuple(found), rows


def _folded(code: str) -> str:
    return re.sub(r"-+", "-", code.upper()).strip("-_")


def _natural(code: str) -> tuple[tuple[bool, int, str], ...]:
    """What to order ids by: 1-2-1 before 1-10-1."""
    parts = re.split(r"[-_]", code)
    return tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)


def _gathered(
    described: Described, tables: tuple[DataTable, ...], shelf: Shelf, findings: list[Finding]
) -> Gathered:
    first = shelf.settings.languages[0]
    said = described.raw(_COVERAGE, first, shelf.translations, first)
    if said is None:
        node = described.get(_COVERAGE)
        findings.append(unresolved(node.text, node.where, _COVERAGE))
    coverage, _ = cell_of((said or "")[:MAX_CELL_CHARACTERS], first)
    names = {code: name for layer in shelf.layers for code, name in layer.names.items()}
    layout = layout_of(tables, shelf.settings, names, coverage, findings)
    figures = figures_of(tables, layout, shelf.today, findings)
    return Gathered(
        described=described,
        tables=tables,
        layout=layout,
        figures=figures,
        cited=sources_of(described, shelf.translations, first, findings),
        coverage=coverage,
    )


def labels_in(gathered: Sequence[Gathered]) -> dict[str, Label]:
    """What the tables call each area that has a figure, by its code there, in order of codes.

    Where tables differ, the one that says most of an area is taken.
    """
    found: dict[str, Label] = {}
    for one in gathered:
        for figure in one.figures:
            code, record = figure.geocode, figure.record
            texts = tuple((c, record[c]) for c in one.layout.places if record[c])
            if code and (code not in found or len(texts) > len(found[code].texts)):
                found[code] = Label(texts=texts, record=record)
    return {code: found[code] for code in sorted(found, key=lambda code: (area_code(code), code))}


def country_of(gathered: Sequence[Gathered]) -> str:
    """What the repository calls the country; empty where it does not say, or not always alike."""
    said = {one.coverage.casefold(): one.coverage for one in reversed(gathered) if one.coverage}
    return next(iter(said.values())) if len(said) == 1 else ""
