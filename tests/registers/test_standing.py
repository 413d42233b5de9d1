"""How an area stands: what is known of each matter, and by which fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    SessionOutcome,
    TaskState,
)
from quipu.model.registers import Agreement, CommissionFact, FunctionFact, Registers, Session
from quipu.registers.standing import (
    Due,
    Known,
    Matter,
    due_state,
    is_recent,
    standing_of,
    when_of,
)
from tests.registers.samples import (
    agreement,
    commission,
    function,
    member,
    proof,
    session,
    task,
    when,
)

TODAY = date(2025, 6, 30)
HELD, NO_QUORUM, CALLED = SessionOutcome.HELD, SessionOutcome.NO_QUORUM, SessionOutcome.CALLED
DONE, EXISTS, NOT_DONE = FactStatus.DONE, FactStatus.EXISTS, FactStatus.NOT_DONE
PLANNED, MEASURED = FactStatus.PLANNED, FactStatus.MEASURED
YES, STALE, NO, UNKNOWN = Known.YES, Known.STALE, Known.NO, Known.UNKNOWN
STALE_NO, STALE_PLANNED = Known.STALE_NO, Known.STALE_PLANNED
EVENTS = {
    Matter.NORM: CommissionEvent.NORM,
    Matter.RULES: CommissionEvent.RULES,
    Matter.PLAN: CommissionEvent.PLAN,
    Matter.CHAIR: CommissionEvent.CHAIR,
    Matter.SECRETARIAT: CommissionEvent.SECRETARIAT,
}


def known(matter: Matter, registers: Registers, area: str = "A01") -> Known:
    """What is known of a matter today."""
    return standing_of(registers, area, TODAY).answers[matter].known


def test_nothing_is_known_of_an_area_without_rows() -> None:
    """Every matter is unknown, and all of them are missing."""
    other = Registers(functions=(function(area="A02"),), members=(member(area="A02"),))
    told = standing_of(other, "A01", TODAY)
    assert {answer.known for answer in told.answers.values()} == {UNKNOWN}
    assert {answer.fact for answer in told.answers.values()} == {None}
    assert told.missing() == tuple(Matter)
    assert told.rows_on_commission == 0


@pytest.mark.parametrize("matter", EVENTS)
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([("2025", DONE)], YES, id="done"),
        pytest.param([("2025", EXISTS)], YES, id="exists"),
        pytest.param([("2012", DONE)], STALE, id="done long ago"),
        pytest.param([("", DONE)], STALE, id="undated"),
        pytest.param([("2025", NOT_DONE)], NO, id="lacking"),
        pytest.param([("2019", NOT_DONE)], STALE_NO, id="lacking long ago"),
        pytest.param([("2025", PLANNED)], Known.PLANNED, id="planned"),
        pytest.param([("2019", PLANNED)], STALE_PLANNED, id="planned long ago"),
        pytest.param([("2025", MEASURED)], UNKNOWN, id="only measured"),
        pytest.param([("2024", DONE), ("2025", PLANNED)], YES, id="planned beside done"),
        pytest.param([("2024", NOT_DONE), ("2025", PLANNED)], NO, id="planned beside lacking"),
        pytest.param([("2019", NOT_DONE), ("2025", DONE)], YES, id="done since"),
        pytest.param([("2019", DONE), ("2025", NOT_DONE)], NO, id="lost since"),
        pytest.param([("2025", DONE), ("2019", NOT_DONE)], YES, id="in whatever order"),
        pytest.param([("", DONE), ("2024", NOT_DONE)], NO, id="undated comes last"),
    ],
)
def test_the_newest_fact_decides(
    matter: Matter, told: list[tuple[str, FactStatus]], expected: Known
) -> None:
    """What is planned counts where nothing else is told; what was superseded does not."""
    if matter in (Matter.CHAIR, Matter.PLAN):
        # They stand for a year.
        told = [("2025" if on == "2024" else on, status) for on, status in told]
    if matter in (Matter.NORM, Matter.RULES) and expected is STALE:
        # They stand until others repeal them.
        expected = YES
    facts = tuple(commission(on, EVENTS[matter], status) for on, status in told)
    assert known(matter, Registers(commissions=facts)) is expected


def test_of_facts_of_one_day_the_later_row_decides() -> None:
    """It stands below the other, since it was noted down later."""
    facts = tuple(
        commission("2025-01-01", status=status, by=proof(line))
        for line, status in ((2, DONE), (3, NOT_DONE))
    )
    assert known(Matter.NORM, Registers(commissions=facts)) is NO


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([commission("2024"), commission("2025", CommissionEvent.REPEALED)], NO),
        ([commission("2025", CommissionEvent.REPEALED), commission("2024")], NO),
        ([commission("2025"), commission("2024", CommissionEvent.REPEALED)], YES),
        ([commission("2024"), commission("2025", CommissionEvent.REPEALED, PLANNED)], YES),
        ([commission("2025", CommissionEvent.REPEALED, PLANNED)], UNKNOWN),
        ([commission("2024"), commission("2025", CommissionEvent.REPEALED, NOT_DONE)], YES),
    ],
)
def test_a_norm_that_was_repealed_is_none(facts: list[CommissionFact], expected: Known) -> None:
    """Until a new one; a draft that would repeal it repeals nothing."""
    assert known(Matter.NORM, Registers(commissions=tuple(facts))) is expected


UNIT, SEEN, NO_UNIT = FunctionEvent.UNIT_CREATED, FunctionEvent.UNIT_EXISTS, FunctionEvent.NO_UNIT
HEAD = FunctionEvent.OFFICER_DESIGNATED


@pytest.mark.parametrize(
    ("matter", "fact", "expected"),
    [
        (Matter.UNIT, function("2024"), YES),
        (Matter.UNIT, function("2024", SEEN, EXISTS), YES),
        (Matter.UNIT, function("2020"), STALE),
        (Matter.UNIT, function("2024", NO_UNIT, NOT_DONE), NO),
        (Matter.UNIT, function("2024", level=EntityLevel.DEPENDENCY), UNKNOWN),
        (Matter.UNIT, function("2024", level=EntityLevel.METROPOLITAN_MUNICIPALITY), YES),
        (Matter.UNIT, function("2024", HEAD), UNKNOWN),
        (Matter.UNIT, function("2024", FunctionEvent.PLAN), UNKNOWN),
        (Matter.HEAD, function("2024", HEAD), YES),
        (Matter.HEAD, function("2020", HEAD), STALE),
        (Matter.HEAD, function("2025", HEAD, PLANNED), Known.PLANNED),
        (Matter.HEAD, function("2025", HEAD, NOT_DONE), NO),
        (Matter.HEAD, function("2024", HEAD, level=EntityLevel.DEPENDENCY), UNKNOWN),
    ],
)
def test_who_is_in_charge(matter: Matter, fact: FunctionFact, expected: Known) -> None:
    """Of the government itself; a directorate is another body."""
    assert known(matter, Registers(functions=(fact,))) is expected


@pytest.mark.parametrize("of", MinimumTask)
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2024", TaskState.DONE)], YES),
        ([("2021", TaskState.DONE)], STALE),
        ([("", TaskState.DONE)], STALE),
        ([("2024", TaskState.NOT_DONE)], NO),
        ([("2022", TaskState.NOT_DONE), ("2024", TaskState.DONE)], YES),
    ],
)
def test_minimum_tasks(of: MinimumTask, told: list[tuple[str, TaskState]], expected: Known) -> None:
    """Each by its newest fact, and none by that of another."""
    registers = Registers(tasks=tuple(task(of, on, state) for on, state in told))
    assert known(Matter(of.value), registers) is expected
    others = [Matter(other.value) for other in MinimumTask if other is not of]
    assert {known(matter, registers) for matter in others} == {UNKNOWN}


INSTALLED, INACTIVE = CommissionEvent.INSTALLED, CommissionEvent.INACTIVE
REACTIVATED = CommissionEvent.REACTIVATED


@pytest.mark.parametrize(
    ("sessions", "facts", "expected"),
    [
        pytest.param([], [], UNKNOWN, id="nothing"),
        pytest.param([session("2025-03")], [], YES, id="held"),
        pytest.param([session("2023-03")], [], STALE, id="held long ago"),
        pytest.param([session("")], [], STALE, id="held some day"),
        pytest.param([session("2025-09", CALLED)], [], Known.PLANNED, id="called"),
        pytest.param([session("2025-05", NO_QUORUM)], [], NO, id="without quorum"),
        pytest.param([session("2025-03"), session("2025-09", CALLED)], [], YES, id="and called"),
        pytest.param([session("2025-03"), session("2025-05", NO_QUORUM)], [], YES, id="and failed"),
        pytest.param([session("2023-09", CALLED)], [], STALE_PLANNED, id="called long ago"),
        pytest.param([session("2023-05", NO_QUORUM)], [], STALE_NO, id="failed long ago"),
        pytest.param([session("", NO_QUORUM)], [], UNKNOWN, id="failed some day"),
        pytest.param([], [commission("2025-02", INSTALLED)], UNKNOWN, id="only installed"),
        pytest.param([], [commission("2025", INSTALLED, PLANNED)], UNKNOWN, id="to be installed"),
        pytest.param([], [commission("2025", CommissionEvent.ACTIVITY)], UNKNOWN, id="a forum"),
        pytest.param([], [commission("2024-07", INACTIVE, NOT_DONE)], NO, id="idle"),
        pytest.param(
            [session("2023-03")], [commission("2019-07", INACTIVE, NOT_DONE)], STALE, id="met since"
        ),
        pytest.param(
            [session("2019-03")], [commission("2024-07", INACTIVE, NOT_DONE)], NO, id="idle since"
        ),
        pytest.param(
            [],
            [commission("2019-07", INACTIVE, NOT_DONE), commission("2023", REACTIVATED)],
            UNKNOWN,
            id="reactivated since",
        ),
        pytest.param(
            [],
            [commission("2019-07", INACTIVE, NOT_DONE), commission("2023", REACTIVATED, PLANNED)],
            STALE_NO,
            id="to be reactivated",
        ),
        pytest.param(
            [],
            [commission("2024-07", INACTIVE, NOT_DONE), commission("2023", REACTIVATED)],
            NO,
            id="idle again",
        ),
    ],
)
def test_whether_the_commission_meets(
    sessions: list[Session], facts: list[CommissionFact], expected: Known
) -> None:
    """By the newest session held, or the newest word that there was none."""
    registers = Registers(sessions=tuple(sessions), commissions=tuple(facts))
    assert known(Matter.SESSION, registers) is expected


def test_to_be_installed_is_no_session() -> None:
    """The last session stays the last, however old it is."""
    old, new = session("2022-03"), commission("2025-02", INSTALLED)
    told = standing_of(Registers(sessions=(old,), commissions=(new,)), "A01", TODAY)
    assert told.answers[Matter.SESSION].fact == old


def test_what_was_never_sure_is_to_be_confirmed() -> None:
    """A state that rests on an opinion is none that is on record as current."""
    weak = function("2025", by=proof(confidence=Confidence.WEAK))
    assert known(Matter.UNIT, Registers(functions=(weak,))) is STALE
    none = replace(weak, event=NO_UNIT, status=NOT_DONE)
    assert known(Matter.UNIT, Registers(functions=(none,))) is STALE_NO


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        *(("2024-06-30", True), ("2024-06-29", False), ("2024-07", True), ("2024-06", False)),
        *(("2025", True), ("2024", False), ("2025-06-30", True), ("", False)),
    ],
)
def test_a_session_is_recent_for_twelve_months(on: str, expected: bool) -> None:
    """Counted from the first day on which it may have been: «2024» may have been in January."""
    assert is_recent(when(on), TODAY) is expected


def test_agreements_are_known_once_the_commission_published_one() -> None:
    """What the government committed itself to is no agreement of the commission."""
    own = agreement("2", agreed_on="2024-09")
    of_government = agreement("9", body=AgreementBody.REGIONAL_GOVERNMENT, agreed_on="2025-01")
    assert known(Matter.AGREEMENTS, Registers(agreements=(of_government,))) is UNKNOWN
    registers = Registers(agreements=(agreement("1"), own, of_government))
    answer = standing_of(registers, "A01", TODAY).answers[Matter.AGREEMENTS]
    assert (answer.known, answer.fact) == (YES, own)


def test_facts_stand_newest_first_and_undated_last() -> None:
    """As pages tell them; agreements by the day they fall due, those without one last."""
    registers = Registers(
        commissions=tuple(commission(on) for on in ("2022", "", "2024-03", "2024")),
        sessions=(session("2023"), session("2024-02-01")),
        agreements=(agreement("a"), agreement("b", due="2025-01-01"), agreement("c")),
    )
    told = standing_of(registers, "A01", TODAY)
    assert [when_of(f).code for f in told.commissions] == ["2024-03", "2024", "2022", ""]
    assert [when_of(s).code for s in told.sessions] == ["2024-02-01", "2023"]
    assert [a.id for a in told.agreements] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("of", "due"),
    [
        (agreement(due="2025-06-29"), Due.OVERDUE),
        (agreement(due="2025-06-30"), Due.SOON),
        (agreement(due="2025-07-30"), Due.SOON),
        (agreement(due="2025-07-31"), Due.OPEN),
        (agreement(), Due.UNDATED),
        (agreement(due="2025-06-29", done_on="2025-06-01"), Due.DONE),
        (agreement(due="2025-06-29", state=AgreementState.DROPPED), Due.DROPPED),
    ],
)
def test_what_is_due(of: Agreement, due: Due) -> None:
    """On its day an agreement is not overdue yet; within thirty days it is due soon."""
    assert due_state(of, TODAY) is due


def test_until_a_day_only_what_had_begun_is_known() -> None:
    """Undated facts are not known to have been so; who sits there stays."""
    registers = Registers(
        functions=tuple(function(on) for on in ("2024-06-30", "2024-07-01", "2024", "")),
        commissions=tuple(commission(on) for on in ("2023/2025", "2025")),
        sessions=tuple(session(on) for on in ("2024-06", "2024-07")),
        agreements=tuple(
            agreement(on or "u", agreed_on=on) for on in ("2024-06-30", "2024-07-01", "")
        ),
        tasks=tuple(task(valid_at=on) for on in ("2024-S1", "2024-S2")),
        members=(member(),),
    )
    then = registers.until(date(2024, 6, 30))
    assert [f.valid_at.code for f in then.functions] == ["2024-06-30", "2024"]
    assert [f.valid_at.code for f in then.commissions] == ["2023/2025"]
    assert [s.when.code for s in then.sessions] == ["2024-06"]
    assert [a.agreed_on.code for a in then.agreements] == ["2024-06-30"]
    assert [t.valid_at.code for t in then.tasks] == ["2024-S1"]
    assert then.members == registers.members


def test_a_root_without_registers_keeps_none() -> None:
    """Even an empty register is kept: its pages say that nothing is known."""
    assert not Registers().is_kept
    assert Registers(rows={"sessions": ()}).is_kept


def test_an_opinion_is_never_current() -> None:
    """Neither a session nor an agreement, nor one whose own day of review has passed."""
    weak = proof(confidence=Confidence.WEAK)
    past = proof(review_by="2025-01-01")
    for by in (weak, past):
        told = standing_of(Registers(sessions=(session("2025-05-01", by=by),)), "A01", TODAY)
        assert told.answers[Matter.SESSION].known is Known.STALE
        agreed = Registers(agreements=(agreement("a", by=by),))
        assert standing_of(agreed, "A01", TODAY).answers[Matter.AGREEMENTS].known is Known.STALE


def test_an_exact_day_is_newer_than_its_year() -> None:
    """«2024» may have been in January."""
    facts = (
        function("2024-11-15", FunctionEvent.UNIT_CREATED),
        function("2024", FunctionEvent.NO_UNIT, FactStatus.NOT_DONE),
    )
    told = standing_of(Registers(functions=facts), "A01", TODAY)
    assert told.answers[Matter.UNIT].known is Known.YES
