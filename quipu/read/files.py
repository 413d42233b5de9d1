"""Shell. Files to bytes: of one moment, never through a link, never waiting on a pipe."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from quipu.errors import SourceError

_Read = TypeVar("_Read")
_Sign = tuple[str, int, int, int, int]

_ATTEMPTS = 6
_PAUSE_S = 0.25


def read_regular(path: Path, limit_bytes: int) -> bytes | None:
    """Read a file if it is a regular one.

    Args:
        path: The file; a link is an error, a pipe or a device is not even waited for.
        limit_bytes: How much is wanted.

    Returns:
        At most one byte more than the limit, which tells a file that is larger, even one that
        grows while it is read; None for what is no regular file.

    Raises:
        OSError: The system does not let it be read.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return None
        return stream.read(limit_bytes + 1)


def read_at_one_moment(folders: Sequence[Path], read: Callable[[], _Read]) -> _Read:
    """Read folders again until nothing in them changed meanwhile.

    Args:
        folders: All that is read; those that do not exist count as empty.
        read: Reads them; may be called several times.

    Returns:
        What the last reading gave: the folders as they were at one moment.

    Raises:
        SourceError: They keep changing.
    """
    before = _signs(folders)
    for attempt in range(_ATTEMPTS):
        if attempt:
            time.sleep(_PAUSE_S)
            before = _signs(folders)
        found = read()
        if _signs(folders) == before:
            return found
    names = ", ".join(folder.name for folder in folders)
    raise SourceError(
        f"Los archivos de {names} cambian mientras se leen: no hay un estado que publicar.",
        hint="Espere a que termine quien los escribe (otra orden, una descarga) y repita.",
    )


def _signs(folders: Sequence[Path]) -> tuple[_Sign, ...]:
    """What changes when a file is written, replaced, added or removed."""
    return tuple(sorted(sign for folder in folders for sign in _signs_in(folder)))


def _signs_in(folder: Path) -> Iterator[_Sign]:
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)  # noqa: PTH118 (thousands of files)
            try:
                found = os.lstat(path)
            except OSError:
                yield path, 0, 0, 0, 0
            else:
                yield path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
