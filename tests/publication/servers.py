"""Real web servers, asked through a socket of the file system: no port is taken."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

_NGINX = """
user root;
daemon off;
pid {place}/pid;
error_log stderr warn;
events {{ }}
http {{
    access_log off;
    include {mime};
    {temporary}
    server {{
        listen unix:{socket};
        root {web};
        include {conf};
    }}
}}
"""
_CADDY = """
{{
\tadmin off
\tauto_https off
}}
http:// {{
\tbind unix/{socket}
\troot * {web}
\timport {conf}
}}
"""
_MIME = """types { text/html html; text/css css; application/json json; image/svg+xml svg; }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes


class _SocketConnection(HTTPConnection):
    """HTTP over a socket of the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("quipu.invalid", timeout=30)
        self._path = path

    def connect(self) -> None:
        """Connect to the file."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.connect(str(self._path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that answers."""

    name: str
    socket: Path

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for an address; redirects are not followed."""
        connection = _SocketConnection(self.socket)
        try:
            connection.request("GET", address, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Answer(status=answer.status, headers=answer.headers, body=answer.read())
        finally:
            connection.close()


def found_server(name: str) -> str:
    """Return the path of a server's program.

    Where there is none the test is skipped on a person's machine, which is not made to run a
    web server; in the continuous integration, which installs them (``make test``), it fails.
    """
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        words = f"{name} is not installed: apt-get install {name}"
        if os.environ.get("CI"):
            pytest.fail(words, pytrace=False)
        pytest.skip(words)
    return found


@contextmanager
def serving(name: str, dist: Path) -> Iterator[Server]:
    """Serve ``web/`` of *dist* with the settings that stand beside it."""
    program = found_server(name)
    # Names of sockets are short: pytest's own folders are too deep for one.
    with tempfile.TemporaryDirectory(prefix="quipu-") as folder:
        place, at = Path(folder), Path(folder) / "socket"
        settings = place / "settings"
        if name == "nginx":
            (place / "mime").write_text(_MIME, encoding="utf-8")
            kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            text = _NGINX.format(
                place=place,
                mime=place / "mime",
                temporary=" ".join(f"{kind}_temp_path {place}/{kind};" for kind in kinds),
                socket=at,
                web=dist / "web",
                conf=dist / "nginx.conf",
            )
            command = [program, "-p", folder, "-e", "stderr", "-c", str(settings)]
        else:
            text = _CADDY.format(socket=at, web=dist / "web", conf=dist / "Caddyfile")
            command = [program, "run", "--config", str(settings), "--adapter", "caddyfile"]
        settings.write_text(text, encoding="utf-8")
        log = place / "log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                command,
                stdout=said,
                stderr=said,
                env={"PATH": os.environ.get("PATH", ""), "HOME": folder, "XDG_DATA_HOME": folder},
            )
        try:
            _await(process, at, log)
            yield Server(name=name, socket=at)
        finally:
            process.terminate()
            process.wait()


def _await(process: subprocess.Popen[bytes], at: Path, log: Path) -> None:
    """Return when the server takes a connection; fail with what it said when it ends before."""
    while process.poll() is None:
        try:
            with socket.socket(socket.AF_UNIX) as asked:
                asked.connect(str(at))
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(log.read_text(encoding="utf-8", errors="replace"), pytrace=False)
