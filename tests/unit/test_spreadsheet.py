"""Every table twice: byte for byte, and so that a spreadsheet takes no cell for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.artifact import Artifact
from quipu.exports.dump import CSV, csv_artifact
from quipu.exports.spreadsheet import _apart, _as_it_is, spreadsheet_copy

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://example.org/?"&A1,"Ver")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1,1)",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u2003@A1",
    "＝1+1",
    "－1",
    "-",
    "--",
    "-A1",
    "+51 1 3115900",
    "-5,2",
    "- 5",
    "-٣",
)
PLAIN = ("", "0", "-5.2", "-5", "12.50", "01", "2024-03", "A1=2", "PE-CUS", "'=1+1", "a\n=1+1")


def cells_of(body: bytes) -> list[list[str]]:
    """Read a table as spreadsheets do: by its mark and its line ends."""
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(body.decode("utf-8-sig"), newline="")))


def copied(*cells: str) -> list[str]:
    """Make a table of one column, and return the cells of its copy."""
    made = csv_artifact("datos/x.csv", ("name", "other"), [(cell, "x") for cell in cells])
    copy = spreadsheet_copy(made)
    assert copy.path == "datos/hoja/x.csv"
    assert copy.media_type == CSV
    rows = cells_of(copy.body)
    assert rows[0] == ["name", "other"]
    return [row[0] for row in rows[1:]]


def starts_a_formula(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for something else than text or a number."""
    bare = cell.lstrip()
    return (cell.startswith(SIGNS) or bare.startswith(SIGNS)) and not NUMBER.fullmatch(cell)


def test_formulas_become_text() -> None:
    """An apostrophe before them, and not a letter more or less."""
    assert copied(*FORMULAS) == [f"'{formula}" for formula in FORMULAS]


def test_numbers_and_other_text_stay() -> None:
    """A negative number is no formula: escaping it would destroy it."""
    assert copied(*PLAIN) == list(PLAIN)


@given(st.lists(st.one_of(st.text(), st.sampled_from(SIGNS).flatmap(lambda s: st.just(s + "1")))))
def test_no_cell_starts_a_formula(cells: list[str]) -> None:
    """Whatever the text; and the text comes back when the apostrophe is taken away."""
    # What a CSV file cannot tell apart or hold is none of this module's business.
    usable = [c for c in cells if "\0" not in c and "\r" not in c and c.isprintable()]
    for cell, copy in zip(usable, copied(*usable), strict=True):
        assert not any(starts_a_formula(part) for part in copy.split(";"))
        assert copy.replace("'", "") == cell.replace("'", "")


def test_no_formula_begins_after_a_semicolon() -> None:
    """Where Excel parts cells by semicolons, the rest of a text would be a cell."""
    texts = (";=1+1", "a; @b", "a;-5;b", "a; b", "0;5")
    assert copied(*texts) == [";'=1+1", "a;' @b", "a;'-5;b", "a; b", "0;5"]


def test_the_mark_of_a_table_is_not_doubled() -> None:
    """A table that was saved with a byte-order mark keeps one."""
    made = Artifact(path="datos/x.csv", body=b"\xef\xbb\xbfa,b\n1,2\n", media_type=CSV)
    assert spreadsheet_copy(made).body == b"\xef\xbb\xbfa,b\r\n1,2\r\n"


@pytest.fixture(scope="module")
def tables(site_dir: Path) -> Mapping[str, bytes]:
    """Every table that the real site offers, by name."""
    folder = site_dir / "datos"
    found = [*folder.glob("*.csv"), *folder.glob("registros/*.csv")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_every_table_of_the_site_has_its_copy(site_dir: Path, tables: Mapping[str, bytes]) -> None:
    """With the same rows, and no cell in it starts a formula."""
    folder = site_dir / "datos" / "hoja"
    copies = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.csv")}
    assert set(copies) == set(tables)
    for name, body in tables.items():
        raw = list(csv.reader(StringIO(body.decode("utf-8-sig"), newline="")))
        copy = cells_of(copies[name])
        assert [len(row) for row in copy] == [len(row) for row in raw]
        assert [c for row in copy for c in row if starts_a_formula(c)] == []


def test_tables_of_revisions_need_no_copy(site_dir: Path) -> None:
    """Codes and numbers alone: a spreadsheet takes none of them for a formula."""
    for path in (site_dir / "datos" / "revisiones").glob("*.csv"):
        for row in csv.reader(StringIO(path.read_text(encoding="utf-8"), newline="")):
            assert not any(map(starts_a_formula, row))


def test_the_files_of_the_repository_are_published_unchanged(
    repository: Path, tables: Mapping[str, bytes]
) -> None:
    """The table for programs is byte for byte the one that a reader finds in git."""
    data, registers = repository / "data", repository / "data/registers"
    own = {path.name: path for path in (*data.glob("*.csv"), *data.glob("indicators/*.csv"))}
    own |= {f"registros/{path.name}": path for path in registers.glob("*.csv")}
    # Of an indicator that is counted the repository keeps the header alone.
    typed = {
        name: body for name, path in own.items() if (body := path.read_bytes()).count(b"\n") > 1
    }
    assert len(typed) > 40
    assert [name for name, body in typed.items() if tables.get(name) != body] == []


@pytest.mark.parametrize(
    ("address", "log", "words"),
    [
        ("datos", "cambios", "hoja tomaría por una fórmula"),
        ("en/data", "en/changes", "would take for a formula"),
    ],
)
def test_the_data_page_links_both_and_says_which_is_which(
    site_dir: Path, tables: Mapping[str, bytes], address: str, log: str, words: str
) -> None:
    """In both languages, for every table; that of all changes is linked by its own page."""
    page, changes = (
        (site_dir / at / "index.html").read_text(encoding="utf-8") for at in (address, log)
    )
    assert words in page
    # Links of a page below /en/ lead up to the root first.
    linked = set(
        re.findall(r'href="(?:[^"]*datos/)?((?:hoja/)?(?:registros/)?[^"/]+\.csv)"', page + changes)
    )
    assert linked == {*tables, *(f"hoja/{name}" for name in tables)}


_CELLS = st.sampled_from((*FORMULAS, *PLAIN, "a b", ";-1", "x;=1"))


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=3), max_size=3))
def test_a_table_that_is_copied_at_once_is_the_same_as_cell_by_cell(table: list[list[str]]) -> None:
    """The quick way changes nothing; it is taken only where no cell changes."""
    text = "".join(",".join(row) + "\n" for row in table)
    assert _as_it_is(text) in ("", _apart(text))


def test_most_tables_are_copied_at_once() -> None:
    """Otherwise the quick way would be no way."""
    assert _as_it_is("ref_area,value,note\nPE-CUS,5.2,Una nota\nPE-ANC,,\n")
    assert not _as_it_is("ref_area,value\nPE-CUS,=1+1\n")
