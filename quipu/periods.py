"""Pure. Time periods of the data contract: one grammar, one order, exact first and last days.

``2024``, ``2024-S1``, ``2024-Q2``, ``2024-03``, ``2024-03-31`` and ranges ``a/b`` of these.
Years run from 1900 to 2099: anything else in such a table is a slip.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_SINGLE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})"
    r"(?:-(?:S(?P<semester>[12])|Q(?P<quarter>[1-4])"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?))?"
)


class PeriodError(ValueError):
    """The text is not a time period of the contract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time as a source states it.

    Orders by last day, then by length: of two periods that end on the same day the longer
    one comes later, since whoever pools years publishes the pooled figure on purpose.
    """

    code: str
    """As written in the data, for example ``2024-S1``; empty when the source shows no date."""
    start: date
    """First day, inclusive."""
    end: date
    """Last day, inclusive."""

    @property
    def days(self) -> int:
        """How many days the period covers."""
        return (self.end - self.start).days + 1

    @property
    def sort_key(self) -> tuple[date, int]:
        """What to order periods by: last day, then length."""
        return (self.end, self.days)

    @property
    def is_range(self) -> bool:
        """Whether the period is written ``a/b``."""
        return "/" in self.code

    @property
    def frequency(self) -> str:
        """``year``, ``semester``, ``quarter``, ``month``, ``day``, ``range`` or ``undated``."""
        return _frequency(self.code)


@lru_cache(maxsize=4096)
def _frequency(code: str) -> str:
    if "/" in code:
        return "range"
    match = _SINGLE.fullmatch(code)
    if match is None:
        return "undated"
    for name in ("day", "month", "quarter", "semester"):
        if match[name]:
            return name
    return "year"


UNDATED = Period(code="", start=date.min, end=date.min)
"""What an undated figure carries: it sorts before every real period."""


def parse_period(text: str) -> Period:
    """Read a time period.

    Args:
        text: As in a CSV cell, without surrounding spaces.

    Returns:
        The period with its first and last day.

    Raises:
        PeriodError: The text does not follow the grammar, names a day that does not exist,
            or is a range whose second part does not come after its first. The message names
            the text.
    """
    if "/" in text:
        first, _, last = text.partition("/")
        (start, first_end), (last_start, end) = _single(first, text), _single(last, text)
        if last_start <= first_end:
            raise PeriodError(text)
        return Period(code=text, start=start, end=end)
    start, end = _single(text, text)
    return Period(code=text, start=start, end=end)


def _single(part: str, whole: str) -> tuple[date, date]:
    match = _SINGLE.fullmatch(part)
    if match is None or not part.isascii():
        raise PeriodError(whole)
    year = int(match["year"])
    if match["semester"]:
        return _months(year, 1 + 6 * (int(match["semester"]) - 1), 6)
    if match["quarter"]:
        return _months(year, 1 + 3 * (int(match["quarter"]) - 1), 3)
    if match["day"]:
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            raise PeriodError(whole) from None
        return day, day
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def months_between(earlier: date, later: date) -> int:
    """Count whole months from one day to another; negative when *later* comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (1 if later.day < earlier.day else 0)
