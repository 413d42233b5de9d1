"""Pure. The frame of a kind of chart: what Vega's drawing of probe rows tells of every other.

A frame holds, for each layer, where the shares 0 and 1 stand and what its symbol is. Marks
of real rows are stamped with it. Tests draw real rows through Vega too and hold the stamped
marks against them, number by number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from xml.etree import ElementTree as ET

from quipu.charts.designs import DESIGNS, FONT_SIZE, LayerDesign
from quipu.charts.svg import number, text_of

_TRANSLATE = re.compile(r"translate\((-?[0-9.e-]+),\s*(-?[0-9.e-]+)\)")
_NUMBERS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerFrame:
    """Where the rows of a layer stand."""

    x: tuple[float, float]
    """Where the share 0 stands, and how far it is from there to the share 1."""
    y: tuple[float, float]
    symbol: str
    """Path data of a point's symbol around its middle; empty for other marks."""
    radius: float
    """Of a round symbol; 0 for other marks."""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a row with these shares stands, in units."""
        return self.x[0] + x * self.x[1], self.y[0] + y * self.y[1]


Frame = Mapping[str, LayerFrame]
"""By layer name."""


def probe_rows(kind: str) -> dict[str, list[dict[str, object]]]:
    """Two rows a layer, at the shares (0, 0) and (1, 1): the data sets of the probe."""
    return {
        layer.name: [
            {"x": n, "y": n, "x2": 1 - n, "y2": 1 - n, "text": "0", "line": 0} for n in (0, 1)
        ]
        for layer in DESIGNS[kind].layers
    }


def read_frame(kind: str, svg: str) -> Frame:
    """Read the frame off Vega's drawing of the probe rows."""
    drawn = drawn_marks(svg)
    return {layer.name: _layer_frame(layer, drawn[layer.name]) for layer in DESIGNS[kind].layers}


def drawn_marks(svg: str) -> dict[str, list[ET.Element]]:
    """The marks that Vega drew, by layer name, in the order of drawing."""
    found: dict[str, list[ET.Element]] = {}
    for group in ET.fromstring(svg).iter():  # noqa: S314 (the renderer's own output)
        for name in group.get("class", "").split():
            if name.endswith("_marks") and group.tag.endswith("}g"):
                found.setdefault(name.removesuffix("_marks"), []).extend(group)
    return found


def mark_points(layer: LayerDesign, marks: Sequence[ET.Element]) -> list[tuple[float, float]]:
    """The places of a layer's drawn marks: of a line, of each of its points."""
    if layer.mark == "line":
        numbers = [float(n) for mark in marks for n in _NUMBERS.findall(mark.get("d", ""))]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if layer.mark == "bar":
        return [_bar_start(mark) for mark in marks]
    return [_translation(mark) for mark in marks]


def _bar_start(mark: ET.Element) -> tuple[float, float]:
    """Left end and middle of a bar, whose path is ``M x,y h w v height h -w Z``."""
    x, y, _width, height, *_ = (float(n) for n in _NUMBERS.findall(mark.get("d", "")))
    return x, y + height / 2


def _translation(mark: ET.Element) -> tuple[float, float]:
    match = _TRANSLATE.search(mark.get("transform", ""))
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _layer_frame(layer: LayerDesign, marks: Sequence[ET.Element]) -> LayerFrame:
    (x0, y0), (x1, y1) = _ends(layer, marks)
    symbol = marks[0].get("d", "") if layer.mark == "point" else ""
    radius = 0.0
    if symbol and layer.shape == "circle":
        radius = float(_NUMBERS.findall(symbol)[0])
    return LayerFrame(x=(x0, x1 - x0), y=(y0, y1 - y0), symbol=symbol, radius=radius)


def _ends(
    layer: LayerDesign, marks: Sequence[ET.Element]
) -> tuple[tuple[float, float], tuple[float, float]]:
    if layer.mark == "rect":
        # ``M x,y h w v height h -w Z``, of the whole stretch; the share 1 is on top.
        x, y, across, down, *_ = (float(n) for n in _NUMBERS.findall(marks[0].get("d", "")))
        return (x, y + down), (x + across, y)
    points = mark_points(layer, marks)
    if layer.mark == "bar":
        # Each probe bar spans the whole stretch, so its start says nothing of its own end.
        numbers = [float(n) for n in _NUMBERS.findall(marks[0].get("d", ""))]
        left, width = numbers[0], numbers[2]
        return (left, points[0][1]), (left + width, points[1][1])
    return points[0], points[1]


def dump_frame(frame: Frame) -> str:
    """A frame as text, for the store."""
    return json.dumps({name: asdict(layer) for name, layer in frame.items()})


def load_frame(text: str) -> Frame:
    """The frame of a stored text."""
    return {
        name: LayerFrame(
            x=(layer["x"][0], layer["x"][1]),
            y=(layer["y"][0], layer["y"][1]),
            symbol=layer["symbol"],
            radius=layer["radius"],
        )
        for name, layer in json.loads(text).items()
    }


