"""Pure. Facts on commissions: what they rest on, who sits in them, what they agreed when."""

from __future__ import annotations

import re

from quipu.findings import is_blocking
from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    CommissionEvent,
    FactStatus,
    Seat,
    SessionKind,
    SessionOutcome,
)
from quipu.model.registers import (
    Agreement,
    CommissionFact,
    CommissionPeriod,
    Member,
    Session,
)
from quipu.parse.cells import read_code, read_integer, read_matching, read_number, read_period
from quipu.parse.registers.reading import Desk, Shape, check_status
from quipu.parse.table import Row

COMMISSIONS = Shape(
    name="commissions",
    own=(
        *("ref_area", "valid_at", "event", "status", "act", "institution", "starts", "ends"),
        *("value", "unit_*", "statement_*"),
    ),
    required=("ref_area", "event", "status", "statement_*"),
    numbers=("value",),
)
SESSIONS = Shape(
    name="sessions",
    own=(
        *("ref_area", "date", "kind", "outcome", "members", "attended", "alternates"),
        *("minutes", "minutes_published", "statement_*"),
    ),
    required=("ref_area", "outcome", "statement_*"),
    numbers=("members", "attended", "alternates"),
)
AGREEMENTS = Shape(
    name="agreements",
    own=(
        *("ref_area", "id", "body", "agreed_on", "text_*", "owner", "due", "state", "done_on"),
        *("evidence", "topics"),
    ),
    required=("ref_area", "id", "body", "agreed_on", "text_*", "state"),
)
MEMBERS = Shape(
    name="members",
    own=("ref_area", "institution", "seat", "starts", "ends", "contact_point"),
    required=("ref_area", "institution", "seat"),
)
PERIODS = Shape(
    name="commission_periods",
    own=("ref_area", "time_period", "sessions_expected", "basis_*"),
    required=("ref_area", "time_period", "sessions_expected", "basis_*"),
    numbers=("sessions_expected",),
)
STATUSES = {
    CommissionEvent.INACTIVE: (FactStatus.NOT_DONE,),
    CommissionEvent.INSTALLED: (FactStatus.DONE, FactStatus.PLANNED),
    CommissionEvent.REACTIVATED: (FactStatus.DONE, FactStatus.PLANNED),
}
LEVELLED = (CommissionEvent.RULES, CommissionEvent.PLAN, CommissionEvent.SECRETARIAT)
"""Of these a commission has more or less: a value without a unit says how far, from 0 to 2."""
_AGREEMENT_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+){0,8}")


def read_commissions(desk: Desk) -> tuple[CommissionFact, ...]:
    """The facts on commissions, in file order."""
    found = (_commission(row, desk) for row in desk.table(COMMISSIONS))
    return tuple(fact for fact in found if fact is not None)


def _commission(row: Row, desk: Desk) -> CommissionFact | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    valid_at = read_period(row, "valid_at", desk.findings)
    event = read_code(row, "event", CommissionEvent, desk.findings)
    status = read_code(row, "status", FactStatus, desk.findings)
    institution = desk.institution(row, "institution")
    value, units = read_number(row, "value", desk.findings), desk.texts(row, "unit")
    if event in LEVELLED and value is not None and not units and value not in range(3):
        params = {"indicator": row["event"], "low": "0", "high": "2"}
        desk.findings.append(row.finding("E307", "value", cause="level-of-commission", **params))
    starts, ends = desk.term(row)
    check_status(row, STATUSES.get(event, ()) if event else (), desk.findings)
    if is_blocking(desk.findings[before:]) or not area:
        return None
    if valid_at is None or event is None or status is None:
        return None
    return CommissionFact(
        ref_area=area,
        valid_at=valid_at,
        event=event,
        status=status,
        act=row["act"],
        institution=institution,
        starts=starts,
        ends=ends,
        value=value,
        units=units,
        statements=desk.texts(row, "statement"),
        proof=proof,
    )


def read_sessions(desk: Desk) -> tuple[Session, ...]:
    """The sessions, in file order."""
    found = (_session(row, desk) for row in desk.table(SESSIONS))
    return tuple(fact for fact in found if fact is not None)


