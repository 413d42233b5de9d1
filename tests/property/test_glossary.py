"""Whatever is written, the glossary adds links and changes no letter."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from quipu.prose.glossary import Linker, glossary, term_key
from quipu.prose.markdown import to_html

_TERMS = (("a", ("SIP", "a b", "integridad")), ("b", ("a b c", "é", "x<z")))
_PIECES = st.sampled_from(
    (
        *(
            "SIP",
            "sip",
            "a b",
            "a\nb c",
            "integridad",
            "é",
            "<x>",
            "x<z",
            "&",
            "&amp;",
            " ",
            "\n\n",
        ),
        *("# ", "- ", "*", "**", "`", "[SIP](https://e.pe)", "https://e.pe/SIP", "|", "1. ", "z"),
    )
)
_MARKDOWN = st.lists(_PIECES, max_size=30).map("".join)


class _Reader(HTMLParser):
    """What a reader sees, and whether a link ever stands in a link or a heading."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.nested = False
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_ours = tag == "a" and ("class", "term") in attrs
        self.nested |= is_ours and any(re.fullmatch(r"a|h[1-6]|code|pre", t) for t in self.open)
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text += data


def _linked(html: str) -> str:
    linker = Linker(glossary=glossary(_TERMS), href=lambda name: f"../{name}/")
    page = linker.page(f"<main>{html}</main>")
    return page.removeprefix("<main>").removesuffix("</main>")


@given(_MARKDOWN)
def test_text_stays_and_links_never_nest(markdown: str) -> None:
    """The text is the same, no link stands in another, and a second run changes nothing."""
    html = to_html(markdown)
    once = _linked(html)
    assert _Reader(once).text == _Reader(html).text
    assert not _Reader(once).nested
    assert _linked(once) == once
    shown = [term_key(unescape(t)) for t in re.findall(r'class="term" href="[^>]*>([^<]*)', once)]
    assert len(shown) == len(set(shown))
