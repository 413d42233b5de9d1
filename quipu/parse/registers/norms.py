"""Pure. ``data/registers/norms.csv``: the norms of today, and those that they replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quipu.findings import Finding, choices
from quipu.model.norms import Norm, NormState
from quipu.parse.cells import read_code, read_matching
from quipu.parse.citations import read_citations
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.table import Row

NORMS = Shape(
    name="norms",
    own=("id", "name_*", "about_*", "state", "replaced_by", "verified", "source"),
    required=("id", "name_*", "about_*", "state", "verified"),
    has_proof=False,
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")


def read_norms(desk: Desk) -> dict[str, Norm]:
    """The norms by id, in file order."""
    found: dict[str, Norm] = {}
    rows: dict[str, Row] = {}
    for row in desk.table(NORMS):
        key = read_matching(row, "id", _ID, "norm-id", desk.findings)
        state = read_code(row, "state", NormState, desk.findings)
        is_verified = desk.yes_no(row, "verified")
        sources = read_citations(row, desk.sources, desk.findings)
        if is_verified and not row["source"]:
            desk.findings.append(row.finding("E685", "source"))
        if key in found:
            first = str(found[key].origin.line)
            desk.findings.append(row.finding("E301", "id", first=first))
        elif key and state is not None and is_verified is not None:
            rows[key] = row
            found[key] = Norm(
                id=key,
                names=desk.texts(row, "name"),
                about=desk.texts(row, "about"),
                state=state,
                replaced_by=row["replaced_by"],
                is_verified=is_verified,
                sources=sources,
                origin=row.where(),
            )
    for key, norm in found.items():
        _check_replaced(norm, found, rows[key], desk.findings)
    return found


def _check_replaced(
    norm: Norm, norms: Mapping[str, Norm], row: Row, findings: list[Finding]
) -> None:
    """Report a successor that is not on the list, or that cannot be one."""
    if not norm.replaced_by:
        return
    if norm.replaced_by not in norms:
        options = choices(norm.replaced_by, norms)
        findings.append(row.finding("E681", "replaced_by", options=options))
    elif norm.state is not NormState.REPEALED:
        findings.append(row.finding("E682", "replaced_by", state=norm.state.value))
    elif norm.id in _successors(norm.id, norms):
        findings.append(row.finding("E683", "replaced_by"))


def _successors(key: str, norms: Mapping[str, Norm]) -> set[str]:
    """What replaced a norm, what replaced that, and so on."""
    found: set[str] = set()
    one = norms[key].replaced_by
    while one in norms and one not in found:
        found.add(one)
        one = norms[one].replaced_by
    return found
