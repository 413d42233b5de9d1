"""Pure. How an area stands by the registers: the newest fact on each matter, and what is missing.

What no fact tells is unknown, which is another state than «there is none».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    CommissionEvent,
    Confidence,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    SessionOutcome,
    TaskState,
)
from quipu.model.registers import (
    Agreement,
    CommissionFact,
    FunctionFact,
    Member,
    Proof,
    Registers,
    Session,
    TaskFact,
)
from quipu.periods import UNDATED, Period
from quipu.registers.order import date_key
from quipu.registers.review import is_stale, is_to_be_confirmed

_OF_UNIT = (FunctionEvent.UNIT_CREATED, FunctionEvent.UNIT_EXISTS, FunctionEvent.NO_UNIT)
_OF_HEAD = (FunctionEvent.OFFICER_DESIGNATED,)


class Known(StrEnum):
    """What is known of a matter."""

    YES = "yes"
    STALE = "stale"
    """There was one, and nobody has confirmed it since its term, or it was never sure."""
    PLANNED = "planned"
    STALE_PLANNED = "stale_planned"
    """It was announced long ago, and nothing was told since."""
    NO = "no"
    """Somebody saw that there is none."""
    STALE_NO = "stale_no"
    """Somebody saw long ago that there was none, or it was never sure."""
    UNKNOWN = "unknown"


_OLD = {
    Known.YES: Known.STALE,
    Known.PLANNED: Known.STALE_PLANNED,
    Known.NO: Known.STALE_NO,
}
"""What each state becomes once its term has passed: one clock for all of them."""


class Matter(StrEnum):
    """What is asked of every area, in the order in which it is told."""

    UNIT = "unit"
    HEAD = "head"
    TASK_RISKS = "T1"
    TASK_POLICIES = "T2"
    TASK_MONITORING = "T3"
    NORM = "norm"
    RULES = "rules"
    PLAN = "plan"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    SESSION = "session"
    AGREEMENTS = "agreements"


_EVENTS: Mapping[Matter, tuple[CommissionEvent, ...]] = {
    Matter.NORM: (CommissionEvent.NORM, CommissionEvent.REPEALED),
    Matter.RULES: (CommissionEvent.RULES,),
    Matter.PLAN: (CommissionEvent.PLAN,),
    Matter.CHAIR: (CommissionEvent.CHAIR,),
    Matter.SECRETARIAT: (CommissionEvent.SECRETARIAT,),
}
_NOT_YET = (FactStatus.PLANNED, FactStatus.NOT_DONE)
Deciding = FunctionFact | CommissionFact | Session | TaskFact | Agreement
MONTHS_OF_SESSION = 12
"""A commission is to meet at least four times a year: a session of long ago answers no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of a matter, and the fact that decides it."""

    known: Known
    fact: Deciding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that the registers tell of an area."""

    area: str
    functions: tuple[FunctionFact, ...]
    """The newest first; undated ones last."""
    commissions: tuple[CommissionFact, ...]
    sessions: tuple[Session, ...]
    agreements: tuple[Agreement, ...]
    """Of the commission and of the regional government, by the day they fall due."""
    members: tuple[Member, ...]
    answers: Mapping[Matter, Answer]

    @property
    def rows_on_commission(self) -> int:
        """How many rows the registers have on the commission of the area."""
        kept = (self.commissions, self.sessions, self.agreements, self.members)
        return sum(map(len, kept))

    def missing(self) -> tuple[Matter, ...]:
        """The matters of which nothing current is known, in their order."""
        return tuple(m for m in Matter if self.answers[m].known is not Known.YES)


def standing_of(registers: Registers, area: str, as_of: date) -> Standing:
    """Tell how an area stands on a day."""
    functions = _newest_first([f for f in registers.functions if f.ref_area == area])
    commissions = _newest_first([f for f in registers.commissions if f.ref_area == area])
    sessions = _newest_first([s for s in registers.sessions if s.ref_area == area])
    agreements = [a for a in registers.agreements if a.ref_area == area]
    tasks = _newest_first([t for t in registers.tasks if t.ref_area == area])
    own = [f for f in functions if f.level.is_headquarters]
    answers = {
        Matter.UNIT: _answer([f for f in own if f.event in _OF_UNIT], as_of),
        Matter.HEAD: _answer([f for f in own if f.event in _OF_HEAD], as_of),
        **{Matter(task.value): _task(tasks, task, as_of) for task in MinimumTask},
        **{
            matter: _answer([f for f in commissions if f.event in events], as_of)
            for matter, events in _EVENTS.items()
        },
        Matter.SESSION: _meeting(sessions, commissions, as_of),
        Matter.AGREEMENTS: _agreed(agreements, as_of),
    }
    return Standing(
        area=area,
        functions=functions,
        commissions=commissions,
        sessions=sessions,
        agreements=tuple(sorted(agreements, key=lambda a: (a.due or date.max, a.id))),
        members=tuple(m for m in registers.members if m.ref_area == area),
        answers=answers,
    )


Dated = TypeVar("Dated", FunctionFact, CommissionFact, Session, TaskFact)


def when_of(fact: FunctionFact | CommissionFact | Session | TaskFact) -> Period:
    """The date or period of a fact."""
    return fact.when if isinstance(fact, Session) else fact.valid_at


