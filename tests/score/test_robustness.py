"""Which choice moves ranks most, and whether indicators hang together: the worked example."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from quipu.method import Method, Uncertainty
from quipu.score.robustness import (
    Robustness,
    effective_weights,
    examine,
    method_ranks,
    pairs_told,
    told_apart,
    without,
)
from quipu.score.scores import score
from quipu.score.values import ScoreSet
from quipu.vocab import Direction, Normalisation
from tests.samples import regions
from tests.score.made import AS_OF, EXACT, QUIET, core, facts, group, table, worked
from tests.stats.oracle import EXPECTED, REGIONS, as_float, near


def scored(
    how: Normalisation = Normalisation.MIN_MAX, uncertainty: Uncertainty = QUIET
) -> ScoreSet:
    """The example, by default as its robustness is published."""
    found = score(worked(how, uncertainty=uncertainty), AS_OF)
    assert found is not None
    return found


def of_index(scores: ScoreSet) -> Robustness:
    """What is known of the index."""
    return next(one for one in examine(scores) if one.subject == "INDEX")


def test_leaving_an_indicator_out() -> None:
    """The published ranks without each indicator; without x1 RE has no capacity and no rank."""
    found = of_index(scored())
    assert [one.indicator for one in found.left_out] == ["x1", "x2", "x3", "x4"]
    base = [5, 1, 4, 2, 3, 6]
    for one in found.left_out:
        expected = EXPECTED["leave_one_out"][one.indicator]["ranks"]
        assert dict(zip(REGIONS, one.ranks, strict=True)) == expected
        shifts = [
            abs(rank - before)
            for rank, before in zip(one.ranks, base, strict=True)
            if rank is not None
        ]
        assert one.shift == near(sum(shifts) / len(shifts))
        assert one.most == max(shifts)


def test_correlations_with_the_index() -> None:
    """The published ones; the negative one is reported, not hidden."""
    found = of_index(scored())
    for check in found.checks:
        assert check.correlation == near(EXPECTED["corr_ind_index"][check.indicator])
    assert [check.is_negative for check in found.checks] == [False, False, False, True]
    assert not any(check.has_outliers or check.twins for check in found.checks)
    assert [check.weight for check in found.checks] == near([0.25] * 4)


def test_alpha_of_the_example() -> None:
    """On the five complete regions; negative, since the four do not measure one thing."""
    assert of_index(scored()).alpha == near(EXPECTED["cronbach_complete_cases"])


def test_the_most_influential_choice_stands_first() -> None:
    """Each choice alone, as published; the kind of mean moves ranks most."""
    found = of_index(scored())
    told = [
        (
            one.scenario.is_filled,
            one.scenario.other_scale,
            one.scenario.other_mean,
            one.scenario.emphasis,
            round(one.scenario.share, 9),
            round(one.shift, 4),
        )
        for one in found.influences
    ]
    assert told[0] == (False, False, True, "", 0.0, 1.3333)
    assert sorted(told) == sorted(
        [
            (True, False, False, "", 0.0, 0.6667),
            (False, True, False, "", 0.0, 0.6667),
            (False, False, True, "", 0.0, 1.3333),
            (False, False, False, "CAPACITY", 0.6, 0.6667),
            (False, False, False, "RISK_CONTROL", 0.6, 0.6667),
            (False, False, False, "CAPACITY", 0.75, 1.0),
            (False, False, False, "RISK_CONTROL", 0.75, 1.0),
        ]
    )
    assert [one.shift for one in found.influences] == sorted(
        (one.shift for one in found.influences), reverse=True
    )


def test_the_mean_shift_over_the_whole_grid() -> None:
    """0.8917 places from the ranks of the method, over the forty scenarios."""
    scores = scored()
    found = of_index(scores)
    base = method_ranks(scores.tree, scores.problem.points())[scores.tree.position("INDEX")]
    assert float(np.abs(found.places - base).mean()) == pytest.approx(0.8917, abs=5e-5)


def test_pairs_of_the_draws() -> None:
    """The published shares; from 95 % on one is said to stand above the other."""
    found = of_index(scored(uncertainty=EXACT)).pairs
    assert found is not None
    expected = [
        [as_float(EXPECTED["monte_carlo"]["p_ranked_above"][a].get(b)) for b in REGIONS]
        for a in REGIONS
    ]
    assert np.array_equal(found, np.array(expected), equal_nan=True)
    apart = told_apart(found)
    at = {region: n for n, region in enumerate(REGIONS)}
    assert not apart[at["RB"], at["RD"]]
    assert not apart[at["RD"], at["RB"]]
    assert apart[at["RB"], at["RC"]]
    assert not apart[at["RB"], at["RB"]]
    assert told_apart(np.array([[0.9499, 0.95]])).tolist() == [[False, True]]
    assert of_index(scored()).pairs is None


def test_pairs_are_counted_once_each() -> None:
    """Areas with a rank in every draw; those without one are in no pair."""
    found = of_index(scored(uncertainty=EXACT))
    assert found.pairs is not None
    assert pairs_told(found) == (int(told_apart(found.pairs).sum()), 15)
    gap = np.array([[np.nan, 0.96, np.nan], [0.04, np.nan, np.nan], [np.nan] * 3])
    assert pairs_told(replace(found, pairs=gap)) == (1, 1)
    assert pairs_told(replace(found, pairs=None)) is None


def test_effective_weights_add_up() -> None:
    """An indicator's share times those of the groups above it."""
    catalog = facts(
        regions(3),
        [group("R"), group("A", "R", weight=3), group("B", "R")],
        [core("a", "A", weight="1"), core("b", "A", weight="4"), core("c", "B"), core("d", "R")],
        table([[1, 2, 3, 4]] * 3, ["a", "b", "c", "d"]),
    )
    scores = score(catalog, AS_OF)
    assert scores is not None
    tree = scores.tree
    found = dict(zip(tree.columns, effective_weights(tree, tree.position("R")), strict=True))
    assert found == near({"a": 0.12, "b": 0.48, "c": 0.2, "d": 0.2})
    below = dict(zip(tree.columns, effective_weights(tree, tree.position("A")), strict=True))
    assert below == near({"a": 0.2, "b": 0.8, "c": 0.0, "d": 0.0})


