"""Pure. How far ranks move when the choices behind a score do: seeded draws and a full grid.

Two tools answer one question. The draws change everything at once: missing values left out or
filled with the mean, the scale, the kind of mean, every weight by up to a quarter, and the
counts or the intervals behind the values. The grid takes a few values of each choice and
tries all their combinations: it needs no seed, so anyone gets the same ranks by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product

import numpy as np
import numpy.typing as npt

from quipu.method import Uncertainty
from quipu.score.draws import Errors, factors, sampled, strayed, uniforms
from quipu.score.points import Scale, normalise, with_means
from quipu.score.tree import Tree, aggregate, cover, with_other_means
from quipu.stats.arrays import Booleans, Floats
from quipu.stats.ranks import ranks
from quipu.vocab import Normalisation

Chunk = tuple[int, Floats]
MapFn = Callable[[Callable[[Chunk], Floats], Iterable[Chunk]], Iterator[Floats]]
"""The shape of the builtin ``map``: the same answers whichever runs it."""
Redraw = Callable[[str], Floats]
"""From the seed of a sample to the values of that sample."""

_FACTORS = 3
"""Uniform numbers of a draw before those of the weights: imputation, scale, mean."""
_CHUNK = 250
"""Draws worked on at a time where counts are not drawn anew: memory stays with the chunk."""
_Z = (100.0, 10.0)
_POSITIVE = (1.0, 100.0)
"""Ends of a scale that a geometric mean can be taken of."""
_DECIMALS = 9
"""Points are ranked rounded: sums that are equal on paper tie, whatever adds them up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is ranked: the values, how they become points, and the tree above them."""

    values: Floats
    """Shape (areas, columns); NaN where missing."""
    scale: Scale
    normalisation: Normalisation
    ends: tuple[float, float]
    tree: Tree
    numerators: Floats
    denominators: Floats
    is_share: Floats
    errors: Errors | None = None
    """Of the values that have a published interval and no counts."""

    def points(self) -> Floats:
        """The points of the method itself."""
        return normalise(self.values, self.scale, self.normalisation, self.ends)

    def can_be_sampled(self) -> bool:
        """Whether any value has counts or a published interval behind it."""
        has_counts = bool((~np.isnan(self.numerators) & ~np.isnan(self.denominators)).any())
        return has_counts or (
            self.errors is not None and bool(np.isfinite(self.errors.deviations).any())
        )


def drawn_ranks(problem: Problem, how: Uncertainty, map_: MapFn = map) -> Floats:
    """Rank the areas on every group in every draw.

    Each draw takes one number for each choice, in this order: missing values filled with the
    mean (below ½) or left out; the other scale (below ½) or the method's; the other kind of
    mean in every group (below ½) or each group's own; a factor of 1 ± spread for the weight of
    each group that has a parent, in the order of the method; the same for each indicator.
    Where the method asks for samples, the counts and the published intervals behind the values
    are drawn anew that many times, and each sample serves the same number of draws.

    Args:
        problem: What is ranked.
        how: How many draws and samples, with which seed and spread.
        map_: The builtin ``map``, or one like it that works in threads or other processes.

    Returns:
        Shape (nodes, draws, areas): 1 is the most points; NaN where a group has no score.
    """
    tree = problem.tree
    numbers = uniforms(how.seed, how.draws, _FACTORS + len(tree.drawn) + len(tree.columns))
    served = draws_served(how, problem)
    size = served or _CHUNK
    # Draws that make the same choices are worked on together: their points are the same.
    order = np.argsort(_choices(numbers), kind="stable")
    chunks = [
        (index, numbers[order[start : start + size]])
        for index, start in enumerate(range(0, how.draws, size))
    ]
    points = problem.points()
    _, scored = cover(tree, points)
    _, scored_full = cover(tree, with_means(points))
    redraw = redrawing(problem) if served else None
    work = partial(_ranked, problem, how, (scored, scored_full), redraw)
    found = np.empty((len(tree.nodes), how.draws, len(problem.values)))
    for (index, _numbers), ranked in zip(chunks, map_(work, chunks), strict=True):
        found[:, order[index * size : (index + 1) * size]] = ranked
    return found


def _choices(numbers: Floats) -> npt.NDArray[np.int64]:
    """The three choices of every draw as one number from 0 to 7."""
    found: npt.NDArray[np.int64] = (numbers[:, :_FACTORS] < 0.5) @ np.array([4, 2, 1])
    return found


def _ranked(
    problem: Problem,
    how: Uncertainty,
    scored: tuple[Booleans, Booleans],
    redraw: Redraw | None,
    chunk: Chunk,
) -> Floats:
    """The ranks of one chunk of draws; *scored* without and with missing values filled in."""
    index, numbers = chunk
    values = problem.values if redraw is None else redraw(f"{how.seed}:{index}")
    tree = problem.tree
    of_columns = tree.weights * factors(numbers[:, _FACTORS + len(tree.drawn) :], how.spread)
    of_nodes = np.broadcast_to(tree.node_weights, (len(numbers), len(tree.nodes))).copy()
    drawn = list(tree.drawn)
    of_nodes[:, drawn] *= factors(numbers[:, _FACTORS : _FACTORS + len(drawn)], how.spread)
    found = np.empty((len(tree.nodes), len(numbers), len(values)))
    choices = _choices(numbers)
    for choice in np.unique(choices):
        is_filled, other_scale, other_mean = bool(choice & 4), bool(choice & 2), bool(choice & 1)
        chosen = choices == choice
        found[:, chosen] = aggregate(
            with_other_means(tree) if other_mean else tree,
            _scenario(problem, values, (is_filled, other_scale, other_mean)),
            scored[is_filled],
            (of_columns[chosen], of_nodes[chosen]),
        )
    # Areas that the method itself does not score take no part, filled in or not.
    return places_of(np.where(scored[0][:, None, :], found, np.nan))


def places_of(points: Floats) -> Floats:
    """Rank points, shape (…, areas); those that differ by no more than rounding tie."""
    return ranks(np.round(points, _DECIMALS))


def _scenario(problem: Problem, values: Floats, choice: tuple[bool, bool, bool]) -> Floats:
    """The points of a scenario: filled in or not, on the other scale, for the other mean."""
    is_filled, other_scale, other_mean = choice
    values = with_means(values) if is_filled else values
    own, scale = problem.normalisation, problem.scale
    if other_scale and own is Normalisation.Z_SCORE:
        return normalise(values, scale, Normalisation.MIN_MAX, _POSITIVE)
    if other_scale:
        return normalise(values, scale, Normalisation.Z_SCORE, _Z)
    if not other_mean or own is Normalisation.GOALPOSTS:
        return normalise(values, scale, own, problem.ends)
    # The method's range was chosen for its own means: another one needs points above zero.
    return normalise(values, scale, own, _Z if own is Normalisation.Z_SCORE else _POSITIVE)


def draws_served(how: Uncertainty, *problems: Problem) -> int:
    """How many draws one sample of the values serves; 0: the values stay as they are."""
    if not how.samples or not any(problem.can_be_sampled() for problem in problems):
        return 0
    return max(how.draws // how.samples, 1)


def redrawing(problem: Problem) -> Redraw:
    """What draws the values of a problem anew; their units are found once."""
    return partial(sampled_values, problem, count_units(problem))


def count_units(problem: Problem) -> Floats:
    """What each indicator's ratios are multiplied by to give its values: 100 for per cent.

    Returns:
        Shape (columns,): the median over the areas; NaN for indicators without counts.
    """
    is_counted = (problem.numerators > 0) & (problem.denominators > 0) & ~np.isnan(problem.values)
    units = np.full(problem.values.shape[1], np.nan)
    for column in np.flatnonzero(is_counted.any(axis=0)):
        rows = is_counted[:, column]
        ratio = problem.numerators[rows, column] / problem.denominators[rows, column]
        units[column] = np.median(problem.values[rows, column] / ratio)
    return units


def sampled_values(problem: Problem, units: Floats, seed: str) -> Floats:
    """The values with their counts, or else their published intervals, drawn anew.

    Those that have neither stay as they are.
    """
    counted = np.flatnonzero(~np.isnan(units))
    found = problem.values.copy()
    drawn = units[counted] * sampled(
        problem.numerators[:, counted],
        problem.denominators[:, counted],
        problem.is_share[:, counted],
        seed,
    )
    own = found[:, counted]
    found[:, counted] = np.where(np.isnan(drawn) | np.isnan(own), own, drawn)
    if problem.errors is not None:
        # A sequence of its own: whoever adds an interval does not change the draws of counts.
        drawn = strayed(problem.values, problem.errors, f"{seed}:intervals")
        found = np.where(np.isnan(drawn), found, drawn)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One cell of the grid."""

    is_filled: bool
    """Whether missing values were filled with the mean."""
    other_scale: bool
    """Whether points are z-scores; where the method's own are, min-max."""
    other_mean: bool
    """Whether arithmetic means are geometric, and geometric and harmonic ones arithmetic."""
    emphasis: str
    """Id of the child whose share of the weight was raised; empty: the method's weights."""
    share: float
    """Share of the weight that this child has; 0 for the method's weights."""


