"""Pure. The ranking chart: areas under one another, a dot or a bar each, and a reference."""

from __future__ import annotations

from collections.abc import Iterable

from quipu.charts.designs import DESIGNS, ROW_HEIGHT
from quipu.charts.frame import Stamp
from quipu.charts.model import DotRow, DotsRequest, Drawing
from quipu.charts.rows import HEAD, REFERENCE_BASE, REFERENCE_TOP, base, columns, cut, middle
from quipu.charts.scale import share


def dots(request: DotsRequest, stamp: Stamp) -> Drawing:
    """Draw a ranking chart."""
    design = DESIGNS["dots"]
    rows = list(enumerate(request.rows))
    label_at, value_at = columns(design)
    bottom = HEAD + len(rows)
    marked = [(n, row, row.value) for n, row in rows if row.value is not None]
    references = [(share(v, request.domain), text) for v, text in request.reference]
    body = [
        stamp.rules("guide", [(0, middle(n), 1) for n, _ in rows]),
        stamp.rules("reference", [(x, REFERENCE_TOP, bottom) for x, _ in references]),
        *_marks(request, stamp, marked),
        stamp.texts("label", [(label_at, base(n), cut(row.label)) for n, row in rows]),
        stamp.texts("value", [(value_at, base(n), row.value_label) for n, row in rows]),
        stamp.texts("reference_label", [(x, REFERENCE_BASE, text) for x, text in references]),
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
        spans = [(zero, middle(n), share(value, request.domain)) for n, _, value in rows]
        return [stamp.bars("bar", spans)]
    places = [(share(value, request.domain), middle(n)) for n, _, value in rows]
    return [stamp.points("dot", places)]
