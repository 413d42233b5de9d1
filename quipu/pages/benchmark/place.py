"""Pure. An area's place in the matrix, as its page tells it: what, why, how sure, what next."""

from __future__ import annotations

from quipu.charts import highlight_matrix
from quipu.method import Axis, AxisIndicator, Category
from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.benchmark.advice import next_steps, own_step, setup_facts
from quipu.pages.benchmark.crowd import is_crowded
from quipu.pages.benchmark.field import category_css, matrix_drawing, place_drawing
from quipu.pages.benchmark.firmness import change_text, firmness
from quipu.pages.benchmark.parts import beyond_words, dated_value, mean_text, part_row
from quipu.pages.benchmark.words import (
    level_limits,
    level_words,
    points_text,
    reason_words,
    scale_text,
    share_text,
)
from quipu.pages.book import Book
from quipu.pages.charts import chart_view, uid
from quipu.score.places import AxisPlace, MatrixPlaces, Placement
from quipu.score.values import Part
from quipu.views import AxisView, ChartView, Link, MatrixBlock, PartView


def matrix_block(book: Book, area: Area, page: str) -> MatrixBlock | None:
    """The place of an area; None where the site has no matrix."""
    places = book.benchmarks.matrix
    place = places.of(area.code) if places else None
    if places is None or place is None:
        return None
    language, matrix = book.language, places.matrix
    category = matrix.category(place.category) if place.category else None
    return MatrixBlock(
        label=language.text(matrix.labels),
        confidence=language.text(matrix.confidence),
        notice=language.text(matrix.notice),
        category=place.category,
        css=category_css(places, place.category) if place.category else "",
        title=_title(book, place, category),
        lead=_lead(book, places, place, area),
        chart=_chart(book, area) if place.category else None,
        axes=tuple(
            _axis(book, axis, own, page) for axis, own in zip(matrix.axes, place.axes, strict=True)
        ),
        missing=() if category else _missing(book, places, place),
        setup=setup_facts(book, places, place, category) if category else (),
        steps=next_steps(book, places, place, category) if category else (),
        own_step=own_step(book, places, category) if category else "",
        functions=tuple(language.text(matrix.function(key).names) for key in category.functions)
        if category
        else (),
        sure=firmness(book, places, place) if category else (),
        changes=tuple(change_text(book, change) for change in place.changes),
        page=Link(
            href=relative(page, book.path("matrix")),
            text=language._("La matriz de todas las áreas y su método"),
        ),
        method_version=book.method_version,
    )


def _title(book: Book, place: Placement, category: Category | None) -> str:
    language = book.language
    if category is None:
        return language._("No clasificable: faltan datos")
    if place.is_borderline:
        return language._("En el límite entre {categories}", categories=_border(book, place))
    return language._(
        "Categoría {category}: {name}", category=category.id, name=language.text(category.names)
    )


def _border(book: Book, place: Placement) -> str:
    """The two categories that an area stands between, the one applied first."""
    others = [key for key in place.support if key != place.category]
    return book.language.formats.listed([place.category, *others[:1]])


def _lead(book: Book, places: MatrixPlaces, place: Placement, area: Area) -> str:
    language, matrix = book.language, places.matrix
    name = language.text(area.names)
    if not place.category:
        return language._(
            "{name} no tiene lugar en la matriz porque no todos los indicadores que se usan tienen "
            "cifra propia. No se completa ningún dato.",
            name=name,
        )
    levels = []
    for axis, own in zip(matrix.axes, place.axes, strict=True):
        assert own.level is not None and own.points is not None  # the area is classified
        levels.append(
            language._(
                "{level} ({points} de 100)",
                level=level_words(language, axis, own.level),
                points=points_text(language, own.points),
            )
        )
    sentence = f"{name}: {language.formats.listed(levels)}."
    return f"{sentence} {_applied(book, places, place)}".rstrip()


def _applied(book: Book, places: MatrixPlaces, place: Placement) -> str:
    """Why this category is applied, where more than one could be; empty where it is clear."""
    language, matrix = book.language, places.matrix
    applied = matrix.category(place.category)
    nominal = ""
    if place.nominal != place.category:
        nominal = language._("Sus puntos caen en la celda {category}.", category=place.nominal)
    if place.is_kept:
        kept = language._(
            "Se mantiene {category} ({name}), la de la edición anterior: ninguna otra tiene el "
            "apoyo de {needed} de las combinaciones.",
            category=applied.id,
            name=language.text(applied.names),
            needed=share_text(language, matrix.keep_below),
        )
        return f"{nominal} {kept}".lstrip()
    if place.is_borderline:
        supported = language._(
            "Se aplica {category} ({name}), la que más combinaciones apoyan.",
            category=applied.id,
            name=language.text(applied.names),
        )
        return f"{nominal} {supported}".lstrip()
    return nominal


