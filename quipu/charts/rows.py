"""Pure. Where the rows of a chart stand: names at the left, numbers at the right."""

from __future__ import annotations

from quipu.charts.designs import Design

HEAD = 1
"""Rows' worth of room at the top, for the reference's label."""
REFERENCE_TOP, REFERENCE_BASE = HEAD - 0.15, 0.6
"""Where a reference begins, and the baseline of its label."""
_BASELINE = 0.7
"""Of a row's texts, as a share of its height."""
_LABEL_END, _VALUE_END = 126, 358
_MAX_LABEL = 18


def columns(design: Design) -> tuple[float, float]:
    """Where the names and the numbers end, in shares across."""
    return design.shares(_LABEL_END, 0)[0], design.shares(_VALUE_END, 0)[0]


def middle(row: int) -> float:
    """The middle of a row, in rows from the top."""
    return HEAD + row + 0.5


def base(row: int) -> float:
    """The baseline of a row's texts, in rows from the top."""
    return HEAD + row + _BASELINE


def cut(name: str) -> str:
    """A name that fits its column."""
    return name if len(name) <= _MAX_LABEL else name[: _MAX_LABEL - 1].rstrip() + "…"
