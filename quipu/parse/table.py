"""Pure. The strict table reader: text to rows whose every cell knows where it stands.

Stricter than any CSV reader on purpose: one record a line, the header's columns and no
others, no formula, no markup. What cannot be trusted is left out *and* reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quipu.findings import Finding, did_you_mean
from quipu.model import Location
from quipu.parse.text import decode
from quipu.parse.wording import check_spaces, check_wording

MAX_CELL_CHARACTERS = 2_000
MAX_ROWS = 1_000_000
MAX_COLUMNS = 200

_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"|([^",]*)')
# A sign may stand before a number; «-» alone is how people write that there is nothing.
_FORMULA = re.compile(r"[=@\t＝＋－＠]|[+-](?![0-9.]+(?:[.,' ][0-9]+)*\s*%?\Z)(?![-–—]*\Z)")
_CUT_NUMBER = re.compile(r"-?[0-9]{1,12},[0-9]{1,9}")
_DASHES = re.compile(r"[-–—]+")
_DELIMITERS = {";": ";", "\t": "tab", "|": "|"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns a table has."""

    known: tuple[str, ...]
    """In the order of the contract."""
    required: frozenset[str]
    """Columns whose cells are never empty."""
    always: frozenset[str] = frozenset()
    """Further columns that the header must have, though their cells may be empty."""
    numbers: tuple[str, ...] = ()
    """Columns of numbers, where a decimal comma makes two cells of one."""


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
        start = _column_starts(self.text)[self.order.index(column)]
        return Location(path=self.path, line=self.line, column=start)

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
    check_wording(path, text, findings)
    check_spaces(path, text, findings)
    lines = text.split("\n")
    if not lines[-1]:
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
    """The names of the columns; None when the rows below cannot be read by them."""
    cells = _split(line)
    where = Location(path=path, line=1)
    if isinstance(cells, int):
        findings.append(Finding(code="E207", where=Location(path=path, line=1, column=cells)))
        return None
    names = [name for name in cells if name]
    delimiter = next((d for d in _DELIMITERS if d in line and len(names) == 1), "")
    if delimiter:
        params = {"value": _DELIMITERS[delimiter]}
        findings.append(Finding(code="E201", where=where, params=params))
        return None
    alike = [name for name in names if name.strip().casefold() in columns.known]
    if not alike or len(cells) > MAX_COLUMNS:
        params = {"options": ",".join(columns.known)}
        findings.append(Finding(code="E230", where=where, params=params))
        return None
    before = len(findings)
    if len(names) < len(cells):
        starts = _column_starts(line)
        here = Location(path=path, line=1, column=starts[cells.index("")])
        params = {"count": str(len(cells) - len(names))}
        findings.append(Finding(code="E229", where=here, params=params))
    _check_names(path, line, cells, columns, findings)
    if any(finding.code != "W217" for finding in findings[before:]):
        return None
    if names != [name for name in columns.known if name in names]:
        params = {"options": ",".join(columns.known)}
        findings.append(Finding(code="W216", where=where, params=params))
    return tuple(names)


def _check_names(
    path: str, line: str, names: Sequence[str], columns: Columns, findings: list[Finding]
) -> None:
    seen: set[str] = set()
    meant: set[str] = set()
    for start, name in zip(_column_starts(line), names, strict=True):
        here = Location(path=path, line=1, column=start)
        if name and name in seen:
            findings.append(Finding(code="E205", where=here, field=name))
        elif name and name not in columns.known:
            options = did_you_mean(name.strip(), columns.known)
            meant.update(options.split(", ")[:1])
            params = {"options": options or ", ".join(columns.known)}
            findings.append(Finding(code="E204", where=here, field=name, params=params))
        seen.add(name)
    for name in columns.known:
        # A column that is there under a wrong name is told once, not twice.
        if name not in seen and name not in meant:
            code = "E202" if name in columns.required | columns.always else "W217"
            where = Location(path=path, line=1)
            findings.append(Finding(code=code, where=where, field=name))


