"""Faults of the scores that were found and mended, each with what goes wrong without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

import numpy as np
import pytest

from quipu.compare import compare
from quipu.method import Method, Uncertainty
from quipu.model import Catalog
from quipu.score.benchmarks import benchmark
from quipu.score.cells import number, sure
from quipu.score.derived import derived_tables
from quipu.score.draws import Errors, generator, strayed, uniforms
from quipu.score.judge import Comparison, Verdict, judge
from quipu.score.placement import place
from quipu.score.places import Change
from quipu.score.progress import progress
from quipu.score.robustness import Robustness, examine, method_ranks
from quipu.score.scores import score
from quipu.score.spread import Problem, count_units, drawn_ranks, grid, places_of, sampled_values
from quipu.score.stability import nearest
from quipu.score.tree import aggregate, cover, with_other_means
from quipu.score.values import ScoreSet
from quipu.stats.arrays import Floats
from quipu.vocab import Aggregation, AreaKind, Direction, IndicatorType, Normalisation
from tests.samples import area, regions
from tests.score.made import (
    AS_OF,
    QUIET,
    axis,
    core,
    facts,
    group,
    matrix_of,
    row,
    table,
    worked,
)
from tests.stats.oracle import near

ARITHMETIC, GEOMETRIC, HARMONIC = Aggregation
RANGES = {
    Normalisation.GOALPOSTS: (0.0, 100.0),
    Normalisation.MIN_MAX: (0.0, 100.0),
    Normalisation.Z_SCORE: (100.0, 10.0),
    Normalisation.PERCENTILE_RANK: (0.0, 100.0),
}
CODES = ("a", "b", "c", "d")
NO_SPREAD = Uncertainty(draws=1, samples=0, spread=0.0)


def scored(catalog: Catalog) -> ScoreSet:
    """Score a catalog that has a method."""
    found = score(catalog, AS_OF)
    assert found is not None
    return found


def made(
    how: Normalisation, means: Sequence[Aggregation], seed: int, draws: Uncertainty = QUIET
) -> ScoreSet:
    """Nine areas with gaps, ties and uneven weights, on a root and two groups."""
    source = generator(seed)
    values: list[list[float | None]] = [
        [None if gap < 0.1 else float(value) for gap, value in zip(gaps, line, strict=True)]
        for gaps, line in zip(
            source.random_sample((9, len(CODES))),
            source.choice((0, 10, 20, 40, 55, 100), (9, len(CODES))),
            strict=True,
        )
    ]
    # Two areas alike in everything tie, however their points are added up.
    values[8] = values[7]
    weights = ("0.3", "0.7", "1.1", "0.2")
    return scored(
        facts(
            regions(9),
            [
                group("R", aggregate=means[0], min_coverage=0.5),
                group("A", "R", aggregate=means[1], min_coverage=0.3, weight=0.7),
                group("B", "R", aggregate=means[2], min_coverage=0.3),
            ],
            [core(code, "AABB"[n], weight=weights[n]) for n, code in enumerate(CODES)],
            table(values, CODES),
            method=Method(version="1", normalisation=how, range=RANGES[how], uncertainty=draws),
        )
    )


@pytest.mark.parametrize("how", Normalisation)
@pytest.mark.parametrize("means", list(product(Aggregation, repeat=3)))
def test_the_scenario_with_nothing_changed_is_the_method(
    how: Normalisation, means: tuple[Aggregation, ...]
) -> None:
    """Its own scale and the own mean of each group: the ranks that are published."""
    for seed in range(4):
        scores = made(how, means, seed)
        for n in range(len(scores.tree.nodes)):
            scenarios, places = grid(scores.problem, n)
            (base,) = (
                line
                for one, line in zip(scenarios, places, strict=True)
                if not (one.is_filled or one.other_scale or one.other_mean or one.emphasis)
            )
            published = method_ranks(scores.tree, scores.problem.points())[n]
            assert np.array_equal(base, published, equal_nan=True)
            if n == 2:
                assert published[7] == published[8] or np.isnan(published[7:]).all()


@pytest.mark.parametrize("how", Normalisation)
@pytest.mark.parametrize("means", [(GEOMETRIC, ARITHMETIC, HARMONIC), (ARITHMETIC,) * 3])
def test_a_draw_that_changes_nothing_is_the_method(
    how: Normalisation, means: tuple[Aggregation, ...]
) -> None:
    """Without any spread of weights, the draws of the method's choices are its own ranks."""
    kept = []
    for seed in range(60):
        scores = made(how, means, 1, replace(NO_SPREAD, seed=seed))
        numbers = uniforms(seed, 1, 3)
        if (numbers >= 0.5).all():
            kept.append(seed)
            for n in range(len(scores.tree.nodes)):
                published = method_ranks(scores.tree, scores.problem.points())[n]
                published[np.isnan(scores.ranks[n, 0])] = np.nan
                assert np.array_equal(scores.ranks[n, 0], published, equal_nan=True)
    assert kept


