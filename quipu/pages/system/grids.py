"""Pure. Areas by matters: what is known of each, counted honestly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical
from quipu.pages.system.answers import cell, legend, matter_words, standing
from quipu.registers.standing import Known, Matter
from quipu.views import Grid, GridRow, Link


def grid(
    book: Book, page: str, name: str, title: str, matters: Sequence[Matter], kind: str = "areas"
) -> Grid:
    """What is known of some matters in every area.

    Args:
        book: The facts.
        page: The page that shows it.
        name: Its anchor.
        title: What to call it.
        matters: The columns.
        kind: Where the names of areas lead: to their page or to that of their commission.
    """
    areas = alphabetical(book)
    return Grid(
        id=name,
        title=title,
        counts=tuple(count_words(book, matter) for matter in matters),
        columns=tuple(matter_words(book.language, matter) for matter in matters),
        rows=tuple(
            GridRow(
                area=link_to(book, area, page, kind),
                cells=tuple(cell(book, area, m, standing(book, area).answers[m]) for m in matters),
            )
            for area in areas
        ),
        legend=legend(book.language),
    )


def link_to(book: Book, area: Area, page: str, kind: str) -> Link:
    """A link to the page of an area, or to that of its commission."""
    fragment = "#sistema" if kind == "areas" else ""
    href = relative(page, f"{book.path(kind, area.slug)}{fragment}")
    return Link(href=href, text=book.language.text(area.names))


def count_words(book: Book, matter: Matter) -> str:
    """Of how many areas what is known: «Plan: consta en 2 de 26; …; 20 sin información»."""
    language, total = book.language, len(book.areas)
    known = Counter(standing(book, area).answers[matter].known for area in book.areas)
    _, told = language._, []
    for state, words in (
        (Known.STALE, _("lo hubo y falta confirmar en {n}", n=known[Known.STALE])),
        (Known.PLANNED, _("anunciado en {n}", n=known[Known.PLANNED])),
        (Known.STALE_PLANNED, _("anunciado hace tiempo en {n}", n=known[Known.STALE_PLANNED])),
        (Known.NO, _("se informó que no en {n}", n=known[Known.NO])),
        (Known.STALE_NO, _("se informó que no, por confirmar, en {n}", n=known[Known.STALE_NO])),
        (Known.UNKNOWN, _("nadie lo publicó en {n}", n=known[Known.UNKNOWN])),
    ):
        if known[state]:
            told.append(words)
    first = _(
        "{matter}: dato vigente en {n} de {total}",
        matter=matter_words(language, matter),
        n=known[Known.YES],
        total=total,
    )
    return "; ".join([first, *told]) + "."
