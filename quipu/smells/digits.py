"""Pure. The digits of figures: rounded by somebody, in part, or made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from quipu.findings import Finding
from quipu.model import Indicator, Observation
from quipu.stats.surprise import upper_tail
from quipu.vocab import IndicatorType

_LEVEL_OF_DECIMALS = 1e-3
_LEVEL_OF_HEAPS = 1e-4
_LEAST_VALUES = 10
_TENTH = 0.1
"""How often the last digit is 0, which spreadsheets then leave out."""
_FIFTH = 0.2
"""How often the last digit is 0 or 5."""
_LEAST_SIZE = 100
"""From the third digit on, digits are as good as uniform (Benford's law)."""


def mixed_decimals(
    indicator: Indicator, by_period: Mapping[str, Sequence[Observation]]
) -> Iterator[Finding]:
    """Point at a period whose figures have some more decimals than the others.

    If all were published with as many as the longest has, one in ten would lack its last,
    being 0. An exact binomial test (`upper_tail`) of those that are shorter, with 10 figures
    or more; false alarms: one in 1,000 periods. 0 is left alone, being the same with any number
    of decimals. Either some were rounded, or a point that parts thousands was taken for the
    decimal one («1.234»).
    """
    if indicator.type is IndicatorType.COUNT:
        return
    for period, every in by_period.items():
        rows = [row for row in every if row.value]
        lengths = [_decimals(row.value) for row in rows]
        longest = max(lengths, default=0)
        short = sum(length < longest for length in lengths)
        if len(rows) < _LEAST_VALUES or not short or longest == 0:
            continue
        if upper_tail(short, len(rows), _TENTH) >= _LEVEL_OF_DECIMALS:
            continue
        is_minority = short > len(rows) / 2
        # Whichever are fewer are the ones to look at.
        odd = next(
            row
            for row, length in zip(rows, lengths, strict=True)
            if (length == longest) is is_minority
        )
        params = {
            "count": str(min(short, len(rows) - short)),
            "total": str(len(rows)),
            "period": period,
            "value": str(odd.value),
            "cause": "decimals-more" if is_minority else "decimals-fewer",
        }
        yield Finding(code="W349", where=odd.origin, field="value", params=params)


def _decimals(value: Decimal | None) -> int:
    exponent = value.as_tuple().exponent if value is not None else 0
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def heaped_digits(indicator: Indicator, rows: Sequence[Observation]) -> Iterator[Finding]:
    """Point at counts or amounts of which too many end in 0 or 5.

    An exact binomial test (`upper_tail`) against one in five. Only of figures that have three
    digits or more once the zeros that all of them end in are taken away (an amount published
    in thousands is not heaped), each area's same figure once. Six are enough if all of them
    end so; false alarms: one in 10,000 indicators. Figures that are computed, estimated or
    counted in fives end so by themselves: the warning asks, and says nothing more.

    Source:
        Beber and Scacco, What the Numbers Say: A Digit-Based Test for Election Fraud,
        Political Analysis 20 (2012), 211-234; Hill, Statistical Science 10 (1995), 354-363.
    """
    if indicator.type not in (IndicatorType.COUNT, IndicatorType.AMOUNT):
        return
    units = {(row.ref_area, _in_units(row.value)) for row in rows if row.value}
    sizes = [size for _, size in units if size]
    if indicator.type is IndicatorType.AMOUNT:
        sizes = _without_common_zeros(sizes)
    large = [size for size in sizes if size >= _LEAST_SIZE]
    heaped = sum(size % 5 == 0 for size in large)
    if large and upper_tail(heaped, len(large), _FIFTH) < _LEVEL_OF_HEAPS:
        params = {"count": str(heaped), "total": str(len(large))}
        yield Finding(code="W350", where=rows[0].origin, field="value", params=params)


def _in_units(value: Decimal | None) -> int:
    """The digits of a whole figure; 0 for one with decimals, whose last may be left out."""
    return abs(int(value)) if value is not None and value == int(value) else 0


def _without_common_zeros(sizes: Sequence[int]) -> list[int]:
    """Figures in the unit that all of them are published in, such as thousands."""
    scaled = list(sizes)
    while scaled and all(size % 10 == 0 for size in scaled):
        scaled = [size // 10 for size in scaled]
    return scaled
