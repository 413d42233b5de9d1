"""Pure. Text of the data in a report that GitHub shows: read as text, and as nothing else.

A backslash keeps Markdown from being read, but GitHub looks for mentions, references, emoji
and formulas in what comes of that. A space of no width, as Renovate and Dependabot write it,
parts what would be found there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PART = "&#8203;"
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#!~]")
_FOUND_LATER = re.compile(
    r"@|(?<=#)(?=[0-9])|(?<=\bGH-)(?=[0-9])|:(?=[\w+-]+:)|(?<=:)(?=//)|(?<=\bwww)(?=\.)"
    r"|(?<=\bmailto:)|(?<=\bxmpp:)",
    re.IGNORECASE,
)
"""Mentions and addresses, references to issues, emoji, links that begin without a sign."""
_LIST = re.compile(r"\A(?:([0-9]+)([.)])(?=\s|\Z)|([-+])(?=[\s-]|\Z))")


def inert(text: str) -> str:
    """A text on one line that cannot leave its table cell nor be read as anything but text."""
    flat = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()).replace("&", "&amp;"))
    flat = _FOUND_LATER.sub(rf"\g<0>{_PART}", flat)
    # What GitHub's own guide asks for where a dollar sign is no formula.
    flat = flat.replace("$", "<span>$</span>")
    return _LIST.sub(r"\1\\\2\3", flat)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
