"""Pure. A cell to a number, or to the slip that a person made when writing it.

No number is ever guessed: what could be read in two ways is told, with both ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

# Not «-0», which some spreadsheets write and no source means.
_NUMBER = re.compile(r"(?!-0(?:\.0+)?\Z)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MAX_CHARACTERS = 30
_MAX_DIGITS = 15
"""A double holds this many exactly, so JSON and spreadsheets give back what was written."""
_LONGEST_TOLD = 60
"""Characters of a cell that may still be one number, however it was written."""

_GROUP = "[\u00a0\u2009\u202f'’´ ]"
"""What stands between thousands beside comma and point."""
_DECIMAL_COMMA = re.compile(rf"-?(?:[0-9]{{1,3}}(?:(?:\.|{_GROUP})[0-9]{{3}})+|[0-9]+),[0-9]+")
_THOUSANDS = re.compile(
    rf"-?[0-9]{{1,3}}(?:(?:,|{_GROUP})[0-9]{{3}})+(?:\.[0-9]+)?"
    r"|-?[0-9]{1,3}(?:\.[0-9]{3}){2,}"
)
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_MISSING_WORD = re.compile(
    r"n[./]?[adcs]\.?|s[./]?[dir]\.?|x|\?|null|none|nan|-?inf(?:inity)?|[-–—.…*]+"
    r"|sin (?:datos?|informaci[oó]n|registros?)|no (?:disponible|aplica|hay|corresponde)"
    r"|vac[ií]o|reservad[oa]|confidencial|pendiente|not available|no data|missing",
    re.IGNORECASE,
)
_SPREADSHEET_ERROR = re.compile(
    r"#{2,}|#[¡¿]?(?:ref|div/0|valor|value|nombre|name|n[uú]m|nulo|null|n/[ad]|desbordamiento|spill"
    r"|c[aá]lc|calc|obteniendo_datos|getting_data|campo|field|bloqueado|blocked|conectar|connect)[!?]?",
    re.IGNORECASE,
)

_DIGITS = r"[0-9][0-9.,\u00a0\u2009\u202f'’´]*"
_BARE = re.compile(rf"-?{_DIGITS}")
_BEFORE = r"(?:S/\.?|PEN|US\$|USD|[$€~≈±])?\s*"
_UNIT = r"(?:[%‰]|por ciento|p\.\s?p\.|[A-Za-zÁ-ú°º]{1,20}\.?|[A-Za-z°º]+/[A-Za-z]+)"
_WITH_UNIT = re.compile(rf"{_BEFORE}(-?{_DIGITS})\s*{_UNIT}?", re.IGNORECASE)
_WITH_MARK = re.compile(
    rf"{_BEFORE}(-?{_DIGITS})\s*(?:\(?[a-z]\)|[a-z]?/|[0-9]/|\*+)", re.IGNORECASE
)
_MAGNITUDE = re.compile(
    rf"{_BEFORE}-?{_DIGITS}\s*(?:miles|mil|mill(?:ones|[oó]n)?\.?|mm|m|k|bn?)\b.*", re.IGNORECASE
)
_LIMIT = re.compile(rf"(?:[<>≤≥]=?|menos de|m[aá]s de|hasta)\s*{_DIGITS}.*", re.IGNORECASE)
_TWO_NUMBERS = re.compile(rf"{_DIGITS}\s*(?:[-–—±]|\+/-|a|y|o|to)\s*{_DIGITS}\s*%?")
_MONTH = r"(?:ene|jan|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|set|oct|nov|dic|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"[0-9]{{1,2}}[-/. ]{_MONTH}(?:[-/. ][0-9]{{2,4}})?|{_MONTH}[-/. ][0-9]{{1,4}}"
    r"|[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}",
    re.IGNORECASE,
)
_TRUTH = re.compile(r"verdadero|falso|true|false|s[ií]|no|yes", re.IGNORECASE)
_PARENTHESES = re.compile(rf"\(\s*({_DIGITS})\s*\)")
_ZEROS = re.compile(r"(-?)0+([0-9].*)")
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "S": "5", "B": "8"})
_SIGNS = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "‑": "-", "－": "-", "．": ".", "，": ",", "٫": ".", "。": "."}
)

Slip = tuple[str, dict[str, str]]
"""The code of a finding, and what its words fill in."""


def number_in(cell: str) -> Decimal | None:
    """The number that a cell is, exactly as written; None when it is none that can be kept."""
    if not is_number(cell) or len(cell) > _MAX_CHARACTERS:
        return None
    # Zeros at either end are no figures that could be lost.
    is_kept = len(cell.replace(".", "").strip("-0")) <= _MAX_DIGITS
    return Decimal(cell) if is_kept else None


def is_number(cell: str) -> bool:
    """Whether a cell is written as numbers are, however many digits it has."""
    return cell.isascii() and bool(_NUMBER.fullmatch(cell))


def is_spreadsheet_error(cell: str) -> bool:
    """Whether a cell is what a spreadsheet shows for a formula that failed."""
    return cell.startswith("#") and bool(_SPREADSHEET_ERROR.fullmatch(cell))


def is_slip_of_number(cell: str) -> bool:
    """Whether a cell was recognised as a number that was written in another way."""
    return bool(number_slip(cell)[1])


def number_slip(cell: str) -> Slip:
    """Tell what is wrong with a cell that is no number.

    Args:
        cell: Not empty, and none that `number_in` takes.

    Returns:
        The code of the finding and its parameters: ``fixed`` where there is one way to write
        what is meant, ``cause`` (a name of `HINTS`) where a slip was recognised.
    """
    if is_number(cell):
        return "E231", {}
    if len(cell) > _LONGEST_TOLD:
        return "E203", {}
    for code, pattern, joined in _OF_ANOTHER_FORM:
        if pattern.fullmatch(cell):
            return code, {"fixed": joined(cell)} if joined else {}
    for cause, pattern in _TOLD.items():
        if pattern.fullmatch(cell):
            return "E203", {"cause": cause}
    for code, cause, rewrite in _REWRITTEN:
        fixed = rewrite(cell)
        if fixed and is_number(fixed):
            return code, {"fixed": fixed} | ({"cause": cause} if cause else {})
    is_bare = _BARE.fullmatch(cell) or not (
        _WITH_UNIT.fullmatch(cell) or _WITH_MARK.fullmatch(cell)
    )
    return ("E203", {}) if is_bare else ("E220", {"cause": "number-unclear"})


_TOLD: Mapping[str, re.Pattern[str]] = {
    "number-magnitude": _MAGNITUDE,
    "number-limit": _LIMIT,
    "number-date": _DATE,
    "number-truth": _TRUTH,
    "number-two": _TWO_NUMBERS,
}
"""Slips that only the source can mend, by their cause."""


def _joined(cell: str) -> str:
    """A number without what stands between its thousands."""
    return re.sub("[^0-9-]" if cell.count(".") > 1 else "[^0-9.-]", "", cell)


def _pointed(cell: str) -> str:
    """A number with a decimal comma, with a point instead."""
    return re.sub("[^0-9,-]", "", cell).replace(",", ".")


_OF_ANOTHER_FORM: tuple[tuple[str, re.Pattern[str], Callable[[str], str] | None], ...] = (
    ("E221", _MISSING_WORD, None),
    ("E222", _SCIENTIFIC, None),
    ("E219", _THOUSANDS, _joined),
    ("E218", _DECIMAL_COMMA, _pointed),
)
"""Forms with a code of their own, and how the number is written here."""


def _of_match(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """The number within a cell; empty where it could be read in two ways."""

    def number_within(cell: str) -> str:
        match = pattern.fullmatch(cell)
        if match is None:
            return ""
        number = match[1].rstrip("\u00a0\u2009\u202f'’´ ")
        if _THOUSANDS.fullmatch(number):
            return _joined(number) if len(re.findall("[^0-9-]", number)) > 1 else ""
        return _pointed(number) if _DECIMAL_COMMA.fullmatch(number) else number

    return number_within


def _without_zeros(cell: str) -> str:
    match = _ZEROS.fullmatch(cell)
    return f"{match[1]}{match[2]}" if match else ""


def _around_point(cell: str) -> str:
    if cell.endswith("."):
        return cell[:-1]
    sign, digits = ("-", cell[1:]) if cell.startswith("-") else ("", cell)
    return f"{sign}0{digits}" if digits.startswith(".") else ""


def _without_sign(cell: str) -> str:
    return cell[1:] if cell.startswith(("+", "-0")) else ""


def _negative(cell: str) -> str:
    match = _PARENTHESES.fullmatch(cell)
    return f"-{match[1]}" if match else ""


def _in_ascii(cell: str) -> str:
    """A number written with the digits and signs of the keyboard.

    Only true digits: of «50²» nobody knows whether it is 50 with a footnote.
    """
    if cell.isascii():
        return ""
    digits = (str(unicodedata.decimal(c, -1)) if c.isdecimal() else c for c in cell)
    return "".join(digits).translate(_SIGNS)


def _in_digits(cell: str) -> str:
    return cell.translate(_LOOKALIKES) if any(c.isdigit() for c in cell) else ""


_REWRITTEN: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("E203", "number-sign", _without_sign),
    ("E203", "number-zeros", _without_zeros),
    ("E203", "number-point", _around_point),
    ("E203", "number-apostrophe", lambda cell: cell.strip("'’´`")),
    ("E203", "number-parentheses", _negative),
    ("E203", "number-keyboard", _in_ascii),
    ("E220", "number-mark", _of_match(_WITH_MARK)),
    ("E203", "number-letters", _in_digits),
    ("E220", "", _of_match(_WITH_UNIT)),
)
"""Slips with one way of writing what is meant: the code, its cause, and that way."""
