"""Pure. Days that cannot be yet: only what is planned lies ahead of the edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quipu.findings import Finding
from quipu.model import Catalog
from quipu.model.library import CHECK_DAYS, CourseState
from quipu.model.register_codes import FactStatus, SessionOutcome
from quipu.model.registers import CommissionFact, FunctionFact, Registers
from quipu.parse.concepts import is_due
from quipu.periods import UNDATED


def check_days(catalog: Catalog, as_of: date) -> Iterator[Finding]:
    """Report what is told as done after the day of the edition, and reviews that are over."""
    yield from _sessions_have_been_held(catalog, as_of)
    yield from _library_days_have_come(catalog, as_of)
    yield from _concepts_are_reviewed(catalog, as_of)
    yield from _facts_have_come(catalog.registers, as_of)


def _sessions_have_been_held(catalog: Catalog, as_of: date) -> Iterator[Finding]:
    for session in catalog.registers.sessions:
        was_held = session.outcome is not SessionOutcome.CALLED
        if was_held and session.when is not UNDATED and session.when.start > as_of:
            params = {"value": session.when.code, "limit": as_of.isoformat()}
            yield Finding(code="E624", where=session.proof.origin, field="date", params=params)


def _library_days_have_come(catalog: Catalog, as_of: date) -> Iterator[Finding]:
    """Nobody checks, asks or answers in the future; a course nobody checks is not shown."""
    limit = as_of.isoformat()
    days = [("checked_on", c.checked_on, c.proof.origin) for c in catalog.library.courses]
    for request in catalog.registers.requests:
        days.append(("opened", request.opened, request.proof.origin))
        days.append(("answered_on", request.answered_on, request.proof.origin))
    for field, day, where in days:
        if day is not None and day > as_of:
            params = {"value": day.isoformat(), "limit": limit}
            yield Finding(code="E648", where=where, field=field, params=params)
    for course in catalog.library.courses:
        if course.state(as_of) is CourseState.STALE and course.checked_on is not None:
            params = {"value": course.checked_on.isoformat(), "limit": str(CHECK_DAYS)}
            where = course.proof.origin
            yield Finding(code="N649", where=where, field="checked_on", params=params)


def _concepts_are_reviewed(catalog: Catalog, as_of: date) -> Iterator[Finding]:
    for documents in catalog.concepts.values():
        for document in documents:
            if is_due(document, as_of):
                params = {"value": document.meta["review_by"]}
                where = document.origin
                yield Finding(code="N687", where=where, field="review_by", params=params)


def _facts_have_come(registers: Registers, as_of: date) -> Iterator[Finding]:
    """Only what is planned lies ahead, and of a period all is known once it is over."""
    limit = as_of.isoformat()
    facts: tuple[FunctionFact | CommissionFact, ...]
    facts = (*registers.functions, *registers.commissions)
    told = [(f.valid_at, f.proof) for f in facts if f.status is not FactStatus.PLANNED]
    told += [(task.valid_at, task.proof) for task in registers.tasks]
    told += [(agreement.agreed_on, agreement.proof) for agreement in registers.agreements]
    for when, proof in told:
        if when is not UNDATED and when.start > as_of:
            params = {"value": when.code, "limit": limit, "cause": "fact-ahead"}
            yield Finding(code="E311", where=proof.origin, field="valid_at", params=params)
    days = [("done_on", a.done_on, a.proof) for a in registers.agreements]
    days += [("minutes_published", s.minutes_published, s.proof) for s in registers.sessions]
    for column, day, proof in days:
        if day is not None and day > as_of:
            params = {"value": day.isoformat(), "limit": limit, "cause": "fact-ahead"}
            yield Finding(code="E311", where=proof.origin, field=column, params=params)
    for declared in registers.periods:
        if declared.period.end > as_of:
            params = {"value": declared.period.code, "limit": limit, "cause": "period-open"}
            where = declared.proof.origin
            yield Finding(code="E311", where=where, field="time_period", params=params)
