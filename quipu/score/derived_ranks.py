"""Pure. The rows of the tables of ranks: draws, pairs of areas, and scenarios of the grid."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quipu.score.benchmarks import Benchmarks
from quipu.score.cells import Cells, number
from quipu.score.robustness import MOST_PAIRED
from quipu.score.tree import Tree, means_below, other_mean
from quipu.score.values import ScoreSet
from quipu.stats.ranks import percentiles
from quipu.vocab import Normalisation

TOP = 3
"""Places counted as being at the head."""


def draws(scores: ScoreSet) -> Iterator[Cells]:
    """Where the ranks of each area and group lie over the draws."""
    how = scores.method.uncertainty
    for node in scores.scored_groups():
        drawn = scores.ranks[scores.tree.position(node.id)]
        spread = percentiles(drawn, (0.05, 0.5, 0.95))
        for a, area in enumerate(scores.sheet.areas):
            ranks = drawn[:, a]
            if np.isnan(spread[:, a]).any():
                continue
            numbers = (ranks.mean(), *spread[:, a], (ranks <= TOP).mean())
            yield (
                area,
                node.id,
                str(how.draws),
                str(how.seed),
                *(number(float(n)) for n in numbers),
            )


def pairs(benchmarks: Benchmarks) -> Iterator[Cells]:
    """Who stands ahead of whom; both ways, since two areas may also tie in a draw."""
    scores = benchmarks.scores
    for subject, found in benchmarks.robustness.items():
        if found.pairs is None or scores is None:
            continue
        for a, area in enumerate(scores.sheet.areas):
            for b, other in enumerate(scores.sheet.areas):
                if not np.isnan(found.pairs[a, b]):
                    yield (subject, area, other, number(found.pairs[a, b]))


def scenarios(benchmarks: Benchmarks, scores: ScoreSet) -> Iterator[Cells]:
    """The rank of every area in every scenario; none where nobody could read them all."""
    if len(scores.sheet.areas) > MOST_PAIRED:
        return
    scales = ("method", _other_scale(scores.problem.normalisation))
    for subject, found in benchmarks.robustness.items():
        means = _means(scores.tree, scores.tree.position(subject))
        for n, scenario in enumerate(found.scenarios):
            how = (
                "mean" if scenario.is_filled else "left_out",
                scales[scenario.other_scale],
                means[scenario.other_mean],
                scenario.emphasis,
                number(scenario.share) if scenario.emphasis else "",
            )
            for a, area in enumerate(scores.sheet.areas):
                if not np.isnan(found.places[n, a]):
                    yield (subject, str(n + 1), *how, area, number(found.places[n, a]))


def _other_scale(own: Normalisation) -> str:
    return "min-max" if own is Normalisation.Z_SCORE else "z-score"


def _means(tree: Tree, node: int) -> tuple[str, str]:
    """The names of a group's own means and of the others; a tree that mixes them has no name."""
    own = means_below(tree, node)
    if len(own) > 1:
        return "method", "other"
    (mean,) = own
    return mean.value, other_mean(mean).value
