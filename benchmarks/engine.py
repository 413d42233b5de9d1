"""The scoring engine on a synthetic country: ``python -m benchmarks.engine``.

2,000 invented areas, 60 invented indicators in 6 groups, 10 periods, 1,000 draws on 100 samples
of the counts behind a third of the indicators. Nothing here is a real figure. Prints JSON: the
seconds that the draws and their percentiles take in two threads and in one, and peak memory.
"""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import numpy as np

from quipu.method import Uncertainty
from quipu.model import Group
from quipu.score.points import Scale
from quipu.score.spread import MapFn, Problem, drawn_ranks
from quipu.score.tree import grow
from quipu.stats.ranks import percentiles
from quipu.vocab import Aggregation, Normalisation

AREAS, INDICATORS, PERIODS, GROUPS = 2_000, 60, 10, 6
HOW = Uncertainty(draws=1_000, samples=100, seed=20210618)
THREADS = 2


def problems() -> Iterator[Problem]:
    """Make the periods of the synthetic country, one at a time."""
    source = np.random.default_rng(1)
    root = Group(
        id="IDX", parent="", names={}, summaries={}, aggregate=Aggregation.GEOMETRIC, min_coverage=1
    )
    groups = [Group(id=f"G{g}", parent="IDX", names={}, summaries={}) for g in range(GROUPS)]
    codes = [f"I{i}" for i in range(INDICATORS)]
    size = INDICATORS // GROUPS
    members = {f"G{g}": codes[g * size : (g + 1) * size] for g in range(GROUPS)}
    tree = grow([root, *groups], members, dict.fromkeys(codes, 1.0))
    is_counted = np.arange(INDICATORS) % 3 == 0
    for _period in range(PERIODS):
        values = source.uniform(0, 100, (AREAS, INDICATORS))
        values[source.random(values.shape) < 0.05] = np.nan
        totals = np.where(is_counted, source.integers(20, 500, values.shape), np.nan)
        counts = np.floor(values / 100 * totals)
        values = np.where(is_counted, counts / totals * 100, values)
        yield Problem(
            values=values,
            scale=Scale(
                sign=np.ones(INDICATORS),
                low=np.zeros(INDICATORS),
                high=np.full(INDICATORS, 100.0),
                pooled_low=np.nanmin(values, axis=0),
                pooled_high=np.nanmax(values, axis=0),
            ),
            normalisation=Normalisation.GOALPOSTS,
            ends=(0.0, 100.0),
            tree=tree,
            numerators=counts,
            denominators=totals,
            is_share=np.ones(values.shape),
        )


def measure(map_: MapFn) -> float:
    """Draw every period and take the percentiles of every rank; seconds."""
    seconds = 0.0
    for problem in problems():
        started = perf_counter()
        ranked = drawn_ranks(problem, HOW, map_)
        for node in ranked:
            percentiles(node, (0.05, 0.5, 0.95))
        seconds += perf_counter() - started
    return seconds


def main() -> None:
    """Measure and print."""
    with ThreadPoolExecutor(THREADS) as pool:
        in_threads = measure(pool.map)
    told = {
        "engine_2_threads_s": in_threads,
        "engine_1_thread_s": measure(map),
        "engine_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