def test_the_other_scale_of_z_scores_is_min_max() -> None:
    """Where the method has z-scores already, they are no other choice."""
    scores = made(Normalisation.Z_SCORE, (ARITHMETIC,) * 3, 2)
    same = replace(scores.problem, normalisation=Normalisation.MIN_MAX, ends=(1.0, 100.0))
    scenarios, places = grid(scores.problem, 2)
    at = next(n for n, one in enumerate(scenarios) if one.other_scale and not one.is_filled)
    assert np.array_equal(places[at], method_ranks(same.tree, same.points())[2], equal_nan=True)
    assert not np.array_equal(places[at], places[0], equal_nan=True)


def test_each_group_swaps_its_own_mean() -> None:
    """Arithmetic becomes geometric, the two others arithmetic."""
    scores = made(Normalisation.GOALPOSTS, (ARITHMETIC, GEOMETRIC, HARMONIC), 0)
    kinds = {one.id: one.aggregate for one in with_other_means(scores.tree).nodes}
    assert kinds == {"R": GEOMETRIC, "A": ARITHMETIC, "B": ARITHMETIC}


def test_influences_are_counted_from_the_method_itself() -> None:
    """One choice changed in each, and the shift is that from the published ranks."""
    scores = made(Normalisation.MIN_MAX, (GEOMETRIC, ARITHMETIC, HARMONIC), 3)
    (found,) = (one for one in examine(scores) if one.subject == "R")
    published = method_ranks(scores.tree, scores.problem.points())[scores.tree.position("R")]
    for one in found.influences:
        how = one.scenario
        assert how.is_filled + how.other_scale + how.other_mean + bool(how.emphasis) == 1
        line = found.places[found.scenarios.index(how)]
        assert one.shift == near(float(np.nanmean(np.abs(line - published))))


def limited(limits: tuple[str, str] | None, most: str | None = None) -> Problem:
    """Five areas whose only figure may have a published interval."""
    measure = replace(core("I", "G"), valid_max=None if most is None else Decimal(most))
    rows = [row(f"A{n:02}", 40 + n, "I", limits=limits) for n in range(1, 6)]
    return scored(facts(regions(5), [group("G")], [measure], rows)).problem


def test_published_intervals_are_drawn() -> None:
    """Around the value, as wide as the source says, and never beyond what can be."""
    problem = limited(("35", "55"))
    units = count_units(problem)
    assert problem.can_be_sampled()
    drawn = np.array([sampled_values(problem, units, str(n))[:, 0] for n in range(4000)])
    assert drawn.mean(axis=0).tolist() == pytest.approx([41, 42, 43, 44, 45], abs=0.4)
    assert drawn.std(axis=0).tolist() == pytest.approx([20 / (2 * 1.959964)] * 5, rel=0.05)
    assert np.array_equal(drawn[7], sampled_values(problem, units, "7")[:, 0])
    low = limited(("35", "55"), most="43")
    drawn = np.array([sampled_values(low, units, str(n))[:, 0] for n in range(50)])
    assert drawn.max() == 43
    assert not limited(None).can_be_sampled()


