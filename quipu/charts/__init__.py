"""Charts as small SVG fragments: Altair designs them, Vega draws the frames, we stamp the marks.

Ask for every chart of a site in one `draw`; then `highlight_strip`, `map_svg`, `tile_svg`
and `finish` are cheap and pure, once a page.
"""

from quipu.charts.cache import FolderStore, NoCache, Store
from quipu.charts.maps import map_svg
from quipu.charts.model import (
    ChartRequest,
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
from quipu.charts.vega import draw, draw_map, draw_tiles

__all__ = [
    "ChartRequest",
    "DotRow",
    "DotsRequest",
    "Drawing",
    "FolderStore",
    "Geometry",
    "Inset",
    "MapRequest",
    "NoCache",
    "NumberStyle",
    "Series",
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
    "highlight_strip",
    "map_svg",
    "tile_svg",
]
