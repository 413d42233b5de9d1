"""Pure. ``data/geo/*.topo.json`` to outlines that the charts may draw."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quipu.findings import Finding
from quipu.model import Area, Boundary, Location
from quipu.parse.text import decode

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_DEEPEST = 3
"""A multipolygon is a list of polygons, which are lists of rings, which are lists of arcs."""


class UnusableTopologyError(ValueError):
    """The file is no topology that can be drawn; the message names the part that is wrong."""


def parse_boundary(
    path: str, body: bytes, areas: Mapping[str, Area], findings: list[Finding]
) -> Boundary | None:
    """Read outlines.

    Args:
        path: Where the bytes come from.
        body: A TopoJSON topology with one object, whose shapes carry area codes as ``id``.
        areas: The areas there are, by code.
        findings: What is wrong is added here.

    Returns:
        The outlines; None when they cannot be used.
    """
    where = Location(path=path)
    text = decode(path, body, findings)
    if text is None:
        return None
    try:
        topology = json.loads(text, object_pairs_hook=_without_repetition)
        name, codes = _read_shapes(topology)
    except json.JSONDecodeError as error:
        where = Location(path=path, line=error.lineno, column=error.colno)
        findings.append(Finding(code="E601", where=where, params={"value": error.msg}))
        return None
    except (ValueError, RecursionError) as error:
        findings.append(Finding(code="E601", where=where, params={"value": str(error)}))
        return None
    before = len(findings)
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            findings.append(Finding(code="E604", where=where, params={"value": code}))
        elif code not in areas:
            findings.append(Finding(code="E602", where=where, params={"value": code}))
        seen.add(code)
    if len(findings) > before:
        return None
    return Boundary(topojson=topology, object_name=name, codes=frozenset(codes), origin=where)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnusableTopologyError("{…, …}: 2 ×")
    return found


def _read_shapes(topology: object) -> tuple[str, list[str]]:
    """The name of the only object, and the codes of its shapes."""
    if not isinstance(topology, dict) or topology.get("type") != "Topology":
        raise UnusableTopologyError("type: Topology")
    arcs, objects = topology.get("arcs"), topology.get("objects")
    if not isinstance(arcs, list) or not all(_is_arc(arc) for arc in arcs):
        raise UnusableTopologyError("arcs")
    if not _is_transform(topology.get("transform")):
        raise UnusableTopologyError("transform")
    if not isinstance(objects, dict) or len(objects) != 1:
        raise UnusableTopologyError("objects")
    ((name, shape),) = objects.items()
    shapes = shape.get("geometries") if isinstance(shape, dict) else None
    if not _NAME.fullmatch(name) or not isinstance(shapes, list) or not shapes:
        raise UnusableTopologyError("objects, geometries")
    return name, [_read_shape(one, len(arcs)) for one in shapes]


def _read_shape(shape: object, arc_count: int) -> str:
    """The code of a shape, whose outline is made of arcs that exist."""
    if not isinstance(shape, dict) or shape.get("type") not in ("Polygon", "MultiPolygon"):
        raise UnusableTopologyError("geometries: type")
    code = shape.get("id")
    if not isinstance(code, str):
        raise UnusableTopologyError("geometries: id")
    used = list(_whole_numbers(shape.get("arcs"), _DEEPEST))
    if not used or not all(-arc_count <= arc < arc_count for arc in used):
        raise UnusableTopologyError(f"geometries: {code}, arcs")
    return code


def _whole_numbers(nested: object, depth: int) -> Iterator[int]:
    """The whole numbers in lists of lists, of *depth* levels at most."""
    if not isinstance(nested, list) or not depth:
        raise UnusableTopologyError("geometries: arcs")
    for item in nested:
        if isinstance(item, int) and not isinstance(item, bool):
            yield item
        else:
            yield from _whole_numbers(item, depth - 1)


def _is_arc(arc: object) -> bool:
    """Whether an arc is a list of points, and nothing else."""
    return isinstance(arc, list) and len(arc) >= 2 and all(_is_point(point) for point in arc)


def _is_transform(transform: object) -> bool:
    """Whether the optional transform is a scale and a shift."""
    if transform is None:
        return True
    if not isinstance(transform, dict) or set(transform) != {"scale", "translate"}:
        return False
    is_whole = all(_is_point(value) for value in transform.values())
    return is_whole and all(transform["scale"])


def _is_point(point: object) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        and all(
            isinstance(n, int | float) and not isinstance(n, bool) and abs(n) < 1e9 for n in point
        )
    )
