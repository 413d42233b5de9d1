"""Facts of registers made by hand: invented, of invented areas."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quipu.model import Location
from quipu.model.register_codes import (
    Actor,
    AgreementBody,
    AgreementState,
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    Seat,
    SessionOutcome,
    TaskState,
)
from quipu.model.registers import (
    Agreement,
    CommissionFact,
    CommissionPeriod,
    FunctionFact,
    Institution,
    Member,
    Proof,
    Session,
    TaskFact,
)
from quipu.periods import UNDATED, Period, parse_period

TEXTS = {"es": "Hecho inventado."}


def when(text: str) -> Period:
    """A period; undated where empty."""
    return parse_period(text) if text else UNDATED


def day(text: str) -> date | None:
    """A day; None where empty."""
    return date.fromisoformat(text) if text else None


def proof(
    line: int = 2,
    *,
    confidence: Confidence = Confidence.OFFICIAL,
    review_by: str = "",
    sources: tuple[str, ...] = ("S1",),
) -> Proof:
    """What an invented fact rests on."""
    return Proof(
        confidence=confidence,
        sources=sources,
        document="",
        date_seen="",
        review_by=day(review_by),
        notes={},
        origin=Location(path="data/registers/x.csv", line=line),
    )


BY_SOMEONE = proof()


def function(
    valid_at: str = "2024",
    event: FunctionEvent = FunctionEvent.UNIT_CREATED,
    status: FactStatus = FactStatus.DONE,
    *,
    area: str = "A01",
    level: EntityLevel = EntityLevel.REGIONAL_GOVERNMENT,
    setup: int | None = None,
    act: str = "",
    by: Proof = BY_SOMEONE,
) -> FunctionFact:
    """A fact on an integrity function."""
    return FunctionFact(
        ref_area=area,
        valid_at=when(valid_at),
        event=event,
        status=status,
        level=level,
        setup=setup,
        act=act,
        reports_to="",
        value=None,
        units={},
        statements=TEXTS,
        proof=by,
    )


def commission(
    valid_at: str = "2024",
    event: CommissionEvent = CommissionEvent.NORM,
    status: FactStatus = FactStatus.DONE,
    *,
    area: str = "A01",
    starts: str = "",
    ends: str = "",
    value: str = "",
    units: str = "",
    by: Proof = BY_SOMEONE,
) -> CommissionFact:
    """A fact on a commission."""
    return CommissionFact(
        ref_area=area,
        valid_at=when(valid_at),
        event=event,
        status=status,
        act="",
        institution="",
        starts=day(starts),
        ends=day(ends),
        value=Decimal(value) if value else None,
        units={"es": units} if units else {},
        statements=TEXTS,
        proof=by,
    )


def session(
    on: str = "2024-08-01",
    outcome: SessionOutcome = SessionOutcome.HELD,
    *,
    area: str = "A01",
    counts: tuple[int | None, int | None, int | None] = (None, None, None),
    minutes: str = "",
    published: str = "",
    by: Proof = BY_SOMEONE,
) -> Session:
    """A session; *counts*: members, attended, alternates."""
    return Session(
        ref_area=area,
        when=when(on),
        kind=None,
        outcome=outcome,
        members=counts[0],
        attended=counts[1],
        alternates=counts[2],
        minutes=minutes,
        minutes_published=day(published),
        statements=TEXTS,
        proof=by,
    )


def agreement(
    key: str = "1",
    *,
    area: str = "A01",
    agreed_on: str = "2024-08-01",
    due: str = "",
    done_on: str = "",
    state: AgreementState | None = None,
    body: AgreementBody = AgreementBody.COMMISSION,
    by: Proof = BY_SOMEONE,
) -> Agreement:
    """An agreement: done where it has a day, else pending."""
    found = AgreementState.DONE if done_on else AgreementState.PENDING
    return Agreement(
        ref_area=area,
        id=key,
        body=body,
        agreed_on=when(agreed_on),
        texts=TEXTS,
        owner="corte",
        due=day(due),
        state=state or found,
        done_on=day(done_on),
        evidence="",
        topics=(),
        proof=by,
    )


def member(
    institution: str = "corte",
    seat: Seat = Seat.MEMBER,
    *,
    area: str = "A01",
    starts: str = "",
    ends: str = "",
    contact: bool | None = None,
    by: Proof = BY_SOMEONE,
) -> Member:
    """An institution in a commission."""
    return Member(
        ref_area=area,
        institution=institution,
        seat=seat,
        starts=day(starts),
        ends=day(ends),
        has_contact_point=contact,
        proof=by,
    )


def task(
    of: MinimumTask = MinimumTask.IDENTIFY_RISKS,
    valid_at: str = "2024",
    state: TaskState = TaskState.DONE,
    *,
    area: str = "A01",
    by: Proof = BY_SOMEONE,
) -> TaskFact:
    """Whether a minimum task was done."""
    return TaskFact(
        ref_area=area, task=of, valid_at=when(valid_at), state=state, statements=TEXTS, proof=by
    )


def period(
    code: str = "2024-S2", expected: int = 2, *, area: str = "A01", by: Proof = BY_SOMEONE
) -> CommissionPeriod:
    """A period of which all is known."""
    return CommissionPeriod(
        ref_area=area, period=when(code), sessions_expected=expected, basis=TEXTS, proof=by
    )


INSTITUTIONS = {
    actor.value: Institution(
        id=actor.value,
        actor=actor,
        is_public=True,
        names={"es": actor.value},
        origin=Location(path="data/registers/institutions.csv", line=2),
    )
    for actor in Actor
}
"""An institution a class of actors, by the name of the class."""
