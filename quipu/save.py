"""Shell. Puts a file of a project root in place: the whole of it, or nothing.

A file is written beside its place under another name, and takes its name in one step. Whoever
is cut off in between leaves the old file as it was, and a hidden file that nothing reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

_MODE = 0o666
"""Of a new file, before the person's own mask."""


def replace_file(path: Path, body: bytes) -> None:
    """Put another content in the place of a file, with the same permissions.

    Raises:
        OSError: It cannot be written; the old file is as it was.
    """
    with _beside(path, body) as new:
        new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)


def add_file(path: Path, body: bytes) -> None:
    """Put a file where there is none, with the folders that it lacks.

    Raises:
        FileExistsError: There is one by now; it is as it was.
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, body) as new:
        new.chmod(_MODE & ~_mask())
        # Unlike a rename, a link never takes the place of what is there.
        os.link(new, path)


@contextmanager
def _beside(path: Path, body: bytes) -> Iterator[Path]:
    """A file of this content beside *path*; gone afterwards, whatever happens."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as stream:
        new = Path(stream.name)
    try:
        new.write_bytes(body)
        yield new
    finally:
        new.unlink(missing_ok=True)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
