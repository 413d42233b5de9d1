"""How far ranks move: the grid and the draws of the example, and who may run them."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from quipu.method import Method, Uncertainty
from quipu.model import Catalog
from quipu.score.draws import uniforms
from quipu.score.scores import score
from quipu.score.spread import (
    Chunk,
    MapFn,
    Problem,
    count_units,
    drawn_ranks,
    grid,
    sampled_values,
)
from quipu.score.values import ScoreSet
from quipu.stats.arrays import Floats
from quipu.stats.ranks import above
from quipu.vocab import Aggregation, IndicatorType, Normalisation
from tests.samples import area, regions
from tests.score.made import AS_OF, EXACT, QUIET, core, facts, group, row, table, worked
from tests.stats.oracle import EXPECTED, REGIONS, near

SAMPLED = Uncertainty(draws=60, samples=12, seed=7)


def scored(catalog: Catalog) -> ScoreSet:
    """Score a catalog that has a method."""
    found = score(catalog, AS_OF)
    assert found is not None
    return found


def min_max(how: Uncertainty = QUIET, index: Aggregation = Aggregation.ARITHMETIC) -> ScoreSet:
    """The example as its grid and its draws take it: min-max and arithmetic means."""
    return scored(worked(Normalisation.MIN_MAX, uncertainty=how, index=index))


def test_the_grid_of_the_example() -> None:
    """Forty scenarios, the same ranks as often as published."""
    scores = min_max()
    scenarios, places = grid(scores.problem, scores.tree.position("INDEX"))
    assert places.shape == (40, 6)
    expected = Counter(
        tuple(one["ranks"][region] for region in REGIONS)
        for one in EXPECTED["scenario_grid"]["scenarios"]
    )
    assert Counter(tuple(int(rank) for rank in line) for line in places) == expected
    assert len(set(scenarios)) == 40


def test_each_scenario_of_the_grid_is_the_published_one() -> None:
    """Not only the same ranks somewhere: the same ranks under the same choices."""
    scores = min_max()
    scenarios, places = grid(scores.problem, scores.tree.position("INDEX"))
    weights = {
        ("", 0.0): "equal",
        ("CAPACITY", 0.6): "cap60",
        ("RISK_CONTROL", 0.6): "cap40",
        ("CAPACITY", 0.75): "cap75",
        ("RISK_CONTROL", 0.75): "cap25",
    }
    found = {
        (
            "mean" if s.is_filled else "none",
            "zscore" if s.other_scale else "minmax",
            "geo" if s.other_mean else "arith",
            weights[s.emphasis, round(s.share, 9)],
        ): line.tolist()
        for s, line in zip(scenarios, places, strict=True)
    }
    for one in EXPECTED["scenario_grid"]["scenarios"]:
        key = (one["imputation"], one["norm"], one["agg"], one["weights"])
        assert found[key] == [one["ranks"][region] for region in REGIONS]


def test_the_summary_of_the_grid() -> None:
    """Extremes, percentiles, mean and the share of places among the first three."""
    scores = min_max()
    _, places = grid(scores.problem, scores.tree.position("INDEX"))
    for n, region in enumerate(REGIONS):
        ranks = places[:, n]
        expected = EXPECTED["scenario_grid"]["summary"][region]
        low, median, high = np.quantile(ranks, (0.05, 0.5, 0.95))
        assert [ranks.min(), low, median, high, ranks.max(), ranks.mean()] == near(
            [expected[key] for key in ("min", "p5", "median", "p95", "max", "mean")]
        )
        assert (ranks <= 3).mean() == near(expected["share_top3"])


def test_an_only_child_is_not_emphasised() -> None:
    """A group of one indicator has nothing to shift its weight from: eight scenarios."""
    catalog = facts(regions(3), [group("G")], [core("I", "G")], table([[10], [20], [30]], ["I"]))
    scenarios, places = grid(scored(catalog).problem, 0)
    assert len(scenarios) == len(places) == 8
    assert (places == [3, 2, 1]).all()


def test_the_draws_of_the_example() -> None:
    """Seed 20210618, 1,000 draws: every frequency, mean and percentile of every rank."""
    scores = min_max(EXACT)
    drawn = scores.ranks[scores.tree.position("INDEX")]
    assert drawn.shape == (1000, 6)
    for n, region in enumerate(REGIONS):
        expected = EXPECTED["monte_carlo"]["summary"][region]
        counts = Counter(str(int(rank)) for rank in drawn[:, n])
        assert counts == expected["freq"]
        found = [*np.quantile(drawn[:, n], (0.05, 0.5, 0.95)), drawn[:, n].mean()]
        assert found == near([expected[key] for key in ("p5", "median", "p95", "mean")])
        rank = scores.scores["INDEX", region].rank
        assert rank is not None
        assert [rank.low, rank.median, rank.high] == near(
            [expected[key] for key in ("p5", "median", "p95")]
        )
        assert rank.count == 6


def test_who_stands_above_whom_in_the_draws() -> None:
    """The published shares, exactly."""
    scores = min_max(EXACT)
    found = above(-scores.ranks[scores.tree.position("INDEX")])
    for i, one in enumerate(REGIONS):
        assert np.isnan(found[i, i])
        for j, other in enumerate(REGIONS):
            if i != j:
                assert found[i, j] == EXPECTED["monte_carlo"]["p_ranked_above"][one][other]


def test_draws_do_not_depend_on_the_chunks_they_are_worked_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Seven at a time or all at once, without samples."""
    problem = min_max().problem
    how = Uncertainty(draws=100, samples=0, seed=3)
    whole = drawn_ranks(problem, how)
    monkeypatch.setattr("quipu.score.spread._CHUNK", 7)
    assert np.array_equal(whole, drawn_ranks(problem, how), equal_nan=True)


