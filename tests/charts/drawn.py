"""What Vega draws of given rows, and what we stamp of them, as comparable numbers.

A `Recorder` stamps as usual and notes the rows that each layer was asked for. The same rows
are then drawn by Vega, with the chart that Altair designed, and both are read back as marks:
tuples of numbers and texts, in the order of drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree import ElementTree as ET

from quipu.charts import Board, ChartRequest, Drawing
from quipu.charts.designs import DESIGNS, LayerDesign
from quipu.charts.frame import Stamp, drawn_marks
from quipu.charts.vega import render
from quipu.make.engine import Engine
from quipu.store import Store


def draw(charts: Sequence[ChartRequest], *, store: Store) -> list[Drawing]:
    """Draw some charts on one board; the drawings in their order."""
    board = Board(Engine(store))  # not started: it draws the frames that are asked for, here
    return [board.draw(chart) for chart in charts]


Mark = tuple[float | str, ...]
Row = Mapping[str, float | str]

_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e-?[0-9]+)?")
_STEP = re.compile(r"([MLHVhvz])([^MLHVhvzZ]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder(Stamp):
    """A stamp that notes what it was asked for, and what it wrote, by layer."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    pieces: dict[str, list[str]] = field(default_factory=dict)

    def _note(self, name: str, rows: Iterable[Row], piece: str) -> str:
        self.rows.setdefault(name, []).extend(rows)
        self.pieces.setdefault(name, []).append(piece)
        return piece

    def rules(self, name: str, ends: Iterable[tuple[float, float, float]]) -> str:
        """Note straight lines."""
        rows = list(ends)
        noted = ({"x": x, "y": y, "x2": other, "y2": other} for x, y, other in rows)
        return self._note(name, noted, Stamp.rules(self, name, rows))

    def bars(self, name: str, spans: Iterable[tuple[float, float, float]]) -> str:
        """Note bars."""
        rows = list(spans)
        noted = ({"x": x, "y": y, "x2": other} for x, y, other in rows)
        return self._note(name, noted, Stamp.bars(self, name, rows))

    def boxes(
        self, name: str, corners: Iterable[tuple[float, float, float, float]], titles: Sequence[str]
    ) -> str:
        """Note rectangles."""
        rows = list(corners)
        noted = ({"x": x, "y": y, "x2": far, "y2": top} for x, y, far, top in rows)
        return self._note(name, noted, Stamp.boxes(self, name, rows, titles))

    def points(
        self, name: str, places: Iterable[tuple[float, float]], titles: Sequence[str] = ()
    ) -> str:
        """Note symbols."""
        rows = list(places)
        noted = ({"x": x, "y": y} for x, y in rows)
        return self._note(name, noted, Stamp.points(self, name, rows, titles))

    def lines(self, name: str, segments: Iterable[Sequence[tuple[float, float]]]) -> str:
        """Note the segments of lines."""
        parts = list(segments)
        start = len(self.rows.get(name, ()))
        noted: list[Row] = [
            {"x": x, "y": y, "line": start + n} for n, part in enumerate(parts) for x, y in part
        ]
        return self._note(name, noted, Stamp.lines(self, name, parts))

    def texts(self, name: str, words: Iterable[tuple[float, float, str]]) -> str:
        """Note texts."""
        rows = list(words)
        noted: list[Row] = [{"x": x, "y": y, "text": text} for x, y, text in rows]
        return self._note(name, noted, Stamp.texts(self, name, rows))

    def stamped(self) -> dict[str, list[Mark]]:
        """What was written, by layer."""
        return {
            layer.name: [
                mark
                for piece in self.pieces.get(layer.name, ())
                for mark in _stamped_marks(layer, piece)
            ]
            for layer in DESIGNS[self.kind].layers
        }

    def by_vega(self) -> dict[str, list[Mark]]:
        """What Vega draws of the same rows, by layer."""
        layers = DESIGNS[self.kind].layers
        rows: dict[str, list[dict[str, object]]] = {
            layer.name: [dict(row) for row in self.rows.get(layer.name, ())] for layer in layers
        }
        drawn = drawn_marks(render(self.kind, rows))
        return {
            layer.name: [m for element in drawn[layer.name] for m in _vega_marks(layer, element)]
            for layer in layers
        }


