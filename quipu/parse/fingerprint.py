"""Pure. One short text that changes whenever a number that decides a score or a place does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import sha256

from quipu.method import MAX_AGE_MONTHS, Axis, Matrix, Method
from quipu.model import Group, Indicator
from quipu.vocab import IndicatorStatus

LENGTH = 16
"""Characters; enough to tell any two versions of a method apart."""
_APART = (IndicatorStatus.DRAFT, IndicatorStatus.RETIRED)


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
            # A retired one gives no points and a draft is not in the tree; a wanted one is, so
            # its first figure changes no rule.
            yield (
                f"indicator {i.id} {i.core} {i.group if i.core else ''} {i.type} {i.direction} "
                f"{i.status if i.status in _APART else ''} {_float(i.weight, 1.0)} "
                f"{_float(i.goalpost_low)} {_float(i.goalpost_high)} {_float(i.min_denominator)} "
                f"{MAX_AGE_MONTHS if i.max_age_months is None else i.max_age_months}"
            )
        if i.benchmark:
            yield f"benchmark {i.id} {i.benchmark}"


def _float(number: Decimal | None, default: float | None = None) -> str:
    """A number however it was written: 1, 1.0 and an empty cell that means 1 are the same."""
    return repr(default if number is None else float(number))


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
