"""Pure. Priorities of regions: all of them, those of one, and the part on a region's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.i18n.kinds import words_of
from quipu.model import Area
from quipu.model.priorities import Priority
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical, counterparts, first_kind, frame
from quipu.pages.page import Page
from quipu.pages.system.priority_parts import (
    actions_of,
    area_items,
    area_priorities,
    guide_link,
    priority_view,
    progress_words,
)
from quipu.pages.system.suggested import suggestion_note, suggestion_views
from quipu.pages.system.swot import quadrant_views, tows_rows
from quipu.score.suggestions import suggestions
from quipu.views import Link
from quipu.views.priorities import (
    AreaPrioritiesPage,
    PrioritiesBlock,
    PrioritiesPage,
    PrioritiesRow,
)

_FORMS = ("swot", "priority_actions")


def has_priorities(book: Book, area: Area) -> bool:
    """Whether a region published anything, and so has a page of its own."""
    return bool(area_items(book, area) or area_priorities(book, area))


def priority_paths(book: Book) -> Iterator[str]:
    """The files of the pages; none on a site that keeps no registers."""
    if book.has_system:
        yield book.path("priorities")
        for area in book.catalog.page_areas:
            if has_priorities(book, area):
                yield book.path("area_priorities", area.slug)


def priority_pages(book: Book) -> Iterator[Page]:
    """The page of all regions, and one for each that published anything."""
    if not book.has_system:
        return
    code = book.language.code
    view: object = priorities_page(book)
    yield Page(path=book.path("priorities"), template="priorities", language=code, view=view)
    for area in book.catalog.page_areas:
        if has_priorities(book, area):
            path = book.path("area_priorities", area.slug)
            view = area_priorities_page(book, area)
            yield Page(path=path, template="area_priorities", language=code, view=view)


def priorities_page(book: Book) -> PrioritiesPage:
    """Make the page of all regions."""
    _ = book.language._
    page = book.path("priorities")
    known = [area for area in alphabetical(book) if has_priorities(book, area)]
    without = [area for area in alphabetical(book) if not area_priorities(book, area)]
    return PrioritiesPage(
        frame=frame(
            book,
            page,
            title=_("Prioridades"),
            description=_(
                "Qué se propuso cada región para cuidar la integridad, con qué meta y hasta cuándo."
            ),
            section="system",
            alternates=counterparts(book, "priorities"),
        ),
        lead=_lead(book, len(book.areas) - len(without)),
        rows=tuple(_row(book, area, page) for area in known),
        missing=tuple(book.area_link(area, page) for area in without),
        guide=guide_link(book, page),
        send=_send(book),
        forms=tuple(
            Link(href=relative(page, f"datos/registros/{name}.csv"), text=f"{name}.csv")
            for name in _FORMS
            if name in book.catalog.registers.rows
        ),
    )


def _lead(book: Book, count: int) -> str:
    if not count:
        return book.language._(
            "Ninguna región ha publicado aquí sus prioridades todavía. Que no estén aquí no quiere "
            "decir que no las tenga."
        )
    return book.language.plural(
        "{n} de {all} {kinds} publicó aquí sus prioridades.",
        "{n} de {all} {kinds} publicaron aquí sus prioridades.",
        count,
        all=book.language.formats.number(len(book.areas), 0),
        kinds=words_of(book.language, first_kind(book)).many,
    )


def _row(book: Book, area: Area, page: str) -> PrioritiesRow:
    language = book.language
    number = language.formats.number
    href = relative(page, book.path("area_priorities", area.slug))
    actions = [
        action for each in area_priorities(book, area) for action in actions_of(book, each.name)
    ]
    return PrioritiesRow(
        area=Link(href=href, text=language.text(area.names)),
        priorities=number(len(area_priorities(book, area)), 0),
        items=number(len(area_items(book, area)), 0),
        actions=progress_words(book, actions),
    )


def _send(book: Book) -> Link | None:
    site, _ = book.catalog.site, book.language._
    if "@" in site.contact:
        return Link(href=f"mailto:{site.contact}", text=site.contact)
    if site.repository:
        return Link(href=site.repository, text=_("Proponerlas en el repositorio"))
    return None


def area_priorities_page(book: Book, area: Area) -> AreaPrioritiesPage:
    """Make the page of a region that published anything."""
    language = book.language
    page = book.path("area_priorities", area.slug)
    name = language.text(area.names)
    title = language._("Prioridades de {name}", name=name)
    priorities, items = area_priorities(book, area), area_items(book, area)
    lead = _area_lead(book, priorities, len(items))
    return AreaPrioritiesPage(
        frame=frame(
            book,
            page,
            title=title,
            description=f"{title}. {lead}",
            section="areas",
            alternates=counterparts(book, "area_priorities", area.slug),
        ),
        name=title,
        area=book.area_link(area, page),
        lead=lead,
        priorities=tuple(priority_view(book, each, page) for each in priorities),
        quadrants=quadrant_views(book, items, page),
        tows=tows_rows(book, priorities, page),
        guide=guide_link(book, page),
    )


def _area_lead(book: Book, priorities: Sequence[Priority], items: int) -> str:
    language = book.language
    told = language.plural(
        "{n} punto de diagnóstico (FODA) con su evidencia.",
        "{n} puntos de diagnóstico (FODA) con su evidencia.",
        items,
    )
    if not priorities:
        return language._("Aún sin prioridades publicadas. {items}", items=told)
    first = language.plural(
        "{n} prioridad publicada.", "{n} prioridades publicadas.", len(priorities)
    )
    return f"{first} {told}"


def priorities_block(book: Book, area: Area, page: str) -> PrioritiesBlock | None:
    """The part on a region's page: its priorities, or the invitation to send them.

    None on a site that keeps no registers, and for areas that are no regions of the first kind.
    """
    if not book.has_system or area.kind is not first_kind(book):
        return None
    _, name = book.language._, book.language.text(area.names)
    found = suggestions(book.benchmarks.comparisons, area.code)
    priorities = area_priorities(book, area)
    own = None
    if has_priorities(book, area):
        href = relative(page, book.path("area_priorities", area.slug))
        own = Link(href=href, text=_("FODA, prioridades y acciones de {name}", name=name))
    return PrioritiesBlock(
        priorities=tuple(priority_view(book, each, page) for each in priorities),
        page=own,
        empty=""
        if priorities
        else _(
            "{name} no ha publicado aquí sus prioridades. Que no estén aquí no quiere decir que no "
            "las tenga. Su gobierno regional o su comisión pueden enviarlas: la guía muestra cómo, "
            "con un ejemplo completo.",
            name=name,
        ),
        guide=guide_link(book, page),
        all=Link(
            href=relative(page, book.path("priorities")),
            text=_("Prioridades de todas las regiones"),
        ),
        suggestions=suggestion_views(book, area, found, page),
        suggestions_note=suggestion_note(book, area, found),
    )
