"""Pure. The grid with one square an area: placed once, coloured for every indicator."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.charts.designs import FONT_SIZE
from quipu.charts.frame import Frame
from quipu.charts.model import Drawing, TileGrid, TileRequest
from quipu.charts.svg import number, text_of

_SIDE = 50
_LABEL_DOWN, _VALUE_DOWN, _ALONE_DOWN = -4, 15, 5
"""From the middle of a square to the baselines: of the label, the value, a label alone."""


def tiles(request: TileRequest, frame: Frame) -> TileGrid:
    """Place the squares of a grid."""
    layer = frame["tile"]
    middles = {code: layer.place(column, row) for code, row, column, _ in request.tiles}
    half = _SIDE / 2
    return TileGrid(
        width=round(max(x for x, _ in middles.values()) + half),
        height=round(max(y for _, y in middles.values()) + half),
        side=_SIDE,
        corners={code: (x - half, y - half) for code, (x, y) in middles.items()},
        labels={code: label for code, _, _, label in request.tiles},
        label_at=(half, half + _LABEL_DOWN),
        value_at=(half, half + _VALUE_DOWN),
    )


def tile_svg(
    grid: TileGrid,
    *,
    classes: Mapping[str, str],
    values: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    own: str | None = None,
) -> Drawing:
    """Colour the grid.

    Args:
        grid: From `tiles`.
        classes: CSS class of each square, by area code.
        values: Short text under each label; none where it is absent.
        titles: What each square says aloud and on hovering.
        links: Where each square leads; None for a grid without links.
        own: The area that is marked.

    Returns:
        The drawing.
    """
    pieces = []
    for code, (x, y) in grid.corners.items():
        value = values.get(code, "")
        middle = x + grid.label_at[0]
        label_y = y + (grid.label_at[1] if value else grid.side / 2 + _ALONE_DOWN)
        name = f"{classes.get(code, 'q-none')}{' q-own' if code == own else ''}"
        words = (
            f'<text class="c-label" x="{number(middle)}" y="{number(label_y)}">'
            f"{text_of(grid.labels[code])}</text>"
        )
        if value:
            words += (
                f'<text class="c-value" x="{number(middle)}" y="{number(y + grid.value_at[1])}">'
                f"{text_of(value)}</text>"
            )
        square = (
            f'<g class="{name}"><title>{text_of(titles.get(code, code))}</title>'
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(grid.side)}"'
            f' height="{number(grid.side)}" rx="3"/>{words}</g>'
        )
        if links and code in links:
            square = f'<a href="{text_of(links[code])}">{square}</a>'
        pieces.append(square)
    body = f'<g font-size="{FONT_SIZE}" text-anchor="middle">{"".join(pieces)}</g>'
    return Drawing(
        kind="tiles", width=grid.width, height=grid.height, body=body, has_links=bool(links)
    )
