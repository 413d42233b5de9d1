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


class Board:
    """Frames at hand; draws any number of charts on them."""

    def __init__(self, frames: Frames) -> None:
        """Draw on *frames*: one for each kind that will be asked for."""
        self._frames = frames
        self._stamps: dict[str, Stamp] = {}

    def draw(self, chart: ChartRequest) -> Drawing:
        """Draw a strip, trend, ranking, distribution, chart of ranges, funnel or matrix."""
        match chart:
            case StripRequest():
                return strip(chart, self._stamp("strip"))
            case TrendRequest():
                return trend(chart, self._stamp(f"trend-{chart.size.value}"))
            case DotsRequest():
                return dots(chart, self._stamp("dots"))
            case DistributionRequest():
                return distribution(chart, self._stamp("distribution"))
            case RangesRequest():
                return ranges(chart, self._stamp("ranges"))
            case FunnelRequest():
                return funnel(chart, self._stamp("funnel"))
            case MatrixRequest():
                return matrix(chart, self._stamp("matrix"))

    def _stamp(self, kind: str) -> Stamp:
        if kind not in self._stamps:
            self._stamps[kind] = Stamp(kind=kind, frame=self._frames[kind])
        return self._stamps[kind]
