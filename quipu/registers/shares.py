"""Pure. Shares of a period of which all is known: sessions, attendance, minutes, agreements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    Confidence,
    SessionOutcome,
)
from quipu.model.registers import CommissionPeriod, Proof, Registers, Session
from quipu.periods import UNDATED
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
            is_sure = period.proof.confidence is not Confidence.WEAK
            counted = count(registers, period) if is_sure else None
            if counted is not None:
                yield from _share(period, *counted)

    return figures


def _sessions_of(registers: Registers, period: CommissionPeriod) -> list[Session] | None:
    """The sessions of a period; None where one of them cannot be counted on.

    A session whose date may lie in the period or outside, or that rests on an opinion, makes
    a share uncountable: to leave it out would lower or raise the share without a word.
    """
    own = [s for s in registers.sessions if s.ref_area == period.ref_area]
    whole, found = period.period, []
    for session in own:
        when = session.when
        if when is UNDATED or when.end < whole.start or when.start > whole.end:
            continue
        is_within = whole.start <= when.start and when.end <= whole.end
        if not is_within or _is_weak(session.proof):
            return None
        found.append(session)
    return found


def _count(sessions: Iterable[Session], outcome: SessionOutcome) -> int:
    return sum(session.outcome is outcome for session in sessions)


def sessions_held(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Sessions held, at most as many as were expected, of those expected."""
    sessions = _sessions_of(registers, period)
    if sessions is None:
        return None
    held = _count(sessions, SessionOutcome.HELD)
    return min(held, period.sessions_expected), period.sessions_expected


def without_quorum(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Calls without quorum, of all calls."""
    sessions = _sessions_of(registers, period)
    if sessions is None:
        return None
    failed = _count(sessions, SessionOutcome.NO_QUORUM)
    return failed, failed + _count(sessions, SessionOutcome.HELD)


def attendance(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Full members who came; None where a session does not tell how many."""
    came = whole = 0
    sessions = _sessions_of(registers, period)
    if sessions is None:
        return None
    for s in sessions:
        if s.outcome is not SessionOutcome.HELD:
            continue
        if s.attended is None or s.members is None or s.alternates is None:
            return None
        came += s.attended - s.alternates
        whole += s.members
    return came, whole


def minutes_in_time(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Sessions whose minutes were published in time, of those held."""
    sessions = _sessions_of(registers, period)
    if sessions is None:
        return None
    held = [s for s in sessions if s.outcome is SessionOutcome.HELD]
    in_time = [
        s
        for s in held
        if s.minutes
        and s.minutes_published
        and (s.minutes_published - s.when.end).days <= DAYS_TO_PUBLISH
    ]
    return len(in_time), len(held)


def _is_weak(proof: Proof) -> bool:
    """Whether a row rests on an opinion, which gives no figure."""
    return proof.confidence is Confidence.WEAK


def contact_points(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Members with a contact point; None where of one it is not known."""
    members = seated(registers.members, period.ref_area, period.period.end)
    if any(m.has_contact_point is None or _is_weak(m.proof) for m in members):
        return None
    return sum(member.has_contact_point is True for member in members), len(members)


def broad_membership(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Classes of actors present, of those there are; None where no member is known."""
    members = seated(registers.members, period.ref_area, period.period.end, observers=True)
    if not members or any(_is_weak(member.proof) for member in members):
        return None
    return actor_classes(members, registers.institutions)


def agreements_fulfilled(registers: Registers, period: CommissionPeriod) -> tuple[int, int] | None:
    """Agreements that fell due in the period, and those of them fulfilled by its end."""
    due = [
        a
        for a in registers.agreements
        if a.ref_area == period.ref_area
        and a.body is AgreementBody.COMMISSION
        and a.due is not None
        and period.period.start <= a.due <= period.period.end
    ]
    if any(_is_weak(agreement.proof) for agreement in due):
        return None
    fulfilled = [
        a
        for a in due
        if a.state is AgreementState.DONE and a.done_on and a.done_on <= period.period.end
    ]
    return len(fulfilled), len(due)
