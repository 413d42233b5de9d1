"""Whoever makes the pages, they are the same; and whoever is lost on the way costs no site."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from quipu.cli import cli
from quipu.publish.manifest import Manifest
from tests.e2e.builds import (
    AS_OF,
    REPOSITORY,
    SMALL_ROOT,
    built,
    command,
    copied,
    environment,
    run,
    snapshot,
    whole_site,
)
from tests.e2e.clusters import Cluster, cluster

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="the children of a process are read in /proc"
)
ATTEMPTS = 4
"""A build may end before it is hit; then another one is started."""
NOBODY_THERE = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a cluster of two processes."""
    with cluster(2, tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def serial(country: Path, tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """Return what one process makes of the country."""
    return built(country, tmp_path_factory.mktemp("serial") / "site", "--no-cache")


def words_of(root: Path, out: Path, *words: object) -> tuple[object, ...]:
    """The words of a build that keeps nothing."""
    return "--root", root, "build", "--out", out, "--as-of", AS_OF, "--no-cache", *words


def beside(out: Path) -> list[str]:
    """What stands beside the site, but for the lock that stays."""
    return sorted(p.name for p in out.parent.iterdir() if p.name not in {out.name, ".site.lock"})


def children_of(process: subprocess.Popen[str]) -> set[int]:
    """The processes that a process started and that still run."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        return {int(number) for number in listed.read_text().split()}
    except OSError:
        return set()


def pages_so_far(out: Path) -> int:
    """How many pages the build under way has written; -1 before it writes at all."""
    for folder in out.parent.glob(".site.tmp-*"):
        with suppress(OSError):
            return sum(1 for _ in folder.rglob("*.html"))
    return -1


def killed_on_the_way(
    root: Path, out: Path, words: Sequence[object], hit: Callable[[subprocess.Popen[str]], bool]
) -> tuple[int, str]:
    """Build, and hit somebody while pages are being written; exit code and what was said.

    Args:
        root: What to build.
        out: Where to.
        words: Further words of the command.
        hit: Called again and again while the build runs, until it says that somebody died.
    """
    for _ in range(ATTEMPTS):
        process = subprocess.Popen(
            command(*words_of(root, out, *words)),
            cwd=REPOSITORY,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with process:
            is_hit = False
            deadline = time.monotonic() + 60
            while not is_hit and process.poll() is None and time.monotonic() < deadline:
                is_hit = hit(process)
                time.sleep(0.002)
            _, said = process.communicate(timeout=120)
        if is_hit:
            return process.returncode, said
    pytest.fail(f"no build in {ATTEMPTS} was hit while it ran")


def shot(process: int) -> bool:
    """Kill a process for real; false where it was gone already."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def test_several_processes_make_the_same_site(
    country: Path, serial: Manifest, tmp_path: Path
) -> None:
    """``--jobs 2`` changes no byte and says nothing of itself."""
    out = tmp_path / "site"
    done = run(*words_of(country, out, "--jobs", 2))
    assert done.returncode == 0, done.stderr
    assert whole_site(out) == serial
    assert "proceso" not in done.stderr


def test_more_processes_than_pay_are_not_started(
    country: Path, serial: Manifest, tmp_path: Path
) -> None:
    """A few hundred pages are made by fewer than were asked for, which is said."""
    out = tmp_path / "site"
    done = run(*words_of(country, out, "--jobs", 8))
    assert done.returncode == 0, done.stderr
    assert f"Con {pages(out)} páginas compensan 2 procesos: se usan esos." in done.stderr
    assert whole_site(out) == serial


def pages(out: Path) -> int:
    """How many pages a site has."""
    return sum(1 for _ in out.rglob("*.html"))


def test_a_small_site_is_made_by_one_process(tmp_path: Path) -> None:
    """Where sharing the work does not pay, one process does it and says so."""
    expected = built(SMALL_ROOT, tmp_path / "expected" / "site", "--no-cache")
    out = tmp_path / "site"
    words = [str(word) for word in words_of(SMALL_ROOT, out, "--jobs", 8)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    advice = f"Con {pages(out)} páginas no compensa repartir el trabajo: construye un proceso"
    assert advice in done.stderr
    assert whole_site(out) == expected


@pytest.mark.parametrize("is_large", [True, False], ids=["country", "six-regions"])
def test_a_cluster_makes_the_same_site(
    is_large: bool, country: Path, serial: Manifest, two_workers: Cluster, tmp_path: Path
) -> None:
    """``--scheduler`` changes no byte, of a large site or a small one, with a cache or without."""
    root = country if is_large else copied(SMALL_ROOT, tmp_path / "root")
    expected = serial if is_large else built(root, tmp_path / "expected" / "site", "--no-cache")
    words = ("--no-cache",) if is_large else ()
    out = tmp_path / "site"
    assert built(root, out, "--scheduler", two_workers.address, *words) == expected


def test_the_summary_counts_what_others_drew(two_workers: Cluster, tmp_path: Path) -> None:
    """Pages, charts and files in the last line are those of a build in one process."""
    told = [
        run(*words_of(SMALL_ROOT, tmp_path / name / "site", *words)).stdout.partition(" MB")[0]
        for name, words in {"one": (), "many": ("--scheduler", two_workers.address)}.items()
    ]
    assert told[0] == told[1] != ""


@needs_proc
def test_a_process_that_dies_costs_nothing(country: Path, serial: Manifest, tmp_path: Path) -> None:
    """One of two is killed for good: the rest is made by one, which is said; the site is whole."""
    out = tmp_path / "site"
    before: set[int] = set()

    def hit(process: subprocess.Popen[str]) -> bool:
        now = children_of(process)
        if pages_so_far(out) < 0:
            # git and the engine, which draws in a process of its own.
            before.update(now)
            return False
        workers = sorted(now - before)
        return bool(workers) and shot(workers[-1])

    code, said = killed_on_the_way(country, out, ("--jobs", 2), hit)
    assert code == 0, said
    assert "Un proceso de trabajo terminó antes de tiempo: el resto se hace en uno solo." in said
    assert whole_site(out) == serial
    assert beside(out) == []


def test_a_worker_that_dies_costs_nothing(
    country: Path, serial: Manifest, two_workers: Cluster, tmp_path: Path
) -> None:
    """One of two is killed while pages are written: others make its tasks again."""
    out = tmp_path / "site"
    code, said = killed_on_the_way(
        country,
        out,
        ("--scheduler", two_workers.address),
        lambda _process: pages_so_far(out) > 0 and shot(two_workers.workers()[-1]),
    )
    assert code == 0, said
    assert whole_site(out) == serial
    assert beside(out) == []


def test_a_scheduler_that_dies_leaves_the_old_site(
    country: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A sentence, exit code 2, no byte of the old site changed and nothing beside it."""
    out = tmp_path / "site"
    built(SMALL_ROOT, out, "--no-cache")
    old = snapshot(out)
    with cluster(2, tmp_path_factory.mktemp("lost")) as started:

        def hit(_process: subprocess.Popen[str]) -> bool:
            if pages_so_far(out) > 0:
                started.kill()
                return True
            return False

        code, said = killed_on_the_way(country, out, ("--scheduler", started.address), hit)
    assert code == 2, said
    told = sentences(said)
    assert told[0] == "Se perdió el planificador."
    assert told[1].startswith("Arranque el planificador con «dask scheduler»")
    assert snapshot(out) == old
    assert beside(out) == []


def sentences(said: str) -> list[str]:
    """The lines of an error output."""
    return [line for line in said.splitlines() if line.strip()]


PATIENT = """
import sys
sys.path.insert(0, {repository!r})
from quipu.make import cluster
cluster._PATIENCE_S = 1
from quipu.cli import main
main()
"""
"""The command, less patient than it is: what it does after twenty seconds it does after one."""


def test_an_address_where_nobody_answers_is_told(tmp_path: Path) -> None:
    """A sentence that names it, exit code 2, no site."""
    refused(tmp_path / "site", NOBODY_THERE, f"No responde el planificador {NOBODY_THERE}")


@pytest.mark.parametrize("address", ["no address", "quic://127.0.0.1:8786", "127.0.0.1", "a b:1"])
def test_what_is_no_address_is_told_at_once(address: str, tmp_path: Path) -> None:
    """Nobody is asked, nothing is waited for."""
    done = impatient(tmp_path / "site", address)
    assert done.returncode == 2
    told = sentences(done.stderr)
    assert told[0].startswith(f"«{address}» no es la dirección de un planificador.")
    assert "tcp://" in told[-1]
    assert "Traceback" not in done.stderr


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    """It answers and nobody works for it: a sentence, exit code 2, no site."""
    reason = "El planificador no tiene trabajadores que puedan construir"
    with cluster(0, tmp_path) as empty:
        refused(tmp_path / "site", empty.address, reason)


def refused(out: Path, address: str, reason: str) -> None:
    """Check that a build on a scheduler ends with a reason, a hint and nothing else."""
    done = impatient(out, address)
    assert done.returncode == 2, done.stderr
    told = sentences(done.stderr)
    assert told[0].startswith(reason), done.stderr
    assert told[1].startswith("Arranque el planificador con «dask scheduler»")
    assert len(told) == 2, done.stderr
    assert not out.exists()
    assert list(out.parent.glob(".site.tmp-*")) == []


def impatient(out: Path, address: str) -> subprocess.CompletedProcess[str]:
    """Build the small root on a scheduler, without waiting for long."""
    words = [str(word) for word in words_of(SMALL_ROOT, out, "--scheduler", address)]
    program = PATIENT.format(repository=str(REPOSITORY))
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


class Blocker(MetaPathFinder):
    """Hides packages, as if they had never been installed."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Refuse what is hidden, leave the rest to the others."""
        del path, target
        if fullname.partition(".")[0] in {"dask", "distributed"}:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def test_without_the_package_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """``--scheduler`` on a machine without Dask: the package and how to install it, code 2."""
    monkeypatch.setattr(sys, "meta_path", [Blocker(), *sys.meta_path])
    for name in list(sys.modules):
        if name.partition(".")[0] in {"dask", "distributed"} or name == "quipu.make.cluster":
            monkeypatch.delitem(sys.modules, name)
    out = tmp_path / "site"
    words = [str(word) for word in words_of(SMALL_ROOT, out, "--scheduler", NOBODY_THERE)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 2, done.output
    told = sentences(done.stderr)
    assert told[0] == "Para --scheduler falta el paquete de Python «dask»."
    assert told[1].startswith("Instálelo con: .venv/bin/python -m pip install --require-hashes")
    assert not out.exists()


@pytest.fixture(scope="module")
def broken(country: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the country with a template of its own that asks for what no page has."""
    root = tmp_path_factory.mktemp("broken") / "root"
    shutil.copytree(country, root, ignore=shutil.ignore_patterns(".cache"))
    template = root / "templates" / "pages" / "region.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ name }}\n{{ nowhere }}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def told_in_serial(broken: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what one process says of the broken template."""
    done = run(*words_of(broken, tmp_path_factory.mktemp("told") / "site"))
    assert done.returncode == 2
    assert "La plantilla pages/region.html" in done.stderr
    assert "nowhere" in done.stderr
    return done.stderr


def test_a_fault_in_another_process_is_told_alike(
    broken: Path, told_in_serial: str, tmp_path: Path
) -> None:
    """A template that fails in a worker: the same sentence and the same exit code."""
    done = run(*words_of(broken, tmp_path / "site", "--jobs", 2))
    assert (done.returncode, done.stderr) == (2, told_in_serial)
    assert not (tmp_path / "site").exists()
    assert beside(tmp_path / "site") == []


def test_a_fault_on_a_cluster_is_told_alike(
    broken: Path, told_in_serial: str, two_workers: Cluster, tmp_path: Path
) -> None:
    """The same sentence comes back from a worker, and the cluster serves the next build."""
    done = run(*words_of(broken, tmp_path / "site", "--scheduler", two_workers.address))
    assert (done.returncode, done.stderr) == (2, told_in_serial)
    assert not (tmp_path / "site").exists()
    assert beside(tmp_path / "site") == []
