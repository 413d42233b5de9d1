"""Files that change while they are read: a build sees one moment of them, or says why not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quipu.errors import SourceError
from quipu.read import files
from quipu.read.files import read_at_one_moment
from quipu.read.templates import read_templates
from quipu.read.tree import read_tree
from tests.faults.builds import TABLE, Editions, limited, standing, words
from tests.roots import minimal_root

COUNT = 40
TICK_S = 0.02
"""Longer than the clock of any filesystem stands still: a file written twice shows it."""


@contextmanager
def meanwhile(act: Callable[[], None], pause_s: float) -> Iterator[None]:
    """Do something over and over, in another thread, while the block runs."""
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            act()
            over.wait(pause_s)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


WRITER = """
import sys, time
from pathlib import Path
folder, count, pause_s = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
number = 0
while True:
    number += 1
    for name in range(count):
        (folder / f"n{name:03}.md").write_text(str(number))
    if number == 1:
        print("ready", flush=True)
    time.sleep(pause_s)
"""
"""Writes a number, which grows, into file after file."""


def is_one_moment(bodies: list[bytes]) -> bool:
    """Whether files were read as they stood at one moment.

    Those before the one that is being written hold the new number, those after it the old one;
    the one itself may be empty.
    """
    numbers = [int(body) for body in bodies if body]
    is_split_once = numbers == sorted(numbers, reverse=True) and numbers[0] - numbers[-1] <= 1
    empty = [number for number, body in enumerate(bodies) if not body]
    return is_split_once and empty in ([], [0], [numbers.count(numbers[0])])


def test_what_is_read_is_of_one_moment(tmp_path: Path) -> None:
    """However a writer and the reader meet, no half of a change is taken with the other half."""
    root = minimal_root(tmp_path)
    folder = root / "content" / "updates"
    folder.mkdir()
    line = [sys.executable, "-c", WRITER, str(folder), str(COUNT), "0.05"]
    read, refused = 0, 0
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            while read < 20 and refused < 10:
                try:
                    tree = read_tree(root)
                except SourceError:
                    refused += 1
                    continue
                bodies = [
                    b for path, b in tree.files.items() if path.startswith("content/updates/")
                ]
                assert len(bodies) == COUNT
                assert is_one_moment(bodies), bodies
                read += 1
        finally:
            writer.kill()
    assert read >= 10


def test_files_that_never_rest_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader gives up in a sentence, whatever else it would have said of half a file."""
    monkeypatch.setattr(files, "_PAUSE_S", 0.0)
    (tmp_path / "a").write_text("0")
    times = []

    def read() -> None:
        times.append(0)
        (tmp_path / "a").write_text("0" * len(times))

    with pytest.raises(SourceError, match="cambian mientras se leen") as told:
        read_at_one_moment([tmp_path], read)
    assert told.value.hint
    assert len(times) == files._ATTEMPTS


@pytest.mark.parametrize("change", ["written", "replaced", "added", "removed", "renamed"])
def test_every_change_is_noticed(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read while a file changed is read again; the second time nothing does."""
    monkeypatch.setattr(files, "_PAUSE_S", 0.0)
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    time.sleep(TICK_S)
    done: list[str] = []

    def written() -> None:
        one.write_text("2")

    def replaced() -> None:
        other.write_text("2")
        other.replace(one)

    ways: dict[str, Callable[[], object]] = {
        "written": written,
        "replaced": replaced,
        "added": lambda: other.write_text("2"),
        "removed": one.unlink,
        "renamed": lambda: one.rename(other),
    }

    def read() -> list[str]:
        if not done:
            ways[change]()
        done.append(change)
        return sorted(path.name for path in tmp_path.iterdir())

    assert read_at_one_moment([tmp_path], read) == sorted(p.name for p in tmp_path.iterdir())
    assert done == [change] * 2


def test_a_build_while_a_table_is_being_saved(editions: Editions, out: Path) -> None:
    """Site after site is of one edition: never of a table cut short, never of two tables."""
    table = editions.new_root / TABLE
    bodies = [(root / TABLE).read_bytes() for root in (editions.old_root, editions.new_root)]

    def save() -> None:
        """As some programs do: the table is empty, then half there, then whole."""
        bodies.reverse()
        with table.open("wb", buffering=0) as stream:
            for part in (bodies[0][:60], bodies[0][60:]):
                time.sleep(TICK_S)
                stream.write(part)

    with meanwhile(save, 0.1):
        for _ in range(4):
            done = limited("-n 256", words(editions.new_root, out))
            if done.returncode:
                told = done.stdout + done.stderr
                assert "Traceback" not in told
                assert TABLE in told or "cambian mientras se leen" in told
            assert standing(out) in (editions.old, editions.new)


def link(path: Path) -> None:
    """Make a link to a file that nobody should publish."""
    path.symlink_to("/etc/hostname")


def monster(path: Path) -> None:
    """Make a file larger than any template."""
    path.write_bytes(bytes(6_000_000))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("templates/assets/icon.svg", link),
        ("templates/pages/home.html", link),
        ("templates/parts", lambda path: path.symlink_to("/etc")),
        ("templates", lambda path: path.symlink_to("/etc")),
        ("templates/pages/home.html", os.mkfifo),
        ("templates/pages/home.html", monster),
    ],
    ids=["asset", "template", "folder", "templates", "pipe", "size"],
)
def test_templates_are_regular_files(
    editions: Editions, out: Path, name: str, make: Callable[[Path], None]
) -> None:
    """A link, a pipe or a monster among a root's own templates ends the build in a sentence."""
    path = editions.new_root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    done = limited("-n 256", words(editions.new_root, out))
    assert done.returncode == 2, done.stderr
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert standing(out) == editions.old


def test_hidden_files_among_templates_are_left_alone(tmp_path: Path) -> None:
    """What editors leave behind is not read, even where it is a link."""
    for folder in ("repository", "root"):
        (tmp_path / folder / "templates").mkdir(parents=True)
    (tmp_path / "root" / "templates" / ".#home.html").symlink_to("someone@somewhere:1")
    read = read_templates(tmp_path / "repository", tmp_path / "root")
    assert (read.templates, read.assets) == ({}, {})
