"""Rules of scores and places: any value of another kind, any line left out, any change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quipu.findings import Finding, is_blocking, message
from quipu.method import Matrix, Method
from quipu.model import Catalog
from quipu.parse.catalog import parse_catalog
from quipu.parse.method import parse_groups, read_method
from quipu.parse.rulebook import read_rulebook
from tests.hostile import score_cases
from tests.hostile.case import Case
from tests.roots import (
    AREAS,
    FILES,
    INDICATORS,
    MATRIX,
    MATRIX_FILE,
    METHOD_FILE,
    RULEBOOK,
    VERSIONS_FILE,
    append,
    minimal_root,
    read_root,
    replace,
    rulebook,
    write,
)

_RULES = (METHOD_FILE, MATRIX_FILE)
_SETTING = re.compile(r"(\w+ = ).*")
SETTINGS = [
    (path, number)
    for path in _RULES
    for number, line in enumerate(RULEBOOK[path].splitlines(), start=1)
    if _SETTING.fullmatch(line)
]
"""Every line that sets something."""
NEVER = ("{}", "{ a = 1 }", "nan", "-inf", "[[]]", "[{}]", "1979-05-27", f"0x{'f' * 5_000}")
"""What no setting may be."""
SOMETIMES = ("true", "0", "-1", "1.5", '""', '"x"', '"\\u0007"', "[]", "[1]", '["XX-01"]', "[1, 2]")
_RECORDED = (*_RULES, VERSIONS_FILE)
BROKEN = [c for c in score_cases.CASES if c.path in _RECORDED and c.code not in ("E512", "E513")]


def name_of(case: Case) -> str:
    """Name a parameter in pytest's output."""
    return case.name


Read = tuple[Method | None, Matrix | None, list[Finding]]


@pytest.fixture(name="facts", scope="module")
def _facts() -> Catalog:
    texts = {**FILES, **RULEBOOK}
    return parse_catalog({path: text.encode() for path, text in texts.items()}, [])


def read_with(facts: Catalog, path: str, line: int, text: str) -> Read:
    """Read the rules with another text on a line, but for the record of versions."""
    texts = {name: RULEBOOK[name] for name in _RULES}
    lines = texts[path].split("\n")
    lines[line - 1] = text
    texts[path] = "\n".join(lines)
    files = {name: text.encode() for name, text in texts.items()}
    findings: list[Finding] = []
    rules = read_method(files[METHOD_FILE], findings)
    groups = parse_groups(rules, facts.site.languages)
    method, matrix = read_rulebook(
        files, facts.site, rules, groups, facts.indicators, facts.areas_by_code, findings
    )
    for finding in findings:
        assert all(part.isprintable() for part in message(finding, "es"))
    return method, matrix, findings


def test_the_synthetic_rulebook_is_clean(tmp_path: Path) -> None:
    """Nothing is found in it, so whatever is found elsewhere comes of the change."""
    root = minimal_root(tmp_path)
    rulebook(root)
    catalog, findings = read_root(root)
    assert findings == ()
    assert catalog.method is not None
    assert catalog.matrix is not None


@pytest.mark.parametrize(("path", "line"), SETTINGS)
@pytest.mark.parametrize("value", NEVER, ids=lambda value: value[:8])
def test_no_setting_is_of_another_kind(facts: Catalog, path: str, line: int, value: str) -> None:
    """A table, a date or no number in the place of any value is refused on its very line."""
    key = _SETTING.sub(r"\1", RULEBOOK[path].split("\n")[line - 1])
    _, matrix, findings = read_with(facts, path, line, key + value)
    places = {(f.code, f.where.path, f.where.line, f.where.column) for f in findings}
    is_hole = (key, value) == ("cells = ", "[[]]")
    assert ("E509" if is_hole else "E503", path, line, 1) in places
    assert path == METHOD_FILE or matrix is None


@pytest.mark.parametrize(("path", "line"), SETTINGS)
@pytest.mark.parametrize("value", SOMETIMES)
def test_a_value_is_used_or_refused(facts: Catalog, path: str, line: int, value: str) -> None:
    """Whatever stands there, it never raises; what is used is whole."""
    key = _SETTING.sub(r"\1", RULEBOOK[path].split("\n")[line - 1])
    method, matrix, findings = read_with(facts, path, line, key + value)
    if is_blocking(findings):
        return
    assert method is not None
    assert matrix is not None
    assert method.uncertainty.draws % (method.uncertainty.samples or 1) == 0
    assert method.range[0] < method.range[1]
    assert len(matrix.cells) == len(matrix.capacity.levels) == len(matrix.capacity.cuts) + 1
    assert {len(row) for row in matrix.cells} == {len(matrix.risk.levels)}
    for category in matrix.categories:
        assert set(category.functions) <= {function.id for function in matrix.functions}
        assert set(category.functions[: len(matrix.minimum)]) == set(matrix.minimum)
    assert {key for row in matrix.cells for key in row} <= {c.id for c in matrix.categories}


