"""One mistake, one message: what only follows from another mistake is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from quipu.findings import Finding, message
from quipu.parse.parents import circles, unknown_parents
from tests.roots import (
    AREAS,
    FILES,
    INDICATORS,
    LIVE,
    MATRIX_FILE,
    METHOD_FILE,
    VERSIONS_FILE,
    WORDS,
    Change,
    append,
    both,
    cell,
    minimal_root,
    read_root,
    remove,
    replace,
    rulebook,
    write,
)


def found(root: Path, *changes: Change) -> tuple[Finding, ...]:
    """What is found in a changed root."""
    minimal_root(root)
    both(*changes)(root)
    return read_root(root)[1]


def codes(root: Path, *changes: Change) -> list[str]:
    """The codes of it."""
    return [finding.code for finding in found(root, *changes)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([cell(INDICATORS, 2, "benchmark", "promedio")], ["E338"]),
        ([cell(INDICATORS, 2, "goalpost_low", "200")], ["E319"]),
        ([cell(INDICATORS, 2, "goalpost_high", "0")], ["E319"]),
        ([cell(INDICATORS, 2, "goalpost_low", "uno")], ["E203"]),
        ([cell(INDICATORS, 2, "goalpost_low", "")], ["E337", "E510"]),
        ([cell(INDICATORS, 2, "direction", "neutral")], ["E335"]),
        ([cell(VERSIONS_FILE, 3, "date", "ayer"), replace(METHOD_FILE, "1.5", "2")], ["E225"]),
        # A mistake elsewhere has no part in the fingerprint.
        ([cell(LIVE, 3, "value", "s/d"), replace(METHOD_FILE, "1.5", "2")], ["E221", "E512"]),
    ],
)
def test_a_rule_that_cannot_be_used_is_no_change_of_the_method(
    changes: list[Change], told: list[str], tmp_path: Path
) -> None:
    """Nor are goalposts that are there and wrong said to be missing."""
    assert codes(tmp_path, rulebook, *changes) == told


def test_goalposts_of_another_indicator_are_still_missed(tmp_path: Path) -> None:
    """Only the row that was refused is spared."""
    row = FILES[INDICATORS].splitlines()[1].replace("XX-01", "XX-05").replace(",0,100,1,", ",,,1,")
    row = row.replace("Porcentaje sintético", "Otro")
    values = write("data/indicators/XX-05.csv", FILES[LIVE])
    changes = (append(INDICATORS, f"{row}\n"), values, cell(INDICATORS, 2, "goalpost_low", "200"))
    words = [write(f"content/indicators/XX-05.{x}.md", FILES[WORDS]) for x in ("es", "en")]
    assert codes(tmp_path, rulebook, *changes, *words) == ["E319", "E337"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("---\ndefinition: a\n\nTexto\n", "E423"), ("Texto\n", "E401"), (b"\xff\xfe", "E112")],
)
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_document_that_cannot_be_read_is_not_missing(
    text: str | bytes, code: str, language: str, tmp_path: Path
) -> None:
    """Whoever is told to add the file would find it there."""
    assert codes(tmp_path, write(WORDS.replace(".es.", f".{language}."), text)) == [code]


def test_a_document_that_is_missing_is_told(tmp_path: Path) -> None:
    """As before."""
    assert codes(tmp_path, remove(WORDS.replace(".es.", ".en."))) == ["W411"]


def test_a_change_of_the_method_tells_both_ways_out(tmp_path: Path) -> None:
    """What is recorded and what would be, and the versions after the highest recorded one."""
    (finding,) = found(tmp_path, rulebook, replace(METHOD_FILE, "weight = 1.5", "weight = 2"))
    assert finding.params["recorded"] == "a9c2abf4aec01e14"
    assert (finding.params["major"], finding.params["minor"]) == ("2.0", "1.3")
    text, hint = message(finding, "es")
    assert text.endswith("es a9c2abf4aec01e14.")
    assert hint.index("deshaga su último cambio") < hint.index(finding.params["fingerprint"])
    append(VERSIONS_FILE, "3.4.5,2025-02,0123456789abcdef,Tercera,\n")(tmp_path)
    (again,) = read_root(tmp_path)[1]
    assert (again.params["major"], again.params["minor"]) == ("4.0", "3.5")


def test_a_version_without_a_record_tells_the_last_one(tmp_path: Path) -> None:
    """It may be a slip of the keyboard; where none is recorded there is none to go back to."""
    (finding,) = found(tmp_path, rulebook, replace(METHOD_FILE, '"1.2"', '"12.0"'))
    assert (finding.code, finding.params["last"]) == ("E513", "1.2")
    assert message(finding, "es")[1].endswith("escriba aquí la última que está anotada: «1.2».")
    write(VERSIONS_FILE, "version,date,fingerprint,note_es,note_en\n")(tmp_path)
    (finding,) = read_root(tmp_path)[1]
    assert message(finding, "es")[1].startswith("Agregue al final de ese archivo una línea")


def test_a_circle_is_told_once(tmp_path: Path) -> None:
    """At its first row, with its rows; what only hangs on it is not part of it."""
    changes = (
        cell(AREAS, 3, "parent", "PE-BBB"),
        cell(AREAS, 4, "parent", "PE-AAA"),
        cell(AREAS, 5, "parent", "PE-AAA"),
    )
    (finding,) = found(tmp_path, *changes)
    assert (finding.code, finding.where.line) == ("E344", 3)
    assert finding.params["value"] == "PE-AAA → PE-BBB → PE-AAA"


def test_two_circles_are_told_each() -> None:
    """One of them of a single code; unknown parents end a way."""
    parents = {"E": "D", "A": "A", "B": "C", "C": "D", "D": "B", "F": "nada", "G": ""}
    assert list(circles(parents)) == [("B", "B → C → D → B"), ("A", "A → A")]


def test_nobody_is_offered_as_its_own_parent() -> None:
    """Nor is what it contains; what is spelt alike comes first."""
    tree = {"D": "C", "A": "", "C": "B", "B": "X", "L": "L", "E": "D"}
    assert list(unknown_parents(tree)) == [("B", "A, L")]
    assert list(unknown_parents({"B": "X"})) == [("B", "–")]
    ((_, options),) = unknown_parents({"AB-1": "", "AB-2": "", "B": "ab-2"})
    assert options.startswith("AB-2")


def test_a_long_chain_is_followed_quickly() -> None:
    """However long, and in whichever order it is written, every row is looked at once."""
    size = 50_000
    up = {str(n): str(n + 1) for n in range(size)}
    down = {str(n): str(n - 1) for n in range(size)}
    assert [code for code, _ in unknown_parents(up)] == [str(size - 1)]
    assert [code for code, _ in unknown_parents(down)] == ["0"]
    assert list(circles(up)) == list(circles(down)) == []
    ((first, _),) = circles({**up, str(size - 1): "0"})
    assert first == "0"


def test_a_row_cut_by_a_decimal_comma(tmp_path: Path) -> None:
    """The number is told as it should be written; another extra cell gets the general advice."""
    (finding,) = found(tmp_path, replace(LIVE, "PE-BBB,2023,25.5", "PE-BBB,2023,25,5"))
    assert message(finding, "es") == (
        "La fila no tiene tantas celdas como el encabezado: 14 en lugar de 13.",
        "Parece «25,5» en «value»: escriba 25.5, con punto.",
    )
    (finding,) = found(tmp_path, replace(LIVE, "B,S2,,,", "B,S2,,,,"))
    assert message(finding, "es")[1].startswith("La fila termina en comas de más (1)")
    (finding,) = found(tmp_path, replace(LIVE, "B,S2,,,", "B,S2,,,,x"))
    assert message(finding, "es")[1].startswith("Busque una coma de más")
    told = found(tmp_path, replace(INDICATORS, ",0,100,1,yes", ",0,5,100,1,yes"))
    (hint,) = [message(finding, "es")[1] for finding in told if finding.code == "E206"]
    assert "«0,5» (goalpost_low), «5,100» (goalpost_high), «100,1» (weight)" in hint


def test_ends_that_are_wrong_are_named_both(tmp_path: Path) -> None:
    """Each with what is written there."""
    (finding,) = found(tmp_path, cell(INDICATORS, 2, "goalpost_low", "100"))
    text = "goalpost_low es 100 y goalpost_high es 100: el primero debe ser menor."
    assert message(finding, "es")[0] == text


def test_a_cell_of_the_matrix_is_told_by_row_and_cell(tmp_path: Path) -> None:
    """With every category, whatever the cell looks like; each unknown one once."""
    changes = (
        replace(MATRIX_FILE, '["A", "B+", "B+"]', '["A", "b", "b"]'),
        replace(MATRIX_FILE, '["B+", "B+", "B+"]]', '["B+", "B+", "Z"]]'),
    )
    told = found(tmp_path, rulebook, *changes)
    places = [(f.code, f.params["value"], f.params["row"], f.params["cell"]) for f in told]
    assert places == [("E520", "b", "2", "2"), ("E520", "Z", "3", "3")]
    assert {f.params["options"] for f in told} == {"A, B+"}


def test_a_first_advice_is_not_to_widen_the_limit(tmp_path: Path) -> None:
    """Whoever brings a figure looks at the source first."""
    (finding,) = found(tmp_path, cell(LIVE, 3, "value", "100.1"))
    hint = message(finding, "es")[1]
    assert hint.startswith("Revise la unidad y los decimales en la fuente. No cambie el límite")
    assert "dice de verdad 100.1" in hint


def test_body_text_that_only_looks_like_front_matter(tmp_path: Path) -> None:
    """A rule, a table, a colon in a sentence, or a key that documents of this kind lack."""
    for body in ("---\nFuente: INEI", "---\nnota: a", "a\n\n---\n\n* * *", "title: a", "---"):
        text = f"---\ntitle: a\n---\n{body}\n"
        pages = [write(f"content/pages/about.{x}.md", text) for x in ("es", "en")]
        assert codes(tmp_path, *pages) == []


def test_spaces_after_the_opening_line_do_no_harm(tmp_path: Path) -> None:
    """They cannot be seen."""
    assert codes(tmp_path, replace(WORDS, "---\n", "--- \n")) == []
