"""Pure. The strict table reader: text to rows whose every cell knows where it stands.

Stricter than any CSV reader on purpose: one record a line, the header's columns and no
others, no formula, no markup. What cannot be trusted is left out *and* reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quipu.findings import Finding
from quipu.model import Location
from quipu.parse.header import Columns, read_header
from quipu.parse.lines import MAX_CELL_CHARACTERS, column_starts, fault, split
from quipu.parse.numbers import is_slip_of_number
from quipu.parse.privacy import check_privacy
from quipu.parse.row_slips import length_slip
from quipu.parse.text import decode
from quipu.parse.wording import check_entities, check_spaces, check_wording

MAX_ROWS = 1_000_000
MAX_FAULTS = 20_000
"""Of one table: nobody mends more of them one by one, and no program is helped by a million."""
_OF_TEXT = ("E213", "E214")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: its cells by column, and where it stands."""

    path: str
    line: int
    text: str
    """The line as written, from which a cell's position is found when it is needed."""
    order: tuple[str, ...]
    cells: Mapping[str, str]
    faulty: frozenset[str]
    """Columns whose cell was refused: it reads as empty, and nothing may follow from that."""

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty when the table lacks an optional column."""
        return self.cells.get(column, "")

    def where(self, column: str = "") -> Location:
        """The place of a cell, or of the row."""
        if column not in self.order:
            return Location(path=self.path, line=self.line)
        start = column_starts(self.text)[self.order.index(column)]
        return Location(path=self.path, line=self.line, column=start)

    def finding(self, code: str, column: str = "", **params: str) -> Finding:
        """A finding about a cell of this row; ``value`` is the cell unless given."""
        filled = {"value": self[column], **params} if column else params
        return Finding(code=code, where=self.where(column), field=column, params=filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file whose header can be used: its records are read one at a time."""

    path: str
    columns: Columns
    header: tuple[str, ...]
    lines: Sequence[str]
    """All of them, the header first."""

    def records(self, findings: list[Finding]) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of every line that holds something.

        Args:
            findings: Runs of blank lines are added here.
        """
        blank_from = 0
        for number, line in enumerate([*self.lines[1:], "."], start=2):
            is_blank = not line.replace(",", "").strip()
            if blank_from and not is_blank:
                where = Location(path=self.path, line=blank_from)
                params = {"count": str(number - blank_from)}
                findings.append(Finding(code="W209", where=where, params=params))
                blank_from = 0
            if number > len(self.lines):
                return
            if is_blank:
                blank_from = blank_from or number
            else:
                yield number, line

    def given_up(self, number: int) -> Finding:
        """Say that the records from a line on are not looked at, for want of a sound one."""
        where = Location(path=self.path, line=number)
        return Finding(code="E238", where=where, params={"limit": str(MAX_FAULTS)})

    def row(self, number: int, findings: list[Finding]) -> Row | None:
        """Read the record on a line.

        Args:
            number: The line, 1-based.
            findings: What is wrong with it is added here.

        Returns:
            The row; None when its cells cannot be told apart.
        """
        line = self.lines[number - 1]
        cells = split(line)
        if isinstance(cells, int):
            where = Location(path=self.path, line=number, column=cells)
            findings.append(Finding(code="E207", where=where))
            return None
        if code := _no_record(line, cells, self.header):
            where = Location(path=self.path, line=number)
            findings.append(Finding(code=code, where=where, params={"value": cells[0]}))
            return None
        if len(cells) != len(self.header):
            params = {"value": str(len(cells)), "count": str(len(self.header))}
            params |= length_slip(line, cells, self.header, self.columns)
            where = Location(path=self.path, line=number)
            findings.append(Finding(code="E206", where=where, params=params))
            return None
        row = Row(
            path=self.path,
            line=number,
            text=line,
            order=self.header,
            cells=dict(zip(self.header, cells, strict=True)),
            faulty=frozenset(),
        )
        return _without_faults(row, self.columns, findings)


def read_table(
    path: str, body: bytes, columns: Columns, findings: list[Finding]
) -> tuple[Row, ...]:
    """Read a CSV file whole.

    Args:
        path: Where the bytes come from, for the findings.
        body: The whole file.
        columns: What the header may and must hold.
        findings: What is wrong is added here.

    Returns:
        The rows that can be used; none when the header cannot.
    """
    table = open_table(path, body, columns, findings)
    if table is None:
        return ()
    rows, before = [], len(findings)
    for number, _ in table.records(findings):
        if len(findings) - before > MAX_FAULTS:
            findings.append(table.given_up(number))
            break
        row = table.row(number, findings)
        if row is not None:
            rows.append(row)
    return tuple(rows)


def open_table(path: str, body: bytes, columns: Columns, findings: list[Finding]) -> Table | None:
    """Read the header of a CSV file, and look at its text as a whole.

    Args:
        path: Where the bytes come from, for the findings.
        body: The whole file.
        columns: What the header may and must hold.
        findings: What is wrong is added here.

    Returns:
        The table; None when nothing in it can be used.
    """
    text = decode(path, body, findings)
    if text is None:
        return None
    check_wording(path, text, findings)
    check_spaces(path, text, findings)
    check_entities(path, text, findings)
    check_privacy(path, text, findings)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    header = read_header(path, lines, columns, findings)
    if header is None:
        return None
    if len(lines) > MAX_ROWS + 1:
        where = Location(path=path, line=MAX_ROWS + 2)
        findings.append(Finding(code="E228", where=where, params={"limit": str(MAX_ROWS)}))
        return None
    return Table(path=path, columns=columns, header=header, lines=lines)


def _no_record(line: str, cells: Sequence[str], header: Sequence[str]) -> str:
    """The code of a line that is no row: the header again, or a note; empty for a row."""
    if list(cells) == list(header):
        return "E234"
    is_note = " " in cells[0].strip() and not any(cells[1:]) and line.count(";") < len(header) - 1
    return "E237" if is_note and len(header) > 1 else ""


def _without_faults(row: Row, columns: Columns, findings: list[Finding]) -> Row:
    """The row without the cells that no column may hold, each of which is reported."""
    faults = {
        column: code
        for column, cell in row.cells.items()
        if (cell or column in columns.required)
        and (code := fault(cell))
        # «<5» and «＋5» are slips in a number, and no markup and no formula.
        and not (column in columns.numbers and code in _OF_TEXT and is_slip_of_number(cell))
    }
    if not faults:
        return row
    raw = replace(row, faulty=frozenset(faults))
    usable = dict(row.cells)
    for column, code in faults.items():
        params = {}
        if code == "E215":
            params = {"value": str(len(usable[column])), "limit": str(MAX_CELL_CHARACTERS)}
        if code == "E102":
            params = {"value": "U+0009"}
        findings.append(raw.finding(code, column, **params))
        # With its spaces gone the cell may still hold other faults, to be told in the same run.
        usable[column] = usable[column].strip() if code == "E210" else ""
    faulty = frozenset(column for column in faults if not usable[column])
    return replace(row, cells=usable, faulty=faulty)
