"""A Dask cluster of this machine in a process of its own, which can be asked and killed.

Started by tests as a program, because a test run that held a cluster could not be copied any
more. It says its address, and then the ids of its workers whenever it reads a line.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.e2e.builds import REPOSITORY, environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A scheduler with some workers."""

    process: subprocess.Popen[str]
    address: str

    def workers(self) -> list[int]:
        """The processes that work for it now."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return [int(number) for number in _told(self.process)]

    def kill(self) -> None:
        """End scheduler and workers at once, and reap what is a child of ours."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[Cluster]:
    """Start a cluster; it ends with the block.

    Args:
        workers: How many processes.
        folder: Where it writes what it says of itself.
    """
    with (folder / "cluster.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, __file__, str(workers)],
            cwd=REPOSITORY,
            env=environment(PYTHONPATH=str(REPOSITORY)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
    with process:
        try:
            [address] = _told(process)
            yield Cluster(process=process, address=address)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _told(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the cluster ended"
    return [str(word) for word in json.loads(line)]


def _say(*words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Be a cluster until nobody asks any more."""
    from distributed import LocalCluster  # noqa: PLC0415 (only this program needs it)

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=int(sys.argv[1]), threads_per_worker=1, processes=True, dashboard_address=None
    ) as local:
        _say(local.scheduler_address)
        for _ in sys.stdin:
            _say(*(nanny.pid for nanny in local.workers.values() if nanny.pid))


if __name__ == "__main__":
    main()
