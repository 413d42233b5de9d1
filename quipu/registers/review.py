"""Pure. When a fact is to be confirmed: by its own day, or by the term of its kind."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from quipu.model.register_codes import (
    CommissionEvent,
    Confidence,
    FactStatus,
    FunctionEvent,
)
from quipu.model.registers import (
    CommissionFact,
    Fact,
    FunctionFact,
    Member,
    Proof,
    Session,
    TaskFact,
)
from quipu.periods import UNDATED, Period

MONTHS_OF_STATE = 24
"""After how many months a state that somebody saw is to be confirmed (a proposal of the site)."""
MONTHS_OF_CHAIR = 12
"""By norm a commission is chaired for a year (D.S. 169-2021-PCM)."""
MONTHS_OF_PLANNED = 12
"""What was announced and not told of since: whether it came about is to be confirmed."""
_STATES_OF_FUNCTION = (
    FunctionEvent.UNIT_CREATED,
    FunctionEvent.UNIT_EXISTS,
    FunctionEvent.NO_UNIT,
    FunctionEvent.OFFICER_DESIGNATED,
    FunctionEvent.COMPLAINTS_CHANNEL,
)
_OF_COMMISSION = {
    CommissionEvent.CHAIR: MONTHS_OF_CHAIR,
    CommissionEvent.PLAN: MONTHS_OF_CHAIR,
    CommissionEvent.SECRETARIAT: MONTHS_OF_STATE,
    CommissionEvent.MEMBERSHIP: MONTHS_OF_STATE,
}
"""Months after which a state of a commission is to be confirmed.

A norm and rules stand until others repeal them; events of the past have no term.
"""
_ABSENCES = (CommissionEvent.INACTIVE, CommissionEvent.NORM, CommissionEvent.RULES)
"""What else may be told not to be: an absence that was seen is a state of its day, too."""


def review_day(fact: Fact) -> date | None:
    """The last day on which a fact needs no confirmation; None: it is of the past for ever.

    What is undated has never been current: its day is the first there is.
    """
    if fact.proof.review_by is not None:
        return fact.proof.review_by
    if isinstance(fact, Session):
        return None
    if isinstance(fact, CommissionFact) and fact.ends is not None:
        return fact.ends
    months = _months(fact)
    if months is None:
        return None
    when = _when(fact)
    # Of a date that is known in part the first day counts.
    return date.min if when is UNDATED else _later(when.start, months)


def is_to_be_confirmed(fact: Fact, as_of: date) -> bool:
    """Whether a fact is older than its term on a day, or was never sure enough.

    A state that rests on an opinion, or whose date is inferred, was never confirmed.
    """
    day = review_day(fact)
    if day is None:
        return False
    return day < as_of or fact.proof.confidence is Confidence.WEAK


def is_stale(proof: Proof, valid_at: Period, as_of: date, months: int = MONTHS_OF_STATE) -> bool:
    """The same of what is no `Fact`: by its own day, or *months* after it was seen."""
    if proof.review_by is not None:
        return proof.review_by < as_of
    return valid_at is UNDATED or _later(valid_at.start, months) < as_of


def _months(fact: Fact) -> int | None:
    if isinstance(fact, FunctionFact):
        is_own = fact.level.is_headquarters
        if fact.event not in _STATES_OF_FUNCTION or not is_own:
            return None
        return MONTHS_OF_PLANNED if fact.status is FactStatus.PLANNED else MONTHS_OF_STATE
    if isinstance(fact, CommissionFact):
        return _months_of_commission(fact)
    if isinstance(fact, Member | TaskFact):
        return MONTHS_OF_STATE
    return None


def _months_of_commission(fact: CommissionFact) -> int | None:
    if fact.status is FactStatus.MEASURED:
        return None
    if fact.status is FactStatus.NOT_DONE:
        is_absence = fact.event in _ABSENCES or fact.event in _OF_COMMISSION
        return MONTHS_OF_STATE if is_absence else None
    if fact.status is FactStatus.PLANNED:
        is_state = fact.event in _OF_COMMISSION or fact.event in _ABSENCES
        return MONTHS_OF_PLANNED if is_state else None
    return _OF_COMMISSION.get(fact.event)


def _when(fact: Fact) -> Period:
    if isinstance(fact, Member):
        return Period(code="", start=fact.starts, end=fact.starts) if fact.starts else UNDATED
    return fact.when if isinstance(fact, Session) else fact.valid_at


def _later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
