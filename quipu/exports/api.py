"""Pure. The JSON files under ``/api/v1/`` and the schemas that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact, number
from quipu.model import Area, Catalog, Indicator, Observation, Source
from quipu.vocab import (
    AreaKind,
    Direction,
    IndicatorStatus,
    IndicatorType,
    ObsStatus,
    Quality,
    Rollup,
)

_FOLDER = "api/v1"


def lists(catalog: Catalog) -> Iterator[Artifact]:
    """The files that are of no one area or indicator: lists and schemas."""
    yield json_artifact(f"{_FOLDER}/areas.json", [_area(area) for area in catalog.areas])
    yield json_artifact(f"{_FOLDER}/sources.json", [_source(s) for s in catalog.sources])
    yield json_artifact(
        f"{_FOLDER}/indicators.json", [_indicator(i) for i in catalog.published_indicators]
    )
    for name, schema in json_schemas().items():
        yield json_artifact(f"{_FOLDER}/schemas/{name}.schema.json", schema)


def indicator_json(catalog: Catalog, indicator: Indicator) -> Artifact:
    """An indicator with its words and all its observations."""
    value = {
        **_indicator(indicator),
        "words": _words(catalog, indicator),
        "observations": [
            _observation(row) for row in catalog.observations_by_indicator[indicator.id]
        ],
    }
    return json_artifact(f"{_FOLDER}/indicators/{indicator.id}.json", value)


def area_json(catalog: Catalog, area: Area) -> Artifact:
    """An area with all its observations, joint ones included."""
    published = {i.id for i in catalog.published_indicators}
    value = {
        **_area(area),
        "observations": [
            {"indicator": row.indicator, **_observation(row)}
            for row in catalog.observations_about.get(area.code, ())
            if row.indicator in published
        ],
    }
    return json_artifact(f"{_FOLDER}/areas/{area.code}.json", value)


def _area(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "kind": area.kind.value,
        "parent": area.parent,
        "members": list(area.members),
        "slug": area.slug,
        "name": dict(area.names),
        "attributes": dict(area.attributes),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "accessed": source.accessed,
        "licence": source.licence,
        "note": source.note,
        "language": source.language,
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "group": indicator.group,
        "name": dict(indicator.names),
        "unit": {"code": indicator.unit.code, "name": dict(indicator.unit.names)},
        "decimals": indicator.decimals,
        "type": indicator.type.value,
        "direction": indicator.direction.value,
        "scope": indicator.scope.value if indicator.scope else "",
        "frequency": indicator.frequency.value if indicator.frequency else "",
        "status": indicator.status.value,
        "core": indicator.core,
        "owner": indicator.owner,
        "next_release": indicator.next_release,
        "framework_version": indicator.framework_version,
        "rollup": indicator.rollup.value if indicator.rollup else "",
    }


def _words(catalog: Catalog, indicator: Indicator) -> dict[str, dict[str, str]]:
    found = {}
    for language in catalog.site.languages:
        document = catalog.documents_by_key.get(("indicators", indicator.id, language))
        if document is not None:
            found[language] = dict(document.meta)
    return found


def _observation(row: Observation) -> dict[str, Any]:
    return {
        "ref_area": row.ref_area,
        "time_period": row.period.code,
        "value": number(row.value),
        "numerator": number(row.numerator),
        "denominator": number(row.denominator),
        "lower": number(row.lower),
        "upper": number(row.upper),
        "obs_status": row.status.value,
        "quality": row.quality.value,
        "source": list(row.sources),
        "evidence_url": row.evidence_url,
        "note": dict(row.notes),
        "origin": {"path": row.origin.path, "line": row.origin.line},
    }


_TEXT = {"type": "string"}
_WORDS = {"type": "object", "additionalProperties": _TEXT}
_NUMBER = {"type": ["number", "null"]}
_OBSERVATION = {
    "ref_area": _TEXT,
    "time_period": _TEXT,
    "value": _NUMBER,
    "numerator": _NUMBER,
    "denominator": _NUMBER,
    "lower": _NUMBER,
    "upper": _NUMBER,
    "obs_status": {"enum": [*ObsStatus]},
    "quality": {"enum": [*Quality]},
    "source": {"type": "array", "items": _TEXT, "minItems": 1},
    "evidence_url": _TEXT,
    "note": _WORDS,
    "origin": {
        "type": "object",
        "properties": {"path": _TEXT, "line": {"type": "integer", "minimum": 2}},
        "required": ["path", "line"],
        "additionalProperties": False,
    },
}
_AREA = {
    "code": _TEXT,
    "kind": {"enum": [*AreaKind]},
    "parent": _TEXT,
    "members": {"type": "array", "items": _TEXT},
    "slug": _TEXT,
    "name": _WORDS,
    "attributes": _WORDS,
}
_INDICATOR = {
    "id": _TEXT,
    "group": _TEXT,
    "name": _WORDS,
    "unit": {
        "type": "object",
        "properties": {"code": _TEXT, "name": _WORDS},
        "required": ["code", "name"],
        "additionalProperties": False,
    },
    "decimals": {"type": "integer", "minimum": 0},
    "type": {"enum": [*IndicatorType]},
    "direction": {"enum": [*Direction]},
    "scope": _TEXT,
    "frequency": _TEXT,
    "status": {"enum": [*IndicatorStatus]},
    "core": {"type": "boolean"},
    "owner": _TEXT,
    "next_release": _TEXT,
    "framework_version": _TEXT,
    "rollup": {"enum": ["", *Rollup]},
}
_SOURCE = dict.fromkeys(
    (
        *("id", "title", "publisher", "url", "published", "accessed", "licence", "note"),
        "language",
    ),
    _TEXT,
)


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of every kind of file, by name."""
    observations = {"type": "array", "items": _object(_OBSERVATION)}
    of_area = {"type": "array", "items": _object({"indicator": _TEXT, **_OBSERVATION})}
    words = {"type": "object", "additionalProperties": _WORDS}
    shapes = {
        "areas": {"type": "array", "items": _object(_AREA)},
        "area": _object({**_AREA, "observations": of_area}),
        "sources": {"type": "array", "items": _object(_SOURCE)},
        "indicators": {"type": "array", "items": _object(_INDICATOR)},
        "indicator": _object({**_INDICATOR, "words": words, "observations": observations}),
    }
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {name: {"$schema": draft, "title": name, **shape} for name, shape in shapes.items()}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
