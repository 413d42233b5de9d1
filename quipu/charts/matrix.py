"""Pure. The matrix: areas on a square field of cells, a point with two whiskers each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Stamp
from quipu.charts.judged import FIELD, MatrixPoint, MatrixRequest
from quipu.charts.labels import Spot, covered, stamp_labels, text_box, text_width
from quipu.charts.model import Drawing
from quipu.charts.scale import share

_DESIGN = DESIGNS["matrix"]
_LEFT, _BOTTOM = _DESIGN.units(0, 0)
_RIGHT, _TOP = _DESIGN.units(1, 1)
_RADIUS = 5
_CLEAR = 14
"""The room around a point that the text of a cell had better leave free."""
_CELL = 6
"""From the edges of a cell to its text."""
_LABELS_END, _DROP = _DESIGN.shares(_LEFT - 6, _BOTTOM + 4)
"""Of the labels of the axis upwards: their right ends, and how far below their line they stand."""
_HIGH = _DESIGN.shares(0, _TOP + 10)[1]
_FOOT, _TITLE = (_DESIGN.shares(0, _BOTTOM + down)[1] for down in (17, 35))
_HEAD = _DESIGN.shares(2, 14)


def matrix(request: MatrixRequest, stamp: Stamp) -> Drawing:
    """Draw a matrix with every area alike."""
    spots = _spots(request)
    cells = _cells(request, spots)
    names = stamp_labels(
        stamp, _DESIGN, spots, taken=[text_box(text, x, y, "start") for x, y, text in cells]
    )
    pieces = [
        ("", _field(request, stamp)),
        ("", stamp.texts("cell", [(*_DESIGN.shares(x, y), text) for x, y, text in cells])),
        *((point.area, _whiskers(point, stamp)) for point in request.points),
        *((point.area, name) for point, name in zip(request.points, names, strict=True)),
        *((point.area, _mark(point, stamp)) for point in request.points),
    ]
    parts: dict[str, list[tuple[int, int]]] = {}
    end = 0
    for area, piece in pieces:
        start, end = end, end + len(piece)
        if area and piece:
            parts.setdefault(area, []).append((start, end))
    return Drawing(
        kind="matrix",
        width=_DESIGN.width,
        height=_DESIGN.height,
        body="".join(piece for _, piece in pieces),
        parts={area: tuple(found) for area, found in parts.items()},
    )


def highlight_matrix(drawing: Drawing, area: str) -> Drawing:
    """Bring the marks of one area to the front, in a group of the class ``own``.

    Args:
        drawing: From `draw`.
        area: Its code.

    Returns:
        A drawing of the class ``is-own``; the drawing itself when the area is not on it.
    """
    parts = drawing.parts.get(area)
    if parts is None:
        return drawing
    own, rest, end = "", "", 0
    for start, stop in parts:
        rest += drawing.body[end:start]
        own += drawing.body[start:stop]
        end = stop
    body = f'{rest}{drawing.body[end:]}<g class="own">{own}</g>'
    return replace(drawing, body=body, parts={}, state="is-own")


def _field(request: MatrixRequest, stamp: Stamp) -> str:
    """Edges, cuts and the words around them."""
    across = [(_at(cut), text) for cut, text in request.x.cuts]
    upwards = [(_at(cut), text) for cut, text in request.y.cuts]
    left = [(y + _DROP, text) for y, text in upwards]
    left += [(0, request.y.low), (_HIGH, request.y.high)]
    below = [(x, _FOOT, text) for x, text in across] + [(0.5, _TITLE, request.x.title)]
    return "".join(
        (
            stamp.rules("cut_across", [(0, y, 1) for y, _ in upwards]),
            stamp.rules("cut_down", [(x, 0, 1) for x, _ in across]),
            stamp.rules("edge_across", [(0, 0, 1), (0, 1, 1)]),
            stamp.rules("edge_down", [(0, 0, 1), (1, 0, 1)]),
            stamp.texts("y_label", [(_LABELS_END, y, text) for y, text in left if text]),
            stamp.texts("y_title", [(*_HEAD, text) for text in [request.y.title] if text]),
            stamp.texts("x_low", [(0, _FOOT, text) for text in [request.x.low] if text]),
            stamp.texts("x_middle", [word for word in below if word[2]]),
            stamp.texts("x_high", [(1, _FOOT, text) for text in [request.x.high] if text]),
        )
    )


def _cells(request: MatrixRequest, spots: Sequence[Spot]) -> list[tuple[float, float, str]]:
    """The texts of the cells: left end, baseline and text, in units.

    All stand in the same corner of their cells: the first one where they cover the least.
    """
    wider = [replace(spot, radius=_CLEAR) for spot in spots]

    corners = [
        _corner(request, left=left, upper=upper)
        for upper in (True, False)
        for left in (True, False)
    ]
    return min(
        corners,
        key=lambda words: covered((text_box(text, x, y, "start") for x, y, text in words), wider),
    )


def _corner(request: MatrixRequest, *, left: bool, upper: bool) -> list[tuple[float, float, str]]:
    columns = [FIELD[0], *(cut for cut, _ in request.x.cuts), FIELD[1]]
    rows = [FIELD[0], *(cut for cut, _ in request.y.cuts), FIELD[1]]
    found = []
    for column, row, text in request.cells:
        x, y = _DESIGN.units(_at(columns[column + (not left)]), _at(rows[row + upper]))
        x += _CELL if left else -_CELL - text_width(text)
        found.append((x, y + (_CELL + 10 if upper else -_CELL), text))
    return found


def _whiskers(point: MatrixPoint, stamp: Stamp) -> str:
    x, y = _at(point.x), _at(point.y)
    drawn = ""
    if point.x_low is not None and point.x_high is not None:
        drawn += stamp.rules("whisker_x", [(_at(point.x_low), y, _at(point.x_high))])
    if point.y_low is not None and point.y_high is not None:
        drawn += stamp.rules("whisker_y", [(x, _at(point.y_low), _at(point.y_high))])
    return drawn


def _mark(point: MatrixPoint, stamp: Stamp) -> str:
    place = _at(point.x), _at(point.y)
    drawn = stamp.points(point.shape.replace("-", "_"), [place], [point.title])
    return f'<g class="{point.css}">{drawn}</g>'


def _spots(request: MatrixRequest) -> list[Spot]:
    found = []
    for point in request.points:
        x, y = _DESIGN.units(_at(point.x), _at(point.y))
        found.append(Spot(x=x, y=y, radius=_RADIUS, text=point.label))
    return found


def _at(value: float) -> float:
    return share(value, FIELD)
