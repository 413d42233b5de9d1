"""Pure. Regional Development Agencies: which there are, their risks, and advice for them.

That a region has no row says nothing of its agency: it is never read as «there is none». A yes
or no that nobody published is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from quipu.model.facts import Localised, Location
from quipu.model.registers import Proof
from quipu.periods import Period

LEAST, MOST = 1, 5
"""The scale of likelihood and impact."""


class AgencyState(StrEnum):
    """What a source says of an agency."""

    CONSTITUTED = "constituted"
    IN_CREATION = "in_creation"
    ANNOUNCED = "announced"
    MENTIONED = "mentioned"
    """Named in passing: it says neither that it works nor that it was created."""
    NONE = "none"


class RiskScope(StrEnum):
    """Whose risk it is."""

    REGIONAL_GOVERNMENT = "regional_government"
    AGENCY = "agency"


class RiskCategory(StrEnum):
    """What could happen, as the guide to risks of the SIP parts it (RSIP 001-2023)."""

    CORRUPTION_ACT = "corruption_act"
    FUNCTIONAL_MISCONDUCT = "functional_misconduct"
    QUESTIONABLE_PRACTICE = "questionable_practice"


class RiskState(StrEnum):
    """How far the work on a risk is."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    CLOSED = "closed"


class Publication(StrEnum):
    """How much of a risk is told; what is internal never gets here."""

    PUBLIC = "public"
    SUMMARY = "summary"


class ControlKind(StrEnum):
    """What a control does about a risk."""

    PREVENTIVE = "preventive"
    DETECTIVE = "detective"
    CORRECTIVE = "corrective"


class Band(StrEnum):
    """How high a risk is: 1 to 4, 5 to 9, 10 to 14, 15 to 25."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class AdviceFamily(StrEnum):
    """The two families of risk that the OECD names for agencies (2021)."""

    UNDUE_INFLUENCE = "undue_influence"
    CONFLICT_OF_INTEREST = "conflict_of_interest"


class DecisionPoint(StrEnum):
    """At which decision of an agency a risk arises."""

    MEMBERSHIP = "membership"
    AGENDA_SETTING = "agenda_setting"
    PROJECT_PRIORITISATION = "project_prioritisation"
    CONTRACTING = "contracting"
    FUND_ALLOCATION = "fund_allocation"
    USE_OF_INFORMATION = "use_of_information"
    EXIT = "exit"


class YesMeans(StrEnum):
    """What it means to answer a question with yes."""

    RISK = "risk"
    CONTROL = "control"


class Effort(StrEnum):
    """How much a measure takes."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFact:
    """A fact on the agency of an area."""

    ref_area: str
    valid_at: Period
    state: AgencyState
    norm: str
    has_integrity_seat: bool | None
    has_rules: bool | None
    """Whether its rules are published."""
    has_conflicts_register: bool | None
    has_minutes: bool | None
    """Whether its minutes are published."""
    statements: Localised
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What could go wrong in a process of a regional government or an agency."""

    id: str
    ref_area: str
    scope: RiskScope
    processes: Localised
    stages: Localised
    descriptions: Localised
    """Cause, event, consequence."""
    category: RiskCategory
    likelihood: int
    """1 to 5."""
    impact: int
    """1 to 5."""
    owner: str
    """Id of an institution, or empty."""
    due: date | None
    state: RiskState
    publication: Publication
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskControl:
    """What is done about a risk."""

    risk: str
    kind: ControlKind
    texts: Localised
    evidence: str
    effectiveness: Decimal | None
    """0 to 1; None where nobody assessed it, which is not 0."""
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a card, to be answered with yes or no."""

    card: str
    """Name of the card's documents."""
    number: int
    texts: Localised
    yes_means: YesMeans
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigation:
    """A measure of a card, and the norm it rests on."""

    card: str
    number: int
    texts: Localised
    norm: str
    """Id of a norm of ``norms.csv``."""
    effort: Effort
    owners: Localised
    """Offices, never people."""
    origin: Location = field(compare=False)
    norm_at: Location = field(compare=False)
    """Where its norm is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """All that is known of agencies and told to them, each in file order."""

    agencies: tuple[AgencyFact, ...] = ()
    risks: tuple[Risk, ...] = ()
    controls: tuple[RiskControl, ...] = ()
    questions: tuple[Question, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()

    def questions_of(self, card: str) -> tuple[Question, ...]:
        """The questions of a card, by their number."""
        own = (question for question in self.questions if question.card == card)
        return tuple(sorted(own, key=lambda question: question.number))

    def mitigations_of(self, card: str) -> tuple[Mitigation, ...]:
        """The measures of a card, by their number."""
        own = (measure for measure in self.mitigations if measure.card == card)
        return tuple(sorted(own, key=lambda measure: measure.number))

    def controls_of(self, risk: str) -> tuple[RiskControl, ...]:
        """The controls of a risk, in file order."""
        return tuple(control for control in self.controls if control.risk == risk)
