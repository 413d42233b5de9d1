"""Pure. Cells to values: numbers, codes, dates and addresses, each with its own diagnosis."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from quipu.findings import Finding, alike, did_you_mean
from quipu.model import Area
from quipu.parse.numbers import number_in, number_slip
from quipu.parse.period_slips import meant_period
from quipu.parse.said import code_said, folded
from quipu.parse.table import Row
from quipu.periods import UNDATED, Period, PeriodError, parse_period
from quipu.vocab import AreaKind

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
        code, params = number_slip(cell)
        findings.append(row.finding(code, column, **params))
    return number


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
        _refuse_code(row, column, codes, findings)
        return None


def check_choice(row: Row, column: str, choices: Sequence[str], findings: list[Finding]) -> None:
    """Report a cell that is none of a few words."""
    if row[column] not in choices and column not in row.faulty:
        _refuse_code(row, column, [choice for choice in choices if choice], findings)


def _refuse_code(row: Row, column: str, codes: Iterable[str], findings: list[Finding]) -> None:
    params = {"cause": f"codes-of-{column}"} if column in _EXPLAINED else {}
    if meant := meant_code(row[column], codes):
        params = {"cause": "code-meant", "fixed": meant}
    findings.append(row.finding("E212", column, options=", ".join(codes), **params))


_EXPLAINED = ("obs_status", "quality")
"""Columns of one-letter codes: a list of letters would say nothing, so a hint explains each."""


def meant_code(cell: str, codes: Iterable[str]) -> str:
    """The code that somebody meant, by its letters or by its meaning; empty when unsure."""
    by_folded = {folded(code): code for code in codes}
    if said := code_said(cell, by_folded):
        return said
    close = alike(cell, by_folded.values())
    return close[0] if close and len(cell) > 2 else ""


_MOST_NAMED = 12
"""Things that a finding names where nothing is alike."""
_MOST_COMPARED = 60
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
        parts = sorted(cell.split("+"))
        same = [code for code in areas if "+" in code and sorted(code.split("+")) == parts]
        meant = dict.fromkeys([*same, *(words[word] for word in alike(cell, words))])
    if whole := _country_meant(cell, areas):
        findings.append(row.finding("E303", column, cause="area-total", fixed=whole))
        return None
    codes = tuple(meant) or tuple(islice(areas, _MOST_NAMED))
    options = ", ".join(f"{code} ({next(iter(areas[code].names.values()))})" for code in codes)
    unnamed = 0 if meant else len(areas) - len(codes)
    more = {"cause": "area-others", "extra": str(unnamed)} if unnamed else {}
    # A code that lost its first zero in a spreadsheet is alike to none in particular.
    if f"0{cell}" in areas:
        findings.append(row.finding("E303", column, cause="area-zero", fixed=f"0{cell}"))
    else:
        findings.append(row.finding("E303", column, options=options, **more))
    return None


_TOTAL = re.compile(r"(?:gran_)?total(?:_(?:nacional|general|pais))?|(?:nivel_)?nacional|national")


def _country_meant(cell: str, areas: Mapping[str, Area]) -> str:
    """The code of the country, where a cell says «total» and there is one."""
    if not _TOTAL.fullmatch(folded(cell)):
        return ""
    return next((code for code, one in areas.items() if one.kind is AreaKind.COUNTRY), "")


def read_period(row: Row, column: str, findings: list[Finding]) -> Period | None:
    """Read a time period; an empty cell is `UNDATED`, a wrong one None."""
    cell = row[column]
    if not cell:
        return None if column in row.faulty else UNDATED
    try:
        return parse_period(cell)
    except PeriodError:
        findings.append(row.finding("E224", column, **_meant(cell)))
        return None


def read_date(row: Row, column: str, findings: list[Finding]) -> str:
    """Read a date as far as it is known (year, month or day); empty when empty or wrong."""
    cell = row[column]
    if not cell or is_date(cell):
        return cell
    findings.append(row.finding("E225", column, **date_slip(cell)))
    return ""


def read_day(row: Row, column: str, findings: list[Finding]) -> str:
    """Read a whole day (YYYY-MM-DD); empty when empty or wrong."""
    day = read_date(row, column, findings)
    if day and len(day) != len("2024-03-31"):
        findings.append(row.finding("E225", column))
        return ""
    return day


def _meant(cell: str) -> dict[str, str]:
    """What a finding says of a period that was written in another way."""
    fixed = meant_period(cell)
    return {"cause": "period-meant", "fixed": fixed} if fixed else {}


def date_slip(text: str) -> dict[str, str]:
    """What a finding says of a date that was written in another way; nothing when unsure."""
    fixed = meant_period(text)
    return {"cause": "date-meant", "fixed": fixed} if is_date(fixed) else {}


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
    if not cell or is_cited_address(cell):
        return cell
    params = {}
    if is_cited_address(fixed := f"https://{cell}"):
        params = {"cause": "address-scheme", "fixed": fixed}
    findings.append(row.finding("E227", column, **params))
    return ""


def is_cited_address(text: str) -> bool:
    """Whether *text* is an address that others can open, too: its host has a dot."""
    return is_address(text) and "." in text.split("/", 3)[2]


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
