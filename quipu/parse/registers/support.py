"""Pure. Assistance that was given, and requests for it."""

from __future__ import annotations

import re
from datetime import date

from quipu.findings import is_blocking
from quipu.model.library import Assistance, Request, RequestState, Urgency
from quipu.parse.cells import read_code, read_matching, read_period
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.table import Row

ASSISTANCE = Shape(
    name="assistance",
    own=(
        *("ref_area", "valid_at", "provider_*", "recipient_*", "form_*", "topics"),
        "statement_*",
    ),
    required=("ref_area", "provider_*", "recipient_*", "form_*", "topics", "statement_*"),
)
REQUESTS = Shape(
    name="requests",
    own=(
        *("id", "ref_area", "requester_*", "topics", "urgency", "state", "opened"),
        *("answered_on", "provider_*", "outcome_*"),
    ),
    required=("id", "ref_area", "requester_*", "topics", "urgency", "state", "opened"),
)
_REQUEST_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+){0,8}")


def read_assistance(desk: Desk) -> tuple[Assistance, ...]:
    """What assistance was given, in file order."""
    found = (_assistance(row, desk) for row in desk.table(ASSISTANCE))
    return tuple(one for one in found if one is not None)


def _assistance(row: Row, desk: Desk) -> Assistance | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    valid_at = read_period(row, "valid_at", desk.findings)
    topics = desk.listed_topics(row)
    if is_blocking(desk.findings[before:]) or not area or valid_at is None:
        return None
    return Assistance(
        ref_area=area,
        valid_at=valid_at,
        providers=desk.texts(row, "provider"),
        recipients=desk.texts(row, "recipient"),
        forms=desk.texts(row, "form"),
        topics=topics,
        statements=desk.texts(row, "statement"),
        proof=proof,
    )


def read_requests(desk: Desk) -> tuple[Request, ...]:
    """The requests for assistance, in file order."""
    found: dict[str, Request] = {}
    for row in desk.table(REQUESTS):
        one = _request(row, desk)
        if one is not None and one.id in found:
            first = str(found[one.id].proof.origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        elif one is not None:
            found[one.id] = one
    return tuple(found.values())


def _request(row: Row, desk: Desk) -> Request | None:
    before = len(desk.findings)
    key = read_matching(row, "id", _REQUEST_ID, "agreement-id", desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    topics = desk.listed_topics(row)
    urgency = read_code(row, "urgency", Urgency, desk.findings)
    state = read_code(row, "state", RequestState, desk.findings)
    opened, answered_on = desk.day(row, "opened"), desk.day(row, "answered_on")
    _check_answer(row, state, opened, answered_on, desk)
    if is_blocking(desk.findings[before:]) or not (key and area and opened):
        return None
    if urgency is None or state is None:
        return None
    return Request(
        id=key,
        ref_area=area,
        requesters=desk.texts(row, "requester"),
        topics=topics,
        urgency=urgency,
        state=state,
        opened=opened,
        answered_on=answered_on,
        providers=desk.texts(row, "provider"),
        outcomes=desk.texts(row, "outcome"),
        proof=proof,
    )


def _check_answer(
    row: Row,
    state: RequestState | None,
    opened: date | None,
    answered_on: date | None,
    desk: Desk,
) -> None:
    """Report an answer before its question, one that lacks, and one that is too many."""
    if answered_on is None:
        if state is RequestState.CLOSED and not row["answered_on"]:
            desk.findings.append(row.finding("E645", "answered_on"))
        return
    if opened is not None and answered_on < opened:
        desk.findings.append(row.finding("E644", "answered_on", start=row["opened"]))
    if state is RequestState.OPEN:
        desk.findings.append(row.finding("E646", "state", day=row["answered_on"]))
