"""Pure. Replies as JSON, word for word, with what they answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact
from quipu.model import Catalog
from quipu.model.priorities import Answered, Reply

PATH = "api/v1/replies.json"
SCHEMA_PATH = "api/v1/schemas/replies.schema.json"

_TEXT = {"type": "string"}
_WORDS = {"type": "object", "additionalProperties": _TEXT}
_LINE = {"type": "integer", "minimum": 0}


def reply_files(catalog: Catalog) -> Iterator[Artifact]:
    """All replies in a file, and its schema; none on a site that keeps no registers."""
    if not (catalog.registers.is_kept or catalog.stated.replies):
        return
    yield json_artifact(PATH, [_reply(catalog, reply) for reply in catalog.stated.replies])
    yield json_artifact(SCHEMA_PATH, _schema())


def _reply(catalog: Catalog, reply: Reply) -> dict[str, Any]:
    found = (
        (code, catalog.documents_by_key.get(("replies", reply.name, code)))
        for code in catalog.site.languages
    )
    documents = {code: document for code, document in found if document is not None}
    return {
        "ref_area": reply.ref_area,
        "date": reply.day.isoformat(),
        "title": {code: d.meta.get("title", "") for code, d in documents.items()},
        "institution": {code: d.meta.get("institution", "") for code, d in documents.items()},
        "answers": [_answered(each) for each in reply.answers],
        "source": reply.source,
        "text": {code: d.body for code, d in documents.items()},
        "origin": reply.origin.path,
    }


def _answered(answered: Answered) -> dict[str, Any]:
    return {
        "indicator": answered.indicator,
        "register": answered.register,
        "key": answered.key,
        "line": answered.line,
    }


def _schema() -> dict[str, Any]:
    answered = {"indicator": _TEXT, "register": _TEXT, "key": _TEXT, "line": _LINE}
    properties = {
        "ref_area": _TEXT,
        "date": {"type": "string", "format": "date"},
        "title": _WORDS,
        "institution": _WORDS,
        "answers": {"type": "array", "items": _object(answered), "minItems": 1},
        "source": _TEXT,
        "text": _WORDS,
        "origin": _TEXT,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "replies",
        "type": "array",
        "items": _object(properties),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
