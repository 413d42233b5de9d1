"""Pure. The past as tables: every change, and what each edition published of an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.artifact import Artifact
from quipu.exports.dump import csv_artifact
from quipu.exports.spreadsheet import spreadsheet_copy
from quipu.memory.changes import History
from quipu.model import Indicator
from quipu.pages.memory.changes import LOG_TABLE, vintage_path

_TODAY = "current"


def change_tables(history: History, languages: Sequence[str]) -> Iterator[Artifact]:
    """Every change of a published figure, the newest first, with a reason a language; twice."""
    reasons = (f"reason_{language}" for language in languages)
    head = ("indicator", "ref_area", "time_period", "before", "after", "date", "kind", *reasons)
    rows = (
        (
            *change.key,
            change.before,
            change.after,
            change.date,
            change.reason.kind.value if change.reason else "",
            *(change.reason.texts.get(code, "") if change.reason else "" for code in languages),
        )
        for change in history.log
    )
    log = csv_artifact(f"datos/{LOG_TABLE}.csv", head, rows)
    yield log
    yield spreadsheet_copy(log)


def vintage_table(history: History, indicator: Indicator) -> Iterator[Artifact]:
    """The revision triangle of an indicator, a column an edition; nothing before the first.

    It holds codes and numbers alone, none of which a spreadsheet takes for a formula.
    """
    if not history.stages:
        return
    head = ("ref_area", "time_period", *(stage.name or _TODAY for stage in history.stages))
    rows = ((row.ref_area, row.time_period, *row.values) for row in history.triangle(indicator.id))
    yield csv_artifact(vintage_path(indicator.id), head, rows)
