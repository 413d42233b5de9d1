"""Pure. What no row of a register can be wrong about alone: rows held against other rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from quipu.findings import Finding
from quipu.model import Location
from quipu.model.register_codes import CommissionEvent, FactStatus, SessionOutcome
from quipu.model.registers import CommissionFact, RegisterRow, Registers
from quipu.periods import UNDATED

_FOUNDING = (CommissionEvent.NORM, CommissionEvent.INSTALLED)


def check_together(registers: Registers, findings: list[Finding]) -> None:
    """Report sessions before their commission, chairs at the same time, rows that stand twice."""
    _check_births(registers, findings)
    _check_chairs(registers.commissions, findings)
    check_twice(registers.rows, findings)


def _check_births(registers: Registers, findings: list[Finding]) -> None:
    born: dict[str, CommissionFact] = {}
    for fact in registers.commissions:
        is_founding = fact.event in _FOUNDING and fact.status is FactStatus.DONE
        if not is_founding or fact.valid_at is UNDATED:
            continue
        first = born.get(fact.ref_area)
        if first is None or fact.valid_at.start < first.valid_at.start:
            born[fact.ref_area] = fact
    for session in registers.sessions:
        birth = born.get(session.ref_area)
        if birth is None or session.when is UNDATED or session.outcome is SessionOutcome.CALLED:
            continue
        if session.when.end < birth.valid_at.start:
            params = {
                "value": session.when.code,
                "start": birth.valid_at.code,
                "first": str(birth.proof.origin),
            }
            where = session.proof.origin
            findings.append(Finding(code="E611", where=where, field="date", params=params))


def _check_chairs(facts: tuple[CommissionFact, ...], findings: list[Finding]) -> None:
    """Report two institutions that chair a commission on the same day.

    A chair whose end is not told ends when the next one starts.
    """
    terms: dict[str, list[CommissionFact]] = {}
    for fact in facts:
        is_chair = fact.event is CommissionEvent.CHAIR and fact.status is FactStatus.DONE
        if is_chair and fact.institution and fact.starts:
            terms.setdefault(fact.ref_area, []).append(fact)
    for own in terms.values():
        own.sort(key=lambda fact: fact.starts or date.min)
        for earlier, later in pairwise(own):
            assert earlier.starts and later.starts  # those without are left out above
            overlaps = later.starts <= (earlier.ends or earlier.starts)
            if overlaps and earlier.institution != later.institution:
                params = {
                    "value": later.institution,
                    "other": earlier.institution,
                    "start": later.starts.isoformat(),
                    "first": str(earlier.proof.origin.line),
                }
                where = later.proof.origin
                findings.append(Finding(code="E618", where=where, field="starts", params=params))


def check_twice(registers: Mapping[str, Sequence[RegisterRow]], findings: list[Finding]) -> None:
    """Report rows that say the same as another of their register."""
    for rows in registers.values():
        seen: dict[tuple[tuple[str, str], ...], Location] = {}
        for row in rows:
            key = tuple(sorted(_without_proof(row.cells).items()))
            if key in seen:
                params = {"first": str(seen[key].line)}
                findings.append(Finding(code="E622", where=row.origin, params=params))
            else:
                seen[key] = row.origin


def _without_proof(cells: Mapping[str, str]) -> dict[str, str]:
    """What a row says; two sources of one fact are one row that cites both."""
    proof = ("confidence", "source", "document", "date_seen", "review_by")
    return {
        name: cell
        for name, cell in cells.items()
        if name not in proof and not name.startswith("note_")
    }
