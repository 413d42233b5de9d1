"""Every kind of page, in every language, as a reader's browser shows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visit
from tests.browser.kinds import SPANISH, pages_of_no_kind, sheet_id

pytestmark = pytest.mark.browser

PHONE, SCREEN = 360, 1280
NARROWEST = 320
"""WCAG 2.2, 1.4.10: at this width nothing may need scrolling in two directions."""
PAPER = 680
"""A4 without margins of 15 mm, in CSS pixels."""
WCAG_AA: Mapping[str, object] = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
}
WIDTHS = {"es": PHONE, "en": SCREEN}
"""Where one width a page is enough: every kind is seen at both."""
in_spanish = pytest.mark.parametrize("visit", SPANISH, ids=sheet_id, indirect=True)
"""For what does not depend on the language."""
CONTRAST: Mapping[str, object] = {"type": "rule", "values": ["color-contrast"]}


def test_every_page_of_the_site_is_of_a_kind_tested_here(site_dir: Path) -> None:
    """A new kind of page gets its row in ``kinds.py``, and with it all of these tests."""
    assert pages_of_no_kind(site_dir) == []


def test_loads_without_complaint_and_from_one_host(visit: Visit, host: str) -> None:
    """No console message (a policy violation is one), no failed or foreign request."""
    assert visit.complaints == []
    assert {urlsplit(url).netloc for url in visit.requests} == {host}


def test_meets_wcag_aa(visit: Visit) -> None:
    """Axe finds no violation of WCAG 2.0, 2.1 or 2.2, level A or AA."""
    visit.settle(WIDTHS[visit.language])
    assert visit.axe(WCAG_AA) == []


@in_spanish
def test_is_readable_in_the_dark(visit: Visit) -> None:
    """With a dark scheme the page is dark, and its text still stands out."""
    visit.settle(SCREEN, scheme="dark")
    assert visit.measure("pageLuminance()") < 0.2
    assert visit.axe(CONTRAST) == []


@in_spanish
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chart_text_stands_out(visit: Visit, scheme: str) -> None:
    """Axe does not judge text in SVG, so this does: 4.5 to 1 against what lies under it."""
    visit.settle(SCREEN, scheme=scheme)
    assert visit.probe("faintText()") == []


@in_spanish
def test_chart_text_can_be_read_on_a_phone(visit: Visit) -> None:
    """As drawn, no chart text is under 11 CSS pixels."""
    visit.settle(PHONE)
    assert visit.probe("smallText(11)") == []


@pytest.mark.parametrize("width", [NARROWEST, PHONE, SCREEN])
def test_never_scrolls_sideways(visit: Visit, width: int) -> None:
    """Wide tables scroll in a box of their own; the page does not."""
    visit.settle(width)
    assert visit.probe("overflow()") == []


@in_spanish
def test_prints_whole(visit: Visit) -> None:
    """On paper nothing sticks out and nothing hides in a box that would have to scroll."""
    visit.settle(PAPER, media="print")
    assert visit.probe("overflow()") == []
    assert visit.probe("cut()") == []


@in_spanish
def test_keeps_still_when_asked_to(visit: Visit) -> None:
    """A reader who asked for reduced motion gets none."""
    visit.settle(SCREEN)
    assert visit.probe("motion()") == []


def test_first_tab_skips_to_the_content(visit: Visit) -> None:
    """The first Tab shows the skip link, Enter follows it, the next Tab is in the content."""
    visit.settle(WIDTHS[visit.language])
    visit.page.goto(visit.address)
    visit.page.keyboard.press("Tab")
    link = visit.page.locator("a:focus")
    target = link.get_attribute("href") or ""
    assert target.startswith("#"), f"the first stop is not a skip link: {target!r}"
    box = link.bounding_box()
    assert box is not None
    assert min(box["x"], box["y"]) >= 0, "the focused skip link is out of the window"
    assert min(box["width"], box["height"]) >= 24, "the focused skip link is not shown"
    visit.page.keyboard.press("Enter")
    content = visit.page.locator(target)
    assert content.evaluate("e => e === document.activeElement || e.matches(':target')")
    visit.page.keyboard.press("Tab")
    assert content.evaluate("e => e.contains(document.activeElement)"), "the content has no stop"


def test_language_switch_leads_to_the_same_page(visit: Visit) -> None:
    """The other language is one link away, and so is the way back.

    The page of one language only, for lost readers, leads home instead.
    """
    visit.settle(SCREEN)
    visit.page.goto(visit.address)
    other = "en" if visit.language == "es" else "es"
    if visit.kind.pattern(other) is None:
        links = visit.page.eval_on_selector_all("body a", "links => links.map(a => a.href)")
        assert visit.root in {link.removesuffix("index.html") for link in links}
        return
    for language in (other, visit.language):
        visit.page.locator(f"body a[hreflang={language}]").first.click()
        visit.page.wait_for_load_state()
        shown = visit.page.url.removesuffix("index.html")
        assert shown == visit.address_in(language)
        assert visit.page.locator("html").get_attribute("lang") == language
