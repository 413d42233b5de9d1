"""Figures counted in registers, whatever the facts: an area's are its own, a share is a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from quipu.model.register_codes import (
    AgreementState,
    CommissionEvent,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    Seat,
    SessionOutcome,
    TaskState,
)
from quipu.model.registers import Fact, Registers, Session
from quipu.registers.computed import computed_figures
from quipu.registers.review import is_to_be_confirmed, review_day
from quipu.registers.standing import Known, Matter, standing_of
from quipu.vocab import Computed
from tests.registers.samples import (
    INSTITUTIONS,
    agreement,
    commission,
    function,
    member,
    period,
    session,
    task,
)
from tests.samples import indicator

OWN, OTHERS = "A01", ("A02", "A03")
AREAS = (OWN, *OTHERS)
WHEN = st.sampled_from(["", "2023", "2024", "2024-S2", "2024-08", "2024-08-15", "2024-12-31"])
DAYS = st.sampled_from(["", "2024-07-01", "2024-09-30", "2024-12-31", "2025-02-01"])

Row = TypeVar("Row")

# Three areas are a large example: to make a failing one smaller would take minutes.
quick = settings(
    derandomize=True,
    deadline=None,
    max_examples=50,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)


@st.composite
def met(draw: st.DrawFn, area: str) -> Session:
    """A session whose counts are in order: alternates are among those who came."""
    whole = draw(st.integers(0, 9))
    came = draw(st.integers(0, whole))
    counts = (whole, came, draw(st.integers(0, came)))
    outcome = draw(st.sampled_from(SessionOutcome))
    minutes = draw(st.sampled_from(["", "https://example.org/"]))
    published = draw(DAYS)
    on = draw(WHEN)
    if draw(st.integers(0, 9)) == 0:
        return session(on, outcome, area=area)
    return session(on, outcome, area=area, counts=counts, minutes=minutes, published=published)


@st.composite
def facts_of(draw: st.DrawFn, area: str) -> Registers:
    """Anything that registers may hold of an area."""

    def some(one: st.SearchStrategy[Row]) -> tuple[Row, ...]:
        return tuple(draw(st.lists(one, max_size=5)))

    return Registers(
        institutions=INSTITUTIONS,
        functions=some(
            st.builds(
                function,
                WHEN,
                st.sampled_from(FunctionEvent),
                st.sampled_from(FactStatus),
                area=st.just(area),
                setup=st.none() | st.integers(0, 4),
            )
        ),
        commissions=some(
            st.builds(
                commission,
                WHEN,
                st.sampled_from(CommissionEvent),
                st.sampled_from(FactStatus),
                area=st.just(area),
                ends=DAYS,
                value=st.sampled_from(["", "0", "1", "2"]),
            )
        ),
        sessions=some(met(area)),
        agreements=some(
            st.builds(
                agreement,
                area=st.just(area),
                due=DAYS,
                done_on=DAYS,
                state=st.none() | st.just(AgreementState.DROPPED),
            )
        ),
        members=some(
            st.builds(
                member,
                st.sampled_from([*INSTITUTIONS]),
                st.sampled_from(Seat),
                area=st.just(area),
                starts=DAYS,
                ends=DAYS,
                contact=st.none() | st.booleans(),
            )
        ),
        tasks=some(
            st.builds(
                task,
                st.sampled_from(MinimumTask),
                WHEN,
                st.sampled_from(TaskState),
                area=st.just(area),
            )
        ),
        periods=tuple(
            period(code, draw(st.integers(0, 5)), area=area)
            for code in draw(st.sets(st.sampled_from(["2023", "2024", "2024-S2", "2024-Q3"])))
        ),
    )


SHARES = (
    *(Computed.CONTACT_POINTS, Computed.BROAD_MEMBERSHIP, Computed.MINUTES_PUBLISHED),
    *(Computed.SESSIONS_HELD, Computed.ATTENDANCE, Computed.NO_QUORUM),
    Computed.AGREEMENTS_FULFILLED,
)
REGISTERS = ("functions", "commissions", "sessions", "agreements", "members", "tasks", "periods")


def mixed(parts: Sequence[Registers], seed: int) -> Registers:
    """Several registers as one, their rows in any order, but each one's own in theirs."""
    found: dict[str, Any] = {}
    for name in REGISTERS:
        queues = [list(getattr(part, name)) for part in parts]
        rows, dice = [], Random(seed)  # noqa: S311 - an order, no secret
        while left := [queue for queue in queues if queue]:
            rows.append(dice.choice(left).pop(0))
        found[name] = tuple(rows)
    return replace(parts[0], **found)


