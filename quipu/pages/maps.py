"""Pure. Maps and grids of areas, with their words: of an indicator, and to find an area on."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from quipu.charts import map_svg, tile_svg
from quipu.compare import IndicatorPanel
from quipu.i18n.numbers import DASH
from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.charts import credited, facts, uid
from quipu.pages.requests import short_value
from quipu.views import LegendEntry, MapView


def _classes(book: Book, panel: IndicatorPanel) -> Mapping[str, str]:
    """The CSS class of each area on a map of the indicator."""
    compared = panel.compared
    found = {}
    for area in book.areas:
        place = compared.positions.get(area.code) if compared else None
        if place is not None:
            found[area.code] = f"q{place.quintile}"
        else:
            found[area.code] = "q-joint" if area.code in panel.joint else "q-none"
    return found


def maps(book: Book, panel: IndicatorPanel, page: str) -> MapView | None:
    """The map and the tile grid of an indicator; None with nothing to compare or draw it on."""
    compared = panel.compared
    if compared is None or not (book.easel.grounds.geometry or book.easel.grounds.tiles):
        return None
    language = book.language
    values, titles, links = {}, {}, {}
    shown = {o.ref_area: o for o in compared.observations}
    for area in book.areas:
        name = language.text(area.names)
        row, joint = shown.get(area.code), panel.joint.get(area.code)
        links[area.code] = relative(page, book.path("areas", area.slug))
        if row is not None and row.value is not None:
            values[area.code] = short_value(language, panel.indicator, row.value)
            titles[area.code] = f"{name}: {language.value(panel.indicator, row.value)}"
        elif joint is not None:
            values[area.code] = language._("conj.")
            titles[area.code] = language._("{name}: dato conjunto", name=name)
        else:
            values[area.code] = DASH
            titles[area.code] = language._("{name}: sin dato comparable", name=name)
    classes = _classes(book, panel)
    title = language._("{name} en el mapa", name=language.text(panel.indicator.names))
    description = language._(
        "El color dice en qué quinto de las áreas cae cada cifra; es un lugar, no un juicio."
    )
    geometry, grid = book.easel.grounds.geometry, book.easel.grounds.tiles
    drawn = map_svg(geometry, classes=classes, titles=titles) if geometry else None
    tiled = (
        tile_svg(grid, classes=classes, values=values, titles=titles, links=links) if grid else None
    )
    tile_title = language._(
        "{name} en una cuadrícula de áreas", name=language.text(panel.indicator.names)
    )
    return MapView(
        title=title,
        map=book.svg(drawn, uid("map"), title, description) if drawn else Markup(""),
        tiles=book.svg(tiled, uid("tiles"), tile_title, description) if tiled else Markup(""),
        legend=_legend(book, panel, set(classes.values())),
        description=description,
        facts=credited(book, panel, facts(book, panel)),
    )


def _legend(book: Book, panel: IndicatorPanel, used: set[str]) -> tuple[LegendEntry, ...]:
    language, compared = book.language, panel.compared
    entries = []
    for quintile, low, high in compared.classes if compared else ():
        low_text, high_text = (short_value(language, panel.indicator, v) for v in (low, high))
        text = (
            low_text if low == high else language._("{low} a {high}", low=low_text, high=high_text)
        )
        entries.append(LegendEntry(class_=f"q{quintile}", text=text))
    if "q-joint" in used:
        entries.append(
            LegendEntry(class_="q-joint", text=language._("dato conjunto con otra área"))
        )
    if "q-none" in used:
        entries.append(LegendEntry(class_="q-none", text=language._("sin dato comparable")))
    return tuple(entries)


def finder(book: Book, page: str, own: Area | None = None) -> tuple[Markup, Markup]:
    """A map and a tile grid whose areas are links; with one area marked when it is given.

    Returns:
        The map and the grid; each empty when the site has nothing to draw it from.
    """
    language = book.language
    areas = book.areas
    if not (book.easel.grounds.geometry or (book.easel.grounds.tiles and not own)):
        return Markup(""), Markup("")
    titles = {area.code: language.text(area.names) for area in areas}
    classes = {area.code: "q-plain" for area in areas}
    mark = own.code if own else None
    links = {a.code: relative(page, book.path("areas", a.slug)) for a in areas}
    geometry, grid = book.easel.grounds.geometry, book.easel.grounds.tiles
    map_title = language._("Mapa de las áreas")
    if own:
        map_title = language._("{name} en el mapa", name=language.text(own.names))
    drawn, tiled = Markup(""), Markup("")
    if geometry:
        drawing = map_svg(
            geometry, classes=classes, titles=titles, links=None if own else links, own=mark
        )
        drawn = book.svg(drawing, uid("finder-map"), map_title)
    if grid and not own:
        drawing = tile_svg(grid, classes=classes, values={}, titles=titles, links=links)
        tiled = book.svg(drawing, uid("finder-tiles"), language._("Cuadrícula de áreas"))
    return drawn, tiled
