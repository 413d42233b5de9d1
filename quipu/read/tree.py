"""Shell. Read a project root into memory, once, so that a build sees one moment of it.

Refuses what could lead out of the root or never end: symbolic links, pipes, devices,
files above a size no table of this kind reaches.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quipu.errors import SourceError
from quipu.findings import Finding, shown
from quipu.model import Location
from quipu.read.files import read_at_one_moment, read_regular

MAX_FILE_BYTES = 50_000_000
"""Larger files are refused: a table of a million rows stays below this."""

MAX_DEPTH = 8
"""Folders within folders; the contract needs three."""

_FOLDERS = ("data", "content")
_FILE_ENDINGS = (".csv", ".md", ".toml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The files of a project root, byte for byte, and what could not be read."""

    files: dict[str, bytes]
    """By path relative to the root, with forward slashes, in sorted order."""
    findings: tuple[Finding, ...]


def read_tree(root: Path) -> Tree:
    """Read every file under ``data/`` and ``content/``.

    Args:
        root: The project root.

    Returns:
        The files that may be read and a finding for each that may not.

    Raises:
        SourceError: *root* is not a folder, or its files keep changing while they are read.
    """
    if not root.is_dir():
        raise SourceError(
            f"No existe la carpeta {root}.",
            hint="Indique con --root la carpeta que contiene data/ y content/.",
        )
    return read_at_one_moment([root / folder for folder in _FOLDERS], lambda: _read_root(root))


def _read_root(root: Path) -> Tree:
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for folder in _FOLDERS:
        top = root / folder
        if top.is_symlink():
            findings.append(_refused(folder, "a-link"))
        elif top.is_dir():
            _read_folder(root, top, files, findings)
    return Tree(files=dict(sorted(files.items())), findings=tuple(findings))


def _read_folder(
    root: Path, folder: Path, files: dict[str, bytes], findings: list[Finding], depth: int = 1
) -> None:
    where = printable(folder.relative_to(root).as_posix())
    if depth > MAX_DEPTH:
        findings.append(_finding("E117", where, limit=str(MAX_DEPTH)))
        return
    if folder.name.endswith(_FILE_ENDINGS):
        findings.append(_refused(where, "a-folder"))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_finding("E111", where, value=error.strerror or ""))
        return
    findings += _clashes(where, [entry.name for entry in entries])
    for entry in entries:
        path = Path(entry.path)
        name = f"{where}/{printable(entry.name)}"
        if entry.name.startswith("."):
            is_told = entry.name.endswith(_FILE_ENDINGS)
            findings += [_finding("W108", name)] if is_told else []
        elif entry.is_symlink():
            findings.append(_refused(name, "a-link"))
        elif entry.is_dir(follow_symlinks=False):
            _read_folder(root, path, files, findings, depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            findings.append(_refused(name, "a-device"))
        else:
            body = read_file(path, name, findings)
            if body is not None:
                files[name] = body


def _clashes(where: str, names: Iterable[str]) -> Iterator[Finding]:
    """Find the names that other systems take for the same."""
    seen: dict[str, str] = {}
    for name in names:
        # Windows and macOS also take a letter with its accent and the two signs for one.
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            path = f"{where}/{printable(name)}"
            yield _finding("E109", path, value=printable(seen[folded]))
        seen[folded] = name


def read_file(path: Path, name: str, findings: list[Finding]) -> bytes | None:
    """Read one file without following links and without blocking on a pipe."""
    try:
        body = read_regular(path, MAX_FILE_BYTES)
        if body is None:
            findings.append(_refused(name, "a-device"))
        elif len(body) > MAX_FILE_BYTES:
            size = str(max(path.lstat().st_size, len(body)))
            findings.append(_finding("E106", name, value=size, limit=str(MAX_FILE_BYTES)))
            return None
    except OSError as error:
        findings.append(_finding("E111", name, value=error.strerror or ""))
        return None
    return body


def _refused(path: str, form: str) -> Finding:
    return _finding("E105", path, form=form)


def _finding(code: str, path: str, **params: str) -> Finding:
    return Finding(code=code, where=Location(path=path), params=params)


def printable(name: str) -> str:
    """A file name the terminal can show: bytes that are not text become escapes."""
    return shown(name.encode("utf-8", "backslashreplace").decode("utf-8"))
