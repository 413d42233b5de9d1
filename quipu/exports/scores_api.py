"""Pure. ``scores.json`` and ``matrix.json``, and the schemas that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quipu.artifact import Artifact
from quipu.exports.dump import json_artifact
from quipu.score.benchmarks import Benchmarks
from quipu.score.cells import sure
from quipu.score.places import MatrixPlaces, Placement
from quipu.score.sheet import Reason
from quipu.score.values import Score, ScoreSet

_FOLDER = "api/v1"


def score_files(benchmarks: Benchmarks) -> Iterator[Artifact]:
    """The files of what the root asks for, with their schemas."""
    if benchmarks.scores is not None:
        yield json_artifact(f"{_FOLDER}/scores.json", _scores(benchmarks.scores))
        yield json_artifact(f"{_FOLDER}/schemas/scores.schema.json", _schema("scores", SCORES))
    if benchmarks.matrix is not None:
        rows = [_place(benchmarks.matrix, place) for place in benchmarks.matrix.places]
        yield json_artifact(f"{_FOLDER}/matrix.json", rows)
        yield json_artifact(f"{_FOLDER}/schemas/matrix.schema.json", _schema("matrix", MATRIX))


def _scores(scores: ScoreSet) -> dict[str, Any]:
    return {
        "method_version": scores.method.version,
        "as_of": scores.as_of.isoformat(),
        "scores": [_score(scores, score) for score in scores.scores.values()],
    }


def _score(scores: ScoreSet, score: Score) -> dict[str, Any]:
    row, rank = score.observation, score.rank
    return {
        "ref_area": score.ref_area,
        "subject": score.subject,
        "level": score.level,
        "time_period": row.period.code if row else scores.method.period,
        "points": _sure(score.points),
        "coverage": sure(score.coverage),
        "rank_low": sure(rank.low) if rank else None,
        "rank_median": sure(rank.median) if rank else None,
        "rank_high": sure(rank.high) if rank else None,
        "reason": score.reason.value,
    }


def _place(places: MatrixPlaces, place: Placement) -> dict[str, Any]:
    category = places.matrix.category(place.category) if place.category else None
    return {
        "ref_area": place.ref_area,
        "capacity": _sure(place.capacity.points),
        "capacity_low": _sure(place.capacity.low),
        "capacity_high": _sure(place.capacity.high),
        "risk": _sure(place.risk.points),
        "risk_low": _sure(place.risk.low),
        "risk_high": _sure(place.risk.high),
        "category": place.category or None,
        "category_probability": _sure(place.probability),
        "borderline": place.is_borderline,
        "coverage_capacity": sure(place.capacity.coverage),
        "coverage_risk": sure(place.risk.coverage),
        "setup_current": place.setup_current,
        "setup_recommended": category.setup_low if category else None,
        "functions": list(category.functions) if category else [],
        "minimum_tasks_done": place.tasks_done,
        "reason": place.reason.value,
    }


def _sure(value: float | None) -> float | None:
    return None if value is None else sure(value)


_TEXT = {"type": "string"}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_MAYBE = {"type": ["number", "null"]}
_WHOLE = {"type": ["integer", "null"], "minimum": 0}
_REASON = {"enum": [*Reason]}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(title: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **shape,
    }


SCORES = _object(
    {
        "method_version": _TEXT,
        "as_of": {"type": "string", "format": "date"},
        "scores": {
            "type": "array",
            "items": _object(
                {
                    "ref_area": _TEXT,
                    "subject": _TEXT,
                    "level": {"type": "integer", "minimum": 1},
                    "time_period": _TEXT,
                    "points": _MAYBE,
                    "coverage": _SHARE,
                    "rank_low": _MAYBE,
                    "rank_median": _MAYBE,
                    "rank_high": _MAYBE,
                    "reason": _REASON,
                }
            ),
        },
    }
)
MATRIX: dict[str, Any] = {
    "type": "array",
    "items": _object(
        {
            "ref_area": _TEXT,
            **dict.fromkeys(
                (
                    *("capacity", "capacity_low", "capacity_high"),
                    *("risk", "risk_low", "risk_high"),
                ),
                _MAYBE,
            ),
            "category": {"type": ["string", "null"]},
            "category_probability": _MAYBE,
            "borderline": {"type": "boolean"},
            "coverage_capacity": _SHARE,
            "coverage_risk": _SHARE,
            "setup_current": _WHOLE,
            "setup_recommended": _WHOLE,
            "functions": {"type": "array", "items": _TEXT},
            "minimum_tasks_done": _WHOLE,
            "reason": _REASON,
        }
    ),
}
"""The shape of ``matrix.json``."""
