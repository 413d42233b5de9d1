"""Pure. The tree of groups as arrays: coverage, and points for any sets of weights at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from quipu.model import Group
from quipu.stats.arrays import Booleans, Floats
from quipu.vocab import Aggregation

_ROUNDING = 1e-9
"""Thirteen of twenty equal weights are 65 %, whatever binary fractions make of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A group whose children are columns of the sheet and earlier nodes of the tree."""

    id: str
    weight: float
    aggregate: Aggregation
    floor: float
    min_coverage: float
    columns: tuple[int, ...]
    nodes: tuple[int, ...]
    level: int
    """1 for an indicator; one more than the highest of its children for a group."""
    min_count: int = 0
    """How many of its own columns must have a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Groups over the columns of a sheet; children stand before their parents."""

    columns: tuple[str, ...]
    """Ids of the indicators."""
    weights: Floats
    """Shape (columns,)."""
    nodes: tuple[Node, ...]
    drawn: tuple[int, ...]
    """The nodes that have a parent, in the order of the method: their weights are drawn."""

    @property
    def node_weights(self) -> Floats:
        """Shape (nodes,)."""
        return np.array([node.weight for node in self.nodes], dtype=np.float64)

    def position(self, node: str) -> int:
        """Where a group stands among the nodes."""
        return next(n for n, known in enumerate(self.nodes) if known.id == node)


def grow(
    groups: Sequence[Group], members: Mapping[str, Sequence[str]], weights: Mapping[str, float]
) -> Tree:
    """Build the tree of the groups that have indicators below them.

    Args:
        groups: In the order of the method; parents may stand anywhere.
        members: Ids of the indicators directly in each group.
        weights: Of each indicator, among its siblings.

    Returns:
        The tree; groups without any indicator below them are not in it.
    """
    columns = tuple(code for group in groups for code in members.get(group.id, ()))
    place = {code: n for n, code in enumerate(columns)}
    children: dict[str, list[Group]] = {}
    for group in groups:
        children.setdefault(group.parent, []).append(group)
    nodes: list[Node] = []
    position: dict[str, int] = {}

    def visit(group: Group) -> None:
        for child in children.get(group.id, ()):
            visit(child)
        below = [position[c.id] for c in children.get(group.id, ()) if c.id in position]
        own = [place[code] for code in members.get(group.id, ())]
        if not below and not own:
            return
        position[group.id] = len(nodes)
        nodes.append(
            Node(
                id=group.id,
                weight=group.weight,
                aggregate=group.aggregate,
                floor=group.floor,
                min_coverage=group.min_coverage,
                columns=tuple(own),
                nodes=tuple(below),
                level=1 + max([nodes[n].level for n in below] + ([1] if own else [])),
            )
        )

    for root in children.get("", ()):
        visit(root)
    return Tree(
        columns=columns,
        weights=np.array([weights[code] for code in columns], dtype=np.float64),
        nodes=tuple(nodes),
        drawn=tuple(position[g.id] for g in groups if g.parent and g.id in position),
    )


def with_other_means(tree: Tree) -> Tree:
    """The same tree with the other kind of mean in every group.

    An arithmetic mean becomes geometric; a geometric or a harmonic one becomes arithmetic.
    """
    return replace(
        tree,
        nodes=tuple(replace(node, aggregate=other_mean(node.aggregate)) for node in tree.nodes),
    )


def other_mean(own: Aggregation) -> Aggregation:
    """The mean that stands in for a group's own where that choice is put to the test."""
    is_plain = own is Aggregation.ARITHMETIC
    return Aggregation.GEOMETRIC if is_plain else Aggregation.ARITHMETIC


def means_below(tree: Tree, node: int) -> frozenset[Aggregation]:
    """Every kind of mean that is taken in a group and in those below it."""
    own = tree.nodes[node]
    return frozenset({own.aggregate}).union(*(means_below(tree, n) for n in own.nodes))


