"""Time periods: one grammar, exact days, one order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.periods import Period, PeriodError, months_between, parse_period

quick = settings(derandomize=True, deadline=None, max_examples=100, database=None)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def single_codes(draw: st.DrawFn) -> str:
    """Write a period of one part."""
    day = draw(days)
    half, quarter = (day.month + 5) // 6, (day.month + 2) // 3
    return draw(
        st.sampled_from(
            [
                *(f"{day.year}", f"{day.year}-S{half}", f"{day.year}-Q{quarter}"),
                *(f"{day.year}-{day.month:02}", day.isoformat()),
            ]
        )
    )


@quick
@given(single_codes())
def test_a_code_is_kept_and_has_days(code: str) -> None:
    """Reading keeps the code; the days run forward and stay within the year."""
    period = parse_period(code)
    assert period.code == code
    assert period == parse_period(period.code)
    assert 1 <= period.days <= 366
    assert period.start.year == period.end.year == int(code[:4])


@quick
@given(single_codes(), single_codes())
def test_a_range_covers_both_its_ends(first: str, last: str) -> None:
    """A range runs from the first day of one to the last day of the other, or is refused."""
    one, other = parse_period(first), parse_period(last)
    code = f"{first}/{last}"
    if one.end < other.start:
        period = parse_period(code)
        assert (period.start, period.end) == (one.start, other.end)
        assert period.is_range
    else:
        with pytest.raises(PeriodError):
            parse_period(code)


@quick
@given(st.text(max_size=15))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    """Nothing else is raised, and what is taken is plain ASCII."""
    try:
        period = parse_period(text)
    except PeriodError:
        return
    assert isinstance(period, Period)
    assert text.isascii()


@quick
@given(st.lists(single_codes(), min_size=2, max_size=6))
def test_periods_order_by_their_last_day(codes: list[str]) -> None:
    """Of two that end on the same day the longer one comes later."""
    ordered = sorted((parse_period(code) for code in codes), key=lambda p: p.sort_key)
    for before, after in pairwise(ordered):
        assert before.end <= after.end
        assert before.end < after.end or before.days <= after.days


@quick
@given(days, st.integers(0, 4_000))
def test_months_between_counts_whole_months(earlier: date, length: int) -> None:
    """A month is whole when the same day of the month has come."""
    later = earlier + timedelta(days=length)
    months = months_between(earlier, later)
    assert 0 <= months <= length // 28
    assert months >= length // 31 - 1
