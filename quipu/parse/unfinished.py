"""Pure. Texts of which something is still to be written: they are checked, and never published."""

from __future__ import annotations

import re
from dataclasses import replace

from quipu.findings import Finding
from quipu.model import Catalog, Location
from quipu.parse.wording import position
from quipu.vocab import IndicatorStatus

MARKS = {"es": "POR COMPLETAR", "en": "TO BE COMPLETED"}
"""What stands, in capitals, where words are still to be written; any other language takes «en»."""

_MARK = re.compile("|".join(MARKS.values()))
_NEEDED = (IndicatorStatus.LIVE, IndicatorStatus.RETIRED)


def check_unfinished(path: str, text: str, findings: list[Finding]) -> None:
    """Report a text that holds a mark, where its first one stands."""
    marks = list(_MARK.finditer(text))
    if marks:
        where = position(path, text, marks[0].start())
        params = {"value": marks[0][0], "count": str(len(marks))}
        findings.append(Finding(code="W851", where=where, params=params))


def without_unfinished(catalog: Catalog, findings: list[Finding]) -> Catalog:
    """Leave out the documents that are not finished.

    Args:
        catalog: What was read.
        findings: What is wrong with it. An indicator that is shown cannot do without its words
            in the first language: there what is unfinished becomes an error.

    Returns:
        The catalog with the documents that may be published.
    """
    unfinished = {f.where.path for f in findings if f.code == "W851"}
    if not unfinished:
        return catalog
    first = catalog.site.languages[0]
    needed = {
        f"content/indicators/{indicator.id}.{first}.md"
        for indicator in catalog.indicators
        if indicator.status in _NEEDED
    }
    findings[:] = [
        replace(f, code="E852") if f.code == "W851" and f.where.path in needed else f
        for f in findings
    ]
    documents = tuple(d for d in catalog.documents if d.origin.path not in unfinished)
    return replace(catalog, documents=documents)


def marked_lines(path: str, body: bytes) -> tuple[tuple[Location, str], ...]:
    """Every place of a text where something is to be written, and what."""
    lines = enumerate(body.decode().split("\n"), start=1)
    return tuple(
        (Location(path=path, line=number), line[match.end() :].strip(' :"'))
        for number, line in lines
        if (match := _MARK.search(line))
    )
