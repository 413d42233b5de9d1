"""Bad input of any kind is refused or at least mentioned, where it stands, and never raises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quipu.findings import import_codes, is_blocking, message
from quipu.findings.codes import RULES
from quipu.parse import table
from quipu.read import tree
from quipu.vocab import Severity
from tests.hostile import (
    advice_cases,
    audit_cases,
    concept_cases,
    content_cases,
    file_cases,
    late_cases,
    library_cases,
    register_cases,
    score_cases,
    smell_cases,
    stated_cases,
    table_cases,
    working_cases,
)
from tests.hostile.case import Case
from tests.roots import AREAS, LIVE, SITE, append, both, minimal_root, read_root, write

CASES = (
    *(*file_cases.CASES, *table_cases.CASES, *content_cases.CASES),
    *(*late_cases.CASES, *score_cases.CASES, *audit_cases.CASES, *smell_cases.CASES),
    *advice_cases.CASES,
    *stated_cases.CASES,
    *library_cases.CASES,
    *working_cases.CASES,
    *concept_cases.CASES,
    *register_cases.CASES,
)
ELSEWHERE = {
    **dict.fromkeys(("E106", "E111", "E228"), "tests/hostile/test_mutations.py"),
    "E238": "tests/faults/test_large_inputs.py",
    "E701": "tests/e2e/test_safety.py",
    **dict.fromkeys(("E711", "E712", "E713", "E714", "E715"), "tests/unit/test_publish_verify.py"),
    **dict.fromkeys(("E853", "E854", "E859"), "tests/cli/new/test_kinds.py"),
    **dict.fromkeys(("E855", "E856", "E857", "E858"), "tests/cli/new/test_period.py"),
    **dict.fromkeys(("E801", "E802", "E803", "E805", "E808"), "tests/memory/test_read.py"),
    **dict.fromkeys(("W816", "E818"), "tests/memory/test_read.py"),
    **dict.fromkeys(("E804", "E806", "E807", "E815", "E819"), "tests/memory/test_guard.py"),
    **dict.fromkeys(("E809", "E810", "E811", "E813", "N814"), "tests/memory/test_ledger.py"),
    "E812": "tests/e2e/test_editions.py",
    "N820": "tests/memory/test_recounted.py",
    **{rule.code: "tests/importing/test_codes.py" for rule in import_codes.RULES},
}
"""Codes whose test is not a change of files, and where it stands."""


def name_of(case: Case) -> str:
    """Name a parameter in pytest's output."""
    return case.name


def test_the_synthetic_root_is_clean(tmp_path: Path) -> None:
    """Nothing is found in it, so whatever is found below comes of the change."""
    catalog, findings = read_root(minimal_root(tmp_path))
    assert findings == ()
    assert len(catalog.areas) == 5
    assert len(catalog.observations) == 10


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_bad_input_is_told(case: Case, tmp_path: Path) -> None:
    """The finding has the expected code and place, and whole sentences in both languages."""
    root = minimal_root(tmp_path)
    case.change(root)
    _, findings = read_root(root)
    places = [(f.code, f.where.path, f.where.line, f.where.column) for f in findings]
    assert (case.code, case.path, case.line, case.column) in places
    told = [" ".join(message(f, "es")) for f in findings if f.code == case.code]
    assert any(case.says in text for text in told), told
    assert is_blocking(findings) or not case.code.startswith("E")
    if case.code.startswith("W"):
        assert not is_blocking(findings), "a remark must not stop a build"
    for finding in findings:
        for language in ("es", "en"):
            text, hint = message(finding, language)
            assert text
            assert hint
            assert not re.search(r"\{[a-z_]+\}", text + hint), f"{finding.code}: {text} {hint}"
            assert "\n" not in text + hint


def test_there_are_enough_cases() -> None:
    """As many as the usual readers were tried with, and more."""
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert sum(case.code.startswith("E") for case in CASES) >= 79
    assert sum(case.code.startswith("W") for case in CASES) >= 30


def test_every_code_is_produced() -> None:
    """No code is there that nothing leads to, and none is used that is not in the table."""
    produced = {case.code for case in CASES} | set(ELSEWHERE)
    assert {rule.code for rule in RULES} == produced


