"""What is counted in registers may change with them: nobody is asked why, and all are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quipu.exports.memory import change_tables
from quipu.findings import is_blocking, message
from quipu.memory.guard import guard, reference_of
from quipu.memory.recounted import counted_in
from quipu.model import Catalog, Location
from quipu.model.registers import RegisterRow
from quipu.pages.memory.changes import changes_page
from quipu.pages.memory.news import site_channels
from quipu.vocab import Computed, IndicatorStatus
from tests.books import book
from tests.memory.remembered import AS_OF, edition, facts, found, history, reason, remembering
from tests.samples import catalog, indicator

OLD = {("A01", "2024"): 1, ("A02", "2024"): 1}


def counted(
    values: dict[tuple[str, str], int | str | None], by: Computed = Computed.MINIMUM_TASKS
) -> Catalog:
    """Figures that are counted in registers, one of which is there."""
    now = facts(values, computed=by)
    row = RegisterRow(cells={}, origin=Location(path="data/registers/minimum_tasks.csv", line=2))
    return replace(now, registers=replace(now.registers, rows={"minimum_tasks": (row,)}))


@pytest.mark.parametrize("value", [2, 10, "0"])
def test_a_figure_that_is_counted_again_is_told_and_asks_for_nothing(value: int | str) -> None:
    """A note at the row that it rests on, in both languages."""
    now = counted({**OLD, ("A02", "2024"): value})
    (note,) = found(now, edition(counted({**OLD})))
    assert (note.code, note.where) == ("N820", now.observations[1].origin)
    assert not is_blocking([note])
    assert message(note, "es")[0] == (
        f"T-01, A02, 2024: se publicó 1 (2025-12) y ahora se cuenta {value}."
    )
    assert f"1 was published (2025-12) and {value} is counted now" in message(note, "en")[0]


def test_a_figure_that_is_typed_still_asks_for_its_reason() -> None:
    """Only what is counted changes by itself."""
    (error,) = found(facts({**OLD, ("A02", "2024"): 2}), edition(facts(OLD)))
    assert error.code == "E804"


def test_what_is_not_counted_any_more_is_told_where_it_was_counted() -> None:
    """At the register while there is one, else at the indicator: never at a file that is not."""
    then = edition(counted({**OLD}))
    notes = found(counted({}), then)
    assert [(n.code, n.params["area"], n.params["value"]) for n in notes] == [
        ("N820", "A01", "–"),
        ("N820", "A02", "–"),
    ]
    assert {n.where.path for n in notes} == {"data/registers/minimum_tasks.csv"}
    # As it is when the last row goes: then the indicator is wanted again.
    bare = facts({}, computed=Computed.MINIMUM_TASKS, status=IndicatorStatus.WANTED)
    notes = found(bare, then)
    assert [n.code for n in notes] == ["N820", "N820"]
    assert {n.where for n in notes} == {bare.indicators[0].origin}


def test_figures_of_one_row_are_each_told_once() -> None:
    """A plan of two years is one row; an edition and a revision of git are two references."""
    then = counted({("A01", "2024"): 1, ("A01", "2025"): 1}, Computed.COMMISSION_PLAN)
    now = counted({("A01", "2024"): 2, ("A01", "2025"): 2}, Computed.COMMISSION_PLAN)
    place = now.observations[0].origin
    now = replace(now, observations=tuple(replace(o, origin=place) for o in now.observations))
    notes = guard(remembering(now, edition(then)), AS_OF, (reference_of(then, "main"),))
    assert [(n.code, n.params["period"]) for n in notes] == [("N820", "2024"), ("N820", "2025")]


def test_taking_an_indicator_back_still_asks_for_a_reason() -> None:
    """No register did that."""
    now = facts(OLD, computed=Computed.MINIMUM_TASKS, status=IndicatorStatus.DRAFT)
    assert [f.code for f in found(now, edition(counted({**OLD})))] == ["E805"]
    assert counted_in(now) == {}


def test_a_reason_that_somebody_gave_is_not_overtaken() -> None:
    """It was true then; the next fact is no mistake in it."""
    given = reason("A02", "2024", "1", "2")
    then = edition(counted({**OLD}))
    assert found(counted({**OLD, ("A02", "2024"): 2}), then, reasons=(given,)) == []
    (note,) = found(counted({**OLD, ("A02", "2024"): 3}), then, reasons=(given,))
    assert note.code == "N820"


def test_every_way_of_counting_has_its_registers() -> None:
    """Of none of them a change would be told without saying where it comes from."""
    ways = [replace(indicator(f"T-{n:02}"), computed=way) for n, way in enumerate(Computed)]
    registers = counted_in(catalog([], ways, []))
    assert len(registers) == len(Computed)
    assert all(registers.values())


def test_the_log_says_which_register_changed() -> None:
    """On the page, in the feed and in the table, as a revision that nobody has to explain."""
    now, then = counted({**OLD, ("A02", "2024"): 2}), edition(counted({**OLD}))
    made = replace(book(remembering(now, then)), history=history(now, then))
    words = "Se contó otra vez: cambió el registro Tareas mínimas."
    (row,) = changes_page(made).block.rows
    assert (row.kind, row.reason, row.reason_language) == ("Revisión", words, "")
    _site, channel = site_channels(made)
    assert channel.told[0].title.startswith("Revisión: ")
    assert words in channel.told[0].summary
    table = next(iter(change_tables([made], ["es", "en"]))).body.decode()
    # Of the other language there is no book here.
    assert table.splitlines()[1] == f"T-01,A02,2024,1,2,{AS_OF},revision,{words},"


def test_a_reason_that_was_given_is_told_instead() -> None:
    """A person knows more than a register."""
    given = reason("A02", "2024", "1", "2")
    now, then = counted({**OLD, ("A02", "2024"): 2}), edition(counted({**OLD}))
    (change,) = history(now, then, reasons=(given,)).log
    assert (change.reason, change.registers) == (given, ())


def test_shares_name_both_registers_that_they_rest_on() -> None:
    """Either the sessions or how many were expected is other than before."""
    by = Computed.SESSIONS_HELD
    now, then = counted({**OLD, ("A02", "2024"): 2}, by), edition(counted({**OLD}, by))
    (change,) = history(now, then).log
    assert change.registers == ("sessions", "commission_periods")
