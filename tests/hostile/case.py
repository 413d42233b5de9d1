"""One way of breaking a root, and what must be said about it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.roots import LIVE, Change, cell, cell_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A named change of the synthetic root."""

    name: str
    change: Change
    code: str
    """The finding that must come of it; its letter says whether the root is refused."""
    path: str
    line: int = 0
    """Where the finding must point; 0: the file as a whole."""
    column: int = 0
    says: str = ""
    """What the message or its hint must say in Spanish, where a slip has a mend of its own."""


def in_cell(
    name: str, line: int, column: str, text: str, code: str, path: str = LIVE, *, says: str = ""
) -> Case:
    """A case whose finding points at the very cell that was changed."""
    start = cell_start(path, line, column)
    change = cell(path, line, column, text)
    return Case(name=name, change=change, code=code, path=path, line=line, column=start, says=says)


def on_line(
    name: str, path: str, line: int, change: Change, code: str, column: int = 0, *, says: str = ""
) -> Case:
    """A case whose finding points at a line."""
    return Case(name=name, change=change, code=code, path=path, line=line, column=column, says=says)
