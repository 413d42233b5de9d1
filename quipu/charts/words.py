"""Pure. The texts of axes: ticks worth naming, numbers as d3 writes them, room they take."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor, log10

from quipu.charts.model import NumberStyle
from quipu.charts.specs import FONT_SIZE

_MILLION = 1_000_000
_GOOD_STEPS = (1.0, 2.0, 5.0)
_WANTED_TICKS = 3
_SLACK = 1.08
"""Page fonts run wider than Arial: system fonts by some 5 %."""

# Advance widths of Arial (and Liberation Sans) in thousandths of the font size.
_WIDTHS = {
    **dict.fromkeys("abdeghnopqu0123456789_#$?L«»", 556),
    **dict.fromkeys("ckszvxyJ", 500),
    **dict.fromkeys("ijl'", 222),
    **dict.fromkeys("ft/.,:;!|[] \u00a0·", 278),
    **dict.fromkeys("r()-`", 333),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("m", 833),
    **dict.fromkeys("M", 833),
    **dict.fromkeys("I", 278),
    **dict.fromkeys("W", 944),
    **dict.fromkeys("%", 889),
    **dict.fromkeys("+−=<>~", 584),
    **dict.fromkeys("…@", 1000),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelStyle:
    """How the numbers of one axis are written; Vega and `write` follow the same one."""

    divisor: int
    """Large amounts are shown in millions (``M``), which Spanish and English share."""
    decimals: int
    prefix: str
    suffix: str
    numbers: NumberStyle

    @property
    def pattern(self) -> str:
        """The d3 format of the number."""
        return f",.{self.decimals}f"

    @property
    def values(self) -> dict[str, object]:
        """The parameters of a spec that writes such labels."""
        return {
            "divisor": self.divisor,
            "pattern": self.pattern,
            "prefix": self.prefix,
            "suffix": self.suffix,
        }

    def write(self, value: float) -> str:
        """Write a number as d3 would, with its unit."""
        return self.prefix + d3_format(value / self.divisor, self.decimals, self.numbers) + self.suffix


def label_style(
    domain: tuple[float, float],
    *,
    decimals: int,
    unit: str,
    unit_is_prefix: bool,
    numbers: NumberStyle,
) -> LabelStyle:
    """Choose how an axis over *domain* writes its numbers."""
    large = max(abs(end) for end in domain) >= _MILLION
    magnitude = "\u00a0M" if large else ""
    return LabelStyle(
        divisor=_MILLION if large else 1,
        decimals=decimals,
        prefix=f"{unit}\u00a0" if unit and unit_is_prefix else "",
        suffix=magnitude + (f"\u00a0{unit}" if unit and not unit_is_prefix else ""),
        numbers=numbers,
    )


def d3_format(value: float, decimals: int, numbers: NumberStyle) -> str:
    """Write a number as d3's ``,.Nf`` does.

    Halves go away from zero on the exact binary value, as JavaScript's toFixed; the minus
    is U+2212; what rounds to zero has none.
    """
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(rounded):,f}".partition(".")
    sign = "−" if rounded < 0 else ""
    digits = whole.replace(",", numbers.thousands)
    return sign + digits + (numbers.decimal + fraction if fraction else "")


def nice_ticks(domain: tuple[float, float]) -> tuple[tuple[float, ...], float]:
    """Choose about three round values inside a domain.

    Returns:
        The values, two or more, and the step between them.
    """
    low, high = domain
    span = high - low
    exponent = floor(log10(span))
    steps = [good * 10.0**power for power in range(exponent - 2, exponent + 1) for good in _GOOD_STEPS]
    counts = {step: floor(high / step + 1e-9) - ceil(low / step - 1e-9) + 1 for step in steps}
    step = min(
        (step for step in steps if counts[step] > 1),
        key=lambda step: (abs(counts[step] - _WANTED_TICKS), -step),
    )
    first = ceil(low / step - 1e-9)
    # Through text, so that 3 * 0.1 is 0.3.
    return tuple(float(f"{(first + n) * step:.12g}") for n in range(counts[step])), step


def decimals_of(step: float) -> int:
    """How many decimals it takes to tell neighbours *step* apart."""
    return max(0, -floor(log10(step) + 1e-9))


def text_width(text: str) -> float:
    """Estimate the room a text takes at the size of the charts, in units; rather too much."""
    total = 0
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            continue
        wide = unicodedata.east_asian_width(char) in "WF"
        total += _WIDTHS.get(char, 1000 if wide else 667)
    return total * FONT_SIZE * _SLACK / 1000


def cut(text: str, room: float) -> str:
    """Shorten a text with an ellipsis until it fits."""
    if text_width(text) <= room:
        return text
    kept = text
    while kept and text_width(kept + "…") > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def room_for(width: float, *, step: int = 8) -> int:
    """Round a width up, so that charts with about the same labels share a frame."""
    return ceil(width / step) * step
