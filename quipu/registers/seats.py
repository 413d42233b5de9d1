"""Pure. Who sits in a commission on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from quipu.model.register_codes import Actor, Seat
from quipu.model.registers import Institution, Member

CLASSES = tuple(actor for actor in Actor if actor is not Actor.OTHER)
"""The classes of actors whose presence makes a membership broad."""


def seated(
    members: Iterable[Member], area: str, day: date, *, observers: bool = False
) -> tuple[Member, ...]:
    """The full members of a commission on a day, in file order.

    A term whose start or end is not told is taken to be open at that side.

    Args:
        members: Of all commissions.
        area: Whose commission.
        day: When.
        observers: Whether those without a vote count too.
    """
    seats = (Seat.MEMBER, Seat.OBSERVER, Seat.SECRETARIAT) if observers else (Seat.MEMBER,)
    return tuple(
        m
        for m in members
        if m.ref_area == area
        and m.seat in seats
        and (m.starts is None or m.starts <= day)
        and (m.ends is None or m.ends >= day)
    )


def actor_classes(
    members: Iterable[Member], institutions: Mapping[str, Institution]
) -> tuple[int, int]:
    """How many classes of actors are present, and how many there are."""
    present = {institutions[m.institution].actor for m in members}
    return len(present & set(CLASSES)), len(CLASSES)
