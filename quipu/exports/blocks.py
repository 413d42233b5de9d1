"""Pure. A text of the site as paragraphs, items and cells: what a word processor is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from quipu.prose.markdown import to_html

_BLOCKS = ("h2", "h3", "h4", "p", "li", "pre", "th", "td")
"""Elements whose text is a paragraph or a cell of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words in one hand."""

    text: str
    is_strong: bool = False
    is_slanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, an item of a list, or a table."""

    kind: str
    """The element: h2, h3, h4, p, ul, ol (an item of such a list), pre or table."""
    runs: list[Run] = field(default_factory=list)
    starts: bool = False
    """Whether it is the first item of its list, of which the count begins anew."""
    first: int = 1
    """The number of the first item of its list."""
    rows: list[list[list[Run]]] = field(default_factory=list)
    """Of a table: its cells, row by row, the header first."""


class _Reader(HTMLParser):
    """The blocks of a text of which `to_html` made HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._runs: list[Run] | None = None
        self._lists: list[str] = []
        self._is_first = False
        self._first = 1
        self._strong = 0
        self._slanted = 0

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],
    ) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(tag)
            self._is_first = True
            self._first = int(dict(attrs).get("start") or 1)
        elif tag == "table":
            self.blocks.append(Block(kind="table"))
        elif tag == "tr":
            self.blocks[-1].rows.append([])
        elif tag in ("th", "td"):
            self._runs = []
            self.blocks[-1].rows[-1].append(self._runs)
        elif tag == "p" and self._lists:
            pass  # an item that holds a paragraph is that paragraph
        elif tag in _BLOCKS:
            kind = self._lists[-1] if tag == "li" and self._lists else tag
            starts = tag == "li" and self._is_first
            self.blocks.append(Block(kind=kind, starts=starts, first=self._first if starts else 1))
            self._is_first = self._is_first and tag != "li"
            self._runs = self.blocks[-1].runs
        elif tag == "br":
            self.handle_data("\n")
        self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag in _BLOCKS and not (tag == "p" and self._lists):
            self._runs = None
        self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        if self._runs is not None:
            run = Run(text=data, is_strong=self._strong > 0, is_slanted=self._slanted > 0)
            self._runs.append(run)

    def _count(self, tag: str, step: int) -> None:
        if tag in ("strong", "th"):
            self._strong += step
        elif tag == "em":
            self._slanted += step


def blocks_of(text: str) -> list[Block]:
    """The paragraphs, lists and tables of a Markdown text, in order."""
    reader = _Reader()
    reader.feed(str(to_html(text)))
    reader.close()
    return reader.blocks
