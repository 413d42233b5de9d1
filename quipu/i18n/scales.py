"""Pure. How a locale shortens large numbers: ``12 k``, ``3 M``. Babel has the patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

__all__ = ["Step", "short_scale"]

_QUOTED = re.compile(r"'([^']*)'")
_OTHER = "other"
"""The plural form that every locale has."""
_Affixes = tuple[str, str]
"""What stands before and after a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One word of a short scale."""

    magnitude: int
    """The least number that it stands for."""
    divisor: int
    """0 where the locale has no word so small and writes the number in full."""
    by_form: Mapping[str, tuple[_Affixes, _Affixes]]
    """What stands around numbers and around negative ones, by plural form."""
    form_of: Callable[[Decimal], str] | None
    """Names the plural form of a number; None where all forms are written alike."""

    def affixes(self, scaled: Decimal) -> _Affixes:
        """What stands before and after a number that was divided; its sign included."""
        form = _OTHER
        if self.form_of is not None:
            form = "1" if scaled == 1 and "1" in self.by_form else self.form_of(abs(scaled))
        found = self.by_form.get(form) or self.by_form[_OTHER]
        return found[scaled < 0]


@lru_cache(maxsize=64)
def short_scale(locale: str) -> tuple[Step, ...]:
    """Read the short scale of a Babel locale, its largest word first."""
    parsed = Locale.parse(locale)
    patterns = parsed.compact_decimal_formats["short"]
    magnitudes = sorted((int(m) for m in patterns[_OTHER]), reverse=True)
    return tuple(_step(parsed, patterns, magnitude) for magnitude in magnitudes)


def _step(
    locale: Locale, patterns: Mapping[str, Mapping[str, NumberPattern]], magnitude: int
) -> Step:
    key = str(magnitude)
    shape = parse_pattern(patterns[_OTHER][key])
    by_form = {
        form: _affixes(parse_pattern(of_form[key]))
        for form, of_form in patterns.items()
        if key in of_form
    }
    # A pattern of nothing but a digit is how locales say that they do not shorten.
    zeros = (shape.number_pattern or "0").count("0")
    divisor = magnitude // 10 ** (zeros - 1)
    return Step(
        magnitude=magnitude,
        divisor=0 if shape.pattern == "0" else divisor,
        by_form=by_form,
        form_of=None if len(set(by_form.values())) == 1 else locale.plural_form,
    )


def _affixes(pattern: NumberPattern) -> tuple[_Affixes, _Affixes]:
    positive, negative = (
        (_plain(before), _plain(after))
        for before, after in zip(pattern.prefix, pattern.suffix, strict=True)
    )
    return positive, negative


def _plain(affix: str) -> str:
    """An affix as readers see it: without quotes, with plain spaces."""
    text = _QUOTED.sub(lambda found: found[1] or "'", affix)
    return text.replace("\u00a0", " ")