def test_intervals_move_ranks_and_counts_stand_before_them() -> None:
    """A figure with both is drawn from its counts; one with neither stays."""
    how = Uncertainty(draws=40, samples=20, seed=3, spread=0.0)
    still, moved = (drawn_ranks(limited(one), how) for one in (None, ("35", "55")))
    assert (still == [5, 4, 3, 2, 1]).all()
    assert not np.array_equal(still, moved)
    measure = core("I", "G", type_=IndicatorType.PERCENTAGE)
    rows = [row("A01", 40, "I", counts=(40, 100), limits=("0", "99")), row("A02", 40, "I")]
    problem = scored(facts(regions(2), [group("G")], [measure], rows)).problem
    assert problem.errors is not None
    assert np.isnan(problem.errors.deviations).all()
    errors = Errors(
        deviations=np.array([[np.nan], [0.0]]), least=np.array([-np.inf]), most=np.array([np.inf])
    )
    assert strayed(problem.values, errors, "s")[:, 0].tolist() == near([np.nan, 40.0])


def two_years(before: int, after: int | None, total: int) -> Catalog:
    """The same count of everything in two years, four indicators; None is no newer figure."""
    years = [("2023", before)] + ([] if after is None else [("2024", after)])
    rows = [
        row("A01", 100 * count / total, code, period=period, counts=(count, total))
        for period, count in years
        for code in CODES
    ]
    return facts(
        regions(1),
        [group("G")],
        [core(code, "G", type_=IndicatorType.PERCENTAGE) for code in CODES],
        rows,
        method=Method(version="1", uncertainty=Uncertainty(draws=200, samples=100, seed=5)),
    )


def test_one_more_of_a_hundred_is_no_improvement() -> None:
    """50 of 100 and then 51 is chance; 5,000 of 10,000 and then 6,000 is not."""
    little = progress(two_years(50, 51, 100), scored(two_years(50, 51, 100)))["G", "A01"]
    assert little.change == near(1)
    assert little.probability is not None
    assert 0.3 < little.probability < 0.95
    assert not little.has_improved
    much = two_years(5_000, 6_000, 10_000)
    assert progress(much, scored(much))["G", "A01"].has_improved


def test_a_figure_that_stands_for_both_years_does_not_move() -> None:
    """Drawn once: it would else seem to rise in half of the draws."""
    catalog = two_years(50, None, 100)
    found = progress(catalog, scored(catalog))["G", "A01"]
    assert (found.change, found.probability) == (0.0, 0.0)


def judged(rows: Sequence[tuple[str, tuple[int, int] | None]]) -> Comparison:
    """A percentage beside the pooled value, by area; None: without counts.

    Four more areas have 50 of 100 each.
    """
    measure = core("I", "G", type_=IndicatorType.PERCENTAGE, benchmark="national")
    both = area("J", kind=AreaKind.COMPOSITE, members=("A03", "A04"))
    observations = [
        row(code, 50 if pair is None else 100 * pair[0] / pair[1], "I", counts=pair)
        for code, pair in (*rows, *((f"A{n:02}", (50, 100)) for n in range(5, 9)))
    ]
    catalog = facts([*regions(8), both], [group("G")], [measure], observations)
    return judge(catalog, compare(catalog), None)["I"]


def test_one_blank_numerator_silences_nobody_else() -> None:
    """The others have their intervals; the pooled value is theirs, and says so."""
    found = judged([("A01", (90, 100)), ("A02", None), ("A03", (10, 100))])
    assert found.scale == 100
    assert found.is_counted
    assert found.benchmark.value == near(50)
    assert found.benchmark.count == 6
    verdicts = [found.judged[code].verdict for code in ("A01", "A02", "A03")]
    assert verdicts == [Verdict.BETTER, Verdict.NO_INTERVAL, Verdict.WORSE]


