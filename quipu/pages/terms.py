"""Pure. The terms of a page lead to the concepts that explain them."""

from __future__ import annotations

from dataclasses import replace

from quipu.artifact import Artifact
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.parse.concepts import terms_of
from quipu.prose.glossary import Glossary, Linker, glossary

_WITHOUT = ("404.html",)
"""Pages that are served at any depth: no relative link leads anywhere from there."""


def with_terms(book: Book, page: Artifact) -> Artifact:
    """A page whose terms lead to their concepts; the page itself where it shows none."""
    terms = linker(book, page.path)
    if terms is None:
        return page
    text = page.body.decode()
    linked = terms.page(text)
    return page if linked is text else replace(page, body=linked.encode())


def linker(book: Book, page: str) -> Linker | None:
    """What links the terms of a page; None where there is nothing to link.

    Args:
        book: The facts in the page's language.
        page: The page's file; the page of a concept does not link to itself.
    """
    documents = book.catalog.concepts.get(book.language.code, ())
    if not documents or page in _WITHOUT or _is_form(book, page):
        return None
    folder = book.path("concepts").removesuffix("index.html")
    own = page.removeprefix(folder).partition("/")[0] if page.startswith(folder) else ""
    return Linker(
        glossary=_glossary(book),
        href=lambda name: relative(page, book.path("concepts", name)),
        own=own,
    )


def _is_form(book: Book, page: str) -> bool:
    """Whether a page is a text to complete: who fills it in takes it as it is, without links."""
    folder = book.path("templates").removesuffix("index.html")
    return page.startswith(folder) and page != book.path("templates")


def _glossary(book: Book) -> Glossary:
    documents = book.catalog.concepts[book.language.code]
    return glossary(tuple((d.name, terms_of(d)) for d in documents))
