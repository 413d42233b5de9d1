"""Pure. The chart of the matrix: a field of capacities and risks with a point an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quipu.charts import Drawing, MatrixAxis, MatrixPoint, MatrixRequest, Shape
from quipu.i18n.language import Language
from quipu.method import Axis
from quipu.model import Area, Catalog
from quipu.pages.benchmark.crowd import is_crowded
from quipu.pages.benchmark.words import points_text
from quipu.pages.book import Book
from quipu.pages.grounds import short_code
from quipu.score.places import AxisPlace, MatrixPlaces, Placement

SIGNS: Mapping[Shape, str] = {
    "square": "■",
    "triangle-up": "▲",
    "circle": "●",
    "diamond": "◆",
    "triangle-down": "▼",
    "cross": "✚",
}
"""The shapes as characters, for the legend."""
CATEGORY_SHAPES: tuple[Shape, ...] = (
    *("square", "triangle-up", "circle", "diamond", "triangle-down", "cross"),
)
"""Of the categories, in the order of the matrix."""
MOST_LABELLED = 60
"""Areas whose labels the field has room for; with more, only those near a limit are named."""


def matrix_key(language: Language) -> str:
    """The key of the matrix."""
    return f"matrix {language.code}"


def category_css(places: MatrixPlaces, category: str) -> str:
    """The CSS class of a category: its place in the matrix decides it, not its name."""
    order = [c.id for c in places.matrix.categories]
    return f"cat-{'abcdefgh'[order.index(category) % 8]}"


def category_shape(places: MatrixPlaces, category: str) -> Shape:
    """The shape of a category; with more categories than shapes they come round again."""
    order = [c.id for c in places.matrix.categories]
    return CATEGORY_SHAPES[order.index(category) % len(CATEGORY_SHAPES)]


def matrix_drawing(book: Book) -> Drawing | None:
    """The matrix of all areas that have a place, drawn; None where none has, or too many have."""
    places = book.benchmarks.matrix
    if places is None or not places.placed or is_crowded(places.placed):
        return None
    language = book.language
    return book.easel.shared(
        matrix_key(language), lambda: matrix_request(book.catalog, places, language)
    )


def place_drawing(book: Book, area: Area) -> Drawing | None:
    """The matrix of one area alone, where too many have a place; None where it has none."""
    places = book.benchmarks.matrix
    own = places.of(area.code) if places else None
    if places is None or own is None or not own.category:
        return None
    language, alone = book.language, replace(places, places=(own,))
    return book.easel.passing(
        f"{matrix_key(language)} {area.code}",
        lambda: matrix_request(book.catalog, alone, language),
    )


def matrix_request(catalog: Catalog, places: MatrixPlaces, language: Language) -> MatrixRequest:
    """The matrix of all areas that have a place."""
    matrix = places.matrix
    placed = places.placed
    named = _labelled(placed)
    return MatrixRequest(
        x=_axis(language, matrix.capacity),
        y=_axis(language, matrix.risk),
        cells=tuple(
            (column, row, matrix.cells[column][row])
            for column in range(len(matrix.cells))
            for row in range(len(matrix.cells[column]))
        ),
        points=tuple(
            _point(catalog, places, place, language, is_named=place.ref_area in named)
            for place in placed
        ),
    )


def _labelled(placed: Sequence[Placement]) -> frozenset[str]:
    """The areas that the field names: all, else those near a limit, else none."""
    for found in (placed, [place for place in placed if place.is_borderline]):
        if len(found) <= MOST_LABELLED:
            return frozenset(place.ref_area for place in found)
    return frozenset()


def _axis(language: Language, axis: Axis) -> MatrixAxis:
    return MatrixAxis(
        cuts=tuple((cut, f"{cut:g}") for cut in axis.cuts),
        low="0",
        high="100",
        title=language.text(axis.names),
    )


def _point(
    catalog: Catalog,
    places: MatrixPlaces,
    place: Placement,
    language: Language,
    *,
    is_named: bool,
) -> MatrixPoint:
    area = catalog.areas_by_code[place.ref_area]
    assert place.capacity.points is not None and place.risk.points is not None  # it has a category
    across, upwards = _whisker(place.capacity), _whisker(place.risk)
    return MatrixPoint(
        area=place.ref_area,
        label=short_code(area) if is_named else "",
        title=_matrix_title(language.text(area.names), place, language),
        x=place.capacity.points,
        y=place.risk.points,
        x_low=across[0],
        x_high=across[1],
        y_low=upwards[0],
        y_high=upwards[1],
        css=category_css(places, place.category),
        shape=category_shape(places, place.category),
    )


def _whisker(axis: AxisPlace) -> tuple[float | None, float | None]:
    """The ends of a whisker; it always holds the point itself."""
    if axis.points is None or axis.low is None or axis.high is None:
        return None, None
    return min(axis.low, axis.points), max(axis.high, axis.points)


def _matrix_title(name: str, place: Placement, language: Language) -> str:
    assert place.capacity.points is not None and place.risk.points is not None  # it has a category
    return language._(
        "{area}: {category}; capacidades {capacity}, señales de riesgo {risk}",
        area=name,
        category=place.category,
        capacity=points_text(language, place.capacity.points),
        risk=points_text(language, place.risk.points),
    )
