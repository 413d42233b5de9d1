"""Pure. Outlines as Vega projects them, made small; then coloured for every indicator."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from quipu.charts.frame import drawn_marks
from quipu.charts.model import Drawing, Geometry, Inset, MapRequest, Point
from quipu.charts.specs import MAP_UNITS
from quipu.charts.svg import UID, text_of

Ring = list[Point]
Outlines = dict[str, list[Ring]]
"""Rings of whole coordinates by area code."""

_SMALL = 0.035
"""An area whose box is narrower and lower than this share of the map is shown again larger."""
_RING = re.compile(r"M([^MZ]*)Z?")
_PAIR = re.compile(r"(-?[0-9.]+),(-?[0-9.]+)")
_INSET_SIDE = 0.26
_WINDOW_SHARE = 0.09
"""The window is never smaller than this: the small areas are shown among their neighbours."""
_INSET_MARGIN = 12


def read_outlines(request: MapRequest, svg: str) -> Outlines:
    """Read the rings off Vega's drawing, whose marks come in the order of the shapes."""
    objects: Any = request.topojson["objects"]
    codes = [str(shape["id"]) for shape in objects[request.object_name]["geometries"]]
    marks = drawn_marks(svg)["area"]
    return {
        code: [_ring(piece) for piece in _RING.findall(mark.get("d", "")) if _ring(piece)]
        for code, mark in zip(codes, marks, strict=True)
    }


def _ring(piece: str) -> Ring:
    """Whole coordinates, without points that fall on the one before."""
    ring: Ring = []
    for x, y in _PAIR.findall(piece):
        point = (float(round(float(x))), float(round(float(y))))
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring if len(ring) > 2 else []


def dump_outlines(outlines: Outlines) -> str:
    """Outlines as text, for the store."""
    return json.dumps(outlines)


def load_outlines(text: str) -> Outlines:
    """The outlines of a stored text."""
    return {
        code: [[(x, y) for x, y in ring] for ring in rings]
        for code, rings in json.loads(text).items()
    }


def geometry(outlines: Outlines) -> Geometry:
    """Crop the map to what is drawn, write its paths, and find what needs an inset."""
    points = [p for rings in outlines.values() for ring in rings for p in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = int(max(x for x, _ in points) - left)
    height = int(max(y for _, y in points) - top)
    moved = {
        code: [[(x - left, y - top) for x, y in ring] for ring in rings]
        for code, rings in outlines.items()
    }
    boxes = {code: _box([p for ring in rings for p in ring]) for code, rings in moved.items()}
    small = tuple(c for c, (_, _, w, h) in boxes.items() if max(w, h) <= _SMALL * MAP_UNITS)
    return Geometry(
        width=width,
        height=height,
        paths={code: "".join(_path(ring) for ring in rings) for code, rings in moved.items()},
        insets=(_inset(small, boxes, height),) if small else (),
    )


def _box(points: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _path(ring: Ring) -> str:
    (x, y), *rest = ring
    pieces = [f"M{x:.0f} {y:.0f}l"]
    before = (x, y)
    steps = []
    for point in rest:
        steps.append(f"{point[0] - before[0]:.0f} {point[1] - before[1]:.0f}")
        before = point
    return pieces[0] + " ".join(steps).replace(" -", "-") + "z"


def _inset(
    small: tuple[str, ...], boxes: Mapping[str, tuple[float, float, float, float]], height: int
) -> Inset:
    """A square window around the small areas, shown in the lower left corner."""
    left = min(boxes[c][0] for c in small)
    top = min(boxes[c][1] for c in small)
    right = max(boxes[c][0] + boxes[c][2] for c in small)
    bottom = max(boxes[c][1] + boxes[c][3] for c in small)
    side = max((right - left) * 1.9, (bottom - top) * 1.9, _WINDOW_SHARE * MAP_UNITS)
    x, y = (left + right - side) / 2, (top + bottom - side) / 2
    shown = tuple(
        code
        for code, (bx, by, bw, bh) in boxes.items()
        if bx < x + side and bx + bw > x and by < y + side and by + bh > y
    )
    box_side = _INSET_SIDE * MAP_UNITS
    box = (float(_INSET_MARGIN), height - box_side - _INSET_MARGIN, box_side, box_side)
    return Inset(shown=shown, window=(x, y, side, side), box=box)


def map_svg(
    geometry: Geometry,
    *,
    classes: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    own: str | None = None,
) -> Drawing:
    """Colour the map.

    Args:
        geometry: From `geometry`.
        classes: CSS class of each area, by code.
        titles: What each area says aloud and on hovering.
        links: Where each area leads; None for a map without links.
        own: The area that is marked.

    Returns:
        The drawing. Areas too small to see are shown again, larger, in a corner.
    """
    main = "".join(
        _area(code, path, classes, titles, links, own, named=True)
        for code, path in geometry.paths.items()
    )
    if own and own in geometry.paths:
        main += f'<path class="c-outline" d="{geometry.paths[own]}"/>'
    insets = "".join(_inset_svg(geometry, inset, classes, own) for inset in geometry.insets)
    hatching = (
        f'<pattern id="{UID}-h" width="16" height="16" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect class="c-hatch-back" width="16" height="16"/>'
        '<path class="c-hatch" d="M0 0V16"/></pattern>'
    )
    needed = any(name == "q-none" for name in classes.values())
    return Drawing(
        kind="map",
        width=geometry.width,
        height=geometry.height,
        body=(f"<defs>{hatching}</defs>" if needed else "") + main + insets,
        has_links=bool(links),
    )


def _area(
    code: str,
    path: str,
    classes: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None,
    own: str | None,
    *,
    named: bool,
) -> str:
    name = classes.get(code, "q-none")
    fill = f' fill="url(#{UID}-h)"' if name == "q-none" else ""
    mark = " q-own" if code == own else ""
    title = f"<title>{text_of(titles.get(code, code))}</title>" if named else ""
    drawn = f'<path class="{name}{mark}"{fill} d="{path}">{title}</path>'
    if links and code in links:
        return f'<a href="{text_of(links[code])}">{drawn}</a>'
    return drawn


def _inset_svg(
    geometry: Geometry, inset: Inset, classes: Mapping[str, str], own: str | None
) -> str:
    """The corner that shows the small areas larger; it repeats the map, so it is not read aloud."""
    x, y, side, _ = inset.window
    box_x, box_y, box_side, _ = inset.box
    areas = "".join(
        _area(code, geometry.paths[code], classes, {}, None, own, named=False)
        for code in inset.shown
    )
    window = f'viewBox="{x:.0f} {y:.0f} {side:.0f} {side:.0f}"'
    place = f'x="{box_x:.0f}" y="{box_y:.0f}" width="{box_side:.0f}" height="{box_side:.0f}"'
    frame = f'<rect class="c-inset" {place}/>'
    source = (
        f'<rect class="c-inset" x="{x:.0f}" y="{y:.0f}" width="{side:.0f}" height="{side:.0f}"/>'
    )
    return (
        f'<g aria-hidden="true">{source}{frame}<svg {place} {window}>{areas}</svg>'
        f'<rect class="c-inset" {place}/></g>'
    )
