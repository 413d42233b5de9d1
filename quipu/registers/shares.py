"""Pure. Shares of a period of which all is known: sessions, attendance, minutes, agreements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from quipu.model.register_codes import AgreementBody, AgreementState, SessionOutcome
from quipu.model.registers import CommissionPeriod, Registers
from quipu.periods import UNDATED, Period
from quipu.registers.figure import Figure
from quipu.registers.seats import actor_classes, seated

DAYS_TO_PUBLISH = 30
"""A proposal of the project: within how many days minutes are published in time."""
_HUNDRED = Decimal(100)


def _share(period: CommissionPeriod, part: int, whole: int) -> Iterator[Figure]:
    """A percentage with its counts; none of nothing."""
    if whole:
        yield Figure(
            area=period.ref_area,
            period=period.period,
            value=_HUNDRED * part / whole,
            numerator=Decimal(part),
            denominator=Decimal(whole),
            proof=period.proof,
            told=period.basis,
        )


def of_periods(
    count: Callable[[Registers, CommissionPeriod], tuple[int, int] | None],
) -> Callable[[Registers], Iterator[Figure]]:
    """A share of every period of which all is known."""

    def figures(registers: Registers) -> Iterator[Figure]:
        for period in registers.periods:
            counted = count(registers, period)
            if counted is not None:
                yield from _share(period, *counted)

    return figures


def _within(period: CommissionPeriod, when: Period) -> bool:
    whole = period.period
    return when is not UNDATED and whole.start <= when.start <= when.end <= whole.end


def _outcomes(registers: Registers, period: CommissionPeriod, outcome: SessionOutcome) -> int:
    return sum(
        s.ref_area == period.ref_area and s.outcome is outcome and _within(period, s.when)
        for s in registers.sessions
    )


def sessions_held(registers: Registers, period: CommissionPeriod) -> tuple[int, int]:
    """Sessions held, at most as many as were expected, of those expected."""
    held = _outcomes(registers, period, SessionOutcome.HELD)
    return min(held, period.sessions_expected), period.sessions_expected


def without_quorum(registers: Registers, period: CommissionPeriod) -> tuple[int, int]:
    """Calls without quorum, of all calls."""
    failed = _outcomes(registers, period, SessionOutcome.NO_QUORUM)
    return failed, failed + _outcomes(registers, period, SessionOutcome.HELD)


def attendance(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Full members who came; None where a session does not tell how many."""
    came = whole = 0
    for s in registers.sessions:
        is_own = s.ref_area == period.ref_area and _within(period, s.when)
        if not is_own or s.outcome is not SessionOutcome.HELD:
            continue
        if s.attended is None or s.members is None or s.alternates is None:
            return None
        came += s.attended - s.alternates
        whole += s.members
    return came, whole


def minutes_in_time(registers: Registers, period: CommissionPeriod) -> tuple[int, int]:
    """Sessions whose minutes were published in time, of those held."""
    held = [
        s
        for s in registers.sessions
        if s.ref_area == period.ref_area
        and s.outcome is SessionOutcome.HELD
        and _within(period, s.when)
    ]
    in_time = [
        s
        for s in held
        if s.minutes
        and s.minutes_published
        and (s.minutes_published - s.when.end).days <= DAYS_TO_PUBLISH
    ]
    return len(in_time), len(held)


def contact_points(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Members with a contact point; None where of one it is not known."""
    members = seated(registers.members, period.ref_area, period.period.end)
    if any(member.has_contact_point is None for member in members):
        return None
    return sum(member.has_contact_point is True for member in members), len(members)


def broad_membership(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Classes of actors present, of those there are; None where no member is known."""
    members = seated(registers.members, period.ref_area, period.period.end, observers=True)
    if not members:
        return None
    return actor_classes(members, registers.institutions)


def agreements_fulfilled(registers: Registers, period: CommissionPeriod) -> tuple[int, int]:
    """Agreements that fell due in the period, and those of them fulfilled by its end."""
    due = [
        a
        for a in registers.agreements
        if a.ref_area == period.ref_area
        and a.body is AgreementBody.COMMISSION
        and a.due is not None
        and period.period.start <= a.due <= period.period.end
    ]
    fulfilled = [
        a
        for a in due
        if a.state is AgreementState.DONE and a.done_on and a.done_on <= period.period.end
    ]
    return len(fulfilled), len(due)
