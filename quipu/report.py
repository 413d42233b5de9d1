"""Pure. Findings as text: for a terminal, for annotations on a pull request, for programs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from quipu.findings import Finding, message
from quipu.vocab import Severity

FORMATS = ("text", "github", "json")

_COUNTED = {
    "es": (("error", "errores"), ("advertencia", "advertencias"), ("nota", "notas")),
    "en": (("error", "errors"), ("warning", "warnings"), ("note", "notes")),
}


_SHOWN_OF_A_FILE = 5
"""Findings of a code in a file that a person reads before mending the whole column."""
_SHOWN_OF_A_CODE = 40
"""Findings of a code in all files together."""
_ANNOTATIONS = 10
"""Errors, and warnings, and notes that GitHub shows beside the lines of a change, each."""

_MORE = {
    "es": "… y {count} más como este en el archivo",
    "en": "… and {count} more like this one in the file",
}
_MORE_OF_CODE = {
    "es": "{code} … y {count} más como estos en otros {files} archivos",
    "en": "{code} … and {count} more like these in {files} other files",
}
_REST = {
    "es": "Los que GitHub no muestra junto a las líneas",
    "en": "Those that GitHub does not show beside the lines",
}
_UNSHOWN = {
    "es": "GitHub muestra {shown} junto a las líneas; los otros {count}, arriba, en el registro.",
    "en": "GitHub shows {shown} beside the lines; the other {count} stand above, in this log.",
}


def write_findings(findings: Sequence[Finding], language: str, form: str) -> str:
    """Write findings.

    Args:
        findings: In the order to show them.
        language: ``es`` or ``en``.
        form: ``text`` (``path:line:column CODE message (hint)``; of many of a code in a file,
            the first ones and how many more there are), ``github`` (workflow commands for as
            many as GitHub shows, the others as text in a folded group) or ``json`` (every one).

    Returns:
        The text, without a line end at its end; empty when there is nothing to say.
    """
    if form == "json":
        return _as_json(findings, language)
    if form == "github":
        return "\n".join(_as_annotations(findings, language))
    return "\n".join(_as_lines(findings, language))


def unshown(findings: Sequence[Finding], language: str) -> str:
    """How many findings GitHub does not show beside the lines, as a sentence; empty when none."""
    shown = len(_annotated(findings))
    if shown == len(findings):
        return ""
    return _UNSHOWN[language].format(shown=shown, count=f"{len(findings) - shown:,}")


def summary(findings: Sequence[Finding], language: str) -> str:
    """How many errors, warnings and notes there are, as a sentence."""
    counts = Counter(f.severity for f in findings)
    errors, warnings, notes = (counts[s] for s in Severity)
    if not findings:
        return "No problems found." if language == "en" else "Sin problemas."
    words = _COUNTED["en" if language == "en" else "es"]
    counted = zip((errors, warnings, notes), words, strict=True)
    return ", ".join(f"{n} {one if n == 1 else many}" for n, (one, many) in counted) + "."


def _as_lines(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """A line a finding; of those that are alike the first ones, and how many more there are."""
    sizes = Counter(_kind_of(finding) for finding in findings)
    in_file: Counter[tuple[str, str]] = Counter()
    of_code: Counter[str] = Counter()
    cut: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        kind = code, path = _kind_of(finding)
        in_file[kind] += 1
        if of_code[code] >= _SHOWN_OF_A_CODE and in_file[kind] == 1 + cut[code][path]:
            cut[code][path] += 1
        elif in_file[kind] <= _SHOWN_OF_A_FILE or sizes[kind] == _SHOWN_OF_A_FILE + 1:
            of_code[code] += 1
            yield _as_text(finding, language)
        elif in_file[kind] == _SHOWN_OF_A_FILE + 1:
            more = _MORE[language].format(count=f"{sizes[kind] - _SHOWN_OF_A_FILE:,}")
            yield f"{path} {code} {more}"
    for code, files in cut.items():
        if files:
            count = f"{sum(files.values()):,}"
            yield _MORE_OF_CODE[language].format(code=code, count=count, files=len(files))


def _kind_of(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.where.path


def _as_annotations(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """Workflow commands for as many as GitHub shows, then the others as text."""
    annotated = _annotated(findings)
    for finding in annotated:
        yield _as_github(finding, language)
    shown = {id(finding) for finding in annotated}
    if rest := [finding for finding in findings if id(finding) not in shown]:
        yield f"::group::{_REST[language]}"
        yield from _as_lines(rest, language)
        yield "::endgroup::"


def _annotated(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that GitHub shows: the first ones of each severity, errors before others.

    One of each code in each file comes before a second of the same, so that ten rows of one
    slip do not hide the others.
    """
    nth: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[int, Finding]] = []
    for finding in findings:
        ranked.append((nth[_kind_of(finding)], finding))
        nth[_kind_of(finding)] += 1
    ranked.sort(key=lambda pair: pair[0])
    return [
        finding
        for severity in Severity
        for finding in [f for _, f in ranked if f.severity is severity][:_ANNOTATIONS]
    ]


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
