"""Pure. Lines over time: one area against the median, or all areas behind the median."""

from __future__ import annotations

from collections.abc import Hashable

from quipu.charts.axes import foot
from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Stamp
from quipu.charts.model import Drawing, Point, Series, TrendRequest
from quipu.charts.scale import label, share, tick_decimals, ticks

_GRID_LINES = 3
# In shares of the plot: the labels hang below it and to its left.
_LABEL_GAP = 8
_FOOT = 22
_BASELINE = 4


def trend(request: TrendRequest, stamp: Stamp) -> Drawing:
    """Draw a trend."""
    design = DESIGNS[stamp.kind]
    body = [stamp.once(_scales(request), lambda: _ground(request, stamp))]
    body += _lines(request, stamp, "context")
    # Many areas have the line of one median behind theirs.
    median = tuple(series.points for series in request.series if series.role == "median")
    key = (request.x_domain, request.y_domain, median)
    body.append(stamp.once(key, lambda: "".join(_lines(request, stamp, "median"))))
    body += _lines(request, stamp, "own")
    return Drawing(kind=stamp.kind, width=design.width, height=design.height, body="".join(body))


def _scales(request: TrendRequest) -> tuple[Hashable, ...]:
    """What the ground of a trend depends on: the same for many areas of an indicator."""
    return (
        request.x_domain,
        request.x_ticks,
        request.y_domain,
        request.numbers,
        request.unit_short,
        request.unit_is_prefix,
    )


def _ground(request: TrendRequest, stamp: Stamp) -> str:
    """Grid and labels."""
    design = DESIGNS[stamp.kind]
    across = design.x[1] - design.x[0]
    down = design.y[0] - design.y[1]
    levels = ticks(request.y_domain, _GRID_LINES)
    decimals = tick_decimals(levels)
    pieces = [
        stamp.rules("grid", [(0, share(v, request.y_domain), 1) for v in levels]),
        stamp.texts(
            "y_label",
            [
                (
                    -_LABEL_GAP / across,
                    share(v, request.y_domain) - _BASELINE / down,
                    label(v, request, decimals),
                )
                for v in levels
            ],
        ),
        *foot(stamp, request.x_ticks, request.x_domain, -_FOOT / down),
    ]
    return "".join(pieces)


def _lines(request: TrendRequest, stamp: Stamp, role: str) -> list[str]:
    shown = [series for series in request.series if series.role == role]
    parts = [part for series in shown for part in segments(series)]
    placed = [
        [(share(x, request.x_domain), share(y, request.y_domain)) for x, y in part]
        for part in parts
    ]
    drawn = [
        stamp.lines(f"{role}_line", [part for part in placed if len(part) > 1]),
        stamp.points(f"{role}_dot", [part[0] for part in placed if len(part) == 1]),
    ]
    if role == "own" and placed:
        drawn.append(stamp.points("own_end", [placed[-1][-1]]))
    return drawn


def segments(series: Series) -> list[list[Point]]:
    """The stretches of a series between its gaps; none of them empty."""
    found: list[list[Point]] = [[]]
    for point in series.points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [part for part in found if part]