def _numbers(text: str) -> list[float]:
    return [float(found) for found in _NUMBER.findall(text)]


def _vega_marks(layer: LayerDesign, element: ET.Element) -> list[Mark]:
    """One element of Vega's drawing as marks: of a line, its points."""
    numbers = _numbers(element.get("d", ""))
    if layer.mark == "line":
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if layer.mark == "bar":
        x, y, width, height, _back = numbers
        return [(x, y, x + width, height)]
    if layer.mark == "rect":
        x, y, width, height, _back = numbers
        return [(x, y, x + width, y + height)]
    x, y = _numbers(element.get("transform", "translate(0,0)"))
    if layer.mark == "rule":
        right, down = float(element.get("x2", "0")), float(element.get("y2", "0"))
        return [(x, y, x + right, y + down)]
    if layer.mark == "text":
        return [(x, y, element.get("text-anchor", "start"), element.text or "")]
    return [(x, y, numbers[0])] if layer.shape == "circle" else [(x, y, *numbers)]


def _stamped_marks(layer: LayerDesign, piece: str) -> list[Mark]:
    """A piece of ours as marks; reading it also shows that it is well-formed and classed."""
    found: list[Mark] = []
    for element in ET.fromstring(f"<g>{piece}</g>"):  # noqa: S314 (our own output)
        assert element.get("class") == layer.css_class
        if layer.mark == "text":
            anchor = element.get("text-anchor", "start")
            found += [
                (float(t.get("x", "")), float(t.get("y", "")), anchor, t.text or "")
                for t in element
            ]
        elif layer.mark == "rect":
            found += [_box_mark(path.get("d", "")) for path in element]
        elif layer.mark in ("line", "rule", "bar"):
            found += _path_marks(layer.mark, element.get("d", ""))
        elif layer.shape == "circle":
            found.append(tuple(float(element.get(name, "")) for name in ("cx", "cy", "r")))
        else:
            place = _numbers(element.get("transform", ""))
            found.append((*place, *_numbers(element.get("d", ""))))
    return found


def _box_mark(path: str) -> Mark:
    """A rectangle of ours; its pen goes across, up or down, back and home."""
    steps = [(word, _numbers(rest)) for word, rest in _STEP.findall(path)]
    assert [word for word, _ in steps] == list("MHVHz")
    (x, y), (far,), (top,), (back,), _home = (numbers for _, numbers in steps)
    assert back == x
    return (min(x, far), min(y, top), max(x, far), max(y, top))


def _path_marks(mark: str, path: str) -> list[Mark]:
    """A path of ours: of a line its points, else one mark for each time the pen is set down."""
    steps = [(word, _numbers(rest)) for word, rest in _STEP.findall(path)]
    if mark == "line":
        return [(x, y) for _, (x, y) in steps]
    found: list[Mark] = []
    for (word, start), (turn, end) in pairwise(steps):
        if word != "M":
            continue
        (x, y), (far,) = start, end
        found.append((x, y, far, y) if turn == "H" else (x, y, x, far))
    if mark == "bar":
        heights = [numbers[0] for word, numbers in steps if word == "v"]
        return [
            (min(float(x), float(far)), y, max(float(x), float(far)), height)
            for (x, y, far, _), height in zip(found, heights, strict=True)
        ]
    return found


def differences(one: Sequence[Mark], other: Sequence[Mark], tolerance: float) -> list[str]:
    """Tell every pair of marks that differ by more than *tolerance* in a number, or in a text."""
    if len(one) != len(other):
        return [f"{len(one)} marks against {len(other)}"]
    return [
        f"{a} against {b}" for a, b in zip(one, other, strict=True) if not _same(a, b, tolerance)
    ]


def _same(one: Mark, other: Mark, tolerance: float) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) <= tolerance if isinstance(a, float) and isinstance(b, float) else a == b
        for a, b in zip(one, other, strict=True)
    )
