"""Pure. The registers as JSON: every row as it was written, with its key and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact
from quipu.model import Catalog
from quipu.registers.keys import KEY_LENGTH, row_key
from quipu.tables.registers import register_schemas

FOLDER = "api/v1/registers"


def register_files(catalog: Catalog) -> Iterator[Artifact]:
    """A file a register, and its schema; none of registers that the root does not keep."""
    for schema in register_schemas(catalog.site):
        rows = catalog.registers.rows.get(schema.name)
        if rows is None:
            continue
        names = [field.name for field in schema.fields]
        value = [
            {
                **{name: row.cells.get(name, "") for name in names},
                "key": row_key(row.cells),
                "origin": {"path": row.origin.path, "line": row.origin.line},
            }
            for row in rows
        ]
        yield json_artifact(f"{FOLDER}/{schema.name}.json", value)
        described = {field.name: list(field.codes) for field in schema.fields}
        yield json_artifact(
            f"{FOLDER}/schemas/{schema.name}.schema.json", _schema(schema.name, described)
        )


def _schema(name: str, fields: dict[str, list[str]]) -> dict[str, Any]:
    """The JSON Schema of a register: every cell as text, empty where nothing is known."""
    properties: dict[str, Any] = {
        column: {"enum": ["", *codes]} if codes else {"type": "string"}
        for column, codes in fields.items()
    }
    properties["key"] = {"type": "string", "pattern": f"^[0-9a-f]{{{KEY_LENGTH}}}$"}
    properties["origin"] = {
        "type": "object",
        "properties": {"path": {"type": "string"}, "line": {"type": "integer", "minimum": 2}},
        "required": ["path", "line"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }
