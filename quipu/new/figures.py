"""Pure. The figures that a person brings in a table of their own: an area and a value a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quipu.findings import Finding
from quipu.model import Area, Location, SiteSettings
from quipu.new.kind import names_of
from quipu.new.naming import code_of
from quipu.parse.header import Columns
from quipu.parse.numbers import number_in
from quipu.parse.table import Row, read_table

_NUMBERS = ("value", "numerator", "denominator", "lower", "upper")


def columns(site: SiteSettings) -> Columns:
    """The columns that such a table may have: those that differ from row to row."""
    notes = tuple(f"note_{language}" for language in site.languages)
    return Columns(
        known=("ref_area", *_NUMBERS, "evidence_url", *notes),
        required=frozenset({"ref_area"}),
        always=frozenset({"value"}),
        spare=frozenset({*_NUMBERS, "evidence_url", *notes}),
        numbers=_NUMBERS,
    )


def read_figures(
    path: str, body: bytes, site: SiteSettings, areas: Mapping[str, Area], findings: list[Finding]
) -> Mapping[str, Row]:
    """Read a table of figures.

    Args:
        path: What the person calls it.
        body: The file. Of two columns the first is the area, the second the value, whatever
            they are called; more columns are called as in the table of an indicator.
        site: Which languages there are.
        areas: The areas, by code: a row names one by its code or by its whole name.
        findings: What is wrong is added here; an area that cannot be told for sure is.

    Returns:
        The rows by the code of their area, in file order; values as they are written.
    """
    known = columns(site)
    named = _with_names(_with_commas(body))
    if named is None:
        findings.append(Finding(code="E858", where=Location(path=path, line=1)))
        return {}
    names = names_of(areas.values(), "code")
    found: dict[str, Row] = {}
    for row in read_table(path, named, known, findings):
        said = row["ref_area"]
        if not said:
            continue
        area = code_of(said, names, row, "ref_area", "E303")
        if isinstance(area, Finding):
            findings.append(area)
        elif area in found:
            first = str(found[area].line)
            findings.append(row.finding("E301", "ref_area", first=first))
        else:
            found[area] = row
    return found


def _with_commas(body: bytes) -> bytes:
    """The table with commas between its cells, where semicolons stood and no comma anywhere.

    Beside semicolons a comma may be a decimal one or stand between thousands: then the table is
    left as it is, and refused.
    """
    is_plain = b";" in body.partition(b"\n")[0] and b"," not in body and b'"' not in body
    return body.replace(b";", b",") if is_plain else body


def _with_names(body: bytes) -> bytes | None:
    """The table with the names that its two columns should have; None where it has no names."""
    first, end, rest = body.partition(b"\n")
    cells = first.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r").split(b",")
    if len(cells) != 2:
        return body
    if number_in(cells[1].decode("ascii", "replace").strip()) is not None:
        return None
    return b"ref_area,value" + end + rest


def relocated(finding: Finding, path: str, rows: Mapping[int, Row]) -> Finding:
    """A finding of a row that is not written yet, told where the person wrote it.

    Args:
        finding: Any finding.
        path: The table that the rows are added to.
        rows: By their line there: the row of the person's own table.
    """
    row = rows.get(finding.where.line) if finding.where.path == path else None
    if row is None:
        return finding
    return replace(finding, where=row.where(finding.field or "value"))
