"""Pure. The kinds of chart: how large each is, where its shares stand, and its layers.

Every layer has a name and one mark. Horizontal and vertical places come as shares from 0 to
1 of a fixed stretch of the drawing, so that one drawing of two probe rows tells where any
row of any chart of the kind stands. Nothing here has a colour: a layer's name decides its
CSS class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FONT_SIZE = 13
"""Units. A drawing of 320 units shown on 288 CSS pixels then has text of 11.7 pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerDesign:
    """One layer of a kind of chart."""

    name: str
    mark: str
    """``rule``, ``line``, ``point``, ``bar``, ``rect`` or ``text``."""
    css_class: str
    across: bool
    """For rules and bars: whether each runs from ``x`` to ``x2`` instead of ``y`` to ``y2``."""
    shape: str
    size: int
    """Area of a point's symbol, in square units."""
    anchor: str
    """Of a text: ``start``, ``middle`` or ``end``."""

    @property
    def thickness(self) -> int:
        """Of a bar."""
        return _BAR if self.mark == "bar" else 0


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

    def units(self, x: float, y: float) -> tuple[float, float]:
        """Where the shares stand, in units."""
        return (
            self.x[0] + x * (self.x[1] - self.x[0]),
            self.y[0] + y * (self.y[1] - self.y[0]),
        )

    def shares(self, x: float, y: float) -> tuple[float, float]:
        """The shares of a place in units."""
        return (
            (x - self.x[0]) / (self.x[1] - self.x[0]),
            (y - self.y[0]) / (self.y[1] - self.y[0]),
        )


def _layer(
    name: str,
    mark: str,
    css_class: str,
    *,
    across: bool = False,
    shape: str = "circle",
    size: int = 0,
    anchor: str = "start",
) -> LayerDesign:
    """A layer; what its kind of mark does not have keeps its default."""
    return LayerDesign(
        name=name,
        mark=mark,
        css_class=css_class,
        across=across,
        shape=shape,
        size=size,
        anchor=anchor,
    )


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


_JUDGED: Mapping[str, tuple[str, int]] = {
    "up": ("triangle-up", 92),
    "down": ("triangle-down", 92),
    "same": ("circle", 64),
    "none": ("diamond", 76),
}
"""By mark: its shape, and the size at which it looks as large as the others."""

_CATEGORY_SHAPES = (
    ("circle", 64),
    ("square", 58),
    ("triangle-up", 78),
    ("triangle-down", 78),
    ("diamond", 72),
    ("cross", 86),
)


def _judged(*marks: str) -> tuple[LayerDesign, ...]:
    return tuple(
        _layer(mark, "point", f"c-{mark}", shape=_JUDGED[mark][0], size=_JUDGED[mark][1])
        for mark in marks
    )


def _names() -> tuple[LayerDesign, ...]:
    """The labels of points, on any of their sides."""
    return tuple(
        _layer(f"name_{anchor}", "text", "c-name", anchor=anchor)
        for anchor in ("start", "middle", "end")
    )


def _matrix() -> Design:
    return Design(
        width=360,
        height=376,
        x=(40, 352),
        y=(336, 24),
        layers=(
            _layer("cut_across", "rule", "c-cut", across=True),
            _layer("cut_down", "rule", "c-cut"),
            _layer("edge_across", "rule", "c-axis", across=True),
            _layer("edge_down", "rule", "c-axis"),
            _layer("cell", "text", "c-cell"),
            _layer("x_low", "text", "c-text"),
            _layer("x_middle", "text", "c-text", anchor="middle"),
            _layer("x_high", "text", "c-text", anchor="end"),
            _layer("y_label", "text", "c-text", anchor="end"),
            _layer("y_title", "text", "c-text"),
            _layer("whisker_x", "rule", "c-whisker", across=True),
            _layer("whisker_y", "rule", "c-whisker"),
            *_names(),
            *(
                _layer(shape.replace("-", "_"), "point", "c-point", shape=shape, size=size)
                for shape, size in _CATEGORY_SHAPES
            ),
        ),
    )


ROW_HEIGHT = 22
"""Of the ranking chart, in units."""
_BAR = 10
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
            _layer("bar", "bar", "c-bar", across=True),
            _layer("dot", "point", "c-dot", size=90),
            _layer("reference", "rule", "c-reference"),
            _layer("label", "text", "c-label", anchor="end"),
            _layer("value", "text", "c-value", anchor="end"),
            _layer("reference_label", "text", "c-text", anchor="middle"),
        ),
    ),
    "ranges": Design(
        width=360,
        height=ROW_HEIGHT,
        x=(136, 274),
        y=(0, ROW_HEIGHT),
        layers=(
            _layer("guide", "rule", "c-grid", across=True),
            _layer("reference", "rule", "c-reference"),
            _layer("span", "rule", "c-span", across=True),
            *_judged("up", "down", "same", "none"),
            _layer("label", "text", "c-label", anchor="end"),
            _layer("value", "text", "c-value", anchor="end"),
            _layer("reference_label", "text", "c-text", anchor="middle"),
            _layer("low_label", "text", "c-text", anchor="start"),
            _layer("high_label", "text", "c-text", anchor="end"),
        ),
    ),
    "funnel": Design(
        width=360,
        height=300,
        x=(52, 350),
        y=(256, 26),
        layers=(
            _layer("grid", "rule", "c-grid", across=True),
            _layer("limit_998", "line", "c-limit-998"),
            _layer("limit_95", "line", "c-limit-95"),
            _layer("benchmark", "rule", "c-benchmark", across=True),
            _layer("y_label", "text", "c-text", anchor="end"),
            _layer("y_title", "text", "c-text"),
            _layer("x_first", "text", "c-text", anchor="start"),
            _layer("x_middle", "text", "c-text", anchor="middle"),
            _layer("x_last", "text", "c-text", anchor="end"),
            *_names(),
            _layer("benchmark_label", "text", "c-name"),
            *_judged("none", "same", "down", "up"),
        ),
    ),
    "matrix": _matrix(),
    "distribution": Design(
        width=360,
        height=208,
        x=(52, 350),
        y=(180, 44),
        layers=(
            _layer("grid", "rule", "c-grid", across=True),
            _layer("bar", "rect", "c-bar"),
            _layer("axis", "rule", "c-axis", across=True),
            _layer("tick", "rule", "c-axis"),
            _layer("fifth", "rule", "c-fifth"),
            _layer("casing", "rule", "c-casing"),
            _layer("median", "rule", "c-median"),
            _layer("y_label", "text", "c-text", anchor="end"),
            _layer("x_first", "text", "c-text", anchor="start"),
            _layer("x_middle", "text", "c-text", anchor="middle"),
            _layer("x_last", "text", "c-text", anchor="end"),
            _layer("median_label", "text", "c-name", anchor="middle"),
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
