"""Pure. What figures suggest for a SWOT: only what chance does not explain at 99.8 %.

Opportunities and threats are of what surrounds an entity, and no figure here tells of that. An
indicator that has no better end suggests nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quipu.model import Indicator
from quipu.model.priorities import Quadrant
from quipu.score.judge import BenchmarkKind, Comparison, Judged, Verdict
from quipu.vocab import Direction, IndicatorStatus

_SIDES = {Verdict.BETTER: Quadrant.STRENGTH, Verdict.WORSE: Quadrant.WEAKNESS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A strength or a weakness that a figure suggests."""

    quadrant: Quadrant
    indicator: Indicator
    judged: Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What the figures of an area suggest, and among how many."""

    found: tuple[Suggestion, ...]
    """In the order of the comparisons."""
    compared: int
    """Figures of the area that could be told apart from a national benchmark at 99.8 %."""


def suggestions(comparisons: Mapping[str, Comparison], area: str) -> Suggestions:
    """What the figures of an area suggest.

    Args:
        comparisons: Each indicator beside its benchmark, by indicator id.
        area: Code of the area.
    """
    found: list[Suggestion] = []
    compared = 0
    for comparison in comparisons.values():
        indicator, judged = comparison.indicator, comparison.judged.get(area)
        is_national = comparison.benchmark.kind is BenchmarkKind.NATIONAL
        has_sense = indicator.direction is not Direction.NEUTRAL
        is_live = indicator.status is IndicatorStatus.LIVE
        if judged is None or not (is_national and has_sense and is_live):
            continue
        compared += judged.headline.is_judged
        if judged.headline in _SIDES:
            quadrant = _SIDES[judged.headline]
            found.append(Suggestion(quadrant=quadrant, indicator=indicator, judged=judged))
    return Suggestions(found=tuple(found), compared=compared)
