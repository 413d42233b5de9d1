"""Pure. ``data/matrix.toml``: axes, cuts, cells and categories, with no hole between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quipu.findings import Finding, is_blocking
from quipu.method import Axis, AxisIndicator, Matrix
from quipu.model import Indicator, Location
from quipu.parse.recommendations import read_categories, read_functions
from quipu.parse.shared import (
    MAX_MONTHS,
    check_indicators,
    check_known,
    read_indicator,
    require,
)
from quipu.parse.toml import Settings, as_text, read_toml
from quipu.vocab import Direction

MATRIX_PATH = "data/matrix.toml"

_TEXTS = ("label", "confidence", "notice", "setup_unknown")
_KEYS = ("capacity", "risk", "cells", "category", "function", "minimum", "setup_indicator")
_MORE = ("tasks_indicator", "keep_below", "cut_step")
_AXIS_KEYS = ("cuts", "min_coverage", "min_indicators", "awaiting", "indicator")
_MIN_INDICATORS = 3
_TEXT = re.compile(r"""#[^\n]*|("(?:\\.|[^"\\\n])*"|'[^'\n]*')""")
"""A comment, or a text of one line."""


def parse_matrix(
    body: bytes | None,
    languages: tuple[str, ...],
    indicators: Mapping[str, Indicator],
    findings: list[Finding],
) -> Matrix | None:
    """Read the matrix.

    Args:
        body: The file, or None when there is none.
        languages: Which languages its texts stand in.
        indicators: Every indicator, by its id.
        findings: What is wrong is added here.

    Returns:
        The matrix; None when there is no such file or it cannot be used.
    """
    toml = None if body is None else read_toml(MATRIX_PATH, body, findings)
    if toml is None:
        return None
    before = len(findings)
    texts = [f"{name}_{language}" for name in _TEXTS for language in languages]
    levels = [f"setup_levels_{language}" for language in languages]
    toml.check_keys([*_KEYS, *_MORE, *texts, *levels])
    require(toml, [f"{name}_{languages[0]}" for name in ("label", "confidence", "notice")])
    functions = read_functions(toml, languages)
    known = [function.id for function in functions]
    minimum = toml.list_of("minimum", ())
    placed: dict[str, int] = {}
    check_known(toml, "minimum", minimum, known)
    matrix = Matrix(
        labels=toml.by_language("label", languages),
        confidence=toml.by_language("confidence", languages),
        notice=toml.by_language("notice", languages),
        capacity=_axis(toml, "capacity", languages, indicators, placed),
        risk=_axis(toml, "risk", languages, indicators, placed),
        cells=_cells(toml),
        categories=read_categories(toml, languages, known, minimum),
        functions=functions,
        minimum=minimum,
        setup_indicator=_reading(toml, "setup_indicator", indicators),
        setup_levels=_levels(toml, "setup_levels", languages),
        setup_unknown=toml.by_language("setup_unknown", languages),
        tasks_indicator=_reading(toml, "tasks_indicator", indicators),
        keep_below=toml.number_of("keep_below", "share", 0, 1, 0.8),
        cut_step=toml.number_of("cut_step", "step", 0, 50, 5.0),
    )
    _check_cells(toml, matrix)
    return None if is_blocking(findings[before:]) else matrix


def _axis(
    toml: Settings,
    key: str,
    languages: tuple[str, ...],
    indicators: Mapping[str, Indicator],
    placed: dict[str, int],
) -> Axis:
    """Read an axis; *placed* are the indicators of those read before, with their lines."""
    given = toml.table(key)
    part = given or toml.part({}, 1)
    names = [f"{stem}_{language}" for stem in ("name", "levels") for language in languages]
    part.check_keys([*_AXIS_KEYS, *names])
    if key not in toml.values:
        toml.report("E504", key)
    elif given:
        require(part, [f"name_{languages[0]}"])
        for name in (f"levels_{languages[0]}", "indicator"):
            if part.values.get(name, []) == []:
                part.report("E504", name)
    before = len(part.findings)
    cuts = _cuts(part)
    count = len(cuts) + 1 if len(part.findings) == before else 0
    levels = _levels(part, "levels", languages, count)
    awaiting = part.list_of("awaiting", ())
    check_indicators(part, "awaiting", awaiting, indicators)
    return Axis(
        id=key,
        names=part.by_language("name", languages),
        indicators=_axis_indicators(part, key, languages, indicators, placed),
        cuts=cuts,
        levels=levels,
        min_coverage=part.number_of("min_coverage", "share", 0, 1, 0.65),
        min_indicators=_min_indicators(part),
        awaiting=awaiting,
    )


def _min_indicators(part: Settings) -> int:
    """How many indicators an area needs; where it is not told, as many as there are, up to 3."""
    rows = part.values.get("indicator")
    count = len(rows) if isinstance(rows, list) else 0
    usual = min(_MIN_INDICATORS, count or _MIN_INDICATORS)
    least = int(part.number_of("min_indicators", "whole", 1, 100, usual, whole=True))
    if count and least > count:
        part.report("E517", "min_indicators", value=str(least), count=str(count))
    return least