def _rows(
    path: str,
    lines: Sequence[str],
    header: tuple[str, ...],
    columns: Columns,
    findings: list[Finding],
) -> Iterator[Row]:
    blank_from = 0
    for number, line in enumerate([*lines[1:], "."], start=2):
        is_blank = not line.replace(",", "").strip()
        if blank_from and not is_blank:
            where = Location(path=path, line=blank_from)
            params = {"count": str(number - blank_from)}
            findings.append(Finding(code="W209", where=where, params=params))
            blank_from = 0
        if number > len(lines):
            return
        if is_blank:
            blank_from = blank_from or number
            continue
        cells = _split(line)
        if isinstance(cells, int):
            where = Location(path=path, line=number, column=cells)
            findings.append(Finding(code="E207", where=where))
            continue
        if len(cells) != len(header):
            params = {"value": str(len(cells)), "count": str(len(header))}
            params |= _decimal_comma(cells, header, columns)
            findings.append(
                Finding(code="E206", where=Location(path=path, line=number), params=params)
            )
            continue
        yield _row(path, number, line, dict(zip(header, cells, strict=True)), columns, findings)


def _decimal_comma(cells: Sequence[str], header: Sequence[str], columns: Columns) -> dict[str, str]:
    """Where a row with one cell too many looks as if a comma had cut a number in two."""
    if len(cells) != len(header) + 1:
        return {}
    for name, whole, rest in zip(header, cells, cells[1:], strict=False):
        if name in columns.numbers and _CUT_NUMBER.fullmatch(f"{whole},{rest}"):
            numbers = {"found": f"{whole},{rest}", "fixed": f"{whole}.{rest}"}
            return {"cause": "decimal-comma-in-row", "column": name, **numbers}
    return {}


def _row(
    path: str,
    number: int,
    line: str,
    cells: dict[str, str],
    columns: Columns,
    findings: list[Finding],
) -> Row:
    """A row without the cells that no column may hold, each of which is reported."""
    order = tuple(cells)
    faults = {
        column: fault
        for column, cell in cells.items()
        if (cell or column in columns.required) and (fault := _fault(cell))
    }
    if not faults:
        return Row(path=path, line=number, text=line, order=order, cells=cells, faulty=frozenset())
    raw = Row(path=path, line=number, text=line, order=order, cells=cells, faulty=frozenset(faults))
    usable = dict(cells)
    for column, code in faults.items():
        params = {}
        if code == "E215":
            params = {"value": str(len(cells[column])), "limit": str(MAX_CELL_CHARACTERS)}
        if code == "E102":
            params = {"value": "U+0009"}
        findings.append(raw.finding(code, column, **params))
        # With its spaces gone the cell may still hold other faults, to be told in the same run.
        usable[column] = cells[column].strip() if code == "E210" else ""
    faulty = frozenset(column for column in faults if not usable[column])
    return Row(path=path, line=number, text=line, order=order, cells=usable, faulty=faulty)


def _fault(cell: str) -> str:
    """The code of what is wrong with a cell in whatever column; empty when nothing is."""
    if not cell:
        return "E211"
    if len(cell) > MAX_CELL_CHARACTERS:
        return "E215"
    if _DASHES.fullmatch(cell):
        return "E221"
    if _FORMULA.match(cell.lstrip(" \u00a0\"'")):
        return "E213"
    if "\t" in cell:
        return "E102"
    if "<" in cell or ">" in cell:
        return "E214"
    return "E210" if cell != cell.strip() else ""


def _split(line: str) -> list[str] | int:
    """The cells of a line, or the 1-based position at which its quotes go wrong."""
    if '"' not in line:
        return line.split(",")
    cells = []
    position = 0
    while True:
        match = _CELL.match(line, position)
        assert match is not None  # the second alternative matches nothing at all, too
        quoted, plain = match.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        position = match.end()
        if position == len(line):
            return cells
        if line[position] != ",":
            return position + 1
        position += 1


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
