"""Pure. How sure a category is: moved cuts, indicators left out, single changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from quipu.method import Axis, Matrix
from quipu.score.places import AxisPlace, Change
from quipu.score.spread import Problem
from quipu.score.tree import aggregate, cover
from quipu.score.values import Part
from quipu.stats.arrays import Floats, Integers

MOST_CHANGES = 3
"""Single changes told for an area; more only where more categories lie next to it."""
_ROUNDING = 1e-9


def category_at(matrix: Matrix, capacity: float, risk: float) -> str:
    """The category of two numbers of points."""
    return matrix.cells[level_at(matrix.capacity, capacity)][level_at(matrix.risk, risk)]


def level_at(axis: Axis, points: float) -> int:
    """`levels_at` of one number."""
    return int(levels_at(axis, np.array(points)))


def levels_at(axis: Axis, points: Floats) -> Integers:
    """The level of each of some points, from 0, in an array of any shape.

    A cut belongs to the level above it, and a mean of 70 is 70, whatever binary fractions make
    of it.
    """
    found = np.zeros(points.shape, dtype=np.int64)
    for cut in axis.cuts:
        found += points + _ROUNDING >= cut
    return found


def decide(
    support: Mapping[str, float], previous: str, keep_below: float
) -> tuple[str, bool, bool]:
    """Choose the category that is applied: a region does not change it by chance.

    Args:
        support: Share of the draws by category, the best supported first and, of equal ones,
            the one that brings more help.
        previous: Category in the last edition; empty when there is none.
        keep_below: Support that a change needs.

    Returns:
        The category; whether it is the previous one, kept against a better supported one; and
        whether the area is borderline, no category having that support.
    """
    best, share = next(iter(support.items()))
    is_sure = share >= keep_below - _ROUNDING
    if is_sure or not previous:
        return best, False, not is_sure
    return previous, previous != best, True


def under_cuts(matrix: Matrix, capacity: float, risk: float) -> Mapping[str, int]:
    """Count the categories with the cuts of each axis moved down, left alone and moved up."""
    step = matrix.cut_step
    moves = [(c, k) for c in (-step, 0.0, step) for k in (-step, 0.0, step) if c or k]
    return Counter(category_at(matrix, capacity - c, risk - k) for c, k in moves)


def left_out(matrix: Matrix, problem: Problem) -> tuple[Mapping[str, str], ...]:
    """The category with one indicator taken out, whatever number of them is left.

    Returns:
        One mapping an area, by indicator; empty text where the area has no category then.
    """
    tree, points = problem.tree, problem.points()
    loose = tuple(replace(node, min_coverage=0.0, min_count=0) for node in tree.nodes)
    relaxed = replace(tree, nodes=loose)
    found: list[dict[str, str]] = [{} for _ in points]
    for c, code in enumerate(tree.columns):
        kept = points.copy()
        kept[:, c] = np.nan
        both = aggregate(relaxed, kept, cover(relaxed, kept)[1])[:, 0, :]
        rows, lines = (levels_at(*one) for one in zip(matrix.axes, both, strict=True))
        is_known = ~(np.isnan(both[0]) | np.isnan(both[1]))
        for a, own in enumerate(found):
            own[code] = matrix.cells[rows[a]][lines[a]] if is_known[a] else ""
    return tuple(found)


def changes(
    matrix: Matrix, problem: Problem, axes: tuple[AxisPlace, AxisPlace], a: int, category: str
) -> tuple[Change, ...]:
    """The smallest single changes that lead to another category, the nearest first.

    Every neighbouring category has its nearest change among them, so that the many small steps
    to one do not hide the other.
    """
    capacity, risk = (own.level for own in axes)
    assert capacity is not None and risk is not None  # only placed areas get here
    here = matrix.cells[capacity][risk]
    found: list[tuple[float, Change]] = []
    for n, (axis, own) in enumerate(zip(matrix.axes, axes, strict=True)):
        assert own.points is not None and own.level is not None  # only placed areas get here
        targets = [(cut, False) for cut in axis.cuts[own.level : own.level + 1]]
        targets += [(cut, True) for cut in axis.cuts[max(own.level - 1, 0) : own.level]]
        for cut, is_down in targets:
            level = own.level + (-1 if is_down else 1)
            there = matrix.cells[capacity if n else level][level if n else risk]
            # Where the draws keep an area out of its own cell, that cell is no change either.
            if there in (category, here):
                continue
            for part in own.parts:
                change = _single(problem, part, cut - own.points, a, is_down=is_down)
                if change is not None:
                    points, one = change
                    found.append((abs(points), replace(one, category=there)))
    found.sort(key=lambda item: item[0])
    return nearest([change for _, change in found])


def nearest(ordered: Sequence[Change]) -> tuple[Change, ...]:
    """The first change to each category, and the next ones while there is room."""
    firsts: dict[str, int] = {}
    for n, change in enumerate(ordered):
        firsts.setdefault(change.category, n)
    others = [n for n in range(len(ordered)) if n not in firsts.values()]
    room = max(MOST_CHANGES - len(firsts), 0)
    return tuple(ordered[n] for n in sorted([*firsts.values(), *others[:room]]))


def _single(
    problem: Problem, part: Part, distance: float, a: int, *, is_down: bool
) -> tuple[float, Change] | None:
    """What one indicator alone would have to be for an axis to move by *distance* points."""
    if part.points is None:
        return None
    needed = distance / part.share
    target = part.points + needed
    start, stop = problem.ends
    if not start <= target <= stop:
        return None
    c = problem.tree.columns.index(part.subject)
    low, high = float(problem.scale.low[c]), float(problem.scale.high[c])
    is_reversed = problem.scale.sign[c] < 0
    share = (stop - target if is_reversed else target - start) / (stop - start)
    return needed, Change(
        indicator=part.subject,
        now=float(problem.values[a, c]),
        value=low + share * (high - low),
        is_rise=is_down == is_reversed,
        # Going up it is enough to reach a cut; going down it must be passed.
        is_strict=is_down,
        category="",
    )
