"""Build the synthetic country with a tool, change one text, build again, and look at the site."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rivals.content import Area
from benchmarks.rivals.failures import FailedError
from benchmarks.rivals.install import home_of
from benchmarks.rivals.measure import CommandError, Usage, run
from benchmarks.rivals.tools import Tool
from benchmarks.rivals.writers import write_project

_WARM_UP = 3
"""How many areas a first build, not measured, is given: it fills the machine's caches."""
_CHANGE = "Frase cambiada para medir tiempos."
_NOT_PAGES = ("404.html",)
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a tool took. Times are medians, memory the most; MB are 10⁶ bytes."""

    name: str
    version: str
    areas: int
    cold_s: float
    """A first build: no output and no caches of its own."""
    touched_s: float
    """A build after the text of one area changed, with what the first one left."""
    cold_cpu_s: float
    touched_cpu_s: float
    """Processor seconds of the same builds, on all cores together."""
    memory_mb: float
    """The peak of its whole process tree in either."""
    pages: int
    output_mb: float
    """All files of the site together."""


class Bench:
    """An installed tool at work in a folder of its own."""

    def __init__(self, tool: Tool, start: Path) -> None:
        self.tool = tool
        self._start = str(start)
        self._home = home_of(tool) / "home"
        self._home.mkdir(exist_ok=True)

    def line(self, areas: Sequence[Area], times: int) -> Line:
        """Measure the tool on some areas.

        Raises:
            FailedError: It ended with a failure, or its site is not what was asked for.
        """
        try:
            version = self._version()
            self._once(areas[:_WARM_UP])
            runs = [self._once(areas) for _ in range(times)]
        except CommandError as error:
            raise FailedError(str(error)) from error
        *_, pages, size = runs[-1]
        return Line(
            name=self.tool.name,
            version=version,
            areas=len(areas),
            cold_s=statistics.median(cold.wall_s for cold, *_ in runs),
            touched_s=statistics.median(touched.wall_s for _, touched, *_ in runs),
            cold_cpu_s=statistics.median(cold.cpu_s for cold, *_ in runs),
            touched_cpu_s=statistics.median(touched.cpu_s for _, touched, *_ in runs),
            memory_mb=max(usage.memory_mb for run in runs for usage in run[:2]),
            pages=pages,
            output_mb=size / _MEGA,
        )

    def _version(self) -> str:
        words = [self._start, self.tool.version]
        _, text = run(words, self._home, self._environment())
        found = re.search(r"\d+\.\d+\.\d+", text)
        return found[0] if found else text.strip()

    def _once(self, areas: Sequence[Area]) -> tuple[Usage, Usage, int, int]:
        """Two builds; the pages and bytes of the site after the second."""
        tool = self.tool
        with TemporaryDirectory(prefix="work-", dir=self._home.parent) as name:
            folder = Path(name) / "project"
            write_project(tool.key, tool.writer, folder, areas)
            cold, _ = run([self._start, *tool.build], folder, self._environment())
            self._check(folder / tool.out, areas)
            changed = areas[-1]
            text = folder / tool.text.format(slug=changed.slug)
            with text.open("a", encoding="utf-8") as words:
                words.write(f"\n{_CHANGE}\n")
            again = [self._start, *(tool.rebuild or tool.build)]
            touched, _ = run(again, folder, self._environment())
            pages = self._check(folder / tool.out, areas)
            page = folder / tool.out / tool.page.format(slug=changed.slug)
            if _CHANGE not in page.read_text(encoding="utf-8"):
                raise FailedError("its second build did not notice the changed text")
            files = [
                path.stat().st_size for path in (folder / tool.out).rglob("*") if path.is_file()
            ]
        return cold, touched, pages, sum(files)

    def _check(self, site: Path, areas: Sequence[Area]) -> int:
        """Look for every page and what each must hold; how many pages there are."""
        pages = [path for path in site.rglob("*.html") if path.name not in _NOT_PAGES]
        if len(pages) != len(areas) + 1:
            raise FailedError(f"it made {len(pages)} pages and not {len(areas) + 1}")
        if not (site / "index.html").is_file():
            raise FailedError("it made no index")
        index = (site / "index.html").read_text(encoding="utf-8")
        for area in areas:
            path = site / self.tool.page.format(slug=area.slug)
            if not path.is_file():
                raise FailedError(f"it made no page for {area.slug}")
            page = path.read_text(encoding="utf-8")
            drawn, paragraphs = page.count("<polyline"), page.count("<p>")
            ranks = sum(f"{figure.rank} de {figure.ranked}</td>" in page for figure in area.figures)
            wanted = len(area.figures)
            if (drawn, ranks) != (wanted, wanted) or paragraphs < area.words.count("\n\n") + 1:
                raise FailedError(f"the page of {area.slug} lacks figures or paragraphs")
            if area.name not in page or area.name not in index:
                raise FailedError(f"the name of {area.slug} is not on its page or not in the index")
        return len(pages)

    def _environment(self) -> dict[str, str]:
        """A bare environment with every telemetry off and a home of its own."""
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self._home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "NO_COLOR": "1",
            "ASTRO_TELEMETRY_DISABLED": "1",
            "OBSERVABLE_TELEMETRY_DISABLE": "true",
            "DO_NOT_TRACK": "1",
            "NO_MKDOCS_2_WARNING": "1",
        }
