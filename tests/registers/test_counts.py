"""Figures counted in registers: each rule against facts whose figure is worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.model import Observation
from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    Seat,
    SessionOutcome,
    TaskState,
    TopicKind,
)
from quipu.model.registers import (
    Agreement,
    FunctionFact,
    Member,
    Registers,
    Session,
    TaskFact,
    Topic,
)
from quipu.registers.computed import computed_figures
from quipu.registers.seats import seated
from quipu.vocab import Computed, Quality
from tests.registers.samples import (
    INSTITUTIONS,
    agreement,
    commission,
    function,
    member,
    period,
    proof,
    session,
    task,
    when,
)
from tests.samples import indicator

AREAS = ("A01", "A02", "A03")
HELD, NO_QUORUM, CALLED = SessionOutcome.HELD, SessionOutcome.NO_QUORUM, SessionOutcome.CALLED
NOT_DONE, PLANNED, EXISTS = FactStatus.NOT_DONE, FactStatus.PLANNED, FactStatus.EXISTS
LINK = "https://example.org/1.pdf"


def figures(
    rule: Computed, registers: Registers, areas: tuple[str, ...] = AREAS
) -> tuple[Observation, ...]:
    """Count an indicator with one decimal."""
    return computed_figures(registers, replace(indicator(), computed=rule), areas)


def told(rule: Computed, registers: Registers) -> list[tuple[str, str, str]]:
    """Area, period and value of every figure."""
    return [(row.ref_area, row.period.code, str(row.value)) for row in figures(rule, registers)]


Counts = tuple[str, int, int] | None


def share(rule: Computed, registers: Registers) -> Counts:
    """The value of the one figure with its counts; None where there is none."""
    rows = figures(rule, registers)
    if not rows:
        return None
    (row,) = rows
    assert row.numerator is not None
    assert row.denominator is not None
    return str(row.value), int(row.numerator), int(row.denominator)


@pytest.mark.parametrize(
    ("sessions", "expected", "counted"),
    [
        pytest.param([], 2, ("0.0", 0, 2), id="none was held"),
        pytest.param([session()], 3, ("33.3", 1, 3), id="one of three"),
        pytest.param([session()] * 2, 3, ("66.7", 2, 3), id="rounded up"),
        pytest.param([session()] * 4, 3, ("100.0", 3, 3), id="more than expected"),
        pytest.param([session(outcome=CALLED)], 2, ("0.0", 0, 2), id="called is not held"),
        pytest.param([session(outcome=NO_QUORUM)], 2, ("0.0", 0, 2), id="without quorum"),
        pytest.param([session("2024-06-30")], 2, ("0.0", 0, 2), id="the day before"),
        pytest.param([session("2024-07-01")], 2, ("50.0", 1, 2), id="the first day"),
        pytest.param([session("2024-12-31")], 2, ("50.0", 1, 2), id="the last day"),
        pytest.param([session("2025-01-01")], 2, ("0.0", 0, 2), id="the day after"),
        pytest.param([session("2024")], 2, None, id="a year may lie outside"),
        pytest.param([session("2024-12/2025-01")], 2, None, id="so may its end"),
        pytest.param([session("")], 2, ("0.0", 0, 2), id="no date"),
        pytest.param([session(area="A02")], 2, ("0.0", 0, 2), id="of another area"),
        pytest.param([session()], 0, None, id="none was expected"),
    ],
)
def test_sessions_held(sessions: list[Session], expected: int, counted: Counts) -> None:
    """Of those expected in the second half of 2024, and never more than all."""
    registers = Registers(sessions=tuple(sessions), periods=(period(expected=expected),))
    assert share(Computed.SESSIONS_HELD, registers) == counted


@pytest.mark.parametrize(
    ("sessions", "counted"),
    [
        pytest.param([], None, id="nobody called"),
        pytest.param([session()], ("0.0", 0, 1), id="all held"),
        pytest.param([session(), session(outcome=NO_QUORUM)], ("50.0", 1, 2), id="one failed"),
        pytest.param([session(outcome=CALLED)], None, id="how it went is not known"),
    ],
)
def test_sessions_without_quorum(sessions: list[Session], counted: Counts) -> None:
    """Of those called whose outcome is known."""
    registers = Registers(sessions=tuple(sessions), periods=(period(),))
    assert share(Computed.NO_QUORUM, registers) == counted


@pytest.mark.parametrize(
    ("sessions", "counted"),
    [
        pytest.param([session(counts=(5, 4, 1))], ("60.0", 3, 5), id="alternates are no members"),
        pytest.param(
            [session(counts=(5, 4, 1)), session(counts=(5, 5, 0))], ("80.0", 8, 10), id="two"
        ),
        pytest.param([session(counts=(5, 4, 1)), session()], None, id="one tells no counts"),
        pytest.param([session(counts=(5, 4, None))], None, id="alternates are not told"),
        pytest.param(
            [session(counts=(5, 4, 1)), session(outcome=NO_QUORUM)],
            ("60.0", 3, 5),
            id="only those held",
        ),
        pytest.param([], None, id="none held"),
    ],
)
def test_attendance(sessions: list[Session], counted: Counts) -> None:
    """Of full members, over all sessions held; where one does not tell it, there is no figure."""
    registers = Registers(sessions=tuple(sessions), periods=(period(),))
    assert share(Computed.ATTENDANCE, registers) == counted


@pytest.mark.parametrize(
    ("minutes", "published", "counted"),
    [
        (LINK, "2024-08-31", ("100.0", 1, 1)),
        (LINK, "2024-09-01", ("0.0", 0, 1)),
        (LINK, "", ("0.0", 0, 1)),
        ("", "2024-08-02", ("0.0", 0, 1)),
    ],
)
def test_minutes_in_time(minutes: str, published: str, counted: Counts) -> None:
    """Within thirty days, at an address: the thirtieth day is in time, the next one is not."""
    held = session("2024-08-01", minutes=minutes, published=published)
    registers = Registers(sessions=(held,), periods=(period(),))
    assert share(Computed.MINUTES_PUBLISHED, registers) == counted


@pytest.mark.parametrize(
    ("agreements", "counted"),
    [
        pytest.param([], None, id="none"),
        pytest.param([agreement(due="2024-12-31")], ("0.0", 0, 1), id="pending"),
        pytest.param(
            [agreement(due="2024-12-31", done_on="2024-12-31")], ("100.0", 1, 1), id="by the end"
        ),
        pytest.param(
            [agreement(due="2024-12-31", done_on="2025-01-01")], ("0.0", 0, 1), id="after the end"
        ),
        pytest.param(
            [agreement(due="2024-12-31", state=AgreementState.DROPPED)],
            ("0.0", 0, 1),
            id="dropped is not fulfilled",
        ),
        pytest.param([agreement(due="2024-06-30")], None, id="due before"),
        pytest.param([agreement(due="2024-07-01")], ("0.0", 0, 1), id="due on the first day"),
        pytest.param([agreement(due="2025-01-01")], None, id="due after"),
        pytest.param([agreement()], None, id="without a day"),
        pytest.param(
            [agreement(due="2024-12-31", body=AgreementBody.REGIONAL_GOVERNMENT)],
            None,
            id="of the government",
        ),
        pytest.param([agreement(due="2024-12-31", area="A02")], None, id="of another area"),
    ],
)
def test_agreements_fulfilled(agreements: list[Agreement], counted: Counts) -> None:
    """Of the commission's that fell due in the period, those done by its end."""
    registers = Registers(agreements=tuple(agreements), periods=(period(),))
    assert share(Computed.AGREEMENTS_FULFILLED, registers) == counted


