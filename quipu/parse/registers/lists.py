"""Pure. What the other registers name: institutions that sit in commissions, and topics."""

from __future__ import annotations

import re

from quipu.model.register_codes import Actor, TopicKind
from quipu.model.registers import Institution, Topic
from quipu.parse.cells import read_code, read_matching
from quipu.parse.registers.reading import Desk, Shape

INSTITUTIONS = Shape(
    name="institutions",
    own=("id", "actor", "public", "name_*"),
    required=("id", "actor", "public", "name_*"),
    has_proof=False,
)
TOPICS = Shape(
    name="topics", own=("id", "kind", "name_*"), required=("id", "kind", "name_*"), has_proof=False
)
_INSTITUTION_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")
_TOPIC_ID = re.compile(r"[A-Z]{1,8}[0-9]{0,3}")


def read_institutions(desk: Desk) -> dict[str, Institution]:
    """The institutions, by id."""
    found: dict[str, Institution] = {}
    for row in desk.table(INSTITUTIONS):
        key = read_matching(row, "id", _INSTITUTION_ID, "institution-id", desk.findings)
        actor = read_code(row, "actor", Actor, desk.findings)
        is_public = desk.yes_no(row, "public")
        if key in found:
            first = str(found[key].origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        elif key and actor is not None and is_public is not None:
            found[key] = Institution(
                id=key,
                actor=actor,
                is_public=is_public,
                names=desk.texts(row, "name"),
                origin=row.where(),
            )
    return found


def read_topics(desk: Desk) -> dict[str, Topic]:
    """The topics, by id."""
    found: dict[str, Topic] = {}
    for row in desk.table(TOPICS):
        key = read_matching(row, "id", _TOPIC_ID, "topic-id", desk.findings)
        kind = read_code(row, "kind", TopicKind, desk.findings)
        if key in found:
            first = str(found[key].origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        elif key and kind is not None:
            found[key] = Topic(id=key, kind=kind, names=desk.texts(row, "name"), origin=row.where())
    return found
