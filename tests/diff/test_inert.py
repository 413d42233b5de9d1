"""Text of the data in the report of a change is text, whatever GitHub would like to see in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from marko.ext.gfm import gfm

from quipu.diff.markdown import inert, table
from quipu.diff.report import as_markdown
from quipu.vocab import Direction
from tests.diff.test_diff import difference
from tests.hostile.attacks import ALL, GITHUB
from tests.samples import area, catalog, indicator, observation

PLAIN = {
    *("DOCUMENT_FRAGMENT", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "p", "span"),
    *("h2", "h3", "strong"),
}
FOUND_BY_GITHUB = re.compile(
    r"(?:\A|[^\w])@[\w-]|#[0-9]|\bGH-[0-9]|:[\w+-]+:|://|\bwww\.|[\w.]@[\w]|\bmailto:\w",
    re.IGNORECASE,
)
"""What GitHub turns into mentions, references, emoji and links in text that is Markdown no more."""


def shown(markdown: str) -> Element:
    """What a converter that knows GitHub's dialect makes of a text."""
    found: Element = html5lib.parseFragment(gfm.convert(markdown), namespaceHTMLElements=False)
    return found


def strange(page: Element) -> list[str]:
    """Elements that are no plain ones, attributes, and what would be found in text later."""
    wrong = []
    for element in page.iter():
        wrong += [element.tag] if element.tag not in PLAIN else []
        wrong += [f"{name}={value}" for name, value in element.attrib.items() if name != "align"]
        for text in (element.text or "", element.tail or ""):
            wrong += FOUND_BY_GITHUB.findall(text)
            # A formula needs two dollar signs in one text; each of ours stands in its own.
            wrong += ["$"] if "$" in text and text != "$" else []
    return wrong


def is_shown_whole(text: str, page: Element) -> bool:
    """Whether a reader sees the text, spaces and signs of no width apart."""
    seen = "".join(page.itertext()).replace("\u200b", "")
    wanted = re.sub("[\x00\u200b\r]", "", text)
    # A NUL becomes a sign that says so.
    return "".join(wanted.split()) in "".join(seen.replace("\ufffd", "").split())


@pytest.mark.parametrize("text", ALL, ids=ascii)
def test_a_text_stays_text(text: str) -> None:
    """In a cell and in a list it is seen as it was written, and nothing else comes of it."""
    for markdown in (table(("a", "b"), [(inert(text), "x")]), f"- {inert(text)}"):
        page = shown(markdown)
        assert strange(page) == []
        assert is_shown_whole(text, page)
    cells = shown(table(("a", "b"), [(inert(text), "x")])).findall(".//td")
    assert len(cells) == 2


def test_the_check_can_fail() -> None:
    """Each of GitHub's own marks is found where it is not made inert."""
    passed = [text for text in GITHUB if not strange(shown(f"a {text} b"))]
    # Marks that do something at the start of a line, or in no dialect at all.
    assert set(passed) <= {
        *("[x] hecho", "- [x] hecho", "> [!WARNING]", "| a | b |", "a | b", "1. uno", "+ uno"),
        *("# título", "---", "***", "==marca==", "[^1]", "``` sh", "a\\|b", "$\\alpha$", "$`x`$"),
    }


def test_the_whole_report_stays_text() -> None:
    """Names, notes and places of all these texts, in every part of the report."""
    places = [area(f"A{n:03}", name=text) for n, text in enumerate(ALL)]
    measures = [replace(indicator(f"T-{n:03}"), names={"es": t}) for n, t in enumerate(GITHUB)]
    rows = [
        observation(place.code, n, of=f"T-{n % len(GITHUB):03}", line=n + 2)
        for n, place in enumerate(places)
    ]
    noted = [replace(row, notes={"es": text}) for row, text in zip(rows, ALL, strict=True)]
    raised = [replace(row, value=row.value and row.value * 1000) for row in rows]
    turned = [replace(one, direction=Direction.HIGHER) for one in measures]
    before = catalog(places, measures, rows)
    for after in (
        catalog(places, measures, noted[:40]),
        catalog(places, measures, noted[-40:]),
        catalog(places, turned, raised[:200]),
        catalog(places[:200], measures, rows[:200]),
    ):
        for one, other in ((before, after), (after, before)):
            text = as_markdown(difference(one, other)).partition("### Páginas")[0]
            assert strange(shown(text)) == []


def test_usual_text_is_not_touched() -> None:
    """What figures and names are made of needs no escape."""
    for text in (
        "Áncash",
        "12.5",
        "-5.2",
        "2024-S1",
        "Ejecución del gasto (%)",
        "a: b",
        "10:30",
        "ñ, «é»",
    ):
        assert unescape(inert(text)) == text
