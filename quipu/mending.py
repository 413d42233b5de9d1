"""Shell. Mends how the tables of a root were saved, and shows what that changed."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quipu.errors import OutputError
from quipu.parse.mend import columns_of, mended
from quipu.parse.settings import SITE_PATH, parse_site
from quipu.read.tree import read_tree
from quipu.save import replace_file

_MOST_LINES = 40
"""Of the differences of a file that a person reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file that was mended."""

    path: str
    before: bytes
    after: bytes

    def shown(self) -> str:
        """What changed, as a unified diff; spaces that nobody sees are shown."""
        old, new = (_lines(body) for body in (self.before, self.after))
        found = list(difflib.unified_diff(old, new, self.path, self.path, lineterm="", n=0))
        if not found:
            return f"--- {self.path}\n+++ {self.path}\n@@ UTF-8, LF @@"
        cut = found[:_MOST_LINES]
        rest = [f"… (+{len(found) - len(cut)})"] if len(found) > len(cut) else []
        return "\n".join([*cut, *rest])


def mend_root(root: Path) -> tuple[Mended, ...]:
    """Mend every table of a root that can be mended without guessing.

    Returns:
        The files that changed, in order.

    Raises:
        OutputError: A file cannot be written; those before it were mended.
    """
    found = tuple(_found(root))
    for one in found:
        _replace(root / one.path, one.after)
    return found


def mendable(root: Path) -> tuple[str, ...]:
    """Name the tables of a root that `mend_root` would change; nothing is written."""
    return tuple(one.path for one in _found(root))


def _found(root: Path) -> Iterator[Mended]:
    files = read_tree(root).files
    site = parse_site(files.get(SITE_PATH), [])
    for path, body in files.items():
        columns = columns_of(path, site)
        fixed = mended(body, columns) if columns is not None else body
        if fixed != body:
            yield Mended(path=path, before=body, after=fixed)


def _replace(path: Path, body: bytes) -> None:
    try:
        replace_file(path, body)
    except OSError as error:
        raise OutputError(
            f"No se puede escribir {path}: {os.strerror(error.errno or 0)}.",
            hint="Revise los permisos de la carpeta.",
        ) from error


def _lines(body: bytes) -> list[str]:
    """The lines of a file however it is encoded, with what cannot be seen made visible."""
    try:
        text = body.decode("utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")
    marks = {"\ufeff": "␚", "\u00a0": "⍽", "\t": "⇥", "\r": "␍"}
    shown = "".join(marks.get(character, character) for character in text)
    return [line[:-1] + "·" if line.endswith(" ") else line for line in shown.split("\n")]
