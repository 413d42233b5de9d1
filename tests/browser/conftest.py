"""A browser for the tests of this folder, and each kind of page opened once in it."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.kinds import SHEETS, Kind, find_subject, sheet_id
from tools.browser import LAUNCH_FLAGS, find_browser

FOLDER = Path(__file__).parent
FAILURES = FOLDER / "failures"
PROBES = (FOLDER / "probes.js").read_text(encoding="utf-8")
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page of the site as opened in the browser, and what happened while it loaded."""

    kind: Kind
    language: str
    subject: str
    root: str
    """Address of the site's root, with a slash at the end."""
    page: Page
    complaints: list[str] = field(default_factory=list)
    """Console messages, uncaught errors and failed requests."""
    requests: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Full address of the page."""
        return self.root + self.kind.address(self.language, self.subject)

    def address_in(self, language: str) -> str:
        """Full address of the same page in another language."""
        return self.root + self.kind.address(language, self.subject)

    def probe(self, call: str) -> list[str]:
        """Run one of the measurements of ``probes.js``; return the faults it found."""
        found = self.page.evaluate(f"{PROBES}; probes.{call}")
        return [str(fault) for fault in found]

    def measure(self, call: str) -> float:
        """Run one of the measurements of ``probes.js`` that gives a number."""
        return float(self.page.evaluate(f"{PROBES}; probes.{call}"))

    def axe(self, only: Mapping[str, object]) -> list[str]:
        """Run axe; return what it found, a line for each element."""
        script = (
            "only => typeof axe === 'undefined' ? null :"
            " axe.run(document, {runOnly: only, resultTypes: ['violations']})"
        )
        results = self.page.evaluate(script, only)
        if results is None:
            self.page.evaluate(AXE)
            results = self.page.evaluate(script, only)
        return [
            f"{violation['id']} {node['target']}: {node['failureSummary']}"
            for violation in results["violations"]
            for node in violation["nodes"]
        ]

    def settle(self, width: int, *, scheme: str = "light", media: str = "screen") -> None:
        """Give the window and the media that a test asks for; tests share the page."""
        assert scheme in ("light", "dark")
        assert media in ("screen", "print")
        self.page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            media="print" if media == "print" else "screen",
            reduced_motion="reduce",
        )
        self.page.set_viewport_size({"width": width, "height": 800})


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; without one, skip the tests, or fail where CI is to prove them."""
    path = find_browser()
    if path is None:
        reason = "no browser: install chromium, or name one in QUIPU_BROWSER"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    for old in FAILURES.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give the window that the visits share: no animation, so that measuring is repeatable."""
    opened = browser.new_context(locale="es-PE", reduced_motion="reduce")
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture(scope="session", params=SHEETS, ids=sheet_id)
def visit(
    request: pytest.FixtureRequest,
    context: BrowserContext,
    served_site: str,
    site_dir: Path,
    repository: Path,
) -> Iterator[Visit]:
    """Open one page of each kind and language; pytest runs all its tests before the next."""
    kind, language = request.param
    opened = Visit(
        kind=kind,
        language=language,
        subject=find_subject(kind, site_dir, repository),
        root=served_site,
        page=context.new_page(),
    )

    def hear(message: ConsoleMessage) -> None:
        opened.complaints.append(f"{message.type}: {message.text}")

    opened.page.on("console", hear)
    opened.page.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))
    opened.page.on("requestfailed", lambda r: opened.complaints.append(f"failed: {r.url}"))
    opened.page.on("request", lambda r: opened.requests.append(r.url))
    opened.page.goto(opened.address)
    yield opened
    opened.page.close()


@pytest.fixture
def host(served_site: str) -> str:
    """Return the host and port that every request must go to."""
    return urlsplit(served_site).netloc


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of what the browser showed when a test failed."""
    report = yield
    if report.failed and call.when == "call" and isinstance(item, pytest.Function):
        for value in item.funcargs.values():
            page = value.page if isinstance(value, Visit) else value
            if isinstance(page, Page) and not page.is_closed():
                FAILURES.mkdir(exist_ok=True)
                name = re.sub(r"[^\w-]+", "_", item.name)
                page.screenshot(path=FAILURES / f"{name}.png", full_page=True)
    return report
