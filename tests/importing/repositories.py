"""Synthetic repositories for the tests of imports: read, changed, imported, checked."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from quipu.findings import Finding, in_order
from quipu.importing.folder import read_folder
from quipu.importing.repository import Imported, import_repository
from quipu.parse.catalog import parse_catalog
from quipu.parse.consequences import without_consequences
from quipu.rules import check
from quipu.vocab import Severity

HERE = Path(__file__).parent
TODAY = HERE / "today"
"""A made-up repository in the form that Open SDG uses today."""
OLDER = HERE / "older"
"""A made-up one in the form of older repositories."""
DAY = date(2025, 6, 30)
"""The day of the synthetic import."""

SMALL: Mapping[str, str] = {
    "config_data.yml": "languages: [es, en]\n",
    "data/indicator_1-1-1.csv": "Year,Value\n2020,1\n2021,2\n",
    "meta/1-1-1.yml": "indicator_name: Indicador sintético\n",
}
"""The smallest made-up repository."""


def imported(root: Path) -> Imported:
    """Import a folder."""
    folder = read_folder(root)
    return import_repository(folder.files, folder.others, DAY, "es", folder.findings)


def imported_from(files: Mapping[str, str | bytes]) -> Imported:
    """Import files that stand in no folder."""
    encoded = {k: v if isinstance(v, bytes) else v.encode() for k, v in files.items()}
    return import_repository(encoded, (), DAY, "es")


def with_data(text: str, **more: str) -> Imported:
    """Import the smallest repository with another table, and further files by their path."""
    return imported_from({**SMALL, "data/indicator_1-1-1.csv": text, **more})


def codes(made: Imported) -> list[str]:
    """The codes of the findings, each once, in order."""
    return sorted({finding.code for finding in made.findings})


def found(made: Imported, code: str) -> list[Finding]:
    """The findings of a code."""
    return [finding for finding in made.findings if finding.code == code]


def places(made: Imported, code: str) -> list[tuple[str, int, int]]:
    """Where the findings of a code stand."""
    return [(f.where.path, f.where.line, f.where.column) for f in found(made, code)]


def rows(made: Imported, path: str) -> list[dict[str, str]]:
    """A table of the root."""
    return list(csv.DictReader(StringIO(made.files[path].decode())))


def values(made: Imported, name: str) -> dict[tuple[str, str], str]:
    """The values of an indicator of the root, by area and period."""
    table = rows(made, f"data/indicators/{name}.csv")
    return {(row["ref_area"], row["time_period"]): row["value"] for row in table}


def errors(made: Imported) -> list[Finding]:
    """What the project's own check says against the root."""
    findings: list[Finding] = []
    catalog = parse_catalog(made.files, findings)
    findings += check(catalog, DAY)
    kept = in_order(without_consequences(findings))
    return [finding for finding in kept if finding.severity is Severity.ERROR]


def shapes(count: int, points: int) -> str:
    """Write a map of squares, with many points on one side of each."""
    features = []
    for n in range(count):
        side = [[n + k / points, 0] for k in range(points + 1)]
        ring = [*side, [n + 1, 1], [n, 1], [n, 0]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"properties": {"id": f"C{n}", "name": f"Área {n}"}, "geometry": shape})
    return json.dumps({"features": features})


def mapped(text: str) -> dict[str, str]:
    """A repository of three areas with a map."""
    layer = '[{"geojson_file": "m.json", "id_property": "id", "name_property": "name"}]'
    return {
        **SMALL,
        "config_data.yml": f"languages: [es]\nmap_layers: {layer}\n",
        "data/indicator_1-1-1.csv": "Year,GeoCode,Value\n2020,C0,1\n2020,C1,2\n2020,C2,3\n",
        "m.json": text,
    }
