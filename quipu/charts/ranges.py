"""Pure. The chart of ranges: areas under one another, a point and the span around it each."""

from __future__ import annotations

from quipu.charts.designs import DESIGNS, ROW_HEIGHT
from quipu.charts.frame import Stamp
from quipu.charts.judged import RangesRequest
from quipu.charts.model import Drawing
from quipu.charts.rows import HEAD, REFERENCE_BASE, REFERENCE_TOP, base, columns, cut, middle
from quipu.charts.scale import share

_MARKS = ("up", "down", "same", "none")


def ranges(request: RangesRequest, stamp: Stamp) -> Drawing:
    """Draw a chart of ranges."""
    design, domain = DESIGNS["ranges"], request.domain
    rows = list(enumerate(request.rows))
    label_at, value_at = columns(design)
    bottom = HEAD + len(rows)
    lines = [] if request.reference is None else [share(request.reference, domain)]
    ends = [
        (name, x, text)
        for name, x, text in (
            ("low_label", 0, request.low_label),
            ("high_label", 1, request.high_label),
        )
        if text
    ]
    spans = [
        (share(row.low, domain), middle(n), share(row.high, domain))
        for n, row in rows
        if row.low is not None and row.high is not None
    ]
    body = [
        stamp.rules("guide", [(0, middle(n), 1) for n, _ in rows]),
        stamp.rules("reference", [(x, REFERENCE_TOP, bottom) for x in lines]),
        stamp.rules("span", spans),
        *(_points(request, stamp, mark) for mark in _MARKS),
        stamp.texts("label", [(label_at, base(n), cut(row.label)) for n, row in rows]),
        stamp.texts("value", [(value_at, base(n), row.value_text) for n, row in rows]),
        stamp.texts(
            "reference_label",
            [
                (x, REFERENCE_BASE, request.reference_label)
                for x in lines
                if request.reference_label
            ],
        ),
        *(stamp.texts(name, [(x, base(len(rows)), text)]) for name, x, text in ends),
    ]
    return Drawing(
        kind="ranges",
        width=design.width,
        height=(bottom + bool(ends)) * ROW_HEIGHT + 4,
        body="".join(body),
    )


def _points(request: RangesRequest, stamp: Stamp, mark: str) -> str:
    shown = [(n, row) for n, row in enumerate(request.rows) if row.mark == mark]
    places = [(share(row.mid, request.domain), middle(n)) for n, row in shown]
    return stamp.points(mark, places, [row.title for _, row in shown])
