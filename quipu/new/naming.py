"""Pure. Which code a word means: exactly one, whatever its capitals and accents, or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from quipu.findings import Finding, alike
from quipu.parse.table import Row

Names = Mapping[str, tuple[str, ...]]
"""The names of things, in every language, by their code."""
_MOST_NAMED = 12
"""Things that are named where nothing is alike."""


def folded(text: str) -> str:
    """A text without what people leave out when they type: capitals, accents, double spaces."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def slug_of(text: str) -> str:
    """A text as part of an address: small letters, digits and hyphens; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")[:60].strip("-")


def meant(word: str, names: Names) -> tuple[str, ...]:
    """The codes that *word* is, or that have it as a whole name; the code itself wins."""
    if word in names:
        return (word,)
    looked_for = folded(word)
    return tuple(
        code
        for code, called in names.items()
        if looked_for in (folded(code), *(folded(name) for name in called))
    )


def within(word: str, names: Names) -> tuple[str, ...]:
    """The codes that have *word* as a part of a name: a «Lima» among several."""
    looked_for = folded(word)
    if not looked_for:
        return ()
    part = re.compile(rf"\b{re.escape(looked_for)}\b")
    return tuple(c for c, called in names.items() if any(part.search(folded(n)) for n in called))


def resembling(word: str, names: Names) -> tuple[str, ...]:
    """The codes whose code or name looks like *word*, the most alike first."""
    by_word = {folded(name): code for code, called in names.items() for name in called}
    by_word |= {folded(code): code for code in names}
    return tuple(dict.fromkeys(by_word[found] for found in alike(folded(word), by_word)))


def code_of(word: str, names: Names, row: Row, column: str, unknown: str) -> str | Finding:
    """The one code that a *word* means.

    Args:
        word: A code or a whole name.
        names: What it may mean.
        row: Where it stands.
        column: In which cell.
        unknown: The code of the finding where it means nothing.

    Returns:
        The code; a finding, with those that may be meant, where it means none or several.
    """
    codes = meant(word, names)
    if len(codes) == 1:
        return codes[0]
    in_doubt = codes or within(word, names)
    if len(in_doubt) > 1:
        return row.finding("E856", column, value=word, options=listed(in_doubt, names))
    may_be = in_doubt or resembling(word, names)
    # The names of a list of codes are in the language of nobody in particular.
    options = ", ".join(may_be or names) if unknown == "E212" else listed(may_be, names)
    return row.finding(unknown, column, value=word, options=options)


def listed(codes: Sequence[str], names: Names) -> str:
    """Codes with their first names, or the first few of all where there are none to choose."""
    chosen = codes or tuple(names)[:_MOST_NAMED]
    shown = (f"{code} ({names[code][0]})" if names[code] else code for code in chosen)
    return ", ".join(shown) or "–"
