"""Pure. HTML and Markdown of others to text that the contract takes.

Nothing of what a reader would read is lost, but images, code and links that are no full web
addresses; those are named, so that they can be told.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from quipu.findings import Finding
from quipu.parse.cells import is_address
from quipu.parse.documents import MAX_BRACKETS_IN_BLOCK
from quipu.parse.lines import fault
from quipu.parse.privacy import check_privacy
from quipu.parse.text import INVISIBLE, decode
from quipu.parse.unfinished import check_unfinished

_TAG_NAMES = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|canvas|caption|center|cite|code"
    "|col|colgroup|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head"
    "|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|math|meta|nav|object|ol|option|p"
    "|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary"
    "|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|u|ul|var|video|wbr"
)
_NO_TAG = re.compile(rf"<(?!/?(?:{_TAG_NAMES})\b|!--)", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_CODE = frozenset({"script", "style", "iframe", "svg", "object", "embed", "canvas", "template"})
_VOID = frozenset({"embed"})
_PARAGRAPHS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main"),
        *("ol", "p", "pre", "section", "table", "ul"),
    }
)
_LINES = frozenset({"br", "tr", "caption"})
_LINK = re.compile(r"(!?)\[([^\[\]\n]*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)")
# Before a number such a sign may be part of what is said: «> 65».
_MARKS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+]|>)[ \t]+(?![0-9])|\*\*|__|`", re.MULTILINE)
_ITEMS = re.compile(r"\s*^[ \t]*[-*+][ \t]+(?![0-9])", re.MULTILINE)
_RULERS = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)
_NESTED = re.compile(r"^[ \t]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+|>[ \t]*){4,}", re.MULTILINE)
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
_FEW = re.compile(r"(<|>)(=?)[ \t]*(?=[0-9])")
_SIGNS = str.maketrans({"<": "‹", ">": "›"})
_LESS_MORE = {"es": ("menos de ", "más de "), "en": ("less than ", "more than ")}
FORMS_OF_REFUSALS = {
    "E113": "import-garbled",
    "E233": "import-personal",
    "W851": "import-unfinished",
}
"""What the reader of the project refuses in any text, and how it is told."""
_ENTITY_ROUNDS = 3
"""How often a text may have been escaped over and over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text that may be published, and what was left out of it."""

    text: str
    dropped: tuple[str, ...] = ()
    """Images, code and addresses, as they were named."""
    refused: str = ""
    """The code of what the reader of the project refuses in it; then there is no text."""


def markdown_of(raw: str) -> Cleaned:
    """The text as Markdown, in paragraphs; links only to full web addresses."""
    return _cleaned(raw, keeps_links=True)


def line_of(raw: str) -> Cleaned:
    """The text on one line, without any markup; addresses stand in brackets after their words."""
    found = _cleaned(raw, keeps_links=False)
    return Cleaned(
        text=" ".join(_MARKS.sub("", _ITEMS.sub("; ", found.text)).split()).lstrip("; "),
        dropped=found.dropped,
        refused=found.refused,
    )


def cell_of(raw: str, language: str) -> tuple[str, str]:
    """A text for a cell of a table, and what forbids it.

    Returns:
        The text, and an empty word; or no text, and the code of what no cell may hold.
    """
    found = line_of(raw)
    if found.refused:
        return "", found.refused
    text = _without_angles(found.text, language)
    wrong = fault(text) if text else ""
    # Dashes alone are how people write that there is nothing.
    return ("", "" if wrong == "E221" else wrong) if wrong else (text, "")


def _without_angles(text: str, language: str) -> str:
    """Say in words or other signs what angle brackets say: cells may not hold them."""
    less, more = _LESS_MORE.get(language, _LESS_MORE["en"])

    def said(match: re.Match[str]) -> str:
        if match[2]:
            return "≤ " if match[1] == "<" else "≥ "
        return less if match[1] == "<" else more

    return _FEW.sub(said, text.replace("->", "→")).translate(_SIGNS)


def _cleaned(raw: str, *, keeps_links: bool) -> Cleaned:
    flat = _Flat()
    flat.feed(_NO_TAG.sub("&lt;", _AUTOLINK.sub(r"\1", raw)))
    flat.close()
    text, dropped = "".join(flat.pieces), list(flat.dropped)
    for _ in range(_ENTITY_ROUNDS):
        text = unescape(text)
    text = unicodedata.normalize("NFC", _seen(text))
    if refused := refusal(text):
        return Cleaned(text="", dropped=tuple(dropped), refused=refused)

    def linked(match: re.Match[str]) -> str:
        is_image, words, address = match.groups()
        if is_image or not is_address(address):
            dropped.append(address or words)
            return str(words)
        if keeps_links:
            return f"[{words or address}]({address})"
        return address if words in ("", address) else f"{words} ({address})"

    text = _LINK.sub(linked, text)
    text = _tame(_TAG_LIKE.sub("‹", text))
    return Cleaned(text=text, dropped=tuple(dropped))


def refusal(text: str) -> str:
    """The code of what the reader of the project refuses in a text, wherever it stands.

    Letters that were lost, numbers that single out a person, marks of what is still to be
    written; empty for most texts.
    """
    told: list[Finding] = []
    if not text.isascii() or "?" in text:
        decode("", text.encode(), told)
    check_privacy("", text, told)
    check_unfinished("", text, told)
    return next((finding.code for finding in told if finding.code in FORMS_OF_REFUSALS), "")


def _seen(text: str) -> str:
    """The text without what nobody sees; odd spaces become plain ones."""
    text = INVISIBLE.sub("", text)
    return "".join(
        c if c.isprintable() or c in "\n\t" else " " if c.isspace() else "" for c in text
    )


def _tame(text: str) -> str:
    """Paragraphs without what would be taken for front matter, or would tangle the converter."""
    text = _NESTED.sub("- ", _RULERS.sub("", text))
    text = text.replace("![", "[").replace("]:", "] :").replace("&#", "& #")
    lines = []
    for line in text.replace("\t", "  ").split("\n"):
        words = " ".join(line.split())
        indent = len(line) - len(line.lstrip())
        lines.append("  " + words if indent >= 2 and words.startswith(("- ", "* ")) else words)
    blocks = re.split(r"\n{2,}", "\n".join(lines).strip())
    return "\n\n".join(
        re.sub(r"[\[\]]", "", block) if block.count("[") > MAX_BRACKETS_IN_BLOCK else block
        for block in blocks
    )


class _Flat(HTMLParser):
    """Writes HTML as Markdown: paragraphs, lists and links; the rest as its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.dropped: list[str] = []
        self._code = 0
        self._links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a paragraph, an item or a link."""
        if tag in _CODE:
            self.dropped.append(tag)
            self._code += tag not in _VOID
        elif tag in _PARAGRAPHS:
            self._write("\n\n")
        elif tag in _LINES:
            self._write("\n")
        elif tag == "li":
            self._write("\n- ")
        elif tag in ("td", "th"):
            self._write(" ")
        elif tag == "img":
            named = dict(attrs)
            self.dropped.append(named.get("src") or named.get("alt") or tag)
        elif tag == "a":
            self._links.append((len(self.pieces), dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in _CODE:
            self._code = max(0, self._code - 1)
        elif tag in _PARAGRAPHS:
            self._write("\n\n")
        elif tag == "a" and self._links:
            start, address = self._links.pop()
            words = " ".join("".join(self.pieces[start:]).split())
            self.pieces[start:] = [
                f"[{re.sub(r'[][]', '', words)}]({address})" if address else words
            ]

    def handle_data(self, data: str) -> None:
        """Write words."""
        self._write(data)

    def _write(self, text: str) -> None:
        if not self._code:
            self.pieces.append(text)
