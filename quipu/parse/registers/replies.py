"""Pure. Replies of institutions: each says what it answers, when, and where the original is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from quipu.findings import Finding, alike, did_you_mean, is_blocking
from quipu.model import Catalog
from quipu.model.priorities import Answered, Reply
from quipu.model.registers import RegisterRow
from quipu.parse.cells import is_cited_address
from quipu.parse.registers.front import Front, check_same, fronts
from quipu.registers.keys import LONGEST, row_key, row_words

_ROW = re.compile(r"([a-z_]+) ([0-9A-Za-z]+)")
_LINE = re.compile(r"[0-9]{1,5}")
"""A number of a line where a key belongs: keys have eight digits."""
_MOST_ROWS = 5
_LONGEST_OF_SEVERAL = 24
"""Characters of a text among several: messages cut long lists."""


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
    answers = tuple(dict.fromkeys(_answered(front, area, catalog)))
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
    texts = [text for part in front["answers"].split(";") if (text := part.strip())]
    if front["answers"] and not texts:
        front.tell("E405", "answers")
    for text in texts:
        match = _ROW.fullmatch(text)
        register, key = match.groups() if match else ("", "")
        rows = _rows(catalog, register, area)
        if text in catalog.indicators_by_id:
            yield Answered(indicator=text)
        elif key in rows:
            yield Answered(register=register, key=key, line=rows[key].origin.line)
        else:
            names = (*catalog.indicators_by_id, *catalog.registers.rows)
            options = _listed(rows, key, catalog.site.languages[0])
            options = options or did_you_mean(register or text, names) or "–"
            front.tell("E678", "answers", value=text, area=area, options=options)


def _rows(catalog: Catalog, register: str, area: str) -> dict[str, RegisterRow]:
    """The rows of a register that tell something of an area, by key."""
    return {
        row_key(row.cells): row
        for row in catalog.registers.rows.get(register, ())
        if row.cells.get("ref_area") == area
    }


def _listed(rows: Mapping[str, RegisterRow], told: str, language: str) -> str:
    """The rows that may have been meant: the one on the line that was told, or some of them."""
    keys = [*dict.fromkeys((*alike(told, rows), *rows))]
    if _LINE.fullmatch(told):
        keys = [key for key in rows if rows[key].origin.line == int(told)] or keys
    longest = _LONGEST_OF_SEVERAL if len(keys) > 1 else LONGEST
    shown = [f"{key}: {row_words(rows[key].cells, language, longest)}" for key in keys[:_MOST_ROWS]]
    return "; ".join([*shown, "…"] if len(keys) > len(shown) else shown)
