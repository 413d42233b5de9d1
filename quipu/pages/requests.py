"""Pure. What is asked of the charts of figures: strips, rankings, spreads.

Each chart has a key: what has the same key looks the same, so that languages that write
numbers alike share their charts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from quipu.charts import (
    Bin,
    DistributionRequest,
    DotRow,
    DotsRequest,
    NumberStyle,
    StripRequest,
    bins,
)
from quipu.compare import Compared, IndicatorPanel
from quipu.i18n.language import Language
from quipu.model import Indicator, Observation
from quipu.vocab import IndicatorType

MOST_ROWS = 60
"""Areas that a chart has room for one by one; of more, it shows how they are spread."""
MOST_LISTED = 250
"""Areas that a table of a page lists; more are told on pages of their own, and in the files."""
_MAX_UNIT_CHARACTERS = 3
_FEW_VALUES, _FEW_LEVELS = 5, 12
"""Values told one by one: of a measure, and of levels that have names."""
_FROM_ZERO = (IndicatorType.COUNT, IndicatorType.AMOUNT, IndicatorType.RATE)
_PADDING = 0.06


def number_style(language: Language) -> NumberStyle:
    """How a language writes the numbers of an axis."""
    formats = language.formats
    return NumberStyle(decimal=formats.decimal_mark, thousands=formats.thousands_mark)


def strip_key(panel: IndicatorPanel, language: Language) -> str:
    """The key of an indicator's strip."""
    return f"strip {field_key(panel)} {style_key(language)} {axis_unit(panel.indicator, language)}"


def dots_key(panel: IndicatorPanel, language: Language) -> str:
    """The key of an indicator's ranking chart."""
    return f"dots {field_key(panel)} {language.code}"


def field_key(panel: IndicatorPanel) -> str:
    """What is set side by side: an indicator, in one kind of areas."""
    return f"{panel.indicator.id} {panel.areas[0].kind if panel.areas else '-'}"


def style_key(language: Language) -> str:
    """What languages that write numbers alike have in common."""
    return f"{language.formats.decimal_mark}{language.formats.thousands_mark}"


def axis_unit(indicator: Indicator, language: Language) -> str:
    """The unit next to an axis label, where it is short enough to stand there."""
    unit = language.text(indicator.unit.short)
    return unit if len(unit) <= _MAX_UNIT_CHARACTERS else ""


def has_spread(compared: Compared) -> bool:
    """Whether the values differ, so that a scale can be drawn."""
    return compared.observations[0].value != compared.observations[-1].value


def strip_request(panel: IndicatorPanel, language: Language) -> StripRequest | None:
    """The strip of an indicator; None where nothing is compared, or all values are equal."""
    compared, indicator = panel.compared, panel.indicator
    if compared is None or not has_spread(compared):
        return None
    values = tuple((o.ref_area, value_of(o)) for o in compared.observations)
    return StripRequest(
        domain=(values[-1][1], values[0][1]),
        values=values,
        median=float(compared.median),
        numbers=number_style(language),
        decimals=indicator.decimals,
        unit_short=axis_unit(indicator, language),
        unit_is_prefix=indicator.unit.is_prefix,
    )


def dots_request(panel: IndicatorPanel, language: Language) -> DotsRequest | None:
    """The ranking chart of an indicator; None where there is nothing to draw, or too much."""
    compared, indicator = panel.compared, panel.indicator
    if compared is None or not has_spread(compared) or len(panel.areas) > MOST_ROWS:
        return None
    numbers = [value_of(o) for o in compared.observations]
    from_zero = indicator.type in _FROM_ZERO and min(numbers) >= 0
    low = 0.0 if from_zero else min(numbers)
    names = {area.code: language.text(area.names) for area in panel.areas}
    middle, shown = language._("Mediana"), short_value(language, indicator, compared.median)
    return DotsRequest(
        rows=tuple(
            DotRow(
                code=o.ref_area,
                label=names[o.ref_area],
                value=value_of(o),
                value_label=short_value(language, indicator, o.value or Decimal(0)),
            )
            for o in compared.observations
        ),
        domain=(low, max(numbers)) if from_zero else padded(numbers),
        zero_based=from_zero,
        reference=((float(compared.median), f"{middle} {shown}"),),
    )


def short_value(language: Language, indicator: Indicator, value: Decimal | float) -> str:
    """A value as it fits a chart: exact below a hundred thousand, in short form above."""
    if not -100_000 < value < 100_000:
        return language.formats.compact(value)
    return language.bare_value(indicator, value)


def distribution_key(panel: IndicatorPanel, language: Language) -> str:
    """The key of the spread of an indicator's values."""
    return f"distribution {field_key(panel)} {language.code}"


def distribution_request(panel: IndicatorPanel, language: Language) -> DistributionRequest | None:
    """How the values of many areas are spread.

    None where each has a row of its own, and where the values are few: those are counted one
    by one, for between «no» and «yes» there is no stretch.
    """
    compared, indicator = panel.compared, panel.indicator
    if compared is None or len(panel.areas) <= MOST_ROWS or has_few_values(panel):
        return None
    parted = bins([value_of(o) for o in compared.observations], indicator.decimals)
    middle = language._("Mediana")
    return DistributionRequest(
        bins=parted,
        titles=tuple(_stretches(language, indicator, parted)),
        domain=(parted[0][0], parted[-1][1]),
        median=float(compared.median),
        numbers=number_style(language),
        decimals=indicator.decimals,
        median_label=f"{middle} {short_value(language, indicator, compared.median)}",
        fifths=tuple(float(low) for _, low, _ in compared.classes[1:]),
        unit_short=axis_unit(indicator, language),
        unit_is_prefix=indicator.unit.is_prefix,
    )


def has_few_values(panel: IndicatorPanel) -> bool:
    """Whether the values compared are so few that each can be told, as with «yes» and «no»."""
    if panel.compared is None:
        return False
    is_named = panel.indicator.type in (IndicatorType.BINARY, IndicatorType.ORDINAL)
    most = _FEW_LEVELS if is_named else _FEW_VALUES
    return len({o.value for o in panel.compared.observations}) <= most


def _stretches(language: Language, indicator: Indicator, parted: Sequence[Bin]) -> Iterator[str]:
    """What each bar holds: its low end, and only the last its high end too."""
    for place, (low, high, count) in enumerate(parted, start=1):
        ends = {"low": language.value(indicator, low), "high": language.value(indicator, high)}
        if place < len(parted):
            yield language.plural(
                "De {low} a menos de {high}: {n} área",
                "De {low} a menos de {high}: {n} áreas",
                count,
                **ends,
            )
        else:
            yield language.plural(
                "De {low} a {high}: {n} área", "De {low} a {high}: {n} áreas", count, **ends
            )


def value_of(observation: Observation) -> float:
    """The value of an observation that has one."""
    assert observation.value is not None  # charts are only asked of observations with a value
    return float(observation.value)


def padded(numbers: Sequence[float]) -> tuple[float, float]:
    """A scale with some room at both ends, that does not pass zero."""
    low, high = min(numbers), max(numbers)
    room = (high - low) * _PADDING or max(abs(high) * _PADDING, 1.0)
    return (max(0.0, low - room) if low >= 0 else low - room, high + room)
