"""Pure. What readers download: the tables as they are, one table an area, and all in one ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from quipu.artifact import Artifact
from quipu.exports.dump import CSV, csv_artifact, json_artifact
from quipu.exports.spreadsheet import spreadsheet_copy
from quipu.model import Area, Catalog, Observation, SiteSettings
from quipu.score.derived import DerivedTable
from quipu.tables import FieldSchema, TableSchema, schemas
from quipu.tables.facts import observations

_FOLDER = "datos"
REGISTERS = "data/registers/"
REGISTERS_FOLDER = "registros/"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one date that every entry of the ZIP carries, so that its bytes do not change."""
_LEVEL = 6
"""How hard the ZIP is packed: 9 takes six times as long to save one byte in twenty-five."""


def whole_tables(
    catalog: Catalog, citation: str, licence: str, derived: Sequence[DerivedTable] = ()
) -> Iterator[Artifact]:
    """The downloads that are of no one area: the tables, their description, all in one ZIP.

    Args:
        catalog: The facts.
        citation: How to cite the edition.
        licence: Under what terms it may be used.
        derived: What was computed from the facts.
    """
    tables = _published_tables(catalog)
    for table in derived:
        head = tuple(field.name for field in table.schema.fields)
        name = f"{table.schema.name}.csv"
        tables[name] = csv_artifact(name, head, table.rows).body
    for name, body in tables.items():
        artifact = Artifact(path=f"{_FOLDER}/{name}", body=body, media_type=CSV)
        yield artifact
        yield spreadsheet_copy(artifact)
    known = (*schemas(catalog.site), *(table.schema for table in derived))
    package = json_artifact(f"{_FOLDER}/datapackage.json", _package(catalog, tables, known))
    yield package
    readme = f"{citation}\n\n{licence}\n"
    yield _bundle(tables, package.body, readme)


def _published_tables(catalog: Catalog) -> dict[str, bytes]:
    """The tables byte for byte, by file name; without those of drafts.

    An indicator without a file, which nobody has figures of yet, has a blank one to fill in.
    """
    published = {f"data/indicators/{i.id}.csv" for i in catalog.published_indicators}
    found = {**dict.fromkeys(published, _blank_table(catalog.site)), **catalog.tables}
    return {
        _name(path): body
        for path, body in sorted(found.items())
        if path in published or path.count("/") == 1 or path.startswith(REGISTERS)
    }


def _name(path: str) -> str:
    """What a table is called among the downloads: registers stand in a folder of their own."""
    name = path.rpartition("/")[2]
    return f"{REGISTERS_FOLDER}{name}" if path.startswith(REGISTERS) else name


def _blank_table(site: SiteSettings) -> bytes:
    head = tuple(field.name for field in observations(site).fields)
    return csv_artifact("blank.csv", head, ()).body


def area_table(catalog: Catalog, area: Area) -> Artifact:
    """All values of an area, its joint ones included, with the indicator's name."""
    language = catalog.site.languages[0]
    head = (
        *("indicator", f"name_{language}", "unit", "ref_area", "time_period", "value"),
        *("obs_status", "quality", "source", f"note_{language}", "origin"),
    )
    published = {
        i.id: (i.id, i.names.get(language, ""), i.unit.code) for i in catalog.published_indicators
    }
    rows = [
        (*published[row.indicator], *_cells(row, language))
        for row in catalog.observations_about.get(area.code, ())
        if row.indicator in published
    ]
    return csv_artifact(f"{_FOLDER}/{area.slug}.csv", head, rows)


def _cells(row: Observation, language: str) -> tuple[str, ...]:
    return (
        row.ref_area,
        row.period.code,
        "" if row.value is None else format(row.value, "f"),
        row.status.value,
        row.quality.value,
        " ".join(row.sources),
        row.notes.get(language, ""),
        str(row.origin),
    )


def _package(
    catalog: Catalog, tables: dict[str, bytes], known: Sequence[TableSchema]
) -> dict[str, object]:
    """A Data Package that describes the tables beside it."""
    by_name = {schema.name: schema for schema in known}
    resources = []
    for name, body in tables.items():
        stem = name.removeprefix(REGISTERS_FOLDER).removesuffix(".csv")
        schema = by_name.get(stem, by_name["observations"])
        present = body.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode().strip().split(",")
        resources.append(
            {
                "name": stem.lower(),
                "path": name,
                "type": "table",
                "scheme": "file",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": _table_schema(schema, present),
            }
        )
    language = catalog.site.languages[0]
    return {
        "name": "quipu",
        "title": catalog.site.titles.get(language, ""),
        "resources": resources,
    }


def _table_schema(schema: TableSchema, present: list[str]) -> dict[str, object]:
    fields = {field.name: field for field in schema.fields}
    return {
        "fields": [_field_schema(fields[name]) for name in present if name in fields],
        "missingValues": [""],
        "primaryKey": list(schema.primary_key) if schema.name != "observations" else [],
    }


def _field_schema(field: FieldSchema) -> dict[str, object]:
    found: dict[str, object] = {
        "name": field.name,
        "type": field.type,
        "description": field.es,
    }
    constraints: dict[str, object] = {}
    if field.required:
        constraints["required"] = True
    if field.codes:
        constraints["enum"] = list(field.codes)
    if constraints:
        found["constraints"] = constraints
    return found


def _bundle(tables: dict[str, bytes], package: bytes, readme: str) -> Artifact:
    content = {**tables, "datapackage.json": package, "LEAME.txt": readme.encode()}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(content):
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            bundle.writestr(entry, content[name], compresslevel=_LEVEL)
    return Artifact(
        path=f"{_FOLDER}/todo.zip", body=stream.getvalue(), media_type="application/zip"
    )
