"""Pure. The figures of a catalog as an edition keeps them: as text, exactly as published."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from quipu.model import Catalog, Definition, FigureKey, Observation, Reason
from quipu.parse.editions import DEFINITION_COLUMNS, FIGURE_COLUMNS, REASON_COLUMNS


def figures_of(catalog: Catalog) -> dict[FigureKey, str]:
    """Every value of a published indicator, in file order; what is missing is left out."""
    published = {indicator.id for indicator in catalog.published_indicators}
    return {
        key: format(o.value, "f")
        for key, o in keyed(catalog.observations)
        if o.value is not None and o.indicator in published
    }


def keyed(observations: Iterable[Observation]) -> Iterator[tuple[FigureKey, Observation]]:
    """The observations that have a value, each with which figure it is.

    Undated figures of an area have no period to tell them apart: they are counted (``#1``,
    ``#2``…).
    """
    seen: Counter[tuple[str, str]] = Counter()
    for o in observations:
        if o.value is None:
            continue
        period = o.period.code
        if not period:
            seen[o.indicator, o.ref_area] += 1
            period = f"#{seen[o.indicator, o.ref_area]}"
        yield (o.indicator, o.ref_area, period), o


def differences(
    before: Mapping[FigureKey, str], after: Mapping[FigureKey, str]
) -> Iterator[tuple[FigureKey, str, str]]:
    """The figures of *before* that *after* does not have, or has with another value."""
    for key, old in before.items():
        new = after.get(key, "")
        # 12.50 and 12.5 are one figure.
        if old != new and not (new and Decimal(old) == Decimal(new)):
            yield key, old, new


def definitions_of(catalog: Catalog) -> dict[str, Definition]:
    """What every published indicator measures, by id."""
    language = catalog.site.languages[0]
    return {
        i.id: Definition(
            unit=i.unit.code,
            unit_name=i.unit.names.get(language, ""),
            type=i.type.value,
            direction=i.direction.value,
        )
        for i in catalog.published_indicators
    }


def figures_text(figures: Mapping[FigureKey, str]) -> bytes:
    """The frozen file of figures."""
    return _table(FIGURE_COLUMNS, ((*key, value) for key, value in figures.items()))


def definitions_text(definitions: Mapping[str, Definition]) -> bytes:
    """The frozen file of definitions."""
    rows = ((code, d.unit, d.unit_name, d.type, d.direction) for code, d in definitions.items())
    return _table(DEFINITION_COLUMNS, rows)


def reasons_text(reasons: Iterable[Reason]) -> bytes:
    """The frozen file of the reasons that were declared."""
    return _table(REASON_COLUMNS, (reason.mark for reason in reasons))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()
