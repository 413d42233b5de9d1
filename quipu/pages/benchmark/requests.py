"""Pure. The charts of the benchmark: rank intervals, intervals of values, funnels, the matrix."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from quipu.charts import (
    FunnelPoint,
    FunnelRequest,
    Mark,
    RangeRow,
    RangesRequest,
)
from quipu.i18n.language import Language
from quipu.model import Catalog, Indicator
from quipu.pages.benchmark.words import rank_text
from quipu.pages.grounds import short_code
from quipu.pages.requests import MOST_ROWS, short_value
from quipu.prose.sentences import is_above
from quipu.score.judge import Comparison, Judged
from quipu.score.values import RankInterval, Score, ScoreSet
from quipu.stats.funnel import poisson_limits, proportion_limits
from quipu.stats.intervals import Z95, Z998
from quipu.vocab import IndicatorType

MOST_POINTS = 3_000
"""Areas that a funnel shows: their points weigh about as much as half a page may."""
_CURVE_POINTS = 48
_LABELLED = 4
"""Areas that a funnel names: those furthest outside at either end."""


def ranks_key(group: str, language: Language) -> str:
    """The key of the rank intervals of a group."""
    return f"ranks {group} {language.code}"


def intervals_key(comparison: Comparison, language: Language) -> str:
    """The key of the intervals of an indicator."""
    return f"intervals {_field(comparison)} {language.code}"


def funnel_key(comparison: Comparison, language: Language) -> str:
    """The key of the funnel of an indicator."""
    return f"funnel {_field(comparison)} {language.code}"


def _field(comparison: Comparison) -> str:
    """What is compared: an indicator, in the areas of one kind, any of which tells which."""
    return f"{comparison.indicator.id} {next(iter(comparison.judged), '-')}"


def has_intervals(comparison: Comparison) -> bool:
    """Whether enough areas have an interval, and few enough to be drawn."""
    known = sum(judged.lower is not None for judged in comparison.judged.values())
    return known >= 2 and len(comparison.judged) <= MOST_ROWS


def has_funnel(comparison: Comparison) -> bool:
    """Whether values rest on counts and are set beside one value for all, that leaves room.

    Around none of the cases, or all of them, chance spreads nothing: there is no funnel to see.
    Nor is there one of so many areas that its points would make the page heavy.
    """
    benchmark = comparison.benchmark.value
    if not comparison.is_counted or benchmark is None or len(comparison.judged) > MOST_POINTS:
        return False
    is_share = comparison.indicator.type is IndicatorType.PERCENTAGE
    most = comparison.scale if is_share else math.inf
    return 0 < benchmark < most and any(
        judged.observation.denominator for judged in comparison.judged.values()
    )


def ranked(scores: ScoreSet, group: str) -> list[tuple[Score, RankInterval]]:
    """The areas that have a rank on a group, from the first, equal medians by area."""
    found = [
        (score, score.rank)
        for area in scores.sheet.areas
        if (score := scores.of(group, area)) is not None and score.rank is not None
    ]
    return sorted(found, key=lambda one: (one[1].median, one[1].low, one[1].high))


def ranks_request(
    catalog: Catalog, scores: ScoreSet, group: str, language: Language
) -> RangesRequest | None:
    """The rank intervals of a group; None where too few or too many areas have one."""
    rows = ranked(scores, group)
    if not 2 <= len(rows) <= MOST_ROWS:
        return None
    # Areas without a rank of their own may still have taken places in some of the draws.
    last = max(len(rows), *(math.ceil(rank.high) for _score, rank in rows))
    ordinal = language.formats.ordinal
    return RangesRequest(
        rows=tuple(
            RangeRow(
                area=score.ref_area,
                label=language.text(catalog.areas_by_code[score.ref_area].names),
                value_text=_places(rank),
                low=rank.low,
                mid=rank.median,
                high=rank.high,
                mark="same",
                title=rank_text(language, rank),
            )
            for score, rank in rows
        ),
        domain=(1.0, float(last)),
        low_label=ordinal(1),
        high_label=ordinal(last),
    )


def _places(rank: RankInterval) -> str:
    """The places of an interval; one where both ends are the same."""
    low, high = math.floor(rank.low), math.ceil(rank.high)
    return str(low) if low == high else f"{low}–{high}"


def sorted_judged(comparison: Comparison) -> list[Judged]:
    """The figures of a comparison from the highest, equal ones by area."""
    return sorted(comparison.judged.values(), key=lambda j: -(j.observation.value or Decimal(0)))


def intervals_request(
    catalog: Catalog, comparison: Comparison, language: Language
) -> RangesRequest | None:
    """The areas with their intervals; None where too few have one, or they are too many."""
    if not has_intervals(comparison):
        return None
    indicator, rows = comparison.indicator, sorted_judged(comparison)
    numbers = [n for j in rows for n in (j.lower, j.upper, _value(j)) if n is not None]
    reference = comparison.benchmark.value
    if reference is not None:
        numbers.append(reference)
    if indicator.type is not IndicatorType.SCORE:
        numbers.append(0.0)
    return RangesRequest(
        rows=tuple(
            RangeRow(
                area=j.observation.ref_area,
                label=language.text(catalog.areas_by_code[j.observation.ref_area].names),
                value_text=short_value(language, indicator, j.observation.value or Decimal(0)),
                # Limits come of the counts, a value may be rounded: the span holds its point.
                low=None if j.lower is None else min(j.lower, _value(j)),
                mid=_value(j),
                high=None if j.upper is None else max(j.upper, _value(j)),
                mark=_mark(comparison, j),
            )
            for j in rows
        ),
        domain=_domain(numbers),
        reference=reference,
        reference_label="" if reference is None else short_value(language, indicator, reference),
    )


def _domain(numbers: Sequence[float]) -> tuple[float, float]:
    """From the least to the most; equal numbers stand in the middle of some room."""
    low, high = min(numbers), max(numbers)
    room = 0.0 if low < high else abs(low) / 10 or 1.0
    return low - room, high + room


def funnel_request(
    catalog: Catalog, comparison: Comparison, language: Language
) -> FunnelRequest | None:
    """The areas by value and size; None where there is no funnel to see."""
    indicator, benchmark = comparison.indicator, comparison.benchmark.value
    if benchmark is None or not has_funnel(comparison):
        return None
    rows = [j for j in comparison.judged.values() if j.observation.denominator]
    sizes = [math.log10(float(j.observation.denominator or 1)) for j in rows]
    room = max((max(sizes) - min(sizes)) * 0.06, 0.05)
    left, right = min(sizes) - room, max(sizes) + room
    grid = [float(x) for x in np.linspace(left, right, _CURVE_POINTS)]
    curves = [_curve(comparison, grid, z, end) for z in (Z95, Z998) for end in (0, 1)]
    top = max([_value(j) for j in rows] + [benchmark]) * 1.08
    named = _outermost(rows)
    return FunnelRequest(
        points=tuple(
            FunnelPoint(
                area=j.observation.ref_area,
                x=size,
                y=_value(j),
                mark=_mark(comparison, j),
                title=_funnel_title(catalog, language, indicator, j),
                label=short_code(catalog.areas_by_code[j.observation.ref_area])
                if j.observation.ref_area in named
                else "",
            )
            for j, size in zip(rows, sizes, strict=True)
        ),
        x_domain=(left, right),
        y_domain=(0.0, top),
        benchmark=benchmark,
        benchmark_label=short_value(language, indicator, benchmark),
        lower_95=curves[0],
        upper_95=curves[1],
        lower_998=curves[2],
        upper_998=curves[3],
        x_ticks=_size_ticks(language, min(sizes), max(sizes)),
        y_ticks=tuple(
            (y, short_value(language, indicator, y)) for y in (0.0, top / 2.16, top / 1.08)
        ),
        x_title=language._("Denominador (escala logarítmica)"),
        y_title=language.text(indicator.unit.names),
    )


def _size_ticks(language: Language, low: float, high: float) -> tuple[tuple[float, str], ...]:
    """The ends of the sizes and their middle, each label once: sizes may be all but equal."""
    found: dict[str, float] = {}
    for x in (low, (low + high) / 2, high):
        found.setdefault(language.formats.compact(round(10**x)), x)
    return tuple((x, text) for text, x in found.items())


def _curve(
    comparison: Comparison, grid: Sequence[float], z: float, end: int
) -> tuple[tuple[float, float], ...]:
    """A limit of the funnel along the sizes, in the unit of the indicator."""
    benchmark, scale = comparison.benchmark.value or 0.0, comparison.scale
    sizes = 10.0 ** np.asarray(grid)
    if comparison.indicator.type is IndicatorType.PERCENTAGE:
        limits = proportion_limits(benchmark / scale, sizes, z)[end] * scale
    else:
        limits = poisson_limits(sizes * benchmark / scale, z)[end] / sizes * scale
    return tuple((float(x), float(y)) for x, y in zip(grid, limits, strict=True))


def _outermost(rows: Sequence[Judged]) -> set[str]:
    """A few of the areas that chance does not explain, from both ends.

    None where most lie outside: the spread then has other causes, and the funnel points at nobody.
    """
    told = sorted((j for j in rows if j.headline.differs), key=_value)
    if 2 * len(told) > sum(j.verdict.is_judged for j in rows):
        return set()
    return {j.observation.ref_area for j in (*told[:_LABELLED], *told[-_LABELLED:])}


def _mark(comparison: Comparison, judged: Judged) -> Mark:
    """The shape of a figure: on which side of the benchmark it lies, if on any."""
    if not judged.verdict.is_judged:
        return "none"
    if not judged.verdict.differs:
        return "same"
    return "up" if is_above(judged.verdict, comparison.indicator.direction) else "down"


def _funnel_title(
    catalog: Catalog, language: Language, indicator: Indicator, judged: Judged
) -> str:
    name = language.text(catalog.areas_by_code[judged.observation.ref_area].names)
    value = language.value(indicator, judged.observation.value or Decimal(0))
    return f"{name}: {value}"


def _value(judged: Judged) -> float:
    return float(judged.observation.value or 0)
