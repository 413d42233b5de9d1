"""Pure. The first line of a table: the columns that there may be, and those that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quipu.findings import Finding, did_you_mean
from quipu.model import Location
from quipu.parse.lines import column_starts, split
from quipu.parse.said import COLUMNS_SAID, folded
from quipu.periods import PeriodError, parse_period

MAX_COLUMNS = 200

_DELIMITERS = {";": ";", "\t": "tab", "|": "|"}
_LOOKED_FOR_HEADER = 12
"""Lines of titles and notes that a person may have left above the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns a table has."""

    known: tuple[str, ...]
    """In the order of the contract."""
    required: frozenset[str]
    """Columns whose cells are never empty."""
    always: frozenset[str] = frozenset()
    """Further columns that the header must have, though their cells may be empty."""
    spare: frozenset[str] = frozenset()
    """Columns that most tables do without, so that their absence is not worth a word."""
    numbers: tuple[str, ...] = ()
    """Columns of numbers, where a decimal comma makes two cells of one."""


def read_header(
    path: str, lines: Sequence[str], columns: Columns, findings: list[Finding]
) -> tuple[str, ...] | None:
    """Read the names of the columns.

    Args:
        path: Which file it is, for the findings.
        lines: The whole table.
        columns: What the header may and must hold.
        findings: What is wrong is added here.

    Returns:
        The names in their order; None when the rows below cannot be read by them.
    """
    line = lines[0]
    cells = split(line)
    where = Location(path=path, line=1)
    if isinstance(cells, int):
        findings.append(Finding(code="E207", where=Location(path=path, line=1, column=cells)))
        return None
    names = [name for name in cells if name]
    delimiter = next((d for d in _DELIMITERS if d in line and len(names) == 1), "")
    if delimiter and not line.casefold().startswith("sep="):
        params = {"value": _DELIMITERS[delimiter]}
        findings.append(Finding(code="E201", where=where, params=params))
        return None
    named = [name for name in names if _is_named(name, columns)]
    if not named or len(cells) > MAX_COLUMNS or len(names) > 2 * len(named) + 2:
        params = {"options": ",".join(columns.known), **_missing_header(lines, columns)}
        findings.append(Finding(code="E230", where=where, params=params))
        return None
    if finding := _periods_as_columns(path, line, cells):
        findings.append(finding)
        return None
    before = len(findings)
    if len(names) < len(cells):
        here = Location(path=path, line=1, column=column_starts(line)[cells.index("")])
        params = {"count": str(len(cells) - len(names))}
        findings.append(Finding(code="E229", where=here, params=params))
    _check_names(path, line, cells, columns, findings)
    if any(finding.code != "W217" for finding in findings[before:]):
        return None
    if names != [name for name in columns.known if name in names]:
        params = {"options": ",".join(columns.known)}
        findings.append(Finding(code="W216", where=where, params=params))
    return tuple(names)


def _check_names(
    path: str, line: str, names: Sequence[str], columns: Columns, findings: list[Finding]
) -> None:
    seen: set[str] = set()
    meant: set[str] = set()
    for start, name in zip(column_starts(line), names, strict=True):
        here = Location(path=path, line=1, column=start)
        if name and name in seen:
            findings.append(Finding(code="E205", where=here, field=name))
        elif name and name not in columns.known:
            options = _meant(name, columns, names)
            meant.update(options.split(", ")[:1])
            params = {"options": options}
            if not options:
                params = {"options": ", ".join(columns.known), "cause": "column-of-no-table"}
            findings.append(Finding(code="E204", where=here, field=name, params=params))
        seen.add(name)
    for name in columns.known:
        # A column that is there under a wrong name is told once, not twice.
        if name not in seen and name not in meant and name not in columns.spare:
            code = "E202" if name in columns.required | columns.always else "W217"
            where = Location(path=path, line=1)
            findings.append(Finding(code=code, where=where, field=name))


def _is_named(name: str, columns: Columns) -> bool:
    """Whether a cell of the header is the name of a column, or what people call one."""
    plain = folded(name)
    return plain in columns.known or any(
        meant in columns.known for meant in COLUMNS_SAID.get(plain, ())
    )


def _meant(name: str, columns: Columns, present: Sequence[str]) -> str:
    """The columns that a wrong name may stand for, comma-separated; empty when there is none."""
    plain = folded(name)
    if plain in columns.known:
        return plain
    said = [
        one for one in COLUMNS_SAID.get(plain, ()) if one in columns.known and one not in present
    ]
    return said[0] if said else did_you_mean(name.strip(), columns.known)


def _missing_header(lines: Sequence[str], columns: Columns) -> dict[str, str]:
    """What stands where the header should, when it can be seen."""
    first = lines[0]
    if first.casefold().startswith("sep="):
        return {"cause": "header-after-sep", "value": first}
    cells = split(first)
    alone = cells[0] if isinstance(cells, list) and len(cells) == 1 else ""
    if sum(name in columns.known for name in alone.split(",")) > 1:
        return {"cause": "header-in-one-cell"}
    for number, line in enumerate(lines[1:_LOOKED_FOR_HEADER], start=2):
        if sum(name.strip('"') in columns.known for name in line.split(",")) > 1:
            return {"cause": "header-below", "value": str(number)}
    return {}


def _periods_as_columns(path: str, line: str, names: Sequence[str]) -> Finding | None:
    """A table with a column a year, as people read them and no program does."""
    periods = [name for name in names if _is_period(name.strip())]
    if len(periods) < 2:
        return None
    start = column_starts(line)[names.index(periods[0])]
    params = {"value": ", ".join(periods[:4]), "first": periods[0].strip()}
    return Finding(code="E235", where=Location(path=path, line=1, column=start), params=params)


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except PeriodError:
        return False
    return True
