"""Pure. The table of the matrix: each area's place and how far it depends on choices."""

from __future__ import annotations

from collections import Counter

from quipu.i18n.numbers import DASH
from quipu.pages.benchmark.words import points_text, share_text
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical
from quipu.score.places import AxisPlace, MatrixPlaces, Placement
from quipu.views import MatrixRow


def matrix_rows(book: Book, places: MatrixPlaces, page: str) -> tuple[MatrixRow, ...]:
    """The areas by category, in the order of the matrix, and A to Z; unclassifiable ones last."""
    order = {category.id: n for n, category in enumerate(places.matrix.categories)}
    placed = {p.ref_area: p for p in places.places}
    areas = sorted(
        alphabetical(book), key=lambda area: order.get(placed[area.code].category, len(order))
    )
    return tuple(
        MatrixRow(
            area=book.area_link(area, page),
            category=_category_text(placed[area.code]),
            capacity=_points(book, placed[area.code].capacity),
            risk=_points(book, placed[area.code].risk),
            support=_support(book, placed[area.code]),
            cuts=_cuts(book, placed[area.code]),
            without=_without(book, placed[area.code]),
        )
        for area in areas
    )


def _category_text(place: Placement) -> str:
    if not place.category:
        return DASH
    others = [key for key in place.support if key != place.category]
    return f"{place.category}/{others[0]}" if place.is_borderline and others else place.category


def _points(book: Book, own: AxisPlace) -> str:
    if own.points is None:
        return DASH
    text = points_text(book.language, own.points)
    if own.low is None or own.high is None:
        return text
    low, high = (points_text(book.language, end) for end in (own.low, own.high))
    # Word joiners: an interval is not broken after its dash.
    return f"{text} ({low}\u2060–\u2060{high})"


def _support(book: Book, place: Placement) -> str:
    language = book.language
    if place.probability is None:
        return language._("no clasificable: faltan datos")
    share = share_text(language, place.probability, is_exact=place.is_borderline)
    if place.is_borderline:
        return language._("{share}, en el límite", share=share)
    return share


def _cuts(book: Book, place: Placement) -> str:
    """In how many ways of moving the cuts the category holds."""
    if not place.category:
        return DASH
    return book.language._(
        "{n} de {total}",
        n=place.under_cuts.get(place.category, 0),
        total=sum(place.under_cuts.values()),
    )


def _without(book: Book, place: Placement) -> str:
    """Where an area would go if some one indicator were left out."""
    if not place.category:
        return DASH
    language = book.language
    others = Counter(key for key in place.left_out.values() if key != place.category)
    if not others:
        return language._("la misma")
    return language.formats.listed(
        [key or language._("no clasificable") for key, _count in sorted(others.items())]
    )


def instability(book: Book, places: MatrixPlaces) -> str:
    """How many areas would change category without some one indicator; empty for none placed."""
    placed = places.placed
    if not placed:
        return ""
    moved = sum(any(key != p.category for key in p.left_out.values()) for p in placed)
    return book.language._(
        "{moved} de {total} áreas cambiarían de categoría si se quitara alguno de los indicadores. "
        "Los sorteos varían los pesos y las cuentas; los cortes y los indicadores se varían "
        "aparte, y los umbrales no se varían.",
        moved=book.language.formats.number(moved, 0),
        total=book.language.formats.number(len(placed), 0),
    )
