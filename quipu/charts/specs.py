"""Pure. The Altair chart of each kind, built and validated once; rows and limits are bound later.

Colours are stand-ins: each names the CSS class that takes its place in what we publish.
What differs between two charts of a kind is a parameter (a Vega signal) or a data set.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

JSON = dict[str, Any]

CLASSES = (
    "c-axis",
    "c-text",
    "c-grid",
    "c-tick",
    "c-median",
    "c-own",
    "c-context",
    "c-bar",
    "c-dot",
    "c-value",
    "c-label",
    "c-reference",
    "c-tile",
    "c-area",
)
"""Every class a stand-in colour can name, in a fixed order; new ones go to the end."""

_STAND_INS = {name: f"#{number:06x}" for number, name in enumerate(CLASSES, start=0xA10001)}
CLASS_BY_COLOUR: Mapping[str, str] = {colour: name for name, colour in _STAND_INS.items()}

FONT_SIZE = 13
"""Units; a drawing of 320 units on 288 CSS pixels then shows it at 11.7 pixels."""

_FONT = "Liberation Sans"
"""What vl-convert carries in itself; what is published names no font."""


def build(kind: str) -> JSON:
    """Build the validated Vega-Lite spec of a kind of chart.

    Args:
        kind: A key of the table at the end of this module.

    Returns:
        A spec whose data sets are named and empty, and whose parameters hold placeholders.
    """
    import altair as alt  # noqa: PLC0415 - 0.3 s that a build with a full cache does not spend

    chart = _CHARTS[kind](alt)
    spec: JSON = chart.properties(
        padding=0, autosize=alt.AutoSizeParams(type="none"), background="transparent"
    ).to_dict()
    # Altair adds its own looks; they would only be overwritten by the page's style sheet.
    spec["config"] = {
        "view": {"stroke": None},
        "font": _FONT,
        "text": {"fontSize": FONT_SIZE},
        "mark": {"aria": False},
        "axis": {"aria": False},
    }
    spec.pop("usermeta", None)
    return spec


def _values(alt: Any, **values: object) -> list[alt.Parameter]:
    return [alt.param(name=name, value=value) for name, value in values.items()]


def _only(chart: alt.Chart, test: str) -> alt.Chart:
    return chart.transform_filter(test)


def _strip(alt: Any) -> alt.LayerChart:
    """320 x 48: ticks on a line, a triangle over the median, the own dot, two labels."""
    rows = alt.Chart(alt.NamedData("rows"), width=320, height=30)
    axis = alt.Axis(
        values=alt.expr("[low, high]"),
        title=None,
        grid=False,
        ticks=False,
        domainColor=_STAND_INS["c-axis"],
        labelColor=_STAND_INS["c-text"],
        labelFontSize=FONT_SIZE,
        labelPadding=4,
        labelOverlap=False,
        labelBound=False,
        labelFlush=False,
        labelLimit=0,
        labelAlign=alt.expr("datum.index > 0.5 ? 'right' : 'left'"),
        labelExpr="prefix + format(datum.value, pattern) + suffix",
    )
    x = alt.X(
        "value:Q",
        axis=axis,
        scale=alt.Scale(
            domain=[alt.expr("low"), alt.expr("high")], range=[8, 312], nice=False, zero=False
        ),
    )
    ticks = _only(rows.mark_rule(stroke=_STAND_INS["c-tick"]), "datum.role === 'tick'")
    median = _only(
        rows.mark_point(shape="triangle-down", size=60, fill=_STAND_INS["c-median"], strokeWidth=0),
        "datum.role === 'median'",
    )
    own = _only(
        rows.mark_point(shape="circle", size=120, fill=_STAND_INS["c-own"], strokeWidth=0),
        "datum.role === 'own'",
    )
    return alt.layer(
        ticks.encode(x=x, y=alt.value(13), y2=alt.value(27)),
        median.encode(x=x, y=alt.value(6)),
        own.encode(x=x, y=alt.value(20)),
    ).add_params(*_values(alt, low=0, high=1, pattern=",.0f", prefix="", suffix=""))


TREND_BOXES = {"trend-small": (320, 140), "trend-large": (360, 260)}
"""Width and height of the trends; the labels of the y axis take their column from the width."""


def _trend(alt: Any, width: int, height: int) -> alt.LayerChart:
    """Lines over time; every part of a line is a path, every lone point a dot."""
    bottom = height - 28
    rows = alt.Chart(alt.NamedData("rows"), width=width, height=height)
    ticks = alt.Chart(alt.NamedData("ticks"), width=width, height=height)
    y = alt.Y(
        "y:Q",
        axis=alt.Axis(
            values=alt.expr("y_ticks"),
            title=None,
            domain=False,
            ticks=False,
            grid=True,
            gridColor=_STAND_INS["c-grid"],
            labelColor=_STAND_INS["c-text"],
            labelFontSize=FONT_SIZE,
            labelPadding=6,
            labelOverlap=False,
            labelBound=False,
            labelFlush=False,
            labelLimit=0,
            labelExpr="prefix + format(datum.value, pattern) + suffix",
        ),
        scale=alt.Scale(
            domain=[alt.expr("low"), alt.expr("high")], range=[bottom, 10], nice=False, zero=False
        ),
    )
    scale = alt.Scale(
        domain=[alt.expr("first"), alt.expr("last")],
        range=[8, alt.expr("width - 8")],
        nice=False,
        zero=False,
    )
    x = alt.X("x:Q", axis=None, scale=scale)

    def lines(role: str) -> alt.Chart:
        mark = rows.mark_line(stroke=_STAND_INS[f"c-{role}"], interpolate="linear")
        drawn = mark.encode(x=x, y=y, detail="line:N")
        return _only(drawn, f"datum.role === '{role}' && datum.dot === 0")

    def dots(role: str, dot: int, size: int) -> alt.Chart:
        mark = rows.mark_point(
            shape="circle", size=size, fill=_STAND_INS[f"c-{role}"], strokeWidth=0
        )
        return _only(mark.encode(x=x, y=y), f"datum.role === '{role}' && datum.dot === {dot}")

    base = bottom + 6
    return alt.layer(
        ticks.mark_rule(stroke=_STAND_INS["c-axis"]).encode(
            x=x, y=alt.value(base), y2=alt.value(base + 4)
        ),
        ticks.mark_text(
            baseline="alphabetic", fill=_STAND_INS["c-text"], align=alt.expr("datum.align")
        ).encode(x=x, y=alt.value(height - 4), text="label:N"),
        lines("context"),
        dots("context", 1, 12),
        lines("median"),
        dots("median", 1, 24),
        lines("own"),
        dots("own", 1, 36),
        dots("own", 2, 80),
    ).add_params(
        *_values(alt, low=0, high=1, first=0, last=1, y_ticks=[0, 1]),
        *_values(alt, pattern=",.0f", prefix="", suffix=""),
    )


ROW_HEIGHT = 22
"""Of the ranking chart, in units."""
DOTS_WIDTH = 360


def _dots(alt: Any) -> alt.LayerChart:
    """A row an area: name, guide, dot or bar, value; reference lines across."""
    size = {"width": DOTS_WIDTH, "height": 2 * ROW_HEIGHT}
    rows = alt.Chart(alt.NamedData("rows"), **size)
    references = alt.Chart(alt.NamedData("references"), **size)
    ends = alt.Chart(alt.NamedData("ends"), **size)
    y = alt.Y(
        "row:Q",
        axis=None,
        scale=alt.Scale(
            domain=[0, 1],
            range=[alt.expr("top + 11"), alt.expr("top + 33")],
            nice=False,
            zero=False,
        ),
    )
    scale = alt.Scale(
        domain=[alt.expr("low"), alt.expr("high")],
        range=[alt.expr("left"), alt.expr("right")],
        nice=False,
        zero=False,
    )
    x = alt.X("value:Q", axis=None, scale=scale)

    def words(data: alt.Chart, name: str, **how: object) -> alt.Chart:
        return data.mark_text(fill=_STAND_INS[name], limit=0, **how)

    return alt.layer(
        rows.mark_rule(stroke=_STAND_INS["c-grid"]).encode(
            x=alt.value(alt.expr("left - 6")), x2=alt.value(alt.expr("right + 6")), y=y
        ),
        references.mark_rule(stroke=_STAND_INS["c-reference"]).encode(
            x=x, y=alt.value(alt.expr("top")), y2=alt.value(alt.expr("bottom"))
        ),
        _only(
            rows.mark_bar(fill=_STAND_INS["c-bar"], height=10, minBandSize=0),
            "datum.mark === 'bar'",
        ).encode(x=x, x2=alt.X2Datum(0), y=y),
        _only(
            rows.mark_point(shape="circle", size=90, fill=_STAND_INS["c-dot"], strokeWidth=0),
            "datum.mark === 'dot'",
        ).encode(x=x, y=y),
        words(rows, "c-label", align="right", baseline="middle").encode(
            x=alt.value(alt.expr("left - 12")), y=y, text="label:N"
        ),
        words(rows, "c-value", align="right", baseline="middle").encode(
            x=alt.value(DOTS_WIDTH - 2), y=y, text="value_label:N"
        ),
        words(references, "c-text", align=alt.expr("datum.align"), baseline="alphabetic").encode(
            x=x, y=alt.value(alt.expr("top - 7")), text="label:N"
        ),
        words(ends, "c-text", align=alt.expr("datum.align"), baseline="alphabetic").encode(
            x=x, y=alt.value(alt.expr("bottom + 15")), text="label:N"
        ),
    ).add_params(*_values(alt, low=0, high=1, left=100, right=300, top=0, bottom=44))


TILE_PITCH = 160 / 3
"""Six columns are 320 units."""
TILE_SIDE = 50


def _tiles(alt: Any) -> alt.LayerChart:
    """Squares with two lines of text."""
    tiles = alt.Chart(alt.NamedData("tiles"), width=320, height=320)
    # Row and column 1 lie one pitch away from 0: the same scale serves any number of them.
    scale = alt.Scale(domain=[0, 1], range=[0, TILE_PITCH], nice=False, zero=False)
    x = alt.X("column:Q", axis=None, scale=scale)
    y = alt.Y("row:Q", axis=None, scale=scale)
    square = tiles.mark_square(
        size=TILE_SIDE**2, fill=_STAND_INS["c-tile"], xOffset=TILE_SIDE / 2, yOffset=TILE_SIDE / 2
    )

    def words(name: str, down: float) -> alt.Chart:
        return tiles.mark_text(
            fill=_STAND_INS[name], align="center", baseline="alphabetic", dx=TILE_SIDE / 2, dy=down
        )

    return alt.layer(
        square.encode(x=x, y=y),
        words("c-label", 21).encode(x=x, y=y, text="label:N"),
        words("c-value", 39).encode(x=x, y=y, text="value:N"),
    )


MAP_UNITS = 1000
"""The map is fitted into a square of this side, in which its integer coordinates count."""


def _map(alt: Any) -> alt.Chart:
    """Outlines, Mercator, fitted."""
    outlines = alt.Data(
        name="outlines",
        values={"type": "Topology", "objects": {"areas": {}}, "arcs": []},
        format=alt.TopoDataFormat(type="topojson", feature="areas"),
    )
    return (
        alt.Chart(outlines, width=MAP_UNITS, height=MAP_UNITS)
        .mark_geoshape(fill=_STAND_INS["c-area"], strokeWidth=0)
        .project(type="mercator")
    )


_CHARTS: Mapping[str, Any] = {
    "strip": _strip,
    "trend-small": lambda alt: _trend(alt, *TREND_BOXES["trend-small"]),
    "trend-large": lambda alt: _trend(alt, *TREND_BOXES["trend-large"]),
    "dots": _dots,
    "tiles": _tiles,
    "map": _map,
}