def backwards(work: Callable[[Chunk], Floats], chunks: Iterable[Chunk]) -> Iterator[Floats]:
    """A map that works from the last chunk to the first, and answers in order."""
    listed = list(chunks)
    found = {index: work((index, numbers)) for index, numbers in reversed(listed)}
    return iter([found[index] for index, _ in listed])


def test_any_map_gives_the_same_ranks() -> None:
    """The builtin, one that works backwards and other processes: not a rank differs."""
    problem = scored(worked()).problem
    whole = drawn_ranks(problem, SAMPLED)
    assert whole.shape == (3, 60, 6)
    assert np.array_equal(whole, drawn_ranks(problem, SAMPLED, backwards), equal_nan=True)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        spread: MapFn = pool.imap
        assert np.array_equal(whole, drawn_ranks(problem, SAMPLED, spread), equal_nan=True)


def test_each_sample_serves_the_same_number_of_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve samples of the counts, five draws each: whoever wins tells which sample it was."""
    catalog = facts(
        regions(SAMPLED.samples),
        [group("G")],
        [core("I", "G", type_=IndicatorType.PERCENTAGE)],
        [row(f"A{n:02}", 10 + n, "I", counts=(10 + n, 100)) for n in range(1, SAMPLED.samples + 1)],
    )
    problem = scored(catalog).problem
    seeds: list[str] = []

    def told(problem: Problem, units: Floats, seed: str) -> Floats:
        assert units.tolist() == near([100])
        seeds.append(seed)
        found = problem.values.copy()
        found[int(seed.partition(":")[2])] = 100
        return found

    monkeypatch.setattr("quipu.score.spread.sampled_values", told)
    drawn = drawn_ranks(problem, SAMPLED)[0]
    assert sorted(seeds) == sorted(f"7:{n}" for n in range(12))
    assert Counter(drawn.argmin(axis=1).tolist()) == dict.fromkeys(range(12), 5)


def test_sampling_moves_ranks() -> None:
    """The counts behind the shares and rates of the example are few enough to matter."""
    problem = scored(worked()).problem
    still = drawn_ranks(problem, replace(SAMPLED, samples=0))
    assert not np.array_equal(still, drawn_ranks(problem, SAMPLED), equal_nan=True)


def test_sampled_values_keep_their_unit() -> None:
    """Per cent stay per cent and rates per 100,000; what has no counts stays as it is."""
    problem = scored(worked()).problem
    units = count_units(problem)
    assert units.tolist() == near([np.nan, 100, 100, 1e5])
    drawn = np.array([sampled_values(problem, units, str(n)) for n in range(300)])
    assert (drawn[:, :, 0] == problem.values[:, 0]).all()
    assert np.isnan(drawn[:, 4, 1]).all()
    middle = drawn.mean(axis=0)
    # (84 + ½)/(120 + 1) and (310 + ½)/620,000.
    assert middle[0, 1] == pytest.approx(100 * 84.5 / 121, rel=0.02)
    assert middle[2, 3] == pytest.approx(1e5 * 310.5 / 620_000, rel=0.02)


def test_without_counts_the_samples_change_nothing() -> None:
    """Scores that rest on no counts are drawn as if no samples were asked for."""
    catalog = facts(
        regions(4),
        [group("G")],
        [core("I", "G"), core("J", "G")],
        table([[10, 90], [50, 40], [80, 20], [30, 60]], ["I", "J"]),
    )
    problem = scored(catalog).problem
    assert not problem.can_be_sampled()
    assert np.array_equal(
        drawn_ranks(problem, SAMPLED), drawn_ranks(problem, replace(SAMPLED, samples=0))
    )


def test_an_area_without_a_score_takes_no_part() -> None:
    """Not even in the draws that fill its gaps with the mean."""
    scores = scored(worked(min_coverage=0.65, uncertainty=replace(EXACT, draws=50)))
    for node in ("CAPACITY", "INDEX"):
        drawn = scores.ranks[scores.tree.position(node)]
        assert np.isnan(drawn[:, 4]).all()
        assert (np.nanmax(drawn, axis=1) == 5).all()
        assert scores.scores[node, "RE"].rank is None
    assert not np.isnan(scores.ranks[scores.tree.position("RISK_CONTROL")]).any()


def test_no_choice_but_the_weights_without_spread() -> None:
    """A spread of 0 leaves the published weights: eight kinds of draws are left."""
    scores = min_max(Uncertainty(draws=400, samples=0, seed=1, spread=0.0))
    drawn = scores.ranks[scores.tree.position("INDEX")]
    kinds = {tuple(line) for line in drawn.tolist()}
    _, places = grid(scores.problem, scores.tree.position("INDEX"))
    assert kinds == {tuple(line) for line in places[::5].tolist()}


def test_the_order_of_areas_changes_no_rank() -> None:
    """Areas in another order have the same ranks in every draw, in that order."""
    catalog = worked(uncertainty=replace(EXACT, draws=80))
    turned = replace(catalog, areas=tuple(reversed(catalog.areas)))
    assert np.array_equal(scored(catalog).ranks, scored(turned).ranks[:, :, ::-1], equal_nan=True)


def test_an_indicator_that_is_equal_everywhere_takes_no_rank_away() -> None:
    """No z-score tells equal values apart: those draws rank on what is left."""
    areas = [area(code) for code in ("A01", "A02", "A03")]
    catalog = facts(
        areas,
        [group("R", min_coverage=0.5), group("A", "R"), group("B", "R")],
        [core("I", "A"), core("J", "B")],
        [row(f"A{n:02}", 100, "I") for n in (1, 2, 3)]
        + [row(f"A{n:02}", 20 * n, "J") for n in (1, 2, 3)],
        method=Method(version="1", uncertainty=replace(EXACT, draws=40)),
    )
    scores = scored(catalog)
    drawn = scores.ranks[scores.tree.position("R")]
    assert (drawn == [3, 2, 1]).all()
    assert scores.scores["R", "A03"].rank is not None


def test_draws_take_their_numbers_in_the_published_order() -> None:
    """One row a draw: three choices, the groups that have a parent, then the indicators."""
    scores = min_max(EXACT)
    tree = scores.tree
    assert [tree.nodes[n].id for n in tree.drawn] == ["CAPACITY", "RISK_CONTROL"]
    numbers = uniforms(EXACT.seed, 1, 3 + 2 + 4)[0]
    assert (numbers[:3] < 0.5).all()
    # The first draw fills with means, takes z-scores and geometric means.
    factors = 1 + 0.25 * (2 * numbers[3:] - 1)
    filled = np.where(np.isnan(scores.sheet.values), 73.0, scores.sheet.values)
    spread = filled.std(axis=0, ddof=1)
    z = 100 + 10 * np.array([1, 1, -1, -1]) * (filled - filled.mean(axis=0)) / spread
    logs = np.log(z)
    pillars = [
        logs[:, c : c + 2] @ factors[2 + c : 4 + c] / factors[2 + c : 4 + c].sum() for c in (0, 2)
    ]
    index = np.array(pillars).T @ factors[:2]
    expected = [1 + int((index > own).sum()) for own in index]
    assert scores.ranks[tree.position("INDEX")][0].tolist() == expected
