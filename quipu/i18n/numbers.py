"""Pure. Numbers, dates, periods and lists as a language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
)

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
        return _number(self.locale, Decimal(str(value)), decimals)

    def compact(self, value: Decimal | float) -> str:
        """Write a number in as few characters as fit a map tile: ``1.3 M``, ``453 k``, ``12.5``."""
        exact = Decimal(str(value))
        if abs(exact) < _THOUSAND:
            is_whole = exact == exact.to_integral_value()
            return self.number(exact, 0 if is_whole else 2 if abs(exact) < _TEN else 1)
        text = self._compact(exact, 1)
        whole = text.lstrip("-").partition(self.decimal_mark)[0]
        return self._compact(exact, 0) if len(whole) > 2 else text

    def _compact(self, value: Decimal, decimals: int) -> str:
        text = format_compact_decimal(
            value, format_type="short", locale=self.locale, fraction_digits=decimals
        ).replace("\u00a0", " ")
        # Patterns of short numbers carry no grouping: «7953 M» is written «7,953 M».
        return re.sub(r"[0-9]{4,}", lambda found: self.number(Decimal(found[0]), 0), text)

    def day(self, day: date) -> str:
        """Write a day in full: ``23 de noviembre de 2026``."""
        return format_date(day, format="long", locale=self.locale)

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
        return get_decimal_symbol(self.locale)

    @property
    def thousands_mark(self) -> str:
        """The sign between groups of three digits."""
        return get_group_symbol(self.locale)


def formats(language: str, number_locale: str) -> Formats:
    """The formats of a language: of *number_locale* when it is of that language, else its own."""
    locale = number_locale if number_locale.partition("_")[0] == language else language
    return Formats(language=language, locale=str(Locale.parse(locale)))


@lru_cache(maxsize=65_536)
def _number(locale: str, value: Decimal, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    quantum = Decimal(1).scaleb(-decimals)
    rounded = value.quantize(quantum, rounding="ROUND_HALF_UP")
    if rounded == 0:
        rounded = abs(rounded)
    return str(format_decimal(rounded, format=pattern, locale=locale))


@lru_cache(maxsize=64)
def _month_name(locale: str, month: int) -> str:
    return str(get_month_names("wide", locale=locale)[month])
