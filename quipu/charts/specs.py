"""Pure. The Altair chart of each kind: built from its design and validated once.

Every layer asks for a data set of its own name; what it is like stands in `designs`.
"""

from __future__ import annotations

from typing import Any

from quipu.charts.designs import DESIGNS, FONT_SIZE, Design, LayerDesign

JSON = dict[str, Any]

_FONT = "Liberation Sans"
"""What the renderer carries in itself; what is published names no font."""

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
    if layer.mark == "rect":
        encoding |= {"x2": alt.X2("x2"), "y2": alt.Y2("y2")}
    if layer.mark == "text":
        encoding["text"] = alt.Text("text:N")
        drawn = chart.mark_text(
            align=_ANCHORS[layer.anchor], baseline="alphabetic", fontSize=FONT_SIZE
        )
    elif layer.mark == "point":
        drawn = chart.mark_point(shape=layer.shape, size=layer.size, filled=True, strokeWidth=0)
    elif layer.mark == "bar":
        drawn = chart.mark_bar(height=layer.thickness)
    elif layer.mark == "rect":
        drawn = chart.mark_rect()
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
