"""Pure. Whether a score moved in a year, on the indicators that both years have.

A score also moves when an indicator comes in or drops out. So the two years are compared on
their common indicators only, with the same drawn weights in both, and an area that reports
less than it did is marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from quipu.method import LATEST, Method
from quipu.model import Catalog
from quipu.score.draws import uniforms
from quipu.score.points import Floats
from quipu.score.scores import columns_below, problem_of
from quipu.score.sheet import fill
from quipu.score.spread import Problem
from quipu.score.tree import aggregate, cover
from quipu.score.values import ScoreSet
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
        """Whether the rise is beyond the choices of weights."""
        return self.probability is not None and self.probability >= SURE

    @property
    def has_fallen(self) -> bool:
        """Whether the fall is beyond the choices of weights."""
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
    now, areas = scores.sheet, catalog.page_areas
    then = fill(catalog, areas, now.columns, _year_before(scores.as_of), is_past=True)
    if np.isnan(then.values).all():
        return {}
    tree = scores.tree
    problems = (problem_of(then, tree, scores.method), scores.problem)
    points = [problem.points() for problem in problems]
    is_common = ~(np.isnan(points[0]) | np.isnan(points[1]))
    kept = [np.where(is_common, one, np.nan) for one in points]
    drawn = [_drawn(problems[1], scores.method, one) for one in kept]
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


def _drawn(problem: Problem, method: Method, points: Floats) -> Floats:
    """Scores under drawn weights; the same weights for the same method, whatever the year."""
    how, tree = method.uncertainty, problem.tree
    numbers = uniforms(how.seed, how.draws, len(tree.drawn) + len(tree.columns))
    factors = 1.0 + how.spread * (2.0 * numbers - 1.0)
    of_nodes = np.broadcast_to(tree.node_weights, (how.draws, len(tree.nodes))).copy()
    of_nodes[:, list(tree.drawn)] *= factors[:, : len(tree.drawn)]
    of_columns = tree.weights * factors[:, len(tree.drawn) :]
    return aggregate(tree, points, cover(tree, points)[1], (of_columns, of_nodes))


def _year_before(day: date) -> date:
    """The same day a year before; the 28th of February for a leap day."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