def _newest_first(facts: Sequence[Dated]) -> tuple[Dated, ...]:
    """By date, the newest first and the undated last; of one day the later row first."""
    found = sorted(facts, key=lambda f: (date_key(when_of(f)), f.proof.origin.line), reverse=True)
    return tuple(found)


def _answer(facts: Iterable[FunctionFact | CommissionFact], as_of: date) -> Answer:
    """What the newest fact says; what is planned only where nothing else is told."""
    planned: FunctionFact | CommissionFact | None = None
    for fact in facts:
        was_repealed = fact.event is CommissionEvent.REPEALED
        if fact.status is FactStatus.MEASURED or (was_repealed and fact.status in _NOT_YET):
            continue
        if fact.status is FactStatus.PLANNED:
            planned = planned or fact
        elif fact.status is FactStatus.NOT_DONE or was_repealed:
            return _aged(Known.NO, fact, as_of)
        else:
            return _aged(Known.YES, fact, as_of)
    return _aged(Known.PLANNED, planned, as_of) if planned else Answer(known=Known.UNKNOWN)


def _aged(known: Known, fact: FunctionFact | CommissionFact | TaskFact, as_of: date) -> Answer:
    """A state, or what it becomes once its term has passed."""
    is_old = is_to_be_confirmed(fact, as_of)
    return Answer(known=_OLD[known] if is_old else known, fact=fact)


def _task(tasks: Iterable[TaskFact], task: MinimumTask, as_of: date) -> Answer:
    for fact in tasks:
        if fact.task is task:
            known = Known.NO if fact.state is TaskState.NOT_DONE else Known.YES
            return _aged(known, fact, as_of)
    return Answer(known=Known.UNKNOWN)


def _meeting(
    sessions: Sequence[Session], commissions: Iterable[CommissionFact], as_of: date
) -> Answer:
    """Whether the commission meets: by its newest session, or the newest word that it did not.

    To be sworn in or installed is no session; a call of an unknown year says nothing of today.
    """
    held = next((s for s in sessions if s.outcome is SessionOutcome.HELD), None)
    idle = _newest_idleness(commissions)
    if idle and (held is None or date_key(held.when) < date_key(idle.valid_at)):
        return _aged(Known.NO, idle, as_of)
    if held is not None:
        recent = is_recent(held.when, as_of) and not _is_doubtful(held.proof, as_of)
        return Answer(known=Known.YES if recent else Known.STALE, fact=held)
    called = next(iter(sessions), None)
    if called is None or called.when is UNDATED:
        return Answer(known=Known.UNKNOWN, fact=called)
    known = Known.NO if called.outcome is SessionOutcome.NO_QUORUM else Known.PLANNED
    recent = is_recent(called.when, as_of) and not _is_doubtful(called.proof, as_of)
    return Answer(known=known if recent else _OLD[known], fact=called)


def _newest_idleness(commissions: Iterable[CommissionFact]) -> CommissionFact | None:
    """The newest word that a commission did not meet, unless it was reactivated since."""
    active = (CommissionEvent.INACTIVE, CommissionEvent.REACTIVATED)
    told = (f for f in commissions if f.event in active and f.status is not FactStatus.PLANNED)
    newest = next(told, None)
    return newest if newest and newest.event is CommissionEvent.INACTIVE else None


def is_recent(when: Period, as_of: date) -> bool:
    """Whether a session surely lies within the last twelve months of a day.

    Of a date that is known in part its first day counts: «2025» may have been in January.
    """
    if when is UNDATED:
        return False
    return (as_of - when.start).days <= round(MONTHS_OF_SESSION * 365.25 / 12)


def _is_doubtful(proof: Proof, as_of: date) -> bool:
    """Whether a row rests on an opinion, or its own day of review has passed."""
    is_past = proof.review_by is not None and proof.review_by < as_of
    return is_past or proof.confidence is Confidence.WEAK


def _agreed(agreements: Iterable[Agreement], as_of: date) -> Answer:
    """Whether the commission published what it agreed, and not too long ago."""
    own = [a for a in agreements if a.body is AgreementBody.COMMISSION]
    if not own:
        return Answer(known=Known.UNKNOWN)
    newest = max(own, key=lambda a: (date_key(a.agreed_on), a.id))
    is_open = any(a.state is AgreementState.PENDING for a in own)
    is_old = is_stale(newest.proof, newest.agreed_on, as_of) and not is_open
    doubtful = is_old or _is_doubtful(newest.proof, as_of)
    return Answer(known=Known.STALE if doubtful else Known.YES, fact=newest)


class Due(StrEnum):
    """How an agreement stands on a day."""

    DONE = "done"
    DROPPED = "dropped"
    OVERDUE = "overdue"
    SOON = "soon"
    """It falls due within thirty days."""
    OPEN = "open"
    UNDATED = "undated"
    """It is pending and has no day on which it falls due."""


DAYS_SOON = 30


def due_state(agreement: Agreement, as_of: date) -> Due:
    """How an agreement stands on a day."""
    if agreement.state is AgreementState.DROPPED:
        return Due.DROPPED
    # Of an edition that is made again later, what was done since is still pending.
    if agreement.done_on is not None and agreement.done_on <= as_of:
        return Due.DONE
    if agreement.due is None:
        return Due.UNDATED
    days = (agreement.due - as_of).days
    return Due.OVERDUE if days < 0 else Due.SOON if days <= DAYS_SOON else Due.OPEN
