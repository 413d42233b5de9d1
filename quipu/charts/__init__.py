"""Charts as small SVG fragments: Altair designs them, Vega draws the frames, we stamp the marks.

`frame_of` asks the engine, or the store, for what it drew; a `Board` of frames draws any chart;
`highlight_strip`, `highlight_matrix`, `map_svg`, `tile_svg` and `finish` are cheap and pure,
once a page.
"""

from quipu.charts.board import Board, ChartRequest, Frames
from quipu.charts.cache import FolderStore, NoCache
from quipu.charts.frame import Frame
from quipu.charts.histogram import Bin, DistributionRequest, bins
from quipu.charts.judged import (
    FunnelPoint,
    FunnelRequest,
    Mark,
    MatrixAxis,
    MatrixPoint,
    MatrixRequest,
    RangeRow,
    RangesRequest,
    Shape,
)
from quipu.charts.maps import map_svg
from quipu.charts.matrix import highlight_matrix
from quipu.charts.model import (
    DotRow,
    DotsRequest,
    Drawing,
    Geometry,
    MapRequest,
    NumberStyle,
    Series,
    StripRequest,
    TileGrid,
    TileRequest,
    TrendRequest,
    TrendSize,
)
from quipu.charts.strip import MOST_TICKS, highlight_strip
from quipu.charts.svg import finish
from quipu.charts.tiles import tile_svg
from quipu.charts.tiles import tiles as place_tiles
from quipu.charts.vega import (
    KINDS,
    draw_map,
    frame_of,
    kept_frames,
    kept_map,
)

__all__ = [
    "KINDS",
    "MOST_TICKS",
    "Bin",
    "Board",
    "ChartRequest",
    "DistributionRequest",
    "DotRow",
    "DotsRequest",
    "Drawing",
    "FolderStore",
    "Frame",
    "Frames",
    "FunnelPoint",
    "FunnelRequest",
    "Geometry",
    "MapRequest",
    "Mark",
    "MatrixAxis",
    "MatrixPoint",
    "MatrixRequest",
    "NoCache",
    "NumberStyle",
    "RangeRow",
    "RangesRequest",
    "Series",
    "Shape",
    "StripRequest",
    "TileGrid",
    "TileRequest",
    "TrendRequest",
    "TrendSize",
    "bins",
    "draw_map",
    "finish",
    "frame_of",
    "highlight_matrix",
    "highlight_strip",
    "kept_frames",
    "kept_map",
    "map_svg",
    "place_tiles",
    "tile_svg",
]
