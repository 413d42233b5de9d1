"""Serving while working: what is sent, when it is built again, and what stays on the disk."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quipu.errors import ConfigError, SourceError
from quipu.publish.reload import SCRIPT_PATH, WAIT_PATH, FileOf, with_reload
from quipu.publish.serve import serve

PAGE = (
    '<!doctype html><html lang="es"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; '
    'script-src &#39;none&#39;; upgrade-insecure-requests">'
    "</head><body>{}</body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A site being served, whose build copies one source file into its home page."""

    out: Path
    source: Path
    port: int
    said: list[str] = field(default_factory=list)

    def get(self, address: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
        """Ask for an address and return status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, address)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), body


def version(running: Running) -> int:
    """Read off the home page which version of the site it belongs to."""
    found = re.search(r'data-version="([0-9]+)"', running.get("/")[2])
    assert found is not None
    return int(found[1])


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, ten seconds at most."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Serve a small site from another thread."""
    out, data = tmp_path / "site", tmp_path / "data"
    out.mkdir()
    data.mkdir()
    source = data / "text.md"
    source.write_text("first")

    def build(show: Callable[[FileOf], None]) -> None:
        text = source.read_text()
        if text.startswith("shown"):
            show({"index.html": PAGE.format("a page ahead").encode()}.get)
            until(lambda: source.read_text() != text)
            text = source.read_text()
        if text == "broken":
            raise SourceError("data/text.md está roto.")
        (out / "regiones").mkdir(exist_ok=True)
        (out / "index.html").write_text(PAGE.format(text))
        (out / "regiones" / "index.html").write_text(PAGE.format("regiones"))
        (out / "404.html").write_text(PAGE.format("no está"))
        (out / "datos.csv").write_text("año\n")

    said: list[str] = []
    stop = threading.Event()
    thread = threading.Thread(
        target=serve, args=(out, build, [data, out], 0, said.append), kwargs={"stop": stop}
    )
    thread.start()
    try:
        until(lambda: len(said) >= 2)
        port = int(said[0].partition("127.0.0.1:")[2].partition("/")[0])
        yield Running(out=out, source=source, port=port, said=said)
    finally:
        stop.set()
        thread.join(timeout=10)
        assert not thread.is_alive()


def test_files_are_sent_as_a_host_would(running: Running) -> None:
    """Status, type and redirects; nothing is kept by the browser."""
    status, headers, body = running.get("/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    assert "first" in body
    status, headers, body = running.get("/datos.csv?x=1")
    assert (status, headers["Content-Type"], body) == (200, "text/csv; charset=utf-8", "año\n")
    status, headers, _ = running.get("/regiones")
    assert (status, headers["Location"]) == (301, "/regiones/")
    status, _, body = running.get("/regiones/nada/")
    assert status == 404
    assert "no está" in body
    status, headers, body = running.get("/", "HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) > 100


@pytest.mark.parametrize("address", ["/../data/text.md", "/%2e%2e/data/text.md", "//etc/passwd"])
def test_nothing_outside_the_site_is_sent(running: Running, address: str) -> None:
    """No address leads out of the folder."""
    status, _, body = running.get(address)
    assert status == 404
    assert "no está" in body


def test_a_redirect_never_leads_to_another_host(running: Running) -> None:
    """Two slashes at the start would name a host."""
    status, headers, _ = running.get("//regiones")
    assert (status, headers["Location"]) == (301, "/regiones/")


def test_a_change_builds_again_and_wakes_the_page(running: Running) -> None:
    """The page that waits is answered as soon as the new site stands."""
    _, _, page = running.get("/")
    assert 'data-version="1"' in page
    assert json.loads(running.get(f"{WAIT_PATH}?version=0")[2]) == {"version": 1}
    answers: list[str] = []
    waiting = threading.Thread(
        target=lambda: answers.append(running.get(f"{WAIT_PATH}?version=1")[2])
    )
    waiting.start()
    running.source.write_text("second version")
    waiting.join(timeout=10)
    assert json.loads(answers[0]) == {"version": 2}
    assert "second version" in running.get("/")[2]


def test_a_failing_build_keeps_the_last_good_site(running: Running) -> None:
    """The failure is told; the mended source is built."""
    running.source.write_text("broken")
    until(lambda: len(running.said) >= 3)
    assert "data/text.md está roto." in running.said[2]
    assert "first" in running.get("/")[2]
    running.source.write_text("mended text")
    until(lambda: len(running.said) >= 4)
    assert "mended text" in running.get("/")[2]


def test_what_is_built_is_not_watched_nor_changed(running: Running) -> None:
    """The script exists in what is sent only, and building does not cause building."""
    assert "<script" in running.get("/")[2]
    assert running.get(SCRIPT_PATH)[1]["Content-Type"] == "text/javascript; charset=utf-8"
    assert (running.out / "index.html").read_text() == PAGE.format("first")
    (running.source.parent / ".text.md.swp").write_text("an editor's own file")
    time.sleep(0.7)
    assert len(running.said) == 2


def test_the_sent_page_may_run_that_script_alone() -> None:
    """The rest of the content policy stays as strict as it is."""
    sent = with_reload(PAGE.format("x").encode(), 3).decode()
    assert (
        'content="default-src &#x27;none&#x27;; script-src &#x27;self&#x27;; '
        'connect-src &#x27;self&#x27;"' in sent
    )
    assert sent.index(f'<script src="{SCRIPT_PATH}" data-version="3" defer>') < sent.index(
        "</head>"
    )
    assert with_reload(b"<p>x</p>", 1).startswith(b"<p>x</p><script")


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    """One sentence and a hint, and nothing is built."""
    built: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=str(port)) as refused:
            serve(tmp_path, lambda _show: built.append(1), [tmp_path], port, lambda _: None)
    assert "--port" in refused.value.hint
    with pytest.raises(ConfigError):
        serve(tmp_path, lambda _show: built.append(1), [tmp_path], 70_000, lambda _: None)
    assert built == []


def test_ctrl_c_ends_the_serving(tmp_path: Path) -> None:
    """Interrupting while building ends the command without a traceback."""
    said: list[str] = []

    def build(_show: object) -> None:
        raise KeyboardInterrupt

    serve(tmp_path, build, [tmp_path / "gone"], 0, said.append)
    assert said[-1] == "Servidor detenido."


def test_a_page_is_seen_before_the_whole_site_is_built(running: Running) -> None:
    """While a build runs its pages are made one by one; what it does not make is the old site."""
    before = version(running)
    running.source.write_text("shown")
    until(lambda: "a page ahead" in running.get("/")[2])
    assert version(running) == before + 1
    assert "regiones" in running.get("/regiones/")[2]
    assert "a page ahead" not in (running.out / "index.html").read_text()
    running.source.write_text("second")
    until(lambda: "second" in running.get("/")[2])
    assert "second" in (running.out / "index.html").read_text()


def test_a_build_that_fails_after_showing_a_page_takes_it_back(running: Running) -> None:
    """Open pages reload once more, and show the last good site."""
    running.source.write_text("shown")
    until(lambda: "a page ahead" in running.get("/")[2])
    shown = version(running)
    running.source.write_text("broken")
    until(lambda: version(running) > shown)
    assert "first" in running.get("/")[2]
