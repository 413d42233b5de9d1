"""Everything that one measurement found, and on what machine, as it is kept and reported."""

from __future__ import annotations

import gzip
import json
import os
import platform
import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.inside import Numbers
from benchmarks.runs import REPOSITORY, Line, say

FOLDER = REPOSITORY / "benchmarks" / "results"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """Where and when it was measured; no name of anybody's machine."""

    moment: str
    """UTC, in ISO 8601."""
    cpus: int
    system: str
    python: str
    packages: dict[str, str]
    load_before: float
    load_after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One measurement. What was not asked for is empty."""

    machine: Machine
    lines: tuple[Line, ...]
    weights: Numbers
    """Of the pages of the national site."""
    national: Numbers
    """Stages and charts of the national site."""
    country: str
    """The synthetic country that was measured from inside and that other generators built."""
    stages: Numbers
    """Of a cold build of the synthetic country."""
    where: Numbers
    """Seconds of a cold build of the synthetic country by part, under a profiler."""
    engine: Numbers
    rivals: tuple[dict[str, Any], ...]
    """As ``benchmarks.rivals`` tells them."""
    missing: tuple[dict[str, str], ...]
    """Generators that could not be measured, and why."""

    def line(self, site: str, what: str) -> Line | None:
        """What a command took on a site, if that was measured."""
        return next((x for x in self.lines if (x.site, x.what) == (site, what)), None)

    def keep(self) -> Path:
        """Write everything as JSON; where to."""
        FOLDER.mkdir(exist_ok=True)
        path = FOLDER / f"{re.sub(r'[-:]', '', self.machine.moment)}.json"
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8")
        return path


def machine(load_before: float) -> Machine:
    """This machine, now."""
    library = " ".join(platform.libc_ver()).strip()
    return Machine(
        moment=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        cpus=os.cpu_count() or 1,
        system=", ".join(x for x in (platform.system(), platform.machine(), library) if x),
        python=platform.python_version(),
        packages=_packages(),
        load_before=load_before,
        load_after=os.getloadavg()[0],
    )


def _packages() -> dict[str, str]:
    """The versions of what the generator is built with."""
    text = (REPOSITORY / "requirements" / "build.in").read_text(encoding="utf-8")
    found = {}
    for name in dict.fromkeys(re.findall(r"^([\w-]+)", text, re.MULTILINE)):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def weights(site: Path) -> Numbers:
    """Sizes in bytes of the pages of the national site, as they travel."""
    packed = [len(gzip.compress(p.read_bytes(), mtime=0)) for p in site.rglob("*.html")]
    regions = [
        len(gzip.compress(path.read_bytes(), mtime=0))
        for folder in ("regiones", "en/regions")
        for path in site.glob(f"{folder}/*/index.html")
    ]
    return {
        "largest_page": max(packed),
        "median_page": statistics.median(packed),
        "largest_region": max(regions),
        "median_region": statistics.median(regions),
    }


def rivals(root: Path, tools: str, times: int) -> tuple[list[Any], list[Any]]:
    """Measure other generators on a synthetic country; those measured, and those missing."""
    words = ["-m", "benchmarks.rivals", "--root", str(root), "--times", str(times)]
    if tools:
        words += ["--tools", tools]
    done = _with_progress(words)
    if done is None:
        return [], [{"name": "benchmarks.rivals", "why": "failed"}]
    return done["tools"], done["missing"]


def _with_progress(words: Sequence[str]) -> dict[str, Any] | None:
    """Run Python with its progress shown; what its last line tells, None where it failed."""
    done = subprocess.run(
        [sys.executable, *words], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        say(f"{' '.join(words)} ended with {done.returncode}")
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
