"""Pure. ``data/editions.csv`` and the frozen facts of each edition."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from quipu.findings import Finding, is_blocking
from quipu.model import (
    Definition,
    FigureKey,
    FrozenEdition,
    Location,
    PublishedAddress,
    ReasonMark,
    SiteSettings,
)
from quipu.parse.cells import read_day, read_integer, read_matching
from quipu.parse.header import Columns
from quipu.parse.table import Row, read_table

EDITIONS_PATH = "data/editions.csv"
FROZEN = "data/editions/"
ADDRESS = "ediciones/"
"""Below which the editions stand in the site."""
FIGURES = "figures.csv"
DEFINITIONS = "definitions.csv"
REASONS = "reasons.csv"
NAME = re.compile(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?:-[a-z][a-z0-9]{0,19})?"
)
"""A name starts with its month or day, so that names sort as the editions do."""
FIGURE_COLUMNS = ("indicator", "ref_area", "time_period", "value")
DEFINITION_COLUMNS = ("id", "unit", "unit_name", "type", "direction")
REASON_COLUMNS = ("indicator", "ref_area", "time_period", "before", "after", "kind", "date")

HASHES = ("site_sha256", "figures_sha256", "definitions_sha256", "reasons_sha256")
"""Of the archive, and of the frozen files."""

_PUBLISHED = re.compile(f"{ADDRESS}({NAME.pattern})/")
_KEPT = re.compile(f"{FROZEN}({NAME.pattern})/(?:{FIGURES}|{DEFINITIONS}|{REASONS})")
_HASH = re.compile(r"[0-9a-f]{64}")


def edition_columns(site: SiteSettings) -> Columns:
    """The columns of the list of editions, with one note a language."""
    notes = tuple(f"note_{language}" for language in site.languages)
    plain = ("name", "date", "files", "bytes", *HASHES)
    return Columns(known=(*plain, *notes), required=frozenset(plain))


def parse_editions(
    files: Mapping[str, bytes], site: SiteSettings, findings: list[Finding]
) -> tuple[FrozenEdition, ...]:
    """Read the editions and what each published.

    Args:
        files: The bytes of the root's files, by path.
        site: Which languages notes stand in.
        findings: What is wrong is added here: also a frozen file that is not as it was.

    Returns:
        The editions that can be read, oldest first.
    """
    body = files.get(EDITIONS_PATH)
    if body is None:
        return ()
    found: dict[str, FrozenEdition] = {}
    for row in read_table(EDITIONS_PATH, body, edition_columns(site), findings):
        edition = _edition(row, files, site, findings)
        if edition is None:
            continue
        if edition.name in found:
            first = str(found[edition.name].origin.line)
            findings.append(row.finding("E301", "name", first=first))
            continue
        found[edition.name] = edition
    return tuple(sorted(found.values(), key=lambda edition: (edition.date, edition.name)))


def _edition(
    row: Row, files: Mapping[str, bytes], site: SiteSettings, findings: list[Finding]
) -> FrozenEdition | None:
    name = read_matching(row, "name", NAME, "edition-name", findings)
    day = read_day(row, "date", findings)
    site_hash = read_matching(row, "site_sha256", _HASH, "sha256", findings)
    figures = _frozen(row, name, FIGURES, files, findings)
    definitions = _frozen(row, name, DEFINITIONS, files, findings)
    reasons = _frozen(row, name, REASONS, files, findings)
    counts = [read_integer(row, column, findings) for column in ("files", "bytes")]
    if not (name and day and site_hash) or figures is None:
        return None
    if definitions is None or reasons is None:
        return None
    return FrozenEdition(
        name=name,
        date=day,
        file_count=counts[0] or 0,
        size_bytes=counts[1] or 0,
        sha256=site_hash,
        notes={lang: row[f"note_{lang}"] for lang in site.languages if row[f"note_{lang}"]},
        figures={_key(cells): cells[3] for cells in figures},
        definitions={
            code: Definition(unit=unit, unit_name=name, type=type_, direction=direction)
            for code, unit, name, type_, direction in definitions
        },
        reasons=frozenset(_mark(cells) for cells in reasons),
        origin=row.where(),
    )


def _key(cells: Sequence[str]) -> FigureKey:
    return cells[0], cells[1], cells[2]


def _mark(cells: Sequence[str]) -> ReasonMark:
    indicator, area, period, before, after, kind, day = cells
    return indicator, area, period, before, after, kind, day


def _frozen(
    row: Row, name: str, file: str, files: Mapping[str, bytes], findings: list[Finding]
) -> list[list[str]] | None:
    """The records of a frozen file; None, with a finding, when it is not as it was."""
    column = f"{file.removesuffix('.csv')}_sha256"
    expected = read_matching(row, column, _HASH, "sha256", findings)
    if not (name and expected):
        return None
    path = f"{FROZEN}{name}/{file}"
    body = files.get(path)
    if body is None or sha256(body).hexdigest() != expected:
        findings.append(Finding(code="E801", where=Location(path=path), params={"value": name}))
        return None
    # What has the hash it was written with needs no second look.
    return list(_records(body))


def _records(body: bytes) -> Iterator[list[str]]:
    reader = csv.reader(body.decode().splitlines())
    next(reader)
    yield from reader


def check_listed(
    paths: Iterable[str],
    addresses: Sequence[PublishedAddress],
    editions: Sequence[FrozenEdition],
    findings: list[Finding],
) -> None:
    """Find the editions that were published and are not in the list any more.

    Args:
        paths: The root's files.
        addresses: What was ever published.
        editions: Those in the list.
        findings: What is wrong is added here; nothing while the list itself cannot be read.
    """
    if is_blocking(f for f in findings if f.where.path == EDITIONS_PATH or f.code == "E801"):
        return
    listed = {edition.name for edition in editions}
    lost: dict[str, Location] = {}
    for one in addresses:
        if found := _PUBLISHED.fullmatch(one.address):
            lost.setdefault(found[1], one.origin)
    for path in paths:
        if found := _KEPT.fullmatch(path):
            lost.setdefault(found[1], Location(path=path))
    findings += (
        Finding(code="E818", where=where, params={"value": name})
        for name, where in lost.items()
        if name not in listed
    )


def is_kept(path: str) -> bool:
    """Whether a file is of an edition, listed or not."""
    return _KEPT.fullmatch(path) is not None
