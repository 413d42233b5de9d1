"""Time periods by example."""

from __future__ import annotations

from datetime import date

import pytest

from quipu.periods import UNDATED, PeriodError, months_between, parse_period


@pytest.mark.parametrize(
    ("code", "start", "end", "frequency"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-S1", date(2024, 1, 1), date(2024, 6, 30), "semester"),
        ("2024-S2", date(2024, 7, 1), date(2024, 12, 31), "semester"),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "quarter"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2020/2021", date(2020, 1, 1), date(2021, 12, 31), "range"),
        ("2024-01/2024-05", date(2024, 1, 1), date(2024, 5, 31), "range"),
        ("2023-12-30/2024", date(2023, 12, 30), date(2024, 12, 31), "range"),
    ],
)
def test_first_and_last_day(code: str, start: date, end: date, frequency: str) -> None:
    """Both inclusive."""
    period = parse_period(code)
    assert (period.start, period.end, period.frequency) == (start, end, frequency)


@pytest.mark.parametrize(
    "code", ["", "2024/2024", "2024/2024-06", "2024-06/2024-01", "1899", "2100", "2023-02-29"]
)
def test_what_is_no_period(code: str) -> None:
    """A range must go on after its first part ends."""
    with pytest.raises(PeriodError):
        parse_period(code)


def test_undated_comes_first() -> None:
    """It is no period, and older than all."""
    assert UNDATED.sort_key < parse_period("1900-01-01").sort_key
    assert UNDATED.frequency == "undated"


def test_months_between() -> None:
    """Whole months only."""
    assert months_between(date(2024, 1, 31), date(2024, 2, 29)) == 0
    assert months_between(date(2024, 1, 15), date(2025, 1, 15)) == 12
    assert months_between(date(2024, 3, 1), date(2024, 1, 1)) == -2
