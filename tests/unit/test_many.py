"""What pages say where areas are many: of what they show, and of nothing else."""

from __future__ import annotations

import pytest

from quipu.charts import MOST_TICKS
from quipu.pages.area import area_page
from quipu.pages.book import Book
from quipu.pages.coverage import coverage_page
from quipu.pages.page import Page
from quipu.pages.requests import MOST_LISTED, strip_request
from quipu.pipeline import REPOSITORY
from quipu.render import Renderer
from tests.books import book
from tests.samples import catalog, indicator, language, observation, regions

TEMPLATES = REPOSITORY / "templates"


def opened(areas: int, figures: int) -> Book:
    """A book of areas the first of which have a figure."""
    all_ = regions(areas)
    rows = [observation(one.code, n, line=n + 1) for n, one in enumerate(all_[:figures], start=1)]
    return book(catalog(all_, [indicator()], rows))


@pytest.mark.parametrize(
    ("areas", "figures", "said"),
    [
        (MOST_TICKS, MOST_TICKS, "cada raya es un área, el"),
        (MOST_TICKS + 10, MOST_TICKS - 50, "cada raya es un área o, donde hay más de 200 cifras,"),
        (MOST_TICKS + 10, MOST_TICKS + 10, "cada raya es un área o, donde hay más de 200 cifras,"),
    ],
)
def test_a_note_is_true_of_every_strip(areas: int, figures: int, said: str) -> None:
    """Of many areas, a strip may have a tick for each that has a figure, or for a stretch."""
    one = opened(areas, figures)
    strip = strip_request(one.panels["T-01"], one.language)
    assert strip is not None
    assert len(strip.values) == figures
    note = area_page(one, one.areas[0]).strip_note
    assert note.startswith(f"En cada tira, {said}")
    assert note.endswith("mediana y el punto es Área A01.")


@pytest.mark.parametrize("more", [0, 1])
def test_signs_are_explained_where_there_are_any(more: int) -> None:
    """Areas that are too many for a table of signs are told in numbers alone."""
    view = coverage_page(opened(MOST_LISTED + more, 5))
    assert any(table.rows for table in view.tables) == (not more)
    templates = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in TEMPLATES.rglob("*.html")
    }
    renderer = Renderer(templates, {"es": language().translations})
    page = Page(path="cobertura/index.html", template="coverage", language="es", view=view)
    text = renderer.render(page).body.decode()
    for said in ("Qué dice cada signo", "Bajo el signo va el año del dato.", 'id="signos"'):
        assert (said in text) == (not more)
    assert view.numbers[0].text == "5"
    assert view.tables[0].counts == f"5 de {MOST_LISTED + more} casillas con cifra propia"
