"""Pure. Turns the outlines that Vega projected into small integer paths, and finds insets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quipu.charts.frame import FrameError, read_frame
from quipu.charts.model import Geometry, Inset, MapRequest, Point
from quipu.charts.specs import JSON

Ring = list[tuple[int, int]]
Box = tuple[float, float, float, float]
"""x, y, width, height."""

_TINY = 0.08
"""Share of the map's width under which an area is shown again, larger: 23 of 288 CSS pixels."""
_MOST_TINY = 8
"""With more small areas than this, insets would hide more than they show."""
_INSET_SHARE = 0.34
"""Width of an inset, as a share of the map's."""
_MARGIN = 4
_PAIR = re.compile(r"(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)")


def features(request: MapRequest) -> tuple[list[str], JSON]:
    """The codes of the areas that have an outline, and the TopoJSON with only these.

    Raises:
        FrameError: The object is absent or an area has no ``id``.
    """
    objects = request.topojson.get("objects")
    found = objects.get(request.object_name) if isinstance(objects, Mapping) else None
    if not isinstance(found, Mapping):
        raise FrameError(f"no object {request.object_name!r} in the TopoJSON")
    geometries = [shape for shape in found["geometries"] if shape.get("type")]
    codes = [shape.get("id") for shape in geometries]
    if not all(isinstance(code, str) for code in codes):
        raise FrameError("an area of the TopoJSON has no id")
    collection = {"type": "GeometryCollection", "geometries": geometries}
    return codes, {**request.topojson, "objects": {"areas": collection}}


def bound(spec: JSON, topology: JSON) -> JSON:
    """The Altair map with the outlines of a request."""
    return {**spec, "data": {**spec["data"], "values": topology}}


def geometry(svg: str, codes: Sequence[str]) -> Geometry:
    """Read the projected outlines.

    Raises:
        FrameError: There are more or fewer outlines than codes.
    """
    items = [item for item in read_frame(svg) if item.class_ == "c-area"]
    if len(items) != len(codes):
        raise FrameError(f"{len(items)} outlines, {len(codes)} areas")
    rings = {code: _rings(item.path) for code, item in zip(codes, items, strict=True)}
    everything = [point for found in rings.values() for ring in found for point in ring]
    if not everything:
        raise FrameError("a map of nothing")
    left, top, wide, high = _bounds(everything)
    shift = (_MARGIN - left, _MARGIN - top)
    moved = {
        code: [[(int(x + shift[0]), int(y + shift[1])) for x, y in ring] for ring in found]
        for code, found in rings.items()
    }
    width, height = int(wide) + 2 * _MARGIN, int(high) + 2 * _MARGIN
    return Geometry(
        width=width,
        height=height,
        paths={code: "".join(map(_path, found)) for code, found in moved.items()},
        centroids={code: _centroid(max(found, key=_area)) for code, found in moved.items()},
        insets=_insets(moved, width, height),
    )


def _rings(path: str) -> list[Ring]:
    """Read absolute path data to whole units, without points that fell together."""
    rings: list[Ring] = []
    for part in path.split("M")[1:]:
        ring: Ring = []
        for x, y in _PAIR.findall(part):
            point = (round(float(x)), round(float(y)))
            if not ring or ring[-1] != point:
                ring.append(point)
        if len(ring) > 1 and ring[0] == ring[-1]:
            ring.pop()
        rings.append(ring)
    # An islet smaller than a unit is dropped, but never the whole of an area.
    kept = [ring for ring in rings if len(ring) > 2]  # noqa: PLR2004 - a triangle
    return kept or rings[:1]


def _path(ring: Ring) -> str:
    """Write a ring with relative whole numbers; a minus parts numbers as well as a space."""
    (x, y), *others = ring
    text = [f"M{x} {y}l"]
    for next_x, next_y in others:
        dx, dy = next_x - x, next_y - y
        space = " " if dx >= 0 and text[-1][-1] != "l" else ""
        text.append(f"{space}{dx}{'' if dy < 0 else ' '}{dy}")
        x, y = next_x, next_y
    return "".join(text) + "z" if others else text[0] + "0 0z"


def _area(ring: Ring) -> float:
    """Twice the area of a ring."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs))


def _centroid(ring: Ring) -> Point:
    """The centre of mass of a ring; the mean of its points where it has no area."""
    doubled, sum_x, sum_y = 0, 0, 0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        doubled += cross
        sum_x += (x1 + x2) * cross
        sum_y += (y1 + y2) * cross
    if doubled == 0:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    return round(sum_x / (3 * doubled), 1), round(sum_y / (3 * doubled), 1)


def _bounds(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _insets(rings: Mapping[str, list[Ring]], width: int, height: int) -> tuple[Inset, ...]:
    """One window over the small areas, if they are few and stand together."""
    boxes = {
        code: _bounds([point for ring in found for point in ring]) for code, found in rings.items()
    }
    tiny = [code for code, box in boxes.items() if max(box[2:]) < _TINY * width]
    if not tiny or len(tiny) > _MOST_TINY or len(tiny) == len(boxes):
        return ()
    corners = [
        (x + dx, y + dy) for x, y, w, h in (boxes[code] for code in tiny) for dx in (0, w) for dy in (0, h)
    ]
    left, top, wide, high = _bounds(corners)
    side = max(wide, high) * 1.35
    if side > _INSET_SHARE * width * 0.75:
        return ()
    window = (left + wide / 2 - side / 2, top + high / 2 - side / 2, side, side)
    shown = tuple(code for code, box in boxes.items() if _touch(box, window))
    box = _empty_corner(rings, width, height)
    return (Inset(codes=tuple(tiny), shown=shown, window=_rounded(window), box=_rounded(box)),)


def _rounded(box: Box) -> Box:
    x, y, w, h = (round(side, 1) for side in box)
    return x, y, w, h


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _empty_corner(rings: Mapping[str, list[Ring]], width: int, height: int) -> Box:
    """The corner that hides least, the lower left one first."""
    side = _INSET_SHARE * width
    points = [point for found in rings.values() for ring in found for point in ring]
    boxes: list[Box] = [
        (x, y, side, side)
        for y in (height - side - _MARGIN, _MARGIN)
        for x in (_MARGIN, width - side - _MARGIN)
    ]

    def hidden(box: Box) -> int:
        return sum(
            box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3] for x, y in points
        )

    return min(boxes, key=hidden)
