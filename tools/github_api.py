"""Ask GitHub for data and write comments and issues, with nothing but the standard library."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import IO, Any
from urllib.parse import urlencode, urljoin, urlsplit

_TIMEOUT_S = 30
_MOST_ANSWER_BYTES = 10_000_000
_MOST_PAGES = 10


class _NotFollowed(urllib.request.HTTPRedirectHandler):
    """Hands a redirect back: the token must not travel to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NotFollowed)


class GitHub:
    """One repository, as a token may see and change it."""

    def __init__(self, api_url: str, repository: str, token: str) -> None:
        self.api_url = api_url
        self._base = f"{api_url.rstrip('/')}/repos/{repository}/"
        self._token = token

    def get(self, path: str, **query: str | int) -> Any:  # noqa: ANN401 - JSON of any shape
        """Read one answer.

        Raises:
            OSError: GitHub refused or could not be reached.
        """
        return self._json("GET", f"{path}?{urlencode(query)}")

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """Read the items of a list, a hundred at a time, up to a thousand."""
        for page in range(1, _MOST_PAGES + 1):
            items = self.get(path, **query, per_page=100, page=page)
            yield from items
            if len(items) < 100:
                return

    def send(self, method: str, path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401
        """Create (``POST``) or change (``PATCH``) something."""
        return self._json(method, path, json.dumps(body).encode())

    def download(self, path: str, most_bytes: int) -> bytes:
        """Read a file that GitHub keeps elsewhere.

        Raises:
            OSError: It cannot be had.
            ValueError: It is larger than *most_bytes*, or kept where no HTTPS leads.
        """
        try:
            with self._open("GET", path) as stream:
                return _read(stream, most_bytes)
        except urllib.error.HTTPError as redirect:
            place = redirect.headers.get("Location")
            if redirect.code not in (301, 302, 303, 307, 308) or not place:
                raise
        place = urljoin(self._base, place)
        # Only where the API itself is asked without TLS (a test) may the file be.
        if urlsplit(place).scheme not in {"https", urlsplit(self._base).scheme}:
            raise ValueError("the file is not kept behind HTTPS")
        request = urllib.request.Request(place)  # noqa: S310 - its scheme was looked at
        with _OPENER.open(request, timeout=_TIMEOUT_S) as stream:
            return _read(stream, most_bytes)

    def _json(self, method: str, path: str, body: bytes | None = None) -> Any:  # noqa: ANN401
        with self._open(method, path, body) as stream:
            return json.loads(_read(stream, _MOST_ANSWER_BYTES))

    def _open(self, method: str, path: str, body: bytes | None = None) -> IO[bytes]:
        request = urllib.request.Request(  # noqa: S310 - the base is the runner's own setting
            self._base + path,
            data=body,
            method=method,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._token}",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "quipu",
            },
        )
        answer: IO[bytes] = _OPENER.open(request, timeout=_TIMEOUT_S)
        return answer


def _read(stream: IO[bytes], most_bytes: int) -> bytes:
    body = stream.read(most_bytes + 1)
    if len(body) > most_bytes:
        raise ValueError(f"larger than {most_bytes} bytes")
    return body
