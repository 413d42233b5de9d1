"""Pure. The page of the matrix: the chart, the table, and what each category recommends."""

from __future__ import annotations

from quipu.i18n.kinds import words_of
from quipu.method import MAX_AGE_MONTHS, Axis, AxisIndicator, Category, Matrix
from quipu.model import Indicator
from quipu.pages.addresses import relative
from quipu.pages.benchmark.crowd import category_count, is_crowded, places_table
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.field import SIGNS, category_shape, matrix_drawing
from quipu.pages.benchmark.matrix_rows import instability, matrix_rows
from quipu.pages.benchmark.words import level_words, scale_ends
from quipu.pages.book import Book
from quipu.pages.charts import chart_view, uid
from quipu.pages.figures import direction_words
from quipu.pages.frame import alphabetical, counterparts, first_kind, frame
from quipu.score.places import MatrixPlaces, Placement
from quipu.views import (
    CategoryView,
    ChartView,
    Fact,
    Link,
    MatrixPage,
    TableView,
)


def matrix_page(book: Book, places: MatrixPlaces) -> MatrixPage:
    """Make the page of the matrix."""
    language, matrix = book.language, places.matrix
    page, is_told = book.path("matrix"), is_crowded(places.places)
    _ = language._
    return MatrixPage(
        frame=frame(
            book,
            page,
            title=_("Matriz de capacidades y riesgos"),
            description=_(
                "Qué modo de organizar la integridad se propone para cada {kind} y por qué.",
                kind=words_of(language, first_kind(book)).one,
            ),
            section="matrix",
            alternates=counterparts(book, "matrix"),
        ),
        label=language.text(matrix.labels),
        confidence=language.text(matrix.confidence),
        notice=language.text(matrix.notice),
        lead=_lead(book, places),
        chart_view=_chart(book, places),
        legend=tuple(
            Fact(
                label=f"{SIGNS[category_shape(places, category.id)]} {category.id}",
                text=language.text(category.names),
            )
            for category in matrix.categories
        ),
        grid=_grid(book, matrix),
        rows=() if is_told else matrix_rows(book, places, page),
        crowd=places_table(book, places) if is_told else None,
        instability=instability(book, places),
        categories=tuple(category_view(book, places, c, page) for c in matrix.categories),
        minimum=tuple(language.text(matrix.function(key).names) for key in matrix.minimum),
        axes=tuple(_axis_table(book, axis) for axis in matrix.axes),
        awaiting=tuple(
            (
                language.text(axis.names),
                tuple(
                    book.indicator_link(book.catalog.indicators_by_id[code], page)
                    for code in axis.awaiting
                ),
            )
            for axis in matrix.axes
            if axis.awaiting
        ),
        method=Link(
            href=relative(page, book.path("method")), text=_("El método, fórmula por fórmula")
        ),
        downloads=(
            *computed_links(book, page, ("matrix",)),
            Link(href=relative(page, "api/v1/matrix.json"), text="matrix.json"),
        ),
        method_version=book.method_version,
    )


def _lead(book: Book, places: MatrixPlaces) -> tuple[str, ...]:
    language = book.language
    _ = language._
    placed = places.placed
    border = sum(p.is_borderline for p in placed)
    number = language.formats.number
    found = [
        _(
            "La matriz cruza las capacidades de cada {kind} con sus señales de riesgo y propone "
            "cómo organizar su función de integridad y qué hacer primero.",
            kind=words_of(language, first_kind(book)).one,
        ),
        _(
            "{placed} de {total} áreas tienen lugar; {border} están en el límite entre dos "
            "categorías y {missing} no se pueden clasificar porque les faltan cifras propias.",
            placed=number(len(placed), 0),
            total=number(len(places.places), 0),
            border=number(border, 0),
            missing=number(len(places.places) - len(placed), 0),
        ),
        _(
            "No es un orden de mejor a peor: una categoría dice por dónde empezar. Más señales de "
            "riesgo pueden deberse a que se denuncia y se investiga más."
        ),
    ]
    return tuple(found)


