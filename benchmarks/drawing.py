"""Scoring a root and stamping its charts: ``python -m benchmarks.drawing ROOT``.

Prints JSON: seconds of scoring, and milliseconds a chart when every frame is at hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.stages import AS_OF
from quipu.build import CACHE_FOLDER, languages_of
from quipu.charts import FolderStore, draw
from quipu.compare import compare
from quipu.pages.benchmark.requests import benchmark_requests
from quipu.pages.requests import chart_requests
from quipu.pipeline import check
from quipu.score.benchmarks import benchmark


def measure(root: Path) -> dict[str, float]:
    """Score a root, and draw its charts twice: the first time fills the store of frames."""
    catalog = check(root, AS_OF).catalog
    languages = languages_of(catalog, {})
    panels = compare(catalog)
    started = perf_counter()
    benchmarks = benchmark(catalog, panels, AS_OF)
    score_s = perf_counter() - started
    requests = (
        *chart_requests(catalog, panels, languages.values()),
        *benchmark_requests(catalog, benchmarks, languages.values()),
    )
    store = FolderStore(root / CACHE_FOLDER)
    draw(requests, store=store)
    started = perf_counter()
    draw(requests, store=store)
    seconds = perf_counter() - started
    return {
        "charts": float(len(requests)),
        "ms_chart": seconds * 1000 / len(requests),
        "score_s": score_s,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
