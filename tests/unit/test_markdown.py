"""Markdown becomes HTML that cannot run anything."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quipu.prose import markdown
from quipu.prose.markdown import to_html
from tests.hostile.attacks import ALL
from tests.hostile.elements import elements, unsafe


@pytest.mark.parametrize("attack", ALL, ids=ascii)
def test_nothing_active_is_left(attack: str) -> None:
    """Only text, plain tags and links to the web remain, whatever the check would say."""
    assert list(unsafe(to_html(attack))) == []


def test_the_check_can_fail() -> None:
    """The parser above sees what a browser would."""
    found = set(unsafe("<p><iframe onload=x></iframe><a href='javascript:y'>z"))
    assert found == {"iframe", "iframe@onload", "javascript:y"}


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
