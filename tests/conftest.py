"""What several folders of tests share: the real data, the site built once, and its server."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.country import Size, write_country
from quipu.compare import IndicatorPanel, compare
from quipu.findings import is_blocking
from quipu.model import Catalog
from quipu.parse.catalog import parse_catalog
from quipu.read.tree import read_tree

# The same examples in every run: a failure can be repeated, a slow machine is no failure.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

REPOSITORY = Path(__file__).resolve().parent.parent
BASE_PATH = "/observatorio/"
"""The site is served below a folder, as on a project page: a link to the host's root breaks."""


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start programs without the measuring of the processes that tests start.

    Coverage writes its measures at the end of a process: of one that may not write, or is cut
    short, it would write half a file, or fail with words of its own where a test reads what the
    program says.
    """
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder that holds ``build.py``, ``data/`` and ``content/``."""
    return REPOSITORY


@pytest.fixture(scope="session")
def national() -> Catalog:
    """Read the real data and content; they have no errors."""
    tree = read_tree(REPOSITORY)
    findings = list(tree.findings)
    facts = parse_catalog(tree.files, findings)
    assert not is_blocking(findings), [str(finding.where) for finding in findings]
    return facts


@pytest.fixture(scope="session")
def national_panels(national: Catalog) -> Mapping[str, IndicatorPanel]:
    """Compare the regions on every published indicator; by indicator id."""
    return compare(national)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, through the command that readers of the README use.

    Not in ``site/``: what a developer built stays as it is.
    """
    out = tmp_path_factory.mktemp("built") / "site"
    built = subprocess.run(
        [
            *(sys.executable, "build.py", "build", "--out", str(out)),
            # Only the page for lost readers depends on it: it is shown at any depth.
            *("--base-url", f"https://quipu.invalid{BASE_PATH}"),
        ],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if built.returncode:
        last_words = "\n".join((built.stdout + built.stderr).splitlines()[-12:])
        pytest.fail(f"build.py ended with {built.returncode}:\n{last_words}", pytrace=False)
    return out


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of an invented country of 260 areas in three levels; builds keep nothing.

    Enough pages that two processes pay, and so few figures that a build takes seconds.
    """
    root = tmp_path_factory.mktemp("country") / "root"
    write_country(root, Size(areas=260, indicators=4, periods=4))
    return root


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serve the tree below `BASE_PATH` only, with the site's own 404 page."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE_PATH):
            return str(Path(self.directory) / "outside-of-the-site")
        return super().translate_path("/" + path.removeprefix(BASE_PATH))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: failed requests are asserted, not read."""


@pytest.fixture(scope="session")
def served_site(site_dir: Path) -> Iterator[str]:
    """Serve the built site on loopback; yield its address, with a slash at the end."""
    with serving(site_dir) as address:
        yield address


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site on loopback while the block runs; gives its address, as `served_site`."""
    handler = partial(_SiteHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        server.shutdown()
        thread.join(timeout=5)
