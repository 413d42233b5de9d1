"""A small synthetic GitHub on loopback: enough of its API for what we ask of it."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

SHA = "a" * 40
BOT = {"login": "github-actions[bot]"}


def claiming(number: int, sha: str, text: str) -> bytes:
    """Pack what a run of the checks of a pull request leaves."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        files.writestr("diff.md", text)
        files.writestr("pull.json", json.dumps({"number": number, "head_sha": sha}))
    return packed.getvalue()


@dataclass(kw_only=True)
class State:
    """What the synthetic repository holds, and what was asked of it."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)
    archives: dict[int, bytes] = field(default_factory=dict)
    """By run; the artifact has the run's id."""
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    """By pull request."""
    issues: list[dict[str, Any]] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    tokens: list[tuple[str, str]] = field(default_factory=list)
    """Path and ``Authorization`` of each request, empty where there was none."""

    def propose(self, number: int, text: str, *, claim: int = 0) -> None:
        """Open a pull request whose checks ended well and left *text*."""
        sha, run = SHA[:-1] + str(number), 100 + number
        repository = {"id": 1}
        self.pulls.append({"number": number, "head": {"sha": sha, "repo": repository}})
        self.runs.append(
            {"id": run, "run_attempt": 1, "head_sha": sha, "head_repository": repository}
        )
        self.archives[run] = claiming(claim or number, sha, text)
        self.comments[number] = []


def _read(state: State, path: str) -> Any:  # noqa: ANN401 - JSON of any shape
    match path.split("/"):
        case ["pulls"]:
            return state.pulls
        case ["actions", "workflows", "check.yml", "runs"]:
            return {"workflow_runs": state.runs}
        case ["actions", "runs", run, "artifacts"]:
            kept = int(run) in state.archives
            return {"artifacts": [{"id": int(run), "expired": False}] if kept else []}
        case ["issues", number, "comments"] if int(number) in state.comments:
            return state.comments[int(number)]
        case ["issues"]:
            return [one for one in state.issues if one["state"] == "open"]
    return None


def _write(state: State, method: str, path: str, body: dict[str, Any]) -> Any:  # noqa: ANN401
    match method, path.split("/"):
        case "POST", ["issues", number, "comments"]:
            state.comments[int(number)].append({"id": 1, "user": BOT, **body})
            return {}
        case "PATCH", ["issues", "comments", comment]:
            for one in (c for own in state.comments.values() for c in own):
                if one["id"] == int(comment):
                    one.update(body)
            return {}
        case "POST", ["issues"]:
            made = {"number": len(state.issues) + 1, "user": BOT, "state": "open", **body}
            state.issues.append(made)
            return made
        case "PATCH", ["issues", number]:
            state.issues[int(number) - 1].update(body)
            return {}
    return None


class _Handler(BaseHTTPRequestHandler):
    """Answers from the state."""

    def do_GET(self) -> None:
        """Answer."""
        server = self.server
        assert isinstance(server, _Server)
        state = server.state
        path = urlsplit(self.path).path
        state.requests.append((self.command, path))
        state.tokens.append((path, self.headers.get("Authorization", "")))
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if path.startswith("/storage/"):
            self._send(200, state.archives[int(path.removeprefix("/storage/"))])
            return
        words = path.removeprefix("/repos/o/r/")
        if words.startswith("actions/artifacts/"):
            self.send_response(302)
            # As on GitHub: the file is kept by another host.
            host = f"localhost:{server.server_port}"
            self.send_header("Location", f"http://{host}/storage/{words.split('/')[2]}")
            self.end_headers()
            return
        found = (
            _read(state, words)
            if self.command == "GET"
            else _write(state, self.command, words, json.loads(body))
        )
        self._send(404 if found is None else 200, json.dumps(found).encode())

    def do_POST(self) -> None:
        """Answer."""
        self.do_GET()

    def do_PATCH(self) -> None:
        """Answer."""
        self.do_GET()

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    state: State


@contextmanager
def synthetic_github() -> Iterator[tuple[str, State]]:
    """Run it; gives the address of its API and its state."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.state = State()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", server.state
        finally:
            server.shutdown()
            thread.join()
