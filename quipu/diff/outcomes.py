"""Pure. What is said of the figures of two editions, and what of it flips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from quipu.compare import IndicatorPanel, compare
from quipu.i18n.language import Language
from quipu.model import Catalog
from quipu.pages.benchmark.words import points_text, rank_text, short_verdict
from quipu.prose.sentences import lead, sentence_templates
from quipu.score.benchmarks import Benchmarks, benchmark


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One side: the facts, and what the generator makes of them."""

    catalog: Catalog
    panels: Mapping[str, IndicatorPanel]
    """Of the areas of the first kind."""
    benchmarks: Benchmarks
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Something that is told otherwise than before."""

    kind: str
    """``category``, ``verdict``, ``score``, ``rank`` or ``sentence``."""
    ref_area: str
    subject: str
    """An indicator, a group, or empty."""
    before: str
    """As it is told; empty: nothing was."""
    after: str


def edition_of(catalog: Catalog, as_of: date, language: Language) -> Edition:
    """Compare and score the facts of one side."""
    panels = compare(catalog)
    return Edition(
        catalog=catalog,
        panels=panels,
        benchmarks=benchmark(catalog, panels, as_of),
        language=language,
    )


def flips(before: Edition, after: Edition) -> tuple[Flip, ...]:
    """Everything that is told otherwise: what weighs most first."""
    found = []
    for kind, told in _TELLERS.items():
        old, new = dict(told(before)), dict(told(after))
        for key in dict.fromkeys((*new, *old)):
            if old.get(key, "") != new.get(key, ""):
                subject, area = key
                found.append(
                    Flip(
                        kind=kind,
                        ref_area=area,
                        subject=subject,
                        before=old.get(key, ""),
                        after=new.get(key, ""),
                    )
                )
    return tuple(found)


Told = Iterator[tuple[tuple[str, str], str]]
"""((subject, area), what is told)."""


def _categories(edition: Edition) -> Told:
    places = edition.benchmarks.matrix
    for place in places.places if places else ():
        if place.category:
            yield ("", place.ref_area), place.category


def _verdicts(edition: Edition) -> Told:
    for code, comparison in edition.benchmarks.comparisons.items():
        for area, judged in comparison.judged.items():
            if judged.verdict.is_judged:
                words = short_verdict(
                    edition.language, judged.verdict, comparison.indicator.direction
                )
                yield (code, area), words


def _scores(edition: Edition) -> Told:
    scores = edition.benchmarks.scores
    groups = {node.id for node in scores.scored_groups()} if scores else set()
    for key, score in scores.scores.items() if scores else ():
        if key[0] in groups and score.points is not None:
            yield key, points_text(edition.language, score.points)


def _ranks(edition: Edition) -> Told:
    scores = edition.benchmarks.scores
    for key, score in scores.scores.items() if scores else ():
        if score.rank is not None:
            yield key, rank_text(edition.language, score.rank)


def _sentences(edition: Edition) -> Told:
    catalog = edition.catalog
    templates = sentence_templates(catalog, edition.language)
    comparisons = edition.benchmarks.comparisons
    for area in catalog.main_areas:
        told = lead(catalog, edition.panels, comparisons, area, edition.language, templates)
        for n, sentence in enumerate(told, start=1):
            yield (str(n), area.code), sentence


_TELLERS = {
    "category": _categories,
    "verdict": _verdicts,
    "rank": _ranks,
    "score": _scores,
    "sentence": _sentences,
}
