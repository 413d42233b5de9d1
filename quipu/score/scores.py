"""Pure. Scores of areas: points of every group and indicator, with how they came about.

A score never stands alone: it carries its parts, how much of its weight was present, the
interval of its rank among how many areas, and, where there is none, the reason.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from quipu.method import Uncertainty
from quipu.model import Catalog, Group, Indicator
from quipu.score.points import is_clipped
from quipu.score.sheet import Reason, Sheet, column_of, fill, why_no_points
from quipu.score.spread import MapFn, Problem, drawn_ranks
from quipu.score.tree import Node, Tree, aggregate, cover, grow
from quipu.score.values import Part, RankInterval, Score, ScoreSet
from quipu.stats.arrays import Booleans, Floats
from quipu.stats.ranks import percentiles, tiers
from quipu.vocab import Direction, IndicatorStatus, Normalisation

FEWEST_RANKED = 2
"""A rank among fewer areas says nothing."""


def core_indicators(catalog: Catalog) -> tuple[Indicator, ...]:
    """The indicators that enter scores: marked core, and fit for it."""
    return tuple(
        i
        for i in catalog.indicators
        if i.core and i.direction is not Direction.NEUTRAL and i.status is not IndicatorStatus.DRAFT
    )


def score(catalog: Catalog, as_of: date, map_: MapFn = map) -> ScoreSet | None:
    """Score every area of the first kind that gets pages.

    Args:
        catalog: Facts without errors.
        as_of: The date of the edition, from which ages are counted.
        map_: Runs the draws, in this process or in others.

    Returns:
        The scores; None when the root has no method.
    """
    method = catalog.method
    if method is None:
        return None
    indicators = core_indicators(catalog)
    tree = tree_of(catalog.groups, indicators)
    by_id = {i.id: i for i in indicators}
    sheet = fill(catalog, catalog.main_areas, [column_of(by_id[c]) for c in tree.columns], as_of)
    problem = problem_of(sheet, tree, method.normalisation, method.range)
    points = problem.points()
    shares, scored = cover(tree, points)
    totals = aggregate(tree, points, scored)[:, 0, :]
    ranked = _ranks(problem, method.uncertainty, scored, map_)
    intervals = _intervals(ranked)
    scores: dict[tuple[str, str], Score] = {}
    clipped = is_clipped(sheet.values, sheet.scale)
    for a, area in enumerate(sheet.areas):
        for c, code in enumerate(tree.columns):
            scores[code, area] = _of_indicator(sheet, problem, points, clipped, (a, c))
        for n, node in enumerate(tree.nodes):
            scores[node.id, area] = _of_group(
                sheet, problem, (points, totals, shares), intervals, (a, n)
            )
    return ScoreSet(
        method=method,
        as_of=as_of,
        sheet=sheet,
        problem=problem,
        scores=scores,
        ranks=ranked,
    )


def tree_of(groups: tuple[Group, ...], indicators: tuple[Indicator, ...]) -> Tree:
    """The tree of the groups over some indicators."""
    members: dict[str, list[str]] = {}
    for indicator in indicators:
        members.setdefault(indicator.group, []).append(indicator.id)
    weights = {i.id: 1.0 if i.weight is None else float(i.weight) for i in indicators}
    return grow(groups, members, weights)


def problem_of(
    sheet: Sheet, tree: Tree, normalisation: Normalisation, ends: tuple[float, float]
) -> Problem:
    """What is to be ranked: a tree over the columns of a sheet, and how values become points."""
    return Problem(
        values=sheet.values,
        scale=sheet.scale,
        normalisation=normalisation,
        ends=ends,
        tree=tree,
        numerators=sheet.numerators,
        denominators=sheet.denominators,
        is_share=sheet.is_share,
        errors=sheet.errors,
    )


def _ranks(problem: Problem, how: Uncertainty, scored: Booleans, map_: MapFn) -> Floats:
    """Ranks in every draw; none where nothing has a score, which spares the drawing."""
    nodes, areas = scored.shape
    if not scored.any() or not how.draws:
        return np.empty((nodes, 0, areas))
    return drawn_ranks(problem, how, map_)


def _intervals(ranked: Floats) -> tuple[Floats, Floats]:
    """Percentiles 5, 50 and 95 of each rank, (3, nodes, areas); and tiers, (nodes, areas)."""
    nodes, draws, areas = ranked.shape
    found = np.full((3, nodes, areas), np.nan)
    grouped = np.zeros((nodes, areas))
    if draws:
        for n in range(nodes):
            has_rank = ~np.isnan(ranked[n, 0])
            if has_rank.sum() >= FEWEST_RANKED:
                found[:, n] = percentiles(ranked[n], (0.05, 0.5, 0.95))
                grouped[n] = tiers(*found[:, n])
    return found, grouped


def _of_indicator(
    sheet: Sheet, problem: Problem, points: Floats, clipped: Booleans, where: tuple[int, int]
) -> Score:
    a, c = where
    area, code = sheet.areas[a], sheet.columns[c].indicator.id
    has_points = not np.isnan(points[a, c])
    reason = Reason.NONE if has_points else why_no_points(sheet, problem.normalisation, where)
    return Score(
        ref_area=area,
        subject=code,
        level=1,
        points=float(points[a, c]) if has_points else None,
        coverage=1.0 if has_points else 0.0,
        reason=reason,
        rank=None,
        tier=0,
        parts=(),
        observation=sheet.rows.get((area, code)),
        is_clipped=bool(clipped[a, c]),
    )


def _of_group(
    sheet: Sheet,
    problem: Problem,
    found: tuple[Floats, Floats, Floats],
    intervals: tuple[Floats, Floats],
    where: tuple[int, int],
) -> Score:
    (points, totals, shares), (percentiles, grouped), (a, n) = found, intervals, where
    tree = problem.tree
    node, area = tree.nodes[n], sheet.areas[a]
    has_points = not np.isnan(totals[n, a])
    low, middle, high = (float(p) for p in percentiles[:, n, a])
    rank = None
    if has_points and not np.isnan(middle):
        # An area that only some draws can score takes a place in them, too.
        last = int(np.ceil(np.nanmax(percentiles[2, n])))
        count = max(int((~np.isnan(percentiles[1, n])).sum()), last)
        rank = RankInterval(low=low, median=middle, high=high, count=count)
    return Score(
        ref_area=area,
        subject=node.id,
        level=node.level,
        points=float(totals[n, a]) if has_points else None,
        coverage=float(shares[n, a]),
        reason=Reason.NONE if has_points else _why(points, tree, node),
        rank=rank,
        tier=int(grouped[n, a]) if rank else 0,
        parts=parts_of(sheet, problem, points, totals, (a, n)),
        observation=None,
        is_clipped=False,
    )


def _why(points: Floats, tree: Tree, node: Node) -> Reason:
    """Why a group has no score in an area that lacks one."""
    columns = list(columns_below(tree, node))
    return Reason.COVERAGE if (~np.isnan(points[:, columns])).any() else Reason.NO_FIGURES


def columns_below(tree: Tree, node: Node) -> tuple[int, ...]:
    """Every indicator that a group rests on, directly or through its children."""
    found = list(node.columns)
    for child in node.nodes:
        found += columns_below(tree, tree.nodes[child])
    return tuple(found)


def parts_of(
    sheet: Sheet, problem: Problem, points: Floats, totals: Floats, where: tuple[int, int]
) -> tuple[Part, ...]:
    """What each child brings to the points of a group in an area, or why it brings none.

    Args:
        sheet: The values, with the reasons for their gaps.
        problem: How they become points, and the tree above them.
        points: Shape (areas, columns).
        totals: Shape (nodes, areas).
        where: The area's row, and the group's place among the nodes.
    """
    (a, n), tree = where, problem.tree
    node = tree.nodes[n]
    rows: list[tuple[str, float, float, Reason]] = [
        (
            tree.columns[c],
            float(points[a, c]),
            float(tree.weights[c]),
            why_no_points(sheet, problem.normalisation, (a, c)),
        )
        for c in node.columns
    ]
    rows += [
        (
            tree.nodes[m].id,
            float(totals[m, a]),
            tree.nodes[m].weight,
            _why(points, tree, tree.nodes[m]),
        )
        for m in node.nodes
    ]
    held = sum(weight for _, value, weight, _ in rows if not np.isnan(value))
    return tuple(
        Part(
            subject=subject,
            points=None if np.isnan(value) else value,
            weight=weight,
            share=0.0 if np.isnan(value) else weight / held,
            reason=reason if np.isnan(value) else Reason.NONE,
        )
        for subject, value, weight, reason in rows
    )