def _cuts(part: Settings) -> tuple[float, ...]:
    cuts = part.values.get("cuts", [40, 70])
    is_numbers = isinstance(cuts, list) and all(
        isinstance(cut, int | float) and not isinstance(cut, bool) and 0 < cut < 100 for cut in cuts
    )
    if not is_numbers or not cuts or sorted(set(cuts)) != cuts:
        part.refuse("cuts", "cuts")
        return (40.0, 70.0)
    return tuple(float(cut) for cut in cuts)


def _axis_indicators(
    part: Settings,
    key: str,
    languages: tuple[str, ...],
    indicators: Mapping[str, Indicator],
    placed: dict[str, int],
) -> tuple[AxisIndicator, ...]:
    found: dict[str, AxisIndicator] = {}
    for one in part.parts(f"{key}.indicator", "axis-indicators"):
        notes = [f"note_{language}" for language in languages]
        one.check_keys(["id", "direction", "weight", "max_age_months", *notes])
        code = read_indicator(one, "id", indicators)
        one.check_choice("direction", (Direction.HIGHER, Direction.LOWER))
        if "direction" not in one.values:
            one.report("E504", "direction")
        age = one.number_of("max_age_months", "whole", 1, MAX_MONTHS, 0, whole=True)
        if code in found:
            one.refuse("id", "unique-id")
        elif code in placed:  # its points, notes and charts go by its id
            one.report("E519", "id", value=code, first=str(placed[code]))
        if not code:
            continue
        placed.setdefault(code, one.where("id").line)
        indicator = indicators[code]
        if indicator.goalpost_low is None or indicator.goalpost_high is None:
            one.report("E510", "id", value=code, line=str(indicator.origin.line))
        lowers = one.values.get("direction") == Direction.LOWER
        found[code] = AxisIndicator(
            id=code,
            direction=Direction.LOWER if lowers else Direction.HIGHER,
            weight=one.number_of("weight", "positive", 1e-9, 1e9, 1.0),
            max_age_months=int(age) or None,
            notes=one.by_language("note", languages),
        )
    return tuple(found.values())


def _reading(toml: Settings, key: str, indicators: Mapping[str, Indicator]) -> str:
    return read_indicator(toml, key, indicators) if key in toml.values else ""


def _levels(
    part: Settings, key: str, languages: Sequence[str], count: int = 0
) -> tuple[Mapping[str, str], ...]:
    """Names of levels: a list a language, of *count* names or as many as the first language's."""
    lists = {language: part.list_of(f"{key}_{language}", ()) for language in languages}
    count = count or len(lists[languages[0]])
    for language, names in lists.items():
        if names and len(names) != count:
            part.refuse(f"{key}_{language}", "levels", count=str(count))
    return tuple(
        {language: names[n] for language, names in lists.items() if n < len(names)}
        for n in range(len(lists[languages[0]]))
    )


def _cells(toml: Settings) -> tuple[tuple[str, ...], ...]:
    rows = toml.values.get("cells")
    is_rows = isinstance(rows, list) and all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    )
    if rows is None:
        toml.report("E504", "cells")
        return ()
    if not is_rows:
        toml.refuse("cells", "cells")
        return ()
    return tuple(tuple(row) for row in rows)


def _check_cells(toml: Settings, matrix: Matrix) -> None:
    """Report cells that are missing, superfluous or of a category that does not exist."""
    if not matrix.cells and toml.values.get("cells") != []:
        return  # told where they were read
    rows, columns = len(matrix.capacity.cuts) + 1, len(matrix.risk.cuts) + 1
    has_hole = len(matrix.cells) != rows or any(len(row) != columns for row in matrix.cells)
    if has_hole and all(finding.field != "cuts" for finding in toml.findings):
        sizes = " + ".join(str(len(row)) for row in matrix.cells) or "0"
        toml.report("E509", "cells", value=sizes, rows=str(rows), columns=str(columns))
    known = [category.id for category in matrix.categories]
    _check_categories(toml, matrix.cells, known)
    if has_hole:
        return
    for part in toml.parts("category", "categories"):
        key = as_text(part.values.get("id"))
        if key in known and all(key not in row for row in matrix.cells):
            part.report("W518", "id", value=key)


def _check_categories(toml: Settings, cells: Sequence[Sequence[str]], known: Sequence[str]) -> None:
    """Report the first cell of every category that does not exist."""
    places = iter(_text_places(toml, "cells", sum(len(row) for row in cells)))
    told = set(known)
    for row, names in enumerate(cells, start=1):
        for cell, name in enumerate(names, start=1):
            where = next(places)
            if name in told:
                continue
            told.add(name)
            options = ", ".join(known) or "–"
            params = {"value": name, "row": str(row), "cell": str(cell), "options": options}
            toml.findings.append(Finding(code="E520", where=where, field="cells", params=params))


def _text_places(toml: Settings, key: str, count: int) -> list[Location]:
    """Where the texts of a list stand; all at its key when they cannot be told apart."""
    start = toml.where(key)
    lines = list(toml.lines)
    lines[start.line - 1] = lines[start.line - 1].replace(key, " " * len(key), 1)
    places = [
        Location(path=toml.path, line=number, column=match.start() + 1)
        for number, line in enumerate(lines[start.line - 1 :], start=start.line)
        for match in _TEXT.finditer(line)
        if match[1]
    ]
    return places[:count] if len(places) >= count else [start] * count
