"""Pure. Links to the tables of what was computed; only to those that the edition has."""

from __future__ import annotations

from collections.abc import Iterable

from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.views import Link


def computed_links(book: Book, page: str, names: Iterable[str]) -> tuple[Link, ...]:
    """Link to the tables of these names; one that would have no rows is not published."""
    paths = {table.schema.name: table.schema.path for table in book.derived}
    return tuple(
        Link(href=relative(page, paths[name]), text=f"{name}.csv")
        for name in names
        if name in paths
    )
