"""How fresh a figure is follows from a rule, and the badge tells which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.pages.book import Book
from quipu.pages.figures import is_old
from quipu.pages.memory.calendar import calendar_page
from quipu.pages.memory.freshness import badge, freshness, release_day
from quipu.vocab import IndicatorStatus, Quality
from tests.books import book
from tests.samples import catalog, indicator, observation, regions

TODAY = date(2026, 1, 15)


def opened(
    measure: dict[str, object], period: str = "2024", grade: Quality = Quality.OFFICIAL_FILE
) -> Book:
    """Open a book of one figure on a day."""
    one = replace(indicator(), **measure)  # type: ignore[arg-type]
    facts = catalog(regions(6), [one], [observation("A01", 5, period, quality=grade)])
    made = book(facts)
    return replace(made, edition=replace(made.edition, as_of=TODAY))


def state(made: Book) -> str:
    """Return the state of its only indicator."""
    return badge(made, made.catalog.indicators[0]).state


@pytest.mark.parametrize(
    ("expected", "measure"),
    [
        ("current", {"max_age_months": 13}),
        ("old", {"max_age_months": 11}),
        ("open", {"max_age_months": None}),
        ("due", {"max_age_months": 24, "next_release": "2025-12"}),
        ("current", {"max_age_months": 24, "next_release": "2026-01"}),
        ("current", {"max_age_months": 24, "next_release": TODAY.isoformat()}),
        ("due", {"max_age_months": 24, "next_release": "2026-01-14"}),
        ("current", {"max_age_months": 24, "next_release": "cuando salga"}),
        ("historic", {"status": IndicatorStatus.RETIRED}),
        ("wanted", {"status": IndicatorStatus.WANTED}),
    ],
)
def test_a_figure_is_as_fresh_as_its_rule_says(expected: str, measure: dict[str, object]) -> None:
    """The limit of its indicator, or the release that was announced and has gone by."""
    assert state(opened({"max_age_months": None, **measure})) == expected


def test_partial_and_undated_figures_have_no_age() -> None:
    """They are no series that could be continued."""
    assert state(opened({"max_age_months": 1}, grade=Quality.PARTIAL_LIST)) == "open"
    assert state(opened({"max_age_months": 1}, "", Quality.UNDATED)) == "open"


def test_a_release_is_over_when_its_whole_month_or_year_is() -> None:
    """Until then it may still come."""
    assert release_day("2026-02") == date(2026, 2, 28)
    assert release_day("2026") == date(2026, 12, 31)
    assert release_day("") is None
    assert release_day("pronto") is None


@given(
    end=st.dates(date(2019, 1, 1), date(2021, 12, 31)),
    months=st.integers(0, 40),
    beyond=st.integers(-3, 3),
)
def test_the_day_told_is_the_last_on_which_a_figure_is_not_old(
    end: date, months: int, beyond: int
) -> None:
    """What the badge says and what the pages show as old agree on every day of any month."""
    made = opened({"max_age_months": months}, end.isoformat())
    one = made.catalog.indicators[0]
    until = freshness(made, one).until
    assert until is not None
    day = until + timedelta(days=beyond)
    shown = replace(made, edition=replace(made.edition, as_of=day))
    assert is_old(shown, one, made.catalog.observations[0]) == (beyond > 0)


def test_the_calendar_puts_each_indicator_once() -> None:
    """Announced ones by date, then those that grow old, then those without a limit."""
    rows = [
        replace(indicator("T-01"), next_release="2026-06"),
        replace(indicator("T-02"), next_release="2026-03-15"),
        replace(indicator("T-03"), next_release="en el segundo semestre"),
        replace(indicator("T-04"), max_age_months=36),
        replace(indicator("T-05"), max_age_months=24),
        replace(indicator("T-06"), max_age_months=None),
        replace(indicator("T-07"), status=IndicatorStatus.WANTED),
    ]
    figures = [replace(observation("A01", 5, "2024"), indicator=one.id) for one in rows[:6]]
    page = calendar_page(book(catalog(regions(6), rows, figures)))
    names = [one.names["es"] for one in rows]
    told = [[row.indicator.text for row in part] for part in (page.announced, page.expected)]
    assert told == [[names[1], names[0], names[2]], [names[4], names[3]]]
    assert [row.indicator.text for row in page.others] == [names[5]]
    assert [row.iso_date for row in page.announced] == ["2026-03-15", "2026-06-30", ""]
