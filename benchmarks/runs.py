"""Runs of this project's commands, each in a process of its own, and the medians of several."""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rivals.measure import CommandError, Usage, run

REPOSITORY = Path(__file__).resolve().parent.parent
_MEGA = 1_000_000
_MADE = re.compile(r"(\d+) páginas, (\d+) gráficos, (\d+) archivos, ([\d.]+) MB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a build made, and out of how much."""

    pages: int
    charts: int
    files: int
    written_mb: float
    read_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A command on a site: median seconds, the most memory. MB are 10⁶ bytes."""

    site: str
    """Which site: ``national``, or a synthetic one by its size."""
    what: str
    """Which command, after which change."""
    runs: int
    wall_s: float
    cpu_s: float
    """Processor seconds of all processes together."""
    memory_mb: float
    """Of all processes together; what they share counts once."""
    made: Made | None = None


def say(text: str) -> None:
    """Tell whoever waits how far the measurement is."""
    print(text, file=sys.stderr, flush=True)


class Runner:
    """Runs Python with the bytecode of this measurement in a folder of its own.

    The first run of anything compiles; it counts only when it is measured.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONHASHSEED": "0",
        }

    def run(self, *words: str) -> tuple[Usage, str]:
        """Run Python with some words to its end; what it used, and what it said.

        Raises:
            RuntimeError: It failed; holds what it said.
        """
        try:
            return run([sys.executable, *words], REPOSITORY, self._environment)
        except CommandError as error:
            raise RuntimeError(f"{' '.join(words)}: {error}") from error

    def told(self, module: str, *words: str) -> dict[str, float]:
        """The numbers that a module of this package prints."""
        _, output = self.run("-m", f"benchmarks.{module}", *words)
        found: dict[str, float] = json.loads(output.splitlines()[-1])
        return found


def median_line(
    site: str, what: str, act: Callable[[], Usage], *, times: int, before: Callable[[], None]
) -> Line:
    """Measure something several times, each after *before*."""
    used = []
    for _ in range(times):
        before()
        used.append(act())
    line = Line(
        site=site,
        what=what,
        runs=times,
        wall_s=statistics.median(u.wall_s for u in used),
        cpu_s=statistics.median(u.cpu_s for u in used),
        memory_mb=max(u.memory_mb for u in used),
    )
    say(f"{site}, {what}: {line.wall_s:.2f} s, {line.memory_mb:.0f} MB")
    return line


def made_of(output: str, root: Path) -> Made:
    """What a build says that it made, and what it read for it."""
    found = _MADE.search(output)
    assert found is not None  # a build that ended well says so
    pages, charts, files, written = found.groups()
    return Made(
        pages=int(pages),
        charts=int(charts),
        files=int(files),
        written_mb=float(written),
        read_mb=sum(_sizes([root / "data", root / "content"])) / _MEGA,
    )


def _sizes(folders: Sequence[Path]) -> list[int]:
    return [path.stat().st_size for f in folders for path in f.rglob("*") if path.is_file()]
