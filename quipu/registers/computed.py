"""Pure. Figures that are counted in the registers, so that nobody types them twice.

Of an area of which the registers hold nothing there is no figure. Counts of sessions, members
and agreements need a row in ``commission_periods``: it says that all of a period are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from quipu.model import Indicator, Observation
from quipu.model.register_codes import CommissionEvent, Confidence
from quipu.model.registers import Registers
from quipu.periods import UNDATED
from quipu.registers.figure import Figure
from quipu.registers.levels import assigned, norm, setup, stated, tasks
from quipu.registers.shares import (
    agreements_fulfilled,
    attendance,
    broad_membership,
    contact_points,
    minutes_in_time,
    of_periods,
    sessions_held,
    without_quorum,
)
from quipu.vocab import Computed, ObsStatus, Quality

_GRADES = {Confidence.OFFICIAL: Quality.OFFICIAL_FILE, Confidence.PRESS: Quality.COMPLETE_LIST}


def computed_figures(
    registers: Registers, indicator: Indicator, areas: Sequence[str]
) -> tuple[Observation, ...]:
    """Count an indicator in the registers.

    Args:
        registers: The facts.
        indicator: One that says how it is computed.
        areas: Codes of the areas that would all have to be known for a complete list.

    Returns:
        A row an area and period, in the order of areas and time. A list that lacks an area is
        a partial one (quality C), whatever its rows rest on: who is missing is not known to
        be without.
    """
    if indicator.computed is None:
        return ()
    figures = [f for f in _COUNTS[indicator.computed](registers) if f.area in areas]
    places = {area: n for n, area in enumerate(areas)}
    known: dict[str, set[str]] = {}
    for figure in figures:
        known.setdefault(figure.period.code, set()).add(figure.area)
    complete = {code for code, found in known.items() if len(found) == len(areas)}
    figures.sort(key=lambda f: (places[f.area], f.period.sort_key))
    return tuple(_observation(indicator, f, is_complete=f.period.code in complete) for f in figures)


def _observation(indicator: Indicator, figure: Figure, *, is_complete: bool) -> Observation:
    quality = _GRADES.get(figure.proof.confidence, Quality.PARTIAL_LIST)
    if not is_complete:
        quality = Quality.PARTIAL_LIST
    if figure.period is UNDATED:
        quality = Quality.UNDATED
    return Observation(
        ref_area=figure.area,
        indicator=indicator.id,
        period=figure.period,
        # As it is shown: a third has no last decimal, and its counts stand beside it.
        value=figure.value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP),
        numerator=figure.numerator,
        denominator=figure.denominator,
        lower=None,
        upper=None,
        status=ObsStatus.NORMAL,
        quality=quality,
        sources=figure.proof.sources,
        evidence_url=figure.proof.document,
        notes=figure.told,
        origin=figure.proof.origin,
    )


_COUNTS: Mapping[Computed, Callable[[Registers], Iterator[Figure]]] = {
    Computed.FUNCTION_ASSIGNED: assigned,
    Computed.FUNCTION_SETUP: setup,
    Computed.MINIMUM_TASKS: tasks,
    Computed.COMMISSION_NORM: norm,
    Computed.COMMISSION_RULES: stated(CommissionEvent.RULES),
    Computed.COMMISSION_PLAN: stated(CommissionEvent.PLAN),
    Computed.COMMISSION_SECRETARIAT: stated(CommissionEvent.SECRETARIAT),
    Computed.CONTACT_POINTS: of_periods(contact_points),
    Computed.BROAD_MEMBERSHIP: of_periods(broad_membership),
    Computed.MINUTES_PUBLISHED: of_periods(minutes_in_time),
    Computed.SESSIONS_HELD: of_periods(sessions_held),
    Computed.ATTENDANCE: of_periods(attendance),
    Computed.NO_QUORUM: of_periods(without_quorum),
    Computed.AGREEMENTS_FULFILLED: of_periods(agreements_fulfilled),
}
