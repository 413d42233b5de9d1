"""Shell. Chooses who makes the files of a build, and says when more hands do not pay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quipu.artifact import Artifact
from quipu.errors import ConfigError
from quipu.make.forks import can_fork
from quipu.make.press import Press, Setting, Task
from quipu.make.processes import in_processes
from quipu.model import Localised
from quipu.pages.easel import Drawn

PAGES_A_WORKER = 100
"""With fewer pages a worker, starting it takes longer than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """How many processes, or which cluster, may make a build."""

    jobs: int = 1
    scheduler: str = ""
    """Address of a Dask scheduler; wins over *jobs*."""


def workers_for(hands: Hands, pages: int) -> int:
    """How many processes pay for so many pages."""
    return max(1, min(hands.jobs, pages // PAGES_A_WORKER))


def made_by(
    hands: Hands,
    press: Press,
    setting: Setting,
    ask: Callable[[], Drawn],
    tasks: Sequence[Task],
    *,
    charts: set[str],
    tell: Callable[[Localised], None],
) -> Iterator[Artifact]:
    """Make the files of some tasks.

    Args:
        hands: Who may make them.
        press: The setting, set up in this process.
        setting: What the files are made from.
        ask: Gives what the engine drew.
        tasks: What to make; the artifacts come in their order.
        charts: The keys of the charts that pages show are added here.
        tell: Told, in both languages of messages, when others do the work than was asked for.

    Yields:
        The artifacts, whoever made them.

    Raises:
        SiteError: A page cannot be made, or the cluster cannot be used.
    """
    if hands.scheduler:
        yield from _on_cluster(hands.scheduler, setting, ask, tasks, charts=charts)
        return
    workers = workers_for(hands, len(press.page_paths))
    if 1 < hands.jobs != workers:
        tell(_advice(workers, len(press.page_paths)))
    if workers > 1:
        # What every process needs is drawn before there are several, by another one.
        press.prepare()
        if can_fork():
            yield from in_processes(workers, press, tasks, charts=charts, tell=tell)
            return
        tell(_NO_FORKS)
    yield from in_this_process(press, tasks, charts=charts)


_NO_FORKS = {
    "es": "Este sistema no puede repartir el trabajo entre procesos: se construye en uno solo.",
    "en": "This system cannot share the work among processes: a single one builds.",
}


def _advice(workers: int, pages: int) -> Localised:
    if workers == 1:
        return {
            "es": f"Con {pages} páginas no compensa repartir el trabajo: construye un proceso.",
            "en": f"With {pages} pages sharing the work does not pay: a single process builds.",
        }
    return {
        "es": f"Con {pages} páginas compensan {workers} procesos: se usan esos.",
        "en": f"With {pages} pages {workers} processes pay: so many are used.",
    }


def in_this_process(press: Press, tasks: Sequence[Task], *, charts: set[str]) -> Iterator[Artifact]:
    """Make every file here, one at a time."""
    for task in tasks:
        yield from press.make(task)
    charts |= press.charts


def _on_cluster(
    address: str,
    setting: Setting,
    ask: Callable[[], Drawn],
    tasks: Sequence[Task],
    *,
    charts: set[str],
) -> Iterator[Artifact]:
    try:
        # Most installations lack the library for clusters, and most builds need none.
        from quipu.make.cluster import on_cluster  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"Para --scheduler falta el paquete de Python «{error.name}».",
            hint="Instálelo con: .venv/bin/python -m pip install --require-hashes "
            "-r requirements/cluster.lock",
        ) from error
    yield from on_cluster(address, setting, ask, tasks, charts=charts)
