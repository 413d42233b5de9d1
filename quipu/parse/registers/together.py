"""Pure. What no row of a register can be wrong about alone: rows held against other rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

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

    A chair whose end is not told ends when the next one starts; one whose start is not told
    is known to have begun by the day of its fact.
    """
    terms: dict[str, list[tuple[date, CommissionFact]]] = {}
    for fact in facts:
        is_held = fact.status in (FactStatus.DONE, FactStatus.EXISTS)
        first = fact.starts or (fact.valid_at.start if fact.valid_at.frequency == "day" else None)
        if fact.event is CommissionEvent.CHAIR and is_held and fact.institution and first:
            terms.setdefault(fact.ref_area, []).append((first, fact))
    for own in terms.values():
        own.sort(key=lambda term: term[0])
        for n, (first, later) in enumerate(own):
            earlier = next(
                (fact for start, fact in own[:n] if _overlaps(start, fact, first, later)), None
            )
            if earlier is not None:
                params = {
                    "value": later.institution,
                    "other": earlier.institution,
                    "start": first.isoformat(),
                    "first": str(earlier.proof.origin.line),
                }
                where = later.proof.origin
                findings.append(Finding(code="E618", where=where, field="starts", params=params))


def _overlaps(start: date, earlier: CommissionFact, first: date, later: CommissionFact) -> bool:
    """Whether another institution was still in the chair when one took it."""
    return earlier.institution != later.institution and first <= (earlier.ends or start)


def check_twice(registers: Mapping[str, Sequence[RegisterRow]], findings: list[Finding]) -> None:
    """Report rows that say the same as another of their register."""
    # A code that stands twice is told as that.
    told = {(f.where.path, f.where.line) for f in findings if f.code == "E301"}
    for rows in registers.values():
        seen: dict[tuple[tuple[str, str], ...], Location] = {}
        for row in rows:
            key = tuple(sorted(_without_proof(row.cells).items()))
            if key in seen and (row.origin.path, row.origin.line) not in told:
                params = {"first": str(seen[key].line)}
                findings.append(Finding(code="E622", where=row.origin, params=params))
            seen.setdefault(key, row.origin)


def _without_proof(cells: Mapping[str, str]) -> dict[str, str]:
    """What a row says; two sources of one fact are one row that cites both."""
    proof = ("confidence", "source", "document", "date_seen", "review_by")
    return {
        name: cell
        for name, cell in cells.items()
        if name not in proof and not name.startswith("note_")
    }
