"""Pure. Why a row has another number of cells than its header, as far as its text shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quipu.parse.header import Columns

_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_DECIMALS = re.compile(r"-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,9})|-?0,[0-9]{1,9}")
_THOUSANDS_OR_DECIMALS = re.compile(r"-?[0-9]{1,3},[0-9]{3}")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){2,3}")

Slip = dict[str, str]
"""The cause, as `HINTS` names it, and what its hint fills in; empty when none was seen."""


def length_slip(line: str, cells: Sequence[str], header: Sequence[str], columns: Columns) -> Slip:
    """Find the slip that gave a row too many cells or too few.

    Args:
        line: The row as written.
        cells: What its commas part.
        header: The names of the columns.
        columns: Which of them are numbers, and which are never empty: a slip is told only
            where the row makes sense without it.

    Returns:
        The slip; all the places where it may be, if there are several; nothing where none
        would explain the row.
    """
    extra = len(cells) - len(header)
    if extra < 0 and len(line.split(";")) >= len(header):
        return {"cause": "row-of-semicolons"}
    if extra < 1:
        return {}
    slips = list(_cut_numbers(cells, header, columns, extra))
    if not any(cells[len(header) :]) and _makes_sense(cells[: len(header)], header, columns):
        slips.append({"cause": "row-comma-at-end", "extra": str(extra)})
    if len(slips) < 2:
        return slips[0] if slips else {}
    found = [f"«{slip['found']}» ({slip['column']})" for slip in slips if "found" in slip]
    return {"cause": "row-comma-somewhere", "options": ", ".join(found)}


def _cut_numbers(
    cells: Sequence[str], header: Sequence[str], columns: Columns, extra: int
) -> Iterator[Slip]:
    """The numbers that their commas may have cut into as many cells as there are too many."""
    for start, column in enumerate(header):
        if column not in columns.numbers:
            continue
        end = start + extra + 1
        found = ",".join(cells[start:end])
        whole = [*cells[:start], found, *cells[end:]]
        slip = _of_commas(found)
        if slip and _makes_sense(whole, header, columns):
            yield {"column": column, "found": found, **slip}


def _of_commas(found: str) -> Slip:
    joined, pointed = found.replace(",", ""), found.replace(",", ".")
    if _DECIMALS.fullmatch(found):
        return {"cause": "row-decimal-comma", "fixed": pointed}
    if _THOUSANDS_OR_DECIMALS.fullmatch(found):
        return {"cause": "row-comma-unclear", "fixed": joined, "other": pointed}
    if _THOUSANDS.fullmatch(found):
        return {"cause": "row-thousands", "fixed": joined}
    return {}


def _makes_sense(cells: Sequence[str], header: Sequence[str], columns: Columns) -> bool:
    """Whether cells could be a row: what is required is there, and numbers are numbers."""
    row = dict(zip(header, cells, strict=True))
    return all(row[name] for name in columns.required) and all(
        not row[name] or _NUMBER.fullmatch(row[name]) for name in columns.numbers if name in row
    )
