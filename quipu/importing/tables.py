"""Pure. The CSV tables of a repository to records whose every cell knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.importing.cleaning import refusal
from quipu.importing.nodes import decode_text
from quipu.model import Location
from quipu.parse.lines import MAX_CELL_CHARACTERS, column_starts, fault, split

YEAR, VALUE, GEOCODE = "Year", "Value", "GeoCode"
_FORMULAS = ("E213", "E232")
"""A formula, and what is left of one that failed."""
_SPACES = " \u00a0\u2007\u202f\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row whose cells can be told apart and none of which is refused."""

    path: str
    line: int
    cells: Mapping[str, str]
    starts: Mapping[str, int]
    """The 1-based position at which each cell starts in its line."""

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty where the table has no such column."""
        return self.cells.get(column, "")

    def finding(self, code: str, column: str = "", **params: str) -> Finding:
        """A finding about a cell, or about the row; ``value`` is the cell unless given."""
        where = Location(path=self.path, line=self.line, column=self.starts.get(column, 0))
        filled = {"value": self[column], **params} if column else params
        return Finding(code=code, where=where, field=column, params=filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A data file."""

    path: str
    header: tuple[str, ...]
    records: tuple[Record, ...]
    row_count: int
    """How many rows the file has below its header, blank ones left out."""


def read_data(path: str, body: bytes, findings: list[Finding]) -> DataTable:
    """Read a data file.

    Args:
        path: Where the bytes come from.
        body: The file.
        findings: One for every row that is not among the records is added here, or a single
            one that counts them where the whole table is refused.
    """
    text = decode_text(path, body, findings)
    if text is None:
        count = max(0, len(body.splitlines()) - 1)
        findings.append(refused(path, count, "import-unreadable"))
        return DataTable(path=path, header=(), records=(), row_count=count)
    (_, head), *rows = list(_logical_lines(text)) or [(1, "")]
    found = split(head)
    header = [] if isinstance(found, int) else [name.strip(_SPACES) for name in found]
    names = [name for name in header if name]
    if not {YEAR, VALUE} <= set(names) or len(set(names)) < len(names):
        findings.append(refused(path, len(rows), "import-no-columns"))
        return DataTable(path=path, header=(), records=(), row_count=len(rows))
    records = (_record(path, number, line, header, findings) for number, line in rows)
    return DataTable(
        path=path,
        header=tuple(names),
        records=tuple(record for record in records if record is not None),
        row_count=len(rows),
    )


def refused(path: str, count: int, form: str) -> Finding:
    """The news that no row of a table is carried."""
    params = {"count": str(count), "form": form}
    return Finding(code="W912", where=Location(path=path, line=1), params=params)


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each record, which may stand on several lines.

    A quote that no other closes would swallow all that follows: then every line is one record.
    """
    lines = text.split("\n")
    closes = text.count('"') % 2 == 0
    held: list[str] = []
    is_open = False
    for number, line in enumerate(lines, start=1):
        if not held and not line.replace(",", "").strip():
            continue
        held.append(line)
        is_open ^= closes and line.count('"') % 2 == 1
        if not is_open:
            yield number - len(held) + 1, "\n".join(held)
            held = []


def _record(
    path: str,
    number: int,
    line: str,
    header: Sequence[str],
    findings: list[Finding],
) -> Record | None:
    where = Location(path=path, line=number)
    is_one_line = "\n" not in line
    cells = split(line)
    if not is_one_line or isinstance(cells, int) or len(cells) != len(header):
        column = cells if isinstance(cells, int) and is_one_line else 0
        there = Location(path=path, line=number, column=column)
        findings.append(Finding(code="W907", where=there))
        return None
    starts = dict(zip(header, column_starts(line), strict=True))
    for name, cell in zip(header, cells, strict=True):
        if finding := _refusal(cell, name, where, starts[name]):
            findings.append(finding)
            return None
    stripped = {
        name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True) if name
    }
    return Record(path=path, line=number, cells=stripped, starts=starts)


def _refusal(cell: str, name: str, where: Location, column: int) -> Finding | None:
    """Why a cell makes its whole row one that is not carried."""
    there = Location(path=where.path, line=where.line, column=column)
    if len(cell) > MAX_CELL_CHARACTERS:
        params = {"count": str(len(cell)), "limit": str(MAX_CELL_CHARACTERS)}
        return Finding(code="W909", where=there, field=name, params=params)
    refused = refusal(cell)
    if refused == "E233":
        return Finding(code="W926", where=there, field=name)
    if refused == "E113":
        return Finding(code="W910", where=there, field=name, params={"value": cell})
    if name != VALUE and cell and fault(cell.strip(_SPACES)) in _FORMULAS:
        return Finding(code="W908", where=there, field=name, params={"value": cell})
    return None
