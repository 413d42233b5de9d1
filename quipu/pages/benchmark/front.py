"""Pure. What the first page says of the benchmark: the matrix in brief, tiers, why no index."""

from __future__ import annotations

from collections import defaultdict

from quipu.i18n.kinds import words_of
from quipu.model import Group
from quipu.pages.addresses import relative
from quipu.pages.benchmark.crowd import is_crowded, tier_counts
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.matrix import category_view
from quipu.pages.benchmark.scores import absent_reason, is_scored
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical
from quipu.views import HomeMatrix, Link, TierView


def home_matrix(book: Book, page: str) -> HomeMatrix | None:
    """The matrix in brief; None where no area has a place."""
    places = book.benchmarks.matrix
    if places is None or not places.placed:
        return None
    language = book.language
    missing = len(places.places) - len(places.placed)
    is_told = is_crowded(places.places)
    views = [category_view(book, places, c, page) for c in places.matrix.categories]
    return HomeMatrix(
        link=Link(href=relative(page, book.path("matrix")), text=language._("Ver la matriz")),
        label=language.text(places.matrix.labels),
        confidence=language.text(places.matrix.confidence),
        lead=language._(
            "Cruza las capacidades de cada {kind} con sus señales de riesgo y propone cómo "
            "organizar su integridad y qué hacer primero. No es un orden de mejor a peor.",
            kind=words_of(language, book.areas[0].kind).one,
        ),
        categories=tuple(view for view in views if view.areas or view.count),
        file=computed_links(book, page, ("matrix",)) if is_told else (),
        missing=language.plural(
            "{n} área no se puede clasificar: faltan cifras propias.",
            "{n} áreas no se pueden clasificar: faltan cifras propias.",
            missing,
        )
        if missing
        else "",
    )


def root_of_index(book: Book) -> Group | None:
    """The group above all domains that are scored; None where the method has no such group."""
    scores = book.benchmarks.scores
    if scores is None:
        return None
    roots = [g for g in book.catalog.groups if not g.parent and is_scored(scores, g.id)]
    above = [g for g in roots if any(o.parent == g.id for o in book.catalog.groups)]
    return above[0] if above else None


def home_tiers(book: Book, page: str) -> tuple[TierView, ...]:
    """Areas by tiers of the index: groups, not places."""
    root, scores = root_of_index(book), book.benchmarks.scores
    if root is None or scores is None:
        return ()
    if is_crowded(scores.sheet.areas):
        return tier_counts(book, scores, root.id, page)
    tiers: dict[int, list[Link]] = defaultdict(list)
    for area in alphabetical(book):
        score = scores.of(root.id, area.code)
        if score is not None and score.tier:
            tiers[score.tier].append(book.area_link(area, page))
    return tuple(
        TierView(name=book.language._("Grupo {n}", n=n), text="", links=tuple(links))
        for n, links in sorted(tiers.items())
    )


def no_index(book: Book) -> str:
    """Why the index has no score."""
    root, scores = root_of_index(book), book.benchmarks.scores
    if root is None or scores is None:
        return ""
    if any(scores.scores[root.id, area].points is not None for area in scores.sheet.areas):
        return ""
    return f"{book.group_name(root.id)}. {absent_reason(book, scores, root.id)}"
