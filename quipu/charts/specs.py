"""Pure. The Altair chart of each kind: designed and validated once, then drawn from probes.

Every layer has a name, a data set of the same name and one mark. Horizontal and vertical
places come as shares from 0 to 1 of a fixed stretch of the drawing, so that one drawing of
two probe rows tells where any row of any chart of the kind stands. Nothing here has a
colour: a layer's name decides its CSS class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = dict[str, Any]

FONT_SIZE = 13
"""Units. A drawing of 320 units shown on 288 CSS pixels then has text of 11.7 pixels."""

_FONT = "Liberation Sans"
"""What the renderer carries in itself; what is published names no font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerDesign:
    """One layer of a kind of chart."""

    name: str
    mark: str
    """``rule``, ``line``, ``point``, ``bar`` or ``text``."""
    css_class: str
    across: bool = False
    """For rules and bars: whether each runs from ``x`` to ``x2`` instead of ``y`` to ``y2``."""
    shape: str = "circle"
    size: int = 0
    """Area of a point's symbol, in square units."""
    thickness: int = 0
    """Of a bar."""
    anchor: str = "start"
    """Of a text: ``start``, ``middle`` or ``end``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A kind of chart."""

    width: int
    height: int
    x: tuple[float, float]
    """Where the shares 0 and 1 stand, from the left."""
    y: tuple[float, float]
    """Where the shares 0 and 1 stand, from the top."""
    layers: tuple[LayerDesign, ...]
    """From the back to the front."""


def _layer(name: str, mark: str, css_class: str, **how: Any) -> LayerDesign:
    return LayerDesign(name=name, mark=mark, css_class=css_class, **how)


def _trend(width: int, height: int) -> Design:
    return Design(
        width=width,
        height=height,
        x=(68, width - 12),
        y=(height - 28, 12),
        layers=(
            _layer("grid", "rule", "c-grid", across=True),
            _layer("y_label", "text", "c-text", anchor="end"),
            _layer("x_first", "text", "c-text", anchor="start"),
            _layer("x_middle", "text", "c-text", anchor="middle"),
            _layer("x_last", "text", "c-text", anchor="end"),
            _layer("context_line", "line", "c-context"),
            _layer("context_dot", "point", "c-context", size=14),
            _layer("median_line", "line", "c-median"),
            _layer("median_dot", "point", "c-median", size=26),
            _layer("own_line", "line", "c-own"),
            _layer("own_dot", "point", "c-own", size=38),
            _layer("own_end", "point", "c-own", size=80),
        ),
    )


ROW_HEIGHT = 22
"""Of the ranking chart, in units."""
TILE_PITCH = 53
"""From one tile of the grid to the next."""

DESIGNS: Mapping[str, Design] = {
    "strip": Design(
        width=320,
        height=48,
        x=(8, 312),
        y=(0, 48),
        layers=(
            _layer("axis", "rule", "c-axis", across=True),
            _layer("tick", "rule", "c-tick"),
            _layer("median", "point", "c-median", shape="triangle-down", size=60),
            _layer("low_label", "text", "c-text", anchor="start"),
            _layer("high_label", "text", "c-text", anchor="end"),
            _layer("own", "point", "c-own", size=130),
        ),
    ),
    "trend-small": _trend(320, 140),
    "trend-large": _trend(360, 260),
    "dots": Design(
        width=360,
        height=ROW_HEIGHT,
        x=(136, 282),
        y=(0, ROW_HEIGHT),
        layers=(
            _layer("guide", "rule", "c-grid", across=True),
            _layer("bar", "bar", "c-bar", across=True, thickness=10),
            _layer("dot", "point", "c-dot", size=90),
            _layer("reference", "rule", "c-reference"),
            _layer("label", "text", "c-label", anchor="end"),
            _layer("value", "text", "c-value", anchor="end"),
            _layer("reference_label", "text", "c-text", anchor="middle"),
        ),
    ),
    "tiles": Design(
        width=320,
        height=320,
        x=(25, 25 + TILE_PITCH),
        y=(25, 25 + TILE_PITCH),
        layers=(
            _layer("tile", "point", "c-tile", shape="square", size=2500),
            _layer("name", "text", "c-label", anchor="middle"),
            _layer("amount", "text", "c-value", anchor="middle"),
        ),
    ),
}

MAP_UNITS = 1000
"""The map is fitted into a square of this side, in which its whole coordinates count."""

_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def build(kind: str) -> JSON:
    """Build the validated Vega-Lite spec of a kind of chart.

    Args:
        kind: A key of `DESIGNS`, or ``map``.

    Returns:
        A spec whose layers ask for data sets named like them (``map``: for the outlines).
    """
    # 0.3 s that a build whose drawings are all at hand does not spend.
    import altair as alt  # noqa: PLC0415

    chart = _map(alt) if kind == "map" else _layered(alt, DESIGNS[kind])
    spec: JSON = chart.properties(
        padding=0, autosize=alt.AutoSizeParams(type="none"), background="transparent"
    ).to_dict()
    spec["config"] = {"view": {"stroke": None}, "font": _FONT, "mark": {"aria": False}}
    return spec


def _layered(alt: Any, design: Design) -> Any:
    return alt.layer(*(_encoded(alt, design, layer) for layer in design.layers))


def _encoded(alt: Any, design: Design, layer: LayerDesign) -> Any:
    def place(channel: Any, field: str, stretch: tuple[float, float]) -> Any:
        scale = alt.Scale(domain=[0, 1], range=list(stretch), nice=False, zero=False, padding=0)
        return channel(f"{field}:Q", axis=None, scale=scale)

    chart = alt.Chart(
        alt.NamedData(layer.name), width=design.width, height=design.height, name=layer.name
    )
    encoding = {"x": place(alt.X, "x", design.x), "y": place(alt.Y, "y", design.y)}
    if layer.mark in ("rule", "bar"):
        second = "x2" if layer.across else "y2"
        encoding[second] = alt.X2("x2") if layer.across else alt.Y2("y2")
    if layer.mark == "text":
        encoding["text"] = alt.Text("text:N")
        drawn = chart.mark_text(
            align=_ANCHORS[layer.anchor], baseline="alphabetic", fontSize=FONT_SIZE
        )
    elif layer.mark == "point":
        drawn = chart.mark_point(shape=layer.shape, size=layer.size, filled=True, strokeWidth=0)
    elif layer.mark == "bar":
        drawn = chart.mark_bar(height=layer.thickness)
    elif layer.mark == "line":
        encoding["detail"] = alt.Detail("line:N")
        encoding["order"] = alt.Order("x:Q")
        drawn = chart.mark_line(interpolate="linear")
    else:
        drawn = chart.mark_rule()
    return drawn.encode(**encoding)


def _map(alt: Any) -> Any:
    """Outlines in Mercator, fitted to the square."""
    outlines = alt.Data(
        name="outlines",
        values={"type": "Topology", "objects": {"areas": {}}, "arcs": []},
        format=alt.TopoDataFormat(type="topojson", feature="areas"),
    )
    return (
        alt.Chart(outlines, width=MAP_UNITS, height=MAP_UNITS, name="area")
        .mark_geoshape(strokeWidth=0)
        .project(type="mercator")
    )
