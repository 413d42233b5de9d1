"""Pure. What the figures of an indicator's row must satisfy, each alone and among themselves.

Only yes or no: what to say about a no is told where a row is looked at closely.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quipu.model import Indicator
from quipu.vocab import IndicatorType

_WHOLE = (IndicatorType.COUNT, IndicatorType.ORDINAL, IndicatorType.BINARY)
_SIGNED = (IndicatorType.AMOUNT, IndicatorType.SCORE)
_SCALES = {"percent": 100, "%": 100, "per_100k": 100_000, "fte_per_1000": 1_000}
_HALVES = tuple(Decimal(1).scaleb(-decimals) / 2 for decimals in range(40))
"""Half of the last place, by the number of decimals; no cell of a number is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an indicator allows, worked out once a table."""

    is_whole: bool
    is_binary: bool
    is_signed: bool
    low: Decimal | None
    high: Decimal | None
    largest_share: Decimal | None
    """How many percent of its whole a part may be; None: any number."""
    scale: Decimal | None
    """What a ratio is multiplied by to give the value; None when the unit does not say."""

    def is_wrong_type(self, value: Decimal) -> bool:
        """Whether a value is broken or negative where its type is neither."""
        return (
            (self.is_whole and value != value.to_integral_value())
            or (self.is_binary and value not in (0, 1))
            or (not self.is_signed and value < 0)
        )

    def is_out_of_range(self, value: Decimal) -> bool:
        """Whether a value lies below the lowest or above the highest that can be."""
        is_below = self.low is not None and value < self.low
        return is_below or (self.high is not None and value > self.high)

    def is_no_ratio(self, numerator: Decimal, denominator: Decimal) -> bool:
        """Whether the one cannot be a part of the other."""
        if denominator <= 0 or numerator < 0:
            return True
        share = self.largest_share
        return share is not None and numerator * 100 > denominator * share

    def expected(self, numerator: Decimal, denominator: Decimal) -> Decimal | None:
        """The value that a ratio gives; None when the unit does not say."""
        return None if self.scale is None else numerator / denominator * self.scale


def limits_of(indicator: Indicator) -> Limits:
    """Work out what an indicator allows."""
    low, high = indicator.valid_min, indicator.valid_max
    is_share = indicator.type is IndicatorType.PERCENTAGE
    has_no_range = low is None and high is None
    scale = 100 if is_share else _SCALES.get(indicator.unit.code)
    return Limits(
        is_whole=indicator.type in _WHOLE,
        is_binary=indicator.type is IndicatorType.BINARY,
        is_signed=indicator.type in _SIGNED,
        low=Decimal(0) if is_share and has_no_range else low,
        high=Decimal(100) if is_share and has_no_range else high,
        largest_share=_largest_share(indicator) if is_share else None,
        scale=Decimal(scale) if scale else None,
    )


def _largest_share(indicator: Indicator) -> Decimal | None:
    """A part is never larger than its whole, unless the indicator allows more than 100 %."""
    if indicator.valid_max is not None:
        return max(indicator.valid_max, Decimal(100))
    return Decimal(100) if indicator.valid_min is None else None


def interval_fits(
    limits: Limits, value: Decimal | None, lower: Decimal | None, upper: Decimal | None
) -> bool:
    """Whether nothing is to be said of an interval: it holds the value, within what can be."""
    is_outside = any(end is not None and limits.is_out_of_range(end) for end in (lower, upper))
    return not is_outside and not misplaced_end(value, lower, upper)


def decimals_of(cell: str) -> int:
    """How many decimals a number is written with."""
    return len(cell.partition(".")[2])


def misses(value: Decimal, decimals: int, expected: Decimal) -> bool:
    """Whether a value is another than expected, as far as its decimals can show it."""
    # The value may be rounded to the decimals it is written with, never more.
    return abs(expected - value) > _HALVES[decimals]


def misplaced_end(value: Decimal | None, lower: Decimal | None, upper: Decimal | None) -> str:
    """The end of an interval that is in the wrong place; empty when the value lies within."""
    if value is not None and upper is not None and value > upper:
        return "upper"
    is_below = value is not None and lower is not None and value < lower
    ends_cross = lower is not None and upper is not None and lower > upper
    return "lower" if is_below or ends_cross else ""
