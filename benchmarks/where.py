"""Where the time of a cold build goes: ``python -m benchmarks.where ROOT OUT``.

Builds a root under Python's profiler, which slows a program of many small functions down to
about half its speed: only the shares count, not the seconds. What a library or Python itself
does counts to the part of the generator that asked for it, except for those that are parts of
their own (templates, Markdown). Prints JSON: seconds by part.
"""

from __future__ import annotations

import cProfile
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import quipu
from benchmarks.stages import AS_OF

Function = tuple[str, int, str]
"""File, line and name, as the profiler tells a function."""
Counts = tuple[int, int, float, float]
"""Calls, calls that are no recursion, seconds of its own, seconds with all that it called."""
Profile = Mapping[Function, tuple[int, int, float, float, Mapping[Function, Counts]]]

OTHER = "other"
_OWN = f"{Path(quipu.__file__).parent.parent}/"
_PREFIXES = (
    ("import", ("<frozen importlib",)),
    ("templates", ("<template>", "jinja2/", "markupsafe/", "quipu/render")),
    ("markdown", ("markdown/", "quipu/prose/markdown")),
    ("sentences", ("quipu/prose/",)),
    ("parse", ("quipu/read/", "quipu/parse/", "quipu/tables/")),
    ("rules", ("quipu/rules", "quipu/findings/")),
    ("compare", ("quipu/compare", "quipu/coverage", "quipu/model")),
    ("judge", ("quipu/score/", "quipu/stats/")),
    ("charts", ("quipu/charts/", "quipu/pages/charts", "quipu/pages/requests")),
    ("charts", ("quipu/pages/benchmark/requests", "quipu/pages/easel", "quipu/pages/trends")),
    ("views_benchmark", ("quipu/pages/benchmark/", "quipu/views/benchmark")),
    ("views_area", ("quipu/pages/area", "quipu/pages/cards", "quipu/pages/figures")),
    ("views_indicator", ("quipu/pages/indicator", "quipu/pages/codebook")),
    ("views_other", ("quipu/pages/", "quipu/views/")),
    ("numbers", ("quipu/i18n/", "quipu/periods", "quipu/vocab")),
    ("exports", ("quipu/exports/",)),
    ("inspection", ("quipu/publish/inspect", "quipu/publish/facts", "quipu/publish/known")),
    ("inspection", ("quipu/publish/links",)),
    ("files", ("quipu/publish/", "quipu/artifact", "quipu/assets")),
    ("making", ("quipu/make/", "quipu/pipeline")),
)
"""The first prefix that fits tells the part."""
PARTS = (*dict.fromkeys(part for part, _ in _PREFIXES), OTHER)


def part_of(function: Function) -> str | None:
    """The part that a function belongs to; None for one of a library that has no part."""
    path = function[0].removeprefix(_OWN).rpartition("/site-packages/")[2]
    for part, prefixes in _PREFIXES:
        if path.startswith(prefixes):
            return part
    return None


class Shares:
    """Shares out the time of what belongs to no part among the parts that asked for it."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._known: dict[Function, dict[str, float]] = {}

    def seconds(self) -> dict[str, float]:
        """Seconds by part, those of no part under ``other``."""
        found: dict[str, float] = dict.fromkeys(PARTS, 0.0)
        for function, (_, _, own, _, callers) in self._profile.items():
            if part := part_of(function):
                found[part] += own
                continue
            rest = own
            for caller, counts in callers.items():
                rest -= counts[2]
                for part, share in self._asking(caller).items():
                    found[part] += counts[2] * share
            found[OTHER] += max(rest, 0.0)
        return found

    def _asking(self, function: Function) -> dict[str, float]:
        """For whom a function works, as shares that sum to one."""
        if part := part_of(function):
            return {part: 1.0}
        if function not in self._known:
            self._known[function] = {}  # that it calls itself tells nothing
            callers = self._profile[function][4] if function in self._profile else {}
            shares: defaultdict[str, float] = defaultdict(float)
            for caller, counts in callers.items():
                for part, share in self._asking(caller).items():
                    shares[part] += share * counts[3]
            whole = sum(shares.values())
            self._known[function] = (
                {part: share / whole for part, share in shares.items()} if whole else {OTHER: 1.0}
            )
        return self._known[function]


def measure(root: Path, out: Path) -> dict[str, float]:
    """Build a root under the profiler and share its time out."""
    profiler = cProfile.Profile()
    profiler.enable()
    from quipu.pipeline import Options, build  # noqa: PLC0415 (importing is measured)

    build(Options(root=root, out=out, as_of=AS_OF))
    profiler.disable()
    profiler.create_stats()
    return Shares(profiler.stats).seconds()


def main() -> None:
    """Measure and print."""
    sys.setrecursionlimit(10_000)
    root, out = (Path(word) for word in sys.argv[1:3])
    print(json.dumps(measure(root, out)))


if __name__ == "__main__":
    main()
