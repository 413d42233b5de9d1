"""Shell. Keeps texts in a folder, each under a name that holds the hash of all it is made from.

The folder is safe to delete.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path

_TOUCH_AFTER_S = 3600
"""Age of the last noted use after which a new use is noted: spares a write a read."""


class NoCache:
    """Keeps nothing."""

    def get(self, _key: str) -> None:
        """Find nothing."""

    def put(self, key: str, value: str) -> None:
        """Forget the text."""


class FolderStore:
    """A folder with a file a value, bounded by evicting what was not used for longest.

    A file is the SHA-256 of its name and text, a line feed, the text: what is cut off, mixed
    up or touched by hand does not match and counts as absent. Files appear by renaming, so that
    two builds may share a folder. A folder that cannot be written is merely no help.
    """

    def __init__(self, folder: Path, *, limit_bytes: int = 160_000_000) -> None:
        """Use *folder*, made on the first write, and keep at most *limit_bytes* in it."""
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._size_bytes: int | None = None

    def get(self, key: str) -> str | None:
        """Return the stored text, or None when it is absent or damaged."""
        path = self._folder / key
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            if _digest(key, body) != digest:
                return None
            if time.time() - path.stat().st_mtime > _TOUCH_AFTER_S:
                os.utime(path)
        except OSError:
            return None
        return body.decode("utf-8")

    def put(self, key: str, value: str) -> None:
        """Store a text under its key, then evict the oldest if the folder grew too large."""
        body = value.encode("utf-8")
        content = _digest(key, body) + b"\n" + body
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix="tmp-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(name).replace(self._folder / key)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._evict(len(content))
        except OSError:
            return

    def _evict(self, added_bytes: int) -> None:
        """Bring the folder under its limit, with a tenth to spare."""
        if self._size_bytes is None:
            self._size_bytes = sum(entry.stat().st_size for entry in os.scandir(self._folder))
        else:
            self._size_bytes += added_bytes
        if self._size_bytes <= self._limit_bytes:
            return
        entries = [(entry.stat(), entry.path) for entry in os.scandir(self._folder)]
        entries.sort(key=lambda entry: (entry[0].st_mtime_ns, entry[1]))
        size = sum(stat.st_size for stat, _ in entries)
        for stat, path in entries:
            if size <= self._limit_bytes * 0.9:
                break
            Path(path).unlink(missing_ok=True)
            size -= stat.st_size
        self._size_bytes = size


def _digest(key: str, body: bytes) -> bytes:
    return hashlib.sha256(f"{key}\n".encode() + body).hexdigest().encode("ascii")
