"""Shell. The one place that calls Vega: frames and outlines, each drawn once and kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from quipu.charts import designs, specs
from quipu.charts.cache import Store
from quipu.charts.dots import dots
from quipu.charts.frame import Frame, Stamp, dump_frame, load_frame, probe_rows, read_frame
from quipu.charts.funnel import funnel
from quipu.charts.judged import FunnelRequest, MatrixRequest, RangesRequest
from quipu.charts.maps import Outlines, dump_outlines, geometry, load_outlines, read_outlines
from quipu.charts.matrix import matrix
from quipu.charts.model import (
    DotsRequest,
    Drawing,
    Geometry,
    MapRequest,
    StripRequest,
    TileGrid,
    TileRequest,
    TrendRequest,
)
from quipu.charts.ranges import ranges
from quipu.charts.specs import build
from quipu.charts.strip import strip
from quipu.charts.tiles import tiles
from quipu.charts.trend import trend

_PACKAGES = ("altair", "vl-convert-python")
_DESIGN = (Path(designs.__file__), Path(specs.__file__))
"""Whatever changes in the designs makes every drawing that was kept worthless."""


ChartRequest = (
    StripRequest | TrendRequest | DotsRequest | RangesRequest | FunnelRequest | MatrixRequest
)


def draw(charts: Sequence[ChartRequest], *, store: Store) -> dict[str, Drawing]:
    """Draw strips, trends, rankings, ranges, funnels and matrices.

    Args:
        charts: Every chart of a site, each with a key of its own.
        store: Keeps the frames from one build to the next.

    Returns:
        The drawings by key.
    """
    stamps: dict[str, Stamp] = {}

    def stamp(kind: str) -> Stamp:
        if kind not in stamps:
            stamps[kind] = Stamp(kind=kind, frame=frame_of(kind, store))
        return stamps[kind]

    return {chart.key: _draw(chart, stamp) for chart in charts}


def _draw(chart: ChartRequest, stamp: Callable[[str], Stamp]) -> Drawing:
    if isinstance(chart, StripRequest):
        return strip(chart, stamp("strip"))
    if isinstance(chart, DotsRequest):
        return dots(chart, stamp("dots"))
    if isinstance(chart, RangesRequest):
        return ranges(chart, stamp("ranges"))
    if isinstance(chart, FunnelRequest):
        return funnel(chart, stamp("funnel"))
    if isinstance(chart, MatrixRequest):
        return matrix(chart, stamp("matrix"))
    return trend(chart, stamp(f"trend-{chart.size.value}"))


def draw_tiles(request: TileRequest, *, store: Store) -> TileGrid:
    """Place a grid of squares."""
    return tiles(request, frame_of("tiles", store))


def frame_of(kind: str, store: Store) -> Frame:
    """The frame of a kind of chart: kept, or read off Vega's drawing of the probe rows."""
    key = _key("frame", kind, json.dumps(probe_rows(kind)))
    kept = store.get(key)
    if kept is not None:
        return load_frame(kept)
    frame = read_frame(kind, render(kind, probe_rows(kind)))
    store.put(key, dump_frame(frame))
    return frame


def draw_map(request: MapRequest, *, store: Store) -> Geometry:
    """Project outlines: kept, or drawn by Vega."""
    key = _key("map", json.dumps(request.topojson, sort_keys=True))
    kept = store.get(key)
    outlines: Outlines
    if kept is not None:
        outlines = load_outlines(kept)
    else:
        spec = build("map")
        spec["data"] = {
            "name": "outlines",
            "values": request.topojson,
            "format": {"type": "topojson", "feature": request.object_name},
        }
        outlines = read_outlines(request, _svg(spec))
        store.put(key, dump_outlines(outlines))
    return geometry(outlines)


def render(kind: str, rows: dict[str, list[dict[str, object]]]) -> str:
    """Let Vega draw a chart of a kind from the rows of its layers; one SVG document."""
    return _svg({**_spec(kind), "datasets": rows})


@cache
def _spec(kind: str) -> dict[str, Any]:
    return build(kind)


def _svg(spec: dict[str, Any]) -> str:
    # Importing it starts an engine; a build whose frames are all kept never does.
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.vegalite_to_svg(spec))


def _key(*parts: str) -> str:
    """A digest of what a drawing depends on: the designs and the packages' versions too."""
    versions = [f"{name}={version(name)}" for name in _PACKAGES]
    designed = [path.read_text(encoding="utf-8") for path in _DESIGN]
    return hashlib.sha256("\0".join([*versions, *designed, *parts]).encode()).hexdigest()
