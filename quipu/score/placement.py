"""Pure. Each area's place in the matrix: capacities by risks, and how sure that place is.

The matrix puts in order what to do first; it judges nobody. An axis of risk adds up signs of
exposure, where a high value may also mean that more is detected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from quipu.method import MAX_AGE_MONTHS, Matrix, Method
from quipu.model import Catalog, Group
from quipu.periods import months_between
from quipu.score.draws import factors, uniforms
from quipu.score.places import AxisPlace, MatrixPlaces, Placement
from quipu.score.points import normalise
from quipu.score.scores import parts_of, problem_of
from quipu.score.sheet import Reason, Sheet, column_of, fill
from quipu.score.spread import Problem, draws_served, redrawing
from quipu.score.stability import (
    category_at,
    changes,
    decide,
    left_out,
    level_at,
    levels_at,
    under_cuts,
)
from quipu.score.tree import aggregate, cover, grow
from quipu.score.values import known
from quipu.stats.arrays import Floats
from quipu.stats.ranks import percentiles
from quipu.vocab import Normalisation

_RANGE = (0.0, 100.0)


def place(catalog: Catalog, as_of: date) -> MatrixPlaces | None:
    """Place every area of the first kind that gets pages.

    Args:
        catalog: Facts without errors.
        as_of: The date of the edition, from which ages are counted.

    Returns:
        The places; None when the root has no matrix.
    """
    matrix, method = catalog.matrix, catalog.method
    if matrix is None or method is None:
        return None
    rows = [row for axis in matrix.axes for row in axis.indicators]
    columns = [
        column_of(catalog.indicators_by_id[row.id], row.direction, row.max_age_months)
        for row in rows
    ]
    sheet = fill(catalog, catalog.main_areas, columns, as_of)
    problem = axes_problem(sheet, matrix)
    drawn = drawn_points(problem, method)
    axes = _axes(sheet, problem, matrix, drawn)
    support = _support(matrix, drawn)
    setups = _current(catalog, matrix.setup_indicator, as_of)
    tasks = _current(catalog, matrix.tasks_indicator, as_of)
    without = left_out(matrix, problem)
    places = []
    for a, area in enumerate(sheet.areas):
        one = Placement(
            ref_area=area,
            capacity=axes[0][a],
            risk=axes[1][a],
            setup_current=setups.get(area),
            tasks_done=tasks.get(area),
        )
        if all(own.points is not None for own in one.axes):
            found = (support[a], matrix.previous(area, as_of), without[a])
            one = _classified(matrix, problem, one, found, a)
        places.append(one)
    return MatrixPlaces(matrix=matrix, sheet=sheet, problem=problem, places=tuple(places))


def axes_problem(sheet: Sheet, matrix: Matrix) -> Problem:
    """The two axes as a tree of two roots over the sheet's columns."""
    axes = matrix.axes
    groups = [
        Group(id=axis.id, parent="", names=axis.names, summaries={}, min_coverage=axis.min_coverage)
        for axis in axes
    ]
    members = {axis.id: [row.id for row in axis.indicators] for axis in axes}
    weights = {row.id: row.weight for axis in axes for row in axis.indicators}
    tree = grow(groups, members, weights)
    nodes = tuple(
        replace(node, min_count=axis.min_indicators)
        for node, axis in zip(tree.nodes, axes, strict=True)
    )
    tree = replace(tree, nodes=nodes)
    return problem_of(sheet, tree, Normalisation.GOALPOSTS, _RANGE)


def drawn_points(problem: Problem, method: Method) -> Floats:
    """Draw the points of both axes: every weight times 1 ± spread, and the counts anew.

    Each draw takes one uniform number for each indicator, those of capacity first. Where the
    method asks for samples, each serves the same number of draws.

    Returns:
        Shape (axes, draws, areas); NaN where an area has no points on an axis.
    """
    how, tree = method.uncertainty, problem.tree
    numbers = uniforms(how.seed, how.draws, len(tree.columns))
    weights = tree.weights * factors(numbers, how.spread)
    _, scored = cover(tree, problem.points())
    served = draws_served(how, problem)
    size = max(served or how.draws, 1)
    redraw = redrawing(problem) if served else None
    found = np.empty((len(tree.nodes), how.draws, len(problem.values)))
    for index, start in enumerate(range(0, how.draws, size)):
        values = redraw(f"{how.seed}:{index}") if redraw else problem.values
        points = normalise(values, problem.scale, problem.normalisation, problem.ends)
        chosen = weights[start : start + size]
        of_nodes = np.broadcast_to(tree.node_weights, (len(chosen), len(tree.nodes)))
        found[:, start : start + size] = aggregate(tree, points, scored, (chosen, of_nodes))
    return found


