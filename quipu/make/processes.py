"""Shell. Makes files in several processes of this machine, which share what was read.

The processes are forked from this one once everything is read, compared and compiled, so
that they cost no copy and no start. What is forked must hold no thread: the engine that draws
the frames runs some, so it has a process of its own (`quipu.make.engine`).
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from quipu.artifact import Artifact
from quipu.make.forks import follow_parent
from quipu.make.press import AHEAD, Made, Press, Task
from quipu.model import Localised

_LOST = {
    "es": "Un proceso de trabajo terminó antes de tiempo: el resto se hace en uno solo.",
    "en": "A working process ended before its time: the rest is made in a single one.",
}

_worker: list[Press] = []
"""In a worker: its press. A forked process finds there what its parent put there."""


def in_processes(
    workers: int,
    press: Press,
    tasks: Sequence[Task],
    *,
    charts: set[str],
    tell: Callable[[Localised], None],
) -> Iterator[Artifact]:
    """Make the files of tasks in some processes; the artifacts come in the order of the tasks.

    When a process dies, for want of memory or by somebody's hand, the rest is made here.
    """
    waiting: deque[tuple[Task, Future[Made]]] = deque()
    rest = deque(tasks)
    _worker.append(press)
    others = set(multiprocessing.active_children())
    # Objects that are never looked at again are never copied for the sake of their counts.
    gc.freeze()
    pool = ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("fork"), initializer=follow_parent
    )
    try:
        while rest:
            # A pool may break between two tasks: one that it did not take is still to be made.
            waiting.append((rest[0], pool.submit(_make, rest[0])))
            rest.popleft()
            if len(waiting) > workers * AHEAD:
                yield from _next(waiting, charts)
        while waiting:
            yield from _next(waiting, charts)
    except BrokenProcessPool:
        tell(_LOST)
        # The pool asks the rest to end, but one that has just begun may not hear it, and the
        # pool would wait for it forever.
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        for task in (*(task for task, _ in waiting), *rest):
            yield from press.make(task)
        charts |= press.charts
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _worker.clear()
        gc.unfreeze()


def _next(waiting: deque[tuple[Task, Future[Made]]], charts: set[str]) -> Iterator[Artifact]:
    """The artifacts of the oldest task; it stays in line until it is done."""
    made = waiting[0][1].result()
    waiting.popleft()
    charts |= made.charts
    yield from made.artifacts


def _make(task: Task) -> Made:
    return _worker[0].made(task)
