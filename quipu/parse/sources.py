"""Pure. ``data/sources.csv`` and ``data/units.csv`` to sources and units."""

from __future__ import annotations

import re

from quipu.findings import Finding
from quipu.model import SiteSettings, Source, Unit
from quipu.parse.cells import check_choice, read_address, read_date, read_matching
from quipu.parse.header import Columns
from quipu.parse.said import folded
from quipu.parse.table import read_table

SOURCES_PATH = "data/sources.csv"
UNITS_PATH = "data/units.csv"

SOURCE_COLUMNS = Columns(
    known=(
        *("id", "title", "publisher", "url", "published", "accessed", "licence", "note"),
        "language",
    ),
    required=frozenset({"id", "title", "publisher"}),
    spare=frozenset({"language"}),
)
SOURCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")
UNIT_CODE = re.compile(r"[a-z0-9_]{1,40}")


def parse_sources(body: bytes, findings: list[Finding]) -> tuple[Source, ...]:
    """Read the sources, in file order; ids that repeat are findings."""
    sources: dict[str, Source] = {}
    documents: dict[tuple[str, str], int] = {}
    for row in read_table(SOURCES_PATH, body, SOURCE_COLUMNS, findings):
        key = read_matching(row, "id", SOURCE_ID, "source-id", findings)
        if key in sources:
            first = str(sources[key].origin.line)
            findings.append(row.finding("E301", "id", first=first))
        document = (folded(row["title"]), row["url"])
        if document in documents:
            first = str(documents[document])
            findings.append(row.finding("W329", "title", first=first, cause="source-twice"))
        documents.setdefault(document, row.line)
        if not key or key in sources:
            continue
        sources[key] = Source(
            id=key,
            title=row["title"],
            publisher=row["publisher"],
            url=read_address(row, "url", findings),
            published=read_date(row, "published", findings),
            accessed=read_date(row, "accessed", findings),
            licence=row["licence"],
            note=row["note"],
            language=read_matching(row, "language", LANGUAGE_CODE, "language-code", findings),
            origin=row.where(),
        )
    return tuple(sources.values())


def unit_columns(site: SiteSettings) -> Columns:
    """The columns of the units table, with a short and a full form a language."""
    stems = ("short", "one", "name")
    forms = (f"{stem}_{language}" for stem in stems for language in site.languages)
    return Columns(
        known=("code", "position", *forms),
        required=frozenset({"code", "position", f"name_{site.languages[0]}"}),
    )


def parse_units(body: bytes, site: SiteSettings, findings: list[Finding]) -> tuple[Unit, ...]:
    """Read the units, in file order; codes that repeat are findings."""
    units: dict[str, Unit] = {}
    lines: dict[str, int] = {}
    for row in read_table(UNITS_PATH, body, unit_columns(site), findings):
        code = read_matching(row, "code", UNIT_CODE, "unit-code", findings)
        check_choice(row, "position", ("prefix", "suffix"), findings)
        if code in units:
            findings.append(row.finding("E301", "code", first=str(lines[code])))
        if not code or code in units:
            continue
        lines[code] = row.line
        units[code] = Unit(
            code=code,
            short={lang: row[f"short_{lang}"] for lang in site.languages if row[f"short_{lang}"]},
            singular={lang: row[f"one_{lang}"] for lang in site.languages if row[f"one_{lang}"]},
            names={lang: row[f"name_{lang}"] for lang in site.languages if row[f"name_{lang}"]},
            is_prefix=row["position"] == "prefix",
        )
    return tuple(units.values())


def plain_unit(code: str, site: SiteSettings) -> Unit:
    """The unit of a code that no table explains: it is shown as it is written."""
    words = dict.fromkeys(site.languages, code)
    return Unit(code=code, short=words, singular={}, names=words, is_prefix=False)
