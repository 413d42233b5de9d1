"""Pure. The past as tables: every change, and what each edition published of an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.artifact import Artifact
from quipu.exports.dump import csv_artifact
from quipu.exports.spreadsheet import spreadsheet_copy
from quipu.memory.changes import Change, History
from quipu.model import Indicator
from quipu.pages.book import Book
from quipu.pages.memory.changes import LOG_TABLE, reason_words, vintage_path

_TODAY = "current"


def change_tables(books: Sequence[Book], languages: Sequence[str]) -> Iterator[Artifact]:
    """Every change of a published figure, the newest first, with a reason a language; twice.

    Args:
        books: One a language; the log is the same in all of them.
        languages: Of the columns of reasons.
    """
    by_code = {book.language.code: book for book in books}
    reasons = (f"reason_{language}" for language in languages)
    head = ("indicator", "ref_area", "time_period", "before", "after", "date", "kind", *reasons)
    rows = (
        (
            *change.key,
            change.before,
            change.after,
            change.date,
            change.kind.value if change.kind else "",
            *(_reason(by_code.get(code), change, code) for code in languages),
        )
        for change in books[0].history.log
    )
    log = csv_artifact(f"datos/{LOG_TABLE}.csv", head, rows)
    yield log
    yield spreadsheet_copy(log)


def _reason(book: Book | None, change: Change, language: str) -> str:
    """Why a figure changed, in that language alone; empty where it is not said in it."""
    if change.reason is not None:
        return change.reason.texts.get(language, "")
    return reason_words(book, change)[0] if book else ""


def vintage_table(history: History, indicator: Indicator) -> Iterator[Artifact]:
    """The revision triangle of an indicator, a column an edition; nothing before the first.

    It holds codes and numbers alone, none of which a spreadsheet takes for a formula.
    """
    if not history.stages:
        return
    head = ("ref_area", "time_period", *(stage.name or _TODAY for stage in history.stages))
    rows = ((row.ref_area, row.time_period, *row.values) for row in history.triangle(indicator.id))
    yield csv_artifact(vintage_path(indicator.id), head, rows)
