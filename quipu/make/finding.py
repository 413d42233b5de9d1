"""Pure. The pages among which one stands that somebody asked for by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.pages.book import Book
from quipu.pages.page import Page
from quipu.pages.plan import FRONT, SINGLE, area_page_of, front_pages, indicator_pages
from quipu.pages.system.plan import MAKERS


def pages_about(books: Sequence[Book], path: str) -> Iterator[Page]:
    """The pages among which one is that has been asked for, if there is one.

    Those among which it surely is come first, where the path itself tells that.
    """
    for book in books:
        yield from _told_by_name(book, path)
    for book in books:
        for name in FRONT:
            if name not in SINGLE and name != "system":
                yield from front_pages(book, name)


def _told_by_name(book: Book, path: str) -> Iterator[Page]:
    for name in SINGLE:
        if book.path(name) == path:
            yield from front_pages(book, name)
    for maker in MAKERS:
        if path in maker.paths(book):
            yield from maker.pages(book)
    for area in book.catalog.page_areas:
        if book.path("areas", area.slug) == path:
            yield area_page_of(book, area)
    for indicator in book.catalog.published_indicators:
        if path.startswith(book.path("indicators", indicator.id).removesuffix("index.html")):
            yield from indicator_pages(book, indicator)
