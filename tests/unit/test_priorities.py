"""Priorities: their order, their crossings, their state at a date, and what figures suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quipu.model import Catalog
from quipu.model.priorities import Quadrant
from quipu.pages.system.priorities import (
    area_priorities_page,
    priorities_block,
    priorities_page,
    priority_pages,
    priority_paths,
)
from quipu.registers.priorities import CROSSINGS, crossed, ordered, progress
from quipu.score.judge import Verdict
from quipu.score.suggestions import suggestions
from quipu.vocab import Direction, IndicatorStatus, IndicatorType
from tests.books import book
from tests.roots import minimal_root, read_root
from tests.samples import catalog, indicator, observation, regions
from tests.stated import stated_root


@cache
def facts() -> Catalog:
    """Return the synthetic root whose regions say something, without errors."""
    with TemporaryDirectory() as folder:
        found, findings = read_root(stated_root(Path(folder)))
    assert {finding.code for finding in findings} == {"N673"}
    return found


@cache
def silent() -> Catalog:
    """Return the same root without anything that regions say, but with a register."""
    with TemporaryDirectory() as folder:
        root = minimal_root(Path(folder))
        register = root / "data/registers/topics.csv"
        register.parent.mkdir()
        register.write_text("id,kind,name_es,name_en\n", encoding="utf-8")
        return read_root(root)[0]


def test_items_stand_by_impact_and_certainty() -> None:
    """The highest product first, whatever the order in the file."""
    items = facts().stated.swot
    assert [item.id for item in ordered(items, Quadrant.STRENGTH)] == ["a-f2", "a-f1", "b-f1"]
    assert [item.score for item in ordered(items, Quadrant.STRENGTH)] == [9, 6, 1]


def test_of_equal_products_the_higher_impact_stands_first() -> None:
    """And then the id, so that nothing hangs on the file."""
    first = facts().stated.swot[0]
    made = [
        replace(first, id=key, impact=impact, certainty=6 // impact)
        for key, impact in (("c", 2), ("b", 2), ("a", 3))
    ]
    assert [item.id for item in ordered(made, Quadrant.STRENGTH)] == ["a", "b", "c"]


def test_a_quadrant_is_internal_or_external() -> None:
    """Strengths and weaknesses are of the entity; strengths and opportunities help."""
    assert [q.value for q in Quadrant if q.is_internal] == ["F", "D"]
    assert [q.value for q in Quadrant if q.helps] == ["F", "O"]


def test_a_priority_stands_where_it_cites_both_sides() -> None:
    """It cites F, D and O, and no A: so at FO and DO."""
    stated = facts().stated
    found = crossed(stated.priorities, stated.items_by_id)
    assert tuple(found) == tuple(CROSSINGS)
    filled = [f"{inside}{outside}" for (inside, outside), own in found.items() if own]
    assert filled == ["FO", "DO"]


@pytest.mark.parametrize(
    ("as_of", "overdue"), [("2025-06-29", 0), ("2025-06-30", 1), ("2026-07-01", 2)]
)
def test_an_action_is_overdue_after_its_day(as_of: str, overdue: int) -> None:
    """Not on the day itself, and never once it is done."""
    found = progress(facts().stated.actions, date.fromisoformat(as_of))
    assert (found.total, found.done, found.overdue) == (3, 1, overdue)


def test_only_regions_that_said_something_have_a_page() -> None:
    """B has an item and no priority; C has nothing."""
    known = book(facts())
    paths = list(priority_paths(known))
    assert paths == [
        "prioridades/index.html",
        "regiones/region-a/prioridades/index.html",
        "regiones/region-b/prioridades/index.html",
    ]
    assert [page.path for page in priority_pages(known)] == paths


def test_a_site_without_registers_has_no_such_pages() -> None:
    """Nor does its region page invite anybody."""
    known = book(catalog(regions(2), [indicator()], [observation("A01", 1)]))
    assert list(priority_paths(known)) == []
    assert list(priority_pages(known)) == []
    assert priorities_block(known, known.areas[0], "x/index.html") is None


def test_who_published_and_who_did_not() -> None:
    """A region with items and no priority is on both lists."""
    page = priorities_page(book(facts()))
    assert page.lead == "1 de 3 regiones publicó aquí sus prioridades."
    assert [(row.priorities, row.items, row.actions) for row in page.rows] == [
        ("1", "4", "acciones: 3; cumplidas: 1; vencidas: 1"),
        ("0", "1", ""),
    ]
    assert [link.text for link in page.missing] == ["Región sintética B", "Región sintética C"]
    nobody = priorities_page(book(silent()))
    assert nobody.rows == ()
    assert nobody.lead.startswith("Ninguna región ha publicado")


def test_the_page_of_a_region_tells_its_priorities() -> None:
    """With what they cite, their measures, and each action with its state at the edition."""
    known = book(facts())
    page = area_priorities_page(known, known.areas[0])
    (priority,) = page.priorities
    measures = [text.replace("\u00a0", " ") for text in (priority.baseline, priority.target)]
    assert measures == ["51.0 percent en 2024", "60.5 percent en 2026"]
    assert [link.href for link in priority.cites] == ["#a-f1", "#a-d1", "#a-o1"]
    assert [action.state for action in priority.actions] == ["done", "overdue", "pending"]
    assert [action.state_text for action in priority.actions] == [
        "cumplida el 31 de enero de 2025",
        "vencida: sigue pendiente",
        "pendiente",
    ]
    assert [quadrant.code for quadrant in page.quadrants] == ["F", "D", "O", "A"]
    evidence = [item.evidence for quadrant in page.quadrants for item in quadrant.items]
    assert [bool(link.href) for link in evidence] == [True, True, True, False]
    without = area_priorities_page(known, known.areas[1])
    assert (without.priorities, without.tows) == ((), ())
    assert without.lead.startswith("Aún sin prioridades publicadas. 1 punto")


def test_a_priority_that_is_not_finished_is_not_published() -> None:
    """Its words are not among the documents, so neither is it anywhere."""
    documents = tuple(d for d in facts().documents if d.kind != "priorities")
    known = book(replace(facts(), documents=documents))
    assert priorities_page(known).lead.startswith("Ninguna región")
    assert area_priorities_page(known, known.areas[0]).priorities == ()


def test_a_region_page_tells_priorities_or_invites() -> None:
    """What it says where there is nothing accuses nobody."""
    known = book(facts())
    page = known.path("areas", "region-a")
    told = priorities_block(known, known.areas[0], page)
    assert told is not None
    assert told.page is not None
    assert told.empty == ""
    assert [p.link.href for p in told.priorities] == ["prioridades/index.html#p-primera"]
    invited = priorities_block(known, known.areas[2], page)
    assert invited is not None
    assert (invited.priorities, invited.page) == ((), None)
    assert "no quiere decir que no las tenga" in invited.empty


def shares(
    part: int,
    *,
    direction: Direction = Direction.HIGHER,
    benchmark: str = "national",
    status: IndicatorStatus = IndicatorStatus.LIVE,
    is_counted: bool = True,
) -> Catalog:
    """Six areas with a share of a thousand each: *part* per cent the first, 50 the others."""
    measure = replace(
        indicator(type_=IndicatorType.PERCENTAGE, direction=direction, status=status),
        benchmark=benchmark,
    )
    rows = [
        replace(
            observation(f"A{n:02}", value, line=n + 1),
            numerator=Decimal(value * 10) if is_counted else None,
            denominator=Decimal(1000) if is_counted else None,
        )
        for n, value in enumerate([part, *[50] * 5], start=1)
    ]
    facts_ = catalog(regions(6), [measure], rows)
    return replace(facts_, registers=silent().registers)


def suggested(facts_: Catalog, code: str = "A01") -> tuple[list[Quadrant], int]:
    """The quadrants suggested for an area, and among how many comparisons."""
    found = suggestions(book(facts_).benchmarks.comparisons, code)
    return [each.quadrant for each in found.found], found.compared


@pytest.mark.parametrize(
    ("part", "direction", "expected"),
    [
        (90, Direction.HIGHER, [Quadrant.STRENGTH]),
        (10, Direction.HIGHER, [Quadrant.WEAKNESS]),
        (10, Direction.LOWER, [Quadrant.STRENGTH]),
        (50, Direction.HIGHER, []),
    ],
)
def test_figures_suggest_only_what_chance_does_not_explain(
    part: int, direction: Direction, expected: list[Quadrant]
) -> None:
    """Better is a strength, worse a weakness, similar nothing."""
    assert suggested(shares(part, direction=direction)) == (expected, 1)


def test_what_is_told_at_95_is_not_suggested() -> None:
    """At 95 % 54.5 % is better than the rest; at 99.8 % it is not."""
    facts_ = shares(54)
    judged = book(facts_).benchmarks.comparisons["T-01"].judged["A01"]
    assert (judged.verdict, judged.headline) == (Verdict.BETTER, Verdict.SIMILAR)
    assert suggested(facts_) == ([], 1)


@pytest.mark.parametrize(
    "facts_",
    [
        shares(90, direction=Direction.NEUTRAL),
        shares(90, benchmark="median"),
        shares(90, status=IndicatorStatus.RETIRED),
        shares(90, is_counted=False),
    ],
    ids=["neutral", "no national benchmark", "retired", "no counts"],
)
def test_nothing_else_is_suggested(facts_: Catalog) -> None:
    """Whatever cannot be held against a national benchmark says nothing."""
    assert suggested(facts_) == ([], 0)
    assert suggested(facts_, "A99") == ([], 0)


def test_a_suggestion_is_told_with_its_figures() -> None:
    """And with how many comparisons it was found among."""
    known = book(shares(90))
    block = priorities_block(known, known.areas[0], known.path("areas", "a01"))
    assert block is not None
    (view,) = block.suggestions
    assert view.quadrant == "Posible fortaleza"
    assert "90.0" in view.text
    assert "mejor que la referencia nacional" in view.text
    assert "Se comparó 1 cifra" in block.suggestions_note
    assert "0.002 avisos" in block.suggestions_note


@pytest.mark.parametrize(
    ("facts_", "why"),
    [
        (shares(50), "no se aparta de ella"),
        (shares(90, direction=Direction.NEUTRAL), "ninguna de sus cifras se puede comparar"),
    ],
)
def test_why_nothing_is_suggested_is_told(facts_: Catalog, why: str) -> None:
    """An empty list alone would look as if all were well."""
    known = book(facts_)
    block = priorities_block(known, known.areas[0], known.path("areas", "a01"))
    assert block is not None
    assert block.suggestions == ()
    assert why in block.suggestions_note
