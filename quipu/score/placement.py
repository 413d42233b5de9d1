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

from quipu.method import Axis, Matrix, Method
from quipu.model import Catalog, Group
from quipu.score.draws import uniforms
from quipu.score.places import AxisPlace, MatrixPlaces, Placement
from quipu.score.points import Floats, normalise
from quipu.score.sheet import Reason, Sheet, column_of, fill, why_no_points
from quipu.score.spread import Problem, count_units, sampled_values
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
from quipu.score.values import Part
from quipu.vocab import Normalisation

AXES = 2
_RANGE = (0.0, 100.0)


def place(catalog: Catalog, as_of: date) -> MatrixPlaces | None:
    """Place every area that has a page.

    Args:
        catalog: Facts without errors.
        as_of: The date of the edition, from which ages are counted.

    Returns:
        The places; None when the root has no matrix.
    """
    matrix, method = catalog.matrix, catalog.method
    if matrix is None or method is None:
        return None
    rows = (*matrix.capacity.indicators, *matrix.risk.indicators)
    columns = [
        column_of(catalog.indicators_by_id[row.id], row.direction, row.max_age_months)
        for row in rows
    ]
    sheet = fill(catalog, catalog.page_areas, columns, as_of)
    problem = axes_problem(sheet, matrix)
    points = problem.points()
    shares, scored = cover(problem.tree, points)
    totals = aggregate(problem.tree, points, scored)[:, 0, :]
    drawn = drawn_points(problem, method)
    support = _support(matrix, drawn)
    setups = _current(catalog, matrix.setup_indicator, as_of)
    tasks = _current(catalog, matrix.tasks_indicator, as_of)
    without = left_out(matrix, problem)
    places = []
    for a, area in enumerate(sheet.areas):
        sides = [
            _axis_place(sheet, (points, totals, shares, drawn), axis, (a, n))
            for n, axis in enumerate((matrix.capacity, matrix.risk))
        ]
        bare = _bare(area, sides[0], sides[1])
        bare = replace(
            bare,
            setup_current=setups.get(area),
            tasks_done=tasks.get(area),
        )
        is_placed = sides[0].points is not None and sides[1].points is not None
        if is_placed:
            bare = replace(bare, left_out=without[a])
            previous = matrix.previous(area, as_of)
            bare = _classified(matrix, problem, bare, (support[a], previous), a)
        places.append(bare)
    return MatrixPlaces(
        matrix=matrix, sheet=sheet, tree=problem.tree, problem=problem, places=tuple(places)
    )


def axes_problem(sheet: Sheet, matrix: Matrix) -> Problem:
    """The two axes as a tree of two roots over the sheet's columns."""
    axes = (matrix.capacity, matrix.risk)
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
    return Problem(
        values=sheet.values,
        scale=sheet.scale,
        normalisation=Normalisation.GOALPOSTS,
        ends=_RANGE,
        tree=replace(tree, nodes=nodes),
        numerators=sheet.numerators,
        denominators=sheet.denominators,
        is_share=sheet.is_share,
        errors=sheet.errors,
    )


