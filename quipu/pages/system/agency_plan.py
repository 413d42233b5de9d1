"""Pure. The pages on agencies: which there are, a card each, and the self-check."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.pages.book import Book
from quipu.pages.page import Page
from quipu.pages.system.advice import advice_page, cards
from quipu.pages.system.agencies import agencies_page, has_agencies
from quipu.pages.system.selfcheck import selfcheck_page


def agency_paths(book: Book) -> Iterator[str]:
    """The files of the pages; none on a site that knows nothing of agencies."""
    if has_agencies(book):
        yield book.path("agencies")
    if cards(book):
        yield book.path("selfcheck")
        yield from (book.path("agencies", card.name) for card in cards(book))


def agency_pages(book: Book) -> Iterator[Page]:
    """The pages."""
    code = book.language.code
    if has_agencies(book):
        view: object = agencies_page(book)
        yield Page(path=book.path("agencies"), template="agencies", language=code, view=view)
    if cards(book):
        view = selfcheck_page(book)
        yield Page(path=book.path("selfcheck"), template="selfcheck", language=code, view=view)
    for card in cards(book):
        path, view = book.path("agencies", card.name), advice_page(book, card)
        yield Page(path=path, template="advice", language=code, view=view)
