"""The synthetic facts of `tests.samples` as a book that pages are made from."""

from __future__ import annotations

from datetime import date

from quipu.compare import compare
from quipu.model import Catalog
from quipu.pages.book import Book, Drawings, Edition
from quipu.score.benchmarks import benchmark
from quipu.score.derived import derived_tables
from tests.samples import language

AS_OF = date(2026, 1, 15)


def book(facts: Catalog, code: str = "es") -> Book:
    """Make the book of a language, with no drawings."""
    panels = compare(facts)
    found = benchmark(facts, panels, AS_OF)
    return Book(
        catalog=facts,
        panels=panels,
        benchmarks=found,
        derived=derived_tables(found),
        language=language(code),
        languages={key: language(key) for key in ("es", "en")},
        drawings=Drawings(charts={}, geometry=None, tiles=None),
        edition=Edition(as_of=AS_OF, version="0", stylesheet="assets/a.css", icon="assets/a.svg"),
    )
