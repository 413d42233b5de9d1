"""Pure. Tile grids: one square an area, all of one size, each with its value."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.charts.frame import only, read_frame
from quipu.charts.model import Drawing, TileGrid, TileRequest
from quipu.charts.specs import JSON, TILE_PITCH, bind
from quipu.charts.svg import UID, number, text_of

_HATCH = 6


def bound(spec: JSON, request: TileRequest) -> JSON:
    """The Altair chart with the squares of a request."""
    rows: list[JSON] = [
        {"row": row, "column": column, "label": label, "value": "0"}
        for _, row, column, label in request.tiles
    ]
    return bind(spec, data={"rows": rows})


def read(svg: str, request: TileRequest) -> TileGrid:
    """Read where Vega put the squares and their texts."""
    items = read_frame(svg)
    count = len(request.tiles)
    squares = only(items, "c-tile", "path", count=count)
    label = only(items, "c-label", "text", count=count)[0]
    value = only(items, "c-value", "text", count=count)[0]
    left, top, side, *_ = squares[0].numbers
    corners = [(square.x + left, square.y + top) for square in squares]
    first_x, first_y = corners[0]
    gap = TILE_PITCH - side
    return TileGrid(
        width=round(max(x for x, _ in corners) + side + gap),
        height=round(max(y for _, y in corners) + side + gap),
        side=side,
        corners=dict(zip((code for code, *_ in request.tiles), corners, strict=True)),
        labels={code: text for code, _, _, text in request.tiles},
        label_at=(label.x - first_x, label.y - first_y),
        value_at=(value.x - first_x, value.y - first_y),
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
    """Give every square its class, value, tooltip and link.

    Args:
        grid: From `draw_tiles`.
        classes: ``q1`` to ``q5``, ``q-none`` or ``q-joint`` by area code; absent: ``q-none``.
        values: What to write in the square, at most 7 characters; absent: nothing.
        titles: Tooltip by area code; absent: none.
        links: Address by area code; areas without one are not linked.
        own: Code of the area to outline.

    Returns:
        A drawing for `finish`.
    """
    links = links or {}
    side = number(grid.side)
    codes = sorted(grid.corners, key=lambda code: code == own)
    parts = []
    if any(classes.get(code, "q-none") == "q-none" for code in codes):
        parts.append(
            f'<pattern id="{UID}-h" width="{_HATCH}" height="{_HATCH}"'
            f' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect class="c-hatch-ground" width="{_HATCH}" height="{_HATCH}"/>'
            f'<path class="c-hatch" d="M0,0v{_HATCH}"/></pattern>'
        )
    for code in codes:
        x, y = grid.corners[code]
        class_ = classes.get(code, "q-none")
        fill = f' fill="url(#{UID}-h)"' if class_ == "q-none" else ""
        name = f"{class_} c-own" if code == own else class_
        title = f"<title>{text_of(titles[code])}</title>" if code in titles else ""
        tile = (
            f'<g class="{text_of(name)}">{title}<rect x="{number(x)}" y="{number(y)}"'
            f' width="{side}" height="{side}"{fill}/>'
            f"{_word('c-label', grid.labels[code], x, y, grid.label_at)}"
            f"{_word('c-value', values.get(code, ''), x, y, grid.value_at)}</g>"
        )
        parts.append(f'<a href="{text_of(links[code])}">{tile}</a>' if code in links else tile)
    return Drawing(
        kind="tiles",
        width=grid.width,
        height=grid.height,
        body="".join(parts),
        has_links=any(code in links for code in codes),
    )


def _word(class_: str, text: str, x: float, y: float, at: tuple[float, float]) -> str:
    if not text:
        return ""
    return (
        f'<text class="{class_}" x="{number(x + at[0])}" y="{number(y + at[1])}"'
        f' text-anchor="middle">{text_of(text)}</text>'
    )
