"""Shell. Show the site on this machine, and build it again when a source changes.

Pages that are open in a browser reload by themselves after a change (see ``reload``): at once,
made one by one while the whole site is still being built. The files on the disk are those that
will be published, byte for byte.
"""

from __future__ import annotations

import json
import mimetypes
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler
from typing import Any, Self, cast
from urllib.parse import parse_qs, urlsplit

from quipu.errors import ConfigError
from quipu.publish.reload import SCRIPT, SCRIPT_PATH, WAIT_PATH, Builds, FileOf, with_reload

__all__ = ["serve"]

Build = Callable[[Callable[[FileOf], None]], None]
_HOST = "127.0.0.1"
_POLL_S = 0.15
_MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""The same on every machine, whatever its own table of types says."""


def serve(
    out: Path,
    build: Build,
    watch: Sequence[Path],
    port: int,
    echo: Callable[[str], None],
    *,
    stop: threading.Event | None = None,
    explain: Callable[[Exception], str] = str,
) -> None:
    """Build the site, serve it on this machine only, and keep it up to date until Ctrl-C.

    A build that fails is told and leaves the last good site in place.

    Args:
        out: The folder that *build* publishes.
        build: Builds and publishes once; raises when it cannot. Runs in this thread. It is
            given whom to tell how single files are made, once they can be.
        watch: Files and folders whose change calls for a build; hidden files, *out* and
            what stands beside it under its name do not count.
        port: Where to listen; 0 takes any free port.
        echo: Told what happens, one sentence at a time, in Spanish.
        stop: Ends the serving when set; for tests and for programs that embed this.
        explain: Words for an error of *build*.

    Raises:
        ConfigError: The port cannot be used.
    """
    stop = stop or threading.Event()
    builds = Builds()
    with _listening(out, port, builds) as address:
        echo(f"Sirviendo {out} en {address} (Ctrl-C para terminar).")
        seen: frozenset[tuple[str, int, int]] | None = None
        try:
            while True:
                # Taken before building: a change made meanwhile is seen as one.
                now = _snapshot(watch, out)
                if now != seen:
                    seen = now
                    _build_once(build, builds, echo, explain)
                if stop.wait(_POLL_S):
                    return
        except KeyboardInterrupt:
            echo("Servidor detenido.")
        finally:
            builds.close()


def _build_once(
    build: Build,
    builds: Builds,
    echo: Callable[[str], None],
    explain: Callable[[Exception], str],
) -> None:
    try:
        build(builds.show)
    except Exception as error:  # noqa: BLE001 - whatever it is, the last good site is served on
        builds.end(is_published=False)
        echo(f"No se pudo construir; se sigue sirviendo el sitio anterior. {explain(error)}")
    else:
        builds.end(is_published=True)
        echo("Sitio construido.")


def _snapshot(watch: Sequence[Path], out: Path) -> frozenset[tuple[str, int, int]]:
    """Path, time of change and size of every watched file."""
    return frozenset(
        (path, status.st_mtime_ns, status.st_size)
        for top in watch
        for path, status in _files_below(top, out.absolute())
    )


def _files_below(path: Path, out: Path) -> Iterator[tuple[str, os.stat_result]]:
    if path.absolute() == out:
        return
    try:
        if not path.is_dir():
            yield str(path), path.lstat()
            return
        entries = sorted(path.iterdir())
    except OSError:
        return  # gone since its folder was listed: the next look sees it missing
    for entry in entries:
        if not entry.name.startswith((".", "__pycache__")) and not entry.is_symlink():
            yield from _files_below(entry, out)


@contextmanager
def _listening(out: Path, port: int, builds: Builds) -> Iterator[str]:
    """Answer requests in other threads while the block runs; gives the site's address."""
    try:
        server = _Server((_HOST, port), partial(_Handler, directory=str(out)), builds)
    except (OSError, OverflowError) as error:
        raise ConfigError(
            f"No se puede usar el puerto {port}.",
            hint="Elija otro con --port, o 0 para que se tome uno libre.",
        ) from error
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield f"http://{_HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    """A server that knows of the builds its pages wait on."""

    def __init__(
        self,
        address: tuple[str, int],
        handler: Callable[[Any, Any, Self], BaseRequestHandler],
        builds: Builds,
    ) -> None:
        self.builds = builds
        super().__init__(address, handler)


class _Handler(SimpleHTTPRequestHandler):
    """Sends the files of a folder as a static host would, and the script beside them."""

    @property
    def _builds(self) -> Builds:
        return cast("_Server", self.server).builds

    def do_GET(self) -> None:
        """Answer with a file, its folder's index, or the site's own 404 page."""
        address = urlsplit(self.path)
        if address.path == SCRIPT_PATH:
            self._send(HTTPStatus.OK, _MEDIA_TYPES[".js"], SCRIPT.encode())
        elif address.path == WAIT_PATH:
            asked = parse_qs(address.query).get("version", [""])[0]
            newest = self._builds.wait_beyond(
                int(asked) if asked.isdecimal() and len(asked) < 10 else -1
            )
            body = json.dumps({"version": newest}).encode()
            self._send(HTTPStatus.OK, _MEDIA_TYPES[".json"], body)
        else:
            self._send_file(address.path)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what builds say."""

    def _send_file(self, address: str) -> None:
        # Read before the file is: should the site change in between, the page reloads once
        # too often and never once too seldom.
        version = self._builds.version
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not address.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", "/" + address.lstrip("/") + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if path.is_dir():
            path /= "index.html"
        status = HTTPStatus.OK
        body = self._previewed(path) or _body(path)
        if body is None:
            status = HTTPStatus.NOT_FOUND
            path = Path(self.directory) / "404.html"
            body = _body(path) or b"<!doctype html><title>404</title><h1>404</h1>"
        kind = _media_type(path)
        self._send(status, kind, with_reload(body, version) if path.suffix == ".html" else body)

    def _previewed(self, path: Path) -> bytes | None:
        """The file as the build that is under way makes it; None without one."""
        preview = self._builds.preview
        if preview is None:
            return None
        try:
            return preview(path.relative_to(self.directory).as_posix())
        except Exception:  # noqa: BLE001 - the build itself will tell what is wrong
            return None

    def _send(self, status: HTTPStatus, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            try:
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True  # the browser has gone elsewhere


def _body(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):  # a path no system knows, such as one with a NUL
        return None


def _media_type(path: Path) -> str:
    known = _MEDIA_TYPES.get(path.suffix.lower())
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
