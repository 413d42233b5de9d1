"""The site where there is no server, no script, or no such page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PROBES
from tests.browser.kinds import KINDS, Kind, file_of, find_subject

pytestmark = pytest.mark.browser

KIND = {kind.name: kind for kind in KINDS}
WITH_FIGURES = [KIND["region"], KIND["live-indicator"]]


def kind_id(kind: Kind) -> str:
    """Name a parameter in pytest's output."""
    return kind.name


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page in a window of its own."""
    opened = browser.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[BrowserContext]:
    """Open a window in which no script runs."""
    opened = browser.new_context(java_script_enabled=False)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", [*WITH_FIGURES, KIND["home"]], ids=kind_id)
def test_opens_from_a_folder(page: Page, kind: Kind, site_dir: Path, repository: Path) -> None:
    """From a USB stick the page has its styles, and every link leads to a file."""
    address = kind.address("es", find_subject(kind, site_dir, repository))
    page.goto((site_dir / file_of(address)).as_uri())
    assert page.evaluate(f"{PROBES}; probes.isStyled()"), "the style sheet did not load"
    links = page.eval_on_selector_all(
        "a[href]", "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
    )
    local = [unquote(urlsplit(link).path) for link in links if link.startswith("file:")]
    assert local
    assert [path for path in local if not Path(path).is_file()] == []


def test_walks_from_page_to_page_in_a_folder(page: Page, site_dir: Path, repository: Path) -> None:
    """Without a server, the home page leads to a region, and the region back home."""
    subject = find_subject(KIND["region"], site_dir, repository)
    home, region = (site_dir / name for name in ("index.html", f"regiones/{subject}/index.html"))
    page.goto(home.as_uri())
    page.locator(f"a[href$='regiones/{subject}/index.html']").first.press("Enter")
    page.wait_for_url(region.as_uri())
    page.locator("a[href='../../index.html']").first.press("Enter")
    page.wait_for_url(home.as_uri())


@pytest.mark.parametrize("kind", WITH_FIGURES, ids=kind_id)
def test_shows_its_figures_without_scripts(
    scriptless: BrowserContext, kind: Kind, served_site: str, site_dir: Path, repository: Path
) -> None:
    """A table with figures and a chart can be seen when scripts are off."""
    page = scriptless.new_page()
    page.goto(served_site + kind.address("es", find_subject(kind, site_dir, repository)))
    rows = page.locator("table tbody tr")
    assert rows.count() > 0
    assert page.locator("svg").first.is_visible()
    shown = [row for row in rows.all() if row.is_visible()]
    hidden_behind = page.locator("details:has(table) > summary")
    assert shown or hidden_behind.first.is_visible()


def test_an_address_that_does_not_exist_gets_the_sites_own_page(
    page: Page, served_site: str
) -> None:
    """The answer is 404, and the page shown is the site's."""
    answer = page.goto(f"{served_site}no-existe")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    assert page.evaluate(f"{PROBES}; probes.isStyled()"), "the style sheet did not load"
