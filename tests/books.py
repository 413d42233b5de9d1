"""The synthetic facts of `tests.samples` as a book that pages are made from."""

from __future__ import annotations

from datetime import date
from functools import cache

from markupsafe import Markup

from quipu.charts import KINDS, NoCache, frame_of
from quipu.compare import compare
from quipu.model import Catalog
from quipu.pages.book import Book, Edition, Field
from quipu.pages.easel import Drawn, Easel, Grounds
from quipu.pages.shelf import Shelf
from quipu.score.benchmarks import Judgements, benchmark, judgements
from quipu.score.derived import derived_tables
from tests.samples import language

AS_OF = date(2026, 1, 15)


def book(facts: Catalog, code: str = "es") -> Book:
    """Make the book of a language, open at the first kind of areas."""
    panels = {kind: compare(facts, areas) for kind, areas in facts.areas_by_kind.items()}
    first = next(iter(panels))
    found = benchmark(facts, panels[first], AS_OF)
    own = Judgements(comparisons=found.comparisons, movements=found.movements)
    return Book(
        catalog=facts,
        areas=facts.areas_by_kind[first],
        panels=panels[first],
        benchmarks=found,
        fields={
            kind: Field(
                areas=facts.areas_by_kind[kind],
                panels=side,
                judgements=own if kind is first else judgements(facts, side),
            )
            for kind, side in panels.items()
        },
        derived=derived_tables(found),
        language=language(code),
        languages={key: language(key) for key in ("es", "en")},
        easel=Easel(drawn),
        shelf=Shelf(),
        piece=lambda name, view: Markup("{}: {}").format(name, view),
        edition=Edition(
            as_of=AS_OF,
            version="0",
            stylesheet="assets/a.css",
            icon="assets/a.svg",
            has_matrix=found.matrix is not None,
        ),
    )


@cache
def drawn() -> Drawn:
    """Return the frames of all charts, drawn once a run, and no map."""
    frames = {kind: frame_of(kind, NoCache()) for kind in KINDS}
    return Drawn(frames=frames, grounds=Grounds(geometry=None, tiles=None))
