"""Pure. Findings: what is wrong with data or content, where, and how to mend it.

A finding is a value, never an exception: all of them are collected and shown at once.
Its words come from the table of codes, so the command line, the continuous integration
and the site say the same. Codes are never reused.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from itertools import islice

from quipu.findings.codes import RULES_BY_CODE, Rule
from quipu.findings.form_codes import FORMS
from quipu.findings.hint_codes import HINTS
from quipu.findings.import_form_codes import IMPORT_FORMS
from quipu.model import Location
from quipu.vocab import Severity

__all__ = ["Finding", "choices", "did_you_mean", "in_order", "is_blocking", "message", "shown"]

_LONGEST_SHOWN = 240
"""Longer values are cut: whoever mends the cell sees it in the file."""
_LONGEST_COMPARED = 60


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mistake, doubt or remark about the data or the content."""

    code: str
    """A code of the table, for example ``E203``."""
    where: Location
    field: str = ""
    """Column, front-matter key or setting that is meant; empty for a whole row or file."""
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What the message's placeholders stand for, as text; ``value`` is the offending text."""

    @property
    def rule(self) -> Rule:
        """The row of the table of codes."""
        return RULES_BY_CODE[self.code]

    @property
    def severity(self) -> Severity:
        """What the finding stops."""
        return self.rule.severity


def message(finding: Finding, language: str) -> tuple[str, str]:
    """Fill in the words of a finding.

    Args:
        finding: Any finding.
        language: ``es`` or ``en``; any other falls back to Spanish.

    Returns:
        The message (what is wrong and why) and the hint (how to mend it).
    """
    words = finding.rule.words_in(language)
    given = {"field": finding.field, "path": finding.where.path, **finding.params}
    values = _Filled({key: shown(value) for key, value in given.items()})
    if form := given.get("form"):
        ends = IMPORT_FORMS.get(form) or FORMS[form]
        values["form"] = ends[language == "en"].format_map(values)
    hint = words.hint
    if cause := given.get("cause"):
        hint = HINTS[cause][language == "en"]
    return words.message.format_map(values), hint.format_map(values)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as a reader mends them: by file, line and column, then code."""
    return tuple(
        sorted(findings, key=lambda f: (f.where.path, f.where.line, f.where.column, f.code))
    )


def is_blocking(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops a build."""
    return any(f.severity is Severity.ERROR for f in findings)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Name the known words that look like *word*, comma-separated; empty when none does."""
    return ", ".join(alike(word, known))


MOST_NAMED = 12
"""Things that a finding names where nothing is alike."""


def choices(word: str, known: Collection[str]) -> str:
    """Name the known words that look like *word*, or else the first there are; never empty."""
    return did_you_mean(word, known) or ", ".join(islice(known, MOST_NAMED)) or "–"


def alike(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that look like *word*, the most alike first; at most three."""
    if len(word) > _LONGEST_COMPARED:
        return ()
    by_folded = {c.casefold(): c for c in known}
    close = get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return tuple(by_folded[c] for c in close)


class _Filled(dict[str, str]):
    """Placeholders without a value stay visible instead of hiding the finding."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def shown(text: str) -> str:
    """Make any text safe to print on one terminal line: control characters shown as escapes."""
    text = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
