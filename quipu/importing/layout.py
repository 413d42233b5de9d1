"""Pure. What each column of an indicator's tables stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quipu.findings import Finding
from quipu.importing.figures import MULTIPLIERS, STATUS_COLUMNS, Layout
from quipu.importing.settings import RepositorySettings
from quipu.importing.tables import GEOCODE, VALUE, YEAR, DataTable, Record
from quipu.model import Location

_ENOUGH_CODES = 3
"""Two texts on two codes may be anything; three that never mix are the names of places."""


def layout_of(
    tables: Sequence[DataTable],
    settings: RepositorySettings,
    names: Mapping[str, str],
    coverage: str,
    findings: list[Finding],
) -> Layout:
    """Tell columns apart.

    Args:
        tables: The tables of the indicator.
        settings: Which columns are no disaggregation.
        names: The names of areas in the repository's maps, by code.
        coverage: What the repository calls the country; may be empty.
        findings: Columns that were taken for names of places are added here.
    """
    header = list(dict.fromkeys(name for table in tables for name in table.header))
    series = next((c for c in settings.series_columns if c in header), "")
    unit = next((c for c in settings.unit_columns if c in header), "")
    rest = [c for c in header if c not in (series, unit, YEAR, VALUE, GEOCODE)]
    rest = [c for c in rest if c not in STATUS_COLUMNS + MULTIPLIERS]
    parts = [c for c in rest if c not in settings.plain_columns]
    country = frozenset({coverage.casefold()} if coverage else ())
    records = [record for table in tables for record in table.records]
    places = place_columns(records, parts, names, country)
    where = Location(path=tables[0].path, line=1) if tables else Location(path="")
    findings += [Finding(code="N934", where=where, field=column) for column in places]
    return Layout(
        series=series,
        unit=unit,
        places=places,
        parts=tuple(c for c in parts if c not in places),
        notes=tuple(c for c in rest if c in settings.plain_columns),
        has_units=len({(r[unit], *(r[m] for m in MULTIPLIERS)) for r in records}) > 1,
        country=country,
    )


def place_columns(
    records: Sequence[Record],
    columns: Sequence[str],
    names: Mapping[str, str],
    country: frozenset[str],
) -> tuple[str, ...]:
    """The columns that only name the area which the code already stands for.

    Such a column has one text for each code, which no row without a code has, and it is either
    the name on the map, or together with the others tells three codes or more apart.
    """
    coded = [record for record in records if record[GEOCODE]]
    codes = {record[GEOCODE] for record in coded}
    certain, likely = [], []
    texts: dict[str, dict[str, str]] = {}
    for column in columns:
        by_code = {record[GEOCODE]: record[column] for record in coded}
        found = {text for text in by_code.values() if text}
        outside = {record[column] for record in records if not record[GEOCODE]}
        is_one_each = all(by_code[record[GEOCODE]] == record[column] for record in coded)
        if not found or not is_one_each or found & {t for t in outside if not _is_in(t, country)}:
            continue
        texts[column] = by_code
        if all(_same(names.get(code, ""), text) for code, text in by_code.items()):
            certain.append(column)
        elif len(found) > 1:
            likely.append(column)
    named = {tuple(texts[column][code] for column in certain + likely) for code in codes}
    tells_apart = len(codes) >= _ENOUGH_CODES and len(named) == len(codes)
    chosen = {*certain, *(likely if tells_apart else ())}
    return tuple(column for column in columns if column in chosen)


def _same(name: str, text: str) -> bool:
    return bool(name) and name.casefold() == text.casefold()


def _is_in(text: str, words: frozenset[str]) -> bool:
    return text.casefold() in words
