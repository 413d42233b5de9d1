"""Pure. The first appearance of a term on a page leads to the concept that explains it.

Works on HTML that is whole already: what it adds are links around words in running text, so the
text of a page stays letter by letter as it was. Each tag and each piece of text is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from markupsafe import escape

from quipu.prose.names import is_in_name

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_SKIPPED = frozenset(
    (
        *("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "button", "label", "summary"),
        *("nav", "table", "dt", "time", "title", "script", "style", "textarea", "option"),
        *("blockquote", "figure", "figcaption"),
    )
)
"""Elements whose words are left alone: no link stands in a link, a heading, a name, code, a table,
a drawing or what somebody else said."""
_PLAIN = re.compile(
    r"\sdata-plain[\s=>]"
    r"|\sclass=\"(?:[^\"]*\s)?(?:line|answers|meta|sources|facts|sheet|legend|badge|marks)[\s\"]"
)
"""Attributes of elements whose words are left alone: facts that are quoted, and small print."""
_DRAWING = "</svg>"
_OPENING = '<a class="term" href="'
_MAIN, _END = "<main", "</main>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The terms of one language."""

    pattern: re.Pattern[str] | None
    """Finds references and terms in escaped text, the longest first; None: there are no terms."""
    concepts: Mapping[str, str]
    """Name of the concept by term, as `term_key` writes it."""


def term_key(term: str) -> str:
    """What a term is looked up by: capitals and line breaks make no difference."""
    return " ".join(term.split()).casefold()


@lru_cache(maxsize=16)
def glossary(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Glossary:
    """Make the glossary of a language.

    Args:
        terms: Names of concepts with their terms. The first concept that claims a term has it.
    """
    concepts: dict[str, str] = {}
    spelled: dict[str, str] = {}
    for name, own in terms:
        for term in own:
            concepts.setdefault(term_key(term), name)
            spelled.setdefault(term_key(term), " ".join(term.split()))
    if not concepts:
        return Glossary(pattern=None, concepts={})
    ordered = sorted(spelled.values(), key=lambda term: (-len(term), term))
    # A norm's number («001-2024-PCM/SIP») holds letters that are no term there.
    words = rf"(?<![\w/-])(?P<term>{'|'.join(map(_written, ordered))})(?![\w/-])"
    pattern = re.compile(rf"&[#\w]{{1,32}};|{words}", re.IGNORECASE)
    return Glossary(pattern=pattern, concepts=concepts)


def _written(term: str) -> str:
    """The pattern of a term in HTML: any space between its words; an acronym in capitals only.

    Who reads English meets «can» far more often than CAN.
    """
    found = r"\s+".join(re.escape(str(escape(word))) for word in term.split())
    return f"(?-i:{found})" if term.isupper() else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Links the terms of one page: it remembers which of them the page has shown."""

    glossary: Glossary
    href: Callable[[str], str]
    """The link from the page to a concept."""
    own: str = ""
    """The concept that the page is about; its terms lead nowhere."""
    shown: set[str] = field(default_factory=set)
    """Keys of the terms that were linked so far."""

    def page(self, html: str) -> str:
        """Link the terms in the main part of a page."""
        start, end = html.find(_MAIN), html.rfind(_END)
        return self._linked(html, start, end) if 0 <= start < end else html

    def _linked(self, text: str, start: int, end: int) -> str:
        parts: list[str] = []
        done = 0
        for first, last, name in self._found(text, start, end):
            href = escape(self.href(name))
            parts += (text[done:first], _OPENING, href, '">', text[first:last], "</a>")
            done = last
        return "".join((*parts, text[done:])) if parts else text

    def _found(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where the terms stand that are to be linked, and their concepts."""
        skipped: list[str] = []
        at = heading = start
        is_term = False
        titled: frozenset[str] = frozenset()
        while at < end and self.glossary.pattern is not None:
            tag = _TAG.search(text, at, end)
            stop = tag.start() if tag else end
            if stop > at and (is_term or not skipped):
                yield from self._in_text(text, at, stop, is_shown=is_term, but=titled)
            if tag is None:
                return
            at, name, is_end = tag.end(), tag["name"].lower(), bool(tag["end"])
            if name == "svg" and not is_end:
                at = max(at, text.find(_DRAWING, at, end))
                continue
            if name == "h1" and not is_end:
                heading = at
            elif name == "h1":
                titled = self._named(text, heading, tag.start())
            elif name == "p" and is_end and not skipped:
                titled = frozenset()
            _count(skipped, tag, name)
            if name in _SKIPPED:
                is_term = not is_end and tag[0].startswith(_OPENING)

    def _named(self, text: str, start: int, end: int) -> frozenset[str]:
        """The concepts whose terms stand in a heading."""
        assert self.glossary.pattern is not None  # the caller asked
        found = (match["term"] for match in self.glossary.pattern.finditer(text, start, end))
        keys = (term_key(unescape(term)) for term in found if term)
        return frozenset(
            self.glossary.concepts[key] for key in keys if key in self.glossary.concepts
        )

    def _in_text(
        self, text: str, start: int, end: int, *, is_shown: bool, but: frozenset[str]
    ) -> Iterator[tuple[int, int, str]]:
        """The terms in text between two tags; those of a link made before are shown already.

        Terms in the names of others, and of the concepts in *but*, wait for their next appearance.
        """
        assert self.glossary.pattern is not None  # the caller asked
        for match in self.glossary.pattern.finditer(text, start, end):
            if not (word := match["term"]):
                continue
            key = term_key(unescape(word))
            concept = self.glossary.concepts.get(key, "")
            if concept in ("", self.own) or key in self.shown:
                continue
            if is_shown:
                self.shown.add(key)
            elif concept not in but and not is_in_name(text, match.start(), match.end()):
                self.shown.add(key)
                yield match.start(), match.end(), concept


def _count(skipped: list[str], tag: re.Match[str], name: str) -> None:
    """Note the elements whose words are left alone, from where they start to where they end."""
    if not tag["end"]:
        if name in _SKIPPED or name in skipped or _PLAIN.search(tag[0]):
            skipped.append(name)
    elif name in skipped:
        del skipped[len(skipped) - 1 - skipped[::-1].index(name) :]
