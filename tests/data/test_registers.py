"""The real registers: what stands in them, on what it rests, and what is never counted."""

from __future__ import annotations

from collections import Counter

import pytest

from quipu.model import Catalog
from quipu.model.register_codes import (
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    SessionOutcome,
)
from quipu.model.registers import CommissionFact, FunctionFact, Registers
from quipu.periods import UNDATED

REGISTERS = ("integrity_functions", "minimum_tasks", "commissions", "sessions", "members")
COUNTED = ("FI-01", "FI-02", "FI-06", "CI-01", "CI-02", "CI-03", "CI-04")
"""Figures that facts give one by one."""


@pytest.fixture(scope="module")
def registers(national: Catalog) -> Registers:
    """The registers of the project's own data."""
    return national.registers


def cells(registers: Registers, column: str) -> list[tuple[str, str]]:
    """Every cell of a column with the place it stands at, of the registers of facts."""
    return [
        (str(row.origin), row.cells[column])
        for name in REGISTERS
        for row in registers.rows[name]
        if column in row.cells
    ]


def test_every_row_is_read_and_none_is_lost(registers: Registers) -> None:
    """Facts may be added; those that were carried over stay."""
    read = (
        registers.functions,
        registers.tasks,
        registers.commissions,
        registers.sessions,
        registers.members,
    )
    counts = {name: len(facts) for name, facts in zip(REGISTERS, read, strict=True)}
    rows = {name: len(registers.rows[name]) for name in REGISTERS}
    assert counts == rows
    least = {
        "integrity_functions": 85,
        "minimum_tasks": 3,
        "commissions": 70,
        "sessions": 7,
        "members": 26,
    }
    assert {name: n for name, n in counts.items() if n < least[name]} == {}


def test_every_fact_cites_a_source_whose_address_is_known(
    national: Catalog, registers: Registers
) -> None:
    """Who reads a fact can go and look."""
    found = cells(registers, "source")
    assert found
    for place, cell in found:
        assert cell.split(), place
        for source in cell.split():
            assert national.sources_by_id[source].url.startswith("http"), (place, source)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_statement_stands_in_both_languages(registers: Registers, language: str) -> None:
    """In its own words, not as a copy of the other language."""
    told = {
        str(fact.proof.origin): fact.statements
        for facts in (
            registers.functions,
            registers.tasks,
            registers.commissions,
            registers.sessions,
        )
        for fact in facts
    }
    for place, texts in told.items():
        assert texts.get(language, "").endswith("."), place
        assert texts["es"] != texts["en"], place


@pytest.mark.parametrize("stem", ["note", "unit"])
def test_notes_and_units_stand_in_both_languages_or_in_none(
    registers: Registers, stem: str
) -> None:
    """A limit that only some readers are told of is no limit."""
    spanish = dict(cells(registers, f"{stem}_es"))
    english = dict(cells(registers, f"{stem}_en"))
    assert spanish.keys() == english.keys()
    assert [p for p in spanish if bool(spanish[p]) != bool(english[p])] == []


def test_names_of_institutions_and_topics_stand_in_both_languages(registers: Registers) -> None:
    """They are shown in lists of either language."""
    names = {key: thing.names for key, thing in registers.institutions.items()}
    names |= {key: thing.names for key, thing in registers.topics.items()}
    assert [key for key, texts in names.items() if not (texts["es"] and texts["en"])] == []


def test_all_topics_of_the_model_are_there(registers: Registers) -> None:
    """Nine components, thirteen functions, three tasks, commissions and agencies."""
    components = [f"C{n}" for n in range(1, 10)]
    functions = [f"F{n}" for n in range(1, 14)]
    assert [*registers.topics] == [*components, *functions, "T1", "T2", "T3", "CRA", "ARD"]


def test_no_figure_says_none_where_no_source_does(national: Catalog, registers: Registers) -> None:
    """Not found is not the same as not there: every 0 rests on a fact that says «not done»."""
    facts: list[FunctionFact | CommissionFact] = [*registers.functions, *registers.commissions]
    absent = {str(f.proof.origin) for f in facts if f.status is FactStatus.NOT_DONE}
    zeros = [
        row
        for indicator in COUNTED
        for row in national.observations_by_indicator[indicator]
        if row.value == 0
    ]
    assert zeros
    assert [str(row.origin) for row in zeros if str(row.origin) not in absent] == []


def test_what_is_planned_is_no_session_and_gives_no_figure(
    national: Catalog, registers: Registers
) -> None:
    """Calendars, drafts and announcements stand as plans and activities."""
    facts: list[FunctionFact | CommissionFact] = [*registers.functions, *registers.commissions]
    planned = [fact for fact in facts if fact.status is FactStatus.PLANNED]
    assert planned
    texts = {fact.statements["es"] for fact in planned}
    assert texts.isdisjoint(session.statements["es"] for session in registers.sessions)
    lines = {str(fact.proof.origin) for fact in planned}
    for indicator in COUNTED:
        rows = national.observations_by_indicator[indicator]
        assert lines.isdisjoint(str(row.origin) for row in rows), indicator


