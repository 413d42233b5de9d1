"""Pure. Shares, ticks and the numbers of an axis."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import Protocol

from quipu.charts.model import NumberStyle, Point

_MILLIONS_FROM = 1e6


class Axis(Protocol):
    """What an axis label needs to know of its chart."""

    @property
    def numbers(self) -> NumberStyle:
        """How numbers are written."""
        ...

    @property
    def unit_short(self) -> str:
        """What stands next to a number; may be empty."""
        ...

    @property
    def unit_is_prefix(self) -> bool:
        """Whether it stands before the number."""
        ...


def share(value: float, domain: Point) -> float:
    """Where a value lies in a domain: 0 at its low end, 1 at its high end."""
    return (value - domain[0]) / (domain[1] - domain[0])


def ticks(domain: Point, count: int) -> list[float]:
    """Round values inside a domain: about *count* and at least two, by steps of 1, 2 or 5."""
    rough = (domain[1] - domain[0]) / count
    found = _multiples(domain, _step(rough))
    while len(found) < 2:
        rough /= 2
        found = _multiples(domain, _step(rough))
    return found


def _multiples(domain: Point, step: float) -> list[float]:
    first, last = ceil(domain[0] / step - 1e-9), floor(domain[1] / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def _step(rough: float) -> float:
    power: float = 10.0 ** floor(log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)


def tick_decimals(values: list[float]) -> int:
    """How many decimals tell the ticks apart."""
    if len(values) < 2:
        return 2
    return max(0, -floor(log10(values[1] - values[0]) + 1e-9))


def label(value: float, axis: Axis, decimals: int) -> str:
    """Write a number of an axis with its unit, as `plain` does without."""
    text = plain(value, axis.numbers, decimals)
    if not axis.unit_short:
        return text
    if axis.unit_is_prefix:
        return f"{axis.unit_short}\u00a0{text}"
    return f"{text}\u00a0{axis.unit_short}"


def plain(value: float, numbers: NumberStyle, decimals: int) -> str:
    """Write a number; from ten million on, in millions (``2,159 M``)."""
    shown = value
    ending = ""
    if abs(value) >= _MILLIONS_FROM * 10:
        shown, ending, decimals = value / _MILLIONS_FROM, "\u00a0M", 0
    text = f"{shown:,.{decimals}f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    marks = {",": numbers.thousands, ".": numbers.decimal}
    return "".join(marks.get(character, character) for character in text) + ending
