"""Pure. How the values of many areas are spread: a bar a stretch, a line at the median."""

from __future__ import annotations

from itertools import pairwise

from quipu.charts.axes import foot
from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Stamp
from quipu.charts.histogram import DistributionRequest
from quipu.charts.labels import text_width
from quipu.charts.model import Drawing, Point
from quipu.charts.scale import label, plain, share, ticks

_DESIGN = DESIGNS["distribution"]
_LEFT, _BOTTOM = _DESIGN.units(0, 0)
_RIGHT, _TOP = _DESIGN.units(1, 1)
_ACROSS, _UP = _RIGHT - _LEFT, _BOTTOM - _TOP
_GAP = 1
"""Between two bars, in units; narrow bars have a narrower one."""
_LEAST = 1 / _UP
"""Height of a bar that would be too low to be seen."""
_GUIDES, _TICKS = 3, (6, 4, 3, 2)
"""About how many lines across, and round values along the axis: fewer where labels are long."""
_LABELS_END, _DROP = _DESIGN.shares(_LEFT - 8, _BOTTOM + 4)
"""Of the labels of the axis upwards: their right ends, and how far below their line they stand."""
_TICK, _FIFTH, _FOOT = (_DESIGN.shares(0, _BOTTOM + down)[1] for down in (5, 9, 22))
_HEAD, _HEAD_LINE = (_DESIGN.shares(0, down)[1] for down in (13, 19))
_APART = 10
"""Between two labels of the axis across, in units."""


def distribution(request: DistributionRequest, stamp: Stamp) -> Drawing:
    """Draw a distribution."""
    tallest = max(count for _, _, count in request.bins)
    levels = [n for n in ticks((0, tallest), _GUIDES) if n == round(n)]
    marks = _labelled(request)
    places = [share(value, request.domain) for value, _ in marks]
    middle = share(request.median, request.domain)
    fifths = sorted({share(value, request.domain) for value in request.fifths})
    names = [(level / tallest + _DROP, plain(level, request.numbers, 0)) for level in levels]
    body = [
        stamp.rules("grid", [(0, level / tallest, 1) for level in levels if level]),
        _bars(request, stamp, tallest),
        stamp.rules("axis", [(0, 0, 1)]),
        stamp.rules("tick", [(x, 0, _TICK) for x in places]),
        stamp.rules("fifth", [(x, 0, _FIFTH) for x in fifths]),
        stamp.rules("casing", [(middle, 0, _HEAD_LINE)]),
        stamp.rules("median", [(middle, 0, _HEAD_LINE)]),
        stamp.texts("y_label", [(_LABELS_END, y, text) for y, text in names]),
        *foot(stamp, marks, request.domain, _FOOT),
        stamp.texts("median_label", _median_label(request)),
    ]
    return Drawing(
        kind="distribution",
        width=_DESIGN.width,
        height=_DESIGN.height,
        body="".join(body),
    )


def _bars(request: DistributionRequest, stamp: Stamp, tallest: int) -> str:
    """A bar a bin from zero up to its count; none where it is empty."""
    boxes, titles = [], []
    for (low, high, count), title in zip(request.bins, request.titles, strict=True):
        if count:
            start, end = share(low, request.domain), share(high, request.domain)
            gap = min(_GAP / _ACROSS, (end - start) / 3) / 2
            boxes.append((start + gap, 0, end - gap, max(count / tallest, _LEAST)))
            titles.append(title)
    return stamp.boxes("bar", boxes, titles)


def _labelled(request: DistributionRequest) -> list[tuple[float, str]]:
    """Both ends of the axis, and the round values between them whose labels have room."""
    for count in _TICKS:
        between = ticks(request.domain, count)
        decimals = _decimals([*request.domain, *between], request)
        low, *inner, high = (
            (value, label(value, request, decimals))
            for value in (request.domain[0], *between, request.domain[1])
        )
        start = text_width(low[1]) + _APART
        end = _ACROSS - text_width(high[1]) - _APART
        boxes = [(*_reach(value, text, request), value, text) for value, text in inner]
        clear = [box for box in boxes if start <= box[0] and box[1] <= end]
        texts = [low[1], *(text for *_, text in clear), high[1]]
        apart = all(one[1] + _APART <= other[0] for one, other in pairwise(clear))
        if apart and all(one != other for one, other in pairwise(texts)):
            return [low, *((value, text) for *_, value, text in clear), high]
    return [(value, label(value, request, request.decimals)) for value in request.domain]


def _reach(value: float, text: str, request: DistributionRequest) -> Point:
    """From where to where the label of a value reaches, in units from the axis's left end."""
    middle, half = share(value, request.domain) * _ACROSS, text_width(text) / 2
    return middle - half, middle + half


def _decimals(values: list[float], request: DistributionRequest) -> int:
    """As few decimals as write all values, and no more than are asked for."""
    slack = (request.domain[1] - request.domain[0]) * 1e-9
    return next(
        (
            n
            for n in range(request.decimals)
            if all(abs(round(value, n) - value) <= slack for value in values)
        ),
        request.decimals,
    )


def _median_label(request: DistributionRequest) -> list[tuple[float, float, str]]:
    """On top of its line, as far as the drawing goes."""
    text = request.median_label
    if not text:
        return []
    half = text_width(text) / 2
    x = _LEFT + share(request.median, request.domain) * _ACROSS
    x = max(half, min(x, _DESIGN.width - half))
    return [(_DESIGN.shares(x, 0)[0], _HEAD, text)]