def _session(row: Row, desk: Desk) -> Session | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    when = read_period(row, "date", desk.findings)
    kind = read_code(row, "kind", SessionKind, desk.findings)
    outcome = read_code(row, "outcome", SessionOutcome, desk.findings)
    counts = {
        column: read_integer(row, column, desk.findings)
        for column in ("members", "attended", "alternates")
    }
    for part, whole in (("attended", "members"), ("alternates", "attended")):
        few, many = counts[part], counts[whole]
        if few is not None and many is not None and few > many:
            desk.findings.append(row.finding("E617", part, whole=whole, limit=str(many)))
    published = desk.day(row, "minutes_published")
    minutes = desk.link(row, "minutes")
    if published and when and published < when.start:
        desk.findings.append(row.finding("E625", "minutes_published", start=row["date"]))
    if is_blocking(desk.findings[before:]) or not area:
        return None
    if when is None or outcome is None:
        return None
    return Session(
        ref_area=area,
        when=when,
        kind=kind,
        outcome=outcome,
        members=counts["members"],
        attended=counts["attended"],
        alternates=counts["alternates"],
        minutes=minutes,
        minutes_published=published,
        statements=desk.texts(row, "statement"),
        proof=proof,
    )


def read_agreements(desk: Desk) -> tuple[Agreement, ...]:
    """The agreements, in file order; each by its area and id once."""
    found: dict[tuple[str, str], Agreement] = {}
    for row in desk.table(AGREEMENTS):
        agreement = _agreement(row, desk)
        if agreement is None:
            continue
        key = (agreement.ref_area, agreement.id)
        if key in found:
            first = str(found[key].proof.origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        else:
            found[key] = agreement
    return tuple(found.values())


def _agreement(row: Row, desk: Desk) -> Agreement | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    key = read_matching(row, "id", _AGREEMENT_ID, "agreement-id", desk.findings)
    body = read_code(row, "body", AgreementBody, desk.findings)
    state = read_code(row, "state", AgreementState, desk.findings)
    agreed_on = read_period(row, "agreed_on", desk.findings)
    owner = desk.institution(row, "owner")
    if not row["owner"]:
        desk.findings.append(row.finding("E613", "owner"))
    due, done_on = desk.day(row, "due"), desk.day(row, "done_on")
    evidence, topics = desk.link(row, "evidence"), desk.listed_topics(row)
    if (state is AgreementState.DONE) != bool(row["done_on"]) and state is not None:
        desk.findings.append(row.finding("E616", "done_on", state=row["state"]))
    for column, day in (("due", due), ("done_on", done_on)):
        if day and agreed_on and day < agreed_on.start:
            desk.findings.append(row.finding("E614", column, start=row["agreed_on"]))
    if is_blocking(desk.findings[before:]) or not area or not key:
        return None
    if body is None or state is None or agreed_on is None:
        return None
    return Agreement(
        ref_area=area,
        id=key,
        body=body,
        agreed_on=agreed_on,
        texts=desk.texts(row, "text"),
        owner=owner,
        due=due,
        state=state,
        done_on=done_on,
        evidence=evidence,
        topics=topics,
        proof=proof,
    )


def read_members(desk: Desk) -> tuple[Member, ...]:
    """Who sits in commissions, in file order."""
    found = (_member(row, desk) for row in desk.table(MEMBERS))
    return tuple(member for member in found if member is not None)


def _member(row: Row, desk: Desk) -> Member | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    institution = desk.institution(row, "institution")
    seat = read_code(row, "seat", Seat, desk.findings)
    starts, ends = desk.term(row)
    contact = desk.yes_no(row, "contact_point")
    if is_blocking(desk.findings[before:]) or not (area and institution) or seat is None:
        return None
    return Member(
        ref_area=area,
        institution=institution,
        seat=seat,
        starts=starts,
        ends=ends,
        has_contact_point=contact,
        proof=proof,
    )


def read_periods(desk: Desk) -> tuple[CommissionPeriod, ...]:
    """The periods of which all is known, in file order; each once an area."""
    found: dict[tuple[str, str], CommissionPeriod] = {}
    for row in desk.table(PERIODS):
        before = len(desk.findings)
        area, proof = desk.area(row), desk.proof(row)
        period = read_period(row, "time_period", desk.findings)
        expected = read_integer(row, "sessions_expected", desk.findings)
        if is_blocking(desk.findings[before:]) or not area or period is None or expected is None:
            continue
        key = (area, period.code)
        if key in found:
            first = str(found[key].proof.origin.line)
            desk.findings.append(row.finding("E301", "time_period", first=first))
            continue
        found[key] = CommissionPeriod(
            ref_area=area,
            period=period,
            sessions_expected=expected,
            basis=desk.texts(row, "basis"),
            proof=proof,
        )
    return tuple(found.values())