def test_a_group_that_loses_its_only_indicator_no_longer_counts() -> None:
    """Taken out is not missing: the parent does not wait for it."""
    catalog = facts(
        regions(3),
        [group("R", min_coverage=1.0), group("A", "R"), group("B", "R")],
        [core("a", "A"), core("b", "B")],
        table([[10, 90], [20, 80], [30, 70]], ["a", "b"]),
    )
    scores = score(catalog, AS_OF)
    assert scores is not None
    top = scores.tree.position("R")
    left = without(scores.tree, scores.tree.columns.index("a"))
    assert method_ranks(left, scores.problem.points())[top].tolist() == [1, 2, 3]
    # With nothing left there is no rank, and no number about it.
    alone = facts(regions(2), [group("G")], [core("a", "G")], table([[1], [2]], ["a"]))
    only = score(alone, AS_OF)
    assert only is not None
    (out,) = examine(only)[0].left_out
    assert out.ranks == (None, None)
    assert math.isnan(out.shift)
    assert math.isnan(out.most)


def test_indicators_that_say_the_same_are_named() -> None:
    """More than 0.92 either way, within one parent only; outliers are marked."""
    values = [[n, 2 * n + (n % 2), 100 - n, n] for n in range(1, 11)]
    values.append([100, 201, 0, 100])
    catalog = facts(
        regions(11),
        [group("R"), group("A", "R"), group("B", "R")],
        [core("a", "A"), core("b", "A"), core("c", "A"), core("d", "B")],
        table(values, ["a", "b", "c", "d"]),
    )
    scores = score(catalog, AS_OF)
    assert scores is not None
    checks = {one.indicator: one for one in of_top(scores).checks}
    assert checks["a"].twins == ("b", "c")
    assert checks["d"].twins == ()
    assert checks["a"].has_outliers


def of_top(scores: ScoreSet) -> Robustness:
    """What is known of the last group, the root."""
    return examine(scores)[-1]


def test_one_area_alone_is_examined_without_a_number() -> None:
    """No z-score, no correlation, no alpha; and nothing divides by zero."""
    catalog = facts(
        regions(3),
        [group("G")],
        [core("a", "G"), core("b", "G", direction=Direction.LOWER)],
        table([[10, 20]], ["a", "b"]),
        method=Method(version="1", uncertainty=replace(EXACT, draws=20)),
    )
    scores = score(catalog, AS_OF)
    assert scores is not None
    (found,) = examine(scores)
    assert all(one.shift == 0 for one in found.influences)
    assert not any(one.scenario.other_scale for one in found.influences)
    assert found.alpha is None
    assert all(check.correlation is None for check in found.checks)


def test_too_many_areas_have_no_table_of_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads a table of a million pairs."""
    monkeypatch.setattr("quipu.score.robustness.MOST_PAIRED", 5)
    found = of_index(scored(uncertainty=replace(EXACT, draws=20)))
    assert found.pairs is None


def test_filling_the_gap_of_the_example_moves_re_to_the_head() -> None:
    """Why nothing is imputed: with the mean of x2, RE goes from third to first."""
    scores = scored()
    top = scores.tree.position("INDEX")
    assert method_ranks(scores.tree, scores.problem.points())[top, 4] == 3
    filled = scores.problem.values.copy()
    filled[4, 1] = EXPECTED["imputed_mean"]["value_RE_x2"]
    places = method_ranks(scores.tree, replace(scores.problem, values=filled).points())[top]
    expected = EXPECTED["imputed_mean"]["result"]
    assert places.tolist() == [expected[region]["rank"] for region in REGIONS]
    assert places[4] == 1
    scenarios = of_index(scores)
    by_grid = next(
        line
        for one, line in zip(scenarios.scenarios, scenarios.places, strict=True)
        if one.is_filled and not (one.other_scale or one.other_mean or one.emphasis)
    )
    assert by_grid.tolist() == places.tolist()
