"""Cells to values, and what is said of those that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quipu.findings import Finding, message
from quipu.parse.cells import (
    is_address,
    read_address,
    read_area,
    read_code,
    read_integer,
    read_known,
    read_number,
    read_period,
)
from quipu.parse.table import Row
from quipu.periods import UNDATED
from quipu.vocab import Quality
from tests.samples import area


def row(text: str, faulty: bool = False) -> Row:
    """A row of one cell."""
    cells = {"c": text}
    marked = frozenset({"c"} if faulty else ())
    return Row(path="x", line=2, text=text, order=("c",), cells=cells, faulty=marked)


@pytest.mark.parametrize("text", ["0", "12", "-3.50", "0.001", "123456789012345"])
def test_numbers_keep_their_digits(text: str) -> None:
    """Trailing zeros are how exact a source is."""
    findings: list[Finding] = []
    assert str(read_number(row(text), "c", findings)) == text
    assert findings == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        *(("12,5", "12.5"), ("1.234,56", "1234.56"), ("-0,5", "-0.5"), ("1234,567", "1234.567")),
        *(("1,234", "1234"), ("1,234,567.8", "1234567.8"), ("1 234", "1234")),
        *(("1.234.567", "1234567"), ("1’234", "1234"), ("S/ 1,234.50", "1234.50")),
        *(("85 %", "85"), ("85\u00a0%", "85"), ("US$ 5", "5"), ("12.5 (p)", "12.5")),
    ],
)
def test_the_hint_gives_the_number(text: str, fixed: str) -> None:
    """Whoever copies the hint has mended the cell."""
    findings: list[Finding] = []
    assert read_number(row(text), "c", findings) is None
    assert fixed in message(findings[0], "es")[1]
    assert read_number(row(fixed), "c", []) == Decimal(fixed)


def test_empty_cells_are_no_values() -> None:
    """And no findings; an empty period is undated, a refused one is none."""
    findings: list[Finding] = []
    empty = row("")
    assert read_number(empty, "c", findings) is None
    assert read_integer(empty, "c", findings) is None
    assert read_code(empty, "c", Quality, findings) is None
    assert read_known(empty, "c", ["a"], "E303", findings) is None
    assert read_address(empty, "c", findings) == ""
    assert read_period(empty, "c", findings) is UNDATED
    assert read_period(row("", faulty=True), "c", findings) is None
    assert findings == []


def test_codes_are_case_sensitive_and_hinted() -> None:
    """A code in the wrong case is refused with the right one."""
    findings: list[Finding] = []
    assert read_code(row("A"), "c", Quality, findings) is Quality.OFFICIAL_FILE
    assert read_known(row("pe-cus"), "c", ["PE-CUS", "PE-LIM"], "E303", findings) is None
    assert findings[0].params["options"] == "PE-CUS"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gob.pe/mef",
        "http://example.org:8080/a?b=c&d=e#f",
        "https://example.org",
        "https://es.wikipedia.org/wiki/Per%C3%BA_(pa%C3%ADs)",
    ],
)
def test_common_addresses_are_taken(address: str) -> None:
    """With port, query, fragment and percent codes."""
    assert is_address(address)


AREAS = {
    code: area(code, name=name)
    for code, name in (("PE-APU", "Apurímac"), ("PE-CUS", "Cusco"), ("PE-UCA", "Ucayali"))
}


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("PE-CUZ", "PE-CUS (Cusco), PE-UCA (Ucayali), PE-APU (Apurímac)"),
        ("Apurímac", "PE-APU (Apurímac)"),
        ("apurimac", "PE-APU (Apurímac)"),
        ("Cuzco", "PE-CUS (Cusco)"),
        ("1", "PE-APU (Apurímac), PE-CUS (Cusco), PE-UCA (Ucayali)"),
    ],
)
def test_who_writes_another_area_is_told_codes_and_names(written: str, options: str) -> None:
    """A name leads to its code; a code that is none, to those that look like it."""
    findings: list[Finding] = []
    assert read_area(row("PE-CUS"), "c", AREAS, findings) == "PE-CUS"
    assert read_area(row(""), "c", AREAS, findings) is None
    assert findings == []
    assert read_area(row(written), "c", AREAS, findings) is None
    [finding] = findings
    assert (finding.code, finding.params["options"]) == ("E303", options)


def test_who_writes_no_area_at_all_is_told_how_many_more_there_are() -> None:
    """Twelve by name, and where all of them stand; what is alike is told without the rest."""
    known = {f"PE-{n:02d}": area(f"PE-{n:02d}", name=f"Region {n}") for n in range(26)}
    findings: list[Finding] = []
    assert read_area(row("nowhere"), "c", known, findings) is None
    assert read_area(row("PE-2"), "c", known, findings) is None
    assert [f.params.get("extra") for f in findings] == ["14", None]
    told = " ".join(message(findings[0], "es"))
    assert "PE-11 (Region 11)… y 14 más; están todos en data/areas.csv." in told


def test_many_unknown_areas_are_told_quickly() -> None:
    """Of a wholly wrong column the last ones are not held against every area."""
    known = {f"{n:06d}": area(f"{n:06d}") for n in range(2_000)}
    findings: list[Finding] = []
    for n in range(400):
        assert read_area(row(f"x{n:05d}"), "c", known, findings) is None
    options = [finding.params["options"] for finding in findings]
    assert options[0] != options[-1]
    assert options[-1].startswith("000000 (")


def test_many_unknown_codes_are_told_quickly() -> None:
    """The first ones with a guess; of a wholly wrong column, each with what may stand there."""
    known = {f"{n:06d}": n for n in range(2_000)}
    findings: list[Finding] = []
    for n in range(400):
        assert read_known(row(f"x{n:05d}"), "c", known, "E303", findings) is None
    options = [finding.params["options"] for finding in findings]
    assert options[0] != options[-1]
    assert options[-1].startswith("000000, 000001")
