"""Pure. Drawings with their words: title, description, facts and table, for one page."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from quipu.charts import Drawing, highlight_strip
from quipu.compare import IndicatorPanel
from quipu.i18n.kinds import told_kind, words_of
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.model import Area
from quipu.pages.benchmark.words import moved
from quipu.pages.book import Book
from quipu.pages.figures import direction_words
from quipu.pages.foreign import filled, untranslated
from quipu.pages.requests import (
    distribution_key,
    distribution_request,
    dots_key,
    dots_request,
    field_key,
    strip_key,
    strip_request,
)
from quipu.pages.trends import (
    MIN_TREND_POINTS,
    all_trends_request,
    axes_key,
    is_by_quantiles,
    trend_axes,
    trend_key,
    trend_request,
    with_trend,
)
from quipu.views import ChartView, TableView


def uid(*parts: str) -> str:
    """An id for a drawing, unique in its page and fit for HTML."""
    return "c-" + "-".join("".join(c if c.isalnum() else "-" for c in part) for part in parts)


def chart_view(
    book: Book,
    drawing: Drawing,
    id_: str,
    title: str,
    description: str,
    facts: str = "",
    table: TableView | None = None,
) -> ChartView:
    """A drawing with its words."""
    return ChartView(
        title=title,
        svg=book.svg(drawing, id_, title, description),
        description=description,
        facts=facts,
        table=table,
    )


def strip(book: Book, panel: IndicatorPanel, area: Area) -> Markup:
    """The strip of an indicator with one area marked; empty when nothing is compared."""
    language = book.language
    drawing = book.easel.shared(strip_key(panel, language), lambda: strip_request(panel, language))
    if drawing is None or panel.compared is None:
        return Markup("")
    title = language._(
        "{name}: {area} entre {count} {kinds}",
        name=language.text(panel.indicator.names),
        area=language.text(area.names),
        count=language.formats.number(panel.compared.count, 0),
        kinds=_kinds(book, panel),
    )
    marked = highlight_strip(drawing, area.code)
    return book.svg(marked, uid("s", panel.indicator.id), title, range_text(book, panel))


def _kinds(book: Book, panel: IndicatorPanel) -> str:
    """What the areas of a panel are called: just areas where the site has no other kind."""
    return words_of(book.language, told_kind(book.catalog, panel.areas)).many


def range_text(book: Book, panel: IndicatorPanel) -> str:
    """Lowest, median and highest value in words; empty when nothing is compared."""
    language = book.language
    key = f"range {field_key(panel)} {language.code}"
    return book.easel.once(key, lambda: _range_text(language, panel))


def _range_text(language: Language, panel: IndicatorPanel) -> str:
    compared = panel.compared
    if compared is None:
        return ""
    lowest, highest = compared.observations[-1].value, compared.observations[0].value
    assert lowest is not None and highest is not None  # what is compared has a value
    return language._(
        "De {low} a {high}; mediana {median}.",
        low=language.value(panel.indicator, lowest),
        high=language.value(panel.indicator, highest),
        median=language.value(panel.indicator, compared.median),
    )


def facts(book: Book, panel: IndicatorPanel) -> str:
    """Number of areas and period of what is compared, in one line."""
    compared = panel.compared
    if compared is None:
        return ""
    return book.language._(
        "{count} de {total} {kinds} · {period}",
        kinds=_kinds(book, panel),
        count=book.language.formats.number(compared.count, 0),
        total=book.language.formats.number(len(panel.areas), 0),
        period=book.language.formats.period(compared.period),
    )


def credited(book: Book, panel: IndicatorPanel, text: str) -> str:
    """A line of facts with who published the figures that a chart shows."""
    publishers = book.easel.once(f"publishers {field_key(panel)}", lambda: _publishers(book, panel))
    return filled(
        book.language._("{facts} · Fuente: {publishers}"),
        facts=text,
        publishers=untranslated(book.language, publishers),
    )


def _publishers(book: Book, panel: IndicatorPanel) -> str:
    compared = panel.compared.observations if panel.compared else ()
    rows = compared or tuple(o for series in panel.series.values() for o in series)
    keys = {key for o in rows for key in o.sources}
    return "; ".join(dict.fromkeys(s.publisher for s in book.catalog.sources if s.id in keys))


def dots(book: Book, panel: IndicatorPanel) -> ChartView | None:
    """The ranking chart of an indicator; None when nothing is compared."""
    language = book.language
    drawing = book.easel.shared(dots_key(panel, language), lambda: dots_request(panel, language))
    if drawing is None:
        return None
    title = language._(
        "{name}, de mayor a menor ({unit})",
        name=language.text(panel.indicator.names),
        unit=language.text(panel.indicator.unit.names),
    )
    description = _extremes(book, panel)
    direction = direction_words(language, panel.indicator.direction).capitalize()
    told = credited(book, panel, facts(book, panel))
    # A page may show the ranking of more than one kind of areas.
    is_first = panel.areas == book.catalog.main_areas
    id_ = uid("dots") if is_first else uid("dots", panel.areas[0].kind)
    view = chart_view(book, drawing, id_, title, description, told)
    return replace(view, description=f"{description} {direction}.")


def _extremes(book: Book, panel: IndicatorPanel) -> str:
    compared = panel.compared
    if compared is None:
        return ""
    language, areas = book.language, book.catalog.areas_by_code
    first, last = compared.observations[0], compared.observations[-1]
    assert first.value is not None and last.value is not None  # what is compared has a value
    return language._(
        "El valor más alto es {high} ({high_area}) y el más bajo, {low} ({low_area}); "
        "la mediana es {median}.",
        high=language.value(panel.indicator, first.value),
        high_area=language.text(areas[first.ref_area].names),
        low=language.value(panel.indicator, last.value),
        low_area=language.text(areas[last.ref_area].names),
        median=language.value(panel.indicator, compared.median),
    )


def distribution(book: Book, panel: IndicatorPanel) -> ChartView | None:
    """How the values of many areas are spread; None where nothing is compared, or they are few."""
    language = book.language
    drawing = book.easel.shared(
        distribution_key(panel, language), lambda: distribution_request(panel, language)
    )
    if drawing is None:
        return None
    title = language._(
        "{name}: cuántas áreas hay en cada intervalo ({unit})",
        name=language.text(panel.indicator.names),
        unit=language.text(panel.indicator.unit.names),
    )
    description = language._(
        "{range} Las rayas bajo el eje separan los quintos de las áreas. {direction}.",
        range=range_text(book, panel),
        direction=direction_words(language, panel.indicator.direction).capitalize(),
    )
    told = credited(book, panel, facts(book, panel))
    kind = panel.areas[0].kind.value
    return chart_view(book, drawing, uid("spread", kind), title, description, told)


def area_trend(book: Book, panel: IndicatorPanel, area: Area) -> ChartView | None:
    """The trend of an indicator in one area; None when it has too few periods."""
    language, rows = book.language, panel.series.get(area.code, ())
    if len(rows) < MIN_TREND_POINTS:
        return None
    axes = book.easel.once(axes_key(panel), lambda: trend_axes(panel))
    drawing = book.easel.passing(
        trend_key(panel, language, area), lambda: trend_request(panel, language, area, axes)
    )
    assert drawing is not None  # the area has enough periods
    first, last = rows[0], rows[-1]
    assert first.value is not None and last.value is not None  # a series holds values only
    description = language._(
        "De {first} en {start} a {last} en {end}.",
        first=language.value(panel.indicator, first.value),
        start=language.formats.period(first.period),
        last=language.value(panel.indicator, last.value),
        end=language.formats.period(last.period),
    )
    medians = book.easel.once(
        f"medians {field_key(panel)} {language.code}", lambda: _median_texts(language, panel)
    )
    head = [language._("Periodo"), language.text(area.names)]
    table_rows = []
    for row in rows:
        assert row.value is not None  # a series holds values only
        cells = (language.formats.period(row.period), language.value(panel.indicator, row.value))
        table_rows.append((*cells, medians.get(row.period.code, DASH)) if medians else cells)
    if medians:
        those = words_of(language, told_kind(book.catalog, panel.areas)).those
        head.append(language._("Mediana de {kinds}", kinds=those))
    title = language.text(panel.indicator.names)
    return chart_view(
        book,
        drawing,
        uid("t", panel.indicator.id),
        title,
        description,
        credited(book, panel, _told(book, panel, area)),
        TableView(caption=title, head=tuple(head), rows=tuple(table_rows)),
    )


def _median_texts(language: Language, panel: IndicatorPanel) -> dict[str, str]:
    """The medians of a panel by period, written out."""
    return {p.code: language.value(panel.indicator, value) for p, value in panel.medians}


def _told(book: Book, panel: IndicatorPanel, area: Area) -> str:
    """The direction of an indicator, and what may be said of its last change in an area."""
    direction = direction_words(book.language, panel.indicator.direction)
    found = book.benchmarks.movements.get((panel.indicator.id, area.code))
    change = moved(book.language, found) if found else ""
    return f"{direction} · {change}" if change else direction


def indicator_trend(book: Book, panel: IndicatorPanel) -> ChartView | None:
    """The trend of an indicator in all areas; None when no area has enough periods."""
    language = book.language
    drawing = book.easel.shared(
        trend_key(panel, language), lambda: all_trends_request(panel, language)
    )
    if drawing is None:
        return None
    title = language._(
        "{name} en el tiempo ({unit})",
        name=language.text(panel.indicator.names),
        unit=language.text(panel.indicator.unit.names),
    )
    description = (
        language._(
            "Las líneas delgadas dejan por debajo al 10, 25, 75 y 90 % de las áreas con cifra "
            "comparable. Donde a muchas les falta un periodo, o la serie se quiebra, la línea "
            "se interrumpe."
        )
        if is_by_quantiles(panel)
        else language._(
            "Cada línea es un área. Donde falta un periodo, o la serie se quiebra, "
            "la línea se interrumpe."
        )
    )
    if len(panel.medians) > 1:
        (start, first), (end, last) = panel.medians[0], panel.medians[-1]
        description = language._(
            "{lines} La línea gruesa es la mediana: {first} en {start} y {last} en {end}.",
            lines=description,
            first=language.value(panel.indicator, first),
            start=language.formats.period(start),
            last=language.value(panel.indicator, last),
            end=language.formats.period(end),
        )
    shown = language._(
        "{count} de {total} {kinds} con tres periodos o más",
        kinds=_kinds(book, panel),
        count=language.formats.number(len(with_trend(panel)), 0),
        total=language.formats.number(len(panel.areas), 0),
    )
    told = credited(book, panel, shown)
    return chart_view(book, drawing, uid("trend"), title, description, told)
