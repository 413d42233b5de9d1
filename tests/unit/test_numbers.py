"""Numbers, dates, periods and lists as readers in Peru and readers of English write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, parse_pattern
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quipu.i18n.numbers import Formats, formats
from quipu.periods import UNDATED, PeriodError, parse_period

ES = formats("es", "es_PE")
EN = formats("en", "es_PE")


def test_formats_follow_the_country_only_in_its_language() -> None:
    """Spanish as in Peru; English as in English; a language of its own as it is."""
    assert (ES.locale, EN.locale, formats("qu", "es_PE").locale) == ("es_PE", "en", "qu")
    assert formats("es", "es_ES").decimal_mark == ","


def test_marks() -> None:
    """Peru writes numbers as English does, unlike Spain."""
    assert (
        (ES.decimal_mark, ES.thousands_mark) == (EN.decimal_mark, EN.thousands_mark) == (".", ",")
    )


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0", 0, "0"),
        ("1234567.891", 2, "1,234,567.89"),
        ("1234567.891", 0, "1,234,568"),
        ("5", 1, "5.0"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("0.005", 2, "0.01"),
        ("-2.5", 0, "-3"),
        ("-1234.5", 1, "-1,234.5"),
        ("-0.004", 2, "0.00"),
        ("999.95", 1, "1,000.0"),
        ("100000000000", 0, "100,000,000,000"),
    ],
)
def test_numbers(value: str, decimals: int, expected: str) -> None:
    """Exactly the decimals asked for, halves away from zero, and never «-0»."""
    assert ES.number(Decimal(value), decimals) == expected
    assert EN.number(Decimal(value), decimals) == expected


@given(st.floats(-1e11, 1e11), st.integers(min_value=0, max_value=4))
@example(2.675, 2)
@example(1e-300, 2)
def test_a_computed_number_is_written_as_it_reads(value: float, decimals: int) -> None:
    """2.675 is written 2.68, whatever its binary fraction is; numpy's floats like plain ones."""
    exact = Decimal(repr(value))
    assert ES.number(value, decimals) == ES.number(exact, decimals)
    assert ES.number(np.float64(value), decimals) == ES.number(exact, decimals)
    assert ES.compact(value) == ES.compact(exact)


@given(
    st.decimals(min_value=-(10**11), max_value=10**11, places=6),
    st.integers(min_value=0, max_value=4),
)
def test_a_written_number_reads_back(value: Decimal, decimals: int) -> None:
    """What is shown is the value, within half of its last decimal."""
    shown = Decimal(ES.number(value, decimals).replace(",", ""))
    assert abs(shown - value) <= Decimal(5).scaleb(-decimals - 1)


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [
        ("0", "0", "0"),
        ("5", "5", "5"),
        ("12.5", "12.5", "12.5"),
        ("9.876", "9.88", "9.88"),
        ("-0.5", "-0.50", "-0.50"),
        ("12345", "12.3 k", "12.3K"),
        ("123456", "123 k", "123K"),
        ("2200000000", "2,200 M", "2.2B"),
        ("100000000000", "100 mil M", "100B"),
    ],
)
def test_compact_numbers(value: str, spanish: str, english: str) -> None:
    """Short enough for a tile, in the short scale of each language."""
    assert ES.compact(Decimal(value)) == spanish
    assert EN.compact(Decimal(value)) == english


LOCALES = st.sampled_from(
    (
        "es_PE",
        "es",
        "es_419",
        "en",
        "en_US",
        "qu",
        "pt",
        "de",
        "de_AT",
        "fr",
        "pl",
        "ar",
        "hi",
        "sw",
    )
)