@pytest.mark.parametrize(("path", "line"), SETTINGS)
def test_what_is_missing_is_told_at_its_table(facts: Catalog, path: str, line: int) -> None:
    """Not at a setting of the same name in the next table."""
    lines = RULEBOOK[path].split("\n")
    heads = [n for n, text in enumerate(lines[:line], start=1) if text.startswith("[")]
    _, _, findings = read_with(facts, path, line, "")
    missing = [f for f in findings if f.code == "E504"]
    places = {(f.where.path, f.where.line, f.where.column) for f in missing}
    assert places <= {(path, heads[-1] if heads else 1, 0)}
    assert {f.field for f in missing} <= {lines[line - 1].partition(" ")[0]}


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_what_cannot_be_read_is_no_change_of_the_method(case: Case, tmp_path: Path) -> None:
    """Who mistypes a rule is told so, and not to record a version of the mistake."""
    root = minimal_root(tmp_path)
    case.change(root)
    _, findings = read_root(root)
    assert not {"E512", "E513"} & {finding.code for finding in findings}


@pytest.mark.parametrize("case", score_cases.CHANGED, ids=name_of)
def test_a_new_version_is_clean(case: Case, tmp_path: Path) -> None:
    """Raised and recorded with the fingerprint that the finding tells, as its hint says."""
    root = minimal_root(tmp_path)
    case.change(root)
    _, (finding,) = read_root(root)
    assert (finding.code, finding.params["value"]) == ("E512", "1.2")
    replace(METHOD_FILE, '"1.2"', '"1.3"')(root)
    _, (unrecorded,) = read_root(root)
    assert (unrecorded.code, unrecorded.params["value"]) == ("E513", "1.3")
    assert unrecorded.params["fingerprint"] == finding.params["fingerprint"]
    append(VERSIONS_FILE, f"1.3,2025-06,{finding.params['fingerprint']},Tercera,\n")(root)
    assert read_root(root)[1] == ()


@pytest.mark.parametrize("path", [INDICATORS, AREAS])
def test_consequences_are_left_out(path: str, tmp_path: Path) -> None:
    """When a table cannot be read, the rules that name its codes are not all called wrong."""
    root = minimal_root(tmp_path)
    rulebook(root)
    write(path, "código;nombre\n")(root)
    _, findings = read_root(root)
    assert is_blocking(findings)
    assert not {f.where.path for f in findings} & set(_RULES)


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (METHOD_FILE, '"1.2"', "1.2", ["E503 version"]),
        (METHOD_FILE, 'id = "YY"', "id = 5", ["E316 parent", "E503 id"]),
        (METHOD_FILE, 'indicator = "XX-01"', "indicator = 5", ["E503 indicator"]),
        (MATRIX_FILE, 'id = "XX-01"', "id = 5", ["E503 id"]),
        (MATRIX_FILE, 'id = "F2"', "id = 2", ["E503 functions", "E503 id"]),
        (MATRIX_FILE, '"poco", "medio", "mucho"]', '"poco"]\ncuts = ["5"]', ["E503 cuts"]),
        (MATRIX_FILE, "setup = 1\n", "", ["E504 setup"]),
        (MATRIX_FILE, MATRIX[MATRIX.index("[risk]") : MATRIX.index("[[cat")], "", ["E504 risk"]),
    ],
)
def test_one_slip_is_told_once(
    path: str, old: str, new: str, told: list[str], tmp_path: Path
) -> None:
    """What is of the wrong kind is not missing as well, nor of a wrong number."""
    root = minimal_root(tmp_path)
    rulebook(root)
    replace(path, old, new)(root)
    assert sorted(f"{f.code} {f.field}" for f in read_root(root)[1]) == told


def test_a_default_that_does_not_fit_is_shown(tmp_path: Path) -> None:
    """The number of samples that nobody wrote is told as if somebody had."""
    root = minimal_root(tmp_path)
    rulebook(root)
    replace(METHOD_FILE, "draws = 200\nsamples = 50", "draws = 250")(root)
    _, (finding,) = read_root(root)
    assert (finding.params["value"], finding.params["draws"]) == ("100", "250")


def test_holes_are_counted_where_the_cuts_are_known(tmp_path: Path) -> None:
    """How many cells there must be follows from the cuts: wrong ones are told first."""
    root = minimal_root(tmp_path)
    rulebook(root)
    cells = MATRIX[MATRIX.index("cells = ") : MATRIX.index("\n\n[capacity]")]
    replace(MATRIX_FILE, cells, "cells = []")(root)
    _, (hole,) = read_root(root)
    assert (hole.code, hole.params) == ("E509", {"value": "0", "rows": "3", "columns": "3"})
    replace(MATRIX_FILE, "cuts = [30, 60.5]", "cuts = [60.5, 30]")(root)
    _, (slip,) = read_root(root)
    assert (slip.code, slip.field) == ("E503", "cuts")
