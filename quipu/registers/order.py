"""Pure. Which of two facts is the newer, where a date may be known in part."""

from __future__ import annotations

from datetime import date

from quipu.periods import Period


def date_key(when: Period) -> tuple[date, int]:
    """What to order facts by: the first day that a date may mean, then how exact it is.

    «2024» may have been in January, so it comes before any day of that year; what has no date
    comes first of all.
    """
    return (when.start, -when.days)
