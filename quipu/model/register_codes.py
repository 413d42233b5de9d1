"""Pure. The codes of the registers: what a fact is about, and what it says."""

from __future__ import annotations

from enum import StrEnum


class Confidence(StrEnum):
    """How sure a fact is."""

    OFFICIAL = "A"
    """An official page or a primary document."""
    PRESS = "B"
    """Press with a date, or whose content tells it."""
    WEAK = "C"
    """Undated, inferred, or an opinion."""


class FactStatus(StrEnum):
    """What a fact says of its matter: a plan to do something is not its doing."""

    DONE = "done"
    EXISTS = "exists"
    MEASURED = "measured"
    PLANNED = "planned"
    NOT_DONE = "not_done"


class EntityLevel(StrEnum):
    """Of which body a fact is: a directorate is not the regional government."""

    REGIONAL_GOVERNMENT = "regional_government"
    DEPENDENCY = "dependency"
    METROPOLITAN_MUNICIPALITY = "metropolitan_municipality"

    @property
    def is_headquarters(self) -> bool:
        """Whether what is told is of the government of the area itself."""
        return self is not EntityLevel.DEPENDENCY


class FunctionEvent(StrEnum):
    """What a fact on an integrity function is about."""

    UNIT_CREATED = "unit_created"
    UNIT_EXISTS = "unit_exists"
    NO_UNIT = "no_unit"
    OFFICER_DESIGNATED = "officer_designated"
    PROGRAMME = "programme"
    PLAN = "plan"
    RISK_MAP = "risk_map"
    TRAINING = "training"
    COMPLAINTS_CHANNEL = "complaints_channel"
    MEASUREMENT = "measurement"
    CONTROL = "control"
    """What a control body observed."""
    OTHER = "other"


class CommissionEvent(StrEnum):
    """What a fact on a commission is about."""

    NORM = "norm"
    REPEALED = "repealed"
    INSTALLED = "installed"
    REACTIVATED = "reactivated"
    INACTIVE = "inactive"
    RULES = "rules"
    PLAN = "plan"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    MEMBERSHIP = "membership"
    ACTIVITY = "activity"
    """A forum, a training: no session."""
    OTHER = "other"


class SessionKind(StrEnum):
    """What a commission met for."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    INSTALLATION = "installation"


class SessionOutcome(StrEnum):
    """Whether a commission met."""

    HELD = "held"
    NO_QUORUM = "no_quorum"
    CALLED = "called"
    """Announced; whether it was held is not known."""


class Seat(StrEnum):
    """As what an institution sits in a commission."""

    MEMBER = "member"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"
    GUEST = "guest"


class AgreementBody(StrEnum):
    """Who agreed or committed itself."""

    COMMISSION = "commission"
    REGIONAL_GOVERNMENT = "regional_government"


class AgreementState(StrEnum):
    """How far an agreement is."""

    PENDING = "pending"
    DONE = "done"
    DROPPED = "dropped"


class MinimumTask(StrEnum):
    """What every region should do at least (OECD 2021)."""

    IDENTIFY_RISKS = "T1"
    PROPOSE_POLICIES = "T2"
    MONITOR_MODEL = "T3"


class TaskState(StrEnum):
    """Whether a task was done; that nobody published anything is that there is no row."""

    DONE = "done"
    NOT_DONE = "not_done"


class Actor(StrEnum):
    """The class of an institution; all but the last count for a broad membership."""

    REGIONAL_GOVERNMENT = "regional_government"
    JUDICIARY = "judiciary"
    PROSECUTION = "prosecution"
    COMPTROLLER = "comptroller"
    ANTICORRUPTION_ATTORNEY = "anticorruption_attorney"
    OMBUDSMAN = "ombudsman"
    PROCUREMENT = "procurement"
    SOCIETY = "society"
    OTHER = "other"


class TopicKind(StrEnum):
    """What a topic is one of."""

    COMPONENT = "component"
    FUNCTION = "function"
    TASK = "task"
    OTHER = "other"
