"""Findings as text, as annotations and as JSON."""

from __future__ import annotations

import json

import pytest

from quipu.findings import Finding
from quipu.model import Location
from quipu.report import summary, write_findings

FOUND = (
    Finding(
        code="E203",
        where=Location(path="data/a,b.csv", line=3, column=5),
        field="value",
        params={"value": "100%\n"},
    ),
    Finding(code="W108", where=Location(path="data/x.txt")),
)


def test_text() -> None:
    """Place, code, reason and mend on a line."""
    first, second = write_findings(FOUND, "es", "text").split("\n")
    assert first.startswith("data/a,b.csv:3:5 E203 «100%\\n» no es un número. (Escriba")
    assert second.startswith("data/x.txt W108 ")


def test_annotations() -> None:
    """Signs that the workflow would read are escaped."""
    first, second = write_findings(FOUND, "en", "github").split("\n")
    assert first.startswith("::error file=data/a%2Cb.csv,line=3,col=5,title=E203::“100%25\\n”")
    assert second.startswith("::warning file=data/x.txt,title=W108::")


def test_json() -> None:
    """The offending value as it is."""
    told = json.loads(write_findings(FOUND, "es", "json"))
    assert told["findings"][0]["value"] == "100%\n"
    assert told["counts"] == {"error": 1, "warning": 1, "note": 0}


@pytest.mark.parametrize(
    ("found", "spanish", "english"),
    [
        ((), "Sin problemas.", "No problems found."),
        (
            FOUND,
            "1 error, 1 advertencia, 0 notas.",
            "1 error, 1 warning, 0 notes.",
        ),
        (FOUND * 2, "2 errores, 2 advertencias, 0 notas.", "2 errors, 2 warnings, 0 notes."),
    ],
)
def test_summary(found: tuple[Finding, ...], spanish: str, english: str) -> None:
    """Singular and plural."""
    assert (summary(found, "es"), summary(found, "en")) == (spanish, english)