def test_numerators_are_paired_with_their_own_denominators() -> None:
    """A numerator without its denominator does not enter the sum."""
    measure = core("I", "G", type_=IndicatorType.PERCENTAGE, benchmark="national")
    rows = [row(f"A{n:02}", 50, "I", counts=(50, 100)) for n in range(1, 7)]
    rows[0] = replace(rows[0], denominator=None)
    catalog = facts(regions(6), [group("G")], [measure], rows)
    found = judge(catalog, compare(catalog), None)["I"].benchmark
    assert (found.value, found.count) == (near(50), 5)


def test_a_pooled_value_names_its_joint_areas() -> None:
    """A composite stands for members that have none of their own."""
    found = judged([("A01", (90, 100)), ("A02", (50, 100)), ("J", (20, 100))]).benchmark
    assert (found.value, found.count, found.joint) == (near(360 / 7), 7, ("J",))
    assert judged([("A01", (90, 100)), ("A03", (50, 100)), ("J", (20, 100))]).benchmark.joint == ()


def test_places_are_filled_and_left_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many areas there are: one sheet an indicator, one set of points a column."""
    up = Direction.HIGHER
    codes = ("a", "b", "s", "t")
    catalog = facts(
        regions(30),
        [group("G")],
        [core(code, "G") for code in codes],
        table([[n, 100 - n, n % 4, n % 3] for n in range(1, 31)], codes),
        matrix=matrix_of(
            axis("capacity", ("a", up)),
            axis("risk", ("b", up)),
            setup_indicator="s",
            tasks_indicator="t",
        ),
    )
    calls: list[object] = []
    for module, name in (("placement", "fill"), ("stability", "aggregate")):
        own = getattr(__import__(f"quipu.score.{module}", fromlist=[name]), name)

        def told(*given: object, own: object = own, **named: object) -> object:
            calls.append(own)
            assert callable(own)
            return own(*given, **named)

        monkeypatch.setattr(f"quipu.score.{module}.{name}", told)
    found = place(catalog, AS_OF)
    assert found is not None
    assert len(calls) == 3 + 2
    assert [(one.setup_current, one.tasks_done) for one in found.places[:4]] == [
        (1, 1),
        (2, 2),
        (3, 0),
        (0, 1),
    ]
    assert found.of("A07") is found.places[6]
    assert found.of("A99") is None


def change(indicator: str, category: str) -> Change:
    """A change to a category."""
    return Change(
        indicator=indicator,
        now=0.0,
        value=1.0,
        is_rise=True,
        is_strict=False,
        category=category,
    )


def test_every_neighbouring_category_has_its_nearest_change() -> None:
    """Three near steps to one category do not hide the other; the order stays."""
    near_ones = [change(code, "B") for code in "abcd"]
    far = [change("e", "C"), change("f", "C")]
    assert [one.indicator for one in nearest([*near_ones, *far])] == ["a", "b", "e"]
    assert [one.indicator for one in nearest(near_ones)] == ["a", "b", "c"]
    many = [change(code, code) for code in "pqrs"]
    assert nearest([*many, change("t", "p")]) == tuple(many)


def root(scores: ScoreSet) -> Robustness:
    """What is known of the root."""
    return examine(scores)[-1]


def test_the_variance_explained_adds_up() -> None:
    """The indicator that spreads most decides most, whatever the weights; gaps do not count."""
    values: list[list[float | None]] = [[n, 50 + n / 10, 90 - 3 * n] for n in range(1, 9)]
    values.append([None, 3, 99])
    catalog = facts(
        regions(9),
        [group("R"), group("A", "R", weight=3), group("B", "R")],
        [core("a", "A"), core("b", "A"), core("c", "B")],
        table(values, ["a", "b", "c"]),
    )
    shares = {one.indicator: one.explained for one in root(scored(catalog)).checks}
    points = np.array(values[:8], dtype=np.float64)
    parts = points * [0.375, 0.375, 0.25]
    total = parts.sum(axis=1)
    expected = [np.cov(part, total)[0, 1] / total.var(ddof=1) for part in parts.T]
    assert list(shares.values()) == near(expected)
    assert sum(one or 0 for one in shares.values()) == near(1)


def test_variance_is_not_shared_out_where_it_is_no_sum() -> None:
    """Nor of fewer than three areas with everything, nor of equal totals."""
    for means in ((GEOMETRIC, ARITHMETIC, ARITHMETIC), (ARITHMETIC, ARITHMETIC, HARMONIC)):
        checks = root(made(Normalisation.GOALPOSTS, means, 0)).checks
        assert {one.explained for one in checks} == {None}
    for values in ([[1, 2], [3, 5]], [[1, 9], [2, 8], [3, 7]]):
        catalog = facts(
            regions(len(values)),
            [group("G")],
            [core("a", "G"), core("b", "G")],
            table(values, ["a", "b"]),
        )
        assert {one.explained for one in root(scored(catalog)).checks} == {None}


def test_the_ranks_of_the_method_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not again for every indicator that is left out."""
    calls: list[Floats] = []

    def told(totals: Floats) -> Floats:
        calls.append(totals)
        return places_of(totals)

    monkeypatch.setattr("quipu.score.robustness.places_of", told)
    examine(made(Normalisation.GOALPOSTS, (ARITHMETIC,) * 3, 0))
    # Of all three groups at once: with every indicator, and without each of four.
    assert len(calls) == 1 + 4


