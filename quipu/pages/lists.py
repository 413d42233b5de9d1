"""Pure. Long lists in sheets: every area of a kind, and its figure of an indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quipu.compare import IndicatorPanel
from quipu.i18n.kinds import words_of
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.model import Area, Indicator
from quipu.pages.addresses import address, file_of, relative, sheet_name
from quipu.pages.book import Book
from quipu.pages.figures import (
    origin,
    position_of,
    quality_words,
    short_place,
    shown_for,
    status_words,
)
from quipu.pages.frame import first_kind, folded, frame
from quipu.pages.requests import MOST_LISTED
from quipu.views import Link, SheetPage, SheetRow
from quipu.vocab import AreaKind

SHEET_ROWS = 200
"""Areas on one sheet: light on a phone, and few sheets."""


def kind_words(language: Language, kind: AreaKind) -> str:
    """What the areas of a kind are called together."""
    return words_of(language, kind).many.capitalize()


def listed_kinds(book: Book) -> tuple[AreaKind, ...]:
    """The kinds whose areas are told on sheets: all but a first one that fits in a table."""
    first = first_kind(book)
    return tuple(
        kind
        for kind, field in book.fields.items()
        if kind is not first or len(field.areas) > MOST_LISTED
    )


def sheets(book: Book) -> tuple[tuple[Area, ...], ...]:
    """The areas of the kind at hand in sheets: by the area around them, then by name."""
    kind, text = book.areas[0].kind, book.language.text

    def order(area: Area) -> tuple[str, ...]:
        above = book.catalog.above.get(area.code)
        around = (folded(text(above.names)), above.code) if above else ("", "")
        return (*around, folded(text(area.names)), area.code)

    def made() -> tuple[tuple[Area, ...], ...]:
        ordered = sorted(book.areas, key=order)
        starts = range(0, len(ordered), SHEET_ROWS)
        return tuple(tuple(ordered[n : n + SHEET_ROWS]) for n in starts)

    return book.easel.once(f"sheets {kind} {book.language.code}", made)


def sheet_links(book: Book, page: str, indicator: Indicator | None = None) -> tuple[Link, ...]:
    """Links to the sheets of the kind at hand, named after their first and last areas."""
    found = []
    for number, areas in enumerate(sheets(book), start=1):
        ends = (_placed(book, areas[0]), _placed(book, areas[-1]))
        href = relative(page, sheet_path(book, number, indicator))
        found.append(Link(href=href, text=f"{ends[0]} – {ends[1]}"))
    return tuple(found)


def sheet_path(book: Book, number: int, indicator: Indicator | None, language: str = "") -> str:
    """The file of a sheet, in the book's language unless another is given."""
    code = language or book.language.code
    name = sheet_name(book.areas[0].kind, code, number)
    place = ("indicators", f"{indicator.id}/{name}") if indicator else ("lists", name)
    return file_of(address(place[0], code, book.language.first, place[1]))


def _placed(book: Book, area: Area) -> str:
    """The name of an area, with that of the area around it."""
    text, above = book.language.text, book.catalog.above.get(area.code)
    return f"{text(area.names)} ({text(above.names)})" if above else text(area.names)


def full_name(book: Book, area: Area) -> str:
    """The name of an area; with that of the area around it where another has the same.

    Another of its kind: of a book that is open at it.
    """
    text = book.language.text
    names = book.easel.once(
        f"names {area.kind} {book.language.code}",
        lambda: Counter(folded(text(one.names)) for one in book.at(area.kind).areas),
    )
    name = text(area.names)
    return _placed(book, area) if names[folded(name)] > 1 else name


def sheet_paths(book: Book, indicator: Indicator | None = None) -> Iterator[str]:
    """The files of the sheets of every listed kind."""
    for kind in listed_kinds(book):
        own = book.at(kind)
        for number in range(1, len(sheets(own)) + 1):
            yield sheet_path(own, number, indicator)


