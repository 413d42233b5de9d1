"""Shell. Holds a folder against the manifest in it: every file, and no other."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from quipu.findings import Finding
from quipu.model import Location
from quipu.publish.manifest import MANIFEST_PATH, Manifest
from quipu.publish.target import published_manifest

__all__ = ["verify"]

_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW


def verify(folder: Path) -> tuple[Manifest | None, tuple[Finding, ...]]:
    """Find everything in which a folder is not the site that was built.

    What publishes a folder (an upload, ``rsync``, ``tar``) follows links and takes what it
    finds: this is the last look before it. Nothing outside the folder is read, whatever the
    manifest names and wherever a link points. Folders without files do not count.

    Args:
        folder: What a build wrote, or a copy of it.

    Returns:
        The manifest, or ``None`` where there is none of ours; and what is wrong, in the
        order of the paths, which are relative to *folder*.
    """
    manifest = None if (folder / MANIFEST_PATH).is_symlink() else published_manifest(folder)
    if manifest is None:
        return None, (_finding("E711", MANIFEST_PATH),)
    expected = {record.path: record.sha256 for record in manifest.files}
    found: list[Finding] = []
    seen = {MANIFEST_PATH}
    for path, is_plain in _entries(folder):
        seen.add(path)
        if not is_plain:
            found.append(_finding("E715", path))
        elif path == MANIFEST_PATH:
            continue
        elif path not in expected:
            found.append(_finding("E714", path))
        elif (sha256 := _sha256(folder / path)) != expected[path]:
            found.append(_finding("E713" if sha256 else "E715", path))
    found += [_finding("E712", path) for path in expected.keys() - seen]
    return manifest, tuple(sorted(found, key=lambda one: one.where.path))


def _finding(code: str, path: str) -> Finding:
    return Finding(code=code, where=Location(path=path))


def _entries(folder: Path, below: str = "") -> Iterator[tuple[str, bool]]:
    """Every entry but readable folders, by path, and whether it is a plain file."""
    for entry in os.scandir(folder):
        path = f"{below}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield path, stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
        elif os.access(entry.path, os.R_OK | os.X_OK):
            yield from _entries(Path(entry.path), f"{path}/")
        else:
            yield path, False


def _sha256(path: Path) -> str:
    """The hash of a plain file; empty where the system does not let it be read."""
    try:
        with os.fdopen(os.open(path, _READ), "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
