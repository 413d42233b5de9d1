"""Areas that are too many for a table are told in numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quipu.pages.benchmark import requests
from quipu.pages.benchmark.crowd import scores_table, tier_counts
from quipu.pages.benchmark.scores import group_scores
from quipu.pages.book import Book
from quipu.pages.requests import MOST_LISTED
from quipu.score.values import ScoreSet
from tests.charts.test_charts_edges import compared, counted, funnels
from tests.e2e.test_benchmark_edges import scored

PAGE = "dominios/G/index.html"


def scores_of(book: Book) -> ScoreSet:
    """The scores of a book, which has some."""
    assert book.benchmarks.scores is not None
    return book.benchmarks.scores


@pytest.mark.parametrize("more", [0, 1])
def test_scores_are_listed_up_to_the_limit(more: int) -> None:
    """Either every area has a row, or they are counted, never both."""
    areas = MOST_LISTED + more
    found = group_scores(scored(areas, draws=20), "G", PAGE)
    assert found is not None
    assert (len(found.rows), found.crowd is not None) == (0 if more else areas, bool(more))
    assert any("de la A a la Z" in note for note in found.notes) == (not more)
    assert found.downloads[0].text == "scores.csv"


def test_without_draws_there_are_points_and_no_tiers() -> None:
    """One row, and nothing for the first page to group."""
    book = scored(6)
    table = scores_table(book, scores_of(book), "G")
    assert [row[:2] for row in table.rows] == [("Con puntaje, en total", "6")]
    assert tier_counts(book, scores_of(book), "G", "index.html") == ()


def test_tiers_that_are_many_are_told_in_one_row() -> None:
    """Where each area is told apart, tiers are as many as areas."""
    book = scored(30, 1, draws=20)
    rows = scores_table(book, scores_of(book), "G").rows
    assert [row[0] for row in rows][10:] == [
        "Grupo 11",
        "Grupos 12 a 30",
        "Con puntaje, en total",
    ]
    assert [row[1] for row in rows][10:] == ["1", "19", "30"]
    views = tier_counts(book, scores_of(book), "G", "index.html")
    assert views[0].text == "1 área: 96.0 puntos"
    assert [view.name for view in views][-2:] == ["Con puntaje, en total", "Cada área"]
    assert [link.href for link in views[-1].links] == ["datos/scores.csv"]


def test_areas_without_a_tier_or_a_score_are_counted_too() -> None:
    """Rows add up to all areas; no file is promised that there is not."""
    book = replace(scored(6, 1, draws=20), derived=())
    scores = scores_of(book)
    first, second = (("G", area) for area in scores.sheet.areas[:2])
    changed = {
        first: replace(scores.scores[first], tier=0, rank=None),
        second: replace(scores.scores[second], tier=0, rank=None, points=None),
    }
    scores = replace(scores, scores={**scores.scores, **changed})
    counts = {row[0]: row[1] for row in scores_table(book, scores, "G").rows}
    assert counts["Sin grupo de puestos"] == counts["Sin puntaje"] == "1"
    assert counts["Con puntaje, en total"] == "5"
    views = {view.name: view for view in tier_counts(book, scores, "G", "index.html")}
    assert views["Sin puntaje"].text == "1 área"
    assert views["Cada área"].text == "El puntaje de cada área está en su propia página."
    assert views["Cada área"].links == ()


@pytest.mark.parametrize(("most", "drawn"), [(5, 1), (4, 0)])
def test_a_funnel_of_too_many_areas_is_not_drawn(
    most: int, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its points alone would make a page heavy."""
    monkeypatch.setattr(requests, "MOST_POINTS", most)
    assert len(funnels(compared(counted([(40 + n, 200) for n in range(5)])))) == drawn
