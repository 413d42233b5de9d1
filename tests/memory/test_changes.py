"""The log of changes: every one, once, with its reason, in the order readers expect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quipu.memory.changes import Arrival
from quipu.model import FrozenEdition, RevisionKind
from quipu.pages.memory.changes import changes_page
from quipu.pages.memory.news import site_channels
from tests.books import book
from tests.memory.remembered import CODE, edition, facts, history, reason, remembering

OLD = {("A01", "2024"): 10, ("A02", "2024"): 20}
THEN = edition(facts(OLD))


def test_a_change_has_the_day_and_the_reason_that_were_given() -> None:
    """Not the day of the next edition."""
    (change,) = history(facts({**OLD, ("A01", "2024"): 11}), THEN, reasons=(reason(),)).log
    assert (change.before, change.after, change.date) == ("10", "11", "2026-02-01")
    assert change.reason == reason()


def test_a_reason_for_a_series_makes_a_change_of_each_figure() -> None:
    """With their own values, before and after."""
    series = reason("", "", "", "", kind=RevisionKind.REVISION)
    now = facts({("A01", "2024"): 11, ("A02", "2024"): 22})
    log = history(now, THEN, reasons=(series,)).log
    assert [(c.ref_area, c.before, c.after) for c in log] == [
        ("A01", "10", "11"),
        ("A02", "20", "22"),
    ]
    assert [c.reason for c in log] == [series, series]


def test_of_several_reasons_the_one_that_says_most_is_told() -> None:
    """That of an area before that of the whole series, wherever they stand."""
    series, area = reason("", "", "", ""), reason("A01", "", "", "", line=3)
    log = history(facts({("A01", "2024"): 11, ("A02", "2024"): 22}), THEN, reasons=(series, area))
    assert [c.reason for c in log.log] == [area, series]


def test_what_came_and_went_between_two_editions_is_told() -> None:
    """Both times, though the editions are equal."""
    there = reason(day="2026-01-10", after="11")
    back = reason(day="2026-01-20", before="11", after="10", line=3)
    log = history(facts(OLD), THEN, reasons=(there, back)).log
    assert [(c.date, c.after) for c in log] == [("2026-01-20", "10"), ("2026-01-10", "11")]


def test_a_change_between_editions_that_nobody_explained_is_told_as_such() -> None:
    """On the day of the edition that shows it; editions of long ago may hold some."""
    later = edition(facts({**OLD, ("A01", "2024"): 11}), "2026-01", "2026-01-31")
    (change,) = history(facts({**OLD, ("A01", "2024"): 11}), THEN, later).log
    assert (change.date, change.reason) == ("2026-01-31", None)


def test_a_series_revised_after_one_of_its_figures_was_mended_is_told_from_there() -> None:
    """What stood in between was published too."""
    series = reason("", "", "", "", day="2026-03-01", kind=RevisionKind.REVISION, line=3)
    log = history(facts({**OLD, ("A01", "2024"): 12}), THEN, reasons=(reason(), series)).log
    assert [(c.date, c.before, c.after, c.reason) for c in log] == [
        ("2026-03-01", "11", "12", series),
        ("2026-02-01", "10", "11", reason()),
    ]


def test_a_reason_of_a_day_to_come_is_told_once() -> None:
    """It may bear the day on which it will be published."""
    early = reason(day="2026-04-02")
    (change,) = history(facts({**OLD, ("A01", "2024"): 11}), THEN, reasons=(early,)).log
    assert change.reason == early
    series = reason("", "", "", "", day="2026-04-02")
    (change,) = history(facts({**OLD, ("A01", "2024"): 11}), THEN, reasons=(series,)).log
    assert (change.before, change.after, change.reason) == ("10", "11", series)


def test_of_a_day_what_was_written_later_comes_first() -> None:
    """As among days."""
    there, back = reason(), reason(before="11", after="10", line=3)
    log = history(facts(OLD), THEN, reasons=(there, back)).log
    assert [c.reason for c in log] == [back, there]


@pytest.mark.parametrize("editions", [(), (THEN,)], ids=["no edition", "no figure changed"])
def test_a_reason_for_many_figures_is_never_silent(editions: tuple[FrozenEdition, ...]) -> None:
    """A series that came and went between editions, or what an indicator measures."""
    series = reason("", "", "", "")
    (change,) = history(facts(OLD), *editions, reasons=(series,)).log
    assert (change.reason, change.is_of_one, change.before, change.after) == (series, False, "", "")


def test_feeds_tell_two_changes_of_a_figure_on_a_day_apart() -> None:
    """An id that was given stays when the second one comes."""
    there, back = reason(), reason(before="11", after="10", line=3)
    told = []
    for reasons in ((there,), (there, back)):
        made = book(remembering(facts(OLD), THEN, reasons=reasons))
        made = replace(made, history=history(facts(OLD), THEN, reasons=reasons))
        _site, changes = site_channels(made)
        told.append([one.key for one in changes.told])
    assert len(set(told[1])) == 2
    assert told[1][1:] == told[0]


def test_a_reason_for_many_figures_reads_as_one() -> None:
    """No arrow from nothing to nothing, on the page and in the feed."""
    past = history(facts(OLD), reasons=(reason("", "", "", ""),))
    made = replace(book(facts(OLD)), history=past)
    (row,) = changes_page(made).block.rows
    assert (row.area.text, row.period) == ("todas las áreas", "todos los periodos")
    assert (row.before, row.after, row.reason) == ("", "", "Razón sintética.")
    _site, changes = site_channels(made)
    assert changes.told[0].summary == "Razón sintética."


def test_a_withdrawn_figure_is_a_change() -> None:
    """What stands instead is nothing."""
    (change,) = history(facts({("A02", "2024"): 20}), THEN).log
    assert (change.ref_area, change.before, change.after) == ("A01", "10", "")


def test_without_editions_there_is_no_past_but_the_reasons() -> None:
    """They are changes by themselves."""
    past = history(facts({**OLD, ("A01", "2024"): 11}), reasons=(reason(),))
    assert [c.after for c in past.log] == ["11"]
    assert past.stages == ()
    assert past.triangle(CODE) == ()


def test_the_triangle_holds_what_each_edition_published() -> None:
    """A row a figure, a column an edition, and what is published now."""
    later = edition(facts({("A01", "2024"): 11, ("A01", "2025"): 12}), "2026-01", "2026-01-31")
    rows = history(facts({("A01", "2024"): 11, ("A01", "2025"): 12}), THEN, later).triangle(CODE)
    assert [(r.ref_area, r.time_period, r.values, r.has_changed) for r in rows] == [
        ("A01", "2024", ("10", "11", "11"), True),
        ("A02", "2024", ("20", "", ""), True),
        ("A01", "2025", ("", "12", "12"), False),
    ]


def test_editions_bring_figures_to_areas_and_indicators() -> None:
    """How many there are, and how many no edition before had."""
    now = facts({**OLD, ("A01", "2025"): 11})
    past = history(now, THEN, edition(now, "2026-01", "2026-01-31"))
    first = Arrival(edition="2025-12", date="2025-12-31", count=1, new_count=1)
    assert past.arrivals({"A01"}) == (
        first,
        Arrival(edition="2026-01", date="2026-01-31", count=2, new_count=1),
    )
    assert past.arrivals({"A02"}) == (first,)
    assert [a.count for a in past.arrivals({CODE})] == [2, 3]
    assert past.arrivals({"A09"}) == ()


def test_a_slice_of_the_past_holds_its_indicator_alone() -> None:
    """Of others it knows nothing."""
    past = history(facts({**OLD, ("A01", "2024"): 11}), THEN, reasons=(reason(),))
    assert past.only(CODE) == past
    other = past.only("T-02")
    assert other.log == ()
    assert [dict(stage.figures) for stage in other.stages] == [{}, {}]
