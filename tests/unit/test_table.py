"""The strict table reader."""

from __future__ import annotations

import pytest

from quipu.findings import Finding
from quipu.parse.header import Columns
from quipu.parse.table import Row, read_table

COLUMNS = Columns(
    known=("id", "name", "note", "extra"), required=frozenset({"id"}), always=frozenset({"name"})
)


def read(text: str) -> tuple[tuple[Row, ...], list[tuple[str, int, int]]]:
    """Read a table, with the codes and places of what was found."""
    findings: list[Finding] = []
    rows = read_table("x.csv", text.encode(), COLUMNS, findings)
    return rows, [(f.code, f.where.line, f.where.column) for f in findings]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("a,b,c,d", ["a", "b", "c", "d"]),
        ("a,,,", ["a", "", "", ""]),
        ('a,"b, c","d ""e""",', ["a", "b, c", 'd "e"', ""]),
        ('"a","","x",""', ["a", "", "x", ""]),
        ("a,-5,+1.5 %,-", ["a", "-5", "+1.5 %", "-"]),
    ],
)
def test_cells(line: str, cells: list[str]) -> None:
    """Quotes, empty cells and signed numbers."""
    rows, _ = read(f"id,name,note,extra\n{line}\n")
    if line.endswith(",-"):
        cells = [*cells[:-1], ""]
    assert [list(row.cells.values()) for row in rows] == [cells]


def test_a_row_knows_its_places() -> None:
    """Line and column, also after quoted cells."""
    rows, found = read('id,name,note,extra\n\n"a ""b"", c",x,y,z\n')
    assert found == [("W209", 2, 0)]
    (row,) = rows
    assert (row.line, row["id"], row["none"]) == (3, 'a "b", c', "")
    assert [row.where(name).column for name in row.order] == [1, 14, 16, 18]
    assert str(row.where("note")) == "x.csv:3:16"
    assert str(row.where()) == "x.csv:3"


def test_columns_by_name() -> None:
    """Another order is a remark; an optional column may lack, another may not."""
    rows, found = read("name,id,note\nb,a,c\n")
    assert rows[0]["id"] == "a"
    assert found == [("W217", 1, 0), ("W216", 1, 0)]
    assert read("id,note,extra\na,b,c\n") == ((), [("E202", 1, 0)])


def test_a_misspelt_column_is_told_once() -> None:
    """Not as unknown and as missing, too."""
    assert read("id,nmae,note,extra\na,b,c,d\n") == ((), [("E204", 1, 4)])


def test_a_refused_cell_reads_as_empty() -> None:
    """The rest of the row is still looked at, and the cell is known to be faulty."""
    (row,), found = read("id,name,note,extra\n=x, b ,<c>,d\n")
    assert found == [("E213", 2, 1), ("E210", 2, 4), ("E214", 2, 8)]
    assert dict(row.cells) == {"id": "", "name": "b", "note": "", "extra": "d"}
    assert row.faulty == {"id", "note"}


def test_blank_rows_are_told_once_a_run() -> None:
    """Spreadsheets leave hundreds of them at the end."""
    _, found = read("id,name,note,extra\n,,,\na,b,c,d\n,,,\n   \n\n")
    assert found == [("W209", 2, 0), ("W209", 4, 0)]
