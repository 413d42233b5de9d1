"""Pure. The period that a person meant who wrote it in another way, when there is only one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from quipu.periods import PeriodError, parse_period

_LONGEST = 40
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug"),
            *("sep set", "oct", "nov", "dic dec"),
        ),
        start=1,
    )
    for name in names.split()
}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR = r"((?:19|20)[0-9]{2})"
_BETWEEN = r"[-–—_/. ]*(?:de|del|al)?[ ]*"
_MONTH = r"([a-zé]{3,10})\.?"
_SEMESTER = r"(?:s|h|sem\.?|semestre)"
_QUARTER = r"(?:q|t|trim\.?|trimestre)"
_NTH = r"([1-4]|iv|i{1,3})(?:\.?[ºo°er]{0,2})?"
# Day zero of the calendar that spreadsheets count days by.
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""From 2000 to 2099: a smaller number is as likely a figure in the wrong column."""


def meant_period(text: str) -> str:
    """Tell which period somebody meant.

    Args:
        text: A cell that `parse_period` does not take.

    Returns:
        The period as the contract writes it; empty when there is none, or more than one:
        «2024-1» may be a month, a quarter or half a year, «03/04/2024» two days.
    """
    if len(text) > _LONGEST:
        return ""
    plain = _plain(text)
    for pattern, write in _FORMS:
        if match := pattern.fullmatch(plain):
            fixed = write(match)
            return fixed if fixed and _is_period(fixed) else ""
    return ""


def _plain(text: str) -> str:
    """A text without what spreadsheets and footnotes put around it."""
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    plain = digits.casefold().strip(" '’*\u00a0")
    plain = re.sub(r"^(?:al?|año|year|ej\.?|ejercicio) +", "", plain)
    return re.sub(r"(?: ?\(?[pe]/?\)?|[ t]00:00(?::00)?(?:\.0+)?|(?<=^....)[.,]0+)$", "", plain)


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except PeriodError:
        return False
    return True


def _day(match: re.Match[str]) -> str:
    """A day written day first; none where month first would be a day, too."""
    day, month, year = (int(part) for part in match.groups())
    if day <= 12 and day != month:
        return ""
    return f"{year}-{month:02d}-{day:02d}"


def _month(year: str, name: str) -> str:
    number = _MONTHS.get(name[:3])
    full = f"20{year}" if len(year) == 2 else year
    return f"{full}-{number:02d}" if number else ""


def _serial(match: re.Match[str]) -> str:
    days = int(match[1])
    return (_SERIAL_START + timedelta(days=days)).isoformat() if days in _SERIALS else ""


def _years(match: re.Match[str]) -> str:
    first, last = match.groups()
    last = first[:2] + last if len(last) == 2 else last
    # «2019-20» may be a school year, «2019-10» a month.
    return f"{first}/{last}" if int(last) > int(first) else ""


def _part(letter: str, year: str, nth: str) -> str:
    return f"{year}-{letter}{_ROMAN.get(nth, nth)}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), write)
    for pattern, write in (
        (_YEAR, lambda m: m[1]),
        (r"([12])[,. ]([09][0-9]{2})", lambda m: m[1] + m[2]),
        (rf"{_YEAR}-(0[1-9]|1[0-2])-([0-9]{{2}})", lambda m: "-".join(m.groups())),
        (rf"{_YEAR}(0[1-9]|1[0-2])([0-9]{{2}})", lambda m: "-".join(m.groups())),
        (rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]{_YEAR}", _day),
        (rf"{_YEAR}[/._ ](0[1-9]|1[0-2])", lambda m: f"{m[1]}-{m[2]}"),
        (rf"(0[1-9]|1[0-2])[-/._ ]{_YEAR}", lambda m: f"{m[2]}-{m[1]}"),
        (rf"{_MONTH}{_BETWEEN}([0-9]{{2}}|{_YEAR[1:-1]})", lambda m: _month(m[2], m[1])),
        (rf"{_YEAR}{_BETWEEN}{_MONTH}", lambda m: _month(m[1], m[2])),
        (rf"{_YEAR}[-–/ ]*{_SEMESTER} ?([12])", lambda m: _part("S", m[1], m[2])),
        (rf"{_SEMESTER} ?([12]){_BETWEEN}{_YEAR}", lambda m: _part("S", m[2], m[1])),
        (rf"{_NTH} ?{_SEMESTER}{_BETWEEN}{_YEAR}", lambda m: _part("S", m[2], m[1])),
        (rf"{_YEAR}[-–/ ]*{_QUARTER} ?([1-4])", lambda m: _part("Q", m[1], m[2])),
        (rf"{_QUARTER} ?([1-4]){_BETWEEN}{_YEAR}", lambda m: _part("Q", m[2], m[1])),
        (rf"{_NTH} ?{_QUARTER}{_BETWEEN}{_YEAR}", lambda m: _part("Q", m[2], m[1])),
        (rf"{_YEAR} ?(?:[-–—/_]|a|al|y) ?{_YEAR}", _years),
        (rf"{_YEAR}[/–]([0-9]{{2}})", _years),
        (r"([0-9]{5})(?:[.,]0+)?", _serial),
    )
)
"""How people and spreadsheets write periods, and how each is written here."""
