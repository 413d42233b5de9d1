"""Pure. Tiles."""
from __future__ import annotations
from collections.abc import Mapping
from quipu.charts.model import Drawing, TileGrid
def tile_svg(
    grid: TileGrid,
    *,
    classes: Mapping[str, str],
    values: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    own: str | None = None,
) -> Drawing:
    """Colour the tiles."""
    raise NotImplementedError
