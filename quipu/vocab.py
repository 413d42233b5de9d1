"""Pure. The code lists that the data may use; anything else in a file is a finding.

Codes follow SDMX where it has them (CL_OBS_STATUS), the data contract elsewhere.
"""

from __future__ import annotations

from enum import StrEnum


class AreaKind(StrEnum):
    """What sort of reference area a row of ``areas.csv`` describes."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    DISTRICT = "district"
    COMPOSITE = "composite"
    """Several areas that some source publishes as one; it has members and no page."""


class IndicatorType(StrEnum):
    """How the values of an indicator behave, which decides how they are shown."""

    SCORE = "score"
    PERCENTAGE = "percentage"
    RATE = "rate"
    ORDINAL = "ordinal"
    BINARY = "binary"
    AMOUNT = "amount"
    COUNT = "count"


class Direction(StrEnum):
    """Which end of an indicator is the good one, if there is one."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"
    """No judgement: the value may be called high or low, never good or bad."""


class Rollup(StrEnum):
    """How the figure of an area may be computed from those of the areas right below it."""

    SUM = "sum"
    """Their values added up: of amounts and counts."""
    RATIO = "ratio"
    """The sum of their numerators over that of their denominators: of shares and rates."""


class Computed(StrEnum):
    """What is counted in the registers for an indicator that is not typed."""

    FUNCTION_ASSIGNED = "function_assigned"
    FUNCTION_SETUP = "function_setup"
    MINIMUM_TASKS = "minimum_tasks"
    COMMISSION_NORM = "commission_norm"
    COMMISSION_RULES = "commission_rules"
    COMMISSION_PLAN = "commission_plan"
    COMMISSION_SECRETARIAT = "commission_secretariat"
    CONTACT_POINTS = "contact_points"
    BROAD_MEMBERSHIP = "broad_membership"
    MINUTES_PUBLISHED = "minutes_published"
    SESSIONS_HELD = "sessions_held"
    ATTENDANCE = "attendance"
    NO_QUORUM = "no_quorum"
    AGREEMENTS_FULFILLED = "agreements_fulfilled"


class Scope(StrEnum):
    """The unit of observation, so that a department's figure is not read as its government's."""

    REGIONAL_GOVERNMENT = "regional_government"
    DEPARTMENT = "department"
    COMMISSION = "commission"


class Frequency(StrEnum):
    """How often the holder publishes the figure."""

    ANNUAL = "annual"
    SEMESTER = "semester"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    EVENT = "event"
    IRREGULAR = "irregular"


class IndicatorStatus(StrEnum):
    """Where an indicator stands in its life."""

    LIVE = "live"
    DRAFT = "draft"
    """Not published: it is checked, but gets no page."""
    RETIRED = "retired"
    """Superseded or discontinued: shown as history, never as a current figure."""
    WANTED = "wanted"
    """No value yet: its page says who holds the figure and how to send it."""


class ObsStatus(StrEnum):
    """SDMX CL_OBS_STATUS: how far to trust a value, or why there is none."""

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    FORECAST = "F"
    PROVISIONAL = "P"
    CANNOT_EXIST = "M"
    NOT_COLLECTED = "L"
    SUPPRESSED = "Q"

    @property
    def is_missing(self) -> bool:
        """Whether a row with this status carries no value."""
        return self in _MISSING


_MISSING = frozenset({ObsStatus.CANNOT_EXIST, ObsStatus.NOT_COLLECTED, ObsStatus.SUPPRESSED})


class Quality(StrEnum):
    """How the value was obtained; only A and B are ever compared."""

    OFFICIAL_FILE = "A"
    COMPLETE_LIST = "B"
    PARTIAL_LIST = "C"
    """A list that names only some areas: a dated fact, never ranked or averaged."""
    UNDATED = "D"
    """The source shows no date: never a current figure; its ``time_period`` is empty."""

    @property
    def is_comparable(self) -> bool:
        """Whether areas may be set side by side on values of this grade."""
        return self in (Quality.OFFICIAL_FILE, Quality.COMPLETE_LIST)


class Normalisation(StrEnum):
    """How values become points that can be added up."""

    GOALPOSTS = "goalposts"
    """Fixed values earn 0 and 100: an area's points change only when the area does."""
    MIN_MAX = "min-max"
    Z_SCORE = "z-score"
    PERCENTILE_RANK = "percentile-rank"


class Aggregation(StrEnum):
    """How the points of a group's children become the points of the group."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"


class Severity(StrEnum):
    """What a finding stops: the build, nothing, nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Coverage(StrEnum):
    """What is known of one indicator in one area (a cell of the coverage matrix)."""

    REPORTED = "reported"
    JOINT = "joint"
    """Published only together with another area."""
    PARTIAL = "partial"
    """Only in a partial or undated list."""
    HISTORIC = "historic"
    """Only in a retired series."""
    MISSING = "missing"
    """The indicator is live, but this area has no value."""
    WANTED = "wanted"
    NOT_APPLICABLE = "not_applicable"