def test_a_code_tested_elsewhere_is_named_there() -> None:
    """A file that is gone, or no longer speaks of the code, tests nothing."""
    repository = Path(tree.__file__).resolve().parents[2]
    for code, path in ELSEWHERE.items():
        assert code in (repository / path).read_text(encoding="utf-8"), code


def test_codes_in_the_program_are_in_the_table() -> None:
    """A code that is misspelt would end a check with a traceback."""
    program = Path(tree.__file__).resolve().parent.parent
    used: set[str] = set()
    for module in program.rglob("*.py"):
        used.update(re.findall(r'"([EWN][1-9][0-9]{2})"', module.read_text(encoding="utf-8")))
    assert used == {rule.code for rule in RULES}


def test_codes_are_of_their_kind() -> None:
    """Codes and names stand once; the letter gives the severity."""
    assert len({rule.code for rule in RULES}) == len({rule.slug for rule in RULES}) == len(RULES)
    assert len({rule.code[1:] for rule in RULES}) == len(RULES), "a number belongs to one code"
    letters = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "N"}
    assert all(rule.code[0] == letters[rule.severity] for rule in RULES)


def test_file_above_the_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that no table reaches is not even kept in memory."""
    monkeypatch.setattr(tree, "MAX_FILE_BYTES", 100)
    _, findings = read_root(minimal_root(tmp_path))
    assert {f.where.path for f in findings if f.code == "E106"} >= {AREAS, LIVE, SITE}


def test_table_above_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of too many rows is refused as a whole, where it becomes too long."""
    monkeypatch.setattr(table, "MAX_ROWS", 7)
    _, findings = read_root(minimal_root(tmp_path))
    assert [(f.where.path, f.where.line) for f in findings if f.code == "E228"] == [(LIVE, 9)]


def test_file_that_the_system_refuses(tmp_path: Path) -> None:
    """A file without permission is told; who may read everything is told of nothing."""
    root = minimal_root(tmp_path)
    (root / LIVE).chmod(0)
    try:
        (root / LIVE).read_bytes()
    except PermissionError:
        _, findings = read_root(root)
        assert ("E111", LIVE) in {(f.code, f.where.path) for f in findings}
    else:
        (root / LIVE).chmod(0o644)
        assert read_root(root)[1] == ()


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    """Faults in several files, and several in one row, are told at once and in reading order."""
    root = minimal_root(tmp_path)
    both(
        append(LIVE, "PE-ZZZ,mar-24,s/d,x,y,,,Z,Z,S9,javascript:x,=1,<b>\n"),
        append(LIVE, " PE-AAA,2021,150,,,60,50,A,A,S9 S1 S1,,,\n"),
        append(AREAS, "pe,nada,PX,,A B,,\n"),
        append(SITE, "contact = 5\nnada = 1\n"),
        write("content/pages/about.es.md", "---\ntitle: a\n---\n<b>\n[a](data:x)\n"),
    )(root)
    _, findings = read_root(root)
    told = [(f.where.path, f.where.line, f.code) for f in findings]
    assert told == sorted(told, key=lambda place: place[:2])
    by_line: dict[tuple[str, int], set[str]] = {}
    for path, line, code in told:
        by_line.setdefault((path, line), set()).add(code)
    unreadable = {"E303", "E224", "E221", "E203", "E212", "E304", "E227", "E213", "E214"}
    assert by_line[LIVE, 10] == unreadable
    assert by_line[LIVE, 11] == {"E210", "E307", "E308", "E304", "W332"}
    assert by_line[AREAS, 7] == {"E226", "E212", "E211"}
    assert by_line[SITE, 5] == {"E503"}
    assert by_line[SITE, 6] == {"E502"}
    assert by_line["content/pages/about.es.md", 4] == {"E408"}
    assert by_line["content/pages/about.es.md", 5] == {"E409"}


def test_consequences_are_left_out(tmp_path: Path) -> None:
    """When a table cannot be read, the rows that name its codes are not all called wrong."""
    root = minimal_root(tmp_path)
    write(AREAS, "código;nombre\n")(root)
    _, findings = read_root(root)
    assert "E303" not in {f.code for f in findings}
    assert is_blocking(findings)