@pytest.mark.parametrize(
    ("members", "counted"),
    [
        pytest.param([], None, id="nobody known"),
        pytest.param([member(contact=True)], ("100.0", 1, 1), id="one"),
        pytest.param([member(contact=True), member(contact=False)], ("50.0", 1, 2), id="half"),
        pytest.param([member(contact=True), member()], None, id="of one it is not known"),
        pytest.param(
            [member(contact=True), member(seat=Seat.OBSERVER)], ("100.0", 1, 1), id="observers"
        ),
        pytest.param(
            [member(contact=True), member(ends="2024-12-30", contact=False)],
            ("100.0", 1, 1),
            id="who left before the end",
        ),
    ],
)
def test_contact_points(members: list[Member], counted: Counts) -> None:
    """Of the full members on the last day; where of one it is not known, there is no figure."""
    registers = Registers(members=tuple(members), periods=(period(),))
    assert share(Computed.CONTACT_POINTS, registers) == counted


@pytest.mark.parametrize(
    ("members", "counted"),
    [
        pytest.param([], None, id="nobody known"),
        pytest.param(
            [member("judiciary"), member("judiciary"), member("society", Seat.OBSERVER)],
            ("25.0", 2, 8),
            id="two classes of eight",
        ),
        pytest.param([member("other")], ("0.0", 0, 8), id="no class"),
        pytest.param(
            [member("judiciary"), member("society", Seat.GUEST)], ("12.5", 1, 8), id="guests"
        ),
        pytest.param([member(key) for key in INSTITUTIONS], ("100.0", 8, 8), id="all"),
    ],
)
def test_broad_membership(members: list[Member], counted: Counts) -> None:
    """How many of the eight classes of actors sit there, with or without a vote."""
    registers = Registers(institutions=INSTITUTIONS, members=tuple(members), periods=(period(),))
    # A share of eighths has up to three decimals.
    rule = replace(indicator(decimals=3), computed=Computed.BROAD_MEMBERSHIP)
    rows = computed_figures(registers, rule, AREAS)
    found = [(row.value, row.numerator, row.denominator) for row in rows]
    assert found == ([tuple(Decimal(n) for n in counted)] if counted else [])


