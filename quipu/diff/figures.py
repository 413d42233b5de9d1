"""Pure. Two sets of observations, row against row: what was added, changed and removed.

Frames never leave this module; values are compared as they are written, exactly.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

import pandas as pd

from quipu.memory.reasons import explains
from quipu.model import Catalog, Observation, Reason

_KEY = ["indicator", "ref_area", "time_period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An observation as texts, as a file holds it."""

    indicator: str
    ref_area: str
    time_period: str
    value: str
    """Empty: missing."""
    numerator: str
    denominator: str
    lower: str
    upper: str
    obs_status: str
    quality: str
    source: str
    note: str
    """In the site's first language."""
    origin: str
    """File and line; not compared."""


_COMPARED = [f.name for f in fields(Row) if f.name not in (*_KEY, "origin")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row that both sides have, with different cells."""

    before: Row
    after: Row
    columns: tuple[str, ...]
    """Which cells differ."""
    reason: str = ""
    """Why, as the change declares it, in the site's first language."""

    @property
    def percent(self) -> float | None:
        """Change of the value in per cent of the old one; None where there is none to tell."""
        old, new = self.before.value, self.after.value
        if not old or not new or not Decimal(old):
            return None
        return float((Decimal(new) - Decimal(old)) / abs(Decimal(old)) * 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChanges:
    """Every row that is not the same on both sides, in the order of the files."""

    added: tuple[Row, ...]
    changed: tuple[ChangedRow, ...]
    removed: tuple[Row, ...]


def figure_changes(before: Catalog, after: Catalog) -> FigureChanges:
    """Hold the observations of two catalogs against each other.

    A row is known by indicator, area and period; two undated rows of an area, by their order.
    """
    old, new = (_frame(catalog) for catalog in (before, after))
    both = old.merge(new, on=[*_KEY, "n"], how="outer", suffixes=("_x", "_y"), indicator="side")
    both = both.sort_values(["place_y", "place_x"], kind="stable")
    kept = both[both["side"] == "both"]
    reasons = [r for r in after.memory.reasons if r not in before.memory.reasons]
    differs = (
        kept[[f"{c}_x" for c in _COMPARED]].to_numpy()
        != kept[[f"{c}_y" for c in _COMPARED]].to_numpy()
    )
    changed = [
        ChangedRow(
            before=_row(record, "_x"),
            after=_row(record, "_y"),
            columns=tuple(c for c, yes in zip(_COMPARED, flags, strict=True) if yes),
            reason=_reason(record, reasons, after.site.languages[0]),
        )
        for record, flags in zip(kept.to_dict("records"), differs, strict=True)
        if flags.any()
    ]
    return FigureChanges(
        added=_rows(both[both["side"] == "right_only"], "_y"),
        changed=tuple(changed),
        removed=_rows(both[both["side"] == "left_only"], "_x"),
    )


def _reason(record: Mapping[Hashable, object], reasons: Sequence[Reason], language: str) -> str:
    """What the first reason says that came with the change and speaks of a row."""
    # Reasons count the undated figures of an area, as editions do.
    period = str(record["time_period"]) or f"#{int(str(record['n'])) + 1}"
    key = (str(record["indicator"]), str(record["ref_area"]), period)
    return next(
        (r.texts.get(language, "") for r in reasons if explains(r, key, str(record["value_y"]))), ""
    )


def _frame(catalog: Catalog) -> pd.DataFrame:
    """One line an observation; columns of `Row`, its place, and its number among equal keys."""
    language = catalog.site.languages[0]
    rows = [_cells(o, language) for o in catalog.observations]
    names = [field.name for field in fields(Row)]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    frame["place"] = range(len(frame))
    frame["n"] = frame.groupby(_KEY).cumcount() if len(frame) else pd.Series(dtype=int)
    return frame


def _cells(o: Observation, language: str) -> Sequence[str]:
    numbers = (o.value, o.numerator, o.denominator, o.lower, o.upper)
    return (
        *(o.indicator, o.ref_area, o.period.code),
        *("" if number is None else format(number, "f") for number in numbers),
        *(o.status.value, o.quality.value, " ".join(o.sources)),
        *(o.notes.get(language, ""), str(o.origin)),
    )


def _rows(frame: pd.DataFrame, side: str) -> tuple[Row, ...]:
    return tuple(_row(record, side) for record in frame.to_dict("records"))


def _row(record: dict[object, object], side: str) -> Row:
    own = {name: str(record[name]) for name in _KEY}
    rest = {name: str(record[f"{name}{side}"]) for name in (*_COMPARED, "origin")}
    return Row(**own, **rest)
