"""Measure builds as a person runs them and print them beside those of other generators.

The national site and synthetic countries, each command in a process of its own: medians. Then
what a build does inside, and other generators on the same synthetic country. Progress goes to
standard error, the tables to standard output, and JSON to ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.country import Size
from benchmarks.inside import Numbers, engine, national_inside, synthetic_inside
from benchmarks.report import body, page
from benchmarks.results import Results, machine, rivals, weights
from benchmarks.rivals.tools import TOOLS
from benchmarks.runs import REPOSITORY, Line, Runner, say
from benchmarks.sites import national, site_name, synthetic

PAGE = REPOSITORY / "docs" / "benchmarks.md"
_FEW, _MANY = (1_900,), (1_900, 10_000)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in text.split(","))


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="runs of each measurement (3)")
    parser.add_argument("--quick", action="store_true", help="only 1,900 areas, and no rivals")
    parser.add_argument("--areas", type=_numbers, help="of synthetic countries (1900,10000)")
    parser.add_argument("--indicators", type=_numbers, default=(12,), help="(12); e.g. 12,30")
    parser.add_argument("--languages", type=_numbers, default=(1,), help="1, 2 or 1,2 (1)")
    parser.add_argument("--no-rivals", action="store_true", help="leave other generators out")
    names = ",".join(tool.key for tool in TOOLS)
    parser.add_argument("--rivals", default="", metavar="TOOLS", help=f"some of {names}")
    parser.add_argument("--write", action="store_true", help=f"also write docs/{PAGE.name}")
    words = parser.parse_args()
    words.areas = words.areas or (_FEW if words.quick else _MANY)
    words.no_rivals = words.no_rivals or (words.quick and not words.rivals)
    if words.times < 1 or not {*words.languages} <= {1, 2}:
        parser.error("--times is 1 or more; --languages is 1, 2 or 1,2")
    if unknown := set(filter(None, words.rivals.split(","))) - {tool.key for tool in TOOLS}:
        parser.error(f"no such tools: {', '.join(sorted(unknown))}")
    return words


def _national(runner: Runner, folder: Path, times: int) -> tuple[list[Line], Numbers, Numbers]:
    """The national site: its commands, its stages and charts, the weight of its pages."""
    site = national(runner, folder, times)
    lines = [*site.common(), *site.changes()]
    return lines, national_inside(runner, site, times), weights(site.out)


def _countries(
    runner: Runner, folder: Path, sizes: Sequence[Size], words: argparse.Namespace
) -> dict[str, Any]:
    """The synthetic countries; the first one also from inside and by other generators."""
    lines: list[Line] = []
    told: dict[str, Any] = {"country": site_name(sizes[0])}
    for size in sizes:
        site = synthetic(runner, folder, size, words.times)
        lines += site.common()
        if size is sizes[0]:
            told["stages"], told["where"] = synthetic_inside(runner, site, words.times)
            if not words.no_rivals:
                told["rivals"], told["missing"] = rivals(site.root, words.rivals, words.times)
        site.forget()
        rmtree(site.root)
    return {"lines": lines, **told}


def main() -> None:
    """Measure, print and keep."""
    words = _words()
    load = os.getloadavg()[0]
    sizes = [
        Size(areas=a, indicators=i, languages=n)
        for a, i, n in product(words.areas, words.indicators, words.languages)
    ]
    with TemporaryDirectory(prefix="quipu-bench-") as name:
        folder = Path(name)
        runner = Runner(folder)
        lines, inside, sizes_of_pages = _national(runner, folder, words.times)
        told = _countries(runner, folder, sizes, words)
        found = Results(
            machine=machine(load),
            lines=(*lines, *told["lines"]),
            weights=sizes_of_pages,
            national=inside,
            country=told["country"],
            stages=told["stages"],
            where=told["where"],
            engine=engine(runner),
            rivals=tuple(told.get("rivals", ())),
            missing=tuple(told.get("missing", ())),
        )
    print(body(found))
    say(f"JSON: {found.keep().relative_to(REPOSITORY)}")
    if words.write:
        PAGE.write_text(page(found), encoding="utf-8")
        say(f"Written: {PAGE.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
