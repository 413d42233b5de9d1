"""Pure. Which choice moves the ranks of a group most, and whether its indicators hang together.

Nothing found here changes a score: it tells readers how far to trust one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from quipu.score.scores import columns_below
from quipu.score.spread import Problem, Scenario, grid, places_of
from quipu.score.tree import Node, Tree, aggregate, cover, means_below
from quipu.score.values import ScoreSet, known
from quipu.stats.arrays import Booleans, Floats, is_constant
from quipu.stats.moments import LEAST_PAIRS, correlations, cronbach_alpha, is_outlier_free
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the groups have in common, made once for all of them."""

    points: Floats
    """Shape (areas, columns)."""
    totals: Floats
    """Shape (nodes, areas)."""
    ranks: Floats
    """Those of the method; same shape."""
    without: tuple[Floats, ...]
    """The ranks when an indicator is taken out, by column; same shape each."""


def examine(scores: ScoreSet) -> tuple[Robustness, ...]:
    """Examine every group in which areas have scores; children first."""
    groups = scores.scored_groups()
    if not groups:
        return ()
    tree, points = scores.tree, scores.problem.points()
    _, scored = cover(tree, points)
    totals = aggregate(tree, points, scored)[:, 0]
    made = _Made(
        points=points,
        totals=totals,
        ranks=places_of(totals),
        without=tuple(method_ranks(without(tree, c), points) for c in range(len(tree.columns))),
    )
    return tuple(_examine(scores, made, node) for node in groups)


def _examine(scores: ScoreSet, made: _Made, node: Node) -> Robustness:
    tree = scores.tree
    n = tree.position(node.id)
    scenarios, places = grid(scores.problem, n)
    draws = scores.ranks[n]
    is_few = draws.shape[1] <= MOST_PAIRED
    columns = columns_below(tree, node)
    points = made.points[:, list(columns)]
    return Robustness(
        subject=node.id,
        scenarios=scenarios,
        places=places,
        influences=_influences(scenarios, places),
        left_out=tuple(
            _left_out(tree.columns[c], made.ranks[n], made.without[c][n]) for c in columns
        ),
        checks=_checks(scores.problem, made, n, columns),
        alpha=known(cronbach_alpha(points)) if len(columns) > 1 else None,
        # A better rank is a lower number.
        pairs=above(-draws) if is_few and len(draws) else None,
    )


def method_ranks(tree: Tree, points: Floats) -> Floats:
    """The ranks that the method itself gives on every group; shape (nodes, areas)."""
    _, scored = cover(tree, points)
    return places_of(aggregate(tree, points, scored)[:, 0])


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


def _left_out(indicator: str, before: Floats, after: Floats) -> LeftOut:
    """Compare the ranks of a group with and without an indicator."""
    shifts = np.abs(after - before)
    has_any = bool((~np.isnan(shifts)).any())
    return LeftOut(
        indicator=indicator,
        shift=float(np.nanmean(shifts)) if has_any else np.nan,
        most=float(np.nanmax(shifts)) if has_any else np.nan,
        ranks=tuple(known(rank) for rank in after),
    )


def without(tree: Tree, column: int) -> Tree:
    """The same tree with an indicator taken out, not merely missing.

    The weight of what is left stays as it was; a group that loses its only indicator no longer
    counts for its parent.
    """
    emptied: set[int] = set()
    nodes: list[Node] = []
    for n, node in enumerate(tree.nodes):
        columns = tuple(c for c in node.columns if c != column)
        below = tuple(m for m in node.nodes if m not in emptied)
        if not columns and not below:
            emptied.add(n)
        nodes.append(replace(node, columns=columns, nodes=below))
    return replace(tree, nodes=tuple(nodes))


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


def explained(points: Floats, weights: Floats) -> Floats | None:
    """Share out the variance of a weighted sum among its parts.

    The variance of the sum is the sum of the covariances of each weighted part with it. One
    that runs against the others may have a part below 0.

    Args:
        points: Shape (areas, indicators).
        weights: Shape (indicators,).

    Returns:
        One entry an indicator, adding up to 1; None with fewer than three complete areas, or
        without any variance.
    """
    points = points[~np.isnan(points).any(axis=1)]
    if len(points) < LEAST_PAIRS:
        return None
    parts = points * weights
    totals = parts.sum(axis=1)
    if is_constant(totals):
        return None
    shares = ((parts - parts.mean(axis=0)) * (totals - totals.mean())[:, None]).sum(axis=0)
    found: Floats = shares / shares.sum()
    return found


def _checks(
    problem: Problem, made: _Made, node: int, columns: tuple[int, ...]
) -> tuple[IndicatorCheck, ...]:
    tree, points = problem.tree, made.points[:, list(columns)]
    together = correlations(np.column_stack([points, made.totals[node]]))
    weights = effective_weights(tree, node)[list(columns)]
    is_sum = means_below(tree, node) == {Aggregation.ARITHMETIC}
    shares = explained(points, weights) if is_sum else None
    parents = {c: n for n, one in enumerate(tree.nodes) for c in one.columns}
    found = []
    for i, c in enumerate(columns):
        own = known(together[i, -1])
        twins = [
            tree.columns[d]
            for j, d in enumerate(columns)
            if d != c and parents[d] == parents[c] and abs(together[i, j]) > DOUBLE
        ]
        found.append(
            IndicatorCheck(
                indicator=tree.columns[c],
                weight=float(weights[i]),
                explained=None if shares is None else float(shares[i]),
                correlation=own,
                is_negative=own is not None and own < 0,
                twins=tuple(twins),
                has_outliers=not is_outlier_free(problem.values[:, c]),
            )
        )
    return tuple(found)


def told_apart(pairs: Floats) -> Booleans:
    """Which areas are said to stand above which: in at least 95 % of the draws."""
    found: Booleans = np.nan_to_num(pairs, nan=0.0) >= SURE
    return found


def pairs_told(robustness: Robustness) -> tuple[int, int] | None:
    """How many pairs of areas are told apart, and of how many.

    Both count the areas that have a rank in every draw; None where no pairs were counted.
    """
    if robustness.pairs is None:
        return None
    # Each pair stands in the table twice, once each way.
    total = int((~np.isnan(robustness.pairs)).sum()) // 2
    return int(told_apart(robustness.pairs).sum()), total
