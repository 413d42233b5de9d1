"""Shell. Put a new folder in the place of another in one step, and recover if it took two.

Linux swaps two names atomically (``renameat2`` with ``RENAME_EXCHANGE``): a reader, or a
build killed at any instant, finds either the old folder or the new one. Where the system
or the filesystem cannot (macOS, some network filesystems) the old folder is first renamed
aside: between two renames, well under a millisecond, no folder has the name. A build killed
right there is mended by the next one, which puts the old folder back before anything else.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

__all__ = [
    "Exchange",
    "exchange_folders",
    "leftovers",
    "new_sibling",
    "put_back_set_aside",
    "put_in_place",
]

Exchange = Callable[[Path, Path], bool]
"""Swaps two folders' names; false, with nothing done, where the system cannot."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_TMP = "tmp"
_PREV = "prev"


def exchange_folders(one: Path, other: Path) -> bool:
    """Swap the names of two folders of one filesystem atomically.

    Returns:
        Whether it was done: false where the system or the filesystem does not offer it.

    Raises:
        OSError: It is offered and failed.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    ctypes.set_errno(0)
    paths = os.fsencode(one), os.fsencode(other)
    if not renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def put_in_place(
    new: Path,
    target: Path,
    *,
    exchange: Exchange = exchange_folders,
    on_set_aside: Callable[[], None] = lambda: None,
) -> Path | None:
    """Give the name of *target* to the folder *new*.

    Args:
        new: A sibling of *target*, on the same filesystem.
        target: The name to take; may be free, or an existing folder.
        exchange: How to swap; the default falls back to two renames by itself.
        on_set_aside: Called between the two renames, where they are needed.

    Returns:
        Where the old folder now stands, to be removed; ``None`` when there was none.

    Raises:
        OSError: It could not be done; *target* is as it was.
    """
    if not os.path.lexists(target):
        new.rename(target)
        return None
    if exchange(new, target):
        return new
    aside = new_sibling(target, _PREV)
    target.rename(aside)
    try:
        on_set_aside()
        new.rename(target)
    except BaseException:
        # An error or a signal between the two renames: whatever happened, the name is
        # never left free.
        if not os.path.lexists(target):
            aside.rename(target)
        raise
    return aside


def put_back_set_aside(target: Path) -> bool:
    """Put back the only site, if a killed build had set it aside and got no further.

    Returns:
        Whether a folder was put back. Several candidates are left for a person to judge.
    """
    if os.path.lexists(target):
        return False
    candidates = list(_siblings(target, _PREV))
    if len(candidates) != 1:
        return False
    candidates[0].rename(target)
    return True


def leftovers(target: Path) -> tuple[Path, ...]:
    """Find what killed builds of *target* left beside it; only folders of our own naming.

    Call it under the lock: without it, the half-made folder of a running build looks the
    same. Sites set aside are leftovers only while *target* itself exists.
    """
    found = list(_siblings(target, _TMP))
    if os.path.lexists(target):
        found += _siblings(target, _PREV)
    return tuple(sorted(found))


def new_sibling(target: Path, kind: str = _TMP) -> Path:
    """A free, hidden name beside *target*: ``.site.tmp-0123456789ab``. Nothing is made."""
    return target.with_name(f".{target.name}.{kind}-{secrets.token_hex(6)}")


def _siblings(target: Path, kind: str) -> Iterator[Path]:
    """Real folders (not links) beside *target* that carry our name of a kind."""
    pattern = re.compile(re.escape(f".{target.name}.{kind}-") + "[0-9a-f]{12}")
    with os.scandir(target.parent) as entries:
        for entry in entries:
            if pattern.fullmatch(entry.name) and stat.S_ISDIR(
                entry.stat(follow_symlinks=False).st_mode
            ):
                yield Path(entry.path)
