"""Pure. What follows from the facts on agencies and from the risks they are exposed to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from quipu.model.agencies import AgencyFact, AgencyState, Band, Risk, RiskControl
from quipu.periods import UNDATED

BANDS = ((Band.LOW, 1, 4), (Band.MEDIUM, 5, 9), (Band.HIGH, 10, 14), (Band.VERY_HIGH, 15, 25))
"""Each band, with the lowest and the highest product of likelihood and impact in it."""


def inherent(risk: Risk) -> int:
    """How high a risk is before any control: likelihood times impact, 1 to 25."""
    return risk.likelihood * risk.impact


def residual(risk: Risk, controls: Sequence[RiskControl]) -> Decimal | None:
    """How high a risk stays once its best control works: a proposal of this site.

    Args:
        risk: The risk.
        controls: Of this risk.

    Returns:
        ``inherent * (1 - highest effectiveness)``: 0 to 25. Without controls it is the inherent
        one; None where there are controls and nobody assessed any.
    """
    if not controls:
        return Decimal(inherent(risk))
    known = [one.effectiveness for one in controls if one.effectiveness is not None]
    return inherent(risk) * (1 - max(known)) if known else None


def band(level: Decimal | int) -> Band:
    """The band of a level; what lies between two bands, as a residual may, is in the lower."""
    found = Band.LOW
    for name, least, _ in BANDS:
        if level >= least:
            found = name
    return found


def current(facts: Iterable[AgencyFact]) -> AgencyFact | None:
    """The fact that tells how an agency stands: the latest; a mere mention where there is no other.

    Args:
        facts: Of one area.
    """
    told = list(facts)
    own = [fact for fact in told if fact.state is not AgencyState.MENTIONED] or told
    return max(own, key=_when, default=None)


def _when(fact: AgencyFact) -> tuple[date, date]:
    if fact.valid_at is UNDATED:
        return date.min, date.min
    return fact.valid_at.end, fact.valid_at.start
