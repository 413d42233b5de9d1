"""Pure. Which choice moves the ranks of a group most, and whether its indicators hang together.

Nothing found here changes a score: it tells readers how far to trust one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from quipu.score.points import Booleans, Floats
from quipu.score.scores import columns_below
from quipu.score.spread import Problem, Scenario, grid, places_of
from quipu.score.tree import Node, Tree, aggregate, cover, means_below
from quipu.score.values import ScoreSet
from quipu.stats.arrays import is_constant
from quipu.stats.moments import LEAST_PAIRS, correlations, cronbach_alpha, is_outlier_free
from quipu.stats.outranking import copeland
from quipu.stats.ranks import above
from quipu.vocab import Aggregation

DOUBLE = 0.92
"""Two indicators of a group that correlate more than this say the same thing twice."""
SURE = 0.95
"""Share of the draws from which on an area is said to stand above another."""
MOST_PAIRED = 250
"""Areas; with more, a table of all pairs would be longer than anyone reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """How far one choice alone moves the ranks from those of the method."""

    scenario: Scenario
    shift: float
    """Mean of the absolute changes of rank, over the areas ranked both ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What happens when an indicator is taken out of the tree."""

    indicator: str
    shift: float
    """Mean of the absolute changes of rank; NaN when no area has a rank without it."""
    most: float
    """The largest change."""
    ranks: tuple[float | None, ...]
    """By area, in the order of the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCheck:
    """How an indicator stands within a group."""

    indicator: str
    weight: float
    """Effective: its share of the weight times those of the groups above it; they add up to 1."""
    explained: float | None
    """Its part of the variance of the group's points, over the areas that have every indicator;
    they add up to 1. None with fewer than three, or where a mean is not arithmetic."""
    correlation: float | None
    """Of its points with those of the group; None with fewer than three areas."""
    is_negative: bool
    """Whether it runs against the group: what they measure is not one thing."""
    twins: tuple[str, ...]
    """Indicators of the same parent that say almost the same."""
    has_outliers: bool
    """Whether min-max and z-scores would be stretched by far values; goalposts are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What is known of the ranks of a group."""

    subject: str
    scenarios: tuple[Scenario, ...]
    places: Floats
    """Shape (scenarios, areas): the ranks in every scenario of the grid."""
    influences: tuple[Influence, ...]
    """One choice at a time, the most influential first."""
    left_out: tuple[LeftOut, ...]
    checks: tuple[IndicatorCheck, ...]
    alpha: float | None
    """Cronbach's alpha of its indicators; None where it cannot be calculated."""
    pairs: Floats | None
    """Shape (areas, areas): in what share of the draws the row's area has the better rank;
    None where there are no draws, or too many areas."""
    copeland: Floats | None
    """Copeland scores of the areas: pairs won minus pairs lost, indicator by indicator; None
    where there are too many areas."""


def examine(scores: ScoreSet) -> tuple[Robustness, ...]:
    """Examine every group in which areas have scores; children first."""
    return tuple(_examine(scores, node) for node in scores.scored_groups())


def _examine(scores: ScoreSet, node: Node) -> Robustness:
    tree, problem = scores.tree, scores.problem
    n = tree.position(node.id)
    scenarios, places = grid(problem, n)
    draws = scores.ranks[n]
    is_few = draws.shape[1] <= MOST_PAIRED
    columns = list(columns_below(tree, node))
    points = problem.points()[:, columns]
    before = method_ranks(problem, n)
    return Robustness(
        subject=node.id,
        scenarios=scenarios,
        places=places,
        influences=_influences(scenarios, places),
        left_out=tuple(_left_out(problem, n, c, before) for c in columns),
        checks=_checks(problem, n, tuple(columns)),
        alpha=_known(cronbach_alpha(points)) if len(columns) > 1 else None,
        # A better rank is a lower number.
        pairs=above(-draws) if is_few and len(draws) else None,
        copeland=copeland(points, effective_weights(tree, n)[columns]) if is_few else None,
    )


def method_ranks(problem: Problem, node: int) -> Floats:
    """The ranks that the method itself gives; shape (areas,)."""
    points = problem.points()
    _, scored = cover(problem.tree, points)
    found: Floats = places_of(aggregate(problem.tree, points, scored)[node])[0]
    return found


def _influences(scenarios: tuple[Scenario, ...], places: Floats) -> tuple[Influence, ...]:
    """Compare the method's own choices with each scenario that differs in one of them."""
    changed = np.array([_changed(scenario) for scenario in scenarios])
    # Nothing changed is the method itself: the same ranks as those it publishes.
    base = places[int(np.flatnonzero(changed == 0)[0])]
    found = []
    for n in np.flatnonzero(changed == 1):
        shift = np.abs(places[n] - base)
        # One area alone has no z-score, so no rank in such a scenario.
        if not np.isnan(shift).all():
            found.append(Influence(scenario=scenarios[n], shift=float(np.nanmean(shift))))
    found.sort(key=lambda one: -one.shift)
    return tuple(found)


