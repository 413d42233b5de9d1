"""Pure. What a change of the data changes in the registers and in the texts beside them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from quipu.model import Catalog, Document
from quipu.model.registers import RegisterRow

_AREA = ("ref_area",)
_WHEN = ("valid_at", "date", "time_period", "agreed_on", "starts", "opened")
_KIND = ("event", "kind", "task", "quadrant", "priority", "risk", "card", "number")
_SEAT = ("institution", "seat")
_SENTENCE = ("statement", "text", "description", "name", "question", "basis", "process", "outcome")
KINDS = ("replies", "priorities", "practices", "courses", "concepts")
"""Texts that hold facts, too: the folders of ``content/`` that they stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A row of a register, as far as a person needs to know which one it is."""

    register: str
    ref_area: str
    """Empty: of no area."""
    date: str
    """As the register has it; empty where it says none."""
    sentence: str
    """In the site's first language, or what else the row calls itself by."""
    origin: str
    """File and line; not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFact:
    """A row that both sides have, with other cells."""

    before: FactRow
    after: FactRow
    cells: Mapping[str, tuple[str, str]]
    """By column, those that differ: before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChanges:
    """Every row of the registers that is not the same on both sides, register by register."""

    added: tuple[FactRow, ...] = ()
    changed: tuple[ChangedFact, ...] = ()
    removed: tuple[FactRow, ...] = ()

    @property
    def count(self) -> int:
        """Of all rows together."""
        return len(self.added) + len(self.changed) + len(self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChanges:
    """Texts, by their path from ``content/`` on: ``practices/name.es``."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def fact_changes(before: Catalog, after: Catalog) -> FactChanges:
    """Hold the registers of two catalogs against each other.

    A row is known by its area, its date and what it is of (event, kind, id…). Rows that are
    equal on both sides are put aside first; of several that are left of one area, date and kind,
    the first of one side is held against the first of the other. Where they stand is no change.
    """
    language = after.site.languages[0]
    old, new = before.registers.rows, after.registers.rows
    added, changed, removed = [], [], []
    for register in dict.fromkeys((*new, *old)):
        gone, come = _apart(old.get(register, ()), new.get(register, ()))
        was, now = _by_key(register, gone), _by_key(register, come)
        for key in dict.fromkeys((*now, *was)):
            for one, other in zip_longest(was.get(key, ()), now.get(key, ())):
                if one is None:
                    added.append(_told(register, other, language))
                elif other is None:
                    removed.append(_told(register, one, language))
                else:
                    changed.append(
                        ChangedFact(
                            before=_told(register, one, language),
                            after=_told(register, other, language),
                            cells=_differing(one.cells, other.cells),
                        )
                    )
    return FactChanges(added=tuple(added), changed=tuple(changed), removed=tuple(removed))


def document_changes(before: Catalog, after: Catalog) -> DocumentChanges:
    """Hold the texts of `KINDS` of two catalogs against each other, by name and language."""
    old, new = (_texts(side.documents) for side in (before, after))
    return DocumentChanges(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(k for k in new.keys() & old.keys() if new[k] != old[k])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def _texts(documents: Iterable[Document]) -> dict[str, tuple[Mapping[str, str], str]]:
    return {
        f"{d.kind}/{d.name}.{d.language}": (d.meta, d.body) for d in documents if d.kind in KINDS
    }


def _apart(
    old: Sequence[RegisterRow], new: Sequence[RegisterRow]
) -> tuple[list[RegisterRow], list[RegisterRow]]:
    """The rows that only one side has, as often as it has them more than the other."""
    left: dict[Hashable, list[RegisterRow]] = {}
    for row in old:
        left.setdefault(_whole(row), []).append(row)
    come = []
    for row in new:
        same = left.get(_whole(row))
        if same:
            same.pop()
        else:
            come.append(row)
    kept = {id(row) for rows in left.values() for row in rows}
    return [row for row in old if id(row) in kept], come


def _whole(row: RegisterRow) -> Hashable:
    # A column that one side does not have is an empty one.
    return frozenset((column, text) for column, text in row.cells.items() if text)


def _by_key(register: str, rows: Iterable[RegisterRow]) -> dict[Hashable, list[RegisterRow]]:
    found: dict[Hashable, list[RegisterRow]] = {}
    for row in rows:
        found.setdefault(_key(register, row.cells), []).append(row)
    return found


def _key(register: str, cells: Mapping[str, str]) -> Hashable:
    if cells.get("id"):
        return cells["id"], cells.get("ref_area", "")
    # Whose seat it is says which row it is; a secretariat that another one keeps is that event.
    kinds = (*_KIND, *(_SEAT if register == "members" else ()))
    return _first(cells, _AREA), _first(cells, _WHEN), tuple(cells.get(c, "") for c in kinds)


def _first(cells: Mapping[str, str], columns: Iterable[str]) -> str:
    return next((cells[column] for column in columns if cells.get(column)), "")


def _told(register: str, row: RegisterRow, language: str) -> FactRow:
    cells = row.cells
    names = [f"{column}_{language}" for column in _SENTENCE]
    return FactRow(
        register=register,
        ref_area=_first(cells, _AREA),
        date=_first(cells, _WHEN),
        # A seat in a commission has no sentence: the institution is what it says.
        sentence=_first(cells, [*names, "institution", "id", "risk"]),
        origin=str(row.origin),
    )


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {
        column: (one.get(column, ""), other.get(column, ""))
        for column in dict.fromkeys((*other, *one))
        if one.get(column, "") != other.get(column, "")
    }
