"""Pure. The strict table reader: text to rows whose every cell knows where it stands.

Stricter than any CSV reader on purpose: one record a line, the header's columns and no
others, no formula, no markup. Rows that cannot be trusted are left out *and* reported.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quipu.findings import Finding, did_you_mean
from quipu.model import Location
from quipu.parse.text import decode

MAX_CELL_CHARACTERS = 2_000
MAX_ROWS = 1_000_000

_FORMULA = re.compile(r"[=@\t]|[+-](?![0-9.])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns a table has."""

    known: tuple[str, ...]
    """In the order of the contract."""
    required: frozenset[str]
    """Columns whose cells are never empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its cells by column, and where it stands."""

    path: str
    line: int
    text: str
    """The line as written, from which a cell's position is found when it is needed."""
    order: tuple[str, ...]
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty when the table lacks an optional column."""
        return self.cells.get(column, "")

    def where(self, column: str = "") -> Location:
        """The place of a cell, or of the row."""
        position = _column_starts(self.text)[self.order.index(column)] if column in self.order else 0
        return Location(path=self.path, line=self.line, column=position)

    def finding(self, code: str, column: str = "", **params: str) -> Finding:
        """A finding about a cell of this row; ``value`` is the cell unless given."""
        filled = {"value": self[column], **params} if column else params
        return Finding(code=code, where=self.where(column), field=column, params=filled)


def read_table(
    path: str, body: bytes, columns: Columns, findings: list[Finding]
) -> tuple[Row, ...]:
    """Read a CSV file.

    Args:
        path: Where the bytes come from, for the findings.
        body: The whole file.
        columns: What the header may and must hold.
        findings: What is wrong is added here.

    Returns:
        The rows that can be used; none when the header cannot.
    """
    text = decode(path, body, findings)
    if text is None:
        return ()
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    header = _read_header(path, lines[0], columns, findings)
    if header is None:
        return ()
    if len(lines) > MAX_ROWS + 1:
        where = Location(path=path, line=MAX_ROWS + 2)
        findings.append(Finding(code="E228", where=where, params={"limit": str(MAX_ROWS)}))
        return ()
    return tuple(_rows(path, lines, header, columns, findings))


def _read_header(
    path: str, line: str, columns: Columns, findings: list[Finding]
) -> tuple[str, ...] | None:
    names = _split(line)
    where = Location(path=path, line=1)
    if names is None:
        findings.append(Finding(code="E207", where=where))
        return None
    if len(names) == 1:
        for delimiter, shown in ((";", ";"), ("\t", "tab"), ("|", "|")):
            if delimiter in line:
                findings.append(Finding(code="E201", where=where, params={"value": shown}))
                return None
    starts = _column_starts(line)
    trusted = True
    for position, name in zip(starts, names, strict=True):
        here = Location(path=path, line=1, column=position)
        if names.count(name) > 1:
            findings.append(Finding(code="E205", where=here, field=name))
            trusted = False
        elif name not in columns.known:
            options = did_you_mean(name.strip(), columns.known) or ", ".join(columns.known)
            findings.append(
                Finding(code="E204", where=here, field=name, params={"options": options})
            )
            trusted = False
    for name in columns.known:
        if name not in names:
            required = name in columns.required
            findings.append(Finding(code="E202" if required else "W217", where=where, field=name))
            trusted = trusted and not required
    if not trusted:
        return None
    if list(names) != [name for name in columns.known if name in names]:
        params = {"options": ",".join(columns.known)}
        findings.append(Finding(code="W216", where=where, params=params))
    return tuple(names)


def _rows(
    path: str,
    lines: Sequence[str],
    header: tuple[str, ...],
    columns: Columns,
    findings: list[Finding],
) -> Iterator[Row]:
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip(" ,"):
            findings.append(Finding(code="W209", where=Location(path=path, line=number)))
            continue
        cells = _split(line)
        if cells is None:
            findings.append(Finding(code="E207", where=Location(path=path, line=number)))
            continue
        if len(cells) != len(header):
            params = {"value": str(len(cells)), "expected": str(len(header))}
            findings.append(
                Finding(code="E206", where=Location(path=path, line=number), params=params)
            )
            continue
        row = Row(path, number, line, header, dict(zip(header, cells, strict=True)))
        if _check_cells(row, columns, findings):
            yield row


def _check_cells(row: Row, columns: Columns, findings: list[Finding]) -> bool:
    """Report what no cell may hold; tell whether the row can be used."""
    good = True
    for column, cell in row.cells.items():
        code = ""
        params: dict[str, str] = {}
        if not cell:
            code = "E211" if column in columns.required else ""
        elif cell != cell.strip():
            code = "E210"
        elif len(cell) > MAX_CELL_CHARACTERS:
            code = "E215"
            params = {"value": str(len(cell)), "limit": str(MAX_CELL_CHARACTERS)}
        elif _FORMULA.match(cell):
            code = "E213"
        elif "<" in cell or ">" in cell:
            code = "E214"
        if code:
            findings.append(row.finding(code, column, **params))
            good = False
    return good


def _split(line: str) -> list[str] | None:
    """The cells of a line, or None when its quotes are broken."""
    if '"' not in line:
        return line.split(",")
    try:
        rows = list(csv.reader([line], strict=True))
    except csv.Error:
        return None
    if len(rows) != 1 or _has_stray_quote(line):
        return None
    return rows[0]


def _has_stray_quote(line: str) -> bool:
    """Whether a quote stands inside an unquoted cell, which the csv module lets through."""
    inside = False
    start = True
    position = 0
    while position < len(line):
        character = line[position]
        if inside:
            if character == '"':
                if line[position + 1 : position + 2] == '"':
                    position += 1
                else:
                    inside = False
        elif character == '"':
            if not start:
                return True
            inside = True
        start = not inside and character == ","
        position += 1
    return inside


def _column_starts(line: str) -> list[int]:
    """The 1-based character position at which each cell of a line starts."""
    starts = [1]
    inside = False
    for position, character in enumerate(line, start=1):
        if character == '"':
            inside = not inside
        elif character == "," and not inside:
            starts.append(position + 1)
    return starts
