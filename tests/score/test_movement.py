"""Changes and trends: the worked example, and why nothing is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quipu.model import Indicator, Observation
from quipu.score.movement import Move, Movement, movements
from quipu.stats.change import TrendState
from quipu.vocab import Direction, IndicatorType, ObsStatus
from tests.score.made import core, row
from tests.stats.oracle import EXPECTED, INPUT, near

SHARE, RATE, SCORE = IndicatorType.PERCENTAGE, IndicatorType.RATE, IndicatorType.SCORE
SAID = {
    "improved": Move.IMPROVED,
    "worsened": Move.WORSENED,
    "no significant change": Move.SAME,
    "not calculated (<10 events)": Move.FEW_EVENTS,
}


def moved(measure: Indicator, *rows: Observation, of: Move | None = None) -> Movement:
    """Judge a series; check its change where one is expected."""
    found = movements(measure, {"A01": rows})["A01"]
    if of is not None:
        assert found.move is of
    return found


def years(
    pairs: Sequence[tuple[float, float]], scale: float, start: int = 2024
) -> list[Observation]:
    """Counts of years in a row, oldest first."""
    return [
        row("A01", scale * x / n, "I", period=str(start + at), counts=(x, n))
        for at, (x, n) in enumerate(pairs)
    ]


@pytest.mark.parametrize("region", list(EXPECTED["change_x2"]))
def test_changes_of_a_share_in_the_example(region: str) -> None:
    """Newcombe's interval in percentage points, and the verdict."""
    cells, expected = INPUT[region], EXPECTED["change_x2"][region]
    pairs = [(cells["x2_num_prev"], cells["x2_den_prev"]), (cells["x2_num"], cells["x2_den"])]
    found = moved(core("I", "G", type_=SHARE), *years(pairs, 100))
    assert [found.lower, found.upper] == near([expected["lo"], expected["hi"]])
    assert found.move is SAID[expected["verdict"]]
    assert found.before is not None
    assert float(found.before.value or 0) == near(expected["prev"])
    assert found.move.is_told


@pytest.mark.parametrize("region", list(EXPECTED["change_x4"]))
def test_changes_of_a_rate_in_the_example(region: str) -> None:
    """The ratio's interval, where lower is better; with three events it is not calculated."""
    cells, expected = INPUT[region], EXPECTED["change_x4"][region]
    pairs = [(cells["x4_count_prev"], cells["x4_pop"]), (cells["x4_count"], cells["x4_pop"])]
    measure = core("I", "G", type_=RATE, direction=Direction.LOWER)
    found = moved(measure, *years(pairs, 1e5), of=SAID[expected["verdict"]])
    if found.move is Move.FEW_EVENTS:
        assert (found.lower, found.upper) == (None, None)
        assert not found.move.is_told
    else:
        assert [found.lower, found.upper] == near([expected["lo"], expected["hi"]])


@pytest.mark.parametrize(
    ("key", "state"),
    [("trend_small", TrendState.NOT_SIGNIFICANT), ("trend_large", TrendState.INCREASING)],
)
def test_trends_of_the_example(key: str, state: TrendState) -> None:
    """Slope and chi-square of five years."""
    expected = EXPECTED[key]
    found = moved(core("I", "G", type_=SHARE), *years(expected["series"], 100, 2020)).trend
    assert found.state is state
    assert [found.slope, found.chi2] == near([expected["slope"], expected["chi2"]])


@pytest.mark.parametrize("scale", [1.0, 100.0])
def test_the_interval_of_a_share_is_in_the_unit_of_the_indicator(scale: float) -> None:
    """A share published from 0 to 1 moves by parts of 1, one in per cent by points."""
    cells, expected = INPUT["RA"], EXPECTED["change_x2"]["RA"]
    pairs = [(cells["x2_num_prev"], cells["x2_den_prev"]), (cells["x2_num"], cells["x2_den"])]
    found = moved(core("I", "G", type_=SHARE), *years(pairs, scale))
    limits = [expected["lo"] * scale / 100, expected["hi"] * scale / 100]
    assert [found.lower, found.upper] == near(limits)
    # No case in either of the last years: the unit is that of the years before.
    none = moved(core("I", "G", type_=SHARE), *years([(60, 120), (0, 120), (0, 118)], scale))
    assert none.upper is not None
    assert 0 < none.upper < 0.05 * scale


