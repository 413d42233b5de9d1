"""Pure. What a kind asks for, and whether an answer will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quipu.findings import Finding
from quipu.model import Localised
from quipu.new.draft import words
from quipu.new.naming import Names, code_of
from quipu.parse.cells import read_matching
from quipu.parse.lines import MAX_CELL_CHARACTERS, fault
from quipu.parse.table import Row

Reader = Callable[[Row, str, list[Finding]], object]
"""One of the readers of cells: what is wrong with the cell is added to the findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that may be said: as an argument, as an option, or when asked."""

    name: str
    """The column or key that it becomes: ``name_es``; the option is ``--name-es``."""
    says: Localised
    """What is asked for; also the help of the option."""
    is_argument: bool = False
    is_required: bool = False
    required_with: str = ""
    """Name of another field: where that one has an answer, this one needs one."""
    is_asked: bool = True
    """Whether it is asked for; otherwise it is an option only."""
    is_file: bool = False
    is_many: bool = False
    """Whether it holds several codes, with spaces between them."""
    known: Names = field(default_factory=dict)
    """What may be answered, with its names; empty: anything of the right form."""
    is_listed: bool = False
    """Whether what may be answered is few enough to be shown with the question."""
    unknown: str = "E212"
    """The code of the finding when the answer is none of those that are known."""
    usual: str = ""
    """The answer that an empty one stands for."""
    empty: Localised = field(
        default_factory=lambda: words("vacío si no se sabe", "empty if not known")
    )
    """What an empty answer means, where nothing is usual."""
    form: Reader | None = None

    @property
    def option(self) -> str:
        """The words on the command line: ``--name-es``."""
        return f"--{self.name.replace('_', '-')}"


def matching(pattern: re.Pattern[str], form: str) -> Reader:
    """A reader of cells of a fixed shape, named as in `FORMS`."""

    def read(row: Row, column: str, findings: list[Finding]) -> str:
        return read_matching(row, column, pattern, form, findings)

    return read


def is_needed(asked: Field, texts: Mapping[str, str]) -> bool:
    """Whether a field must have an answer, given the answers to others."""
    return asked.is_required or bool(texts.get(asked.required_with))


def accepted(asked: Field, text: str, findings: list[Finding], *, needed: bool) -> str:
    """Read an answer.

    Args:
        asked: What was asked for.
        text: What was said; spaces around it do not count.
        findings: What is wrong with it is added here.
        needed: Whether nothing at all is wrong, too.

    Returns:
        The answer as it goes into a file: the code where a name was said; what is usual where
        nothing was said.
    """
    said = text.strip() or asked.usual
    row = Row(
        path=asked.option, line=0, text=said, order=(), cells={asked.name: said}, faulty=frozenset()
    )
    if not said:
        if needed:
            findings.append(row.finding("E211", asked.name))
        return ""
    if asked.is_file:
        return said
    if code := fault(said):
        sizes = {"value": str(len(said)), "limit": str(MAX_CELL_CHARACTERS)}
        findings.append(row.finding(code, asked.name, **(sizes if code == "E215" else {})))
        return ""
    if asked.known:
        parts = said.split() if asked.is_many else [said]
        codes = [code_of(one, asked.known, row, asked.name, asked.unknown) for one in parts]
        findings += [code for code in codes if isinstance(code, Finding)]
        return " ".join(code for code in codes if isinstance(code, str))
    if asked.form is not None:
        asked.form(row, asked.name, findings)
    return said
