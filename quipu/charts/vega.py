"""Shell. Asks Vega to draw."""
from __future__ import annotations
from collections.abc import Sequence
from quipu.charts.cache import Store
from quipu.charts.model import *
def draw(charts: Sequence[ChartRequest], *, store: Store) -> dict[str, Drawing]:
    """Draw strips, trends and dots; by key."""
    raise NotImplementedError
def draw_map(request: MapRequest, *, store: Store) -> Geometry:
    """Project a map."""
    raise NotImplementedError
def draw_tiles(request: TileRequest, *, store: Store) -> TileGrid:
    """Place a grid."""
    raise NotImplementedError
