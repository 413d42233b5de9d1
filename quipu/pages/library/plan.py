"""Pure. Every page of the libraries and of commitments."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.pages.book import Book
from quipu.pages.library.assistance import assistance_pages, assistance_paths
from quipu.pages.library.commitments import commitment_pages, commitment_paths
from quipu.pages.library.courses import course_pages, course_paths
from quipu.pages.library.practices import practice_pages, practice_paths
from quipu.pages.page import Page


def library_paths(book: Book) -> Iterator[str]:
    """The file of every page; none where the site keeps no registers."""
    if book.has_system:
        yield from practice_paths(book)
        yield from course_paths(book)
        yield from assistance_paths(book)
        yield from commitment_paths(book)


def library_pages(book: Book) -> Iterator[Page]:
    """Every page; none where the site keeps no registers."""
    if book.has_system:
        yield from practice_pages(book)
        yield from course_pages(book)
        yield from assistance_pages(book)
        yield from commitment_pages(book)
