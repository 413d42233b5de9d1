"""Pure. Findings as text: for a terminal, for annotations on a pull request, for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from quipu.findings import Finding, message
from quipu.vocab import Severity

FORMATS = ("text", "github", "json")

_COUNTED = {
    "es": (("error", "errores"), ("advertencia", "advertencias"), ("nota", "notas")),
    "en": (("error", "errors"), ("warning", "warnings"), ("note", "notes")),
}


def write_findings(findings: Sequence[Finding], language: str, form: str) -> str:
    """Write findings.

    Args:
        findings: In the order to show them.
        language: ``es`` or ``en``.
        form: ``text`` (``path:line:column CODE message (hint)``), ``github`` (workflow
            commands) or ``json``.

    Returns:
        The text, without a line end at its end; empty when there is nothing to say.
    """
    if form == "json":
        return _as_json(findings, language)
    write = _as_github if form == "github" else _as_text
    return "\n".join(write(finding, language) for finding in findings)


def summary(findings: Sequence[Finding], language: str) -> str:
    """How many errors, warnings and notes there are, as a sentence."""
    counts = Counter(f.severity for f in findings)
    errors, warnings, notes = (counts[s] for s in Severity)
    if not findings:
        return "No problems found." if language == "en" else "Sin problemas."
    words = _COUNTED["en" if language == "en" else "es"]
    counted = zip((errors, warnings, notes), words, strict=True)
    return ", ".join(f"{n} {one if n == 1 else many}" for n, (one, many) in counted) + "."


def _as_text(finding: Finding, language: str) -> str:
    text, hint = message(finding, language)
    return f"{finding.where} {finding.code} {text}" + (f" ({hint})" if hint else "")


def _as_github(finding: Finding, language: str) -> str:
    text, hint = message(finding, language)
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    where = finding.where
    place = [f"file={_property(where.path)}"]
    if where.line:
        place.append(f"line={where.line}")
    if where.column:
        place.append(f"col={where.column}")
    place.append(f"title={_property(finding.code)}")
    return f"::{kind[finding.severity]} {','.join(place)}::{_escaped(f'{text} {hint}'.strip())}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _as_json(findings: Sequence[Finding], language: str) -> str:
    counts = Counter(f.severity.value for f in findings)
    rows = []
    for finding in findings:
        text, hint = message(finding, language)
        rows.append(
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "path": finding.where.path,
                "line": finding.where.line,
                "column": finding.where.column,
                "field": finding.field,
                "value": finding.params.get("value", ""),
                "message": text,
                "hint": hint,
            }
        )
    totals = {severity.value: counts[severity.value] for severity in Severity}
    return json.dumps({"findings": rows, "counts": totals}, ensure_ascii=False, indent=1)
