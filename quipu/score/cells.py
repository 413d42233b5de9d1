"""Pure. Computed numbers as they are written, the same on every processor."""

from __future__ import annotations

import math

Cells = tuple[str, ...]
_DIGITS = 12
"""Significant ones: those beyond depend on the order in which a processor adds up."""


def sure(value: float) -> float:
    """A computed number without the digits that another processor would make otherwise."""
    return float(f"{value:.{_DIGITS}g}")


def number(value: float | None) -> str:
    """A number to the digits that are sure; empty where there is none."""
    return "" if value is None or math.isnan(value) else repr(sure(float(value)))


def whole(value: int | None) -> str:
    """A whole number; empty where there is none."""
    return "" if value is None else str(value)