def _chart(book: Book, places: MatrixPlaces) -> ChartView | None:
    drawing = matrix_drawing(book)
    if drawing is None:
        return None
    language, matrix = book.language, places.matrix
    title = language._("Cada área según sus capacidades y sus señales de riesgo")
    description = language._(
        "A la derecha, más {capacity}; hacia arriba, más {risk}. Las líneas cortadas son los "
        "cortes y la letra de cada celda, su categoría. Las rayas finas muestran dónde cae cada "
        "área en 9 de cada 10 combinaciones: si cruzan un corte, la categoría no es firme. No "
        "incluyen el error de las cifras que se publican sin cuentas ni intervalo.",
        capacity=language.text(matrix.capacity.names).lower(),
        risk=language.text(matrix.risk.names).lower(),
    )
    return chart_view(book, drawing, uid("matrix"), title, description)


def _grid(book: Book, matrix: Matrix) -> TableView:
    language = book.language
    corner = language._(
        "{capacity} / {risk}",
        capacity=language.text(matrix.capacity.names),
        risk=language.text(matrix.risk.names),
    )
    return TableView(
        caption=language._("Categoría según los dos niveles"),
        head=(corner, *(language.text(level) for level in matrix.risk.levels)),
        rows=tuple(
            (language.text(level), *row)
            for level, row in zip(matrix.capacity.levels, matrix.cells, strict=True)
        ),
    )


def category_view(book: Book, places: MatrixPlaces, category: Category, page: str) -> CategoryView:
    """A category with what it recommends and the areas that fall into it."""
    language, matrix = book.language, places.matrix
    cells = [
        language._(
            "{capacity_level} y {risk_level}",
            capacity_level=level_words(language, matrix.capacity, row),
            risk_level=level_words(language, matrix.risk, column),
        )
        for row, line in enumerate(matrix.cells)
        for column, key in enumerate(line)
        if key == category.id
    ]
    own = {p.ref_area: p for p in places.places if p.category == category.id}
    is_told = is_crowded(places.places)
    return CategoryView(
        id=category.id,
        anchor=f"k-{category.id.replace('+', '-mas')}",
        name=language.text(category.names),
        cells="; ".join(cells),
        setup=language.text(category.setups),
        functions=tuple(language.text(matrix.function(key).names) for key in category.functions),
        support=language.text(category.support),
        review=language.plural("cada {n} mes", "cada {n} meses", category.review_months),
        areas=()
        if is_told
        else tuple(
            _listed(book, own[area.code], book.area_link(area, page))
            for area in alphabetical(book)
            if area.code in own
        ),
        count=category_count(book, own) if is_told else "",
    )


def _listed(book: Book, place: Placement, link: Link) -> Link:
    """An area in the list of its category, marked where it stands on a border."""
    if not place.is_borderline:
        return link
    text = book.language._("{area} (en el límite)", area=link.text)
    return Link(href=link.href, text=text)


def _age(row: AxisIndicator, indicator: Indicator) -> str:
    """How old a figure may be on the axis; its own limit unless the matrix says another."""
    return str(row.max_age_months or indicator.max_age_months or MAX_AGE_MONTHS)


def _axis_table(book: Book, axis: Axis) -> TableView:
    """What an axis is made of, with the values that earn 0 and 100."""
    language = book.language
    _ = language._
    rows = []
    for row in axis.indicators:
        indicator = book.catalog.indicators_by_id[row.id]
        ends = scale_ends(indicator, row.direction)
        assert ends is not None  # a finding otherwise
        rows.append(
            (
                language.text(indicator.names),
                *(language.value(indicator, end) for end in ends),
                f"{row.weight:g}",
                _age(row, indicator),
                direction_words(language, indicator.direction),
                language.text(row.notes),
            )
        )
    return TableView(
        caption=language.text(axis.names),
        head=(
            _("Indicador"),
            _("0 puntos"),
            _("100 puntos"),
            _("Peso"),
            _("Vale hasta (meses)"),
            _("Como indicador"),
            _("Por qué está aquí"),
        ),
        rows=tuple(rows),
    )
