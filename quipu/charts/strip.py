"""Pure. Strips: a tick an area on one line."""
from __future__ import annotations
from quipu.charts.model import Drawing
def highlight_strip(drawing: Drawing, code: str) -> Drawing:
    """Mark one area on a strip; the drawing itself when the area has no value."""
    raise NotImplementedError