def drawn_points(problem: Problem, method: Method) -> Floats:
    """Draw the points of both axes: every weight times 1 ± spread, and the counts anew.

    Each draw takes one uniform number for each indicator, those of capacity first. Where the
    method asks for samples, each serves the same number of draws.

    Returns:
        Shape (axes, draws, areas); NaN where an area has no points on an axis.
    """
    how, tree = method.uncertainty, problem.tree
    numbers = uniforms(how.seed, how.draws, len(tree.columns))
    weights = tree.weights * (1.0 + how.spread * (2.0 * numbers - 1.0))
    _, scored = cover(tree, problem.points())
    samples = how.samples if how.samples and problem.can_be_sampled() else 0
    size = max(how.draws // samples if samples else how.draws, 1)
    units = count_units(problem)
    found = []
    for index, start in enumerate(range(0, how.draws, size)):
        values = (
            sampled_values(problem, units, f"{how.seed}:{index}") if samples else problem.values
        )
        points = normalise(values, problem.scale, problem.normalisation, problem.ends)
        chosen = weights[start : start + size]
        of_nodes = np.broadcast_to(tree.node_weights, (len(chosen), len(tree.nodes)))
        found.append(aggregate(tree, points, scored, (chosen, of_nodes)))
    if not found:
        return np.empty((AXES, 0, len(problem.values)))
    return np.concatenate(found, axis=1)


def _support(matrix: Matrix, drawn: Floats) -> tuple[Mapping[str, float], ...]:
    """In what share of the draws each area falls into each category."""
    draws, areas = drawn.shape[1:]
    rows, lines = (
        levels_at(axis, points)
        for axis, points in zip((matrix.capacity, matrix.risk), drawn, strict=True)
    )
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


def _axis_place(
    sheet: Sheet, found: tuple[Floats, Floats, Floats, Floats], axis: Axis, where: tuple[int, int]
) -> AxisPlace:
    (points, totals, shares, drawn), (a, n) = found, where
    area = sheet.areas[a]
    has_points = not np.isnan(totals[n, a])
    total = float(totals[n, a]) if has_points else None
    low = high = None
    if has_points and drawn.shape[1]:
        low, high = (float(p) for p in np.quantile(drawn[n, :, a], (0.05, 0.95)))
    columns = {column.indicator.id: c for c, column in enumerate(sheet.columns)}
    values = [float(points[a, columns[row.id]]) for row in axis.indicators]
    held = sum(r.weight for r, v in zip(axis.indicators, values, strict=True) if not np.isnan(v))
    return AxisPlace(
        points=total,
        low=low,
        high=high,
        coverage=float(shares[n, a]),
        level=None if total is None else level_at(axis, total),
        parts=tuple(
            Part(
                subject=row.id,
                points=None if np.isnan(value) else value,
                weight=row.weight,
                share=0.0 if np.isnan(value) else row.weight / held,
                reason=why_no_points(sheet, Normalisation.GOALPOSTS, (a, columns[row.id]))
                if np.isnan(value)
                else Reason.NONE,
            )
            for row, value in zip(axis.indicators, values, strict=True)
        ),
        observations={
            row.id: sheet.rows[area, row.id]
            for row in axis.indicators
            if (area, row.id) in sheet.rows
        },
    )


def _bare(area: str, capacity: AxisPlace, risk: AxisPlace) -> Placement:
    """An area that cannot be classified."""
    return Placement(
        ref_area=area,
        capacity=capacity,
        risk=risk,
        category="",
        reason=Reason.COVERAGE,
        support={},
        is_borderline=False,
        is_kept=False,
        nominal="",
        setup_current=None,
        tasks_done=None,
        under_cuts={},
        left_out={},
        changes=(),
    )


def _classified(
    matrix: Matrix,
    problem: Problem,
    bare: Placement,
    known: tuple[Mapping[str, float], str],
    a: int,
) -> Placement:
    """An area with its category; *known* are the draws' support and the last edition's one."""
    capacity, risk = bare.capacity.points, bare.risk.points
    assert capacity is not None and risk is not None  # only such areas are classified
    nominal = category_at(matrix, capacity, risk)
    # Without draws the points themselves are all the support there is.
    support = known[0] or {nominal: 1.0}
    category, is_kept, is_borderline = decide(support, known[1], matrix.keep_below)
    return replace(
        bare,
        category=category,
        reason=Reason.NONE,
        support=support,
        is_borderline=is_borderline,
        is_kept=is_kept,
        nominal=nominal,
        under_cuts=under_cuts(matrix, capacity, risk),
        changes=changes(matrix, problem, bare, a, category),
    )


def _current(catalog: Catalog, code: str, as_of: date) -> Mapping[str, int]:
    """The newest value of an indicator that says how things stand, by area that has one."""
    if not code:
        return {}
    sheet = fill(catalog, catalog.page_areas, [column_of(catalog.indicators_by_id[code])], as_of)
    known = zip(sheet.areas, sheet.values[:, 0].tolist(), strict=True)
    return {area: int(value) for area, value in known if not np.isnan(value)}