def _changed(scenario: Scenario) -> int:
    """In how many choices a scenario differs from the method."""
    return scenario.is_filled + scenario.other_scale + scenario.other_mean + bool(scenario.emphasis)


def _left_out(problem: Problem, node: int, column: int, before: Floats) -> LeftOut:
    """Take an indicator out; *before* are the ranks with it."""
    after = method_ranks(without(problem, column), node)
    shifts = np.abs(after - before)
    has_any = bool((~np.isnan(shifts)).any())
    return LeftOut(
        indicator=problem.tree.columns[column],
        shift=float(np.nanmean(shifts)) if has_any else np.nan,
        most=float(np.nanmax(shifts)) if has_any else np.nan,
        ranks=tuple(None if np.isnan(rank) else float(rank) for rank in after),
    )


def without(problem: Problem, column: int) -> Problem:
    """The same problem with an indicator taken out of the tree, not merely missing.

    The weight of what is left stays as it was; a group that loses its only indicator no longer
    counts for its parent.
    """
    tree = problem.tree
    emptied: set[int] = set()
    nodes: list[Node] = []
    for n, node in enumerate(tree.nodes):
        columns = tuple(c for c in node.columns if c != column)
        below = tuple(m for m in node.nodes if m not in emptied)
        if not columns and not below:
            emptied.add(n)
        nodes.append(replace(node, columns=columns, nodes=below))
    values = problem.values.copy()
    values[:, column] = np.nan
    return replace(problem, values=values, tree=replace(tree, nodes=tuple(nodes)))


def effective_weights(tree: Tree, node: int) -> Floats:
    """The share of a group's score that each indicator decides, missing values aside.

    Returns:
        Shape (columns,): adds up to 1; 0 for indicators outside the group.
    """
    found = np.zeros(len(tree.columns))

    def share(n: int, of: float) -> None:
        own = tree.nodes[n]
        total = tree.weights[list(own.columns)].sum() + sum(tree.nodes[m].weight for m in own.nodes)
        for c in own.columns:
            found[c] += of * tree.weights[c] / total
        for m in own.nodes:
            share(m, of * tree.nodes[m].weight / total)

    share(node, 1.0)
    return found


def explained(problem: Problem, node: int, columns: tuple[int, ...]) -> Floats | None:
    """Share out the variance of a group's points among its indicators.

    The points are a weighted sum, so their variance is the sum of the covariances of each
    weighted indicator with them. One that runs against the others may have a part below 0.

    Returns:
        One entry for each of *columns*, adding up to 1; None with fewer than three complete
        areas, without any variance, or where a mean is not arithmetic.
    """
    points = problem.points()[:, list(columns)]
    points = points[~np.isnan(points).any(axis=1)]
    if len(points) < LEAST_PAIRS or means_below(problem.tree, node) != {Aggregation.ARITHMETIC}:
        return None
    parts = points * effective_weights(problem.tree, node)[list(columns)]
    totals = parts.sum(axis=1)
    if is_constant(totals):
        return None
    shares = ((parts - parts.mean(axis=0)) * (totals - totals.mean())[:, None]).sum(axis=0)
    found: Floats = shares / shares.sum()
    return found


def _checks(problem: Problem, node: int, columns: tuple[int, ...]) -> tuple[IndicatorCheck, ...]:
    tree, points = problem.tree, problem.points()
    _, scored = cover(tree, points)
    totals = aggregate(tree, points, scored)[node, 0]
    together = correlations(np.column_stack([points[:, list(columns)], totals]))
    weights = effective_weights(tree, node)
    shares = explained(problem, node, columns)
    parents = {c: n for n, one in enumerate(tree.nodes) for c in one.columns}
    found = []
    for i, c in enumerate(columns):
        own = _known(together[i, -1])
        twins = [
            tree.columns[d]
            for j, d in enumerate(columns)
            if d != c and parents[d] == parents[c] and abs(together[i, j]) > DOUBLE
        ]
        found.append(
            IndicatorCheck(
                indicator=tree.columns[c],
                weight=float(weights[c]),
                explained=None if shares is None else float(shares[i]),
                correlation=own,
                is_negative=own is not None and own < 0,
                twins=tuple(twins),
                has_outliers=not is_outlier_free(problem.values[:, c]),
            )
        )
    return tuple(found)


def _known(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def told_apart(pairs: Floats) -> Booleans:
    """Which areas are said to stand above which: in at least 95 % of the draws."""
    found: Booleans = np.nan_to_num(pairs, nan=0.0) >= SURE
    return found
