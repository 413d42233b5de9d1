"""Pure. The cell in which a row cites its sources."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quipu.findings import Finding, choices
from quipu.model import Source
from quipu.parse.said import folded
from quipu.parse.table import Row

_SEPARATORS = re.compile(r"\s*[,;/+&|]\s*|\s+(?:y|e|and)\s+|\s+")


def read_citations(
    row: Row, sources: Mapping[str, Source], findings: list[Finding]
) -> tuple[str, ...]:
    """Read which sources a row cites, separated by spaces.

    Args:
        row: A row with a column ``source``.
        sources: The sources there are, by id.
        findings: What is wrong is added here: who wrote the title or the address of a source,
            or parted ids by commas, is told the ids.

    Returns:
        The ids, each once, without those that are unknown.
    """
    cited: list[str] = []
    ids = row["source"].split()
    if any(one not in sources for one in ids) and (meant := _meant(row["source"], sources)):
        findings.append(row.finding("E304", "source", cause="sources-meant", fixed=meant))
        return ()
    for source in ids:
        if source not in sources:
            options = choices(source, sources)
            findings.append(row.finding("E304", "source", value=source, options=options))
        elif source in cited:
            findings.append(row.finding("W332", "source", value=source))
        else:
            cited.append(source)
    return tuple(cited)


def _meant(cell: str, sources: Mapping[str, Source]) -> str:
    """The ids as they should be written; empty when it is not plain which they are."""
    parts = [part for part in _SEPARATORS.split(cell) if part]
    if len(parts) > 1 and all(part in sources for part in parts):
        return " ".join(dict.fromkeys(parts))
    plain = folded(cell)
    named = [
        source.id
        for source in sources.values()
        if plain == folded(source.title) or (source.url and cell.strip() == source.url)
    ]
    return named[0] if len(named) == 1 else ""
