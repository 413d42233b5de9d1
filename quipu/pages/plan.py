"""Pure. The list of every page: the only place that decides what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quipu.memory.ledger import address_of, moved
from quipu.model import Area, Indicator
from quipu.pages.addresses import relative
from quipu.pages.area import area_page
from quipu.pages.benchmark.matrix import matrix_page
from quipu.pages.benchmark.method import method_page
from quipu.pages.benchmark.robustness import robustness_page
from quipu.pages.book import Book
from quipu.pages.coverage import coverage_page
from quipu.pages.data import data_page
from quipu.pages.domain import areas_page, domain_page, domains_page
from quipu.pages.frame import counterparts, frame
from quipu.pages.home import home_page, text_page, updates
from quipu.pages.indicator import indicator_page, wanted_page
from quipu.pages.lists import area_sheets, indicator_sheets, listed_kinds, sheet_paths
from quipu.pages.memory.calendar import calendar_page
from quipu.pages.memory.changes import changes_page
from quipu.pages.memory.editions import editions_page
from quipu.pages.messages import errors_page
from quipu.pages.page import Page
from quipu.pages.system.plan import system_pages, system_paths
from quipu.views import Link, MovedPage, NotFoundPage, TextPage, UpdatesPage
from quipu.vocab import IndicatorStatus


def front_pages(book: Book, name: str) -> Iterator[Page]:
    """The pages behind a name of `FRONT` in one language; none where the site has no such page."""
    if name in SINGLE:
        template, make = SINGLE[name]
        yield _page(book, name, template, make(book))
    else:
        yield from _SEVERAL[name](book)


def _domains(book: Book) -> Iterator[Page]:
    yield _page(book, "domains", "domains", domains_page(book))
    for group, indicators in book.catalog.group_pages:
        yield _page(book, "domains", "domain", domain_page(book, group, indicators), group)


def _lists(book: Book) -> Iterator[Page]:
    for kind in listed_kinds(book):
        for path, view in area_sheets(book.at(kind)):
            yield Page(path=path, template="sheet", language=book.language.code, view=view)


def _benchmark(book: Book) -> Iterator[Page]:
    if (places := book.benchmarks.matrix) is not None:
        yield _page(book, "matrix", "matrix", matrix_page(book, places))
    if book.has_robustness:
        yield _page(book, "robustness", "robustness", robustness_page(book))


def _lost(book: Book) -> Iterator[Page]:
    code = book.language.code
    if code == book.language.first:
        yield Page(path="404.html", template="404", language=code, view=_not_found(book))


def _moved(book: Book) -> Iterator[Page]:
    """What stands at the old addresses of pages that were renamed."""
    _, code = book.language._, book.language.code
    for path, target in _moved_paths(book).items():
        title = _("Esta página cambió de dirección")
        framed = frame(book, path, title=title, description=title)
        base = book.catalog.site.base_url
        view = MovedPage(
            frame=replace(framed, canonical=f"{base}{address_of(target)}" if base else ""),
            target=Link(href=relative(path, target), text=f"/{address_of(target)}"),
        )
        yield Page(path=path, template="moved", language=code, view=view)


def _moved_paths(book: Book) -> Mapping[str, str]:
    """The old addresses in the part of the site that is in the language of the book."""
    others = tuple(f"{code}/" for code in book.languages if code != book.language.first)
    own = f"{book.language.code}/"
    is_first = book.language.code == book.language.first
    return {
        path: target
        for path, target in moved(book.catalog.memory.addresses).items()
        if (not path.startswith(others) if is_first else path.startswith(own))
    }


def area_page_of(book: Book, area: Area) -> Page:
    """The page of an area."""
    return _page(book, "areas", "region", area_page(book.at(area.kind), area), area.slug)


def indicator_pages(book: Book, indicator: Indicator) -> Iterator[Page]:
    """The page of an indicator, and the sheets of its long lists."""
    if indicator.status is IndicatorStatus.WANTED:
        view: object = wanted_page(book, indicator)
        yield _page(book, "indicators", "wanted", view, indicator.id)
        return
    view = indicator_page(book, indicator)
    yield _page(book, "indicators", "indicator", view, indicator.id)
    for kind in listed_kinds(book):
        for path, sheet in indicator_sheets(book.at(kind), indicator):
            yield Page(path=path, template="sheet", language=book.language.code, view=sheet)


def _page(book: Book, kind: str, template: str, view: object, name: str = "") -> Page:
    path = book.path(kind, name)
    return Page(path=path, template=template, language=book.language.code, view=view)


def page_paths(book: Book) -> Iterator[str]:
    """The file of every page of one language, without making any."""
    catalog = book.catalog
    single = [*SINGLE, "domains"]
    if book.benchmarks.matrix is not None:
        single.append("matrix")
    if book.has_robustness:
        single.append("robustness")
    yield from (book.path(kind) for kind in single)
    yield from (book.path("domains", group) for group, _ in book.catalog.group_pages)
    yield from sheet_paths(book)
    yield from system_paths(book)
    for indicator in catalog.published_indicators:
        yield book.path("indicators", indicator.id)
        if indicator.status is not IndicatorStatus.WANTED:
            yield from sheet_paths(book, indicator)
    yield from (book.path("areas", area.slug) for area in catalog.page_areas)
    yield from _moved_paths(book)
    if book.language.code == book.language.first:
        yield "404.html"


def _updates_page(book: Book) -> UpdatesPage:
    _ = book.language._
    return UpdatesPage(
        frame=frame(
            book,
            book.path("updates"),
            title=_("Novedades"),
            description=_("Qué ha cambiado en el observatorio."),
            alternates=counterparts(book, "updates"),
        ),
        updates=updates(book),
    )


def _about_page(book: Book) -> TextPage:
    return text_page(book, "about", "about", book.language._("Acerca"))


def _policy_page(book: Book) -> TextPage:
    return text_page(book, "revisions", "policy", book.language._("Cómo se revisa y corrige"))


def _not_found(book: Book) -> NotFoundPage:
    _ = book.language._
    return NotFoundPage(
        frame=frame(
            book,
            "404.html",
            title=_("Página no encontrada"),
            description=_("Esta dirección no existe."),
            is_portable=False,
        )
    )


SINGLE: Mapping[str, tuple[str, Callable[[Book], object]]] = {
    "errors": ("errors", errors_page),
    "data": ("data", data_page),
    "coverage": ("coverage", coverage_page),
    "updates": ("updates", _updates_page),
    "about": ("text", _about_page),
    "changes": ("changes", changes_page),
    "policy": ("text", _policy_page),
    "editions": ("editions", editions_page),
    "calendar": ("calendar", calendar_page),
    "method": ("method", method_page),
    "home": ("home", home_page),
    "areas": ("regions", areas_page),
}
"""Template and maker of the pages that are one of a kind: each at the path of its name."""
_SEVERAL: Mapping[str, Callable[[Book], Iterator[Page]]] = {
    "404": _lost,
    "moved": _moved,
    "lists": _lists,
    "domains": _domains,
    "benchmark": _benchmark,
    "system": system_pages,
}
"""Makers of pages of which there may be several, or none."""
FRONT = (
    *("errors", "data", "coverage", "updates", "about", "method", "404", "lists"),
    *("changes", "policy", "editions", "calendar", "moved", "system"),
    *("domains", "benchmark", "home", "areas"),
)
"""The pages that are neither of one area nor of one indicator; those without charts first."""
