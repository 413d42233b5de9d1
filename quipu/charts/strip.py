"""Pure. One horizontal strip of an indicator, and one area marked on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from quipu.charts.designs import DESIGNS
from quipu.charts.frame import Stamp
from quipu.charts.model import Drawing, StripRequest
from quipu.charts.scale import label, share
from quipu.charts.svg import number

# Shares of the height: ticks above and below the line, the labels at the foot.
_LINE, _TOP, _BOTTOM = 20 / 48, 12 / 48, 28 / 48
_MEDIAN, _FOOT = 6 / 48, 46 / 48


def strip(request: StripRequest, stamp: Stamp) -> Drawing:
    """Draw a strip with every area as a tick and none marked."""
    places = {code: share(value, request.domain) for code, value in request.values}
    low, high = (label(value, request, request.decimals) for value in request.domain)
    middle = [] if request.median is None else [(share(request.median, request.domain), _MEDIAN)]
    body = "".join(
        (
            stamp.rules("axis", [(0, _LINE, 1)]),
            stamp.rules("tick", _ticks(places.values())),
            stamp.points("median", middle),
            stamp.texts("low_label", [(0, _FOOT, low)]),
            stamp.texts("high_label", [(1, _FOOT, high)]),
        )
    )
    own = stamp.frame["own"]
    design = DESIGNS["strip"]
    return Drawing(
        kind="strip",
        width=design.width,
        height=design.height,
        body=body,
        spots={code: own.place(x, _LINE) for code, x in places.items()},
        own_mark=f'<circle class="c-own" cx="{{x}}" cy="{{y}}" r="{number(own.radius)}"/>',
    )


MOST_TICKS = 200
"""Values up to which each has a tick of its own. More would run into one another: then a tick
stands for a stretch, and is the taller the more values lie in it."""
_STRETCH = 3
"""Units across that a tick stands for, where there are many values."""
_LEAST = 0.15
"""Height of the tick of a single value, as a share of the tallest."""


def _ticks(shares: Collection[float]) -> list[tuple[float, float, float]]:
    """Ticks: (share across, share down of its top, of its foot) each."""
    if len(shares) <= MOST_TICKS:
        return [(x, _TOP, _BOTTOM) for x in sorted(set(shares))]
    stretches = DESIGNS["strip"].width // _STRETCH
    counts = Counter(round(x * stretches) for x in shares)
    tallest = max(counts.values())
    half = _BOTTOM - _LINE
    heights = {n: half * (_LEAST + (1 - _LEAST) * count / tallest) for n, count in counts.items()}
    return [(n / stretches, _LINE - high, _LINE + high) for n, high in sorted(heights.items())]


def highlight_strip(drawing: Drawing, code: str) -> Drawing:
    """Mark one area on a strip; the drawing itself when the area has no value."""
    if code not in drawing.spots:
        return drawing
    x, y = drawing.spots[code]
    mark = drawing.own_mark.format(x=number(x), y=number(y))
    return replace(drawing, body=drawing.body + mark)
