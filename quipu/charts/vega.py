"""Shell. The one place that calls Vega: frames and outlines, each drawn once and kept."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from quipu.charts import designs, frame, maps, specs
from quipu.charts.board import Frames
from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Frame, dump_frame, load_frame, probe_rows, read_frame
from quipu.charts.maps import dump_outlines, geometry, load_outlines, read_outlines
from quipu.charts.model import Geometry, MapRequest
from quipu.charts.specs import build
from quipu.store import Store

_PACKAGES = ("altair", "vl-convert-python")
_DESIGN = tuple(map(Path, (designs.__file__, specs.__file__, frame.__file__, maps.__file__)))
"""What changes in the designs, or in what reads the drawings, makes all that was kept worthless."""


# Those that the pages of most areas show come first, in case they are waited for.
_FIRST = ("strip", "trend-small", "tiles", "matrix", "trend-large")
KINDS = (*_FIRST, *(kind for kind in DESIGNS if kind not in _FIRST))
"""The kinds of chart, in the order in which they are drawn."""


def kept_frames(store: Store) -> Frames | None:
    """The frames of every kind of chart, if the store holds them all."""
    found = {kind: store.get(_frame_key(kind)) for kind in KINDS}
    frames = {kind: load_frame(text) for kind, text in found.items() if text is not None}
    return frames if len(frames) == len(found) else None


def frame_of(kind: str, store: Store) -> Frame:
    """The frame of a kind of chart: kept, or read off Vega's drawing of the probe rows."""
    key = _frame_key(kind)
    kept = store.get(key)
    if kept is not None:
        return load_frame(kept)
    frame = read_frame(kind, render(kind, probe_rows(kind)))
    store.put(key, dump_frame(frame))
    return frame


def draw_map(request: MapRequest, *, store: Store) -> Geometry:
    """Project outlines: kept, or drawn by Vega."""
    kept = kept_map(request, store)
    if kept is not None:
        return kept
    spec = build("map")
    spec["data"] = {
        "name": "outlines",
        "values": request.topojson,
        "format": {"type": "topojson", "feature": request.object_name},
    }
    outlines = read_outlines(request, _svg(spec))
    store.put(_map_key(request), dump_outlines(outlines))
    return geometry(outlines)


def kept_map(request: MapRequest, store: Store) -> Geometry | None:
    """Projected outlines, if the store holds them."""
    kept = store.get(_map_key(request))
    return geometry(load_outlines(kept)) if kept is not None else None


def _map_key(request: MapRequest) -> str:
    return _key("map", json.dumps(request.topojson, sort_keys=True))


def _frame_key(kind: str) -> str:
    return _key("frame", kind, json.dumps(probe_rows(kind)))


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
    """A digest of what a drawing depends on: designs, readers and the packages' versions too."""
    return hashlib.sha256("\0".join([*_drawn_by(_DESIGN), *parts]).encode()).hexdigest()


@cache
def _drawn_by(design: tuple[Path, ...]) -> tuple[str, ...]:
    """The packages' versions and the text of designs and readers, read once a process."""
    versions = [f"{name}={version(name)}" for name in _PACKAGES]
    return (*versions, *(path.read_text(encoding="utf-8") for path in design))
