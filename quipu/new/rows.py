"""Pure. Rows added to the text of a table, which otherwise keeps every byte it has."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from quipu.findings import Finding
from quipu.model import Location
from quipu.new.draft import Write
from quipu.parse.header import Columns
from quipu.parse.table import open_table

Cells = Mapping[str, str]
"""A row: its cells by column; a column that is not there is empty."""


def new_table(path: str, columns: Columns, rows: Sequence[Cells] = ()) -> Write:
    """A table of its own: the header of the contract, and rows below it."""
    header = [name for name in columns.known if name not in columns.spare]
    lines = [_line(header), *_lines(header, rows)]
    body = "".join(f"{line}\n" for line in lines).encode()
    return Write(path=path, body=body, is_new=True, lines=(2, len(lines)) if rows else None)


def with_rows(
    path: str, body: bytes, columns: Columns, rows: Sequence[Cells], findings: list[Finding]
) -> Write | None:
    """Add rows at the end of a table, in the order of its own columns and with its line ends.

    Args:
        path: Where the table stands.
        body: The table.
        columns: Which columns it may have.
        rows: At least one.
        findings: What is wrong is added here: with the table as it is, or a column that it
            lacks and that has something to say.

    Returns:
        The whole table; None when it cannot be read, or something of the rows would be lost.
    """
    said: list[Finding] = []
    table = open_table(path, body, columns, said)
    if table is None:
        findings += said
        return None
    text, header = body.decode(), table.header
    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    told = {name: cell for row in rows for name, cell in row.items() if cell}
    lacking = [name for name in told if name not in header]
    for name in lacking:
        params = {"value": told[name]}
        where = Location(path=path, line=1)
        findings.append(Finding(code="E855", where=where, field=name, params=params))
    if lacking:
        return None
    before = text if text.endswith("\n") else text + end
    added = "".join(line + end for line in _lines(header, rows))
    last = before.count("\n")
    return Write(
        path=path,
        body=(before + added).encode(),
        is_new=False,
        lines=(last + 1, last + len(rows)),
    )


def _lines(header: Sequence[str], rows: Sequence[Cells]) -> Iterable[str]:
    return (_line([row.get(name, "") for name in header]) for row in rows)


def _line(cells: Sequence[str]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()
