"""Pure. The words along the foot of a chart."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.charts.frame import Stamp
from quipu.charts.model import Point
from quipu.charts.scale import share


def foot(stamp: Stamp, ticks: Sequence[tuple[float, str]], domain: Point, down: float) -> list[str]:
    """Labels of the axis across, at a share *down*.

    The first stands to the right of its place, the last to the left: neither leaves the drawing.
    """
    words = [(share(x, domain), down, text) for x, text in ticks]
    if len(words) < 2:
        return [stamp.texts("x_middle", words)]
    return [
        stamp.texts("x_first", words[:1]),
        stamp.texts("x_middle", words[1:-1]),
        stamp.texts("x_last", words[-1:]),
    ]
