"""``build.py build`` asked to end: it says so with its exit code and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from tests.faults.builds import PATIENCE_S, Editions, left_beside, running, standing, words

MARK = "QUIPU_TEST_OF_ENDS"


def is_writing(out: Path) -> bool:
    """Whether the new site is being made beside the old one."""
    return bool(left_beside(out))


def has_pages(out: Path) -> bool:
    """Whether pages stand in the new site."""
    return any(True for _ in out.parent.glob(".site.tmp-*/**/index.html"))


def relatives(mark: str) -> list[int]:
    """List the processes that a build started, or that those started, and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            is_ours = f"{MARK}={mark}".encode() in (entry / "environ").read_bytes()
        except OSError:
            continue  # no process, or one that ended meanwhile
        found += [int(entry.name)] if is_ours else []
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("is_moment", [is_writing, has_pages])
def test_asked_to_end_while_it_writes(
    editions: Editions, out: Path, number: signal.Signals, is_moment: Callable[[Path], bool]
) -> None:
    """Exit 130 for Ctrl-C and 143 for SIGTERM, no traceback, the old site, nothing left."""
    done, survivors = ended_when(lambda: is_moment(out), words(editions.new_root, out), number)
    # What a shell shows when the system ended the process is the same number.
    assert done.returncode in (128 + number, -number)
    assert "Traceback" not in done.stderr
    assert standing(out) == editions.old
    assert left_beside(out) == []
    assert survivors == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_before_it_writes(
    editions: Editions, out: Path, number: signal.Signals
) -> None:
    """The same while it still reads, or starts."""
    started = time.monotonic()
    moment_s = editions.seconds / 4
    done, survivors = ended_when(
        lambda: time.monotonic() - started > moment_s, words(editions.new_root, out), number
    )
    assert done.returncode in (128 + number, -number)
    assert "Traceback" not in done.stderr
    assert standing(out) == editions.old
    assert survivors == []


def test_asked_to_end_with_several_processes(country: Path, tmp_path: Path) -> None:
    """The processes that share the work end with the one that was asked."""
    out = tmp_path / "published" / "site"
    done, survivors = ended_when(
        lambda: has_pages(out), words(country, out, "--jobs", 2, "--no-cache"), signal.SIGINT
    )
    assert done.returncode == 130
    assert done.stderr.count("\n") <= 1
    assert not out.exists()
    assert left_beside(out) == []
    assert survivors == []


def ended_when(
    is_moment: Callable[[], bool], line: list[str], number: signal.Signals
) -> tuple[subprocess.CompletedProcess[str], list[int]]:
    """Run a command and send it a signal at a moment, as a terminal sends it to the whole group.

    Returns:
        What it said, and its processes that were still there when it had ended.
    """
    mark = uuid4().hex
    with running(line, **{MARK: mark}) as process:
        deadline = time.monotonic() + PATIENCE_S
        while not is_moment():
            assert process.poll() is None, "it ended before the moment came"
            assert time.monotonic() < deadline, "the moment never came"
            time.sleep(0.002)
        if number is signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        said, complained = process.communicate(timeout=PATIENCE_S)
        survivors = relatives(mark)
    return subprocess.CompletedProcess(line, process.returncode, said, complained), survivors