_LAYERS = {kind: {layer.name: layer for layer in design.layers} for kind, design in DESIGNS.items()}
_MOST_KEPT = 1000
"""Pieces that a stamp keeps: for every indicator of a site, whatever the order of its charts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Writes the marks of charts with the frame of their kind."""

    kind: str
    frame: Frame
    kept: dict[Hashable, str] = field(default_factory=dict, repr=False, compare=False)
    """What was written lately, for `once`."""

    def once(self, key: Hashable, write: Callable[[], str]) -> str:
        """What *write* writes; what it wrote for an equal key, where that is at hand."""
        piece = self.kept.get(key)
        if piece is None:
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            piece = self.kept[key] = write()
        return piece

    def _design(self, name: str) -> LayerDesign:
        return _LAYERS[self.kind][name]

    def rules(self, name: str, ends: Iterable[tuple[float, float, float]]) -> str:
        """Straight lines: (share across, share down, share of the other end) each, in one path."""
        layer, design = self.frame[name], self._design(name)
        pieces = []
        for x, y, other in ends:
            at_x, at_y = layer.place(x, y)
            if design.across:
                end, _ = layer.place(other, y)
                pieces.append(f"M{number(at_x)} {number(at_y)}H{number(end)}")
            else:
                _, end = layer.place(x, other)
                pieces.append(f"M{number(at_x)} {number(at_y)}V{number(end)}")
        return f'<path class="{design.css_class}" d="{"".join(pieces)}"/>' if pieces else ""

    def bars(self, name: str, spans: Iterable[tuple[float, float, float]]) -> str:
        """Bars: (share of one end, share down, share of the other end) each, in one path."""
        layer, design = self.frame[name], self._design(name)
        pieces = []
        for x, y, other in spans:
            start, middle = layer.place(x, y)
            end, _ = layer.place(other, y)
            top = number(middle - design.thickness / 2)
            pieces.append(
                f"M{number(start)} {top}H{number(end)}v{design.thickness}H{number(start)}z"
            )
        return f'<path class="{design.css_class}" d="{"".join(pieces)}"/>' if pieces else ""

    def boxes(
        self, name: str, corners: Iterable[tuple[float, float, float, float]], titles: Sequence[str]
    ) -> str:
        """Rectangles: shares across and down of a corner and of the opposite one, with titles."""
        layer, pieces = self.frame[name], []
        for (x, y, other_x, other_y), title in zip(corners, titles, strict=True):
            start, foot = (number(place) for place in layer.place(x, y))
            end, head = (number(place) for place in layer.place(other_x, other_y))
            path = f"M{start} {foot}H{end}V{head}H{start}z"
            pieces.append(f'<path d="{path}"><title>{text_of(title)}</title></path>')
        return f'<g class="{self._design(name).css_class}">{"".join(pieces)}</g>'

    def points(
        self, name: str, places: Iterable[tuple[float, float]], titles: Sequence[str] = ()
    ) -> str:
        """Symbols at (share across, share down) each; they say *titles*, where there are any."""
        words = zip(places, titles, strict=True) if titles else ((place, "") for place in places)
        return "".join(self._symbol(name, *place, title) for place, title in words)

    def _symbol(self, name: str, x: float, y: float, title: str) -> str:
        layer, css_class = self.frame[name], self._design(name).css_class
        at_x, at_y = (number(place) for place in layer.place(x, y))
        if layer.radius:
            tag = "circle"
            place = f'cx="{at_x}" cy="{at_y}" r="{number(layer.radius)}"'
        else:
            tag = "path"
            place = f'transform="translate({at_x} {at_y})" d="{_short(layer.symbol)}"'
        inside = f"><title>{text_of(title)}</title></{tag}>" if title else "/>"
        return f'<{tag} class="{css_class}" {place}{inside}'

    def lines(self, name: str, segments: Iterable[Sequence[tuple[float, float]]]) -> str:
        """Lines through (share across, share down) places, all in one path."""
        layer, design = self.frame[name], self._design(name)
        path = "".join("M" + "L".join(_pairs(layer, segment)) for segment in segments)
        return f'<path class="{design.css_class}" d="{path}"/>' if path else ""

    def texts(self, name: str, words: Iterable[tuple[float, float, str]]) -> str:
        """Texts: (share across, share down, text) each."""
        layer, design = self.frame[name], self._design(name)
        anchor = "" if design.anchor == "start" else f' text-anchor="{design.anchor}"'
        pieces = []
        for x, y, text in words:
            at_x, at_y = layer.place(x, y)
            pieces.append(f'<text x="{number(at_x)}" y="{number(at_y)}">{text_of(text)}</text>')
        if not pieces:
            return ""
        return (
            f'<g class="{design.css_class}" font-size="{FONT_SIZE}"{anchor}>{"".join(pieces)}</g>'
        )


@lru_cache(maxsize=64)
def _short(symbol: str) -> str:
    """The path of a symbol with its numbers as we write them."""
    return _NUMBERS.sub(lambda match: number(float(match[0])), symbol)


def _pairs(layer: LayerFrame, segment: Sequence[tuple[float, float]]) -> Iterator[str]:
    for x, y in segment:
        at_x, at_y = layer.place(x, y)
        yield f"{number(at_x)} {number(at_y)}"
