"""Pure. What a maintainer should look at first in a change of the data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quipu.diff.figures import ChangedRow, FigureChanges
from quipu.i18n.numbers import DASH
from quipu.memory.recounted import counted_in
from quipu.model import Catalog, Unit

Doubt = Literal["vanished", "rows_gone", "factor", "past_changed", "all_equal", "redefined", "jump"]

_MANY_GONE = 0.5
_FACTORS = tuple(Decimal(10) ** n for n in (-3, -2, -1, 1, 2, 3))
_JUMP = 10
"""Times that a value is larger or smaller than before."""
_MANY_EQUAL = 10
"""Areas; fewer may well have one and the same value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """Something that is more often a slip than a change."""

    reason: Doubt
    indicator: str
    count: int
    """Of areas or rows that it concerns."""
    example: str
    """One of them: an area and period, or the column that changed."""
    detail: str = ""
    """A factor, or the old and the new cell."""


def suspicions(before: Catalog, after: Catalog, changes: FigureChanges) -> tuple[Suspicion, ...]:
    """Find what is more often a slip than a change, indicator by indicator."""
    counted = counted_in(after)
    by_indicator: dict[str, list[ChangedRow]] = defaultdict(list)
    for change in changes.changed:
        by_indicator[change.after.indicator].append(change)
    return (
        *_redefined(before, after),
        *_gone(before, after, changes),
        *(
            found
            for code, rows in by_indicator.items()
            for found in _of_values(code, rows)
            # Nobody says why what is counted in registers is another figure now.
            if found.reason != "past_changed" or code not in counted
        ),
        *_all_equal(before, after),
    )


def _redefined(before: Catalog, after: Catalog) -> Iterator[Suspicion]:
    """An indicator that measures something else under the same code."""
    for new in after.indicators:
        old = before.indicators_by_id.get(new.id)
        if old is None:
            continue
        for name in ("unit", "direction", "type"):
            was, now = getattr(old, name), getattr(new, name)
            if was != now:
                yield Suspicion(
                    reason="redefined",
                    indicator=new.id,
                    count=1,
                    example=name,
                    detail=_change(was, now),
                )


def _change(was: object, now: object) -> str:
    """What it was and is; of a unit that is only written otherwise, the cells that differ."""
    if not (isinstance(was, Unit) and isinstance(now, Unit)):
        return f"{was} → {now}"
    if was.code != now.code:
        return f"{was.code} → {now.code}"
    old, new = _cells(was), _cells(now)
    pairs = ((column, old.get(column, ""), new.get(column, "")) for column in {**old, **new})
    return "; ".join(f"{column}: {a or DASH} → {b or DASH}" for column, a, b in pairs if a != b)


def _cells(unit: Unit) -> dict[str, str]:
    """What ``data/units.csv`` says of a unit, by column."""
    texts = {"short": unit.short, "one": unit.singular, "name": unit.names}
    return {
        f"{column}_{code}": text
        for column, by_code in texts.items()
        for code, text in by_code.items()
    } | {"position": "prefix" if unit.is_prefix else "suffix"}


def _gone(before: Catalog, after: Catalog, changes: FigureChanges) -> Iterator[Suspicion]:
    """Areas that lost all their rows of an indicator, and tables that lost most of theirs."""
    removed = Counter(row.indicator for row in changes.removed)
    for code, count in removed.items():
        had = len(before.observations_by_indicator.get(code, ()))
        if count >= had * _MANY_GONE:
            yield Suspicion(
                reason="rows_gone", indicator=code, count=count, example="", detail=f"{count}/{had}"
            )
        left = {o.ref_area for o in after.observations_by_indicator.get(code, ())}
        lost = {row.ref_area for row in changes.removed if row.indicator == code} - left
        if lost:
            yield Suspicion(reason="vanished", indicator=code, count=len(lost), example=min(lost))


def _of_values(code: str, rows: list[ChangedRow]) -> Iterator[Suspicion]:
    valued = [
        row for row in rows if "value" in row.columns and row.before.value and row.after.value
    ]
    factors = Counter(found for row in valued if (found := _factor(row)))
    for factor, count in factors.items():
        example = next(row for row in valued if _factor(row) == factor)
        yield Suspicion(
            reason="factor",
            indicator=code,
            count=count,
            example=_place(example),
            detail=f"× {factor.normalize():f}",
        )
    jumps = [row for row in valued if not _factor(row) and _is_jump(row)]
    if jumps:
        yield Suspicion(
            reason="jump",
            indicator=code,
            count=len(jumps),
            example=_place(jumps[0]),
            detail=f"{jumps[0].before.value} → {jumps[0].after.value}",
        )
    silent = [row for row in valued if not row.reason]
    if silent:
        yield Suspicion(
            reason="past_changed", indicator=code, count=len(silent), example=_place(silent[0])
        )


def _factor(row: ChangedRow) -> Decimal | None:
    old, new = Decimal(row.before.value), Decimal(row.after.value)
    return next((f for f in _FACTORS if old and old * f == new), None)


def _is_jump(row: ChangedRow) -> bool:
    old, new = (abs(Decimal(text)) for text in (row.before.value, row.after.value))
    return bool(old and new) and max(old, new) >= _JUMP * min(old, new)


def _all_equal(before: Catalog, after: Catalog) -> Iterator[Suspicion]:
    """A newest period in which all areas with a value have the same, in a table that changed."""
    for indicator in after.indicators:
        rows = after.observations_by_indicator[indicator.id]
        values = [o for o in rows if o.value is not None and o.period.code]
        if not values or rows == before.observations_by_indicator.get(indicator.id):
            continue
        newest = max(values, key=lambda o: o.period.sort_key).period
        own = [o.value for o in values if o.period == newest]
        if len(own) >= _MANY_EQUAL and len(set(own)) == 1:
            yield Suspicion(
                reason="all_equal",
                indicator=indicator.id,
                count=len(own),
                example=newest.code,
                detail=str(own[0]),
            )


def _place(row: ChangedRow) -> str:
    return f"{row.after.ref_area} {row.after.time_period}".strip()
