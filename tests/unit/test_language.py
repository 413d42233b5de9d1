"""What a page needs of its language: translations, values with units, names after «de» and «en»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.i18n.catalogue import translations
from quipu.vocab import IndicatorType
from tests.samples import area, indicator, language, unit

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Sí"
msgstr "Yes"

msgid "de {name}"
msgstr "of {name}"

msgid "{n} fila"
msgid_plural "{n} filas"
msgstr[0] "{n} row"
msgstr[1] "{n} rows"
"""
ES = language("es")
EN = replace(language("en"), translations=translations(PO.encode()))
CALLAO = replace(area("X", article_es="el"), names={"es": "Callao", "en": "Callao"})
CUSCO = replace(area("Y"), names={"es": "Cusco", "en": "Cuzco"})


def test_a_message_is_translated_and_filled_in() -> None:
    """A message without a translation shows in Spanish, never as an empty string."""
    assert EN._("de {name}", name="Cusco") == "of Cusco"
    assert ES._("de {name}", name="Cusco") == "de Cusco"
    assert EN._("Sin traducir") == "Sin traducir"


def test_braces_in_a_message_without_values_stay() -> None:
    """Only what is asked for is filled in."""
    assert ES._("un {lugar}") == "un {lugar}"


@pytest.mark.parametrize(
    ("number", "spanish", "english"),
    [(0, "0 filas", "0 rows"), (1, "1 fila", "1 row"), (1200, "1,200 filas", "1,200 rows")],
)
def test_plurals(number: int, spanish: str, english: str) -> None:
    """The number is written as the language writes numbers."""
    assert ES.plural("{n} fila", "{n} filas", number) == spanish
    assert EN.plural("{n} fila", "{n} filas", number) == english


def test_the_singular_of_a_plural_is_found_without_a_number() -> None:
    """Whatever Python's own gettext does: not all versions of it find that text."""
    assert EN._("{n} fila") == "{n} row"


def test_texts_fall_back_to_the_first_language() -> None:
    """A name that was not translated is better than none."""
    assert EN.text({"es": "solo español"}) == "solo español"
    assert EN.text({"es": "uno", "en": "one"}) == "one"
    assert ES.text({}) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [("72.34", "72.3\u00a0%"), ("1", "1.0\u00a0%"), ("-0.04", "0.0\u00a0%")],
)
def test_a_unit_follows_its_number(value: str, expected: str) -> None:
    """A space that does not break stands between them."""
    assert ES.value(indicator(measure=unit("%")), Decimal(value)) == expected


def test_a_unit_may_come_first() -> None:
    """Money is written S/ 5 in Peru."""
    money = indicator(decimals=0, measure=unit("S/", is_prefix=True))
    assert ES.value(money, Decimal(1234)) == "S/\u00a01,234"


def test_one_has_its_own_form() -> None:
    """«1 caso», but «1.0 casos» where decimals are shown."""
    cases = unit("casos", singular="caso")
    whole, shown = indicator(decimals=0, measure=cases), indicator(decimals=1, measure=cases)
    assert ES.value(whole, Decimal(1)) == "1\u00a0caso"
    assert ES.value(whole, Decimal(2)) == "2\u00a0casos"
    assert ES.value(whole, Decimal(0)) == "0\u00a0casos"
    assert ES.value(shown, Decimal(1)) == "1.0\u00a0casos"


def test_a_computed_value_is_written_like_a_published_one() -> None:
    """The form for one, the unit and yes or no do not depend on the kind of number."""
    whole = indicator(decimals=0, measure=unit("casos", singular="caso"))
    yes_or_no = indicator(type_=IndicatorType.BINARY)
    assert ES.value(whole, 1.0) == "1\u00a0caso"
    assert ES.value(indicator(measure=unit("%")), 72.35) == "72.4\u00a0%"
    assert [ES.bare_value(yes_or_no, n) for n in (0.0, 1.0)] == ["No", "Sí"]


def test_without_a_unit_the_number_stands_alone() -> None:
    """No space is left at its end."""
    assert ES.value(indicator(), Decimal("4.25")) == "4.3"


def test_yes_and_no() -> None:
    """A binary indicator is told in words, without its unit."""
    yes_or_no = indicator(type_=IndicatorType.BINARY, measure=unit("u"))
    assert [ES.value(yes_or_no, Decimal(n)) for n in (0, 1)] == ["No", "Sí"]
    assert EN.value(yes_or_no, Decimal(1)) == "Yes"


def test_names_after_prepositions() -> None:
    """«del Callao», but «en el Callao»; other languages have no article."""
    assert (ES.of(CUSCO), ES.within(CUSCO)) == ("de Cusco", "en Cusco")
    assert (ES.of(CALLAO), ES.within(CALLAO)) == ("del Callao", "en el Callao")
    assert EN.of(CALLAO) == "of Callao"
    assert EN.of(CUSCO) == "of Cuzco"
    libertad = replace(CALLAO, names={"es": "Libertad"}, attributes={"article_es": "la"})
    assert (ES.of(libertad), ES.within(libertad)) == ("de la Libertad", "en la Libertad")
