"""Pure. What a region set itself to do and why, and what it replied to what is published of it.

Nothing here is inferred: a region that sent nothing has no item, no priority and no reply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from quipu.model.facts import Localised, Location
from quipu.model.register_codes import AgreementState
from quipu.model.registers import Proof
from quipu.periods import Period


class Quadrant(StrEnum):
    """Which part of a SWOT an item belongs to, by the letter of its Spanish name."""

    STRENGTH = "F"
    OPPORTUNITY = "O"
    WEAKNESS = "D"
    THREAT = "A"

    @property
    def is_internal(self) -> bool:
        """Whether it is of the entity itself."""
        return self in (Quadrant.STRENGTH, Quadrant.WEAKNESS)

    @property
    def helps(self) -> bool:
        """Whether it is something to build on, and not something to solve."""
        return self in (Quadrant.STRENGTH, Quadrant.OPPORTUNITY)


class EvidenceType(StrEnum):
    """What an item rests on."""

    INDICATOR = "indicator"
    DOCUMENT = "document"
    WORKSHOP = "workshop"


class PriorityDomain(StrEnum):
    """The field of a priority."""

    SDG = "sdg"
    MINING = "mining"
    HEALTH = "health"
    EDUCATION = "education"
    INFRASTRUCTURE = "infrastructure"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotItem:
    """One statement of a region on itself or on what surrounds it."""

    id: str
    ref_area: str
    period: Period
    quadrant: Quadrant
    statements: Localised
    evidence_type: EvidenceType
    evidence: str
    """Id of an indicator, ``https:`` address, or empty for a workshop without minutes."""
    impact: int
    """1 to 3."""
    certainty: int
    """1 to 3."""
    roles: Localised
    """Posts of those who took part, never names; may be empty."""
    proof: Proof

    @property
    def score(self) -> int:
        """Impact times certainty, 1 to 9: it orders a list and says nothing of the region."""
        return self.impact * self.certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityAction:
    """What is to be done for a priority, by whom and until when."""

    ref_area: str
    priority: str
    """Name of the priority's document: ``PE-CUS-riesgos``."""
    texts: Localised
    owner: str
    """Id of an institution."""
    due: date
    state: AgreementState
    done_on: date | None
    proof: Proof

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is still pending after its day, at the date of an edition."""
        return self.state is AgreementState.PENDING and self.due < as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value and its period, in the unit of the indicator it speaks of."""

    value: Decimal
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """What a region wants to change; its words stand in the documents of its name."""

    name: str
    ref_area: str
    domain: PriorityDomain | None
    sdg: tuple[int, ...]
    """Numbers of Sustainable Development Goals."""
    swot: tuple[str, ...]
    """Ids of items: at least one that helps and one that is to be solved."""
    risks: tuple[str, ...]
    indicators: tuple[str, ...]
    """Ids, never empty; baseline and target speak of the first."""
    baseline: Measure | None
    target: Measure | None
    topics: tuple[str, ...]
    agreement: str
    """Id of an agreement of the same area, or empty."""
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a reply answers: an indicator, or a row of a register."""

    indicator: str = ""
    register: str = ""
    key: str = ""
    """Of the row, as `row_key` makes it of what the row says."""
    line: int = 0
    """Where the row stands today; 0 for an indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an institution of a region said of a figure or a fact; its words stand as written."""

    name: str
    """Name of its documents: ``PE-CUS/2026-03-05``."""
    ref_area: str
    day: date
    answers: tuple[Answered, ...]
    source: str
    """``https:`` address of the original."""
    origin: Location = field(compare=False)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators it answers, each once."""
        return tuple(dict.fromkeys(each.indicator for each in self.answers if each.indicator))


@dataclass(frozen=True, kw_only=True)
class Stated:
    """All that regions stated themselves, each in file order."""

    swot: tuple[SwotItem, ...] = ()
    actions: tuple[PriorityAction, ...] = ()
    priorities: tuple[Priority, ...] = ()
    replies: tuple[Reply, ...] = ()

    def only(self, indicator: str) -> Stated:
        """Nothing but the replies that answer an indicator."""
        return Stated(
            replies=tuple(reply for reply in self.replies if indicator in reply.indicators)
        )

    @cached_property
    def items_by_id(self) -> Mapping[str, SwotItem]:
        """The items of the SWOTs by id."""
        return {item.id: item for item in self.swot}
