"""Pure. What is to be written, and what a person still has to fill in: values, no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quipu.findings import Finding
from quipu.model import Catalog, Localised, Location
from quipu.parse.table import Row


def words(es: str, en: str) -> Localised:
    """A text in both languages of messages."""
    return {"es": es, "en": en}


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A project root as it stands before anything is added to it."""

    files: Mapping[str, bytes]
    """Its files, by path."""
    catalog: Catalog
    """What could be read of them."""
    findings: tuple[Finding, ...]
    """What the check says of them."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person said: the answers to the fields of a kind."""

    texts: Mapping[str, str]
    """By the name of the field; what was not said is not there."""
    table: bytes | None = None
    """The file that ``from`` names."""

    def __getitem__(self, name: str) -> str:
        """The answer to a field; empty when there is none."""
        return self.texts.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A file with its whole content."""

    path: str
    body: bytes
    is_new: bool
    """Whether it is not there yet; then it may not be there when it is written either."""
    lines: tuple[int, int] | None = None
    """First and last line of the rows that are added to a table."""

    def where(self) -> Location:
        """The first line that is new; of a document, the file."""
        return Location(path=self.path, line=self.lines[0] if self.lines else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """Something that only a person can fill in."""

    where: Location
    says: Localised


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that comes of one command."""

    writes: tuple[Write, ...]
    """In the order to write them: whenever that is cut short, what is there passes the check."""
    kept: tuple[str, ...] = ()
    """Files that were there before and stay as they are."""
    to_do: tuple[ToDo, ...] = ()
    told: tuple[Localised, ...] = ()
    """What was chosen without being asked for, and why."""
    next_command: Localised = field(default_factory=lambda: words("check", "check"))
    """The words after ``build.py``."""
    rows: Mapping[int, Row] = field(default_factory=dict)
    """By the line of a row that is added: the row of a person's own table that it came from."""
