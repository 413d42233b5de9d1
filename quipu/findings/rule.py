"""Pure. One row of the table of codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quipu.vocab import Severity

_PLACE = re.compile(r"\{[a-z]+\}")
_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a finding says in one language; ``{field}``, ``{value}`` … are filled in."""

    message: str
    hint: str
    example: str
    """What is wrong, an arrow and its mended form; «⏎» ends a line."""

    def in_general(self) -> tuple[str, str]:
        """Message and hint with «…» for what only a finding knows."""
        return _PLACE.sub("…", self.message), _PLACE.sub("…", self.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of finding: its permanent code, its name and its words."""

    code: str
    """``E203``: the letter is the severity (E error, W warning, N note)."""
    slug: str
    es: Words
    en: Words

    @property
    def severity(self) -> Severity:
        """The severity that the code's letter stands for."""
        return _SEVERITIES[self.code[0]]

    def words_in(self, language: str) -> Words:
        """The words of a language; Spanish when it has none."""
        return self.en if language == "en" else self.es


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Rules that are explained together."""

    anchor: str
    """Permanent: addresses of the page of messages end in it."""
    es: str
    en: str
    rules: tuple[Rule, ...]

    def title_in(self, language: str) -> str:
        """The name in a language; Spanish when it has none."""
        return self.en if language == "en" else self.es


def rule(
    code: str, slug: str, es: tuple[str, str], en: tuple[str, str], example: str | tuple[str, str]
) -> Rule:
    """Write a row of the table in one call: (message, hint) in Spanish and in English.

    The example is one for both languages where it holds no words.
    """
    examples = (example, example) if isinstance(example, str) else example
    return Rule(
        code=code,
        slug=slug,
        es=Words(message=es[0], hint=es[1], example=examples[0]),
        en=Words(message=en[0], hint=en[1], example=examples[1]),
    )
