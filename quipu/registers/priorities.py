"""Pure. What follows from priorities: their order, their crossings, how far actions are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.model.priorities import Priority, PriorityAction, Quadrant, SwotItem
from quipu.model.register_codes import AgreementState

CROSSINGS: Sequence[tuple[Quadrant, Quadrant]] = (
    (Quadrant.STRENGTH, Quadrant.OPPORTUNITY),
    (Quadrant.STRENGTH, Quadrant.THREAT),
    (Quadrant.WEAKNESS, Quadrant.OPPORTUNITY),
    (Quadrant.WEAKNESS, Quadrant.THREAT),
)
"""FO, FA, DO, DA: the internal side first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many actions there are, in numbers."""

    total: int
    done: int
    overdue: int


def ordered(items: Iterable[SwotItem], quadrant: Quadrant) -> tuple[SwotItem, ...]:
    """The items of a quadrant: the highest product first, then the highest impact, then by id."""
    own = (item for item in items if item.quadrant is quadrant)
    return tuple(sorted(own, key=lambda item: (-item.score, -item.impact, item.id)))


def crossed(
    priorities: Sequence[Priority], items: Mapping[str, SwotItem]
) -> Mapping[tuple[Quadrant, Quadrant], tuple[Priority, ...]]:
    """The priorities at each crossing: those that cite both of its sides.

    A priority that joins a strength with a weakness, and cites nothing of what surrounds the
    entity, stands at no crossing.
    """
    sides = {each.name: {items[key].quadrant for key in each.swot} for each in priorities}
    return {
        pair: tuple(each for each in priorities if sides[each.name].issuperset(pair))
        for pair in CROSSINGS
    }


def progress(actions: Sequence[PriorityAction], as_of: date) -> Progress:
    """How far actions are at a date; what was dropped is neither done nor overdue."""
    return Progress(
        total=len(actions),
        done=sum(action.state is AgreementState.DONE for action in actions),
        overdue=sum(action.is_overdue(as_of) for action in actions),
    )