def cover(tree: Tree, points: Floats) -> tuple[Floats, Booleans]:
    """Tell how much of each group's weight is present, and whether that is enough.

    Args:
        tree: The groups.
        points: Shape (areas, columns); NaN where missing.

    Returns:
        Two arrays of shape (nodes, areas): the share of the weight that is present, from 0 to
        1, where a child group counts when it has a score itself; and whether the group has
        enough of its weight, and of its own values, for a score.
    """
    present = ~np.isnan(points)
    shares = np.zeros((len(tree.nodes), len(points)))
    scored = np.zeros(shares.shape, dtype=bool)
    weights = tree.node_weights
    for n, node in enumerate(tree.nodes):
        own, below = list(node.columns), list(node.nodes)
        if not own and not below:
            continue
        held = present[:, own] @ tree.weights[own] + weights[below] @ scored[below]
        total = tree.weights[own].sum() + weights[below].sum()
        # Two ways of adding the same weights may differ in their last digit.
        shares[n] = np.minimum(held / total, 1.0)
        is_enough = shares[n] >= node.min_coverage - _ROUNDING
        scored[n] = is_enough & (held > 0) & (present[:, own].sum(axis=1) >= node.min_count)
    return shares, scored


def aggregate(
    tree: Tree,
    points: Floats,
    scored: Booleans,
    weights: tuple[Floats, Floats] | None = None,
) -> Floats:
    """Make the points of every group, for any number of sets of weights at once.

    Weights are shared out anew over what is present: ``Σ w·x / Σ w`` for an arithmetic mean,
    ``exp(Σ w·ln x / Σ w)`` for a geometric and ``Σ w / Σ (w/x)`` for a harmonic one, where
    points below a group's floor count as the floor in the last two.

    Args:
        tree: The groups.
        points: Shape (areas, columns); NaN where missing.
        scored: Shape (nodes, areas), as `cover` gave it: whether a group may have a score
            is decided once, with the weights of the method.
        weights: Of the columns, shape (sets, columns), and of the nodes, shape (sets, nodes);
            None: those of the method, as one set.

    Returns:
        Shape (nodes, sets, areas); NaN where a group has no score.
    """
    of_columns, of_nodes = weights or (tree.weights[None, :], tree.node_weights[None, :])
    present = ~np.isnan(points)
    found = np.empty((len(tree.nodes), len(of_columns), len(points)))
    for n, node in enumerate(tree.nodes):
        mean = node.aggregate
        total = np.zeros(found.shape[1:])
        held = np.zeros(found.shape[1:])
        own = list(node.columns)
        if own:
            values = np.where(present[:, own], _bent(points[:, own], mean, node.floor), 0.0)
            total += of_columns[:, own] @ values.T
            held += of_columns[:, own] @ present[:, own].T.astype(np.float64)
        for child in node.nodes:
            # A scenario may leave a child without points: no z-score tells equal values apart.
            is_there = scored[child] & ~np.isnan(found[child])
            weight = of_nodes[:, [child]] * is_there
            total += np.where(is_there, _bent(found[child], mean, node.floor), 0.0) * weight
            held += weight
        with np.errstate(divide="ignore", invalid="ignore"):
            found[n] = np.where(scored[n], _straight(total / held, mean), np.nan)
    return found


def _bent(points: Floats, mean: Aggregation, floor: float) -> Floats:
    """What an arithmetic mean is taken of."""
    if mean is Aggregation.ARITHMETIC:
        return points
    raised = np.maximum(points, floor)
    found: Floats = np.log(raised) if mean is Aggregation.GEOMETRIC else 1.0 / raised
    return found


def _straight(means: Floats, mean: Aggregation) -> Floats:
    """Undo `_bent`."""
    if mean is Aggregation.ARITHMETIC:
        return means
    found: Floats = np.exp(means) if mean is Aggregation.GEOMETRIC else 1.0 / means
    return found
