"""Pure. What is known of the scores of an edition: points with their parts, ranks, reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quipu.method import Method
from quipu.model import Observation
from quipu.score.sheet import Reason, Sheet
from quipu.score.spread import Problem
from quipu.score.tree import Node, Tree
from quipu.stats.arrays import Floats


def known(number: float) -> float | None:
    """A computed number; None where it is not there."""
    return None if math.isnan(number) else float(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankInterval:
    """Between which places an area stands: the middle nine tenths of the draws."""

    low: float
    """5th percentile; 1 is the most points."""
    median: float
    high: float
    """95th percentile."""
    count: int
    """Among how many areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a child brings to the score of a group."""

    subject: str
    points: float | None
    """None: the child is missing here, and its weight went to the others."""
    weight: float
    """As the method gives it."""
    share: float
    """Of the weight that is present; 0 for a missing child."""
    reason: Reason
    """Why it is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The points of an area on an indicator or a group."""

    ref_area: str
    subject: str
    level: int
    """1 for an indicator; more for the groups above it."""
    points: float | None
    """From the worse end to the better one; None with a reason."""
    coverage: float
    """Share of the weight that is present, 0 to 1."""
    reason: Reason
    rank: RankInterval | None
    """Of groups only, and only where the method draws."""
    tier: int
    """1 for the areas that cannot be told from the first; 0 where there is no rank."""
    parts: tuple[Part, ...]
    observation: Observation | None
    """Of an indicator: the figure behind its points."""
    is_clipped: bool
    """Of an indicator: whether its value lies beyond the goalposts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSet:
    """Every score of an edition, and what is needed to look into them."""

    method: Method
    as_of: date
    sheet: Sheet
    problem: Problem
    scores: Mapping[tuple[str, str], Score]
    """By subject and area."""
    ranks: Floats
    """Shape (nodes, draws, areas); no draws: (nodes, 0, areas)."""

    @property
    def tree(self) -> Tree:
        """The groups."""
        return self.problem.tree

    def of(self, subject: str, area: str) -> Score | None:
        """The score of an area; None for a subject that is not scored at all."""
        return self.scores.get((subject, area))

    def scored_groups(self) -> tuple[Node, ...]:
        """The groups in which at least one area has a score, children first."""
        return tuple(
            node
            for node in self.tree.nodes
            if any(self.scores[node.id, area].points is not None for area in self.sheet.areas)
        )
