"""Charts as small SVG fragments: Altair designs them, Vega draws the frames, we stamp the marks.

Ask for every chart of a site in one `draw`; then `highlight_strip`, `highlight_matrix`,
`map_svg`, `tile_svg` and `finish` are cheap and pure, once a page.
"""

from quipu.charts.cache import FolderStore, NoCache, Store
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
    Inset,
    MapRequest,
    NumberStyle,
    Series,
    StripRequest,
    TileGrid,
    TileRequest,
    TrendRequest,
    TrendSize,
)
from quipu.charts.strip import highlight_strip
from quipu.charts.svg import finish
from quipu.charts.tiles import tile_svg
from quipu.charts.vega import ChartRequest, draw, draw_map, draw_tiles

__all__ = [
    "ChartRequest",
    "DotRow",
    "DotsRequest",
    "Drawing",
    "FolderStore",
    "FunnelPoint",
    "FunnelRequest",
    "Geometry",
    "Inset",
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
    "Store",
    "StripRequest",
    "TileGrid",
    "TileRequest",
    "TrendRequest",
    "TrendSize",
    "draw",
    "draw_map",
    "draw_tiles",
    "finish",
    "highlight_matrix",
    "highlight_strip",
    "map_svg",
    "tile_svg",
]
