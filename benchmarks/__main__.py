"""Measure builds of the national site as a person runs them, each in a process of its own.

Median of three runs after one that fills the machine's caches. The bytecode of Python goes to
a folder of this measurement, so that compiling it counts in no run. A table is printed; JSON
is left in ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.stages import AS_OF

REPOSITORY = Path(__file__).resolve().parent.parent
RESULTS = REPOSITORY / "benchmarks" / "results"
_CHANGED = "data/indicators/CX-01.csv"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process, from its start to its end."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: medians."""

    name: str
    wall_s: float
    cpu_s: float
    memory_mb: float


class Bench:
    """A copy of the national root in a temporary folder, and builds of it."""

    def __init__(self, folder: Path, times: int) -> None:
        """Copy the root."""
        self.root = folder / "root"
        self.out = folder / "site"
        self.times = times
        for name in ("data", "content"):
            shutil.copytree(REPOSITORY / name, self.root / name)
        self._environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONHASHSEED": "0",
        }

    def run(self, *words: str) -> Run:
        """Run Python with some words to its end.

        Raises:
            RuntimeError: It failed; holds what it said.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            started = perf_counter()
            process = subprocess.Popen(
                [sys.executable, *words],
                cwd=REPOSITORY,
                env=self._environment,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            _, status, used = os.wait4(process.pid, 0)
            wall_s = perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            output = said.read()
        if process.returncode:
            raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}:\n{output}")
        return Run(
            wall_s=wall_s,
            cpu_s=used.ru_utime + used.ru_stime,
            memory_mb=used.ru_maxrss * 1024 / _MEGA,
            output=output,
        )

    def build(self) -> Run:
        """Build the root."""
        place = ("--root", str(self.root), "build", "--out", str(self.out))
        return self.run("build.py", *place, "--as-of", AS_OF.isoformat())

    def forget(self) -> None:
        """Remove what earlier builds left to be faster."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    def change_row(self) -> None:
        """Change the value of one row by one."""
        path = self.root / _CHANGED
        head, total, row, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
        cells = row.split(",")
        cells[2] = str(int(cells[2]) + 1)
        path.write_text("".join([head, total, ",".join(cells), *rest]), encoding="utf-8")

    def line(self, name: str, before: Callable[[], None], act: Callable[[], Run]) -> Line:
        """Measure something several times."""
        runs = []
        for _ in range(self.times):
            before()
            runs.append(act())
        return Line(
            name=name,
            wall_s=statistics.median(run.wall_s for run in runs),
            cpu_s=statistics.median(run.cpu_s for run in runs),
            memory_mb=max(run.memory_mb for run in runs),
        )

    def lines(self) -> list[Line]:
        """Measure every command."""

        def nothing() -> None:
            """Leave everything as the run before left it."""

        root = ("--root", str(self.root))
        self.build()
        return [
            self.line("build, sin caché", self.forget, self.build),
            self.line("build, con caché, sin cambios", nothing, self.build),
            self.line("build, con caché, una fila cambiada", self.change_row, self.build),
            self.line("check", nothing, lambda: self.run("build.py", *root, "check")),
            self.line("--help", nothing, lambda: self.run("build.py", "--help")),
        ]

    def told(self, module: str, *words: str) -> dict[str, float]:
        """The numbers that a module of this package prints."""
        output = self.run("-m", f"benchmarks.{module}", *words).output
        found: dict[str, float] = json.loads(output.splitlines()[-1])
        return found

    def stages(self) -> dict[str, float]:
        """Measure a warm build and its charts from inside; the median of each number."""
        root, out = str(self.root), str(self.out)
        told = [
            {**self.told("stages", root, out), **self.told("drawing", root)}
            for _ in range(self.times)
        ]
        return {name: statistics.median(run[name] for run in told) for name in told[0]}


def weights(site: Path) -> dict[str, float]:
    """Sizes of the pages of a site, as they travel and as they lie."""
    packed = sorted(len(gzip.compress(p.read_bytes(), mtime=0)) for p in site.rglob("*.html"))
    regions = [
        len(gzip.compress(path.read_bytes(), mtime=0))
        for folder in ("regiones", "en/regions")
        for path in site.glob(f"{folder}/*/index.html")
    ]
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {
        "pages": len(packed),
        "largest_page_gz": packed[-1],
        "median_page_gz": statistics.median(packed),
        "largest_region_gz": max(regions),
        "median_region_gz": statistics.median(regions),
        "site_mb": sum(files) / _MEGA,
    }


def table(lines: Sequence[Line]) -> str:
    """The lines as Markdown."""
    head = ["| Orden | Segundos | Segundos de procesador | Memoria (MB) |", "|---|---:|---:|---:|"]
    rows = [f"| {n.name} | {n.wall_s:.2f} | {n.cpu_s:.2f} | {n.memory_mb:.0f} |" for n in lines]
    return "\n".join([*head, *rows])


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="runs of each measurement (3)")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory(prefix="quipu-bench-") as name:
        bench = Bench(Path(name), times)
        lines = bench.lines()
        stages = bench.stages()
        sizes = weights(bench.out)
        engine = bench.told("engine")
    print(table(lines))
    print()
    for label, number in {**stages, **sizes, **engine}.items():
        print(f"{label:>20} {number:12.3f}")
    load = os.getloadavg()[0]
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} CPU, carga {load:.1f}")
    RESULTS.mkdir(exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = RESULTS / f"{moment}.json"
    told = {
        "moment": moment,
        "python": platform.python_version(),
        "machine": platform.platform(),
        "cpu_count": os.cpu_count(),
        "load": load,
        "lines": [asdict(line) for line in lines],
        "stages": stages,
        "sizes": sizes,
        "engine": engine,
    }
    kept.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(kept.relative_to(REPOSITORY))


if __name__ == "__main__":
    main()
