"""Pure. The shapes of a layer to one map that the contract takes, no finer than it is drawn."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise

from quipu.findings import Finding
from quipu.importing.layers import Outlined, Ring, refused

MAX_POINTS = 8_000
"""Of a map: its outlines stand in pages, so more would make every one of them heavy."""
_GRIDS = (1000, 500, 250)
"""Cells along the longer side: first as fine as maps are drawn, then what still looks alike."""
Shape = Sequence[Sequence[Ring]]


def topology(
    layers: Sequence[Outlined], codes: Mapping[str, str], findings: list[Finding]
) -> bytes | None:
    """The first layer that fits as TopoJSON, one arc a ring.

    Args:
        layers: What was read.
        codes: The code of the contract of every area that a map shows, by the tables' own.
        findings: Layers that are not carried, or not as they were, are added here.

    Returns:
        The file; None where there is no layer that could be it.
    """
    made = None
    for layer in layers:
        shapes = {codes[code]: shape for code, shape in layer.shapes.items() if code in codes}
        if not shapes:
            findings.append(refused(layer.where, "import-outline-form"))
            continue
        if made is not None:
            findings.append(refused(layer.where, "import-outline-second"))
            continue
        made = _small(shapes, layer, findings)
    return made


def _small(shapes: Mapping[str, Shape], layer: Outlined, findings: list[Finding]) -> bytes | None:
    """The finest map of the shapes that pages have room for."""
    tried = (_snapped(shapes, cells) for cells in _GRIDS)
    before = _count(shapes)
    fit = next((small for small in tried if _count(small) <= MAX_POINTS), None)
    if fit is None:
        limits = {"count": str(before), "limit": str(MAX_POINTS)}
        findings.append(refused(layer.where, "import-outline-size", **limits))
        return None
    if before != _count(fit):
        params = {"value": str(before), "fixed": str(_count(fit))}
        findings.append(Finding(code="N941", where=layer.where, params=params))
    return _topology(fit)


def _count(shapes: Mapping[str, Shape]) -> int:
    return sum(len(ring) for shape in shapes.values() for part in shape for ring in part)


def _snapped(shapes: Mapping[str, Shape], cells: int) -> dict[str, Shape]:
    """The shapes with their points on a grid, and no point that falls on the one before.

    Neighbours stay neighbours, as a border is the same points on either side. A ring that
    shrinks to nothing goes, unless it is all there is of an area.
    """
    points = [p for shape in shapes.values() for part in shape for ring in part for p in ring]
    wide, high = (max(p[n] for p in points) - min(p[n] for p in points) for n in (0, 1))
    step = max(wide, high) / cells or 1.0
    found: dict[str, Shape] = {}
    for code, shape in shapes.items():
        parts = [
            [ring for ring in ([_on_grid(ring, step) for ring in part]) if len(ring) > 3]
            for part in shape
        ]
        found[code] = [part for part in parts if part] or shape
    return found


def _on_grid(ring: Ring, step: float) -> Ring:
    snapped: Ring = []
    for x, y in ring:
        point = [round(round(x / step) * step, 6), round(round(y / step) * step, 6)]
        if not snapped or snapped[-1] != point:
            snapped.append(point)
    return snapped


def _topology(shapes: Mapping[str, Shape]) -> bytes:
    arcs: list[Ring] = []
    geometries = []
    for code, shape in shapes.items():
        polygons = []
        for polygon in shape:
            rings = []
            for number, ring in enumerate(polygon):
                rings.append([len(arcs)])
                arcs.append(_wound(ring, is_outer=number == 0))
            polygons.append(rings)
        geometries.append({"type": "MultiPolygon", "id": code, "arcs": polygons})
    found = {
        "type": "Topology",
        "arcs": arcs,
        "objects": {"areas": {"type": "GeometryCollection", "geometries": geometries}},
    }
    return (json.dumps(found, separators=(",", ":")) + "\n").encode()


def _wound(ring: Ring, *, is_outer: bool) -> Ring:
    """A ring in the direction that a drawing on a globe takes: the inside on its right."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    is_clockwise = area < 0
    return ring if is_clockwise == is_outer else ring[::-1]
