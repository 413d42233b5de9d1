"""Shell. Asks Vega for the frames of charts, through the cache; the rest of a chart is stamped.

Vega takes milliseconds a chart; a site has hundreds. Everything but the marks is the same
in all charts of a kind, so Vega draws each kind once, with probes where the marks will
stand, and the marks are written between. Tests hold the result against Vega's own drawing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from quipu.charts import dots, outlines, specs, strip, tiles, trend
from quipu.charts.cache import Store
from quipu.charts.model import (
    ChartRequest,
    Drawing,
    Geometry,
    MapRequest,
    StripRequest,
    TileGrid,
    TileRequest,
    TrendRequest,
)
from quipu.charts.specs import JSON

_Frame = TypeVar("_Frame")


class _Vega:
    """Draws specs through a store; one for each `draw`, so that nothing outlives a call."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._salt = _salt()
        self._specs: dict[str, JSON] = {}

    def spec(self, kind: str) -> JSON:
        """The validated Altair spec of a kind."""
        if kind not in self._specs:
            key = self._key("spec", kind)
            stored = self._store.get(key)
            if stored is None:
                stored = _canonical(specs.build(kind))
                self._store.put(key, stored)
            self._specs[kind] = json.loads(stored)
        return self._specs[kind]

    def frame(self, spec: JSON, read: Callable[[str], _Frame]) -> _Frame:
        """Draw a bound spec and read it.

        A stored drawing that cannot be read is drawn and stored anew.
        """
        key = self._key("svg", _canonical(spec))
        stored = self._store.get(key)
        if stored is not None:
            try:
                return read(stored)
            except AssertionError:
                pass
        drawn = _render(spec)
        frame = read(drawn)
        self._store.put(key, drawn)
        return frame

    def _key(self, *parts: str) -> str:
        return hashlib.sha256("\0".join((self._salt, *parts)).encode("utf-8")).hexdigest()


def draw(charts: Sequence[ChartRequest], *, store: Store) -> dict[str, Drawing]:
    """Draw strips, trends and rankings.

    Args:
        charts: All charts of a site at once: those that share a frame are drawn from one.
        store: Where Vega's drawings are kept between builds.

    Returns:
        The drawings by key, in the order of *charts*; the bytes of each depend on nothing
        but its own request.

    Raises:
        AssertionError: Two charts share a key, or Vega drew something unexpected.
    """
    vega = _Vega(store)
    strip_frame: strip.StripFrame | None = None
    trend_frames: dict[tuple[str, int], trend.TrendFrame] = {}
    dots_frames: dict[tuple[int, int], dots.DotsFrame] = {}
    drawings: dict[str, Drawing] = {}
    for chart in charts:
        if chart.key in drawings:
            raise AssertionError(f"two charts share the key {chart.key!r}")
        if isinstance(chart, StripRequest):
            if strip_frame is None:
                strip_frame = vega.frame(strip.probe(vega.spec("strip")), strip.read)
            drawings[chart.key] = strip.stamp(strip_frame, chart)
        elif isinstance(chart, TrendRequest):
            across = trend.layout(chart)
            place = (across.kind, across.left)
            if place not in trend_frames:
                spec = trend.probe(vega.spec(across.kind), across.left)
                trend_frames[place] = vega.frame(spec, trend.read)
            drawings[chart.key] = trend.stamp(trend_frames[place], across, chart)
        else:
            columns = dots.layout(chart)
            ends = (columns.left, columns.right)
            if ends not in dots_frames:
                dots_frames[ends] = vega.frame(dots.probe(vega.spec("dots"), *ends), dots.read)
            drawings[chart.key] = dots.stamp(dots_frames[ends], columns, chart)
    return drawings


def draw_map(request: MapRequest, *, store: Store) -> Geometry:
    """Project the outlines of a map, once for all maps of a site.

    Raises:
        AssertionError: The TopoJSON has no such object, or an area without an id.
    """
    codes, topology = outlines.features(request)
    vega = _Vega(store)
    spec = outlines.bound(vega.spec("map"), topology)
    return vega.frame(spec, lambda svg: outlines.geometry(svg, codes))


def draw_tiles(request: TileRequest, *, store: Store) -> TileGrid:
    """Place the squares of a tile grid, once for all grids of a site.

    Raises:
        AssertionError: There is no tile.
    """
    if not request.tiles:
        raise AssertionError("a tile grid with no tiles")
    vega = _Vega(store)
    spec = tiles.bound(vega.spec("tiles"), request)
    return vega.frame(spec, lambda svg: tiles.read(svg, request))


def _canonical(spec: JSON | str) -> str:
    return json.dumps(spec, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _render(spec: JSON) -> str:
    import vl_convert  # noqa: PLC0415 - a build with a full cache does not need it

    # No address may be fetched: all data stand in the spec.
    return vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])


def _salt() -> str:
    """What a stored drawing depends on besides its spec: the renderers and this package."""
    parts = [f"{name}={version(name)}" for name in ("altair", "vl-convert-python")]
    for path in sorted(Path(__file__).parent.glob("*.py")):
        parts.append(f"{path.name}={hashlib.sha256(path.read_bytes()).hexdigest()}")
    return "\n".join(parts)
