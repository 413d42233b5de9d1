"""Pure. Dots."""
from __future__ import annotations
from quipu.charts.model import Drawing
def highlight_row(drawing: Drawing, code: str) -> Drawing:
    """Mark one area's row of a ranking chart; the drawing itself when the area has no row."""
    raise NotImplementedError
