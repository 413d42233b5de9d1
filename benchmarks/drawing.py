"""Scoring a root and drawing its charts: ``python -m benchmarks.drawing ROOT``.

Prints JSON: seconds of scoring; milliseconds a chart when every frame is at hand, for the trend
of each area and indicator that has one, in the first language; and milliseconds a chart for all
charts of the site when nothing is at hand, so that starting the engine, drawing the frames and
projecting the map are shared out among them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from benchmarks.stages import AS_OF
from quipu.charts import KINDS, Board, NoCache, frame_of
from quipu.compare import compare
from quipu.make.engine import Engine
from quipu.make.press import Press, languages_of, tasks_of
from quipu.make.setting import make_setting
from quipu.make.stores import store_of
from quipu.model import Catalog
from quipu.pages.trends import trend_axes, trend_request, with_trend
from quipu.pipeline import REPOSITORY, check
from quipu.score.benchmarks import benchmark

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Clock:
    """Adds up the seconds that some functions take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, function: Callable[_P, _R]) -> Callable[_P, _R]:
        """The same function, timed."""

        def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            started = perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds += perf_counter() - started

        return run


def scores_and_trends(catalog: Catalog, root: Path) -> dict[str, float]:
    """Score a root, and draw its trends on frames at hand."""
    language = next(iter(languages_of(catalog, {}).values()))
    panels = compare(catalog)
    scoring, drawing, drawn = Clock(), Clock(), 0
    scoring.timed(benchmark)(catalog, panels, AS_OF)
    store = store_of(root)
    board = Board({kind: frame_of(kind, store) for kind in KINDS})
    started = perf_counter()
    for panel in panels.values():
        if with_trend(panel):
            axes = trend_axes(panel)
            for area in panel.areas:
                request = trend_request(panel, language, area, axes)
                if request is not None:
                    board.draw(request)
                    drawn += 1
    drawing.seconds = perf_counter() - started
    return {
        "trends": float(drawn),
        "ms_trend": drawing.seconds * 1000 / drawn,
        "score_s": scoring.seconds,
    }


def every_chart(catalog: Catalog, root: Path) -> dict[str, float]:
    """Make every page from nothing, and time what is drawn for them."""
    clock = Clock()
    setting = make_setting(catalog, AS_OF, root, REPOSITORY, is_kept=False)
    engine = Engine(NoCache())  # not started: it draws here, where it can be timed
    press = Press(setting, clock.timed(lambda: engine.drawn(catalog)))
    with patch.object(Board, "draw", clock.timed(Board.draw)):
        for task in tasks_of(catalog):
            for _ in press.make(task):
                pass
    charts = len(press.charts)
    return {"charts": float(charts), "ms_chart": clock.seconds * 1000 / charts}


def main() -> None:
    """Measure and print."""
    root = Path(sys.argv[1])
    catalog = check(root, AS_OF).catalog
    print(json.dumps({**scores_and_trends(catalog, root), **every_chart(catalog, root)}))


if __name__ == "__main__":
    main()