def _support(matrix: Matrix, drawn: Floats) -> tuple[Mapping[str, float], ...]:
    """In what share of the draws each area falls into each category."""
    draws, areas = drawn.shape[1:]
    rows, lines = (levels_at(*one) for one in zip(matrix.axes, drawn, strict=True))
    found: list[Mapping[str, float]] = []
    for a in range(areas):
        if not draws or np.isnan(drawn[:, :, a]).any():
            found.append({})
            continue
        cells = Counter(zip(rows[:, a].tolist(), lines[:, a].tolist(), strict=True))
        counts: Counter[str] = Counter()
        for (level, other), count in cells.items():
            counts[matrix.cells[level][other]] += count
        ordered = sorted(
            counts.items(), key=lambda item: (-item[1], matrix.category(item[0]).priority)
        )
        found.append({key: count / draws for key, count in ordered})
    return tuple(found)


def _axes(
    sheet: Sheet, problem: Problem, matrix: Matrix, drawn: Floats
) -> tuple[tuple[AxisPlace, ...], ...]:
    """Where each area stands on each axis: axes, then areas."""
    points = problem.points()
    shares, scored = cover(problem.tree, points)
    totals = aggregate(problem.tree, points, scored)[:, 0, :]
    found = []
    for n, axis in enumerate(matrix.axes):
        limits = percentiles(drawn[n], (0.05, 0.95))
        # No interval is told of points that there are not.
        lows, highs = np.where(np.isnan(totals[n]), np.nan, limits)
        found.append(
            tuple(
                AxisPlace(
                    points=known(totals[n, a]),
                    low=known(lows[a]),
                    high=known(highs[a]),
                    coverage=float(shares[n, a]),
                    level=None if np.isnan(totals[n, a]) else level_at(axis, totals[n, a]),
                    parts=parts_of(sheet, problem, points, totals, (a, n)),
                    observations={
                        row.id: sheet.rows[area, row.id]
                        for row in axis.indicators
                        if (area, row.id) in sheet.rows
                    },
                )
                for a, area in enumerate(sheet.areas)
            )
        )
    return tuple(found)


def _classified(
    matrix: Matrix,
    problem: Problem,
    bare: Placement,
    found: tuple[Mapping[str, float], str, Mapping[str, str]],
    a: int,
) -> Placement:
    """An area with its category.

    *found* are the draws' support, the last edition's category, and those without an indicator.
    """
    drawn, previous, without = found
    capacity, risk = (own.points for own in bare.axes)
    assert capacity is not None and risk is not None  # only such areas are classified
    nominal = category_at(matrix, capacity, risk)
    # Without draws the points themselves are all the support there is.
    support = drawn or {nominal: 1.0}
    category, is_kept, is_borderline = decide(support, previous, matrix.keep_below)
    return replace(
        bare,
        category=category,
        reason=Reason.NONE,
        support=support,
        is_borderline=is_borderline,
        is_kept=is_kept,
        nominal=nominal,
        under_cuts=under_cuts(matrix, capacity, risk),
        left_out=without,
        changes=changes(matrix, problem, bare.axes, a, category),
    )


def _current(catalog: Catalog, code: str, as_of: date) -> Mapping[str, int]:
    """The newest value of an indicator that says how things stand, by area that has one."""
    if not code:
        return {}
    indicator = catalog.indicators_by_id[code]
    if indicator.computed is not None:
        # It says how one area stands and compares none, so a list that lacks areas will do.
        oldest = MAX_AGE_MONTHS if indicator.max_age_months is None else indicator.max_age_months
        rows = catalog.observations_by_indicator[code]
        current = [o for o in rows if months_between(o.period.end, as_of) <= oldest]
        newest = sorted(current, key=lambda o: o.period.sort_key)
        return {o.ref_area: int(o.value) for o in newest if o.value is not None}
    sheet = fill(catalog, catalog.main_areas, [column_of(indicator)], as_of)
    known = zip(sheet.areas, sheet.values[:, 0].tolist(), strict=True)
    return {area: int(value) for area, value in known if not np.isnan(value)}
