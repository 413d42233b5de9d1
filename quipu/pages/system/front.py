"""Pure. The integrity system on the first page: what is known, in three sentences."""

from __future__ import annotations

from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.grids import count_words
from quipu.registers.standing import Matter
from quipu.views import HomeSystem, Link

_SHOWN = (Matter.UNIT, Matter.NORM, Matter.SESSION)


def home_system(book: Book, page: str) -> HomeSystem | None:
    """What the registers tell of all areas; None where the root keeps none."""
    if not book.has_system:
        return None
    return HomeSystem(
        counts=tuple(count_words(book, matter) for matter in _SHOWN),
        link=Link(
            href=relative(page, book.path("system")),
            text=book.language._("El sistema de integridad, región por región"),
        ),
    )
