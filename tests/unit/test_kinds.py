"""An indicator in a kind of areas that are too many for rows: fifths, or each of few values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quipu.model import Indicator
from quipu.pages.kinds import kind_blocks
from quipu.views import KindBlock
from quipu.vocab import AreaKind, IndicatorType
from tests.books import book
from tests.samples import area, catalog, indicator, observation, regions

COUNT = 80


def block_of(measure: Indicator, values: Sequence[object]) -> KindBlock:
    """The block of 80 provinces that share some values."""
    provinces = [
        replace(area(f"P{n:02}", kind=AreaKind.PROVINCE, name=f"Uno {n}"), slug=f"p{n}")
        for n in range(COUNT)
    ]
    rows = [
        observation(f"P{n:02}", str(values[n % len(values)]), "2024", line=n + 2)
        for n in range(COUNT)
    ]
    facts = catalog((*regions(2), *provinces), [measure], rows)
    kinds = (AreaKind.REGION, AreaKind.PROVINCE)
    opened = book(replace(facts, site=replace(facts.site, page_kinds=kinds)))
    [block] = kind_blocks(opened, measure, "index.html")
    return block


@pytest.mark.parametrize(
    ("type_", "rows"),
    [
        (IndicatorType.BINARY, (("No", "40"), ("Sí", "40"))),
        (IndicatorType.SCORE, (("0.0", "40"), ("1.0", "40"))),
    ],
)
def test_few_values_are_counted_one_by_one(
    type_: IndicatorType, rows: tuple[tuple[str, str], ...]
) -> None:
    """Fifths would part areas that are equal; a spread would draw bars between no and yes."""
    block = block_of(indicator(type_=type_), (0, 1))
    assert block.chart is None
    assert block.fifths is not None
    assert block.fifths.head == ("Valor", "Áreas")
    assert block.fifths.rows == rows


def test_many_values_are_told_by_fifths_and_their_spread() -> None:
    """Every area is in one fifth."""
    block = block_of(indicator(), range(COUNT))
    assert block.chart is not None
    assert block.fifths is not None
    assert [row[1] for row in block.fifths.rows] == ["16"] * 5


def test_values_that_are_written_alike_are_one_row() -> None:
    """No two rows say the same value with two counts."""
    block = block_of(indicator(), ("12.31", "12.34", "15"))
    assert block.fifths is not None
    assert block.fifths.rows == (("12.3", "54"), ("15.0", "26"))


def test_levels_by_the_dozen_are_spread_like_other_values() -> None:
    """A row a level would be as many rows as areas."""
    block = block_of(indicator(type_=IndicatorType.ORDINAL), range(COUNT))
    assert block.fifths is not None
    assert len(block.fifths.rows) == 5
