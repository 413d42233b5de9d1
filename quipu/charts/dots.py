"""Pure. The ranking chart: areas under one another, a dot or a bar each, and a reference."""

from __future__ import annotations

from collections.abc import Iterable

from quipu.charts.frame import Stamp
from quipu.charts.model import DotRow, DotsRequest, Drawing
from quipu.charts.scale import share
from quipu.charts.specs import DESIGNS, ROW_HEIGHT

_HEAD = 1
"""Rows' worth of room at the top, for the reference's label."""
_BASELINE = 0.7
"""Of a row's texts, as a share of its height."""
_LABEL_END, _VALUE_END = 126, 358
_MAX_LABEL = 18


def dots(request: DotsRequest, stamp: Stamp) -> Drawing:
    """Draw a ranking chart."""
    design = DESIGNS["dots"]
    start, end = design.x
    across = end - start
    rows = list(enumerate(request.rows))
    label_at, value_at = (_LABEL_END - start) / across, (_VALUE_END - start) / across
    bottom = _HEAD + len(rows)
    marked = [(n, row, row.value) for n, row in rows if row.value is not None]
    references = [(share(v, request.domain), text) for v, text in request.reference]
    body = [
        stamp.rules("guide", [(0, _middle(n), 1) for n, _ in rows]),
        stamp.rules("reference", [(x, _HEAD - 0.15, bottom) for x, _ in references]),
        *_marks(request, stamp, marked),
        stamp.texts("label", [(label_at, _base(n), _cut(row.label)) for n, row in rows]),
        stamp.texts("value", [(value_at, _base(n), row.value_label) for n, row in rows]),
        stamp.texts("reference_label", [(x, 0.6, text) for x, text in references]),
    ]
    return Drawing(
        kind="dots",
        width=design.width,
        height=bottom * ROW_HEIGHT + 4,
        body="".join(body),
    )


def _marks(
    request: DotsRequest, stamp: Stamp, rows: Iterable[tuple[int, DotRow, float]]
) -> list[str]:
    if request.zero_based:
        zero = share(0, request.domain)
        spans = [(zero, _middle(n), share(value, request.domain)) for n, _, value in rows]
        return [stamp.bars("bar", spans)]
    places = [(share(value, request.domain), _middle(n)) for n, _, value in rows]
    return [stamp.points("dot", places)]


def _middle(row: int) -> float:
    return _HEAD + row + 0.5


def _base(row: int) -> float:
    return _HEAD + row + _BASELINE


def _cut(name: str) -> str:
    """A name that fits its column."""
    return name if len(name) <= _MAX_LABEL else name[: _MAX_LABEL - 1].rstrip() + "…"
