"""Pure. Maps: the outlines of all areas with a class for each."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.charts.model import Drawing, Geometry, Inset
from quipu.charts.specs import FONT_SIZE
from quipu.charts.svg import UID, number, text_of

_MAP_WIDTH_SHOWN = 320
"""The width, in the units of the other charts, at which a map's labels are as large as theirs."""


def map_svg(
    geometry: Geometry,
    *,
    classes: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    own: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Drawing:
    """Give every area of a map its class, its tooltip and its link.

    Args:
        geometry: From `draw_map`.
        classes: ``q1`` to ``q5``, ``q-none`` or ``q-joint`` by area code; absent: ``q-none``.
        titles: Tooltip by area code, for example ``Cusco: 72.3 %``; absent: none.
        links: Address by area code; areas without one are not linked.
        own: Code of the area to outline.
        names: What to write under an inset, by area code; absent: nothing.

    Returns:
        A drawing for `finish`.
    """
    links = links or {}
    # The own area comes last, so that no neighbour covers its outline.
    codes = sorted(geometry.paths, key=lambda code: code == own)

    def area(code: str) -> str:
        class_ = classes.get(code, "q-none")
        fill = f' fill="url(#{UID}-h)"' if class_ == "q-none" else ""
        name = f"{class_} c-own" if code == own else class_
        title = f"<title>{text_of(titles[code])}</title>" if code in titles else ""
        path = f'<path class="{text_of(name)}"{fill} d="{geometry.paths[code]}">{title}</path>'
        return f'<a href="{text_of(links[code])}">{path}</a>' if code in links else path

    parts = [
        _hatch(geometry) if any(classes.get(code, "q-none") == "q-none" for code in codes) else "",
        *map(area, codes),
    ]
    for inset in geometry.insets:
        parts.append(_frame(inset))
        parts.append(_window(inset, [area(code) for code in codes if code in inset.shown]))
        words = [names[code] for code in inset.codes if code in names] if names else []
        parts.append(_caption(geometry, inset, words))
    return Drawing(
        kind="map",
        width=geometry.width,
        height=geometry.height,
        body="".join(parts),
        has_links=any(code in links for code in codes),
    )


def _hatch(geometry: Geometry) -> str:
    """Stripes for areas with no value: they must not look like a shade of the scale."""
    step = round(geometry.width / 55)
    return (
        f'<pattern id="{UID}-h" width="{step}" height="{step}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect class="c-hatch-ground" width="{step}"'
        f' height="{step}"/><path class="c-hatch" d="M0,0v{step}"/></pattern>'
    )


def _frame(inset: Inset) -> str:
    """The box of an inset, the window it magnifies and the line between them."""
    x, y, w, h = inset.box
    wx, wy, ww, wh = inset.window
    # From the side of the box that faces the window.
    start_x = x + w if wx >= x + w else x if wx + ww <= x else x + w / 2
    start_y = y if wy + wh <= y else y + h if wy >= y + h else y + h / 2
    end_x = wx if start_x <= wx else wx + ww if start_x >= wx + ww else wx + ww / 2
    end_y = wy + wh if start_y >= wy + wh else wy if start_y <= wy else wy + wh / 2
    line = f"M{number(start_x)},{number(start_y)}L{number(end_x)},{number(end_y)}"
    return (
        f'<path class="c-leader" d="M{number(wx)},{number(wy)}h{number(ww)}v{number(wh)}'
        f'h{number(-ww)}z{line}"/>'
        f'<rect class="c-inset" x="{number(x)}" y="{number(y)}" width="{number(w)}"'
        f' height="{number(h)}"/>'
    )


def _window(inset: Inset, areas: list[str]) -> str:
    """A drawing in the drawing: it cuts off what is outside without a clip path."""
    box = " ".join(f'{name}="{number(side)}"' for name, side in zip(
        ("x", "y", "width", "height"), inset.box, strict=True))
    view = " ".join(map(number, inset.window))
    return f'<svg {box} viewBox="{view}">{"".join(areas)}</svg>'


def _caption(geometry: Geometry, inset: Inset, names: list[str]) -> str:
    """The names of the small areas, above their box, one a line."""
    size = FONT_SIZE * geometry.width / _MAP_WIDTH_SHOWN
    x, y, _, _ = inset.box
    return "".join(
        f'<text class="c-text" font-size="{number(size)}" x="{number(x)}"'
        f' y="{number(y - size * (0.4 + 1.15 * (len(names) - 1 - line)))}">{text_of(name)}</text>'
        for line, name in enumerate(names)
    )
