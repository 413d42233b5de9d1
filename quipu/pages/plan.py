"""Pure. The list of every page: the only place that decides what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quipu.pages.area import area_page
from quipu.pages.benchmark.matrix import matrix_page
from quipu.pages.benchmark.method import method_page
from quipu.pages.benchmark.robustness import robustness_page
from quipu.pages.book import Book
from quipu.pages.coverage import coverage_page
from quipu.pages.data import data_page, errors_page
from quipu.pages.domain import areas_page, domain_page, domains_page
from quipu.pages.frame import counterparts, frame
from quipu.pages.home import home_page, text_page, updates
from quipu.pages.indicator import indicator_page, wanted_page
from quipu.views import NotFoundPage, UpdatesPage
from quipu.vocab import IndicatorStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: which template, with what to show, to which file."""

    path: str
    template: str
    """Name under ``templates/pages/``, without suffix."""
    language: str
    view: object
    """One of the page views; the template sees its fields by name."""


def plan(book: Book) -> Iterator[Page]:
    """Every page of one language, made one at a time."""
    code, _ = book.language.code, book.language._

    def page(kind: str, template: str, view: object, name: str = "") -> Page:
        return Page(path=book.path(kind, name), template=template, language=code, view=view)

    yield page("home", "home", home_page(book))
    yield page("areas", "regions", areas_page(book))
    for area in book.catalog.page_areas:
        yield page("areas", "region", area_page(book, area), area.slug)
    for indicator in book.catalog.published_indicators:
        if indicator.status is IndicatorStatus.WANTED:
            yield page("indicators", "wanted", wanted_page(book, indicator), indicator.id)
        else:
            yield page("indicators", "indicator", indicator_page(book, indicator), indicator.id)
    yield page("domains", "domains", domains_page(book))
    for group, indicators in book.group_pages():
        yield page("domains", "domain", domain_page(book, group, indicators), group)
    yield page("coverage", "coverage", coverage_page(book))
    yield page("method", "method", method_page(book))
    yield from _benchmark_pages(book)
    yield page("data", "data", data_page(book))
    yield page("errors", "errors", errors_page(book))
    yield page("about", "text", text_page(book, "about", "about", _("Acerca")))
    yield page("updates", "updates", _updates_page(book))
    if code == book.language.first:
        yield Page(path="404.html", template="404", language=code, view=_not_found(book))


def _benchmark_pages(book: Book) -> Iterator[Page]:
    """The pages of the benchmark, as far as the root asks for one."""
    code, places = book.language.code, book.benchmarks.matrix
    if places is not None:
        view = matrix_page(book, places)
        yield Page(path=book.path("matrix"), template="matrix", language=code, view=view)
    if book.has_robustness:
        found = robustness_page(book)
        yield Page(path=book.path("robustness"), template="robustness", language=code, view=found)


_SINGLE_PAGES = 9
"""Home, areas, domains, coverage, method, data, errors, about and news."""


def count_pages(book: Book) -> int:
    """How many pages `plan` makes for a language, without making them."""
    catalog = book.catalog
    not_found = 1 if book.language.code == book.language.first else 0
    listed = len(catalog.page_areas) + len(catalog.published_indicators) + len(book.group_pages())
    benchmark = (book.benchmarks.matrix is not None) + book.has_robustness
    return _SINGLE_PAGES + listed + benchmark + not_found


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
