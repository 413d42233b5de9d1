"""Small disks, in memory, that tests may fill and forbid to be written to."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

_AS_WHOM: Sequence[Sequence[str]] = ((), ("sudo", "-n"))


@contextmanager
def mounted(disk: Path, size_kb: int) -> Iterator[Path]:
    """Mount a disk in memory; where nobody may, skip the test, or fail where CI is to prove it."""
    disk.mkdir()
    options = f"size={size_kb}k,mode=0777"
    if not _done(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]):
        reason = "mounting a small disk needs root, or sudo without a password"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        yield disk
    finally:
        assert _done(["umount", "-l", str(disk)])


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Let nobody write to a mounted disk while the block runs."""
    assert _done(["mount", "-o", "remount,ro", str(disk)])
    try:
        yield
    finally:
        assert _done(["mount", "-o", "remount,rw", str(disk)])


def _done(words: Sequence[str]) -> bool:
    """Whether a command could be run, by us or by root."""
    for prefix in _AS_WHOM:
        line = [*prefix, *words]
        if shutil.which(line[0]) is not None:
            ended = subprocess.run(line, check=False, capture_output=True, timeout=30)
            if ended.returncode == 0:
                return True
    return False
