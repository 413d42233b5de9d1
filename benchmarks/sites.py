"""The sites that are measured, and the commands on each: the national one and synthetic ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.country import Size
from benchmarks.rivals.measure import Usage
from benchmarks.runs import REPOSITORY, Line, Made, Runner, made_of, median_line, say
from benchmarks.stages import AS_OF

NATIONAL = "national"
COLD, JOBS, CHECK = "cold", "cold, 2 jobs", "check"
WARM, ROW, TEMPLATE, WORD, HELP = "unchanged", "row", "template", "word", "--help"
MANY_AREAS = 5_000
"""From so many areas on, everything is measured once."""
_ROW = "data/indicators/CX-01.csv"
_TEMPLATE = "templates/base.html"
_COMMENTARY = "content/regions/PE-APU.es.md"


class Site:
    """A root and the builds of it."""

    def __init__(self, runner: Runner, root: Path, name: str, times: int) -> None:
        self.root = root
        self.out = root.with_name(f"{root.name}-site")
        self._runner, self._name, self._times = runner, name, times
        self._made: Made | None = None
        self._changes = 0

    def build(self, *words: str) -> Usage:
        """Build the root."""
        place = ("--root", str(self.root), "build", "--out", str(self.out))
        used, output = self._runner.run("build.py", *place, "--as-of", AS_OF.isoformat(), *words)
        self._made = made_of(output, self.root)
        return used

    def check(self) -> Usage:
        """Check the root."""
        return self._runner.run(
            *("build.py", "--root", str(self.root), "check", "--as-of", AS_OF.isoformat())
        )[0]

    def help(self) -> Usage:
        """Ask for help."""
        return self._runner.run("build.py", "--help")[0]

    def forget(self) -> None:
        """Remove what earlier builds left to be faster, and what they made."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        shutil.rmtree(self.out, ignore_errors=True)

    def common(self) -> Iterator[Line]:
        """Measure what every site is measured by; a warm cache stands at the end."""
        yield self._line(CHECK)
        yield self._line(JOBS)
        yield self._line(COLD)

    def changes(self) -> Iterator[Line]:
        """Measure builds of the national site after what a person may change between two."""
        yield self._line(WARM)
        yield self._line(ROW)
        yield self._line(WORD)
        shutil.copytree(REPOSITORY / "templates", self.root / "templates")
        self.build()
        yield self._line(TEMPLATE)
        shutil.rmtree(self.root / "templates")
        self.build()
        yield self._line(HELP)

    def _line(self, what: str) -> Line:
        before = {
            COLD: self.forget,
            JOBS: self.forget,
            ROW: self._change_row,
            WORD: self._change_word,
            TEMPLATE: self._change_template,
        }.get(what, lambda: None)
        act = {
            CHECK: self.check,
            HELP: self.help,
            JOBS: lambda: self.build("--jobs", "2"),
        }.get(what, self.build)
        line = median_line(self._name, what, act, times=self._times, before=before)
        return line if what in {CHECK, HELP} else replace(line, made=self._made)

    def _change_row(self) -> None:
        """Change the value of one row by one."""
        path = self.root / _ROW
        head, total, row, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
        cells = row.split(",")
        cells[2] = str(int(cells[2]) + 1)
        path.write_text("".join([head, total, ",".join(cells), *rest]), encoding="utf-8")

    def _change_word(self) -> None:
        """Add a word to a commentary, another one each time."""
        self._changes += 1
        path = self.root / _COMMENTARY
        text = (REPOSITORY / _COMMENTARY).read_text(encoding="utf-8").rstrip()
        path.write_text(f"{text} Prueba{self._changes}.\n", encoding="utf-8")

    def _change_template(self) -> None:
        """Change what every page ends with, to something else each time."""
        self._changes += 1
        path = self.root / _TEMPLATE
        text = (REPOSITORY / _TEMPLATE).read_text(encoding="utf-8")
        changed = text.replace("</main>", f"</main>\n<!-- prueba {self._changes} -->")
        assert changed != text  # the template still has what is changed here
        path.write_text(changed, encoding="utf-8")


def national(runner: Runner, folder: Path, times: int) -> Site:
    """A copy of the national root, built once so that nothing is compiled any more."""
    root = folder / NATIONAL
    for name in ("data", "content"):
        shutil.copytree(REPOSITORY / name, root / name)
    site = Site(runner, root, NATIONAL, times)
    say("national site: a first build, not measured")
    site.build()
    return site


def synthetic(runner: Runner, folder: Path, size: Size, times: int) -> Site:
    """A synthetic country, written now."""
    name = site_name(size)
    root = folder / name.replace(" ", "")
    words = ("--areas", size.areas, "--indicators", size.indicators, "--periods", size.periods)
    say(f"{name}: writing an invented country")
    runner.run(
        *("-m", "benchmarks.country", str(root)),
        *(str(word) for word in (*words, "--languages", size.languages)),
    )
    return Site(runner, root, name, 1 if size.areas >= MANY_AREAS else times)


def site_name(size: Size) -> str:
    """The name of a synthetic country in the results."""
    return f"{size.areas} x {size.indicators} x {size.periods} x {size.languages}"
