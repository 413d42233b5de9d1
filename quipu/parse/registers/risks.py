"""Pure. Risks of regional governments and agencies, and what is done about them."""

from __future__ import annotations

import re
from collections.abc import Collection

from quipu.findings import is_blocking
from quipu.model.agencies import (
    LEAST,
    MOST,
    ControlKind,
    Publication,
    Risk,
    RiskCategory,
    RiskControl,
    RiskScope,
    RiskState,
)
from quipu.parse.cells import read_code, read_integer, read_matching, read_number
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.table import Row

RISKS = Shape(
    name="risks",
    own=(
        *("id", "ref_area", "scope", "process_*", "stage_*", "description_*", "category"),
        *("likelihood", "impact", "owner", "due", "state", "publication"),
    ),
    required=(
        *("id", "ref_area", "scope", "process_*", "description_*", "category"),
        *("likelihood", "impact", "state", "publication"),
    ),
    numbers=("likelihood", "impact"),
)
CONTROLS = Shape(
    name="risk_controls",
    own=("risk", "kind", "text_*", "evidence", "effectiveness"),
    required=("risk", "kind", "text_*"),
    numbers=("effectiveness",),
)
_RISK_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+){0,8}")
_INTERNAL = "internal"


def read_risks(desk: Desk) -> tuple[Risk, ...]:
    """The risks, in file order; each id once."""
    found: dict[str, Risk] = {}
    for row in desk.table(RISKS):
        risk = _risk(row, desk)
        if risk is None:
            continue
        if risk.id in found:
            first = str(found[risk.id].proof.origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        else:
            found[risk.id] = risk
    return tuple(found.values())


def _risk(row: Row, desk: Desk) -> Risk | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    key = read_matching(row, "id", _RISK_ID, "risk-id", desk.findings)
    scope = read_code(row, "scope", RiskScope, desk.findings)
    category = read_code(row, "category", RiskCategory, desk.findings)
    state = read_code(row, "state", RiskState, desk.findings)
    likelihood, impact = (_level(row, column, desk) for column in ("likelihood", "impact"))
    owner, due = desk.institution(row, "owner"), desk.day(row, "due")
    publication = _publication(row, desk)
    if is_blocking(desk.findings[before:]) or not area or not key:
        return None
    if scope is None or category is None or state is None or publication is None:
        return None
    if likelihood is None or impact is None:
        return None
    return Risk(
        id=key,
        ref_area=area,
        scope=scope,
        processes=desk.texts(row, "process"),
        stages=desk.texts(row, "stage"),
        descriptions=desk.texts(row, "description"),
        category=category,
        likelihood=likelihood,
        impact=impact,
        owner=owner,
        due=due,
        state=state,
        publication=publication,
        proof=proof,
    )


def _publication(row: Row, desk: Desk) -> Publication | None:
    """How much may be told; what is internal should not be here at all."""
    if row["publication"] == _INTERNAL:
        desk.findings.append(row.finding("E633", "publication"))
        return None
    return read_code(row, "publication", Publication, desk.findings)


def _level(row: Row, column: str, desk: Desk) -> int | None:
    """A level of 1 to 5; None, with a finding, where it is another."""
    level = read_integer(row, column, desk.findings)
    if level is not None and not LEAST <= level <= MOST:
        told = row.finding("E634", column, least=str(LEAST), limit=str(MOST))
        desk.findings.append(told)
        return None
    return level


def read_controls(desk: Desk, risks: Collection[str]) -> tuple[RiskControl, ...]:
    """The controls, in file order.

    Args:
        desk: What they are read against.
        risks: The ids of the risks that they may be of.
    """
    found = (_control(row, desk, risks) for row in desk.table(CONTROLS))
    return tuple(control for control in found if control is not None)


def _control(row: Row, desk: Desk, risks: Collection[str]) -> RiskControl | None:
    before = len(desk.findings)
    risk, proof = desk.known(row, "risk", risks, "E635"), desk.proof(row)
    kind = read_code(row, "kind", ControlKind, desk.findings)
    evidence = desk.link(row, "evidence")
    effectiveness = read_number(row, "effectiveness", desk.findings)
    if effectiveness is not None and not 0 <= effectiveness <= 1:
        desk.findings.append(row.finding("E636", "effectiveness"))
    if is_blocking(desk.findings[before:]) or not risk or kind is None:
        return None
    return RiskControl(
        risk=risk,
        kind=kind,
        texts=desk.texts(row, "text"),
        evidence=evidence,
        effectiveness=effectiveness,
        proof=proof,
    )
