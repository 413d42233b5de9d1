"""Practices and courses as files for machines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quipu.exports.library import library_files
from quipu.exports.registers import register_files
from quipu.model import Catalog
from tests.library.shown import read
from tests.roots import minimal_root, read_root


@pytest.fixture(name="facts", scope="module")
def _facts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read(tmp_path_factory.mktemp("root"))


def _files(facts: Catalog, day: date) -> dict[str, Any]:
    return {a.path: json.loads(a.body) for a in library_files(facts, day)}


def test_files_follow_their_schemas(facts: Catalog) -> None:
    """Every property is described, and none is left out."""
    files = _files(facts, date(2025, 6, 30))
    for name in ("practices", "courses"):
        schema = files[f"api/v1/schemas/{name}.schema.json"]
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(files[f"api/v1/{name}.json"])


def test_results_and_states_are_those_of_the_pages(facts: Catalog) -> None:
    """A course that is hidden is there, with its state: machines may want to look for it."""
    files = _files(facts, date(2025, 6, 30))
    results = {row["id"]: row["result"] for row in files["api/v1/practices.json"]}
    assert results["medida"]["is_measured"] is True
    assert results["medida"]["before"] == {"time_period": "2023", "value": 20}
    assert results["afirmada"]["is_measured"] is False
    assert results["afirmada"]["move"] == "no_counts"
    assert results["simple"] is None
    states = {row["id"]: row["state"] for row in files["api/v1/courses.json"]}
    assert states == {"abierto": "open", "dado": "past", "guia": "seen", "viejo": "stale"}
    later = _files(facts, date(2026, 6, 30))["api/v1/courses.json"]
    assert {row["id"]: row["state"] for row in later}["abierto"] == "past"


def test_assistance_and_requests_are_registers(facts: Catalog) -> None:
    """Their rows are published as they were written."""
    files = {a.path: json.loads(a.body) for a in register_files(facts)}
    assert len(files["api/v1/registers/assistance.json"]) == 2
    (first, _second) = files["api/v1/registers/requests.json"]
    assert (first["id"], first["urgency"], first["origin"]["line"]) == ("A-1", "high", 2)


def test_a_root_without_them_has_no_files(tmp_path: Path) -> None:
    """Nor their schemas."""
    catalog, _ = read_root(minimal_root(tmp_path))
    assert list(library_files(catalog, date(2025, 6, 30))) == []
