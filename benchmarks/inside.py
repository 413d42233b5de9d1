"""What is measured from inside of a build: stages, charts, the scoring engine, the profile."""

from __future__ import annotations

import statistics

from benchmarks.runs import Runner, say
from benchmarks.sites import Site

Numbers = dict[str, float]


def national_inside(runner: Runner, site: Site, times: int) -> Numbers:
    """Stages of a warm build of the national site, and its charts; the median of each number."""
    site.build()  # nothing is left to be faster
    place = (str(site.root), str(site.out))
    told = [
        {**runner.told("stages", *place), **runner.told("drawing", place[0])} for _ in range(times)
    ]
    say("national site: stages and charts")
    return _medians(told)


def synthetic_inside(runner: Runner, site: Site, times: int) -> tuple[Numbers, Numbers]:
    """Stages of a cold build of a synthetic country, and where its time goes."""
    place = (str(site.root), str(site.out))
    told = []
    for _ in range(times):
        site.forget()
        told.append(runner.told("stages", *place))
    say("synthetic country: stages")
    site.forget()
    where = runner.told("where", *place)
    say("synthetic country: profile")
    return _medians(told), where


def engine(runner: Runner) -> Numbers:
    """The scoring engine on its own."""
    found = runner.told("engine")
    say(f"scoring engine: {found['engine_2_threads_s']:.1f} s in two threads")
    return found


def _medians(told: list[Numbers]) -> Numbers:
    return {name: statistics.median(run[name] for run in told) for name in told[0]}
