"""When a fact is to be confirmed: the last day of its term, and the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quipu.model.register_codes import (
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    SessionOutcome,
)
from quipu.model.registers import Fact
from quipu.registers.review import is_stale, is_to_be_confirmed, review_day
from tests.registers.samples import commission, function, member, proof, session, task, when

EXISTS, NOT_DONE = FactStatus.EXISTS, FactStatus.NOT_DONE
PLANNED, MEASURED = FactStatus.PLANNED, FactStatus.MEASURED
Of, In = FunctionEvent, CommissionEvent
DAY = "2024-02-29"


@pytest.mark.parametrize(
    ("fact", "last"),
    [
        # A state of a government: two years.
        (function(DAY), "2026-02-28"),
        (function("2024-03-31"), "2026-03-31"),
        (function("2024-03"), "2026-03-01"),
        (function("2024"), "2026-01-01"),
        (function(DAY, Of.UNIT_EXISTS, EXISTS), "2026-02-28"),
        (function(DAY, Of.NO_UNIT, NOT_DONE), "2026-02-28"),
        (function(DAY, Of.OFFICER_DESIGNATED), "2026-02-28"),
        (function(DAY, Of.COMPLAINTS_CHANNEL), "2026-02-28"),
        (task(valid_at=DAY), "2026-02-28"),
        (member(starts=DAY), "2026-02-28"),
        # An absence is a state of its day; what was announced is asked for after a year.
        (commission(DAY, In.NORM, NOT_DONE), "2026-02-28"),
        (commission(DAY, In.RULES, NOT_DONE), "2026-02-28"),
        (commission(DAY, In.CHAIR, NOT_DONE), "2026-02-28"),
        (commission(DAY, In.INACTIVE, NOT_DONE), "2026-02-28"),
        (commission(DAY, In.NORM, PLANNED), "2025-02-28"),
        (commission(DAY, In.PLAN, PLANNED), "2025-02-28"),
        (function(DAY, status=PLANNED), "2025-02-28"),
        # A chair and a plan: a year, or their own last day.
        (commission(DAY, In.CHAIR), "2025-02-28"),
        (commission(DAY, In.PLAN), "2025-02-28"),
        (commission(DAY, In.CHAIR, ends="2024-12-31"), "2024-12-31"),
        (commission(DAY, In.PLAN, ends="2026-12-31"), "2026-12-31"),
        (commission(DAY, In.SECRETARIAT), "2026-02-28"),
        (commission(DAY, In.MEMBERSHIP), "2026-02-28"),
        # What the row says goes before every rule.
        (commission(DAY, In.NORM, by=proof(review_by="2024-06-01")), "2024-06-01"),
        (
            commission(DAY, In.PLAN, ends="2026-12-31", by=proof(review_by="2025-01-01")),
            "2025-01-01",
        ),
        (session(DAY, by=proof(review_by="2024-06-01")), "2024-06-01"),
        (function(DAY, Of.TRAINING, by=proof(review_by="2024-06-01")), "2024-06-01"),
    ],
)
def test_a_state_needs_no_confirmation_until_its_day(fact: Fact, last: str) -> None:
    """On that day it stands; on the next it is to be confirmed."""
    day = date.fromisoformat(last)
    assert review_day(fact) == day
    assert not is_to_be_confirmed(fact, day)
    assert is_to_be_confirmed(fact, day + timedelta(days=1))


@pytest.mark.parametrize(
    "fact",
    [
        session("2012"),
        session(""),
        session("2012", SessionOutcome.NO_QUORUM),
        *(
            function("2012", event)
            for event in Of
            if event
            not in (
                *(Of.UNIT_CREATED, Of.UNIT_EXISTS, Of.NO_UNIT),
                *(Of.OFFICER_DESIGNATED, Of.COMPLAINTS_CHANNEL),
            )
        ),
        function("2012", level=EntityLevel.DEPENDENCY),
        *(
            commission("2012", event)
            for event in (
                *(In.INSTALLED, In.REACTIVATED, In.INACTIVE, In.REPEALED, In.ACTIVITY, In.OTHER),
            )
        ),
        # A norm stands until another repeals it.
        commission("2012", In.NORM),
        commission("2012", In.RULES),
        commission("2012", In.OTHER, NOT_DONE),
        commission("2012", In.ACTIVITY, PLANNED),
        commission("2012", In.RULES, MEASURED),
    ],
)
def test_the_past_stays_as_it_was(fact: Fact) -> None:
    """Events, plans to do something and counts do not expire, however old they are."""
    assert review_day(fact) is None
    assert not is_to_be_confirmed(fact, date(2099, 1, 1))


@pytest.mark.parametrize(
    "fact", [function(""), commission("", In.CHAIR), task(valid_at=""), member()]
)
def test_an_undated_state_is_always_to_be_confirmed(fact: Fact) -> None:
    """Nobody knows how old it is."""
    assert review_day(fact) == date.min
    assert is_to_be_confirmed(fact, date(1990, 1, 1))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (function("2024", by=proof(confidence=Confidence.WEAK)), True),
        (function("2024", by=proof(confidence=Confidence.PRESS)), False),
        (session("2024", by=proof(confidence=Confidence.WEAK)), False),
        (commission("2024", In.ACTIVITY, by=proof(confidence=Confidence.WEAK)), False),
    ],
)
def test_a_state_that_was_never_sure_is_to_be_confirmed(fact: Fact, expected: bool) -> None:
    """From the first day on; what is of the past stays as it was told."""
    assert is_to_be_confirmed(fact, date(2024, 12, 31)) is expected


@pytest.mark.parametrize(
    ("valid_at", "review_by", "last"),
    [
        ("2024-03-31", "", "2026-03-31"),
        ("2024", "", "2026-01-01"),
        ("2024-03-31", "2024-06-01", "2024-06-01"),
        ("", "2024-06-01", "2024-06-01"),
    ],
)
def test_other_rows_grow_old_alike(valid_at: str, review_by: str, last: str) -> None:
    """By their own day, or two years after they were seen."""
    by, day = proof(review_by=review_by), date.fromisoformat(last)
    assert not is_stale(by, when(valid_at), day)
    assert is_stale(by, when(valid_at), day + timedelta(days=1))


def test_other_rows_may_have_another_term() -> None:
    """In months; what is undated has none."""
    assert is_stale(proof(), when("2024-03-31"), date(2024, 5, 1), months=1)
    assert is_stale(proof(), when(""), date(1990, 1, 1))
