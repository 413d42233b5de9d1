"""Every kind of page with an attack for every text, as a browser shows it: nothing happens.

The check refuses most of these texts, the content policy stops what would run and the inspection
keeps a page with a script from being published. All three are left out here: what is seen is that
the escaping alone suffices, and then that the policy has nothing to stop.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quipu.model import Catalog
from tests.browser.kinds import SHEETS, SPANISH, Kind, find_subject, sheet_id
from tests.conftest import BASE_PATH, serving
from tests.hostile.attacks import HOST
from tests.hostile.poisoned import ATTACKS, Channel, poisoned, write_site

pytestmark = pytest.mark.browser

AS_OF = date(2026, 11, 25)
SENTINEL = """
(() => {
  window.ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...given) => { window.ran.push(`${name}(${given})`); };
  }
})();
"""
MADE = """
() => {
  const found = new Set();
  for (const e of document.querySelectorAll("*")) {
    const space = e.namespaceURI === "http://www.w3.org/1999/xhtml" ? "" : "svg:";
    found.add(space + e.localName);
    for (const a of e.attributes) found.add(`${space}${e.localName}@${a.name}`);
  }
  return [...found];
}
"""
"""Every element of a page and every attribute of an element, once."""
LINKS = """
() => [...document.querySelectorAll("[href], [src], [action]")].map((e) =>
  new URL(e.getAttribute("href") || e.getAttribute("src") || e.getAttribute("action") || "",
    document.baseURI).protocol)
"""
WRITTEN = {
    *("p", "h2", "h3", "h4", "ul", "ol", "ol@start", "li", "strong", "em", "a", "a@href", "a@rel"),
    *("blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "th@scope", "td"),
    *("hr", "br"),
}
"""What Markdown may become in the text of a document, whether the real ones use it or not."""

MARKED = {"sup", "a@aria-label", "span@lang", "strong@lang", "a@lang"}
"""What a table has where every row has a note of its own, and what pages in English have where a
source or an act has a name in Spanish only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """The site that is made of attacks, served."""

    folder: Path
    address: str
    slots: Counter[Channel]


@pytest.fixture(scope="module")
def hostile(
    national: Catalog, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hostile]:
    """Make the real site with attacks for texts, and serve it."""
    folder = tmp_path_factory.mktemp("hostile") / "site"
    facts, slots = poisoned(national)
    # Only the page for lost readers depends on it: it is shown at any depth.
    site = replace(facts.site, base_url=f"https://quipu.invalid{BASE_PATH}")
    write_site(replace(facts, site=site), AS_OF, repository, folder)
    with serving(folder) as address:
        yield Hostile(folder=folder, address=address, slots=slots)


@pytest.fixture(scope="module")
def usual(browser: Browser, served_site: str, hostile: Hostile, repository: Path) -> set[str]:
    """Return the elements and attributes that the same pages have when nobody attacks."""
    found = WRITTEN | MARKED
    page = browser.new_page()
    for kind, language in SPANISH:
        page.goto(
            served_site + kind.address(language, find_subject(kind, hostile.folder, repository))
        )
        found.update(page.evaluate(MADE))
    page.close()
    return found


@pytest.fixture(scope="module", params=[True, False], ids=["without-policy", "with-policy"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Give a window that obeys the content policy of pages, or one that does not."""
    opened = browser.new_context(locale="es-PE", bypass_csp=request.param)
    opened.set_default_timeout(15_000)
    opened.add_init_script(SENTINEL)
    yield opened
    opened.close()


class Watched:
    """A page that is opened while everything that happens is written down."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page."""
        self.happened: list[str] = []
        self.requests: list[str] = []
        page.on("dialog", lambda dialog: self.happened.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: self.happened.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: self.happened.append(f"error: {error}"))
        page.on("popup", lambda other: self.happened.append(f"popup: {other.url}"))
        page.on("download", lambda file: self.happened.append(f"download: {file.url}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address, wait_until="load")
        self.page = page

    def ran(self) -> list[str]:
        """What called one of the functions that attacks call."""
        return [str(call) for call in self.page.evaluate("window.ran")]


@pytest.mark.parametrize("sheet", SHEETS, ids=sheet_id)
def test_nothing_happens(
    sheet: tuple[Kind, str],
    window: BrowserContext,
    hostile: Hostile,
    usual: set[str],
    repository: Path,
) -> None:
    """No script, dialog, request to elsewhere, navigation, and nothing that was not there before.

    Where the policy holds, it has nothing to complain of.
    """
    kind, language = sheet
    subject = find_subject(kind, hostile.folder, repository)
    address = hostile.address + kind.address(language, subject)
    page = window.new_page()
    watched = Watched(page, address)
    assert watched.ran() == []
    assert watched.happened == []
    assert {urlsplit(url).netloc for url in watched.requests} == {urlsplit(address).netloc}
    assert page.url == address
    assert len(page.frames) == 1
    assert sorted(set(page.evaluate(MADE)) - usual) == []
    assert set(page.evaluate(LINKS)) <= {"http:", "https:", "mailto:"}
    page.close()


def test_every_attack_stands_in_every_channel(hostile: Hostile) -> None:
    """There are hundreds, in names, notes, titles, documents, settings, units and rules."""
    assert len(ATTACKS) >= 400
    channels = {name for name, _ in hostile.slots}
    assert channels >= {
        *("Area", "Axis", "Category", "Document", "Group", "Indicator", "Matrix", "Source"),
        *("MatrixFunction", "MethodVersion", "Observation", "SiteSettings", "Unit"),
    }
    home = (hostile.folder / "index.html").read_text(encoding="utf-8")
    assert home.count(HOST) > 50


@pytest.mark.parametrize("attack", [f"<img src=https://{HOST}/x.png>", "<b onclick=1>", "<x>"])
def test_the_check_can_fail(attack: str, browser: Browser, usual: set[str]) -> None:
    """An attack that is not escaped is seen."""
    page = browser.new_page()
    page.set_content(f"<!doctype html><title>a</title><p>{attack}</p>")
    assert set(page.evaluate(MADE)) - usual
    page.close()


def test_the_sentinel_hears(browser: Browser, served_site: str) -> None:
    """A script that runs is noticed, and so is a request."""
    opened = browser.new_context(bypass_csp=True)
    opened.add_init_script(SENTINEL)
    page = opened.new_page()
    watched = Watched(page, served_site)
    page.evaluate(
        f"""document.body.insertAdjacentHTML('beforeend',
        '<img src=x onerror=alert(1)><img src=https://{HOST}/x.png>')"""
    )
    page.wait_for_function("window.ran.length > 0")
    assert watched.ran() == ["alert(1)"]
    assert any(HOST in url for url in watched.requests)
    opened.close()