def grid(problem: Problem, node: int) -> tuple[tuple[Scenario, ...], Floats]:
    """Rank the areas on a group under every combination of the main choices.

    Missing values left out or filled; the method's scale or another; each group's own mean or
    another; and the weights of the method, or those of each child of the group raised by a fifth
    and by a half of what the others have (two equal children: 0.6 and 0.75 for each).

    Returns:
        The scenarios, and the ranks in each: shape (scenarios, areas).
    """
    tree = problem.tree
    sets = [("", 0.0, tree.weights, tree.node_weights), *_emphasised(tree, node)]
    weights = (np.array([s[2] for s in sets]), np.array([s[3] for s in sets]))
    takes_part = cover(tree, problem.points())[1][node]
    scenarios: list[Scenario] = []
    places = []
    sides = (False, True)
    for choice in product(sides, sides, sides):
        is_filled, other_scale, other_mean = choice
        points = _scenario(problem, problem.values, choice)
        _, scored = cover(tree, points)
        means = with_other_means(tree) if other_mean else tree
        found = aggregate(means, points, scored, weights)[node]
        places.append(places_of(np.where(takes_part, found, np.nan)))
        scenarios += [
            Scenario(
                is_filled=is_filled,
                other_scale=other_scale,
                other_mean=other_mean,
                emphasis=emphasis,
                share=share,
            )
            for emphasis, share, _, _ in sets
        ]
    return tuple(scenarios), np.concatenate(places)


def _emphasised(tree: Tree, node: int) -> Iterator[tuple[str, float, Floats, Floats]]:
    """Sets of weights in which one child of a group weighs more and the others less."""
    target = tree.nodes[node]
    children = [(tree.columns[c], c, True) for c in target.columns]
    children += [(tree.nodes[n].id, n, False) for n in target.nodes]
    total = tree.weights[list(target.columns)].sum() + tree.node_weights[list(target.nodes)].sum()
    if len(children) < 2:
        return
    for part in (0.2, 0.5):
        for name, position, is_column in children:
            of_columns, of_nodes = tree.weights.copy(), tree.node_weights.copy()
            own = (of_columns if is_column else of_nodes)[position]
            share = own / total + (1 - own / total) * part
            others = (1 - share) / (1 - own / total)
            of_columns[list(target.columns)] *= others
            of_nodes[list(target.nodes)] *= others
            (of_columns if is_column else of_nodes)[position] = share * total
            yield name, float(share), of_columns, of_nodes
