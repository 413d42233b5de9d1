"""Several builds of one folder at once, with somebody reading it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from quipu.publish.lock import exclusive_lock
from quipu.publish.write import Step
from tests.faults.publisher import publish_version, version_of

PUBLISHER = Path(__file__).with_name("publisher.py")


def sample(out: Path) -> bool:
    """Read the whole site once; false when it was replaced while being read.

    Raises:
        AssertionError: It was not replaced and yet is not whole.
    """
    before = out.stat()
    try:
        version_of(out)
    except (OSError, AssertionError, ValueError):
        after = out.stat()
        if (before.st_ino, before.st_ctime_ns) == (after.st_ino, after.st_ctime_ns):
            raise
        return False
    return True


def test_three_builds_at_once_and_a_reader(tmp_path: Path) -> None:
    """Every build succeeds, one after the other, and no reader meets a broken site."""
    out = tmp_path / "site"
    publish_version(out, "v0")
    builds = [
        subprocess.Popen([sys.executable, str(PUBLISHER), str(out), version, "--repeat", "8"])
        for version in ("one", "two", "three")
    ]
    whole = 0
    while any(build.poll() is None for build in builds):
        whole += sample(out)
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert whole >= 10
    assert version_of(out) in {"one", "two", "three"}
    assert sorted(p.name for p in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_second_build_says_that_it_waits(tmp_path: Path) -> None:
    """The wait is told once, and ends when the first build does."""
    out = tmp_path / "site"
    steps: list[Step] = []
    with exclusive_lock(tmp_path / ".site.lock", lambda: None):
        second = threading.Thread(
            target=publish_version, args=(out, "v1"), kwargs={"on_step": steps.append}
        )
        second.start()
        deadline = time.monotonic() + 10
        while not steps and time.monotonic() < deadline:
            time.sleep(0.01)
        assert steps == [Step.WAITING]
        assert not out.exists()
    second.join(timeout=20)
    assert steps[:3] == [Step.WAITING, Step.LOCKED, Step.CLEANED]
    assert version_of(out) == "v1"


def test_a_lock_file_replaced_while_waiting_is_noticed(tmp_path: Path) -> None:
    """A build that waited on a lock file that is gone locks the one that took its place."""
    lock = tmp_path / ".site.lock"
    holder = exclusive_lock(lock, lambda: None)
    holder.__enter__()

    def replace_and_let_go() -> None:
        lock.unlink()
        holder.__exit__(None, None, None)

    with exclusive_lock(lock, replace_and_let_go):
        assert lock.exists()


def test_a_worker_left_behind_does_not_keep_the_lock(tmp_path: Path) -> None:
    """A killed build's forked worker, still alive, does not make the next build wait."""
    program = (
        "import os, signal, sys, time; from pathlib import Path\n"
        "from quipu.publish.lock import exclusive_lock\n"
        "with exclusive_lock(Path(sys.argv[1]), lambda: None):\n"
        "    worker = os.fork()\n"
        "    if not worker:\n"
        "        time.sleep(30)\n"
        "    print(worker, flush=True)\n"
        "    time.sleep(0.1)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    lock = tmp_path / "lock"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(lock)],
        cwd=PUBLISHER.parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    try:
        process.wait(timeout=10)
        os.kill(worker, 0)
        with exclusive_lock(lock, lambda: pytest.fail("the worker keeps the lock")):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)
        process.stdout.close()
