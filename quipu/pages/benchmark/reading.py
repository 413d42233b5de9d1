"""Pure. What may be said of one figure: beside its benchmark, or on its own scale."""

from __future__ import annotations

from quipu.i18n.language import Language
from quipu.model import Observation
from quipu.pages.benchmark.words import points_text, sign, verdict_words
from quipu.prose.sentences import benchmark_words
from quipu.score.benchmarks import Benchmarks

BANDS = (40.0, 70.0)
"""Points from which on a value without interval lies in the middle and the upper band."""
_BAND_SIGNS = ("◔", "◑", "◕")


def reading(language: Language, benchmarks: Benchmarks, observation: Observation) -> str:
    """Say where a figure stands, with a shape before the words.

    A figure with an interval is told beside its benchmark. One without an interval that
    enters a score is told by the band of its own fixed scale. Of the others nothing is said.
    """
    comparison = benchmarks.comparisons.get(observation.indicator)
    judged = comparison.judged.get(observation.ref_area) if comparison else None
    if (
        comparison is not None
        and judged is not None
        and judged.observation == observation
        and judged.verdict.is_judged
    ):
        words = verdict_words(
            language, judged.verdict, benchmark_words(language, comparison, judged.benchmark)
        )
        shape = sign(judged.verdict, comparison.indicator.direction)
        return language.contracted(f"{shape} {words}")
    return _band(language, benchmarks, observation)


def _band(language: Language, benchmarks: Benchmarks, observation: Observation) -> str:
    scores = benchmarks.scores
    score = scores.of(observation.indicator, observation.ref_area) if scores else None
    if score is None or score.points is None or score.observation != observation:
        return ""
    _ = language._
    band = sum(score.points >= end for end in BANDS)
    words = (
        _("tramo bajo del método"),
        _("tramo medio del método"),
        _("tramo alto del método"),
    )[band]
    return language._(
        "{sign} {band} {version}: {points} de 100 puntos",
        sign=_BAND_SIGNS[band],
        band=words,
        version=scores.method.version if scores else "",
        points=points_text(language, score.points),
    )