def _chart(book: Book, area: Area) -> ChartView | None:
    language, places = book.language, book.benchmarks.matrix
    is_alone = places is not None and is_crowded(places.placed)
    drawing = place_drawing(book, area) if is_alone else matrix_drawing(book)
    if drawing is None:
        return None
    title = language._("{name} en la matriz", name=language.text(area.names))
    description = language._(
        "La cruz muestra dónde cae el área en 9 de cada 10 combinaciones; no incluye el error de "
        "las cifras que se publican sin cuentas ni intervalo. Los demás puntos son las otras áreas."
    )
    if is_alone:
        description = language._(
            "La cruz muestra dónde cae el área en 9 de cada 10 combinaciones; no incluye el error "
            "de las cifras que se publican sin cuentas ni intervalo. Las otras áreas no se "
            "dibujan: son demasiadas."
        )
    marked = highlight_matrix(drawing, area.code)
    return chart_view(book, marked, uid("matrix"), title, description)


def _axis(book: Book, axis: Axis, own: AxisPlace, page: str) -> AxisView:
    language = book.language
    interval = ""
    if own.low is not None and own.high is not None:
        interval = language._(
            "entre {low} y {high}",
            low=points_text(language, own.low),
            high=points_text(language, own.high),
        )
    present = [part for part in own.parts if part.points is not None]
    return AxisView(
        name=language.text(axis.names),
        level="" if own.level is None else level_limits(language, axis, own.level),
        points="" if own.points is None else points_text(language, own.points),
        interval=interval,
        arithmetic="" if own.points is None else mean_text(book, present, own.points),
        parts=tuple(
            _part(book, row, part, own, page)
            for row, part in zip(axis.indicators, own.parts, strict=True)
        ),
        coverage=language._(
            "{share} del peso del eje tiene cifra", share=share_text(language, own.coverage)
        ),
    )


def _part(
    book: Book,
    row: AxisIndicator,
    part: Part,
    own: AxisPlace,
    page: str,
) -> PartView:
    language = book.language
    indicator = book.catalog.indicators_by_id[row.id]
    observation = own.observations.get(row.id)
    figure, note = "", reason_words(language, part.reason)
    if observation is not None and observation.value is not None:
        figure = dated_value(book, observation, tells_age=True)
        low, high = indicator.goalpost_low, indicator.goalpost_high
        is_beyond = low is not None and high is not None and not low <= observation.value <= high
        note = beyond_words(language) if is_beyond else ""
    scale = scale_text(language, indicator, row.direction)
    return part_row(book, part, own.parts, page, figure=figure, note=note, scale=scale)


def _missing(book: Book, places: MatrixPlaces, place: Placement) -> tuple[str, ...]:
    language, matrix = book.language, places.matrix
    found = []
    for axis, own in zip(matrix.axes, place.axes, strict=True):
        if own.points is not None:
            continue
        lacking = [
            language._(
                "{indicator} ({reason})",
                indicator=language.text(book.catalog.indicators_by_id[part.subject].names),
                reason=reason_words(language, part.reason),
            )
            for part in own.missing
        ]
        told = language.plural(
            "{axis}: falta {missing}.",
            "{axis}: faltan {missing}.",
            len(lacking),
            axis=language.text(axis.names),
            missing=language.formats.listed(lacking),
        )
        found.append(f"{told} {_needed(book, axis, own)}")
    return tuple(found)


def _needed(book: Book, axis: Axis, own: AxisPlace) -> str:
    """The rule that an axis fails: how many indicators, or how much of the weight."""
    language = book.language
    if len(own.parts) - len(own.missing) < axis.min_indicators:
        return language.plural(
            "Se necesita {n} indicador con cifra propia.",
            "Se necesitan {n} indicadores con cifra propia.",
            axis.min_indicators,
        )
    return language._(
        "Se necesita cifra propia para {needed} del peso y la hay para {share}.",
        needed=share_text(language, axis.min_coverage),
        share=share_text(language, own.coverage),
    )
