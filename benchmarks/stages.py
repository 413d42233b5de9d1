"""One build of a root, measured from inside: ``python -m benchmarks.stages ROOT OUT``.

Prints JSON: seconds a stage, milliseconds a page. The stages are those that the
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


def main() -> None:
    """Measure and print."""
    root, out = (Path(word) for word in sys.argv[1:3])
    print(json.dumps(measure_build(root, out)))


if __name__ == "__main__":
    main()