def test_a_term_counts_from_its_first_day_to_its_last() -> None:
    """An end that is not told is open."""
    own = [member("a", starts="2024-02-01", ends="2024-03-01"), member("b", starts="2024-02-01")]
    days = ("2024-01-31", "2024-02-01", "2024-03-01", "2024-03-02")
    seats = [[m.institution for m in seated(own, "A01", when(day).start)] for day in days]
    assert seats == [[], ["a", "b"], ["a", "b"], ["b"]]


SHARES = (
    Computed.CONTACT_POINTS,
    Computed.BROAD_MEMBERSHIP,
    Computed.MINUTES_PUBLISHED,
    Computed.SESSIONS_HELD,
    Computed.ATTENDANCE,
    Computed.NO_QUORUM,
    Computed.AGREEMENTS_FULFILLED,
)


@pytest.mark.parametrize("rule", SHARES)
def test_no_share_without_a_declared_period(rule: Computed) -> None:
    """Facts alone do not tell that they are all: press notes are never counted."""
    full = Registers(
        institutions=INSTITUTIONS,
        sessions=(session(counts=(5, 4, 1), minutes=LINK, published="2024-08-02"),),
        agreements=(agreement(due="2024-12-31", done_on="2024-09-01"),),
        members=(member("judiciary", contact=True),),
        periods=(period(),),
    )
    assert len(figures(rule, full)) == 1
    assert figures(rule, replace(full, periods=())) == ()


