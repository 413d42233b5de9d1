"""Pure. What maps are drawn on: the outlines of the areas, and a grid with a tile for each."""

from __future__ import annotations

from quipu.charts import MapRequest, TileRequest
from quipu.model import Area, Catalog


def map_request(catalog: Catalog) -> MapRequest | None:
    """The outlines to project, when the site has any."""
    if catalog.boundary is None:
        return None
    return MapRequest(
        topojson=catalog.boundary.topojson,
        object_name=catalog.boundary.object_name,
    )


def tile_request(catalog: Catalog) -> TileRequest | None:
    """The grid to place, when areas say where their tile stands."""
    tiles = [
        (
            area.code,
            int(area.attributes["tile_row"]),
            int(area.attributes["tile_column"]),
            short_code(area),
        )
        for area in catalog.page_areas
        if area.attributes.get("tile_row", "").isdigit()
        and area.attributes.get("tile_column", "").isdigit()
    ]
    if not tiles:
        return None
    top = min(row for _, row, _, _ in tiles)
    left = min(column for _, _, column, _ in tiles)
    return TileRequest(
        tiles=tuple((code, row - top, column - left, label) for code, row, column, label in tiles),
    )


def short_code(area: Area) -> str:
    """The last part of an area's code: ``CUS`` for ``PE-CUS``."""
    return area.code.rpartition("-")[2]
