"""Whatever ends a build, readers find one whole site: the old one or the new one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quipu.publish.write import Step
from tests.faults.publisher import publish_version, version_of

PUBLISHER = Path(__file__).with_name("publisher.py")
ALWAYS = [s for s in Step if s not in {Step.WAITING, Step.RECOVERED, Step.SET_ASIDE}]
BEFORE_SWAP = ALWAYS[: ALWAYS.index(Step.SWAPPED)]


def run_publisher(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the publishing program to its end."""
    return subprocess.run(
        [sys.executable, str(PUBLISHER), *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def names_beside(out: Path) -> list[str]:
    """List what stands beside the site, but for the lock that stays."""
    return sorted(p.name for p in out.parent.iterdir() if p.name not in {out.name, ".site.lock"})


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with a published site of version v1."""
    folder = tmp_path / "site"
    publish_version(folder, "v1")
    return folder


def test_killed_at_forty_moments_a_whole_site_stands(tmp_path: Path) -> None:
    """No moment of ``kill -9``, spread over the whole build, leaves a broken site."""
    out = tmp_path / "site"
    done = run_publisher(out, "-", "--trials", 40)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["killed"] >= 15
    assert version_of(out) == "end"
    assert names_beside(out) == []


@pytest.mark.parametrize("step", ALWAYS)
@pytest.mark.parametrize("mode", ["exchange", "two-renames"])
def test_killed_between_steps(out: Path, step: Step, mode: str) -> None:
    """Before the swap the old site stands, after it the new one; the next build tidies up."""
    how = ["--no-exchange"] if mode == "two-renames" else []
    killed = run_publisher(out, "v2", "--kill", step, *how)
    assert killed.returncode == -signal.SIGKILL
    assert version_of(out) == ("v1" if step in BEFORE_SWAP else "v2")
    publish_version(out, "v3")
    assert version_of(out) == "v3"
    assert names_beside(out) == []


def test_killed_between_the_two_renames_the_next_build_recovers(out: Path) -> None:
    """Where names cannot be swapped, the site set aside comes back before anything else."""
    killed = run_publisher(out, "v2", "--kill", Step.SET_ASIDE, "--no-exchange")
    assert killed.returncode == -signal.SIGKILL
    assert not out.exists()
    again = run_publisher(out, "v2", "--kill", Step.RECOVERED)
    assert again.returncode == -signal.SIGKILL
    assert version_of(out) == "v1"
    publish_version(out, "v3")
    assert version_of(out) == "v3"
    assert names_beside(out) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("step", [Step.STARTED, Step.SYNCED])
def test_asked_to_end_it_tidies_up(out: Path, number: signal.Signals, step: Step) -> None:
    """SIGTERM and Ctrl-C leave the old site and nothing beside it."""
    process = subprocess.Popen(
        [sys.executable, str(PUBLISHER), str(out), "v2", "--hold", step],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.send_signal(number)
        process.communicate(timeout=20)
    ended_by_python = {signal.SIGTERM: 128 + signal.SIGTERM, signal.SIGINT: -signal.SIGINT}
    assert process.returncode == ended_by_python[number]
    assert version_of(out) == "v1"
    assert names_beside(out) == []


def test_a_signal_between_the_two_renames_puts_the_site_back(out: Path) -> None:
    """An interruption never leaves the name free, even where names cannot be swapped."""

    def interrupt(step: Step) -> None:
        if step is Step.SET_ASIDE:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        publish_version(out, "v2", on_step=interrupt, can_exchange=False)
    assert version_of(out) == "v1"
    assert names_beside(out) == []


def test_leftovers_that_are_not_ours_stay(out: Path) -> None:
    """Only folders of exactly our naming are removed: no links, files or other names."""
    beside = out.parent
    treasure = beside / "treasure"
    treasure.mkdir()
    (treasure / "gold").write_text("x")
    (beside / ".site.tmp-0123456789ab").symlink_to(treasure)
    (beside / ".site.tmp-ffffffffffff").write_text("a file")
    (beside / ".site.tmp-mine").mkdir()
    (beside / ".other.tmp-0123456789ab").mkdir()
    ours = beside / ".site.tmp-00000000000a"
    ours.mkdir()
    (ours / "link").symlink_to(treasure)
    publish_version(out, "v2")
    assert version_of(out) == "v2"
    assert (treasure / "gold").read_text() == "x"
    assert names_beside(out) == [
        ".other.tmp-0123456789ab",
        ".site.tmp-0123456789ab",
        ".site.tmp-ffffffffffff",
        ".site.tmp-mine",
        "treasure",
    ]
