"""Pure. The concepts as JSON: terms, sources, norms, and the text as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact
from quipu.model import Catalog, Document
from quipu.parse.concepts import frameworks_of, terms_of

_FOLDER = "api/v1"
_TEXT = {"type": "string"}
_LIST = {"type": "array", "items": _TEXT}


def concept_files(catalog: Catalog) -> Iterator[Artifact]:
    """All concepts in a file, and its schema; none where the root explains nothing."""
    if catalog.concepts:
        names = dict.fromkeys(d.name for own in catalog.concepts.values() for d in own)
        value = [_concept(catalog, name) for name in sorted(names)]
        yield json_artifact(f"{_FOLDER}/concepts.json", value)
        yield json_artifact(f"{_FOLDER}/schemas/concepts.schema.json", schema())


def _concept(catalog: Catalog, name: str) -> dict[str, Any]:
    documents = {
        language: document
        for language in catalog.site.languages
        if (document := catalog.documents_by_key.get(("concepts", name, language)))
    }
    first = next(iter(documents.values()))
    return {
        "id": name,
        "title": _by_language(documents, "title"),
        "summary": _by_language(documents, "summary"),
        "terms": {language: list(terms_of(d)) for language, d in documents.items()},
        "text": {language: d.body for language, d in documents.items()},
        "source": first.meta.get("sources", "").split(),
        "framework_version": list(frameworks_of(first)),
        "valid_at": first.meta.get("valid_at", ""),
        "review_by": first.meta.get("review_by", ""),
    }


def _by_language(documents: dict[str, Document], key: str) -> dict[str, str]:
    return {language: d.meta.get(key, "") for language, d in documents.items()}


def schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    properties = {
        "id": _TEXT,
        "title": _words(_TEXT),
        "summary": _words(_TEXT),
        "terms": _words(_LIST),
        "text": _words(_TEXT),
        "source": _LIST,
        "framework_version": _LIST,
        "valid_at": _TEXT,
        "review_by": _TEXT,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "concepts",
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }


def _words(each: dict[str, Any]) -> dict[str, Any]:
    """Something by language."""
    return {"type": "object", "additionalProperties": each}
