"""Pure. Whether a score moved in a year, on the indicators that both years have.

A score also moves when an indicator comes in or drops out. So the two years are compared on
their common indicators only, with the same drawn weights in both and the counts and published
intervals of each drawn anew, and an area that reports less than it did is marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from quipu.method import LATEST, Method
from quipu.model import Catalog
from quipu.score.draws import factors, uniforms
from quipu.score.points import normalise
from quipu.score.scores import columns_below, problem_of
from quipu.score.sheet import Sheet, fill
from quipu.score.spread import Problem, Redraw, draws_served, redrawing
from quipu.score.tree import aggregate, cover
from quipu.score.values import ScoreSet
from quipu.stats.arrays import Booleans, Floats
from quipu.stats.change import probability_of_improvement

SURE = 0.95
"""Share of the draws from which on a score is said to have improved, or to have fallen."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How the score of an area moved in a year."""

    change: float | None
    """In points, on the common indicators; None where these are too few for a score."""
    probability: float | None
    """Share of the draws in which the later score is the higher one."""
    common: tuple[str, ...]
    """The indicators that both years have."""
    reports_less: bool
    """Whether less of the group's weight is present than a year before."""

    @property
    def has_improved(self) -> bool:
        """Whether the rise is beyond chance and the choices of weights."""
        return self.probability is not None and self.probability >= SURE

    @property
    def has_fallen(self) -> bool:
        """Whether the fall is beyond chance and the choices of weights."""
        # A score that did not move is the higher one in no draw, and fell in none either.
        is_lower = self.change is not None and self.change < 0
        return is_lower and self.probability is not None and self.probability <= 1 - SURE


def progress(catalog: Catalog, scores: ScoreSet) -> Mapping[tuple[str, str], Progress]:
    """Compare every score with that of a year before; by subject and area.

    Only groups and areas that had any of their indicators a year before are in it. A method
    for one fixed period has no year before.
    """
    if scores.method.period != LATEST:
        return {}
    now, areas = scores.sheet, catalog.main_areas
    then = fill(catalog, areas, now.columns, _year_before(scores.as_of), is_past=True)
    if np.isnan(then.values).all():
        return {}
    tree = scores.tree
    own = scores.problem
    problems = (problem_of(then, tree, own.normalisation, own.ends), own)
    points = [problem.points() for problem in problems]
    is_common = ~(np.isnan(points[0]) | np.isnan(points[1]))
    kept = [np.where(is_common, one, np.nan) for one in points]
    drawn = _drawn(problems, scores.method, is_common, _unmoved(then, now))
    totals = [aggregate(tree, one, cover(tree, one)[1])[:, 0, :] for one in kept]
    shares = [cover(tree, one)[0] for one in points]
    found = {}
    for n, node in enumerate(tree.nodes):
        chances = probability_of_improvement(drawn[0][n], drawn[1][n])
        below = columns_below(tree, node)
        for a, area in enumerate(now.areas):
            if shares[0][n, a] <= 0:
                continue
            change = float(totals[1][n, a] - totals[0][n, a])
            has_change = not np.isnan(change)
            found[node.id, area] = Progress(
                change=change if has_change else None,
                probability=float(chances[a]) if has_change and len(drawn[0][n]) else None,
                common=tuple(tree.columns[c] for c in below if is_common[a, c]),
                reports_less=bool(shares[1][n, a] < shares[0][n, a] - _ROUNDING),
            )
    return found


def _unmoved(then: Sheet, now: Sheet) -> Booleans:
    """Which values of a year before are still the newest: the same figure, not another one."""
    found = np.zeros(now.values.shape, dtype=bool)
    for c, column in enumerate(now.columns):
        for a, area in enumerate(now.areas):
            row = now.rows.get((area, column.indicator.id))
            found[a, c] = row is not None and row is then.rows.get((area, column.indicator.id))
    return found


def _drawn(
    problems: tuple[Problem, Problem], method: Method, is_common: Booleans, is_unmoved: Booleans
) -> tuple[Floats, Floats]:
    """Scores of both years on what they share: the same weights in both, values drawn anew.

    What the draws of a sample are taken of differs between the years, so each has a sequence
    of its own; a figure that stands for both years is drawn once.

    Returns:
        Two arrays of shape (nodes, draws, areas).
    """
    how, tree = method.uncertainty, problems[1].tree
    numbers = uniforms(how.seed, how.draws, len(tree.drawn) + len(tree.columns))
    drawn = factors(numbers, how.spread)
    of_nodes = np.broadcast_to(tree.node_weights, (how.draws, len(tree.nodes))).copy()
    of_nodes[:, list(tree.drawn)] *= drawn[:, : len(tree.drawn)]
    of_columns = tree.weights * drawn[:, len(tree.drawn) :]
    served = draws_served(how, *problems)
    size = max(served or how.draws, 1)
    redraws = (redrawing(problems[0]), redrawing(problems[1])) if served else None
    found = [np.empty((len(tree.nodes), how.draws, len(is_common))) for _ in problems]
    for index, start in enumerate(range(0, how.draws, size)):
        chosen = slice(start, start + size)
        values = [problem.values for problem in problems]
        if redraws:
            values = _sampled(redraws, f"{how.seed}:{index}", is_unmoved)
        for year, problem, own in zip(found, problems, values, strict=True):
            points = normalise(own, problem.scale, problem.normalisation, problem.ends)
            points = np.where(is_common, points, np.nan)
            scored = cover(tree, points)[1]
            year[:, chosen] = aggregate(
                tree, points, scored, (of_columns[chosen], of_nodes[chosen])
            )
    return found[0], found[1]


def _sampled(redraws: tuple[Redraw, Redraw], seed: str, is_unmoved: Booleans) -> list[Floats]:
    before, after = redraws
    later, earlier = after(seed), before(f"{seed}:before")
    return [np.where(is_unmoved, later, earlier), later]


def _year_before(day: date) -> date:
    """The same day a year before; the 28th of February for a leap day."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
