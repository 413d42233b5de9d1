"""Shell. Makes files on the workers of a Dask scheduler, on this machine or others.

The setting is sent to every worker once; tasks are small. A worker that is lost costs its
unfinished tasks, which others make again. Without the scheduler, or without any worker, the
build ends with an error and the site that stands is not touched.
"""

from __future__ import annotations

import logging
import pickle
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from platform import python_version
from threading import Lock
from time import monotonic

import dask
from distributed import Client, Future
from distributed.client import ClosedClientError, FutureCancelledError
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from quipu import __version__
from quipu.artifact import Artifact
from quipu.errors import ClusterError, ConfigError
from quipu.make.press import AHEAD, Made, Press, Setting, Task
from quipu.pages.easel import Drawn

_PATIENCE_S = 20
"""How long to wait for a scheduler, or for a worker, that does not answer."""
_POLL_S = 2
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?[\w.\[\]:-]+:[0-9]{1,5}", re.ASCII)
_HINT = (
    "Arranque el planificador con «dask scheduler» y al menos un «dask worker», con el mismo "
    "código y la misma versión de Python que esta orden."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A setting as bytes, which a worker unpacks once."""

    key: str
    body: bytes = field(compare=False, repr=False)


def on_cluster(
    address: str,
    setting: Setting,
    ask: Callable[[], Drawn],
    tasks: Sequence[Task],
    *,
    charts: set[str],
) -> Iterator[Artifact]:
    """Make the files of tasks on a cluster; the artifacts come in the order of the tasks.

    Args:
        address: Of a Dask scheduler, like ``tcp://127.0.0.1:8786``.
        setting: What the files are made from.
        ask: Gives what the engine drew.
        tasks: What to make.
        charts: The keys of the charts that pages show are added here.

    Raises:
        ConfigError: There is no scheduler at the address, no worker, or one that runs another
            version of the generator or of Python.
        ClusterError: The scheduler or every worker was lost before the end.
    """
    client = _connected(address)
    try:
        workers = _checked_workers(client)
        body = pickle.dumps((setting, ask().settled()), protocol=pickle.HIGHEST_PROTOCOL)
        with _losses_told():
            deck = Deck(key=sha256(body).hexdigest(), body=body)
            [sent] = client.scatter([deck], broadcast=True, hash=True)  # type: ignore[no-untyped-call]
            yield from _in_order(client, sent, tasks, workers * AHEAD, charts)
    finally:
        client.close(timeout=_POLL_S)  # type: ignore[no-untyped-call]


def _connected(address: str) -> Client:
    # Of an address that is none, the library is told nothing: it would try for long.
    if not _ADDRESS.fullmatch(address):
        raise ConfigError(
            f"«{address}» no es la dirección de un planificador.",
            hint="Escríbala como tcp://MÁQUINA:PUERTO; «dask scheduler» la muestra al arrancar.",
        )
    # What is lost is told by us, in one sentence; parts of the library have loggers of their own.
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    # A scheduler that is gone is told within seconds, not after half a minute of attempts.
    dask.config.set({"distributed.comm.timeouts.connect": f"{_PATIENCE_S}s"})
    try:
        return Client(  # type: ignore[no-untyped-call]
            address, timeout=_PATIENCE_S, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigError(f"No responde el planificador {address}: {error}.", hint=_HINT) from error


def _checked_workers(client: Client) -> int:
    """How many workers there are; all of them must run what this process runs."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE_S)
        found = client.run(worker_version)
    except (TimeoutError, ImportError, ModuleNotFoundError, OSError) as error:
        raise ConfigError(
            f"El planificador no tiene trabajadores que puedan construir: {error}.", hint=_HINT
        ) from error
    own = worker_version()
    others = {address: version for address, version in found.items() if version != own}
    if others:
        address, version = next(iter(others.items()))
        raise ConfigError(f"El trabajador {address} usa {version} y esta orden, {own}.", hint=_HINT)
    return len(found)


def worker_version() -> str:
    """What a process runs: generator and Python. Runs on the workers."""
    return f"quipu {__version__}, Python {python_version()}"


def _in_order(
    client: Client, deck: Future[Deck], tasks: Sequence[Task], ahead: int, charts: set[str]
) -> Iterator[Artifact]:
    waiting: deque[Future[Made]] = deque()
    for task in tasks:
        waiting.append(client.submit(make_on_worker, deck, task, pure=False))
        if len(waiting) > ahead:
            yield from _made(client, waiting.popleft(), charts)
    while waiting:
        yield from _made(client, waiting.popleft(), charts)


def _made(client: Client, future: Future[Made], charts: set[str]) -> Iterator[Artifact]:
    """Wait for a task, as long as anybody is there who could make it."""
    alone_since = None
    made: Made | None = None
    while made is None:
        try:
            made = future.result(timeout=_POLL_S)
        except TimeoutError:
            if client.status != "running":
                raise ClusterError("Se perdió el planificador.", hint=_HINT) from None
            has_workers = bool(client.scheduler_info(n_workers=-1)["workers"])
            alone_since = None if has_workers else (alone_since or monotonic())
            if alone_since is not None and monotonic() - alone_since > _PATIENCE_S:
                raise ClusterError("Se perdieron todos los trabajadores.", hint=_HINT) from None
    charts |= made.charts
    yield from made.artifacts


@contextmanager
def _losses_told() -> Iterator[None]:
    """Tell a cluster that was lost as what it is."""
    try:
        yield
    except (CancelledError, FutureCancelledError, ClosedClientError, CommClosedError) as error:
        raise ClusterError("Se perdió el planificador.", hint=_HINT) from error
    except KilledWorker as error:
        raise ClusterError(
            f"Los trabajadores mueren al hacer una tarea: {error}.",
            hint="Déles más memoria, o construya en esta máquina, sin --scheduler.",
        ) from error


_one_at_a_time = Lock()
"""A press is no thing for two threads; they would only wait for one another anyway."""


def make_on_worker(deck: Deck, task: Task) -> Made:
    """Make the files of a task. Runs on the workers."""
    with _one_at_a_time:
        return _press(deck).made(task)


@lru_cache(maxsize=1)
def _press(deck: Deck) -> Press:
    sent: tuple[Setting, Drawn] = pickle.loads(deck.body)  # noqa: S301 (of the build that asks)
    return Press(sent[0], lambda: sent[1])
