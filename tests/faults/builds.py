"""Two editions of a small root, and ``build.py`` started on them to be ended before its time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from quipu.publish.manifest import Manifest
from tests.e2e.builds import AS_OF, REPOSITORY, built, command, copied, environment, whole_site

SMALL = REPOSITORY / "tests" / "golden" / "one-region" / "input"
"""A synthetic root: 34 files with charts, tables and downloads, in a second and a half."""
TABLE = "data/indicators/E1-01.csv"
PATIENCE_S = 60
"""How long a process may take, on a busy machine too, before it counts as hung."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """A root before and after a change of one figure, and the sites of both."""

    old_root: Path
    new_root: Path
    old_site: Path
    new_site: Path
    old: Manifest
    new: Manifest
    seconds: float
    """How long a build of the new edition takes, its cache warm."""

    def copied(self, folder: Path) -> Editions:
        """The same, with roots of its own."""
        return replace(
            self,
            old_root=shutil.copytree(self.old_root, folder / "old"),
            new_root=shutil.copytree(self.new_root, folder / "new"),
        )


def editions_of(root: Path, folder: Path) -> Editions:
    """Build a root before and after a change."""
    roots = [copied(root, folder / name / "root") for name in ("old", "new")]
    change_figure(roots[1])
    sites = [one.with_name("site") for one in roots]
    old = built(roots[0], sites[0])
    new = built(roots[1], sites[1])
    started = time.monotonic()
    assert built(roots[1], sites[1]) == new
    seconds = time.monotonic() - started
    assert old != new
    return Editions(
        old_root=roots[0],
        new_root=roots[1],
        old_site=sites[0],
        new_site=sites[1],
        old=old,
        new=new,
        seconds=seconds,
    )


def change_figure(root: Path, value: str = "47.5") -> None:
    """Change the newest figure of the small root."""
    table = root / TABLE
    before, newest = table.read_text(encoding="utf-8").rstrip().rsplit("\n", 1)
    area, period, _, rest = newest.split(",", 3)
    table.write_text(f"{before}\n{area},{period},{value},{rest}\n", encoding="utf-8")


def words(root: Path, out: Path, *more: object) -> list[str]:
    """The words of a build of a root to a folder."""
    return command("--root", root, "build", "--out", out, "--as-of", AS_OF, *more)


@contextmanager
def running(line: Sequence[str], **variables: str) -> Iterator[subprocess.Popen[str]]:
    """Start a command in a group of its own, which does not outlive the block."""
    with subprocess.Popen(
        line,
        cwd=REPOSITORY,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def limited(limits: str, line: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command under limits of the shell, such as ``-n 32``, to its end.

    Raises:
        TimeoutExpired: It hangs.
    """
    return subprocess.run(
        ["sh", "-c", f'ulimit {limits}; exec "$@"', "sh", *line],
        cwd=REPOSITORY,
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def left_beside(out: Path) -> list[str]:
    """List what builds left beside the site, but for the lock that stays."""
    names = (path.name for path in out.parent.iterdir())
    return sorted(name for name in names if name not in {out.name, f".{out.name}.lock"})


def standing(out: Path) -> Manifest | None:
    """The manifest of the whole site in a folder; None where there is no folder.

    Raises:
        AssertionError: The site is not whole.
    """
    return whole_site(out) if out.exists() else None
