"""The figure of an area from those right below it: whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.compare import compare
from quipu.model import Observation
from quipu.score.rollup import RolledUp, Without, roll_up
from quipu.vocab import IndicatorType, ObsStatus, Quality, Rollup
from tests.samples import catalog, indicator, observation, regions

SUM = replace(indicator(type_=IndicatorType.COUNT), rollup=Rollup.SUM)
RATIO = replace(indicator(type_=IndicatorType.PERCENTAGE), rollup=Rollup.RATIO)


def rolled(rows: list[Observation], measure: object = SUM, parts: int = 3) -> RolledUp | None:
    """Roll up the first *parts* of some areas."""
    facts = catalog(regions(parts), [measure], rows)  # type: ignore[list-item]
    panel = compare(facts)["T-01"]
    return roll_up(panel.indicator, panel.series, facts.areas)


def counted(area: str, part: int, whole: int, period: str = "2024") -> Observation:
    """A share with its counts."""
    row = observation(area, str(Decimal(part) * 100 / whole), period)
    return replace(row, numerator=Decimal(part), denominator=Decimal(whole))


def test_values_of_one_period_are_added_up() -> None:
    """Exactly, and only those of the newest period that enough areas have."""
    rows = [observation(f"A0{n}", f"{n}.1", "2024") for n in (1, 2, 3)]
    found = rolled([*rows, observation("A01", 99, "2025"), observation("A02", 7, "2023")])
    assert found is not None
    assert (found.period.code, found.value, found.lacking, found.total) == (
        *("2024", Decimal("6.3"), (), 3),
    )


def test_an_older_period_does_not_stand_in_for_a_newer_one() -> None:
    """Two of three areas have 2025: the sum of 2024 would be told as if it were the newest."""
    rows = [observation(f"A0{n}", n, "2024") for n in (1, 2, 3)]
    found = rolled([*rows, observation("A01", 1, "2025"), observation("A03", 3, "2025")])
    assert found is not None
    assert (found.period.code, found.value, found.without) == ("2025", None, Without.PARTS)
    assert [area.code for area in found.lacking] == ["A02"]


def test_of_two_whole_periods_the_newer_counts() -> None:
    """Whatever their order in the file."""
    rows = [observation(f"A0{n}", n, year) for year in ("2024", "2023") for n in (1, 2, 3)]
    found = rolled(rows)
    assert found is not None
    assert found.period.code == "2024"


@pytest.mark.parametrize(
    "lacking",
    [
        [],
        [observation("A03", None, "2024")],
        [observation("A03", 3, "2024", quality=Quality.PARTIAL_LIST)],
        [observation("A03", None, "2024", status=ObsStatus.SUPPRESSED)],
    ],
)
def test_one_part_without_a_comparable_figure_leaves_no_sum(lacking: list[Observation]) -> None:
    """Nothing is filled in; how many are lacking is told."""
    found = rolled([observation("A01", 1), observation("A02", 2), *lacking])
    assert found is not None
    assert (found.value, found.without, found.total) == (None, Without.PARTS, 3)
    assert [area.code for area in found.lacking] == ["A03"]


def test_shares_are_weighed_by_what_they_are_shares_of() -> None:
    """1 of 2 and 0 of 98 are one in a hundred, not a quarter."""
    found = rolled([counted("A01", 1, 2), counted("A02", 0, 98)], RATIO, parts=2)
    assert found is not None
    assert found.value == 1


def test_a_share_without_counts_cannot_be_weighed() -> None:
    """It counts as lacking."""
    found = rolled([counted("A01", 1, 2), observation("A02", 50)], RATIO, parts=2)
    assert found is not None
    assert (found.value, found.without) == (None, Without.COUNTS)
    assert [area.code for area in found.lacking] == ["A02"]


def test_none_of_many_is_none_and_nothing_of_nothing_is_no_figure() -> None:
    """Numerators of 0 need no scale; denominators that add up to 0 give no ratio."""
    found = rolled([counted("A01", 0, 5), counted("A02", 0, 98)], RATIO, parts=2)
    assert found is not None
    assert (found.value, found.without) == (Decimal(0), None)
    nothing = [
        replace(observation(f"A0{n}", 0), numerator=Decimal(0), denominator=Decimal(0))
        for n in (1, 2)
    ]
    found = rolled(nothing, RATIO, parts=2)
    assert found is not None
    assert (found.value, found.without) == (None, Without.WHOLE)


def test_a_rate_that_hides_what_it_is_multiplied_by_is_not_guessed() -> None:
    """Values rounded to 0 with cases behind them: per 1,000 or per 100,000?"""
    rate = replace(indicator(type_=IndicatorType.RATE), rollup=Rollup.RATIO)
    rows = [
        replace(observation(f"A0{n}", 0), numerator=Decimal(1), denominator=Decimal(10**9))
        for n in (1, 2)
    ]
    found = rolled(rows, rate, parts=2)
    assert found is not None
    assert (found.value, found.without) == (None, Without.SCALE)


def test_nothing_is_said_where_nothing_can_be() -> None:
    """An indicator that does not say how, or of which no part has a figure."""
    assert rolled([observation("A01", 1)], replace(SUM, rollup=None)) is None
    assert rolled([]) is None
    assert rolled([observation("A01", 50)], RATIO) is None
