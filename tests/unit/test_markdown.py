"""Markdown becomes HTML that cannot run anything, in little time."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time
from urllib.parse import urlsplit

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quipu.findings import Finding, is_blocking
from quipu.parse.documents import MAX_BRACKETS_IN_BLOCK, parse_document
from quipu.prose import markdown
from quipu.prose.markdown import to_html

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "hr", "br"),
}
ATTRIBUTES = {"href", "rel", "scope", "id", "start"}

ATTACKS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "a\n\n<script>\nalert(1)\n</script>\n\nb",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
    "<math><mtext><mglyph><style><img src onerror=alert(1)></style></mglyph></mtext></math>",
    "<math href='javascript:alert(1)'>a</math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='data:text/html,x'>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://evil.example/pixel.gif'>",
    "<body onload=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='x' onclick='alert(1)'>a</a>",
    "<p style='background:url(https://evil.example)'>a</p>",
    "<style>@import 'https://evil.example';</style>",
    "<link rel=stylesheet href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name=a><button>b</button></form>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<input autofocus onfocus=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<!-- a --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<plaintext><script>alert(1)</script>",
    "</p><script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a]( javascript:alert(1) )",
    "[a](<javascript:alert(1)>)",
    "[a](javascript&colon;alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;&#x61;vascript:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](data:image/svg+xml,<svg onload=alert(1)>)",
    "[a](file:///etc/passwd)",
    "[a](blob:https://example.org/1)",
    '[a](https://example.org "x\\" onclick=alert(1)")',
    "[a](https://example.org 'x\" onmouseover=\"alert(1)')",
    '[a](https://example.org/"onclick="alert(1))',
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[a][b]\n\n[b]: <javascript:alert(1)>",
    "[a][b]\n\n[b]:\n    javascript:alert(1)",
    '[a][b]\n\n[b]: https://example.org "x\\" onclick=\\"alert(1)"',
    "[a]\n\n[a]: data:text/html,x",
    "<javascript:alert(1)>",
    '<https://example.org/"onclick=alert(1)>',
    '<a@b.c" onclick=alert(1)>',
    "![a](javascript:alert(1))",
    "![a](https://evil.example/pixel.gif)",
    '![a" onerror="alert(1)](x)',
    "![a][b]\n\n[b]: https://evil.example/pixel.gif",
    "[[a](javascript:alert(1))](https://example.org)",
    "[![a](x)](javascript:alert(1))",
    "[a](https://example.org){: onclick=alert(1)}",
    "# a {: onclick=alert(1)}",
    "| a | b |\n|:-|-:|\n| <b onclick=alert(1)> | [x](javascript:alert(1)) |",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)\\</script>",
    "\u0002wzxhzdk:0\u0003<script>alert(1)</script>",
    "<a\u00a0href='javascript:alert(1)'>a",
    "<\u0000script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
)
"""What has run in one Markdown converter or browser or another."""

SLOW = (
    *("[" * 5_000, "![" * 5_000, "[a](" * 5_000, "[" * 2_000 + "]" * 2_000, "<![CDATA[" * 2_000),
    *("> " * 2_000 + "a", "- " * 2_000 + "a", "1. " * 2_000 + "a", "* " * 5_000 + "a"),
    *("*" * 5_000, "_" * 5_000, "`" * 5_000, "*a **b " * 3_000, "*a_ " * 5_000, "&" * 20_000),
    *("|" * 5_000 + "\n" + "|-" * 2_500, "\\" * 20_000, "a" + " " * 30_000 + "b", "\n" * 30_000),
    *("#" * 20_000, "<" * 20_000, "<!--" * 5_000, "\t" * 5_000 + "- a", "[a]: b\n" * 5_000),
    "\n".join("    " * depth + "- a" for depth in range(120)),
    "\n".join("> " * depth + "a" for depth in range(120)),
    "\n\n".join("[" * MAX_BRACKETS_IN_BLOCK for _ in range(300)),
)


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield tags and attributes as a browser would build them."""
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in fragment.iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            yield element.tag, dict(element.attrib)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_active_is_left(attack: str) -> None:
    """Only text, plain tags and links to the web remain."""
    for tag, attributes in elements(to_html(attack)):
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        if "href" in attributes:
            assert urlsplit(attributes["href"].strip()).scheme in ("https", "http", "mailto", "")


