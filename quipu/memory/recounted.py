"""Pure. Figures that are counted in registers: they change when a register does, not by hand.

Who reports a fact edits one file, also after an edition: nobody is asked why such a figure is
another one now. It is told all the same, as a note and in the log of changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from quipu.findings import Finding
from quipu.model import Catalog, FigureKey, Location
from quipu.vocab import Computed, IndicatorStatus

_FOLDER = "data/registers/"
_PERIODS = "commission_periods"
_REGISTERS: Mapping[Computed, tuple[str, ...]] = MappingProxyType(
    {
        Computed.FUNCTION_ASSIGNED: ("integrity_functions",),
        Computed.FUNCTION_SETUP: ("integrity_functions",),
        Computed.MINIMUM_TASKS: ("minimum_tasks",),
        Computed.COMMISSION_NORM: ("commissions",),
        Computed.COMMISSION_RULES: ("commissions",),
        Computed.COMMISSION_PLAN: ("commissions",),
        Computed.COMMISSION_SECRETARIAT: ("commissions",),
        Computed.CONTACT_POINTS: ("members", _PERIODS),
        Computed.BROAD_MEMBERSHIP: ("members", _PERIODS),
        Computed.MINUTES_PUBLISHED: ("sessions", _PERIODS),
        Computed.SESSIONS_HELD: ("sessions", _PERIODS),
        Computed.ATTENDANCE: ("sessions", _PERIODS),
        Computed.NO_QUORUM: ("sessions", _PERIODS),
        Computed.AGREEMENTS_FULFILLED: ("agreements", _PERIODS),
    }
)

Gone = tuple[FigureKey, str, str]
"""A figure, what was published, and what stands instead (empty: nothing)."""


def counted_in(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The registers in which an indicator is counted, by the id of each that is.

    A draft is left out: its figures went because somebody took the indicator back.
    """
    return {
        one.id: _REGISTERS[one.computed]
        for one in catalog.indicators
        if one.computed is not None and one.status is not IndicatorStatus.DRAFT
    }


def recounted(
    catalog: Catalog, edition: str, gone: Sequence[Gone], places: Mapping[FigureKey, Location]
) -> Iterator[Finding]:
    """A note a figure that is counted otherwise now, at the row that it rests on.

    Args:
        catalog: The facts of today.
        edition: What the figures were published in.
        gone: Figures of one indicator that `counted_in` knows.
        places: Where the figures of today stand.
    """
    for key, before, after in gone:
        params = {
            "indicator": key[0],
            "area": key[1],
            "period": key[2],
            "before": before,
            "edition": edition,
            "value": after or "–",
        }
        where = places.get(key) or _place(catalog, key[0])
        yield Finding(code="N820", where=where, params=params)


def _place(catalog: Catalog, code: str) -> Location:
    """Where to look for what is not counted any more: the register, while there is one."""
    for register in counted_in(catalog)[code]:
        if register in catalog.registers.rows:
            return Location(path=f"{_FOLDER}{register}.csv")
    return catalog.indicators_by_id[code].origin
