"""``build.py build`` where the system gives too little: told in words, and the site stands."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.builds import built
from tests.faults.builds import Editions, left_beside, limited, standing, words
from tests.faults.disks import read_only


def assert_told(done: subprocess.CompletedProcess[str], *said: str) -> None:
    """The command ended with 2 and some words, and no traceback."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "defecto del generador" not in done.stderr
    assert [word for word in said if word not in done.stderr] == []


def test_a_full_disk(editions: Editions, small_disk: Path) -> None:
    """The old site stays whole however little is free; with room again, the next build works.

    The cache is on the full disk too: what cannot be kept is made anew, and that is all.
    """
    root = shutil.copytree(editions.new_root, small_disk / "root")
    out = small_disk / "folder" / "site"
    shutil.copytree(editions.old_site, out)
    for free_kb in (0, 4, 64, 160):
        shutil.rmtree(root / ".cache", ignore_errors=True)
        filler = fill(small_disk, free_kb)
        done = limited("-n 256", words(root, out))
        filler.unlink()
        assert_told(done, "no queda espacio en el disco", "Libere espacio")
        assert standing(out) == editions.old, free_kb
        assert left_beside(out) == []
    assert built(root, out) == editions.new


def fill(disk: Path, free_kb: int) -> Path:
    """Fill a disk until so much is free; return the file that fills it."""
    filler = disk / "filler"
    with filler.open("wb") as stream:
        stream.write(bytes(shutil.disk_usage(disk).free - free_kb * 1024))
    return filler


def test_a_limit_of_file_sizes(editions: Editions, out: Path) -> None:
    """Where no disk can be mounted, this tells the same: a file cut short publishes nothing."""
    done = limited("-f 16", words(editions.new_root, out, "--no-cache"))
    assert_told(done, "supera el tamaño", "ulimit -f")
    assert standing(out) == editions.old
    assert left_beside(out) == []


def test_a_disk_that_became_read_only(editions: Editions, small_disk: Path) -> None:
    """A site that cannot be replaced is left alone, and the reason is said."""
    out = shutil.copytree(editions.old_site, small_disk / "site")
    with read_only(small_disk):
        done = limited("-n 256", words(editions.new_root, out))
    assert_told(done, "solo lectura", "--out")
    assert standing(out) == editions.old
    assert left_beside(out) == []


def test_another_filesystem(editions: Editions) -> None:
    """A site on another disk than the data is published, and replaced, like any."""
    memory = Path("/dev/shm")  # noqa: S108 (where it is, it is another filesystem)
    if not memory.is_dir() or memory.stat().st_dev == editions.old_root.stat().st_dev:
        pytest.skip("the system has no /dev/shm apart from the temporary folder")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        out = Path(folder) / "site"
        assert built(editions.old_root, out) == editions.old
        assert built(editions.new_root, out) == editions.new
        assert left_beside(out) == []


@pytest.mark.parametrize("files", [8, 16, 63])
def test_too_few_open_files(editions: Editions, out: Path, files: int) -> None:
    """Said before anything is begun, instead of failing wherever the last one is missed."""
    done = limited(f"-n {files}", words(editions.new_root, out, "--no-cache"))
    assert_told(done, f"solo deja abrir {files} archivos", "ulimit -n")
    assert standing(out) == editions.old


@pytest.mark.parametrize("limits", ["-n 64", "-Sn 20"])
def test_just_enough_open_files(editions: Editions, out: Path, limits: str) -> None:
    """As few as the message asks for suffice; a limit that may be raised is raised."""
    done = limited(limits, words(editions.new_root, out, "--no-cache"))
    assert done.returncode == 0, done.stderr
    assert standing(out) == editions.new
    assert left_beside(out) == []


def link(path: Path) -> None:
    """Make a link to a file that nobody should publish."""
    path.symlink_to("/etc/hostname")


def device(path: Path) -> None:
    """Make a device that never ends; where only root may, the test is about pipes again."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        os.mkfifo(path)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("data/areas.csv", link),
        ("data/indicators/E1-01.csv", os.mkfifo),
        ("content/pages/about.es.md", os.mkfifo),
        ("content/site.toml", device),
    ],
)
def test_inputs_are_regular_files(
    editions: Editions, out: Path, name: str, make: Callable[[Path], None]
) -> None:
    """What leads elsewhere or never ends is not waited for: a finding, and the old site."""
    path = editions.new_root / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    done = limited("-n 256", words(editions.new_root, out))
    assert done.returncode == 1, done.stderr
    assert f"{name} E105 " in done.stdout
    assert standing(out) == editions.old
    assert left_beside(out) == []


def test_names_that_differ_by_case_only(editions: Editions, out: Path) -> None:
    """They would be one file on other systems: told, and nothing is published."""
    table = editions.new_root / "data" / "indicators" / "E1-01.csv"
    shutil.copy(table, table.with_name("e1-01.csv"))
    done = limited("-n 256", words(editions.new_root, out))
    assert done.returncode == 1
    assert "data/indicators/e1-01.csv E109 " in done.stdout
    assert standing(out) == editions.old
