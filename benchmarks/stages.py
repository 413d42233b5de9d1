"""One build of a root, measured from inside: ``python -m benchmarks.stages ROOT OUT``.

Prints JSON: seconds a stage, milliseconds a chart and a page. The stages are those that the
progress line names; nothing of the build is repeated here.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter

AS_OF = date(2026, 11, 23)


def measure_build(root: Path, out: Path) -> dict[str, float]:
    """Build once and return the seconds of each stage."""
    started = perf_counter()
    from quipu.pipeline import Options, build  # noqa: PLC0415 (importing is measured)

    moments = [("import", started), ("read", perf_counter())]

    def progress(stage: str, *_counts: int) -> None:
        if stage != moments[-1][0]:
            moments.append((stage, perf_counter()))

    report = build(Options(root=root, out=out, as_of=AS_OF), progress)
    moments.append(("end", perf_counter()))
    stages = {name: end - start for (name, start), (_, end) in pairwise(moments)}
    return {**stages, "ms_page": stages["write"] * 1000 / report.pages}


def measure_charts(root: Path) -> dict[str, float]:
    """Stamp every chart of a root with frames at hand; milliseconds a chart."""
    from quipu.build import CACHE_FOLDER, languages_of  # noqa: PLC0415 (see above)
    from quipu.charts import FolderStore, draw  # noqa: PLC0415 (see above)
    from quipu.compare import compare  # noqa: PLC0415 (see above)
    from quipu.pages.benchmark.requests import benchmark_requests  # noqa: PLC0415 (see above)
    from quipu.pages.requests import chart_requests  # noqa: PLC0415 (see above)
    from quipu.pipeline import check  # noqa: PLC0415 (see above)
    from quipu.score.benchmarks import benchmark  # noqa: PLC0415 (see above)

    catalog = check(root, AS_OF).catalog
    languages = languages_of(catalog, {})
    panels = compare(catalog)
    scored = perf_counter()
    benchmarks = benchmark(catalog, panels, AS_OF)
    score_s = perf_counter() - scored
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


def main() -> None:
    """Measure and print."""
    root, out = (Path(word) for word in sys.argv[1:3])
    print(json.dumps({**measure_build(root, out), **measure_charts(root)}))


if __name__ == "__main__":
    main()
