"""Pure. Links to the two files of a table: as it is, and for a spreadsheet."""

from __future__ import annotations

from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.views import Link


def table_links(book: Book, page: str, name: str) -> tuple[Link, Link]:
    """Link to a table, and to its copy in which a spreadsheet takes no cell for a formula.

    Args:
        book: For the language.
        page: The page that links.
        name: Of the table, without folder and ending.
    """
    return (
        Link(href=relative(page, f"datos/{name}.csv"), text="CSV"),
        Link(
            href=relative(page, f"datos/hoja/{name}.csv"),
            text=book.language._("CSV para hoja de cálculo"),
        ),
    )