@given(
    LOCALES,
    st.decimals(min_value=-(10**15), max_value=10**15, places=6),
    st.integers(min_value=0, max_value=6),
)
@example("de", Decimal("-1234567.5"), 0)
@example("es", Decimal("1234.5"), 1)
def test_numbers_are_written_as_babel_writes_them(
    locale: str, value: Decimal, decimals: int
) -> None:
    """Babel is slow and right: what Python writes in its stead is the same."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP") + 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written = Formats(language="x", locale=locale).number(value, decimals)
    assert written == format_decimal(rounded, format=pattern, locale=locale)


@given(LOCALES, st.decimals(min_value=-(10**15), max_value=10**15, places=3))
@example("es_PE", Decimal(2_200_000_000))
@example("fr", Decimal(1_000_000))
@example("pl", Decimal(1_000_000_000))
@example("de", Decimal("-3456789.5"))
def test_compact_numbers_are_those_of_babel(locale: str, value: Decimal) -> None:
    """Its words and its rounding; it writes no groups, and has no lesser ways than these."""
    patterns = Locale.parse(locale).compact_decimal_formats["short"]["other"]
    fitting = [m for m in patterns if abs(value) >= int(m)]
    assume(fitting)
    # Babel miscounts patterns with a part for negative numbers, and does not round where a
    # locale has no short word.
    pattern = parse_pattern(patterns[max(fitting, key=int)]).pattern
    assume(";" not in pattern and pattern != "0")
    ways = {
        format_compact_decimal(value, locale=locale, fraction_digits=decimals)
        for decimals in (0, 1)
    }
    shown = Formats(language="x", locale=locale)
    group = re.escape(shown.thousands_mark)
    ungrouped = re.sub(rf"(?<=\d){group}(?=\d{{3}})", "", shown.compact(value))
    assert ungrouped in {way.replace("\u00a0", " ") for way in ways}


@pytest.mark.parametrize(
    ("locale", "value", "expected"),
    [
        ("de", "12345.678", "12.346"),
        ("de", "3456789.5", "3,5 Mio."),
        ("sw", "2308", "elfu 2"),
        ("sw", "-2308", "elfu -2"),
        ("fr", "1000000", "1 M"),
    ],
)
def test_compact_numbers_of_other_languages(locale: str, value: str, expected: str) -> None:
    """A locale without a short word has the whole number; words may stand before it."""
    assert Formats(language="x", locale=locale).compact(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-S1", "primer semestre de 2024", "first half of 2024"),
        ("2024-S2", "segundo semestre de 2024", "second half of 2024"),
        ("2024-Q1", "primer trimestre de 2024", "quarter 1 of 2024"),
        ("2024-Q4", "cuarto trimestre de 2024", "quarter 4 of 2024"),
        ("2024-09", "setiembre de 2024", "September 2024"),
        ("2024-09-05", "5 de setiembre de 2024", "September 5, 2024"),
        ("2020/2021", "2020–2021", "2020–2021"),
        ("2024-01/2024-06", "enero a junio de 2024", "January to June 2024"),
        ("2019-S1/2019-S2", "enero a diciembre de 2019", "January to December 2019"),
        (
            "2019-11/2020-02",
            "noviembre de 2019 – febrero de 2020",
            "November 2019 – February 2020",
        ),
        ("2019-01/2020", "enero de 2019 – 2020", "January 2019 – 2020"),
    ],
)
def test_periods(code: str, spanish: str, english: str) -> None:
    """Every shape of period in words; «setiembre», as Peru writes it."""
    period = parse_period(code)
    assert ES.period(period) == spanish
    assert EN.period(period) == english


def test_an_undated_period_has_no_words() -> None:
    """The caller says «sin fecha» in its own sentence."""
    assert ES.period(UNDATED) == EN.period(UNDATED) == ""


def test_days_and_dates_as_far_as_known() -> None:
    """A source may tell a year, a month or a day, and no more is written than it tells."""
    assert ES.day(date(2026, 9, 1)) == "1 de setiembre de 2026"
    assert EN.day(date(2026, 9, 1)) == "September 1, 2026"
    assert [ES.known_date(text) for text in ("", "2023", "2023-05", "2023-05-17")] == [
        "",
        "2023",
        "mayo de 2023",
        "17 de mayo de 2023",
    ]
    with pytest.raises(PeriodError):
        ES.known_date("mayo")


def test_ordinals() -> None:
    """English endings follow the last digit, except in the teens of every hundred."""
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 101, 111, 112, 113, 121)
    assert [EN.ordinal(n) for n in numbers] == [
        *("1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "20th", "21st", "22nd"),
        *("23rd", "101st", "111th", "112th", "113th", "121st"),
    ]
    assert [ES.ordinal(n) for n in (1, 12, 25)] == ["1.º", "12.º", "25.º"]


@pytest.mark.parametrize(
    ("items", "spanish", "english"),
    [
        ([], "", ""),
        (["Cusco"], "Cusco", "Cusco"),
        (["Cusco", "Puno"], "Cusco y Puno", "Cusco and Puno"),
        (["Cusco", "Puno", "Tacna"], "Cusco, Puno y Tacna", "Cusco, Puno, and Tacna"),
        (["Cusco", "Ica"], "Cusco e Ica", "Cusco and Ica"),
        (["educación", "industria"], "educación e industria", "educación and industria"),
        (["padres", "hijos"], "padres e hijos", "padres and hijos"),
        (["fuego", "hielo"], "fuego y hielo", "fuego and hielo"),
        (["cobre", "hierro"], "cobre y hierro", "cobre and hierro"),
        (["Ana", "Íñigo"], "Ana e Íñigo", "Ana and Íñigo"),
        (["sal", "yeso"], "sal y yeso", "sal and yeso"),
        (["sal", "iones"], "sal y iones", "sal and iones"),
    ],
)
def test_lists(items: list[str], spanish: str, english: str) -> None:
    """«y» becomes «e» before the sound i, but not before a diphthong."""
    assert ES.listed(items) == spanish
    assert EN.listed(items) == english
