"""Whatever goes wrong, readers keep one whole site, and the exit code says what it was."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.builds import (
    AS_OF,
    SMALL_ROOT,
    built,
    changed_row,
    command,
    copied,
    environment,
    run,
    snapshot,
    whole_site,
)

KILLS = 8


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the synthetic root, its cache and its site, all built once."""
    folder = tmp_path_factory.mktemp("first")
    built(copied(SMALL_ROOT, folder / "root"), folder / "site")
    return folder


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    """Return a copy of the root, with a warm cache."""
    return shutil.copytree(first / "root", tmp_path / "root")


@pytest.fixture
def out(first: Path, tmp_path: Path) -> Path:
    """Return a copy of the site that the root gave."""
    return shutil.copytree(first / "site", tmp_path / "site")


def words(root: Path, out: Path) -> list[str]:
    """Return the words of a build of this root to this folder."""
    return command("--root", root, "build", "--out", out, "--as-of", AS_OF)


def start(root: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a build and do not wait for it."""
    return subprocess.Popen(
        words(root, out),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def beside(out: Path) -> list[str]:
    """List what a build left beside the site, but for the lock that stays."""
    return sorted(
        path.name
        for path in out.parent.iterdir()
        if path.name.startswith(f".{out.name}.") and path.name != f".{out.name}.lock"
    )


def test_killed_at_random_moments_one_whole_site_stands(
    root: Path, out: Path, tmp_path: Path
) -> None:
    """``kill -9`` leaves the old or the new site, whole; the next build tidies up."""
    old = whole_site(out)
    changed_row(root)
    started = time.monotonic()
    new = built(root, tmp_path / "other")
    whole_s = time.monotonic() - started
    assert new != old
    moments = random.Random(20_261_123)  # noqa: S311 (moments to kill at, no secret)
    killed = 0
    for part in range(KILLS):
        process = start(root, out)
        # Most moments fall late, where files are being written and swapped.
        share = 0.3 + 0.8 * (part + moments.random()) / KILLS
        time.sleep(whole_s * share)
        process.send_signal(signal.SIGKILL)
        killed += process.wait(timeout=60) == -signal.SIGKILL
        assert whole_site(out) in (old, new)
    assert killed >= 2
    assert built(root, out) == new
    assert beside(out) == []


BAD_DATA = {
    "a decimal comma": ("9.5,A,A,S1", '"9,5",A,A,S1', "E218"),
    "an area that does not exist": ("EJ-O,2024,", "EJ-X,2024,", "EJ-X"),
    "a source that does not exist": ("9.5,A,A,S1", "9.5,A,A,S9", "E304"),
    "the same row twice": ("EJ-I,2024,20", "EJ-O,2024,20", "E302"),
    "a word for no value": ("9.5,A,A,S1", "nan,A,A,S1", "E221"),
    "a share above a hundred": ("EJ-O,2024,9.5", "EJ-O,2024,109.5", "E307"),
    "a formula that failed": ("EJ-O,2024,9.5", "EJ-O,2024,#¡REF!", "E232"),
}


@pytest.mark.parametrize("mistake", BAD_DATA)
def test_bad_data_keep_the_site_byte_for_byte(mistake: str, root: Path, out: Path) -> None:
    """Exit code 1, the finding with its place and code, and the old site untouched."""
    good, bad, sign = BAD_DATA[mistake]
    before = snapshot(out)
    table = root / "data" / "indicators" / "E1-01.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count(good) == 1
    table.write_text(text.replace(good, bad), encoding="utf-8")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 1
    assert re.search(r"data/indicators/E1-01\.csv:\d+:\d+ E\d{3} ", done.stdout)
    assert sign in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(out) == before
    assert beside(out) == []
    checked = run("--root", root, "check", "--as-of", AS_OF)
    assert checked.returncode == 1
    assert sign in checked.stdout


WRONG_USAGE = {
    "unknown option": ["build", "--speed", "fast"],
    "unknown command": ["publish"],
    "not a day": ["build", "--as-of", "yesterday"],
    "unknown language": ["--lang", "fr", "build"],
    "unknown format": ["check", "--format", "xml"],
}


@pytest.mark.parametrize("mistake", WRONG_USAGE)
def test_wrong_usage_ends_with_two(mistake: str, root: Path, tmp_path: Path) -> None:
    """What was typed wrong is told in a sentence; nothing is built."""
    done = run("--root", root, *WRONG_USAGE[mistake], cwd=tmp_path)
    assert done.returncode == 2
    assert WRONG_USAGE[mistake][-1] in done.stderr or "--speed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_a_root_that_does_not_exist_ends_with_two(tmp_path: Path) -> None:
    """The folder is named, with what to do."""
    done = run("--root", tmp_path / "nowhere", "build")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "--root" in done.stderr


def test_two_builds_at_once_end_in_one_whole_site(root: Path, tmp_path: Path) -> None:
    """Both end well: one waits for the other."""
    out = tmp_path / "site"
    processes = [start(root, out) for _ in range(2)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert whole_site(out) == built(root, tmp_path / "alone")
    assert beside(out) == []


def test_a_failing_template_is_told_and_keeps_the_site(root: Path, out: Path) -> None:
    """The template and the page are named; the old site stands."""
    before = snapshot(out)
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "region.html").write_text("{{ no_such_field }}")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 2
    assert "region" in done.stderr
    assert "no_such_field" in done.stderr
    assert snapshot(out) == before


def test_a_page_that_fails_inspection_is_not_published(root: Path, out: Path) -> None:
    """A script that a template lets in keeps the old site; the finding names the page."""
    before = snapshot(out)
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "404.html").write_text("<script>1</script>")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 1
    assert "404.html" in done.stdout
    assert "E701" in done.stdout
    assert snapshot(out) == before
