"""Pure. One short text that changes whenever a number that decides a score or a place does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from quipu.method import Axis, Matrix, Method
from quipu.model import Group, Indicator

LENGTH = 16
"""Characters; enough to tell any two versions of a method apart."""


def fingerprint(
    method: Method,
    groups: Iterable[Group],
    indicators: Iterable[Indicator],
    matrix: Matrix | None,
) -> str:
    """Sum up the rules of the scoring.

    Names, texts and figures do not count: only goalposts, weights, directions, thresholds,
    the tree, the draws, the axes, cuts, cells and what each category recommends.

    Returns:
        Hexadecimal digits of a SHA-256 over one line a rule; the same on every machine.
    """
    lines = [
        f"period {method.period}",
        f"normalise {method.normalisation} {method.range[0]!r} {method.range[1]!r}",
        f"uncertainty {method.uncertainty}",
        f"peers {method.peers}",
        f"disclosure {method.disclosure}",
        *_tree(groups),
        *_scored(indicators, matrix),
        *(_placed(matrix) if matrix else ()),
    ]
    return sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]


def _tree(groups: Iterable[Group]) -> Iterator[str]:
    for g in groups:
        yield f"group {g.id} {g.parent} {g.weight!r} {g.aggregate} {g.floor!r} {g.min_coverage!r}"


def _scored(indicators: Iterable[Indicator], matrix: Matrix | None) -> Iterator[str]:
    """The rules of every indicator that enters a score or an axis."""
    axes = (matrix.capacity, matrix.risk) if matrix else ()
    placed = {row.id for axis in axes for row in axis.indicators}
    for i in indicators:
        if i.core or i.id in placed:
            yield (
                f"indicator {i.id} {i.core} {i.group if i.core else ''} {i.type} {i.direction} "
                f"{i.weight} {i.goalpost_low} {i.goalpost_high} {i.min_denominator} "
                f"{i.max_age_months}"
            )
        if i.benchmark:
            yield f"benchmark {i.id} {i.benchmark}"


def _placed(matrix: Matrix) -> Iterator[str]:
    yield from (*_axis(matrix.capacity), *_axis(matrix.risk))
    yield f"cells {matrix.cells}"
    yield f"minimum {matrix.minimum} {matrix.setup_indicator} {matrix.tasks_indicator}"
    yield f"keep {matrix.keep_below!r} {matrix.cut_step!r}"
    for c in matrix.categories:
        yield (
            f"category {c.id} {c.setup_low} {c.setup_high} {c.functions} {c.review_months} "
            f"{c.priority}"
        )


def _axis(axis: Axis) -> Iterator[str]:
    yield f"axis {axis.id} {axis.cuts} {axis.min_coverage!r} {axis.min_indicators}"
    for row in axis.indicators:
        yield f"axis {axis.id} {row.id} {row.direction} {row.weight!r} {row.max_age_months}"