def test_a_forum_is_no_session(registers: Registers) -> None:
    """Days of training and public forums are activities."""
    for session in registers.sessions:
        words = session.statements["es"].casefold()
        assert not any(word in words for word in ("foro", "jornada", "charla")), session


def test_sessions_carry_counts_only_where_the_source_gives_them(registers: Registers) -> None:
    """The statement tells who came, or nothing is counted."""
    for session in registers.sessions:
        counts = (session.members, session.attended, session.alternates)
        told = [str(count) for count in counts if count is not None]
        assert all(n in session.statements["es"] for n in told), session.proof.origin


def test_a_session_without_date_says_so(registers: Registers) -> None:
    """The session of Puno without quorum shows a day and no year."""
    undated = [s for s in registers.sessions if s.when is UNDATED]
    assert ("PE-PUN", SessionOutcome.NO_QUORUM) in [(s.ref_area, s.outcome) for s in undated]
    assert all("no muestra" in s.proof.notes.get("es", "") for s in undated)


def test_no_share_of_sessions_is_counted_from_press_notes(
    national: Catalog, registers: Registers
) -> None:
    """Nobody declared all sessions of a period to be known: there is no share of them."""
    declared = {period.ref_area for period in registers.periods}
    for indicator in ("CP-01", "CP-02", "CP-03", "CP-04", "CI-05", "CI-06", "CI-07"):
        areas = {row.ref_area for row in national.observations_by_indicator[indicator]}
        assert areas <= declared, indicator


def test_the_country_takes_no_place_among_the_regions(
    national: Catalog, registers: Registers
) -> None:
    """Counts of all commissions are of the country, and are measured or missing, never done."""
    facts = [f for f in registers.commissions if f.ref_area == "PE"]
    assert facts
    assert {f.status for f in facts} <= {FactStatus.MEASURED, FactStatus.NOT_DONE}
    for indicator in national.indicators:
        if indicator.computed is not None:
            rows = national.observations_by_indicator[indicator.id]
            assert "PE" not in {row.ref_area for row in rows}, indicator.id


def test_a_dependency_is_not_the_regional_government(
    national: Catalog, registers: Registers
) -> None:
    """Its facts have no set-up and give no figure."""
    own = [f for f in registers.functions if f.level is EntityLevel.DEPENDENCY]
    assert own
    assert all(fact.setup is None for fact in own)
    lines = {str(fact.proof.origin) for fact in own}
    for indicator in ("FI-01", "FI-02"):
        rows = national.observations_by_indicator[indicator]
        assert lines.isdisjoint(str(row.origin) for row in rows)


def test_a_set_up_is_told_by_a_unit_or_an_officer(registers: Registers) -> None:
    """Only facts on who is in charge tell of which kind it is."""
    kinds = {
        0: {FunctionEvent.NO_UNIT},
        1: {FunctionEvent.OFFICER_DESIGNATED},
        2: {FunctionEvent.UNIT_CREATED, FunctionEvent.UNIT_EXISTS},
        3: {FunctionEvent.UNIT_CREATED, FunctionEvent.UNIT_EXISTS},
        4: {FunctionEvent.UNIT_CREATED, FunctionEvent.UNIT_EXISTS},
    }
    stated = [f for f in registers.functions if f.setup is not None]
    assert stated
    for fact in stated:
        assert fact.event in kinds[fact.setup or 0], fact.proof.origin


def test_levels_of_commissions_stay_within_their_scale(national: Catalog) -> None:
    """Eight activities of a plan are no level 8."""
    for indicator in ("CI-01", "CI-02", "CI-03", "CI-04"):
        values = [row.value for row in national.observations_by_indicator[indicator]]
        assert values
        assert all(value is not None and 0 <= value <= 2 for value in values), indicator


def test_a_minimum_task_says_on_what_it_rests(registers: Registers) -> None:
    """Official notes and dated press only, and a note in plain words."""
    assert registers.tasks
    for fact in registers.tasks:
        assert fact.proof.confidence is not Confidence.WEAK, fact.proof.origin
        assert fact.proof.notes["es"].startswith("Se apoya en"), fact.proof.origin


def test_undated_sources_are_not_dated(national: Catalog, registers: Registers) -> None:
    """The date that a row says its source shows is that of the list of sources."""
    for name in REGISTERS:
        for row in registers.rows[name]:
            seen = row.cells["date_seen"]
            published = {national.sources_by_id[s].published for s in row.cells["source"].split()}
            if seen and any(published):
                assert seen in published, row.origin


def test_opinions_and_guesses_have_the_lowest_confidence(registers: Registers) -> None:
    """A blog, a remark or an inferred date never counts as an official page."""
    for fact in registers.functions:
        note = fact.proof.notes.get("es", "").casefold()
        if "opinión" in note or "inferida" in note or "se infiere de" in note:
            assert fact.proof.confidence is not Confidence.OFFICIAL, fact.proof.origin


def test_an_institution_stands_once_among_the_members_of_a_commission(
    registers: Registers,
) -> None:
    """Two provincial municipalities are one row whose note tells that they are two."""
    seats = Counter((m.ref_area, m.institution, m.starts) for m in registers.members)
    assert [seat for seat, n in seats.items() if n > 1] == []
