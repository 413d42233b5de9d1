"""Pure. Maps."""
from __future__ import annotations
from collections.abc import Mapping
from quipu.charts.model import Drawing, Geometry
def map_svg(
    geometry: Geometry,
    *,
    classes: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    own: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Drawing:
    """Colour the map."""
    raise NotImplementedError
