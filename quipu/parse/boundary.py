"""Pure. ``data/geo/*.topo.json`` to outlines that the charts may draw."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from quipu.findings import Finding
from quipu.model import Area, Boundary, Location


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
    try:
        topology = json.loads(body.decode("utf-8"))
        ((name, shape),) = topology["objects"].items()
        codes = [str(geometry["id"]) for geometry in shape["geometries"]]
        if topology["type"] != "Topology" or not _is_numeric(topology["arcs"]):
            raise ValueError("type")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        params = {"value": f"{type(error).__name__} {error}"}
        findings.append(Finding(code="E601", where=where, params=params))
        return None
    for code in codes:
        if code not in areas or codes.count(code) > 1:
            findings.append(Finding(code="E602", where=where, params={"value": code}))
            return None
    return Boundary(topojson=topology, object_name=name, codes=frozenset(codes), origin=where)


def _is_numeric(arcs: Any) -> bool:
    """Whether arcs are lists of points of finite numbers, and nothing else."""
    return isinstance(arcs, list) and all(
        isinstance(arc, list)
        and all(
            isinstance(point, list)
            and len(point) == 2
            and all(isinstance(n, int | float) and abs(n) < 1e9 for n in point)
            for point in arc
        )
        for arc in arcs
    )
