"""Pure. ``practices.json`` and ``courses.json``, and the schemas that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact, number
from quipu.model import Catalog
from quipu.model.library import Course, CourseState, Practice, PracticeStatus
from quipu.model.register_codes import Confidence
from quipu.model.registers import Proof
from quipu.score.movement import Move
from quipu.score.results import result

_FOLDER = "api/v1"


def library_files(catalog: Catalog, as_of: date) -> Iterator[Artifact]:
    """The files of what the root holds, with their schemas; none of what it lacks.

    Args:
        catalog: The practices and courses, and the figures that they name.
        as_of: The day of the edition, on which a course is open or not.
    """
    library = catalog.library
    kinds = (
        ("practices", [_practice(catalog, one) for one in library.practices], PRACTICE),
        ("courses", [_course(one, as_of) for one in library.courses], COURSE),
    )
    for name, rows, shape in kinds:
        if rows:
            yield json_artifact(f"{_FOLDER}/{name}.json", rows)
            yield json_artifact(f"{_FOLDER}/schemas/{name}.schema.json", _schema(name, shape))


def _practice(catalog: Catalog, one: Practice) -> dict[str, Any]:
    return {
        "id": one.slug,
        "ref_area": one.ref_area,
        "title": dict(one.titles),
        "body": dict(one.bodies),
        "status": one.status.value,
        "text": dict(one.texts),
        "cost": dict(one.costs),
        "conditions": dict(one.conditions),
        "valid_at": one.valid_at.code,
        "topics": list(one.topics),
        "result": _result(catalog, one),
        **_proof(one.proof),
    }


def _result(catalog: Catalog, one: Practice) -> dict[str, Any] | None:
    found = result(catalog, one)
    if found is None:
        return None
    return {
        "indicator": found.after.indicator,
        "before": {"time_period": found.before.period.code, "value": number(found.before.value)},
        "after": {"time_period": found.after.period.code, "value": number(found.after.value)},
        "move": found.movement.move.value if found.movement else "",
        "is_measured": found.is_measured,
    }


def _course(one: Course, as_of: date) -> dict[str, Any]:
    return {
        "id": one.slug,
        "ref_area": one.ref_area,
        "title": dict(one.titles),
        "provider": dict(one.providers),
        "audience": dict(one.audiences),
        "modality": dict(one.modalities),
        "language": dict(one.spoken),
        "cost": dict(one.costs),
        "text": dict(one.texts),
        "valid_at": one.valid_at.code,
        "hours": number(one.hours),
        "topics": list(one.topics),
        "next_start": one.next_start.isoformat() if one.next_start else "",
        "url": one.url,
        "checked_on": one.checked_on.isoformat() if one.checked_on else "",
        "state": one.state(as_of).value,
        **_proof(one.proof),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "confidence": proof.confidence.value,
        "source": list(proof.sources),
        "date_seen": proof.date_seen,
        "review_by": proof.review_by.isoformat() if proof.review_by else "",
        "origin": {"path": proof.origin.path, "line": proof.origin.line},
    }


_TEXT = {"type": "string"}
_WORDS = {"type": "object", "additionalProperties": _TEXT}
_NUMBER = {"type": ["number", "null"]}
_LIST = {"type": "array", "items": _TEXT}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_FIGURE = _object({"time_period": _TEXT, "value": _NUMBER})
_PROOF = {
    "confidence": {"enum": [*Confidence]},
    "source": {**_LIST, "minItems": 1},
    "date_seen": _TEXT,
    "review_by": _TEXT,
    "origin": _object({"path": _TEXT, "line": {"type": "integer", "minimum": 1}}),
}
PRACTICE = {
    "id": _TEXT,
    "ref_area": _TEXT,
    "title": _WORDS,
    "body": _WORDS,
    "status": {"enum": [*PracticeStatus]},
    "text": _WORDS,
    "cost": _WORDS,
    "conditions": _WORDS,
    "valid_at": _TEXT,
    "topics": _LIST,
    "result": {
        "anyOf": [
            {"type": "null"},
            _object(
                {
                    "indicator": _TEXT,
                    "before": _FIGURE,
                    "after": _FIGURE,
                    "move": {"enum": ["", *Move]},
                    "is_measured": {"type": "boolean"},
                }
            ),
        ]
    },
    **_PROOF,
}
COURSE = {
    "id": _TEXT,
    "ref_area": _TEXT,
    "title": _WORDS,
    "provider": _WORDS,
    "audience": _WORDS,
    "modality": _WORDS,
    "language": _WORDS,
    "cost": _WORDS,
    "text": _WORDS,
    "valid_at": _TEXT,
    "hours": _NUMBER,
    "topics": _LIST,
    "next_start": _TEXT,
    "url": _TEXT,
    "checked_on": _TEXT,
    "state": {"enum": [*CourseState]},
    **_PROOF,
}


def _schema(name: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "array",
        "items": _object(shape),
    }
