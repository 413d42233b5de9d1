"""The areas right below an area, and what their figures give together, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quipu.model import Observation
from quipu.pages.below import below_blocks, computed
from quipu.pages.book import Book
from quipu.pages.requests import MOST_LISTED
from quipu.vocab import AreaKind, IndicatorType, Rollup
from tests.books import book
from tests.samples import area, catalog, indicator, observation, regions

SUM = replace(indicator(type_=IndicatorType.COUNT), rollup=Rollup.SUM)
RATIO = replace(indicator(type_=IndicatorType.PERCENTAGE), rollup=Rollup.RATIO)
PARENT, *_ = REGIONS = regions(2)
CHILDREN = (
    replace(area("P1", kind=AreaKind.PROVINCE, name="Uno"), parent="A01", slug="p1"),
    replace(area("P2", kind=AreaKind.PROVINCE, name="Dos"), parent="A01", slug="p2"),
    replace(area("D1", kind=AreaKind.DISTRICT, name="Suelto"), parent="A01", slug="d1"),
)
KINDS = (AreaKind.REGION, AreaKind.PROVINCE, AreaKind.DISTRICT)


def opened(rows: list[Observation], measure: object = SUM) -> Book:
    """Two provinces and a district right below a region."""
    facts = catalog((*REGIONS, *CHILDREN), [measure], rows)  # type: ignore[list-item]
    site = replace(facts.site, page_kinds=KINDS, key_indicators=("T-01",))
    return book(replace(facts, site=site))


def test_sheets_are_said_to_list_other_places_only_where_they_do() -> None:
    """An area that holds every area of the kind has them all to itself."""
    many = tuple(
        replace(area(f"P{n}", kind=AreaKind.PROVINCE), parent="A01", slug=f"p{n}")
        for n in range(MOST_LISTED + 1)
    )
    other = replace(many[0], code="Q1", slug="q1", parent="A02")
    for areas, said in (
        (many, "Son 251 áreas: están en estas hojas."),
        ((*many, other), "Son 251 áreas: están en estas hojas, junto con las de otros lugares."),
    ):
        facts = catalog((*REGIONS, *areas), [SUM], [])
        one = book(replace(facts, site=replace(facts.site, page_kinds=KINDS[:2])))
        [block] = below_blocks(one, PARENT, "index.html")
        assert (block.rows, block.sheets_note) == ((), said)


def told(rows: list[Observation], measure: object = SUM) -> str:
    """What is computed of the one indicator."""
    [fact] = computed(opened(rows, measure), PARENT)
    return fact.text.replace("\u00a0", " ")


def test_each_kind_has_a_table_of_its_own_figures() -> None:
    """A district in no province is listed apart, with its figure and not with a dash."""
    rows = [observation(code, n, "2024") for n, code in enumerate(("P1", "P2", "D1"), start=1)]
    blocks = below_blocks(opened(rows), PARENT, "index.html")
    assert [block.anchor for block in blocks] == ["dentro-province", "dentro-district"]
    cells = [[(row.link.text, *row.cells) for row in block.rows] for block in blocks]
    assert [[name for name, _ in rows] for rows in cells] == [["Dos", "Uno"], ["Suelto"]]
    assert [[cell for _, cell in rows] for rows in cells] == [
        ["2.0 (2024)", "1.0 (2024)"],
        ["3.0 (2024)"],
    ]
    assert below_blocks(opened(rows), REGIONS[1], "index.html") == ()


def test_a_sum_is_of_all_areas_below_whatever_their_kind() -> None:
    """It says of how many and of when; an area with nothing below has none."""
    rows = [observation(code, n, "2024") for n, code in enumerate(("P1", "P2", "D1"), start=1)]
    assert told(rows) == "6.0 (2024; suma de 3 áreas)"
    assert computed(opened(rows), REGIONS[1]) == ()


def test_a_published_figure_stands_beside_the_computed_one() -> None:
    """They may differ, and the reader sees both."""
    rows = [observation(code, n, "2024") for n, code in enumerate(("P1", "P2", "D1"), start=1)]
    assert told([*rows, observation("A01", 7, "2025")]) == (
        "6.0 (2024; suma de 3 áreas). La cifra publicada es 7.0 (2025)"
    )


def test_without_a_sum_the_reason_is_told() -> None:
    """Who is missing, by name; or that the denominators are nothing."""
    assert told([observation("P1", 1), observation("P2", 2)]) == (
        "no se calcula (2024): falta una cifra comparable de ese periodo en 1 de 3 áreas: Suelto"
    )
    nothing = [
        replace(observation(code, 0), numerator=Decimal(0), denominator=Decimal(0))
        for code in ("P1", "P2", "D1")
    ]
    assert told(nothing, RATIO) == ("no se calcula (2024): los denominadores suman cero (3 áreas)")


def test_a_published_share_without_its_counts_is_not_called_missing() -> None:
    """It is there for all to see; what is missing is what it is a share of."""
    counted = [
        replace(observation(code, 50), numerator=Decimal(1), denominator=Decimal(2))
        for code in ("P1", "P2")
    ]
    assert told([*counted, observation("D1", 45)], RATIO) == (
        "no se calcula (2024): faltan el numerador y el denominador de ese periodo en 1 de 3 "
        "áreas: Suelto"
    )
