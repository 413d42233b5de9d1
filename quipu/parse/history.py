"""Pure. What was published before: versions of the method, and categories of the areas."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quipu.findings import Finding
from quipu.method import Matrix, MethodVersion, PublishedCategory
from quipu.model import Area, SiteSettings
from quipu.parse.cells import read_area, read_date, read_known, read_matching
from quipu.parse.fingerprint import LENGTH
from quipu.parse.header import Columns
from quipu.parse.shared import VERSION
from quipu.parse.table import read_table

VERSIONS_PATH = "data/method-versions.csv"
CATEGORIES_PATH = "data/matrix-categories.csv"

_FINGERPRINT = re.compile(rf"[0-9a-f]{{{LENGTH}}}")

CATEGORY_COLUMNS = Columns(
    known=("edition", "ref_area", "category", "method_version"),
    required=frozenset({"edition", "ref_area", "category", "method_version"}),
)


def version_columns(site: SiteSettings) -> Columns:
    """The columns of the table of versions, with one note a language."""
    notes = tuple(f"note_{language}" for language in site.languages)
    return Columns(
        known=("version", "date", "fingerprint", *notes),
        required=frozenset({"version", "date", "fingerprint", notes[0]}),
    )


def parse_versions(
    body: bytes, site: SiteSettings, findings: list[Finding]
) -> tuple[MethodVersion, ...]:
    """Read the versions of the method, oldest first as in the file."""
    versions: dict[str, tuple[MethodVersion, int]] = {}
    for row in read_table(VERSIONS_PATH, body, version_columns(site), findings):
        version = read_matching(row, "version", VERSION, "version", findings)
        day = read_date(row, "date", findings)
        mark = read_matching(row, "fingerprint", _FINGERPRINT, "fingerprint", findings)
        if version in versions:
            findings.append(row.finding("E301", "version", first=str(versions[version][1])))
        elif version:
            notes = {lang: row[f"note_{lang}"] for lang in site.languages if row[f"note_{lang}"]}
            known = MethodVersion(
                version=version, date=day, fingerprint=mark, notes=notes, line=row.line
            )
            versions[version] = (known, row.line)
    return tuple(version for version, _ in versions.values())


def parse_categories(
    body: bytes,
    matrix: Matrix,
    areas: Mapping[str, Area],
    version: str,
    findings: list[Finding],
) -> tuple[PublishedCategory, ...]:
    """Read the categories that earlier editions published.

    Args:
        body: The table.
        matrix: Whose categories those of the same major version must be.
        areas: Every area, by its code.
        version: The method's version now: categories of another major version do not count.
        findings: What is wrong is added here.

    Returns:
        Those of the same major version, in file order.
    """
    known = [category.id for category in matrix.categories]
    seen: dict[tuple[str, str], int] = {}
    found: list[PublishedCategory] = []
    for row in read_table(CATEGORIES_PATH, body, CATEGORY_COLUMNS, findings):
        edition = read_date(row, "edition", findings)
        area = read_area(row, "ref_area", areas, findings)
        made_by = read_matching(row, "method_version", VERSION, "version", findings)
        same_major = made_by.partition(".")[0] == version.partition(".")[0]
        category: str | None = row["category"]
        if same_major:  # another matrix may have had other categories
            category = read_known(row, "category", known, "E342", findings)
        if not (edition and area and category and made_by):
            continue
        if (edition, area) in seen:
            first = str(seen[edition, area])
            findings.append(row.finding("E301", "ref_area", first=first))
            continue
        seen[edition, area] = row.line
        if same_major:
            found.append(
                PublishedCategory(edition=edition, ref_area=area, category=category, line=row.line)
            )
    return tuple(found)