UNIT, NO_UNIT = FunctionEvent.UNIT_CREATED, FunctionEvent.NO_UNIT
SEEN, HEAD = FunctionEvent.UNIT_EXISTS, FunctionEvent.OFFICER_DESIGNATED


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([function("2024-03-01")], [("2024", "1.0")], id="created"),
        pytest.param([function("2024", HEAD)], [("2024", "1.0")], id="designated"),
        pytest.param([function("2024", HEAD, PLANNED)], [], id="to be designated"),
        pytest.param([function("2024", SEEN, EXISTS)], [], id="seen, by no act"),
        pytest.param([function("2024", SEEN, EXISTS, act="R 1")], [("2024", "1.0")], id="by act"),
        pytest.param([function("2024", NO_UNIT, NOT_DONE)], [("2024", "0.0")], id="none"),
        pytest.param([function("2024", FunctionEvent.TRAINING)], [], id="a training"),
        pytest.param([function(level=EntityLevel.DEPENDENCY)], [], id="of a directorate"),
        pytest.param(
            [function(level=EntityLevel.METROPOLITAN_MUNICIPALITY)], [("2024", "1.0")], id="of Lima"
        ),
        pytest.param(
            [function("2024-03"), function("2024-09", NO_UNIT, NOT_DONE)],
            [("2024", "0.0")],
            id="the newest of a year decides",
        ),
        pytest.param(
            [function("2024-09", NO_UNIT, NOT_DONE), function("2024-03")],
            [("2024", "0.0")],
            id="in whatever order",
        ),
        pytest.param(
            [function("2024-03"), function("2024-03", NO_UNIT, NOT_DONE)],
            [("2024", "0.0")],
            id="of one day the later row",
        ),
        pytest.param(
            [function("2023", NO_UNIT, NOT_DONE), function("2024")],
            [("2023", "0.0"), ("2024", "1.0")],
            id="each year its own",
        ),
        pytest.param([function("")], [("", "1.0")], id="undated"),
        pytest.param(
            [function(""), function("2019", NO_UNIT, NOT_DONE)],
            [("2019", "0.0")],
            id="undated says nothing beside dated",
        ),
        pytest.param([function("2020/2021")], [("2021", "1.0")], id="a range is of its last year"),
    ],
)
def test_function_assigned(facts: list[FunctionFact], expected: list[tuple[str, str]]) -> None:
    """1 where a formal act assigns it, 0 only where somebody saw that there is none."""
    registers = Registers(functions=tuple(facts))
    assert told(Computed.FUNCTION_ASSIGNED, registers) == [("A01", *one) for one in expected]


def test_function_setup() -> None:
    """The level that facts state, of the government itself."""
    facts = (
        function("2023", setup=1),
        function("2024-02", setup=3),
        function("2024-01", setup=2),
        function("2024-09"),
        function("2024", setup=4, level=EntityLevel.DEPENDENCY),
        function("2024", NO_UNIT, NOT_DONE, setup=0, area="A02"),
    )
    assert told(Computed.FUNCTION_SETUP, Registers(functions=facts)) == [
        ("A01", "2023", "1.0"),
        ("A01", "2024", "3.0"),
        ("A02", "2024", "0.0"),
    ]


def test_norm() -> None:
    """1 by a norm, 0 once it was repealed; a draft or a count is neither."""
    repealed = CommissionEvent.REPEALED
    facts = (
        commission("2020"),
        commission("2022-03", event=repealed),
        commission("2022-05", status=PLANNED),
        commission("2024", event=repealed, status=PLANNED),
        commission("2023", status=FactStatus.MEASURED, area="A02"),
        commission("2022", event=CommissionEvent.INSTALLED, area="A03"),
    )
    assert told(Computed.COMMISSION_NORM, Registers(commissions=facts)) == [
        ("A01", "2020", "1.0"),
        ("A01", "2022", "0.0"),
    ]


RULES, PLAN = CommissionEvent.RULES, CommissionEvent.PLAN
STATED = {
    Computed.COMMISSION_RULES: RULES,
    Computed.COMMISSION_PLAN: PLAN,
    Computed.COMMISSION_SECRETARIAT: CommissionEvent.SECRETARIAT,
}


