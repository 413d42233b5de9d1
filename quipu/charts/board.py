"""Pure. Draws any chart from the frames of its kind, without the engine that drew those."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.charts.distribution import distribution
from quipu.charts.dots import dots
from quipu.charts.frame import Frame, Stamp
from quipu.charts.funnel import funnel
from quipu.charts.histogram import DistributionRequest
from quipu.charts.judged import FunnelRequest, MatrixRequest, RangesRequest
from quipu.charts.matrix import matrix
from quipu.charts.model import DotsRequest, Drawing, StripRequest, TrendRequest
from quipu.charts.ranges import ranges
from quipu.charts.strip import strip
from quipu.charts.trend import trend

Frames = Mapping[str, Frame]
"""By kind of chart."""

ChartRequest = (
    StripRequest
    | TrendRequest
    | DotsRequest
    | DistributionRequest
    | RangesRequest
    | FunnelRequest
    | MatrixRequest
)


def kind_of(chart: ChartRequest) -> str:
    """The kind of a chart: a key of `DESIGNS`."""
    if isinstance(chart, TrendRequest):
        return f"trend-{chart.size.value}"
    return _KINDS[type(chart)]


_KINDS: Mapping[type, str] = {
    StripRequest: "strip",
    DotsRequest: "dots",
    DistributionRequest: "distribution",
    RangesRequest: "ranges",
    FunnelRequest: "funnel",
    MatrixRequest: "matrix",
}


class Board:
    """Frames at hand; draws any number of charts on them."""

    def __init__(self, frames: Frames) -> None:
        """Draw on *frames*: one for each kind that will be asked for."""
        self._frames = frames
        self._stamps: dict[str, Stamp] = {}

    def draw(self, chart: ChartRequest) -> Drawing:
        """Draw a strip, trend, ranking, distribution, chart of ranges, funnel or matrix."""
        kind = kind_of(chart)
        if kind not in self._stamps:
            self._stamps[kind] = Stamp(kind=kind, frame=self._frames[kind])
        stamp = self._stamps[kind]
        if isinstance(chart, TrendRequest):
            return trend(chart, stamp)
        if isinstance(chart, StripRequest):
            return strip(chart, stamp)
        if isinstance(chart, DotsRequest):
            return dots(chart, stamp)
        if isinstance(chart, DistributionRequest):
            return distribution(chart, stamp)
        if isinstance(chart, RangesRequest):
            return ranges(chart, stamp)
        if isinstance(chart, FunnelRequest):
            return funnel(chart, stamp)
        return matrix(chart, stamp)
