"""Scores: their parts, reasons and ranks, and what holds of them whatever the figures."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quipu.method import Method, Uncertainty
from quipu.model import Catalog
from quipu.rules import check
from quipu.score.robustness import method_ranks
from quipu.score.scores import core_indicators, score
from quipu.score.sheet import Reason
from quipu.score.values import Score, ScoreSet
from quipu.vocab import (
    Aggregation,
    AreaKind,
    Direction,
    IndicatorStatus,
    IndicatorType,
    Normalisation,
    ObsStatus,
    Quality,
)
from tests.samples import area, regions
from tests.score.made import AS_OF, QUIET, core, facts, group, row, table
from tests.stats.oracle import near

CODES = ("I", "J", "K")
CELL = st.one_of(st.none(), st.integers(min_value=-20, max_value=120))
TABLES = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=7)
few = settings(max_examples=40)
TREE = (
    group("R", aggregate=Aggregation.GEOMETRIC, min_coverage=0.5),
    group("G", "R"),
    group("H", "R"),
)
INDICATORS = (
    core("I", "G", weight="2"),
    core("J", "G", direction=Direction.LOWER),
    core("K", "H"),
)


def made(values: list[tuple[int | None, ...]], method: Method | None = None) -> Catalog:
    """A catalog of a table of values."""
    return facts(regions(len(values)), TREE, INDICATORS, table(values, CODES), method=method)


def scored(catalog: Catalog) -> ScoreSet:
    """Score a catalog that has a method."""
    found = score(catalog, AS_OF)
    assert found is not None
    return found


def gist(found: Score) -> tuple[object, ...]:
    """What a reader is told of a score."""
    return (found.points, found.coverage, found.reason, found.parts, found.is_clipped)


def test_a_root_without_a_method_has_no_scores() -> None:
    """Nothing is scored unless the root says how."""
    assert score(replace(made([(1, 2, 3)]), method=None), AS_OF) is None


def test_points_parts_and_shares() -> None:
    """(2·60 + 70)/3 for G, where lower is better for J; √(G·K) above it."""
    scores = scored(made([(60, 30, 10), (None, 20, 40)]))
    first = scores.scores["G", "A01"]
    assert first.points == near(190 / 3)
    assert [(p.subject, p.points, p.weight, p.share) for p in first.parts] == [
        ("I", near(60), 2.0, near(2 / 3)),
        ("J", near(70), 1.0, near(1 / 3)),
    ]
    assert scores.scores["R", "A01"].points == near((190 / 3 * 10) ** 0.5)
    assert scores.scores["R", "A01"].level == 3
    assert scores.scores["J", "A01"].points == near(70)
    assert scores.scores["J", "A01"].level == 1
    # A third of G's weight is not enough for A02; its index rests on K alone.
    second = scores.scores["G", "A02"]
    assert (second.points, second.coverage) == (None, near(1 / 3))
    assert second.reason is Reason.COVERAGE
    assert [p.reason for p in second.parts] == [Reason.NO_VALUE, Reason.NONE]
    top = scores.scores["R", "A02"]
    assert (top.points, top.coverage) == (near(40), 0.5)
    assert [(p.subject, p.share, p.reason) for p in top.parts] == [
        ("G", 0.0, Reason.COVERAGE),
        ("H", 1.0, Reason.NONE),
    ]


def test_a_group_without_figures_anywhere_says_so() -> None:
    """Not «too little of its weight», but that there is nothing to weigh."""
    scores = scored(
        facts(
            regions(2),
            [*TREE, group("EMPTY")],
            [*INDICATORS, core("W", "H", status=IndicatorStatus.WANTED)],
            table([(10, 20), (30, 40)], ("I", "J")),
        )
    )
    for code in ("A01", "A02"):
        assert scores.scores["H", code].reason is Reason.NO_FIGURES
        assert scores.scores["W", code].reason is Reason.WANTED
        assert scores.scores["K", code].reason is Reason.NO_VALUE
    assert scores.of("EMPTY", "A01") is None
    assert [node.id for node in scores.scored_groups()] == ["G", "R"]


def test_values_beyond_the_goalposts_are_marked() -> None:
    """120 of 100 earns 100, and the mark tells that the value says more."""
    scores = scored(made([(120, 0, 100)]))
    assert (scores.scores["I", "A01"].points, scores.scores["I", "A01"].is_clipped) == (100, True)
    assert not scores.scores["J", "A01"].is_clipped


@pytest.mark.parametrize("how", [Quality.PARTIAL_LIST, Quality.UNDATED])
def test_partial_and_undated_values_are_never_scored(how: Quality) -> None:
    """Quality C and D earn no points, in the indicator and above it."""
    undated = how is Quality.UNDATED
    catalog = facts(
        regions(1),
        [group("G")],
        [core("I", "G")],
        [row("A01", 50, "I", quality=how, period="" if undated else "2024")],
    )
    found = scored(catalog)
    assert found.scores["I", "A01"].reason is Reason.PARTIAL
    assert found.scores["G", "A01"].points is None


def test_neutral_and_draft_indicators_never_enter() -> None:
    """An indicator without a better end can earn no points, marked core or not."""
    entering = core("I", "G")
    others = (
        core("N", "G", direction=Direction.NEUTRAL),
        core("D", "G", status=IndicatorStatus.DRAFT),
        core("X", "G", is_core=False),
    )
    catalog = facts(regions(1), [group("G")], [entering, *others], [row("A01", 50, "I")])
    assert core_indicators(catalog) == (entering,)
    assert set(scored(catalog).scores) == {("I", "A01"), ("G", "A01")}


@pytest.mark.parametrize("kind", [IndicatorType.COUNT, IndicatorType.AMOUNT])
def test_counts_without_a_denominator_are_refused(kind: IndicatorType) -> None:
    """A large region has more of everything: the check stops such a root before it is scored."""
    for measure, codes in (
        (core("I", "G", type_=kind), {"E336"}),
        (core("I", "G", type_=IndicatorType.RATE), set()),
        (core("I", "G", direction=Direction.NEUTRAL), {"E335"}),
        (core("I", "G", high=None), {"E337"}),
    ):
        catalog = facts(regions(1), [group("G")], [measure], [row("A01", 50, "I")])
        found = {finding.code for finding in check(catalog, AS_OF)}
        assert found & {"E335", "E336", "E337"} == codes


def test_only_areas_with_a_page_are_scored() -> None:
    """A composite and the country have values, and no score."""
    areas = (
        *regions(2),
        area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02")),
        area("P", kind=AreaKind.COUNTRY),
    )
    rows = [row("A01", 10, "I"), row("A01+A02", 90, "I"), row("P", 95, "I")]
    scores = scored(facts(areas, [group("G")], [core("I", "G")], rows))
    assert scores.sheet.areas == ("A01", "A02")
    assert {code for _, code in scores.scores} == {"A01", "A02"}
    assert scores.scores["I", "A02"].reason is Reason.JOINT
    assert scores.scores["I", "A01"].points == 10


def test_a_coverage_of_exactly_65_per_cent_passes() -> None:
    """Thirteen of twenty: a score; twelve: none, and the reason."""
    codes = [f"I{n:02}" for n in range(20)]
    catalog = facts(
        regions(2),
        [group("G", min_coverage=0.65)],
        [core(code, "G", weight="0.1") for code in codes],
        [row("A01", 40, code) for code in codes[:13]] + [row("A02", 40, c) for c in codes[:12]],
    )
    scores = scored(catalog)
    assert scores.scores["G", "A01"].points == near(40)
    assert scores.scores["G", "A02"].points is None
    assert scores.scores["G", "A02"].reason is Reason.COVERAGE


def test_ranks_are_told_by_groups_and_only_where_the_method_draws() -> None:
    """An interval among so many, and a tier; without draws neither."""
    values: list[tuple[int | None, ...]] = [(90, 10, 90), (20, 80, 20), (50, 50, 50), (None,) * 3]
    how = Method(version="1", uncertainty=Uncertainty(draws=50, samples=0, seed=1))
    scores = scored(made(values, how))
    rank = scores.scores["R", "A01"].rank
    assert rank is not None
    assert (rank.low, rank.median, rank.high, rank.count) == (1, 1, 1, 3)
    assert [scores.scores["R", f"A0{n}"].tier for n in (1, 2, 3, 4)] == [1, 3, 2, 0]
    assert scores.scores["R", "A04"].rank is None
    assert scores.scores["I", "A01"].rank is None
    quiet = scored(made(values, Method(version="1", uncertainty=QUIET)))
    assert all(one.rank is None and not one.tier for one in quiet.scores.values())
    assert quiet.ranks.shape == (3, 0, 4)


def test_one_area_alone_has_no_rank() -> None:
    """First of one says nothing."""
    how = Method(version="1", uncertainty=Uncertainty(draws=20, samples=0))
    # A02 has a figure of J, which is not enough of G for a score.
    scores = scored(made([(90, 10, 90), (None, 50, None)], how))
    for node in ("G", "H", "R"):
        assert scores.scores[node, "A01"].points is not None
        assert scores.scores[node, "A01"].rank is None


def test_ranks_share_ties_and_leave_places_out() -> None:
    """1, 2, 2, 4 on scores that are not rounded: 50.0000001 stands before 50."""
    catalog = facts(
        regions(5),
        [group("G")],
        [core("I", "G")],
        table([[70], [50], [50], [50.0000001], [10]], ["I"]),
    )
    problem = scored(catalog).problem
    assert method_ranks(problem.tree, problem.points())[0].tolist() == [1, 3, 3, 2, 5]


def test_missing_is_not_zero() -> None:
    """Reporting a zero costs points; reporting nothing does not earn or cost any."""
    scores = scored(
        facts(
            regions(3),
            [group("G", min_coverage=0.5)],
            [core("I", "G"), core("J", "G")],
            table([[60, 0], [60, None], [60, 60]], ["I", "J"]),
        )
    )
    assert [scores.scores["G", f"A0{n}"].points for n in (1, 2, 3)] == near([30, 60, 60])


@few
@given(TABLES)
def test_points_or_a_reason_never_both(values: list[tuple[int | None, ...]]) -> None:
    """Every score has points or says why not, and its coverage is a share."""
    for found in scored(made(values)).scores.values():
        assert (found.points is None) == (found.reason is not Reason.NONE)
        assert 0 <= found.coverage <= 1
        for part in found.parts:
            assert (part.points is None) == (part.reason is not Reason.NONE)
        held = sum(part.share for part in found.parts)
        assert held == near(1) or not any(part.points for part in found.parts)


@few
@given(TABLES, st.tuples(CELL, CELL, CELL))
def test_another_area_changes_nobodys_score(
    values: list[tuple[int | None, ...]], more: tuple[int | None, ...]
) -> None:
    """With goalposts, scores are those of the area alone, whoever else comes in."""
    before, after = scored(made(values)), scored(made([*values, more]))
    for key, found in before.scores.items():
        told = gist(after.scores[key])
        # «No figures anywhere» may become «too little here» when another area has some.
        if found.reason is Reason.NO_FIGURES or any(
            part.reason is Reason.NO_FIGURES for part in found.parts
        ):
            assert after.scores[key].points == found.points
            assert after.scores[key].coverage == found.coverage
            continue
        assert told == gist(found)


def test_yearly_min_max_would_fail_that_promise() -> None:
    """Which is why it is a scenario and never the published score."""
    how = Method(version="1", normalisation=Normalisation.MIN_MAX, uncertainty=QUIET)
    before = scored(made([(10, 10, 10), (50, 50, 50)], how))
    after = scored(made([(10, 10, 10), (50, 50, 50), (90, 90, 90)], how))
    assert before.scores["I", "A02"].points == near(100)
    assert after.scores["I", "A02"].points == near(50)


@few
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_areas_and_rows_changes_nothing(
    values: list[tuple[int | None, ...]], random: Random
) -> None:
    """Scores are found by area, whatever the order of the files."""
    catalog = made(values)
    areas, rows = list(catalog.areas), list(catalog.observations)
    random.shuffle(areas)
    random.shuffle(rows)
    turned = scored(replace(catalog, areas=tuple(areas), observations=tuple(rows)))
    for key, found in scored(catalog).scores.items():
        assert gist(turned.scores[key]) == gist(found)


@few
@given(TABLES, st.permutations(range(3)))
def test_the_order_of_indicators_changes_nothing(
    values: list[tuple[int | None, ...]], order: list[int]
) -> None:
    """Points are the same to nine digits whichever indicator stands first."""
    catalog = made(values)
    turned = scored(replace(catalog, indicators=tuple(catalog.indicators[n] for n in order)))
    for key, found in scored(catalog).scores.items():
        other = turned.scores[key]
        if found.points is None:
            assert other.points is None
        else:
            assert other.points == near(found.points)
        assert found.coverage == near(other.coverage)


@few
@given(TABLES, st.integers(min_value=0, max_value=6), st.integers(min_value=1, max_value=40))
def test_a_better_figure_never_lowers_a_score(
    values: list[tuple[int | None, ...]], who: int, by: int
) -> None:
    """More of what is better: no fewer points, on every level."""
    assume(who < len(values) and values[who][0] is not None)
    better = [
        (line[0] + by, *line[1:]) if n == who and line[0] is not None else line
        for n, line in enumerate(values)
    ]
    before, after = scored(made(values)), scored(made(better))
    for key, found in before.scores.items():
        if found.points is not None:
            other = after.scores[key].points
            assert other is not None
            assert other >= found.points - 1e-9


def test_forecasts_are_never_scored() -> None:
    """A forecast is no figure; the value before it counts."""
    rows = [row("A01", 40, "I", period="2023"), row("A01", 90, "I", status=ObsStatus.FORECAST)]
    scores = scored(facts(regions(1), [group("G")], [core("I", "G")], rows))
    assert scores.scores["I", "A01"].points == 40
    assert np.isnan(scores.sheet.values).sum() == 0
