"""Pure. ``data/matrix.toml``: axes, cuts, cells and categories, with no hole between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.method import Axis, AxisIndicator, Matrix
from quipu.model import Indicator
from quipu.parse.recommendations import check_known, read_categories, read_functions, require
from quipu.parse.toml import Settings, as_text, read_toml
from quipu.vocab import Direction

MATRIX_PATH = "data/matrix.toml"

_TEXTS = ("label", "confidence", "notice", "setup_unknown")
_KEYS = ("capacity", "risk", "cells", "category", "function", "minimum", "setup_indicator")
_MORE = ("tasks_indicator", "keep_below", "cut_step")
_AXIS_KEYS = ("cuts", "min_coverage", "min_indicators", "awaiting", "indicator")
_MAX_MONTHS = 600
_MIN_INDICATORS = 3


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
    check_known(toml, "minimum", minimum, known)
    matrix = Matrix(
        labels=toml.by_language("label", languages),
        confidence=toml.by_language("confidence", languages),
        notice=toml.by_language("notice", languages),
        capacity=_axis(toml, "capacity", languages, indicators),
        risk=_axis(toml, "risk", languages, indicators),
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
) -> Axis:
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
    for one in awaiting:
        if one not in indicators:
            part.refuse("awaiting", "indicator", one, options=did_you_mean(one, indicators) or "–")
    return Axis(
        id=key,
        names=part.by_language("name", languages),
        indicators=_axis_indicators(part, key, languages, indicators),
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
) -> tuple[AxisIndicator, ...]:
    found: dict[str, AxisIndicator] = {}
    for one in part.parts(f"{key}.indicator", "axis-indicators"):
        notes = [f"note_{language}" for language in languages]
        one.check_keys(["id", "direction", "weight", "max_age_months", *notes])
        code = _required_indicator(one, "id", indicators)
        one.check_choice("direction", (Direction.HIGHER, Direction.LOWER))
        if "direction" not in one.values:
            one.report("E504", "direction")
        age = one.number_of("max_age_months", "whole", 1, _MAX_MONTHS, 0, whole=True)
        if code in found:
            one.refuse("id", "unique-id")
        if not code:
            continue
        indicator = indicators[code]
        if indicator.goalpost_low is None or indicator.goalpost_high is None:
            one.report("E510", "id", value=code)
        lowers = one.values.get("direction") == Direction.LOWER
        found[code] = AxisIndicator(
            id=code,
            direction=Direction.LOWER if lowers else Direction.HIGHER,
            weight=one.number_of("weight", "positive", 1e-9, 1e9, 1.0),
            max_age_months=int(age) or None,
            notes=one.by_language("note", languages),
        )
    return tuple(found.values())


def _required_indicator(part: Settings, key: str, indicators: Mapping[str, Indicator]) -> str:
    code = part.text_of(key)
    if code in indicators:
        return code
    if part.lacks(key):
        part.report("E504", key)
    elif code:
        part.refuse(key, "indicator", options=did_you_mean(code, indicators) or "–")
    return ""


def _reading(toml: Settings, key: str, indicators: Mapping[str, Indicator]) -> str:
    return _required_indicator(toml, key, indicators) if key in toml.values else ""


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
    for key in dict.fromkeys(cell for row in matrix.cells for cell in row):
        if key not in known:
            options = did_you_mean(key, known) or ", ".join(known) or "–"
            toml.refuse("cells", "one-of", value=key, options=options)
    if has_hole:
        return
    for part in toml.parts("category", "categories"):
        key = as_text(part.values.get("id"))
        if key in known and all(key not in row for row in matrix.cells):
            part.report("W518", "id", value=key)
