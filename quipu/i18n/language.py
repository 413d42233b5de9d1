"""Pure. One value that holds all a page needs of its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from gettext import NullTranslations
from typing import Any, TypeVar

from quipu.i18n.numbers import Formats
from quipu.model import Area, Indicator, Localised, in_language
from quipu.vocab import IndicatorType

Code = TypeVar("Code")
Word = TypeVar("Word")
Translate = Callable[..., str]
"""Translates a Spanish source string: ``_``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the site: its translations, its formats and its grammar of names."""

    code: str
    first: str
    """The site's first language, whose text stands in where this one lacks it."""
    translations: NullTranslations
    formats: Formats
    _named: dict[str, Mapping[Any, Any]] = field(
        default_factory=dict, repr=False, compare=False, init=False
    )

    def _(self, message: str, **values: object) -> str:
        """Translate a Spanish source string and fill in its ``{placeholders}``."""
        text = self.translations.gettext(message)
        return text.format(**values) if values else text

    def named(
        self, table: str, make: Callable[[Translate], Mapping[Code, Word]]
    ) -> Mapping[Code, Word]:
        """What codes are called, looked up once: pages ask for them hundreds of times."""
        if table not in self._named:
            self._named[table] = make(self._)
        return self._named[table]

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a string that depends on a number; ``{n}`` is the number, written out."""
        text = self.translations.ngettext(one, many, number)
        return text.format(n=self.formats.number(number, 0), **values)

    def text(self, texts: Localised) -> str:
        """The words of a localised text, in the first language where this one has none."""
        return in_language(texts, self.code, self.first)[0]

    def value(self, indicator: Indicator, value: Decimal | float) -> str:
        """Write a value of an indicator with its unit: ``72.3 %``, ``S/ 5``, ``Sí``."""
        number = self.bare_value(indicator, value)
        if indicator.type is IndicatorType.BINARY:
            return number
        unit = self.text(indicator.unit.short)
        if value == 1 and indicator.decimals == 0:
            unit = self.text(indicator.unit.singular) or unit
        if not unit:
            return number
        return f"{unit}\u00a0{number}" if indicator.unit.is_prefix else f"{number}\u00a0{unit}"

    def bare_value(self, indicator: Indicator, value: Decimal | float) -> str:
        """Write a value of an indicator without its unit; yes or no for a binary one."""
        if indicator.type is IndicatorType.BINARY:
            return self._("Sí") if value else self._("No")
        return self.formats.number(value, indicator.decimals)

    def contracted(self, text: str) -> str:
        """Join «de el» and «a el» as Spanish does; texts of other languages as they are."""
        if self.code != "es":
            return text
        return text.replace(" de el ", " del ").replace(" a el ", " al ")

    def of(self, area: Area) -> str:
        """Name an area after «de»: ``de Cusco``, ``del Callao``."""
        name, article = self.text(area.names), area.attributes.get("article_es", "")
        if self.code != "es" or not article:
            return self._("de {name}", name=name)
        return f"del {name}" if article == "el" else f"de {article} {name}"

    def within(self, area: Area) -> str:
        """Name an area after «en»: ``en Cusco``, ``en el Callao``."""
        name, article = self.text(area.names), area.attributes.get("article_es", "")
        if self.code != "es" or not article:
            return self._("en {name}", name=name)
        return f"en {article} {name}"
