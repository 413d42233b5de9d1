"""Pure. One horizontal strip of an indicator, and one area marked on it."""

from __future__ import annotations

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
            stamp.rules("tick", [(x, _TOP, _BOTTOM) for x in _ticks(places.values())]),
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


_MOST_TICKS = 200
"""Values up to which each tick stands where its value does; more stand a unit apart at least."""


def _ticks(shares: Collection[float]) -> list[float]:
    """Where ticks stand: of many values, those that an eye could tell apart, at whole units."""
    if len(shares) <= _MOST_TICKS:
        return sorted(set(shares))
    units = DESIGNS["strip"].width
    return [n / units for n in sorted({round(x * units) for x in shares})]


def highlight_strip(drawing: Drawing, code: str) -> Drawing:
    """Mark one area on a strip; the drawing itself when the area has no value."""
    if code not in drawing.spots:
        return drawing
    x, y = drawing.spots[code]
    mark = drawing.own_mark.format(x=number(x), y=number(y))
    return replace(drawing, body=drawing.body + mark)