@pytest.mark.parametrize("rule", STATED)
@pytest.mark.parametrize(
    ("status", "value", "units", "level"),
    [
        (FactStatus.DONE, "", "", "1.0"),
        (FactStatus.EXISTS, "", "", "1.0"),
        (FactStatus.DONE, "2", "", "2.0"),
        (FactStatus.DONE, "0", "", "0.0"),
        (FactStatus.DONE, "8", "actividades", "1.0"),
        (NOT_DONE, "", "", "0.0"),
        (PLANNED, "", "", None),
        (FactStatus.MEASURED, "7", "", None),
    ],
)
def test_what_a_commission_has(
    rule: Computed, status: FactStatus, value: str, units: str, level: str | None
) -> None:
    """The level that a row states, or 1; 0 where it was lacking; nothing of what is foreseen."""
    fact = commission(event=STATED[rule], status=status, value=value, units=units)
    other = commission(event=CommissionEvent.ACTIVITY, area="A02")
    expected = [] if level is None else [("A01", "2024", level)]
    assert told(rule, Registers(commissions=(fact, other))) == expected


@pytest.mark.parametrize(
    ("valid_at", "starts", "ends", "years"),
    [
        ("2024-03-01", "", "", ["2024"]),
        ("2024-03-01", "2024-01-01", "2024-12-31", ["2024"]),
        ("2023-12-20", "2024-01-01", "2024-12-31", ["2024"]),
        ("2024-03-01", "2024-01-01", "2026-12-31", ["2024", "2025", "2026"]),
        ("2024-03-01", "2023-01-01", "2025-12-31", ["2024", "2025"]),
        ("2024-03-01", "", "2025-12-31", ["2024", "2025"]),
        ("2024-03-01", "2023-01-01", "2023-12-31", ["2023"]),
        ("", "2023-01-01", "2024-12-31", ["2023", "2024"]),
        ("", "", "2024-12-31", ["2024"]),
        ("", "", "", [""]),
    ],
)
def test_a_plan_tells_of_every_year_it_runs_in(
    valid_at: str, starts: str, ends: str, years: list[str]
) -> None:
    """From its approval or its first day, whichever is later, to its last."""
    fact = commission(valid_at, PLAN, starts=starts, ends=ends)
    found = told(Computed.COMMISSION_PLAN, Registers(commissions=(fact,)))
    assert [code for _, code, _ in found] == years


T1, T2, T3 = MinimumTask


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([], [], id="nobody published anything"),
        pytest.param([task(T1, state=TaskState.NOT_DONE)], [("2024", "0.0")], id="not done"),
        pytest.param([task(T1), task(T3)], [("2024", "2.0")], id="two"),
        pytest.param([task(T1), task(T1)], [("2024", "1.0")], id="one twice"),
        pytest.param([task(T1, "2022"), task(T2, "2024")], [("2024", "2.0")], id="newest year"),
        pytest.param(
            [task(T1, "2024", TaskState.NOT_DONE), task(T1, "2022")], [("2024", "0.0")], id="newest"
        ),
        pytest.param([task(T1, "")], [("", "1.0")], id="undated"),
    ],
)
def test_minimum_tasks(facts: list[TaskFact], expected: list[tuple[str, str]]) -> None:
    """How many there is evidence of, by the newest fact of each."""
    registers = Registers(tasks=tuple(facts))
    assert told(Computed.MINIMUM_TASKS, registers) == [("A01", *one) for one in expected]


def test_the_tasks_are_named_with_all_their_sources() -> None:
    """A figure that rests on two facts cites both; one that rests on none done names none."""
    facts = (task(T1, by=proof(sources=("S1",))), task(T3, by=proof(sources=("S2", "S1"))))
    names = {
        key: Topic(id=key, kind=TopicKind.TASK, names={"es": f"Tarea {key}"}, origin=proof().origin)
        for key in ("T1", "T3")
    }
    (row,) = figures(Computed.MINIMUM_TASKS, Registers(tasks=facts, topics=names))
    assert row.sources == ("S1", "S2")
    assert row.notes == {"es": "Tarea T1, Tarea T3"}
    (none,) = figures(
        Computed.MINIMUM_TASKS, Registers(tasks=(task(T1, state=TaskState.NOT_DONE),))
    )
    assert none.notes == {}


