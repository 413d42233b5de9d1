"""Pure. Numbers, dates, periods and lists as a language writes them.

Babel knows the marks, the short scales and the names of months, and is asked once a locale;
Python's own formatting writes the numbers, of which a large site has millions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from quipu.i18n.scales import short_scale
from quipu.periods import Period, parse_period

DASH = "–"
"""Stands where there is no number to write."""
_TEN, _THOUSAND = 10, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The formats of one language.

    Numbers and dates may follow a country (``es_PE``) where the words follow a language.
    """

    language: str
    locale: str
    """A Babel locale identifier."""

    def number(self, value: Decimal | float, decimals: int) -> str:
        """Write a number with exactly *decimals* decimals (``1,234.5``), rounding half up."""
        exact = value if type(value) is Decimal else Decimal(str(value))
        return _number(self.locale, exact, decimals)

    def compact(self, value: Decimal | float) -> str:
        """Write a number in as few characters as fit a map tile: ``1.3 M``, ``453 k``, ``12.5``."""
        exact = value if type(value) is Decimal else Decimal(str(value))
        return _compact(self.locale, exact)

    def day(self, day: date) -> str:
        """Write a day in full: ``23 de noviembre de 2026``."""
        return _day(self.locale, day)

    def known_date(self, text: str) -> str:
        """Write a date as far as it is known: ``2023``, ``mayo de 2023``, a whole day."""
        return self.period(parse_period(text)) if text else ""

    def period(self, period: Period) -> str:
        """Write a time period; empty for an undated one."""
        if not period.code:
            return ""
        if period.is_range:
            return self._range(period)
        if period.frequency == "day":
            return self.day(period.start)
        if period.frequency == "month":
            return self._month(period.start)
        if period.frequency in ("semester", "quarter"):
            return self._part_of_year(period)
        return period.code

    def _month(self, day: date) -> str:
        name = _month_name(self.locale, day.month)
        return f"{name} {day.year}" if self.language == "en" else f"{name} de {day.year}"

    def _part_of_year(self, period: Period) -> str:
        number = int(period.code[-1])
        if self.language == "en":
            half = ("first half", "second half")
            return (
                f"{half[number - 1]} of {period.start.year}"
                if period.frequency == "semester"
                else (f"quarter {number} of {period.start.year}")
            )
        name = "semestre" if period.frequency == "semester" else "trimestre"
        ordinal = ("primer", "segundo", "tercer", "cuarto")[number - 1]
        return f"{ordinal} {name} de {period.start.year}"

    def _range(self, period: Period) -> str:
        first, _, last = period.code.partition("/")
        if len(first) == len(last) == 4:
            return f"{first}–{last}"
        if len(first) == len(last) == 7 and first[:4] == last[:4] and "-" in first:
            start, end = (_month_name(self.locale, p.month) for p in (period.start, period.end))
            between = "to" if self.language == "en" else "a"
            of = "" if self.language == "en" else "de "
            return f"{start} {between} {end} {of}{period.end.year}"
        return f"{self.period(parse_period(first))} – {self.period(parse_period(last))}"

    def ordinal(self, number: int) -> str:
        """Write a place in an order: ``4.º`` in Spanish, ``4th`` in English."""
        if self.language != "en":
            return f"{number}.º"
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{'th' if 10 <= number % 100 <= 13 else ending}"

    def listed(self, items: list[str]) -> str:
        """Join names: ``a, b y c`` (Spanish «y» becomes «e» before the sound i)."""
        if len(items) < 2:
            return "".join(items)
        last = items[-1]
        word = "and" if self.language == "en" else "y"
        sounds_i = last.casefold().startswith(("i", "í", "hi", "hí"))
        if word == "y" and sounds_i and not last.casefold().startswith(("hie", "ia", "ie", "io")):
            word = "e"
        # English puts a comma before the last of three; Spanish does not.
        comma = "," if self.language == "en" and len(items) > 2 else ""
        return f"{', '.join(items[:-1])}{comma} {word} {last}"

    @property
    def decimal_mark(self) -> str:
        """The sign between units and decimals."""
        return _marks(self.locale)[0]

    @property
    def thousands_mark(self) -> str:
        """The sign between groups of three digits."""
        return _marks(self.locale)[1]


def formats(language: str, number_locale: str) -> Formats:
    """The formats of a language: of *number_locale* when it is of that language, else its own."""
    locale = number_locale if number_locale.partition("_")[0] == language else language
    return Formats(language=language, locale=str(Locale.parse(locale)))


@lru_cache(maxsize=65_536)
def _number(locale: str, value: Decimal, decimals: int) -> str:
    rounded = value.quantize(_quantum(decimals), rounding="ROUND_HALF_UP")
    # A sign before zero tells readers nothing.
    return _marked(locale, rounded or abs(rounded))


@lru_cache(maxsize=65_536)
def _compact(locale: str, value: Decimal) -> str:
    size = abs(value)
    if size < _THOUSAND:
        decimals = 0 if value == value.to_integral_value() else 2 if size < _TEN else 1
        return _number(locale, value, decimals)
    text = _short(locale, value, 1)
    whole = text.lstrip("-").partition(_marks(locale)[0])[0]
    return _short(locale, value, 0) if len(whole) > 2 else text


def _short(locale: str, value: Decimal, decimals: int) -> str:
    """Write a number in the short scale of a locale, with no decimal that says nothing."""
    size = abs(value)
    step = next((s for s in short_scale(locale) if size >= s.magnitude), None)
    if step is None or not step.divisor:
        return _number(locale, value, 0)
    scaled = value / step.divisor
    before, after = step.affixes(scaled)
    # Patterns of short numbers carry no grouping: «7953 M» is written «7,953 M».
    number = _marked(locale, abs(round(scaled, decimals)).normalize())
    return f"{before}{number}{after}"


def _marked(locale: str, number: Decimal) -> str:
    """Write a number as it is, with the marks of a locale."""
    text = f"{number:,f}"
    decimal, thousands = _marks(locale)
    if decimal == "." and thousands == ",":
        return text
    return text.translate({ord("."): decimal, ord(","): thousands})


@lru_cache(maxsize=64)
def _quantum(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


@lru_cache(maxsize=64)
def _marks(locale: str) -> tuple[str, str]:
    """The signs before decimals and between groups of three digits."""
    parsed = Locale.parse(locale)
    return get_decimal_symbol(parsed), get_group_symbol(parsed)


@lru_cache(maxsize=4096)
def _day(locale: str, day: date) -> str:
    return str(format_date(day, format="long", locale=locale))


@lru_cache(maxsize=64)
def _month_name(locale: str, month: int) -> str:
    return str(get_month_names("wide", locale=locale)[month])