def test_a_neutral_indicator_rises_and_falls() -> None:
    """Neither is good or bad."""
    measure = core("I", "G", type_=SHARE, direction=Direction.NEUTRAL)
    moved(measure, *years([(10, 100), (60, 100)], 100), of=Move.ROSE)
    moved(measure, *years([(60, 100), (10, 100)], 100), of=Move.FELL)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0, 1, Move.ADOPTED),
        (1, 0, Move.WITHDRAWN),
        (2, 2, Move.SAME),
    ],
)
def test_facts_are_adopted_or_withdrawn(before: int, after: int, expected: Move) -> None:
    """Yes where it was no, or a higher level; no interval is needed for a fact."""
    for kind in (IndicatorType.BINARY, IndicatorType.ORDINAL):
        measure = core("I", "G", type_=kind, high="4")
        series = (row("A01", before, "I", period="2023"), row("A01", after, "I", period="2024"))
        assert moved(measure, *series, of=expected).lower is None


@pytest.mark.parametrize(
    ("low", "high", "before", "after", "expected"),
    [
        ("0", "100", "60.1", "65.1", Move.IMPROVED),
        ("0", "100", "60.2", "65.1", Move.SAME),
        ("0", "5", "1.75", "2", Move.IMPROVED),
        ("0", "5", "2", "1.8", Move.SAME),
        ("0", "5", "2", "1.7", Move.WORSENED),
        # A score of zero is a score, also where the scale begins elsewhere.
        ("-5", "5", "-5", "0", Move.IMPROVED),
        ("-5", "5", "0", "-5", Move.WORSENED),
        ("10", "20", "10", "0", Move.WORSENED),
    ],
)
def test_a_score_moves_by_five_points_of_its_scale(
    low: str, high: str, before: str, after: str, expected: Move
) -> None:
    """Between its goalposts; less is not reported."""
    series = (row("A01", before, "I", period="2023"), row("A01", after, "I", period="2024"))
    moved(core("I", "G", low=low, high=high), *series, of=expected)


def test_why_nothing_is_said() -> None:
    """One period, a break, no scale, no counts: each by its name."""
    old, new = row("A01", 10, "I", period="2023"), row("A01", 90, "I", period="2024")
    broken = row("A01", 90, "I", period="2024", status=ObsStatus.BREAK)
    score = core("I", "G")
    moved(score, new, of=Move.NO_EARLIER)
    moved(score, old, broken, of=Move.BREAK)
    moved(core("I", "G", low=None, high=None), old, new, of=Move.NO_SCALE)
    moved(core("I", "G", type_=SHARE), old, new, of=Move.NO_COUNTS)
    moved(core("I", "G", type_=IndicatorType.COUNT), old, new, of=Move.NO_COUNTS)
    assert movements(score, {"A01": ()}) == {}
    assert not any(
        move.is_told for move in (Move.NO_EARLIER, Move.BREAK, Move.NO_SCALE, Move.NO_COUNTS)
    )


def test_counts_of_nothing_are_counts() -> None:
    """No case in either year: a share did not change, and of a rate there are too few events."""
    none = years([(0, 120), (0, 118)], 100)
    found = moved(core("I", "G", type_=SHARE), *none, of=Move.SAME)
    assert found.lower is not None
    moved(core("I", "G", type_=RATE), *none, of=Move.FEW_EVENTS)


def test_a_part_larger_than_its_whole_has_no_interval() -> None:
    """Then chance cannot be told from change."""
    over = years([(50, 100), (110, 100)], 100)
    found = moved(core("I", "G", type_=SHARE), *over, of=Move.NO_COUNTS)
    assert (found.lower, found.upper) == (None, None)


def test_a_break_begins_the_trend_anew() -> None:
    """Six years with a break in the third: four are left, too few."""
    pairs = [(100 * n, 1000) for n in range(1, 7)]
    series = years(pairs, 100, 2019)
    measure = core("I", "G", type_=SHARE)
    assert moved(measure, *series).trend.state is TrendState.INCREASING
    x, n = pairs[2]
    series[2] = row("A01", 100 * x / n, "I", period="2021", counts=(x, n), status=ObsStatus.BREAK)
    found = moved(measure, *series)
    assert found.trend.state is TrendState.TOO_FEW_POINTS
    # The last change is within the new series.
    assert found.move is Move.IMPROVED


def test_a_trend_needs_five_even_periods_with_intervals() -> None:
    """Four, a gap, or no counts: no trend, and which of them it is."""
    measure = core("I", "G", type_=SHARE)
    pairs = [(100 * n, 1000) for n in range(1, 7)]
    six = years(pairs, 100, 2019)
    assert moved(measure, *six[:4]).trend.state is TrendState.TOO_FEW_POINTS
    assert moved(measure, *six[:3], *six[4:]).trend.state is TrendState.TOO_FEW_POINTS
    assert moved(measure, *six[1:]).trend.state is TrendState.INCREASING
    bare = [row("A01", 10 * n, "I", period=str(2018 + n)) for n in range(1, 7)]
    assert moved(measure, *bare).trend.state is TrendState.NO_INTERVAL
    assert moved(measure, *bare[:2]).trend.state is TrendState.TOO_FEW_POINTS