def area_sheets(book: Book) -> Iterator[tuple[str, SheetPage]]:
    """Every sheet of the areas of the kind at hand, with its file."""
    language, kind = book.language, book.areas[0].kind
    _ = language._
    for number, areas in enumerate(sheets(book), start=1):
        page = sheet_path(book, number, None)
        rows = tuple(_row(book, area, page, ()) for area in areas)
        head = (_("Área"), _("Dentro de")) if _has_around(book) else (_("Área"),)
        yield page, _sheet(book, number, None, kind_words(language, kind), head, rows)


def indicator_sheets(book: Book, indicator: Indicator) -> Iterator[tuple[str, SheetPage]]:
    """Every sheet of the figures of an indicator in the kind at hand, with its file."""
    language, panel = book.language, book.panels[indicator.id]
    _ = language._
    name = _(
        "{name}: {areas}",
        name=language.text(indicator.names),
        areas=kind_words(language, book.areas[0].kind).lower(),
    )
    around = (_("Dentro de"),) if _has_around(book) else ()
    head = (_("Área"), *around, _("Valor"), _("Quinto de las áreas"), _("Fecha"), _("Calidad"))
    for number, areas in enumerate(sheets(book), start=1):
        page = sheet_path(book, number, indicator)
        rows = tuple(_figure_row(book, panel, area, page) for area in areas)
        yield page, _sheet(book, number, indicator, name, (*head, _("Origen")), rows)


def _has_around(book: Book) -> bool:
    return any(area.code in book.catalog.above for area in book.areas)


def _row(
    book: Book, area: Area, page: str, cells: Sequence[str], link: Link | None = None
) -> SheetRow:
    above = book.catalog.above.get(area.code)
    return SheetRow(
        link=book.area_link(area, page),
        around=book.area_link(above, page) if above else None,
        cells=tuple(cells),
        origin=link,
    )


def _figure_row(book: Book, panel: IndicatorPanel, area: Area, page: str) -> SheetRow:
    language = book.language
    row = shown_for(panel, area)
    if row is None:
        return _row(book, area, page, (language._("sin dato"), DASH, DASH, DASH))
    value = language._("sin dato")
    if row.value is not None:
        value = language.value(panel.indicator, row.value)
    place = position_of(panel, row)
    notes = [
        language.formats.period(row.period),
        status_words(language, row.status),
        language._("dato conjunto") if row.ref_area != area.code else "",
    ]
    cells = (
        value,
        short_place(language, place) if place else DASH,
        " · ".join(note for note in notes if note) or DASH,
        f"{row.quality.value}: {quality_words(language, row.quality)}",
    )
    return _row(book, area, page, cells, origin(book, row, page))


def _sheet(
    book: Book,
    number: int,
    indicator: Indicator | None,
    name: str,
    head: tuple[str, ...],
    rows: tuple[SheetRow, ...],
) -> SheetPage:
    language = book.language
    page = sheet_path(book, number, indicator)
    links = sheet_links(book, page, indicator)
    section = "domains" if indicator else "areas"
    shown = sheets(book)[number - 1]
    title = language._("{name}, hoja {n} de {total}", name=name, n=number, total=len(links))
    return SheetPage(
        frame=frame(
            book,
            page,
            title=title,
            description=language._(
                "{name}. De {first} a {last}.",
                name=name,
                first=_placed(book, shown[0]),
                last=_placed(book, shown[-1]),
            ),
            section=section,
            alternates={code: sheet_path(book, number, indicator, code) for code in book.languages},
        ),
        title=name,
        ends=links[number - 1].text,
        parent=book.indicator_link(indicator, page) if indicator else None,
        head=head,
        has_around=_has_around(book),
        rows=rows,
        sheets=links,
        number=number,
        previous=links[number - 2] if number > 1 else None,
        next=links[number] if number < len(links) else None,
    )
