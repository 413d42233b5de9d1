"""Pure. The register of SWOT items: what a region says of itself, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter

from quipu.findings import Finding, is_blocking
from quipu.model.priorities import EvidenceType, PriorityAction, Quadrant, SwotItem
from quipu.model.register_codes import AgreementState
from quipu.parse.cells import read_code, read_integer, read_matching, read_period
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.table import Row

SWOT = Shape(
    name="swot",
    own=(
        *("id", "ref_area", "time_period", "quadrant", "statement_*", "evidence_type"),
        *("evidence", "impact", "certainty", "roles_*"),
    ),
    required=(
        *("id", "ref_area", "time_period", "quadrant", "statement_*", "evidence_type"),
        *("impact", "certainty"),
    ),
)
ACTIONS = Shape(
    name="priority_actions",
    own=("ref_area", "priority", "text_*", "owner", "due", "state", "done_on"),
    required=("ref_area", "priority", "text_*", "due", "state"),
)
MAX_STATEMENT = 240
HIGHEST_MARK = 3
FEWEST, MOST = 3, 7
"""Items a quadrant should have."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")
_NAMED = re.compile(
    r"\b(?:Sra?|Srta|Dra?|Ing|Abg|Abog|Lic|Mg|Mgtr|CPC|Econ|Arq|Mrs?|Ms)\. [A-ZÁÉÍÓÚÑ]\w+"
)
"""A form of address before a capital: a person, where a post is asked for."""


def read_swot(desk: Desk) -> tuple[SwotItem, ...]:
    """The items, in file order."""
    found: dict[str, SwotItem] = {}
    for row in desk.table(SWOT):
        item = _item(row, desk)
        if item is None:
            continue
        if item.id in found:
            first = str(found[item.id].proof.origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        else:
            found[item.id] = item
    items = tuple(found.values())
    _count_quadrants(items, desk)
    return items


def _item(row: Row, desk: Desk) -> SwotItem | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    key = read_matching(row, "id", _ID, "swot-id", desk.findings)
    period = read_period(row, "time_period", desk.findings)
    quadrant = read_code(row, "quadrant", Quadrant, desk.findings)
    kind = read_code(row, "evidence_type", EvidenceType, desk.findings)
    impact, certainty = _mark(row, "impact", desk), _mark(row, "certainty", desk)
    statements = desk.texts(row, "statement")
    for code, text in statements.items():
        if len(text) > MAX_STATEMENT:
            told = {"value": str(len(text)), "limit": str(MAX_STATEMENT)}
            desk.findings.append(row.finding("E667", f"statement_{code}", **told))
    roles = desk.texts(row, "roles")
    for code, text in roles.items():
        if match := _NAMED.search(text):
            desk.findings.append(row.finding("W665", f"roles_{code}", value=match[0]))
    if kind is not None:
        _check_evidence(row, kind, desk)
    if is_blocking(desk.findings[before:]) or not area or not key:
        return None
    if period is None or quadrant is None or kind is None:
        return None
    if impact is None or certainty is None:
        return None
    return SwotItem(
        id=key,
        ref_area=area,
        period=period,
        quadrant=quadrant,
        statements=statements,
        evidence_type=kind,
        evidence=row["evidence"],
        impact=impact,
        certainty=certainty,
        roles=roles,
        proof=proof,
    )


def _mark(row: Row, column: str, desk: Desk) -> int | None:
    """1, 2 or 3; None when empty or anything else."""
    mark = read_integer(row, column, desk.findings)
    if mark is not None and not 1 <= mark <= HIGHEST_MARK:
        desk.findings.append(row.finding("E668", column, limit=str(HIGHEST_MARK)))
        return None
    return mark


def _check_evidence(row: Row, kind: EvidenceType, desk: Desk) -> None:
    """Hold the evidence against its kind; whether an indicator exists is seen later."""
    first = desk.site.languages[0]
    if kind is EvidenceType.WORKSHOP and not row[f"roles_{first}"]:
        desk.findings.append(row.finding("E669", f"roles_{first}", kind=kind.value))
    elif kind is not EvidenceType.WORKSHOP and not row["evidence"]:
        desk.findings.append(row.finding("E669", "evidence", kind=kind.value))
    if kind is not EvidenceType.INDICATOR:
        desk.link(row, "evidence")


def _count_quadrants(items: tuple[SwotItem, ...], desk: Desk) -> None:
    """Note quadrants with few or many items, at the first item of the area."""
    counts = Counter((item.ref_area, item.quadrant) for item in items)
    firsts: dict[str, SwotItem] = {}
    for item in items:
        firsts.setdefault(item.ref_area, item)
    for area, first in firsts.items():
        for quadrant in Quadrant:
            count = counts[area, quadrant]
            if not FEWEST <= count <= MOST:
                told = {"value": area, "quadrant": quadrant.value, "count": str(count)}
                where = first.proof.origin
                desk.findings.append(
                    Finding(code="N673", where=where, field="quadrant", params=told)
                )


def read_actions(desk: Desk) -> tuple[PriorityAction, ...]:
    """The actions, in file order; whether their priorities exist is seen later."""
    found = (_action(row, desk) for row in desk.table(ACTIONS))
    return tuple(action for action in found if action is not None)


def _action(row: Row, desk: Desk) -> PriorityAction | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    owner = desk.institution(row, "owner")
    if not row["owner"] and "owner" not in row.faulty:
        desk.findings.append(row.finding("E672", "owner"))
    due, done_on = desk.day(row, "due"), desk.day(row, "done_on")
    state = read_code(row, "state", AgreementState, desk.findings)
    is_done = state is AgreementState.DONE
    if state is not None and is_done != bool(row["done_on"]) and "done_on" not in row.faulty:
        desk.findings.append(row.finding("E616", "done_on", state=row["state"]))
    if is_blocking(desk.findings[before:]) or not area or due is None or state is None:
        return None
    return PriorityAction(
        ref_area=area,
        priority=row["priority"],
        texts=desk.texts(row, "text"),
        owner=owner,
        due=due,
        state=state,
        done_on=done_on,
        proof=proof,
    )
