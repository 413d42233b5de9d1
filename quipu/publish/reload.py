"""Shell. Let pages reload by themselves while a site is being worked on.

The server, never the files, adds a script of its own to each page it sends and loosens that
copy's content policy just enough to run it. The script waits on the server until the site
has been built again. What is published stays free of scripts.
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable

__all__ = ["SCRIPT", "SCRIPT_PATH", "WAIT_PATH", "Builds", "FileOf", "with_reload"]

_HOLD_S = 20.0
"""How long a page's question is held before it is asked to ask again."""

SCRIPT_PATH = "/__quipu__/reload.js"
WAIT_PATH = "/__quipu__/wait"
SCRIPT = f"""\
"use strict";
const seen = document.currentScript.dataset.version;
async function wait() {{
  for (;;) {{
    try {{
      const answer = await fetch("{WAIT_PATH}?version=" + seen, {{cache: "no-store"}});
      if ((await answer.json()).version !== Number(seen)) {{ location.reload(); return; }}
    }} catch {{
      await new Promise((resume) => setTimeout(resume, 1000));
    }}
  }}
}}
wait();
"""

_POLICY = re.compile(
    rb'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)"', re.IGNORECASE
)
_LOOSENED = {"script-src": "script-src 'self'", "connect-src": "connect-src 'self'"}
# On a plain http server this would send the browser to https, where nobody answers.
_DROPPED = "upgrade-insecure-requests"


FileOf = Callable[[str], bytes | None]
"""Gives a file of the site by its path; None for one that it does not make."""


class Builds:
    """How often the site changed, for pages to wait on, and what is shown while it does."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._closed = False
        self.preview: FileOf | None = None
        """Makes single files of the site that is being built; None between builds."""

    @property
    def version(self) -> int:
        """Of the site now in place; 0 before the first build."""
        return self._version

    def announce(self) -> None:
        """Let the waiting pages know of a new site."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def show(self, preview: FileOf) -> None:
        """Let the waiting pages see a site that is still being built, file by file."""
        self.preview = preview
        self.announce()

    def end(self, *, is_published: bool) -> None:
        """Take a build as ended: what was shown of it stands now, or is gone."""
        was_shown, self.preview = self.preview is not None, None
        if is_published != was_shown:
            self.announce()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_beyond(self, version: int) -> int:
        """Wait for another version than the one given, for a while; return the newest."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != version, _HOLD_S)
            return self._version


def with_reload(page: bytes, version: int) -> bytes:
    """Add the reloading script to a page, and to its content policy the right to run it.

    Args:
        page: A page as published, which stays as it is.
        version: Of the site that the page belongs to.

    Returns:
        The page to send.
    """
    script = f'<script src="{SCRIPT_PATH}" data-version="{version}" defer></script>'.encode()
    loosened = _POLICY.sub(lambda m: m[1] + _loosened(m[2]) + b'"', page, count=1)
    head, mark, rest = loosened.partition(b"</head>")
    return head + script + mark + rest if mark else loosened + script


def _loosened(policy: bytes) -> bytes:
    directives = [d.strip() for d in html.unescape(policy.decode()).split(";")]
    kept = [d for d in directives if d and d.split()[0].lower() not in {*_LOOSENED, _DROPPED}]
    return html.escape("; ".join([*kept, *_LOOSENED.values()])).encode()
