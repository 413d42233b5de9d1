"""Pure. What only follows from another mistake is not told: one mistake, one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quipu.findings import Finding, is_blocking
from quipu.parse.areas import PATH as AREAS_PATH
from quipu.parse.history import VERSIONS_PATH
from quipu.parse.indicators import PATH as INDICATORS_PATH
from quipu.parse.matrix import MATRIX_PATH
from quipu.parse.method import METHOD_PATH
from quipu.parse.observations import FOLDER
from quipu.parse.settings import SITE_PATH
from quipu.parse.sources import SOURCES_PATH

_DECIDING = (METHOD_PATH, MATRIX_PATH, INDICATORS_PATH, VERSIONS_PATH)
_CHANGED = ("E512", "E513")
_WITHOUT_GOALPOSTS = ("E337", "E510")
_GOALPOSTS = ("goalpost_low", "goalpost_high")
_WITHOUT_DOCUMENT = ("W411", "E412", "W419")
_WITHOUT_FIGURE = ("E805", "E808")
_NAMING = (AREAS_PATH, INDICATORS_PATH, SOURCES_PATH, SITE_PATH)
"""Files without which rows of figures are refused that have no fault of their own."""


def without_consequences(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what will be gone once something else is mended.

    Args:
        findings: Everything that was found, by the parsers and by the rules.

    Returns:
        The others. Left out are: a change of the method while a rule cannot be used, since the
        fingerprint would not be the one to record; goalposts that lack where a cell of them was
        refused; documents that lack where the file is there and could not be read, or is not
        finished; and published figures that lack where no more of them do than rows were refused.
    """
    told = list(findings)
    errors = [f for f in told if is_blocking([f])]
    is_unsettled = any(f.where.path in _DECIDING and f.code not in _CHANGED for f in errors)
    refused_rows = {
        str(f.where.line)
        for f in errors
        if f.where.path == INDICATORS_PATH
        and f.field in _GOALPOSTS
        and f.code not in _WITHOUT_GOALPOSTS
    }
    refused_files = {f.where.path for f in (*errors, *(f for f in told if f.code == "W851"))}

    def follows(finding: Finding) -> bool:
        if finding.code in _CHANGED:
            return is_unsettled
        if finding.code in _WITHOUT_GOALPOSTS:
            return finding.params.get("line", str(finding.where.line)) in refused_rows
        if finding.code in _WITHOUT_FIGURE:
            return _is_refused(finding, errors)
        return finding.code in _WITHOUT_DOCUMENT and finding.params["path"] in refused_files

    return [finding for finding in told if not follows(finding)]


def _is_refused(finding: Finding, errors: Sequence[Finding]) -> bool:
    """Whether the figures that a finding misses may be those of rows that were refused."""
    table = f"{FOLDER}{finding.params['indicator']}.csv"
    lines = {
        f.where.line for f in errors if f.where.path == table and f.code not in _WITHOUT_FIGURE
    }
    is_whole = any(f.where.path in _NAMING for f in errors) or bool(lines & {0, 1})
    return is_whole or int(finding.params.get("count", "1")) <= len(lines)