def test_there_are_enough_attacks() -> None:
    """Each of them once."""
    assert len(set(ATTACKS)) == len(ATTACKS) >= 60


def test_the_check_can_fail() -> None:
    """The parser above sees what a browser would."""
    found = dict(elements("<p><iframe onload=x></iframe><a href='javascript:y'>z"))
    assert "onload" in found["iframe"]
    assert found["a"]["href"] == "javascript:y"


@pytest.mark.parametrize("text", SLOW, ids=lambda text: f"{text[:8]!r}-{len(text)}")
def test_nothing_hangs(text: str) -> None:
    """Slow text is refused by the check; what passes is converted in little time."""
    findings: list[Finding] = []
    body = f"---\ntitle: a\n---\n{text}\n".encode()
    start = process_time()
    parse_document("content/pages/a.es.md", body, findings)
    if not is_blocking(findings):
        to_html(text)
    assert process_time() - start < 3


def test_what_a_contributor_writes_is_kept() -> None:
    """Headings below the page's own, lists, tables with scopes, links that leak nothing."""
    html = str(
        to_html(
            "# Título\n\nUn *énfasis*, un **dato** y un [enlace](https://example.org/a?b=1&c=2).\n\n"
            "- uno\n- dos\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n\n> cita\n\n`código` y correo "
            "[a](mailto:a@example.org) y [otra página](../metodo/index.html)"
        )
    )
    tags = [tag for tag, _ in elements(html)]
    assert tags.count("h2") == 1
    assert {"em", "strong", "ul", "li", "table", "th", "td", "blockquote", "code"} <= set(tags)
    attributes = [found for _, found in elements(html)]
    assert {"href": "https://example.org/a?b=1&c=2", "rel": "noopener noreferrer"} in attributes
    assert {"scope": "col"} in attributes
    assert "style" not in html
    assert "mailto:a@example.org" in html
    assert "../metodo/index.html" in html


def test_no_text_gives_no_html() -> None:
    """An empty document has no paragraph."""
    assert to_html("") == ""


@pytest.mark.parametrize(("written", "level"), [(1, 2), (2, 2), (3, 3), (4, 4), (5, 4), (6, 4)])
def test_headings_stay_below_the_page_and_keep_their_text(written: int, level: int) -> None:
    """No second first-level heading, and none so deep that it would lose its mark."""
    assert to_html("#" * written + " Título") == f"<h{level}>Título</h{level}>"


PIECES = (
    *("a", "b ", "ñ", "\n", "\n\n", "  \n", " \n", "  ", "\t", "\r\n", "\x02", "\x03", "*", "**"),
    *("_", "__", "`", "``", "\\", "\\*", "\\[", "[", "](", ")", "[a](b)", "!", "![a](b)", "[a][b]"),
    *("\n[b]: http://x/y\n", "[a]:\n  u\n", "<", ">", "<http://a/b>", "<a@b.c>", "<b>", "&"),
    *("&amp;", "&#65;", "\n- ", "\n1. ", "\n> ", "\n    ", "\n## ", "|", "\n|a|\n|-|\n|c|", "---"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example(" \x02 \nb")
@example("[a]\n\n[a]: http://x/y")
def test_leaving_out_what_a_text_does_not_need_changes_nothing(text: str) -> None:
    """With every pattern of the library tried on it, a text becomes the same."""
    every = markdown._ALL_SIGNS
    whole = markdown._converter(every).reset().convert(text)
    assert markdown._converter(markdown._signs(text)).reset().convert(text) == whole


def test_every_sign_names_patterns_of_the_library() -> None:
    """All of them are known; those that are left out of every text are the raw HTML alone."""
    named = {name for names in markdown._SIGNS.values() for name in names}
    patterns = markdown._converter(markdown._ALL_SIGNS).inlinePatterns
    assert {name for name in named if name in patterns} == named
    assert len(patterns) == len(named)
