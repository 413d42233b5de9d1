"""Pure. One line of a table: its cells, where they start, and what none of them may hold."""

from __future__ import annotations

import re

from quipu.parse.numbers import is_spreadsheet_error

MAX_CELL_CHARACTERS = 2_000

_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"|([^",]*)')
# A sign may stand before a number; «-» alone is how people write that there is nothing.
_FORMULA = re.compile(r"[=@\t＝＋－＠]|[+-](?![0-9.]+(?:[.,' ][0-9]+)*\s*%?\Z)(?![-–—]*\Z)")
_DASHES = re.compile(r"[-–—]+")


def split(line: str) -> list[str] | int:
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


def column_starts(line: str) -> list[int]:
    """The 1-based character position at which each cell of a line starts."""
    starts = [1]
    inside = False
    for position, character in enumerate(line, start=1):
        if character == '"':
            inside = not inside
        elif character == "," and not inside:
            starts.append(position + 1)
    return starts


def fault(cell: str) -> str:
    """The code of what is wrong with a cell in whatever column; empty when nothing is."""
    if not cell:
        return "E211"
    if len(cell) > MAX_CELL_CHARACTERS:
        return "E215"
    if _DASHES.fullmatch(cell):
        return "E221"
    if is_spreadsheet_error(cell):
        return "E232"
    if _FORMULA.match(cell.lstrip(" \u00a0\"'")):
        return "E213"
    if "\t" in cell:
        return "E102"
    if "<" in cell or ">" in cell:
        return "E214"
    return "E210" if cell != cell.strip() else ""
