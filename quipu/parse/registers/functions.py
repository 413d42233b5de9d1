"""Pure. Facts on integrity functions, and on the tasks that every one should do at least."""

from __future__ import annotations

from quipu.findings import is_blocking
from quipu.model.register_codes import (
    EntityLevel,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    TaskState,
)
from quipu.model.registers import FunctionFact, TaskFact
from quipu.parse.cells import read_code, read_integer, read_number, read_period
from quipu.parse.registers.reading import Desk, Shape, check_status
from quipu.parse.table import Row

FUNCTIONS = Shape(
    name="integrity_functions",
    own=(
        *("ref_area", "valid_at", "event", "status", "level", "setup", "act", "reports_to"),
        *("value", "unit_*", "statement_*"),
    ),
    required=("ref_area", "event", "status", "level", "statement_*"),
    numbers=("value",),
)
TASKS = Shape(
    name="minimum_tasks",
    own=("ref_area", "task", "valid_at", "state", "statement_*"),
    required=("ref_area", "task", "state", "statement_*"),
)
HIGHEST_SETUP = 4
STATUSES = {
    FunctionEvent.UNIT_CREATED: (FactStatus.DONE,),
    FunctionEvent.UNIT_EXISTS: (FactStatus.EXISTS, FactStatus.DONE),
    FunctionEvent.NO_UNIT: (FactStatus.NOT_DONE,),
}
"""What may be said of some events: what is planned or lacking is told under another."""


def read_functions(desk: Desk) -> tuple[FunctionFact, ...]:
    """The facts on integrity functions, in file order."""
    found = (_function(row, desk) for row in desk.table(FUNCTIONS))
    return tuple(fact for fact in found if fact is not None)


def _function(row: Row, desk: Desk) -> FunctionFact | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    valid_at = read_period(row, "valid_at", desk.findings)
    event = read_code(row, "event", FunctionEvent, desk.findings)
    status = read_code(row, "status", FactStatus, desk.findings)
    level = read_code(row, "level", EntityLevel, desk.findings)
    value = read_number(row, "value", desk.findings)
    setup = read_integer(row, "setup", desk.findings)
    if setup is not None and setup > HIGHEST_SETUP:
        desk.findings.append(row.finding("E629", "setup", limit=str(HIGHEST_SETUP)))
    check_status(row, STATUSES.get(event, ()) if event else (), desk.findings)
    if is_blocking(desk.findings[before:]) or not area:
        return None
    if valid_at is None or event is None or status is None or level is None:
        return None
    return FunctionFact(
        ref_area=area,
        valid_at=valid_at,
        event=event,
        status=status,
        level=level,
        setup=setup,
        act=row["act"],
        reports_to=row["reports_to"],
        value=value,
        units=desk.texts(row, "unit"),
        statements=desk.texts(row, "statement"),
        proof=proof,
    )


def read_tasks(desk: Desk) -> tuple[TaskFact, ...]:
    """What is known of the minimum tasks, in file order."""
    found = (_task(row, desk) for row in desk.table(TASKS))
    return tuple(fact for fact in found if fact is not None)


def _task(row: Row, desk: Desk) -> TaskFact | None:
    before = len(desk.findings)
    area, proof = desk.area(row), desk.proof(row)
    task = read_code(row, "task", MinimumTask, desk.findings)
    state = read_code(row, "state", TaskState, desk.findings)
    valid_at = read_period(row, "valid_at", desk.findings)
    if is_blocking(desk.findings[before:]) or not area:
        return None
    if task is None or state is None or valid_at is None:
        return None
    return TaskFact(
        ref_area=area,
        task=task,
        valid_at=valid_at,
        state=state,
        statements=desk.texts(row, "statement"),
        proof=proof,
    )
