"""Pure. Whether words of running text are a part of a proper name.

«Comité de Integridad Pública» is the name of one committee: a link on two of its words would cut
it. Judged by capitals, so it errs on the side of names.
"""

from __future__ import annotations

import re

_NEAR = 1_500
"""How many characters around a term are looked at; a proper name is shorter."""
_WITHIN = re.compile(r"</?(?:em|strong|b|i|span|abbr)\b[^<>]*>|<a class=\"term\"[^<>]*>")
"""Tags that stand within a name, and the links that the glossary makes."""
_TERM_LINK = re.compile(r"<a class=\"term\" href=\"[^\"<>]*\">([^<>]*)</a>")
_OTHER = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_BREAK = "\f"
_WORD = r"[^\W\d_][\w’'-]*"
_PREPOSITIONS = "de|del|en|para|contra|of|for|on|against"
_JOINS = "y|e|o|u|and|or|&amp;"
_BEFORE = re.compile(
    rf"(?P<word>{_WORD})[ \n]+(?P<joints>(?:(?:{_PREPOSITIONS}|{_JOINS})[ \n]+)*)"
    r"(?P<article>(?:el|la|los|las|the)[ \n]+)?$"
)
_AFTER = re.compile(rf"[ \n]+(?P<joint>(?:{_JOINS})[ \n]+)?(?P<word>{_WORD})")
_STARTS = re.compile(r"(?:^|[.:;!?¿¡«“(\f•·–—])\s*$")
_COMMON = frozenset(
    (
        *("el", "la", "los", "las", "lo", "un", "una", "de", "del", "al", "a", "en", "con", "sin"),
        *("por", "para", "según", "sobre", "entre", "desde", "hasta", "su", "sus", "este", "esta"),
        *("estos", "estas", "ese", "esa", "cada", "todo", "toda", "todos", "todas", "ningún"),
        *("ninguna", "qué", "cuál", "que", "si", "cómo", "como", "y", "e", "o", "u", "ni", "no"),
        *("es", "son", "hay", "también", "pero", "cuando", "donde", "más", "the", "an", "of", "in"),
        *("on", "at", "by", "for", "with", "to", "from", "and", "or", "its", "their", "this"),
        *("that", "these", "those", "each", "every", "any", "what", "which", "how", "is", "are"),
        *("if", "when", "where", "as", "under", "your", "our", "whether", "has", "does"),
    )
)
"""Words that stand before a term with a capital only because a sentence starts there."""


def is_in_name(html: str, first: int, last: int) -> bool:
    """Whether the words between two places of a text go on, at either end, as a proper name.

    Args:
        html: The page.
        first: Where the words start.
        last: Where they end.
    """
    term = html[first:last]
    before = _plain(html[max(first - _NEAR, 0) : first])
    after = _plain(html[last : last + _NEAR])
    return _goes_on(term, after) or _is_begun(term, before.rpartition(_BREAK)[2])


def _plain(html: str) -> str:
    """Text without the tags that may stand in a name, and breaks for all others."""
    linked = _TERM_LINK.sub(r"\1", html)
    return _OTHER.sub(_BREAK, _WITHIN.sub("", linked)).replace("<", _BREAK).replace(">", _BREAK)


def _goes_on(term: str, after: str) -> bool:
    match = _AFTER.match(after)
    if match is None or not match["word"][0].isupper():
        return False
    return not match["joint"] or (term[0].isupper() and not term.isupper())


def _is_begun(term: str, before: str) -> bool:
    match = _BEFORE.search(before)
    if match is None or not match["word"][0].isupper() or match["word"].casefold() in _COMMON:
        return False
    if match["word"].endswith(("’s", "'s", "s’")):
        return False
    is_first = bool(_STARTS.search(before[: match.start()]))
    joints, article = bool(match["joints"]), bool(match["article"])
    if not joints and not article:
        return term[0].isupper() or not is_first
    if term.isupper():  # an acronym is a whole name
        return False
    if not article:
        return True
    return joints and term[0].isupper() and not is_first
