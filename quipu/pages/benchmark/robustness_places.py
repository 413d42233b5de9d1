"""Pure. The ranks of every area in the grid of choices, or where else they can be read."""

from __future__ import annotations

import math

import numpy as np

from quipu.i18n.language import Language
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.words import stretch_text
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical
from quipu.score.robustness import MOST_PAIRED, Robustness
from quipu.stats.arrays import Booleans
from quipu.views import Link, TableView


def grid_downloads(book: Book) -> tuple[Link, ...]:
    """Links to the tables behind the ranks, as far as the edition has them."""
    names = ("scores", "draws", "pairs", "scenarios")
    return computed_links(book, book.path("robustness"), names)


def crowd_words(book: Book) -> tuple[str, ...]:
    """Where to look when the areas are too many for a table of them."""
    if not _is_crowded(book):
        return ()
    language = book.language
    words = language._(
        "Son {count} áreas, más de las que caben en una tabla: los puestos de cada una en la "
        "cuadrícula no se muestran. Lo que se publica de cada área está en {files}, entre las "
        "descargas de esta página.",
        count=language.formats.number(len(_areas(book)), 0),
        files=language.formats.listed([link.text for link in grid_downloads(book)]),
    )
    return (words,)


def places_table(book: Book, found: Robustness) -> TableView:
    """The ranks of every area in the grid: no seed, every combination."""
    language = book.language
    _ = language._
    columns = {code: a for a, code in enumerate(_areas(book))}
    has_place: Booleans = np.any(~np.isnan(found.places), axis=0)
    count = int(has_place.sum())
    rows = []
    for area in () if _is_crowded(book) else alphabetical(book):
        a = columns.get(area.code)
        if a is None or not has_place[a]:
            continue
        low, high = np.nanmin(found.places[:, a]), np.nanmax(found.places[:, a])
        rows.append(
            (
                language.text(area.names),
                _stretch(language, math.floor(low), math.ceil(high), count),
            )
        )
    return TableView(
        caption=_(
            "Del mejor al peor puesto en las {count} combinaciones de la cuadrícula, sin azar: "
            "aquí cuentan todas, no 9 de cada 10",
            count=len(found.scenarios),
        ),
        head=(_("Área"), _("Entre qué puestos")),
        rows=tuple(rows),
    )


def _areas(book: Book) -> tuple[str, ...]:
    scores = book.benchmarks.scores
    assert scores is not None  # its robustness was examined
    return tuple(scores.sheet.areas)


def _is_crowded(book: Book) -> bool:
    """Whether a row an area would make a table that nobody reads."""
    return len(_areas(book)) > MOST_PAIRED


def _stretch(language: Language, low: int, high: int, count: int) -> str:
    """A stretch of places and of how many; one place where both ends are the same."""
    if low == high:
        return language._(
            "{place} de {count} en todas las combinaciones",
            place=language.formats.ordinal(low),
            count=count,
        )
    return stretch_text(language, low, high, count)
