"""Pure. Why a row has another number of cells than its header, as far as its text shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quipu.parse.header import Columns

_DECIMALS = re.compile(r"-?[0-9]{1,12},(?:[0-9]{1,2}|[0-9]{4,9})")
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
        columns: Which of them are numbers.
    """
    extra = len(cells) - len(header)
    if extra > 0 and not any(cells[len(header) :]):
        return {"cause": "row-comma-at-end", "extra": str(extra)}
    if extra < 0 and len(line.split(";")) >= len(header):
        return {"cause": "row-of-semicolons"}
    return _cut_number(cells, header, columns, extra)


def _cut_number(cells: Sequence[str], header: Sequence[str], columns: Columns, extra: int) -> Slip:
    """A number that its commas cut into as many cells as there are too many."""
    if extra < 1:
        return {}
    for start, column in enumerate(header):
        if column not in columns.numbers:
            continue
        found = ",".join(cells[start : start + extra + 1])
        if extra == 1 and _DECIMALS.fullmatch(found):
            fixed = found.replace(",", ".")
            return {"cause": "row-decimal-comma", "column": column, "found": found, "fixed": fixed}
        if extra == 1 and _THOUSANDS_OR_DECIMALS.fullmatch(found):
            ways = {"fixed": found.replace(",", ""), "other": found.replace(",", ".")}
            return {"cause": "row-comma-unclear", "column": column, "found": found, **ways}
        if _THOUSANDS.fullmatch(found):
            fixed = found.replace(",", "")
            return {"cause": "row-thousands", "column": column, "found": found, "fixed": fixed}
    return {}
