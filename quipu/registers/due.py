"""Pure. How far an agreement is on a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from quipu.model.register_codes import AgreementState
from quipu.model.registers import Agreement

DAYS_SOON = 30
"""Days before its day from which on an agreement is told as due soon (a proposal of the site)."""


class Standing(StrEnum):
    """How far an agreement is, the most pressing first."""

    OVERDUE = "overdue"
    """Its day has passed, and nothing says that it was fulfilled."""
    SOON = "soon"
    PENDING = "pending"
    OPEN = "open"
    """Pending, and no day was set."""
    DONE = "done"
    DROPPED = "dropped"


def standing(agreement: Agreement, as_of: date) -> Standing:
    """Say how far an agreement is.

    Args:
        agreement: What was agreed, with its day and its state.
        as_of: The day of the edition. What is due on that very day is not overdue yet.
    """
    if agreement.state is AgreementState.DROPPED:
        return Standing.DROPPED
    # What was fulfilled later than the edition was still to be done then.
    if agreement.state is AgreementState.DONE and (
        agreement.done_on is None or agreement.done_on <= as_of
    ):
        return Standing.DONE
    if agreement.due is None:
        return Standing.OPEN
    days = (agreement.due - as_of).days
    if days < 0:
        return Standing.OVERDUE
    return Standing.SOON if days <= DAYS_SOON else Standing.PENDING
