"""Pure. Which agencies there are, and the questions and measures of the advice cards."""

from __future__ import annotations

import re

from quipu.findings import is_blocking
from quipu.model.agencies import (
    AgencyFact,
    AgencyState,
    Effort,
    Mitigation,
    Question,
    YesMeans,
)
from quipu.parse.cells import read_code, read_integer, read_matching, read_period
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.table import Row

AGENCIES = Shape(
    name="agencies",
    own=(
        *("ref_area", "valid_at", "state", "norm", "integrity_seat", "rules_published"),
        *("conflicts_register", "minutes_published", "statement_*"),
    ),
    required=("ref_area", "state", "statement_*"),
)
QUESTIONS = Shape(
    name="advice_questions",
    own=("card", "number", "question_*", "yes_means"),
    required=("card", "number", "question_*", "yes_means"),
    numbers=("number",),
    has_proof=False,
)
MITIGATIONS = Shape(
    name="advice_mitigations",
    own=("card", "number", "text_*", "norm", "effort", "owner_*"),
    required=("card", "number", "text_*", "norm", "effort", "owner_*"),
    numbers=("number",),
    has_proof=False,
)
_CARD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")
_Seen = dict[tuple[str, int], int]
"""The line of each question or measure, by card and number."""


def read_agencies(desk: Desk) -> tuple[AgencyFact, ...]:
    """The facts on agencies, in file order."""
    found = (_agency(row, desk) for row in desk.table(AGENCIES))
    return tuple(fact for fact in found if fact is not None)


def _agency(row: Row, desk: Desk) -> AgencyFact | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    valid_at = read_period(row, "valid_at", desk.findings)
    state = read_code(row, "state", AgencyState, desk.findings)
    columns = ("integrity_seat", "rules_published", "conflicts_register", "minutes_published")
    seat, rules, conflicts, minutes = (desk.yes_no(row, column) for column in columns)
    if is_blocking(desk.findings[before:]) or not area or valid_at is None or state is None:
        return None
    return AgencyFact(
        ref_area=area,
        valid_at=valid_at,
        state=state,
        norm=row["norm"],
        has_integrity_seat=seat,
        has_rules=rules,
        has_conflicts_register=conflicts,
        has_minutes=minutes,
        statements=desk.texts(row, "statement"),
        proof=proof,
    )


def read_questions(desk: Desk) -> tuple[Question, ...]:
    """The questions of all cards, in file order; each number of a card once."""
    found, seen = [], _Seen()
    for row in desk.table(QUESTIONS):
        key = _place(row, desk, seen)
        means = read_code(row, "yes_means", YesMeans, desk.findings)
        if key and means:
            question = Question(
                card=key[0],
                number=key[1],
                texts=desk.texts(row, "question"),
                yes_means=means,
                origin=row.where("card"),
            )
            found.append(question)
    return tuple(found)


def read_mitigations(desk: Desk) -> tuple[Mitigation, ...]:
    """The measures of all cards, in file order; each number of a card once."""
    found, seen = [], _Seen()
    for row in desk.table(MITIGATIONS):
        key = _place(row, desk, seen)
        effort = read_code(row, "effort", Effort, desk.findings)
        if key and effort:
            measure = Mitigation(
                card=key[0],
                number=key[1],
                texts=desk.texts(row, "text"),
                norm=row["norm"],
                effort=effort,
                owners=desk.texts(row, "owner"),
                origin=row.where("card"),
                norm_at=row.where("norm"),
            )
            found.append(measure)
    return tuple(found)


def _place(row: Row, desk: Desk, seen: _Seen) -> tuple[str, int] | None:
    """Card and number of a row; None, with a finding, where they are wrong or taken."""
    card = read_matching(row, "card", _CARD, "card-name", desk.findings)
    number = read_integer(row, "number", desk.findings)
    if not card or number is None:
        return None
    key = (card, number)
    if key in seen:
        desk.findings.append(row.finding("E301", "number", first=str(seen[key])))
        return None
    seen[key] = row.line
    return key
