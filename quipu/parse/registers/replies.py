"""Pure. Replies of institutions: each says what it answers, when, and where the original is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.model import Catalog
from quipu.model.priorities import Answered, Reply
from quipu.parse.cells import is_cited_address
from quipu.parse.registers.front import Front, check_same, fronts

_LINE = re.compile(r"([a-z_]+) ([1-9][0-9]{0,5})")


def read_replies(
    catalog: Catalog, files: Mapping[str, bytes], findings: list[Finding]
) -> tuple[Reply, ...]:
    """Read every reply, by area and day.

    Args:
        catalog: The facts of the root, with its documents and registers.
        files: The bytes of the root's files, by path.
        findings: What is wrong is added here.
    """
    found = []
    for name, versions in sorted(fronts(catalog, files, "replies", findings).items()):
        before = len(findings)
        check_same(versions, ("date", "answers", "source"))
        reply = _reply(name, versions[0], catalog)
        if reply is not None and not is_blocking(findings[before:]):
            found.append(reply)
    return tuple(found)


def _reply(name: str, front: Front, catalog: Catalog) -> Reply | None:
    area, _, stem = name.partition("/")
    known = {area.code for area in catalog.page_areas}
    if area not in known:
        front.tell("E410", "", value=area, options=did_you_mean(area, known) or "–")
        return None
    day = _day(stem)
    if day is None or front["date"] != stem:
        front.tell("E677", "date", name=stem)
    source = front["source"]
    if source and not (source.startswith("https://") and is_cited_address(source)):
        front.tell("E615", "source")
    answers = tuple(_answered(front, area, catalog))
    if day is None:
        return None
    return Reply(
        name=name,
        ref_area=area,
        day=day,
        answers=answers,
        source=source,
        origin=front.document.origin,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-31") else None
    except ValueError:
        return None


def _answered(front: Front, area: str, catalog: Catalog) -> Iterator[Answered]:
    """What a reply answers, parted by semicolons; what there is not becomes a finding."""
    for text in filter(None, (part.strip() for part in front["answers"].split(";"))):
        match = _LINE.fullmatch(text)
        if text in catalog.indicators_by_id:
            yield Answered(indicator=text)
        elif match is not None and _is_of(catalog, match[1], int(match[2]), area):
            yield Answered(register=match[1], line=int(match[2]))
        else:
            names = (*catalog.indicators_by_id, *catalog.registers.rows)
            options = did_you_mean(match[1] if match else text, names) or "–"
            front.tell("E678", "answers", value=text, area=area, options=options)


def _is_of(catalog: Catalog, register: str, line: int, area: str) -> bool:
    """Whether a line of a register is there and tells something of the area."""
    return any(
        row.origin.line == line and row.cells.get("ref_area") == area
        for row in catalog.registers.rows.get(register, ())
    )
