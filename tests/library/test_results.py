"""A measured result: only where the test of every change says that the figure improved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.model import Observation
from quipu.model.library import Claim, Practice, PracticeStatus
from quipu.periods import UNDATED
from quipu.score.movement import Move
from quipu.score.results import Result, result
from quipu.vocab import Direction, IndicatorType, ObsStatus, Quality
from tests.library.shown import PROOF
from tests.samples import catalog, indicator, observation, regions

Pair = tuple[int, int]


def _practice(claim: Claim | None) -> Practice:
    return Practice(
        slug="hecho",
        ref_area="A01",
        titles={},
        bodies={},
        status=PracticeStatus.DONE,
        texts={},
        costs={},
        conditions={},
        valid_at=UNDATED,
        topics=(),
        claim=claim,
        proof=PROOF,
    )


def _row(period: str, pair: Pair, **changes: object) -> Observation:
    made = observation("A01", 100 * pair[0] // pair[1], period)
    return replace(
        made,
        numerator=Decimal(pair[0]),
        denominator=Decimal(pair[1]),
        **changes,  # type: ignore[arg-type]
    )


def _tested(
    *rows: Observation, direction: Direction = Direction.HIGHER, after: str = "2024"
) -> Result | None:
    measure = indicator(type_=IndicatorType.PERCENTAGE, direction=direction)
    facts = catalog(regions(1), [measure], rows)
    return result(facts, _practice(Claim(indicator="T-01", before="2022", after=after)))


@pytest.mark.parametrize(
    ("before", "after", "direction", "move"),
    [
        ((20, 100), (60, 100), Direction.HIGHER, Move.IMPROVED),
        ((60, 100), (20, 100), Direction.LOWER, Move.IMPROVED),
        ((60, 100), (20, 100), Direction.HIGHER, Move.WORSENED),
        ((50, 100), (51, 100), Direction.HIGHER, Move.SAME),
        # As large a step, among too few to tell it from chance.
        ((2, 10), (6, 10), Direction.HIGHER, Move.SAME),
        ((20, 100), (60, 100), Direction.NEUTRAL, Move.ROSE),
    ],
)
def test_only_an_improvement_beyond_chance_counts(
    before: Pair, after: Pair, direction: Direction, move: Move
) -> None:
    """At the level at which the site judges every change."""
    found = _tested(_row("2022", before), _row("2024", after), direction=direction)
    assert found is not None
    assert found.movement is not None
    assert found.movement.move is move
    assert found.is_measured is (move is Move.IMPROVED)


def test_the_periods_that_are_named_are_compared() -> None:
    """Not the last two of the series."""
    rows = (_row("2022", (20, 100)), _row("2023", (59, 100)), _row("2024", (60, 100)))
    found = _tested(*rows)
    assert found is not None
    assert (found.before.period.code, found.after.period.code) == ("2022", "2024")
    assert found.is_measured


@pytest.mark.parametrize("broken", ["2023", "2024"])
def test_a_series_that_breaks_between_measures_nothing(broken: str) -> None:
    """What changed may be how it is counted."""
    rows = [_row(year, pair) for year, pair in (("2022", (20, 100)), ("2023", (30, 100)))]
    rows.append(_row("2024", (60, 100)))
    rows = [
        replace(row, status=ObsStatus.BREAK) if row.period.code == broken else row for row in rows
    ]
    found = _tested(*rows)
    assert found is not None
    assert found.movement is not None
    assert found.movement.move is Move.BREAK
    assert not found.is_measured


def test_a_series_that_broke_before_still_measures() -> None:
    """A break at the first of the two periods, or earlier, touches neither."""
    first = _row("2022", (20, 100), status=ObsStatus.BREAK)
    found = _tested(first, _row("2024", (60, 100)))
    assert found is not None
    assert found.is_measured


def test_a_partial_figure_measures_nothing() -> None:
    """What may not be compared with others is not compared with itself."""
    partial = _row("2024", (60, 100), quality=Quality.PARTIAL_LIST)
    found = _tested(_row("2022", (20, 100)), partial)
    assert found is not None
    assert found.movement is None
    assert not found.is_measured


def test_figures_without_counts_measure_nothing() -> None:
    """Chance cannot be told from change."""
    found = _tested(observation("A01", 20, "2022"), observation("A01", 60, "2024"))
    assert found is not None
    assert not found.is_measured


def test_without_figures_there_is_no_result() -> None:
    """Nor without a claim."""
    assert _tested(_row("2022", (20, 100))) is None
    facts = catalog(regions(1), [indicator()], [])
    assert result(facts, _practice(None)) is None
    unknown = Claim(indicator="T-99", before="2022", after="2024")
    assert result(facts, _practice(unknown)) is None
