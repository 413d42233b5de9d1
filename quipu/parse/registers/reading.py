"""Pure. What all registers have in common: their columns, their proof, their cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quipu.findings import Finding, choices, did_you_mean
from quipu.model import Area, SiteSettings, Source
from quipu.model.register_codes import Confidence, FactStatus
from quipu.model.registers import Institution, Proof, RegisterRow, Topic
from quipu.parse.cells import (
    check_choice,
    is_cited_address,
    read_area,
    read_code,
    read_date,
    read_day,
)
from quipu.parse.citations import read_citations
from quipu.parse.header import Columns
from quipu.parse.privacy import check_contacts
from quipu.parse.table import Row, read_table
from quipu.parse.wording import check_labels

FOLDER = "data/registers/"
PROOF = ("confidence", "source", "document", "date_seen", "review_by")
_MARK = re.compile(r"^(.+)_\*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The columns of a register; ``name_*`` stands for one column a language."""

    name: str
    own: tuple[str, ...]
    required: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    has_proof: bool = True

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"{FOLDER}{self.name}.csv"

    def columns(self, site: SiteSettings) -> Columns:
        """What its header may and must hold."""
        own = (*self.own, *PROOF, "note_*") if self.has_proof else self.own
        needed = (*self.required, "confidence", "source") if self.has_proof else self.required
        return Columns(
            known=tuple(_spread(own, site.languages)),
            required=frozenset(_spread(needed, site.languages[:1])),
            numbers=self.numbers,
        )


def _spread(columns: Sequence[str], languages: Sequence[str]) -> Iterator[str]:
    """The columns, with one a language where one stands for all."""
    for column in columns:
        match = _MARK.fullmatch(column)
        if match:
            yield from (f"{match[1]}_{code}" for code in languages)
        else:
            yield column


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What registers are read against, and where what is wrong is written down."""

    files: Mapping[str, bytes]
    site: SiteSettings
    areas: Mapping[str, Area]
    sources: Mapping[str, Source]
    findings: list[Finding]
    institutions: Mapping[str, Institution] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    rows: dict[str, tuple[RegisterRow, ...]] = field(default_factory=dict)
    """The rows of the registers read so far, by name."""

    def table(self, shape: Shape) -> tuple[Row, ...]:
        """The rows of a register; none where the root has no such file."""
        body = self.files.get(shape.path)
        if body is None:
            return ()
        self._look_over(shape.path, body)
        rows = read_table(shape.path, body, shape.columns(self.site), self.findings)
        self.rows[shape.name] = tuple(
            RegisterRow(cells=dict(row.cells), origin=row.where()) for row in rows
        )
        return rows

    def _look_over(self, path: str, body: bytes) -> None:
        """Look for what no text that people contribute may hold."""
        text = body.decode("utf-8", "replace")
        check_contacts(path, text, self.findings)
        check_labels(path, text, self.findings)

    def texts(self, row: Row, stem: str) -> dict[str, str]:
        """A text by language, without those that are empty."""
        languages = self.site.languages
        return {code: row[f"{stem}_{code}"] for code in languages if row[f"{stem}_{code}"]}

    def area(self, row: Row) -> str:
        """The area of a row; empty, with a finding, where it is unknown."""
        return read_area(row, "ref_area", self.areas, self.findings) or ""

    def proof(self, row: Row) -> Proof:
        """What a row rests on."""
        return Proof(
            confidence=read_code(row, "confidence", Confidence, self.findings) or Confidence.WEAK,
            sources=read_citations(row, self.sources, self.findings),
            document=self.link(row, "document"),
            date_seen=read_date(row, "date_seen", self.findings),
            review_by=self.day(row, "review_by"),
            notes=self.texts(row, "note"),
            origin=row.where(),
        )

    def day(self, row: Row, column: str) -> date | None:
        """A whole day; None when empty or wrong."""
        text = read_day(row, column, self.findings)
        return date.fromisoformat(text) if text else None

    def term(self, row: Row) -> tuple[date | None, date | None]:
        """The first and the last day of an office or a plan; None where they are not told."""
        starts, ends = self.day(row, "starts"), self.day(row, "ends")
        if starts and ends and ends < starts:
            self.findings.append(row.finding("E612", "ends", start=row["starts"]))
        return starts, ends

    def link(self, row: Row, column: str) -> str:
        """An ``https:`` address; empty when empty or another."""
        cell = row[column]
        if cell and not (cell.startswith("https://") and is_cited_address(cell)):
            fixed = f"https://{cell.removeprefix('http://')}"
            known = is_cited_address(fixed) and "://" not in cell.removeprefix("http://")
            told = {"cause": "link-scheme", "fixed": fixed} if known else {}
            self.findings.append(row.finding("E615", column, **told))
            return ""
        return cell

    def yes_no(self, row: Row, column: str) -> bool | None:
        """Yes or no; None when empty or another word."""
        cell = row[column]
        check_choice(row, column, ("", "yes", "no"), self.findings)
        return {"yes": True, "no": False}.get(cell)

    def known(self, row: Row, column: str, known: Collection[str], code: str) -> str:
        """A cell that must name something known; empty, with a finding, where it does not."""
        cell = row[column]
        if not cell or cell in known:
            return cell
        self.findings.append(row.finding(code, column, options=choices(cell, sorted(known))))
        return ""

    def institution(self, row: Row, column: str) -> str:
        """The id of an institution on the list."""
        return self.known(row, column, self.institutions, "E610")

    def listed_topics(self, row: Row, column: str = "topics") -> tuple[str, ...]:
        """The topics that a cell names, parted by spaces."""
        found = []
        for one in row[column].split():
            if one in self.topics:
                found.append(one)
            else:
                options = did_you_mean(one, self.topics) or ", ".join(self.topics) or "–"
                told = row.finding("E628", column, value=one, options=options)
                self.findings.append(told)
        return tuple(found)


def check_status(row: Row, allowed: Sequence[str], findings: list[Finding]) -> None:
    """Report a status that its event cannot have, where only some can be."""
    cell = row["status"]
    if allowed and cell in tuple(FactStatus) and cell not in allowed:
        options = ", ".join(allowed)
        findings.append(row.finding("E619", "status", event=row["event"], options=options))
