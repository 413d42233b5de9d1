"""Pure. What an import carried and what it did not, for people and for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

from quipu.findings import Finding, message, shown
from quipu.findings.codes import RULES_BY_CODE
from quipu.importing.report_words import (
    CARRIED,
    DECISIONS,
    HEADS,
    NEXT,
    NOTHING,
    SUMMARY,
    TITLES,
)
from quipu.importing.repository import Counts, Imported
from quipu.parse.lines import fault
from quipu.vocab import IndicatorStatus, Severity

REPORT = "IMPORT.md"
ROWS = "import-report.csv"
TABLE_REFUSED = "W912"
ROW_CODES = (*(f"W{number}" for number in range(901, 912)), "W926")
"""Each finding of these is one row that was not carried."""


def rows_left(findings: Sequence[Finding]) -> int:
    """How many rows the findings say were not carried: one each, or as many as a table had."""
    single = sum(finding.code in ROW_CODES for finding in findings)
    tables = (f.params["count"] for f in findings if f.code == TABLE_REFUSED)
    return single + sum(int(count) for count in tables)


def report(imported: Imported, name: str, today: date, language: str) -> str:
    """The report, as Markdown.

    Args:
        imported: What was made.
        name: Of the repository's folder.
        today: The day of the import.
        language: ``es`` or ``en``.
    """
    lost, kept = _split(imported.findings)
    titles = TITLES[language]
    parts = [
        f"# {titles['title']}",
        titles["intro"].format(name=_cell(name), day=today.isoformat()),
        f"## {titles['carried']}",
        _table(HEADS["carried"][language], _carried(imported.counts, language)),
        f"## {titles['lost']}",
        titles["lost_intro"].format(rows=ROWS),
        _reasons(lost, language),
        f"## {titles['kept']}",
        _reasons(kept, language),
        "\n".join(f"- {line}" for line in DECISIONS[language]),
        f"## {titles['next']}",
        "\n".join(f"{n}. {line}" for n, line in enumerate(NEXT[language], start=1)),
    ]
    return "\n\n".join(parts) + "\n"


def report_rows(findings: Sequence[Finding], language: str) -> bytes:
    """Every finding as a row of a CSV table that a spreadsheet opens without running anything."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["code", "file", "line", "column", "field", "value", "reason", "mend"])
    for one in findings:
        said, hint = message(one, language)
        place = [one.where.path, _number(one.where.line), _number(one.where.column)]
        cells = [one.code, *place, one.field, shown(one.params.get("value", "")), said, hint]
        writer.writerow([f"'{cell}" if fault(cell) == "E213" else cell for cell in cells])
    return text.getvalue().encode()


def summary(imported: Imported, out: str, language: str) -> str:
    """What the person at the terminal is told: counts, and the reasons, most frequent first."""
    counts, (lost, kept) = imported.counts, _split(imported.findings)
    lines = [
        SUMMARY[language].format(
            rows=counts.rows,
            carried=counts.carried,
            left=counts.rows - counts.carried,
            indicators=counts.indicators,
            measures=sum(counts.measures.values()),
            areas=counts.areas,
            out=out,
        )
    ]
    for title, found in (("lost", lost), ("kept", kept)):
        groups = _by_code(found)
        if groups:
            lines.append(f"{TITLES[language][title]}:")
        lines += [
            f"  {code} × {_count(code, rows)}  {_general(code, language)}"
            for code, rows in groups.items()
        ]
    lines.append(TITLES[language]["where"].format(out=out, report=REPORT, rows=ROWS))
    return "\n".join(lines)


def _split(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What was not carried, and what was changed or decided."""
    lost = [finding for finding in findings if finding.severity is not Severity.NOTE]
    return lost, [finding for finding in findings if finding.severity is Severity.NOTE]


def _by_code(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """The findings of each code; codes with most of them first."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.code].append(finding)
    return dict(sorted(found.items(), key=lambda item: (-_count(*item), item[0])))


def _count(code: str, findings: Sequence[Finding]) -> int:
    return rows_left(findings) if code == TABLE_REFUSED else len(findings)


def _general(code: str, language: str) -> str:
    """What a code means, without what a finding fills in."""
    return re.sub(r"\{[a-z]+\}", "…", RULES_BY_CODE[code].words_in(language).message)


def _carried(counts: Counts, language: str) -> Iterator[Sequence[str]]:
    words = CARRIED[language]
    statuses = {
        f"status_{status.value}": counts.measures.get(status, 0) for status in IndicatorStatus
    }
    numbers = {
        "rows": counts.rows,
        "carried": counts.carried,
        "left": counts.rows - counts.carried,
        "indicators": counts.indicators,
        "measures": sum(counts.measures.values()),
        **statuses,
        "areas": counts.areas,
        "sources": counts.sources,
        "texts": counts.texts,
        "map": int(counts.has_map),
    }
    for key, words_of in words.items():
        if numbers[key] or not key.startswith("status_"):
            yield words_of, str(numbers[key])
    yield TITLES[language]["languages"], ", ".join(counts.languages)


def _reasons(findings: Sequence[Finding], language: str) -> str:
    groups = _by_code(findings)
    if not groups:
        return NOTHING[language]
    rows = (
        (code, _general(code, language), str(_count(code, found)), _example(found[0], language))
        for code, found in groups.items()
    )
    return _table(HEADS["reasons"][language], rows)


def _example(finding: Finding, language: str) -> str:
    return f"`{_cell(str(finding.where))}`: {message(finding, language)[0]}"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    """A text for a cell of a Markdown table: it cannot end the cell or start a tag."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _number(number: int) -> str:
    return str(number) if number else ""