def tables_of(catalog: Catalog) -> dict[str, list[tuple[str, ...]]]:
    """The rows of every computed table."""
    found = benchmark(catalog, compare(catalog), AS_OF)
    return {one.schema.name: list(one.rows) for one in derived_tables(found)}


def test_too_many_areas_have_no_table_of_scenarios(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they have none of pairs."""
    assert "scenarios" in tables_of(worked())
    monkeypatch.setattr("quipu.score.derived_ranks.MOST_PAIRED", 5)
    assert "scenarios" not in tables_of(worked())


@pytest.mark.parametrize(
    ("how", "mean", "words"),
    [
        (Normalisation.GOALPOSTS, ARITHMETIC, {("method", "arithmetic"), ("z-score", "geometric")}),
        (Normalisation.Z_SCORE, HARMONIC, {("method", "harmonic"), ("min-max", "arithmetic")}),
    ],
)
def test_scenarios_say_what_was_chosen(
    how: Normalisation, mean: Aggregation, words: set[tuple[str, str]]
) -> None:
    """The scale and the mean by their names."""
    catalog = worked(how, RANGES[how], pillars=mean, index=mean)
    found = {(line[3], line[4]) for line in tables_of(catalog)["scenarios"]}
    assert words < found
    assert len(found) == 4


def test_numbers_are_written_to_the_digits_that_are_sure() -> None:
    """Two ways of adding up the same give the same text."""
    assert 0.1 + 0.2 != 0.3
    assert number(0.1 + 0.2) == number(0.3) == "0.3"
    assert (number(None), number(float("nan")), number(7)) == ("", "", "7.0")
    assert sure(1 / 3) == 0.333333333333


def test_children_without_a_score_do_not_stop_the_other_mean() -> None:
    """A mixed tree keeps its gaps in either kind of mean."""
    scores = made(Normalisation.GOALPOSTS, (GEOMETRIC, ARITHMETIC, HARMONIC), 1)
    points = scores.problem.points()
    _, enough = cover(scores.tree, points)
    found = aggregate(with_other_means(scores.tree), points, enough)[:, 0, :]
    assert np.array_equal(np.isnan(found), ~enough)
