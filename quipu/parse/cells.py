"""Pure. Cells to values: numbers, codes, dates and addresses, each with its own diagnosis."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from quipu.findings import Finding, alike, did_you_mean
from quipu.model import Area
from quipu.parse.table import Row
from quipu.periods import UNDATED, Period, PeriodError, parse_period

# Not «-0», which some spreadsheets write and no source means.
_NUMBER = re.compile(r"(?!-0(?:\.0+)?\Z)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MAX_CHARACTERS = 30
_MAX_DIGITS = 15
"""A double holds this many exactly, so JSON and spreadsheets give back what was written."""
_DECIMAL_COMMA = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]+")
_THOUSANDS = re.compile(
    r"-?[0-9]{1,3}(?:[,\u00a0\u2009\u202f'’´ ][0-9]{3})+(?:\.[0-9]+)?"
    r"|-?[0-9]{1,3}(?:\.[0-9]{3}){2,}"
)
_WITH_UNIT = re.compile(
    r"(?:S/\.?|PEN|US\$|USD|[$€~≈±])?\s*(-?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"\s*(?:[%‰*]|\(?[A-Za-zÁ-ú°º/]{1,20}[.)]?|[0-9]/)?"
)
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_MISSING_WORD = re.compile(
    r"n[./]?[ad]\.?|s[./]?[di]\.?|x|\?|null|none|nan|-?inf(?:inity)?|[-–—.…]+"
    r"|sin datos?|no disponible|no aplica|#{2,}|#(?:n/[ad]|¡?(?:ref|div/0|valor|value)!|¿nombre\?)"
)
_DATE = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
# No user name before the host: «https://mef.gob.pe@example.org» leads to example.org.
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9\u00c0-\u024f_-]+(?:\.[A-Za-z0-9\u00c0-\u024f_-]+)*(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s\"'<>`\\]*)?"
)


Code = TypeVar("Code", bound=StrEnum)


def read_number(row: Row, column: str, findings: list[Finding]) -> Decimal | None:
    """Read a decimal number.

    Returns:
        The number exactly as written; None when the cell is empty or is not a number, which
        is then among the findings.
    """
    cell = row[column]
    if not cell:
        return None
    number = number_in(cell)
    if number is None:
        findings.append(_diagnose_number(row, column, cell))
    return number


def number_in(cell: str) -> Decimal | None:
    """The number that a cell is, exactly as written; None when it is none that can be kept."""
    if not _is_number(cell) or len(cell) > _MAX_CHARACTERS:
        return None
    # Zeros at either end are no figures that could be lost.
    is_kept = len(cell.replace(".", "").strip("-0")) <= _MAX_DIGITS
    return Decimal(cell) if is_kept else None


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and cell.isascii()


def _diagnose_number(row: Row, column: str, cell: str) -> Finding:
    if _is_number(cell):
        return row.finding("E231", column)
    if _MISSING_WORD.fullmatch(cell.casefold()):
        return row.finding("E221", column)
    if _SCIENTIFIC.fullmatch(cell):
        return row.finding("E222", column)
    if _DECIMAL_COMMA.fullmatch(cell) and not _THOUSANDS.fullmatch(cell):
        return row.finding("E218", column, fixed=cell.replace(".", "").replace(",", "."))
    if _THOUSANDS.fullmatch(cell):
        separators = "[^0-9-]" if cell.count(".") > 1 else "[^0-9.-]"
        return row.finding("E219", column, fixed=re.sub(separators, "", cell))
    if (match := _WITH_UNIT.fullmatch(cell)) and match[1] != cell:
        return row.finding("E220", column, fixed=match[1].replace(",", ""))
    return row.finding("E203", column)


def read_integer(row: Row, column: str, findings: list[Finding]) -> int | None:
    """Read a whole number that is not negative; None when empty or wrong."""
    cell = row[column]
    if not cell:
        return None
    if cell.isascii() and cell.isdigit() and len(cell) <= 9:
        return int(cell)
    findings.append(row.finding("E223", column))
    return None


def read_code(row: Row, column: str, codes: type[Code], findings: list[Finding]) -> Code | None:
    """Read a code of a list; None when empty or unknown, the latter among the findings."""
    cell = row[column]
    if not cell:
        return None
    try:
        return codes(cell)
    except ValueError:
        options = ", ".join(codes)
        findings.append(row.finding("E212", column, options=options))
        return None


_MOST_NAMED = 12
"""Things that a finding names where nothing is alike."""
_MOST_COMPARED = 200
"""Findings from which on no code is held against all the others any more, which takes a while."""


def read_known(
    row: Row, column: str, known: Collection[str], code: str, findings: list[Finding]
) -> str | None:
    """Read a cell that must name something known.

    Args:
        row: The record.
        column: Which cell of it.
        known: What it may name.
        code: The finding's code when it names something else.
        findings: What is wrong is added here.

    Returns:
        The cell; None when it is empty or unknown.
    """
    cell = row[column]
    if not cell or cell in known:
        return cell or None
    # Nobody mends hundreds of codes by their likeness: such a column is another column.
    similar = did_you_mean(cell, known) if len(findings) < _MOST_COMPARED else ""
    options = similar or ", ".join(islice(known, _MOST_NAMED))
    findings.append(row.finding(code, column, options=options))
    return None


def read_area(
    row: Row, column: str, areas: Mapping[str, Area], findings: list[Finding]
) -> str | None:
    """Read a cell that must hold the code of an area.

    Args:
        row: The record.
        column: Which cell of it.
        areas: The areas that it may name, by code.
        findings: What is wrong is added here, with the codes that may be meant and their names:
            who wrote a name is told its code.

    Returns:
        The code; None when the cell is empty or holds none.
    """
    cell = row[column]
    if not cell or cell in areas:
        return cell or None
    meant: Iterable[str] = ()
    # Nobody mends hundreds of codes by their likeness: such a column is another column.
    if len(findings) < _MOST_COMPARED:
        words = {name: code for code, area in areas.items() for name in area.names.values()}
        words |= {code: code for code in areas}
        meant = dict.fromkeys(words[word] for word in alike(cell, words))
    codes = tuple(meant) or tuple(islice(areas, _MOST_NAMED))
    options = ", ".join(f"{code} ({next(iter(areas[code].names.values()))})" for code in codes)
    findings.append(row.finding("E303", column, options=options))
    return None


def read_period(row: Row, column: str, findings: list[Finding]) -> Period | None:
    """Read a time period; an empty cell is `UNDATED`, a wrong one None."""
    cell = row[column]
    if not cell:
        return None if column in row.faulty else UNDATED
    try:
        return parse_period(cell)
    except PeriodError:
        findings.append(row.finding("E224", column))
        return None


def read_date(row: Row, column: str, findings: list[Finding]) -> str:
    """Read a date as far as it is known (year, month or day); empty when empty or wrong."""
    cell = row[column]
    if not cell or is_date(cell):
        return cell
    findings.append(row.finding("E225", column))
    return ""


def read_day(row: Row, column: str, findings: list[Finding]) -> str:
    """Read a whole day (YYYY-MM-DD); empty when empty or wrong."""
    day = read_date(row, column, findings)
    if day and len(day) != len("2024-03-31"):
        findings.append(row.finding("E225", column))
        return ""
    return day


def is_date(text: str) -> bool:
    """Whether *text* is a year, a month or a day that exists."""
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def read_address(row: Row, column: str, findings: list[Finding]) -> str:
    """Read a web address; empty when empty or wrong."""
    cell = row[column]
    if not cell or is_address(cell):
        return cell
    findings.append(row.finding("E227", column))
    return ""


def is_address(text: str) -> bool:
    """Whether *text* is a full http or https address that is safe to link to."""
    return bool(_ADDRESS.fullmatch(text)) and text.isprintable()


def read_matching(
    row: Row, column: str, pattern: re.Pattern[str], form: str, findings: list[Finding]
) -> str:
    """Read a cell of a fixed shape, named as in `FORMS`; empty when empty or of another shape."""
    cell = row[column]
    if not cell or (pattern.fullmatch(cell) and cell.isascii()):
        return cell
    findings.append(row.finding("E226", column, form=form))
    return ""
