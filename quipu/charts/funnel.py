"""Pure. The funnel: values against the size of their denominators, between limits of chance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quipu.charts.axes import foot
from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Stamp
from quipu.charts.judged import FunnelRequest
from quipu.charts.labels import Spot, covered, stamp_labels, text_box, text_width
from quipu.charts.model import Drawing, Point
from quipu.charts.scale import share

_DESIGN = DESIGNS["funnel"]
_LEFT, _BOTTOM = _DESIGN.units(0, 0)
_RIGHT, _TOP = _DESIGN.units(1, 1)
_RADIUS = 5
_LABELS_END, _DROP = _DESIGN.shares(_LEFT - 8, _BOTTOM + 4)
"""Of the labels of the axis upwards: their right ends, and how far below their line they stand."""
_FOOT, _TITLE = (_DESIGN.shares(0, _BOTTOM + down)[1] for down in (18, 37))
_HEAD = _DESIGN.shares(0, 12)
_ABOVE, _BELOW = -5, 14
"""From the benchmark to the baseline of its label."""
_STEP = 8
"""From one place that is tried for it to the next."""


def funnel(request: FunnelRequest, stamp: Stamp) -> Drawing:
    """Draw a funnel."""
    levels = [(share(y, request.y_domain), text) for y, text in request.y_ticks]
    spots = _spots(request)
    x, y = _note_at(request, spots)
    note = [(*_DESIGN.shares(x, y), text) for text in [request.benchmark_label] if text]
    body = [
        stamp.rules("grid", [(0, at, 1) for at, _ in levels]),
        stamp.lines("limit_998", _curves(request, request.lower_998, request.upper_998)),
        stamp.lines("limit_95", _curves(request, request.lower_95, request.upper_95)),
        stamp.rules("benchmark", [(0, share(request.benchmark, request.y_domain), 1)]),
        stamp.texts("y_label", [(_LABELS_END, at + _DROP, text) for at, text in levels]),
        stamp.texts("y_title", [(*_HEAD, text) for text in [request.y_title] if text]),
        *foot(stamp, request.x_ticks, request.x_domain, _FOOT),
        stamp.texts("x_middle", [(0.5, _TITLE, text) for text in [request.x_title] if text]),
        *stamp_labels(
            stamp, _DESIGN, spots, taken=[text_box(request.benchmark_label, x, y, "start")]
        ),
        stamp.texts("benchmark_label", note),
        *(_points(request, stamp, mark) for mark in ("none", "same", "down", "up")),
    ]
    return Drawing(kind="funnel", width=_DESIGN.width, height=_DESIGN.height, body="".join(body))


def _curves(request: FunnelRequest, *curves: Sequence[Point]) -> list[list[Point]]:
    return [
        [(share(x, request.x_domain), share(y, request.y_domain)) for x, y in part]
        for curve in curves
        for part in clipped(curve, request.y_domain)
    ]


def clipped(curve: Sequence[Point], domain: Point) -> list[list[Point]]:
    """The stretches of a curve whose values lie in a domain."""
    found: list[list[Point]] = []
    for start, end in pairwise(curve):
        inside = _inside(start, end, domain)
        if inside and found and found[-1][-1] == inside[0]:
            found[-1].append(inside[1])
        elif inside:
            found.append(list(inside))
    return found


def _inside(start: Point, end: Point, domain: Point) -> tuple[Point, Point] | None:
    """The stretch of a straight line whose values lie in a domain."""
    rise = end[1] - start[1]
    if rise == 0:
        return (start, end) if domain[0] <= start[1] <= domain[1] else None
    cuts = sorted((y - start[1]) / rise for y in domain)
    first, last = max(0.0, cuts[0]), min(1.0, cuts[1])
    if first >= last:
        return None
    across = end[0] - start[0]
    one, other = ((start[0] + t * across, start[1] + t * rise) for t in (first, last))
    return (start if first == 0 else one, end if last == 1 else other)


def _points(request: FunnelRequest, stamp: Stamp, mark: str) -> str:
    shown = [point for point in request.points if point.mark == mark]
    places = [(share(p.x, request.x_domain), share(p.y, request.y_domain)) for p in shown]
    return stamp.points(mark, places, [point.title for point in shown])


def _spots(request: FunnelRequest) -> list[Spot]:
    found = []
    for point in request.points:
        at = share(point.x, request.x_domain), share(point.y, request.y_domain)
        x, y = _DESIGN.units(*at)
        found.append(Spot(x=x, y=y, radius=_RADIUS, text=point.label))
    return found


def _note_at(request: FunnelRequest, spots: Sequence[Spot]) -> Point:
    """Where the benchmark's label begins: as far left as it covers the least."""
    _, line = _DESIGN.units(0, share(request.benchmark, request.y_domain))
    last = _RIGHT - text_width(request.benchmark_label)
    starts = [_LEFT + n * _STEP for n in range(max(1, int((last - _LEFT) / _STEP)))]

    places = [(x, line + side) for x in starts for side in (_ABOVE, _BELOW)]
    boxes = [text_box(request.benchmark_label, x, y, "start") for x, y in places]
    return min(zip(places, boxes, strict=True), key=lambda one: covered([one[1]], spots))[0]
