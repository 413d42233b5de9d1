"""Pure. Facts that are events or lists, not series: who is in charge, who met, what was agreed.

Dates are ``None`` where the source shows none, texts ``""``, periods `UNDATED`; a count that is
not known is ``None``, never 0. That nothing is known of an area is that it has no row: it is
never read as «there is none».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from quipu.model.facts import Localised, Location
from quipu.model.norms import Norm
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
    SessionKind,
    SessionOutcome,
    TaskState,
    TopicKind,
)
from quipu.periods import UNDATED, Period

if TYPE_CHECKING:
    # It needs `Proof` from here.
    from quipu.model.library import Assistance, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a fact rests on."""

    confidence: Confidence
    sources: tuple[str, ...]
    """Ids; never empty."""
    document: str
    """``https:`` address of the document itself, or empty: then the source's address counts."""
    date_seen: str
    """The date that the source shows, as far as it does (``2024``, ``2024-03-31``), or empty."""
    review_by: date | None
    """The day after which it is to be confirmed; None: by the rule of its kind."""
    notes: Localised
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A kind of institution that may sit in a commission."""

    id: str
    actor: Actor
    is_public: bool
    names: Localised
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What facts, practices and courses may be about."""

    id: str
    kind: TopicKind
    names: Localised
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionFact:
    """A dated fact on the integrity function of an area."""

    ref_area: str
    valid_at: Period
    event: FunctionEvent
    status: FactStatus
    level: EntityLevel
    setup: int | None
    """0 none, 1 a person, 2 a functional unit, 3 an office, 4 an office with a network."""
    act: str
    reports_to: str
    value: Decimal | None
    units: Localised
    statements: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionFact:
    """A dated fact on the commission of an area."""

    ref_area: str
    valid_at: Period
    event: CommissionEvent
    status: FactStatus
    act: str
    institution: str
    """Id of the institution that chairs, keeps the secretariat or joins; or empty."""
    starts: date | None
    ends: date | None
    """The term of a chair or a plan, as far as it is known."""
    value: Decimal | None
    units: Localised
    statements: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting of a commission, held or not."""

    ref_area: str
    when: Period
    kind: SessionKind | None
    """None where the source does not say it."""
    outcome: SessionOutcome
    members: int | None
    attended: int | None
    """Full members, and alternates in their place."""
    alternates: int | None
    minutes: str
    minutes_published: date | None
    statements: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What a commission agreed or a regional government committed itself to."""

    ref_area: str
    id: str
    body: AgreementBody
    agreed_on: Period
    texts: Localised
    owner: str
    due: date | None
    state: AgreementState
    done_on: date | None
    evidence: str
    topics: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An institution in a commission."""

    ref_area: str
    institution: str
    seat: Seat
    starts: date | None
    ends: date | None
    has_contact_point: bool | None
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionPeriod:
    """Says that all of a commission's sessions, members and agreements of a period are known."""

    ref_area: str
    period: Period
    sessions_expected: int
    basis: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFact:
    """Whether an area did one of the minimum tasks."""

    ref_area: str
    task: MinimumTask
    valid_at: Period
    state: TaskState
    statements: Localised
    proof: Proof


Fact = FunctionFact | CommissionFact | Session | Member | TaskFact
"""What a timeline may tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A row as it was written, for the downloads: cells by column, and where it stands."""

    cells: Mapping[str, str]
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """Every register of a root, each in file order."""

    institutions: Mapping[str, Institution] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    functions: tuple[FunctionFact, ...] = ()
    commissions: tuple[CommissionFact, ...] = ()
    sessions: tuple[Session, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    members: tuple[Member, ...] = ()
    periods: tuple[CommissionPeriod, ...] = ()
    tasks: tuple[TaskFact, ...] = ()
    assistance: tuple[Assistance, ...] = ()
    requests: tuple[Request, ...] = ()
    norms: Mapping[str, Norm] = field(default_factory=dict)
    rows: Mapping[str, tuple[RegisterRow, ...]] = field(default_factory=dict)
    """The rows of every register that stands in the root, by its name."""

    def until(self, day: date) -> Registers:
        """What was so by the end of a day: the facts that are dated and began by then."""
        return replace(
            self,
            functions=tuple(f for f in self.functions if _began(f.valid_at, day)),
            commissions=tuple(f for f in self.commissions if _began(f.valid_at, day)),
            sessions=tuple(s for s in self.sessions if _began(s.when, day)),
            agreements=tuple(a for a in self.agreements if _began(a.agreed_on, day)),
            tasks=tuple(t for t in self.tasks if _began(t.valid_at, day)),
        )

    @property
    def is_kept(self) -> bool:
        """Whether the root keeps any register."""
        return bool(self.rows)


def _began(when: Period, day: date) -> bool:
    return when is not UNDATED and when.start <= day