Figures = dict[tuple[Computed, str], tuple[Decimal | None, Decimal | None, Decimal | None]]


def figures_of(registers: Registers, area: str = OWN) -> Figures:
    """Every figure of an area; there is one a rule and period."""
    rows = [
        (rule, row)
        for rule in Computed
        for row in computed_figures(registers, replace(indicator(), computed=rule), AREAS)
        if row.ref_area == area
    ]
    found = {
        (rule, row.period.code): (row.value, row.numerator, row.denominator) for rule, row in rows
    }
    assert len(found) == len(rows)
    return found


@quick
@given(own=facts_of(OWN), second=facts_of("A02"), third=facts_of("A03"), seed=st.integers(0, 99))
def test_an_areas_figures_are_its_own(
    own: Registers, second: Registers, third: Registers, seed: int
) -> None:
    """Facts of other areas, and the order in which they stand among its own, change none."""
    alone = figures_of(own)
    together = mixed((own, second, third), seed)
    assert figures_of(together) == alone
    assert figures_of(together, "A02") == figures_of(second, "A02")


@quick
@given(facts_of(OWN))
def test_a_share_is_between_nothing_and_all(own: Registers) -> None:
    """From 0 to 100, of a whole that is not empty, and its counts give it."""
    for (rule, _), (value, part, whole) in figures_of(own).items():
        assert value is not None
        assert value >= 0
        if whole is None or part is None:
            assert (part, whole) == (None, None)
            assert rule not in SHARES
            assert value <= 4
            continue
        assert rule in SHARES
        assert 0 <= part <= whole
        assert whole > 0
        assert abs(value - 100 * part / whole) <= Decimal("0.05")
        assert value <= 100


@quick
@given(facts_of("A02"))
def test_an_area_without_facts_has_no_figure(others: Registers) -> None:
    """Whatever is known of others; nor is anything known of it."""
    assert figures_of(others) == {}
    told = standing_of(others, OWN, date(2025, 1, 1))
    assert {answer.known for answer in told.answers.values()} == {Known.UNKNOWN}


@quick
@given(own=facts_of(OWN), days=st.integers(0, 4000))
def test_what_is_known_is_told_by_a_fact(own: Registers, days: int) -> None:
    """On any day: whatever is more than unknown rests on a fact of the area's own."""
    told = standing_of(own, OWN, date(2020, 1, 1) + timedelta(days=days))
    assert [*told.answers] == [*Matter] or {*told.answers} == {*Matter}
    for answer in told.answers.values():
        assert answer.known is Known.UNKNOWN or answer.fact is not None
        assert answer.fact is None or answer.fact.ref_area == OWN


@quick
@given(own=facts_of(OWN), days=st.integers(0, 4000))
def test_what_is_to_be_confirmed_stays_so(own: Registers, days: int) -> None:
    """Time alone makes no fact current again."""
    day = date(2020, 1, 1) + timedelta(days=days)
    facts: tuple[Fact, ...] = (*own.functions, *own.commissions, *own.tasks, *own.members)
    for fact in facts:
        last = review_day(fact)
        assert is_to_be_confirmed(fact, day) == (last is not None and last < day)
        assert not is_to_be_confirmed(fact, day) or is_to_be_confirmed(fact, date(2099, 1, 1))


@quick
@given(own=facts_of(OWN), days=st.integers(0, 1000))
def test_more_is_known_with_every_day(own: Registers, days: int) -> None:
    """What had begun by a day had begun by the next, and by the end all that is dated."""
    day = date(2022, 6, 1) + timedelta(days=days)
    then, later = own.until(day), own.until(day + timedelta(days=30))
    for name in ("functions", "commissions", "sessions", "agreements", "tasks"):
        before, after = getattr(then, name), getattr(later, name)
        assert {*map(id, before)} <= {*map(id, after)} <= {*map(id, getattr(own, name))}
