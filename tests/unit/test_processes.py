"""Several processes that make files: nothing is lost, doubled or waited for when one dies.

Each test runs a program, because what runs the tests may not be copied.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, os, signal, sys, time
sys.path.insert(0, {repository!r})
from quipu.artifact import Artifact
from quipu.make import press, processes
from quipu.make.press import Part, Task

PARENT = os.getpid()


class Press:
    made = press.Press.made

    def __init__(self):
        self.charts = frozenset()

    def make(self, task):
        if os.getpid() != PARENT:
            {in_worker}
        self.charts |= {{f"chart {{task.first}}"}}
        yield Artifact(path=f"{{task.first}}.txt", body=b"x" * {size}, media_type="text/plain")


tasks = [Task(part=Part.AREAS, first=n, end=n + 1) for n in range(40)]
charts, told, made = set(), [], []
for artifact in processes.in_processes(2, Press(), tasks, charts=charts, tell=told.append):
    made.append(artifact.path)
    time.sleep({pause})
print(json.dumps([made, sorted(charts), [words["es"] for words in told]]))
"""
EVERY = [f"{n}.txt" for n in range(40)]
TOLD = "Un proceso de trabajo terminó antes de tiempo: el resto se hace en uno solo."


def outcome(in_worker: str, *, size: int = 10, pause: float = 0) -> Any:  # noqa: ANN401 (JSON)
    """Run the program: what was made, which charts were counted, what was told."""
    program = PROGRAM.format(
        repository=str(REPOSITORY), in_worker=in_worker, size=size, pause=pause
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_everything_is_made_once_and_in_order() -> None:
    """Whoever makes it, and however long each takes."""
    made, charts, told = outcome("time.sleep(task.first % 3 / 100)")
    assert made == EVERY
    assert len(charts) == 40
    assert told == []


@pytest.mark.parametrize(("at", "pause"), [(5, 0), (13, 0.02), (39, 0)])
def test_what_a_dead_process_had_not_made_is_made_here(at: int, pause: float) -> None:
    """It dies while others wait, or between two tasks, while its files are being written."""
    made, charts, told = outcome(
        f"task.first == {at} and os.kill(os.getpid(), signal.SIGKILL)", pause=pause
    )
    assert made == EVERY
    assert len(charts) == 40
    assert told == [TOLD]


def test_a_process_that_does_not_end_when_asked_is_not_waited_for() -> None:
    """One dies; the other does not hear the signal, and nobody reads its long answer."""
    made, _, told = outcome(
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "            if task.first == 1: os.kill(os.getpid(), signal.SIGKILL)\n"
        "            time.sleep(0.2)",
        size=1_000_000,
    )
    assert made == EVERY
    assert told == [TOLD]
