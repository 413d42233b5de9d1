"""Shell. One build of a folder at a time: the second one waits for the first.

The lock is an ``flock`` on a hidden file beside the folder. The system lets go of it when
the process ends, however it ends, so a killed build never blocks the next one. The file
itself stays: removing it would let two builds lock two files of one name.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quipu.publish.target import output_errors

__all__ = ["exclusive_lock"]

_MODE = 0o644

# A child made by fork shares the lock and would keep it after its parent was killed; worker
# processes let go of it at birth. (Programs started afresh never inherit the descriptor.)
_held: set[int] = set()


def _let_go_in_child() -> None:
    for descriptor in _held:
        with suppress(OSError):
            os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_child)


@contextmanager
def exclusive_lock(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a file while the block runs, waiting for it as long as needed.

    Args:
        path: The lock file; made when missing, never followed when it is a link.
        on_wait: Called once if another process holds the lock, before waiting.

    Raises:
        OutputError: The lock file cannot be made or opened.
    """
    with output_errors(path):
        descriptor = _locked(path, on_wait)
    _held.add(descriptor)
    try:
        yield
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def _locked(path: Path, on_wait: Callable[[], None]) -> int:
    """Open and lock the file, again if it was replaced in the meantime."""
    told = False
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, _MODE)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not told:
                    on_wait()
                    told = True
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            if _is_still(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the path names the file that was locked."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
