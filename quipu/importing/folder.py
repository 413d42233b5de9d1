"""Shell. A repository of others to memory, once, with the caution of `quipu.read.tree`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from quipu.errors import SourceError
from quipu.findings import Finding
from quipu.model import Location
from quipu.read.tree import MAX_DEPTH, printable, read_file

MAX_TOTAL_BYTES = 1_000_000_000
"""Of all files together: the largest known repository has a tenth of it."""
_ENDINGS = (".csv", ".yml", ".yaml", ".md", ".json", ".geojson")
_PASSED = frozenset({"_site", "_build", "node_modules", "venv", "env", "scripts", "__pycache__"})
"""Folders of tools and of what they made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The files of a repository."""

    files: dict[str, bytes]
    """Of the forms that an import reads, by path with forward slashes, in order."""
    others: tuple[str, ...]
    """The paths of all others."""
    findings: tuple[Finding, ...]
    """Files that may not be read: links, pipes, files above the size."""


def read_folder(root: Path) -> Folder:
    """Read a repository.

    Raises:
        SourceError: *root* is no folder, or is larger than any such repository.
    """
    if not root.is_dir():
        raise SourceError(
            f"No existe la carpeta {root}.",
            hint="Indique la carpeta del repositorio de datos de Open SDG, ya descargado.",
        )
    files: dict[str, bytes] = {}
    others: list[str] = []
    findings: list[Finding] = []
    waiting = [(root, "", 1)]
    size = 0
    while waiting:
        folder, prefix, depth = waiting.pop()
        for entry in _entries(folder, prefix, findings):
            name = prefix + printable(entry.name)
            if entry.name.startswith(".") or entry.name in _PASSED:
                continue
            if entry.is_symlink():
                findings.append(_finding("E105", name, form="a-link"))
            elif entry.is_dir(follow_symlinks=False):
                if depth < MAX_DEPTH:
                    waiting.append((Path(entry.path), f"{name}/", depth + 1))
                else:
                    findings.append(_finding("E117", name, limit=str(MAX_DEPTH)))
            elif not entry.name.endswith(_ENDINGS):
                others.append(name)
            elif (body := read_file(Path(entry.path), name, findings)) is not None:
                files[name] = body
                size += len(body)
                _limit(size, root)
    return Folder(
        files=dict(sorted(files.items())), others=tuple(sorted(others)), findings=tuple(findings)
    )


def _entries(folder: Path, prefix: str, findings: list[Finding]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_finding("E111", prefix.rstrip("/"), value=error.strerror or ""))
        return []


def _limit(size: int, root: Path) -> None:
    if size > MAX_TOTAL_BYTES:
        raise SourceError(
            f"{root} pesa más de {MAX_TOTAL_BYTES // 1_000_000} MB en tablas y textos.",
            hint="Indique solo la carpeta del repositorio de datos.",
        )


def _finding(code: str, path: str, **params: str) -> Finding:
    return Finding(code=code, where=Location(path=path), params=params)
