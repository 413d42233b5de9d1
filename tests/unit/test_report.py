"""Findings as text, as annotations and as JSON."""

from __future__ import annotations

import json
import re

import pytest

from quipu.findings import Finding
from quipu.model import Location
from quipu.report import summary, unshown, write_findings

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


def many(path: str, count: int, code: str = "E203") -> list[Finding]:
    """Findings of a code in a file, a line each."""
    return [
        Finding(code=code, where=Location(path=path, line=line), params={"value": "x"})
        for line in range(2, count + 2)
    ]


def test_what_is_alike_is_told_a_few_times() -> None:
    """The first five of a code in a file and how many more; six are shown whole."""
    lines = write_findings([*many("a", 6), *many("b", 7)], "es", "text").split("\n")
    assert [line[:4] for line in lines[:6]] == [f"a:{n} " for n in range(2, 8)]
    assert lines[11:] == ["b E203 … y 2 más como este en el archivo"]
    (_, *_, last) = write_findings(many("b", 1_205), "en", "text").split("\n")
    assert last == "b E203 … and 1,200 more like this one in the file"


def test_what_is_alike_in_many_files_is_told_in_a_few() -> None:
    """A slip of every file: forty lines of it, then how many more in how many files."""
    found = [finding for n in range(100) for finding in many(f"f{n:03}", 1 + n % 2)]
    lines = write_findings(found, "es", "text").split("\n")
    assert len(lines) == 41
    assert lines[-1] == "E203 … y 110 más como estos en otros 73 archivos"


def test_no_finding_is_lost_in_the_counts() -> None:
    """What is shown and what is said to be left out add up to all."""
    draw = [(n * 7) % 13 for n in range(40)]
    found = [f for n, size in enumerate(draw) for f in many(f"f{n:03}", size)]
    found += many("z", 3, "E221")
    text = write_findings(found, "en", "text")
    counted = [int(n.replace(",", "")) for n in re.findall(r"and ([0-9,]+) more", text)]
    shown = len(re.findall(r"^\S+:\d+ ", text, re.MULTILINE))
    assert shown + sum(counted) == len(found)


def test_annotations_show_what_differs_first() -> None:
    """GitHub shows ten: one of each kind before the second of any; the others are in the log."""
    found = [*many("a", 30), *many("b", 1, "E221"), *many("c", 12, "W209")]
    lines = write_findings(found, "es", "github").split("\n")
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    assert "file=b" in errors[1]
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[20].startswith("::group::")
    assert lines[-1] == "::endgroup::"
    assert any(line.startswith("a E203 … y ") for line in lines)
    assert unshown(found, "en").startswith("GitHub shows 20 beside the lines; the other 23 ")
    assert unshown(found[:9], "en") == ""


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
