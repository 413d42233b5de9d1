"""Run a command and measure it: wall seconds and peak memory of its whole process tree.

The command is started by a small process of its own (this module as a program). Linux hands the
peak memory of a process on to what it starts in its place, so a command started straight from a
large process would seem as large; from a small one the floor is about 15 MB.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

_EVERY_S = 0.05
"""Seconds between two looks at the tree, unless one takes long."""
_REST = 20
"""How many times as long as a look took comes before the next: looks are to slow nothing."""
_SESSION = 3
"""Where the session stands in ``/proc/PID/stat`` after the closing parenthesis of the name."""
_MEGA = 1_000_000
_TOLD = 2_000
"""How many of the last characters of a failed command's output are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a command used, from its start to its end."""

    wall_s: float
    cpu_s: float
    """Processor seconds of the whole tree: what a busy machine stretches least."""
    memory_mb: float
    """Peak resident memory in MB (10⁶ bytes): the larger of the kernel's peak of any one process
    and the largest sum over the tree seen at a look (what processes share counts once)."""


class CommandError(Exception):
    """A command ended with a failure; the text is the end of what it said."""


def run(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[Usage, str]:
    """Run a command to its end.

    Args:
        words: The program and its arguments.
        folder: Where it runs.
        environment: All of its environment.

    Returns:
        What it used, and what it said.

    Raises:
        CommandError: It could not start, or ended with a failure.
    """
    with TemporaryDirectory(prefix="rivals-") as name:
        told, said = Path(name) / "told.json", Path(name) / "said.txt"
        with said.open("wb") as output:
            launcher = subprocess.run(
                [sys.executable, "-I", "-S", __file__, str(told), *words],
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        text = said.read_text(encoding="utf-8", errors="replace").strip()
        if launcher.returncode:
            raise CommandError(f"{words[0]} ended with {launcher.returncode}: {text[-_TOLD:]}")
        used = json.loads(told.read_text(encoding="utf-8"))
    memory_mb = used["memory_bytes"] / _MEGA
    return Usage(wall_s=used["wall_s"], cpu_s=used["cpu_s"], memory_mb=memory_mb), text


class _Looks(threading.Thread):
    """Looks at the memory of a session's processes until told to stop."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.over = threading.Event()
        self._session = str(session).encode()

    def run(self) -> None:
        """Keep the largest sum, in bytes."""
        rest = _EVERY_S
        while not self.over.wait(rest):
            started = perf_counter()
            self.peak = max(self.peak, self._resident())
            rest = max(_EVERY_S, (perf_counter() - started) * _REST)

    def _resident(self) -> int:
        total = 0
        for process in Path("/proc").iterdir():
            if process.name.isdigit():
                try:
                    stat = (process / "stat").read_bytes().rpartition(b")")[2].split()
                    if stat[_SESSION] == self._session:
                        total += _proportional(process)
                except (FileNotFoundError, ProcessLookupError):
                    continue  # it ended between two lines
        return total


def _proportional(process: Path) -> int:
    """Bytes of a process, each that several share divided among them."""
    for line in (process / "smaps_rollup").read_bytes().splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0  # it is ending


def main() -> int:
    """Run the words after the first, which names the file for the measures."""
    told, *words = sys.argv[1:]
    started = perf_counter()
    process = subprocess.Popen(words, start_new_session=True)
    looks = _Looks(process.pid)
    looks.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    except KeyboardInterrupt:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    wall_s = perf_counter() - started
    looks.over.set()
    looks.join()
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    memory = max(used.ru_maxrss * 1024, looks.peak)
    cpu_s = used.ru_utime + used.ru_stime
    measures = {"wall_s": wall_s, "cpu_s": cpu_s, "memory_bytes": memory}
    Path(told).write_text(json.dumps(measures), encoding="utf-8")
    return abs(code)


if __name__ == "__main__":
    sys.exit(main())
