"""Pure. States that facts tell: whether there is one, of which kind, how far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from quipu.model.register_codes import (
    CommissionEvent,
    Confidence,
    FactStatus,
    FunctionEvent,
    TaskState,
)
from quipu.model.registers import CommissionFact, FunctionFact, Registers
from quipu.periods import UNDATED, Period
from quipu.registers.figure import Figure
from quipu.registers.order import date_key

_FORMAL = (FunctionEvent.UNIT_CREATED, FunctionEvent.OFFICER_DESIGNATED)


def _levels(
    facts: Iterable[tuple[FunctionFact | CommissionFact, int | None]],
) -> Iterator[Figure]:
    """The state that facts tell, a figure an area and year; the newest fact of a year decides.

    An opinion, or what somebody inferred, is told as a fact and gives no figure.
    """
    newest: dict[tuple[str, str], Figure] = {}
    days: dict[tuple[str, str], tuple[date, int]] = {}
    for fact, level in facts:
        is_told = level is not None and fact.proof.confidence is not Confidence.WEAK
        for period in _years_of(fact) if is_told else ():
            key = (fact.ref_area, period.code)
            # Of facts of one day the later row decides.
            if key in newest and date_key(fact.valid_at) < days[key]:
                continue
            days[key] = date_key(fact.valid_at)
            newest[key] = Figure(
                area=fact.ref_area,
                period=period,
                value=Decimal(level or 0),
                proof=fact.proof,
                told=fact.statements,
            )
    dated = {figure.area for figure in newest.values() if figure.period is not UNDATED}
    # An undated fact says nothing of today where a dated one does.
    return (f for f in newest.values() if f.period is not UNDATED or f.area not in dated)


def _years_of(fact: FunctionFact | CommissionFact) -> tuple[Period, ...]:
    """The years that a fact tells the state of: of a plan, all those that it runs in."""
    is_undated = fact.valid_at is UNDATED
    if isinstance(fact, CommissionFact) and fact.event is CommissionEvent.PLAN and fact.ends:
        last = fact.ends.year
        first = fact.starts.year if fact.starts else last
        if not is_undated:
            begun = fact.starts.year if fact.starts else fact.valid_at.end.year
            first = min(max(begun, fact.valid_at.end.year), last)
        return tuple(_year(year) for year in range(first, last + 1))
    return (UNDATED,) if is_undated else (_year(fact.valid_at.end.year),)


def _year(year: int) -> Period:
    return Period(code=str(year), start=date(year, 1, 1), end=date(year, 12, 31))


def assigned(registers: Registers) -> Iterator[Figure]:
    """Whether a formal act assigns the function: 1, or 0 where its absence was seen."""

    def level(fact: FunctionFact) -> int | None:
        if not fact.level.is_headquarters:
            return None
        if fact.event is FunctionEvent.NO_UNIT:
            return 0
        is_formal = fact.event in _FORMAL or (fact.event is FunctionEvent.UNIT_EXISTS and fact.act)
        return 1 if is_formal and fact.status in (FactStatus.DONE, FactStatus.EXISTS) else None

    return _levels((fact, level(fact)) for fact in registers.functions)


def setup(registers: Registers) -> Iterator[Figure]:
    """The set-up of the function, 0 to 4, as facts state it."""
    return _levels((f, f.setup) for f in registers.functions if f.level.is_headquarters)


def norm(registers: Registers) -> Iterator[Figure]:
    """Whether a norm creates the commission: 1, or 0 once it was repealed."""

    def level(fact: CommissionFact) -> int | None:
        if fact.status is not FactStatus.DONE:
            return None
        return {CommissionEvent.NORM: 1, CommissionEvent.REPEALED: 0}.get(fact.event)

    return _levels((fact, level(fact)) for fact in registers.commissions)


def stated(event: CommissionEvent) -> Callable[[Registers], Iterator[Figure]]:
    """Levels 0 to 2 of what a commission has: that of the row, or 1 where it just has one.

    A value with a unit counts something else (activities, campaigns) and is no level.
    """

    def level(fact: CommissionFact) -> int | None:
        if fact.event is not event:
            return None
        if fact.status is FactStatus.NOT_DONE:
            return 0
        if fact.status not in (FactStatus.DONE, FactStatus.EXISTS):
            return None
        return 1 if fact.value is None or fact.units else int(fact.value)

    return lambda registers: _levels((fact, level(fact)) for fact in registers.commissions)


def tasks(registers: Registers) -> Iterator[Figure]:
    """How many of the minimum tasks there is evidence of, by the newest fact of each."""
    newest: dict[tuple[str, str], int] = {}
    for n, fact in enumerate(registers.tasks):
        if fact.proof.confidence is Confidence.WEAK:
            continue
        key = (fact.ref_area, fact.task.value)
        held = newest.get(key)
        if held is None or date_key(registers.tasks[held].valid_at) <= date_key(fact.valid_at):
            newest[key] = n
    by_area: dict[str, list[int]] = {}
    for (area, _task), n in sorted(newest.items()):
        by_area.setdefault(area, []).append(n)
    for area, own in by_area.items():
        facts = [registers.tasks[n] for n in own]
        last = max(facts, key=lambda fact: date_key(fact.valid_at))
        done = [fact.task.value for fact in facts if fact.state is TaskState.DONE]
        cited = dict.fromkeys(source for fact in facts for source in fact.proof.sources)
        period = UNDATED if last.valid_at is UNDATED else _year(last.valid_at.end.year)
        yield Figure(
            area=area,
            period=period,
            value=Decimal(len(done)),
            proof=replace(last.proof, sources=tuple(cited)),
            told=_named(registers, done),
        )


def _named(registers: Registers, tasks: Sequence[str]) -> Mapping[str, str]:
    """Which tasks were done, by language; nothing where the root does not name them."""
    topics = [registers.topics[task] for task in tasks if task in registers.topics]
    languages = dict.fromkeys(code for topic in topics for code in topic.names)
    return {
        code: ", ".join(topic.names[code] for topic in topics if code in topic.names)
        for code in languages
    }
