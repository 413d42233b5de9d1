"""Pure. What a region can learn from others: practices, courses, assistance and requests for it.

Dates are ``None`` where nobody gave one, texts ``""`` or empty mappings, periods `UNDATED`. That
a region has no row here says nothing of what it did: only that no source on it was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from statistics import median

from quipu.model.facts import Localised
from quipu.model.registers import Proof
from quipu.periods import UNDATED, Period

CHECK_DAYS = 180
"""Days after which the link of a course that somebody opened counts as not checked."""
LEAST_ANSWERS = 5
"""Answers from which on a median of days is told; of fewer only their number is."""


class CourseState(StrEnum):
    """What may be said of a course on a day."""

    OPEN = "open"
    """It has a day on which it starts, and its link was opened no more than 180 days ago."""
    SEEN = "seen"
    """A source tells of it; nobody opened its link on a known day, or no start is known."""
    PAST = "past"
    STALE = "stale"
    """Somebody opened its link once, more than 180 days ago: it is not listed."""


class PracticeStatus(StrEnum):
    """Whether a practice was done, by what its source tells."""

    DONE = "done"
    PLANNED = "planned"
    """It was announced, scheduled or promised; nothing tells that it was done."""


class RequestState(StrEnum):
    """How far a request for assistance is."""

    OPEN = "open"
    ACCEPTED = "accepted"
    UNDER_WAY = "under_way"
    CLOSED = "closed"


class Urgency(StrEnum):
    """How soon who asks needs it."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The figures that a practice is said to have changed."""

    indicator: str
    before: str
    """The code of the period before the practice."""
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something that a region did or announced, and that others could copy."""

    slug: str
    ref_area: str
    titles: Localised
    bodies: Localised
    """The responsible institution."""
    status: PracticeStatus
    texts: Localised
    """Markdown, not yet converted."""
    costs: Localised
    conditions: Localised
    valid_at: Period
    topics: tuple[str, ...]
    claim: Claim | None
    """None: nobody names figures before and after it."""
    proof: Proof

    @property
    def is_planned(self) -> bool:
        """Whether it was only announced: no region «did» it."""
        return self.status is PracticeStatus.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course, a meeting or a guide from which people can learn."""

    slug: str
    ref_area: str
    """The country where it is for all of it."""
    titles: Localised
    providers: Localised
    audiences: Localised
    modalities: Localised
    spoken: Localised
    """In which language it is given, in words."""
    costs: Localised
    texts: Localised
    """Markdown, not yet converted."""
    valid_at: Period
    """When it was given; `UNDATED` for what has no end, like a guide."""
    hours: Decimal | None
    topics: tuple[str, ...]
    next_start: date | None
    url: str
    checked_on: date | None
    """The day on which somebody last saw its link answer; None: nobody ever did."""
    proof: Proof

    def state(self, as_of: date) -> CourseState:
        """What may be said of it on a day."""
        is_over = self.valid_at is not UNDATED and self.valid_at.end < as_of
        is_ahead = self.next_start is not None and self.next_start >= as_of
        has_begun = self.next_start is not None and not is_ahead and self.valid_at is UNDATED
        if (is_over or has_begun) and not is_ahead:
            return CourseState.PAST
        if self.checked_on is None:
            return CourseState.SEEN
        if (as_of - self.checked_on).days > CHECK_DAYS:
            return CourseState.STALE
        return CourseState.OPEN if is_ahead else CourseState.SEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistance:
    """Help that was given: by whom, to whom, with what."""

    ref_area: str
    valid_at: Period
    providers: Localised
    recipients: Localised
    forms: Localised
    topics: tuple[str, ...]
    statements: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for assistance, from its opening to its answer."""

    id: str
    ref_area: str
    requesters: Localised
    topics: tuple[str, ...]
    urgency: Urgency
    state: RequestState
    opened: date
    answered_on: date | None
    providers: Localised
    outcomes: Localised
    proof: Proof

    @property
    def days(self) -> int | None:
        """Days from its opening to the answer; None while there is none."""
        return (self.answered_on - self.opened).days if self.answered_on else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How soon requests were answered."""

    count: int
    median_days: float | None
    """None where fewer than five were answered: a few say nothing of the usual."""


def answers(requests: Sequence[Request]) -> Answers:
    """Count the answered requests, and find the median of their days."""
    days = [one.days for one in requests if one.days is not None]
    middle = float(median(days)) if len(days) >= LEAST_ANSWERS else None
    return Answers(count=len(days), median_days=middle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What stands in documents, by name; assistance and requests stand in registers."""

    practices: tuple[Practice, ...] = ()
    courses: tuple[Course, ...] = ()