@pytest.mark.parametrize(
    ("confidence", "valid_at", "is_complete", "quality"),
    [
        (Confidence.OFFICIAL, "2024", True, Quality.OFFICIAL_FILE),
        (Confidence.PRESS, "2024", True, Quality.COMPLETE_LIST),
        (Confidence.OFFICIAL, "2024", False, Quality.PARTIAL_LIST),
        (Confidence.PRESS, "2024", False, Quality.PARTIAL_LIST),
        (Confidence.OFFICIAL, "", True, Quality.UNDATED),
        (Confidence.OFFICIAL, "", False, Quality.UNDATED),
    ],
)
def test_a_figure_is_as_good_as_its_fact_and_its_list(
    confidence: Confidence, valid_at: str, is_complete: bool, quality: Quality
) -> None:
    """A list that lacks an area is partial, whatever its rows rest on; undated is undated."""
    by = proof(confidence=confidence)
    own = AREAS if is_complete else AREAS[:2]
    facts = tuple(commission(valid_at, area=area, by=by) for area in own)
    rows = figures(Computed.COMMISSION_NORM, Registers(commissions=facts))
    assert [row.quality for row in rows] == [quality] * len(own)


def test_an_opinion_gives_no_figure() -> None:
    """Nor does it take the place of what is sure; nor does a period or a session that is one."""
    weak = proof(confidence=Confidence.WEAK)
    facts = (commission("2024-02"), commission("2024-09", CommissionEvent.REPEALED, by=weak))
    assert told(Computed.COMMISSION_NORM, Registers(commissions=facts[1:])) == []
    assert told(Computed.COMMISSION_NORM, Registers(commissions=facts)) == [("A01", "2024", "1.0")]
    declared = tuple(period(area=area, by=weak) for area in AREAS)
    assert figures(Computed.SESSIONS_HELD, Registers(periods=declared)) == ()
    known = Registers(periods=(period(),), sessions=(session("2024-08-01", by=weak),))
    assert figures(Computed.SESSIONS_HELD, known) == ()


def test_a_list_is_complete_by_period() -> None:
    """That an area has a figure of another year does not complete this one."""
    facts = (commission("2024"), commission("2023", area="A02"), commission("2024", area="A03"))
    rows = figures(Computed.COMMISSION_NORM, Registers(commissions=facts))
    assert {row.quality for row in rows} == {Quality.PARTIAL_LIST}


def test_an_area_without_facts_has_no_figure() -> None:
    """Nor has the country, which is no area to be compared."""
    facts = (commission(area="A03"), commission(area="PE"), commission(area="A01"))
    rows = figures(Computed.COMMISSION_NORM, Registers(commissions=facts))
    assert [row.ref_area for row in rows] == ["A01", "A03"]


def test_an_indicator_that_is_typed_is_not_counted() -> None:
    """Only what says how it is computed."""
    registers = Registers(commissions=(commission(),))
    assert computed_figures(registers, indicator(), AREAS) == ()


def test_a_figure_carries_the_proof_of_its_fact() -> None:
    """Sources, the document, what it says, and where it stands."""
    by = replace(proof(7, sources=("S1", "S2")), document=LINK)
    (row,) = figures(Computed.COMMISSION_NORM, Registers(commissions=(commission(by=by),)))
    assert (row.sources, row.evidence_url) == (("S1", "S2"), LINK)
    assert row.notes == {"es": "Hecho inventado."}
    assert str(row.origin) == "data/registers/x.csv:7"


def test_every_rule_counts_something() -> None:
    """No rule of the table of indicators is forgotten: each has a test above."""
    tested = {
        *SHARES,
        *STATED,
        Computed.FUNCTION_ASSIGNED,
        Computed.FUNCTION_SETUP,
        Computed.MINIMUM_TASKS,
        Computed.COMMISSION_NORM,
    }
    assert tested == set(Computed)
