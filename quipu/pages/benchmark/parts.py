"""Pure. The rows of an arithmetic: what each part of a score or of an axis brings to it."""

from __future__ import annotations

from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.model import Observation
from quipu.pages.benchmark.words import points_text, share_text
from quipu.pages.book import Book
from quipu.pages.figures import is_old
from quipu.score.values import Part
from quipu.views import Link, PartView


def subject_link(book: Book, subject: str, page: str) -> Link:
    """Link to an indicator or to a group."""
    indicator = book.catalog.indicators_by_id.get(subject)
    if indicator is None:
        return book.domain_link(subject, page)
    return book.indicator_link(indicator, page)


def part_row(
    book: Book,
    part: Part,
    parts: tuple[Part, ...],
    page: str,
    *,
    figure: str,
    note: str,
    scale: str,
) -> PartView:
    """A part as a row.

    Args:
        book: The facts in the page's language.
        part: The one that the row is of.
        parts: All that it is averaged with.
        page: The file it is shown on, for the link.
        figure: The value behind it with its date; empty for a group or a missing one.
        note: Why it is missing, or that its value lies beyond the goalposts.
        scale: The values that earn 0 and 100; empty for a group.
    """
    return PartView(
        link=subject_link(book, part.subject, page),
        figure=figure,
        points=points_or_dash(book.language, part.points),
        share=part_share(book.language, part, parts),
        note=note,
        is_missing=part.points is None,
        scale=scale,
    )


def points_or_dash(language: Language, points: float | None) -> str:
    """Points, or a dash where there are none."""
    return DASH if points is None else points_text(language, points)


def part_share(language: Language, part: Part, parts: tuple[Part, ...]) -> str:
    """The share of the weight that a part has; empty where all parts weigh the same."""
    if len({one.weight for one in parts}) == 1:
        return ""
    return DASH if part.points is None else share_text(language, part.share)


def beyond_words(language: Language) -> str:
    """Say that a value lies beyond its goalposts."""
    return language._("la cifra pasa el umbral: no suma ni resta más")


def dated_value(book: Book, observation: Observation, *, tells_age: bool = False) -> str:
    """A value with its date: ``72.3 % (2024)``; with *tells_age*, whether it is an old one."""
    assert observation.value is not None  # asked by the callers
    language = book.language
    indicator = book.catalog.indicators_by_id[observation.indicator]
    date = language.formats.period(observation.period)
    if tells_age and is_old(book, indicator, observation):
        date = language._("{date}, dato antiguo", date=date)
    return f"{language.value(indicator, observation.value)} ({date})"


def mean_text(book: Book, parts: list[Part], total: float) -> str:
    """A weighted mean as arithmetic: ``(65.8 + 98.7) ÷ 2 = 82.3``."""
    language = book.language
    numbers = [points_text(language, part.points or 0.0) for part in parts]
    weights = {part.weight for part in parts}
    if len(weights) == 1:
        divisor = str(len(parts))
        terms = numbers
    else:
        terms = [f"{n} × {p.weight:g}" for n, p in zip(numbers, parts, strict=True)]
        divisor = f"{sum(p.weight for p in parts):g}"
    return f"({' + '.join(terms)}) ÷ {divisor} = {points_text(language, total)}"
