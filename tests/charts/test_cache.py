"""The store of drawings: never wrong, never in the way, never larger than agreed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quipu.charts import FolderStore, MapRequest, NoCache, draw_map, vega
from quipu.charts.designs import DESIGNS
from quipu.charts.vega import frame_of
from quipu.store import Store
from tests.charts.test_parts import SQUARES, topology

KEY = "0" * 64
TEXT = "línea <svg>\n" * 50


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """Another store on the same folder finds it too."""
    folder = tmp_path / "a" / "b"
    assert FolderStore(folder).get(KEY) is None
    FolderStore(folder).put(KEY, TEXT)
    assert FolderStore(folder).get(KEY) == TEXT
    assert [path.name for path in folder.iterdir()] == [KEY]


@pytest.mark.parametrize("damage", ["cut", "empty", "changed", "binary", "lengthened"])
def test_a_damaged_entry_counts_as_absent_and_is_replaced(tmp_path: Path, damage: str) -> None:
    """Whatever happened to the file, a wrong text is never returned."""
    store = FolderStore(tmp_path)
    store.put(KEY, TEXT)
    path = tmp_path / KEY
    body = path.read_bytes()
    path.write_bytes(
        {
            "cut": body[:-1],
            "empty": b"",
            "changed": body[:-2] + b"?\n",
            "binary": b"\xff\x00" * 40,
            "lengthened": body + b" ",
        }[damage]
    )
    assert store.get(KEY) is None
    store.put(KEY, TEXT)
    assert store.get(KEY) == TEXT


def test_the_oldest_go_first(tmp_path: Path) -> None:
    """The folder stays below its limit; what was used last stays longest."""
    store = FolderStore(tmp_path, limit_bytes=10_000)
    for number in range(40):
        store.put(f"{number:064}", "x" * 1000)
        os.utime(tmp_path / f"{number:064}", (number, number))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 10_000
    kept = sorted(int(path.name) for path in tmp_path.iterdir())
    assert kept[-1] == 39
    assert kept == list(range(kept[0], 40))


def test_reading_counts_as_use(tmp_path: Path) -> None:
    """An old entry that is read again is as good as new."""
    store = FolderStore(tmp_path)
    store.put(KEY, TEXT)
    os.utime(tmp_path / KEY, (0, 0))
    store.get(KEY)
    assert (tmp_path / KEY).stat().st_mtime > 0


@pytest.mark.parametrize("obstacle", ["a file", "a folder in place of the entry"])
def test_a_folder_that_cannot_be_used_is_harmless(tmp_path: Path, obstacle: str) -> None:
    """Even the superuser cannot write there; nothing is raised."""
    folder = tmp_path / "store"
    if obstacle == "a file":
        folder.write_text("")
    else:
        (folder / KEY / "inside").mkdir(parents=True)
    store = FolderStore(folder)
    store.put(KEY, TEXT)
    assert store.get(KEY) is None


class Counting:
    """A store that counts what it had to keep."""

    def __init__(self, store: Store) -> None:
        """Wrap a store."""
        self.store = store
        self.kept = 0

    def get(self, key: str) -> str | None:
        """Pass on."""
        return self.store.get(key)

    def put(self, key: str, value: str) -> None:
        """Count and pass on."""
        self.kept += 1
        self.store.put(key, value)


def test_a_kept_drawing_equals_a_fresh_one(tmp_path: Path) -> None:
    """Frames and outlines come back from the store as they went in, and are drawn once."""
    request = MapRequest(topojson=topology(SQUARES), object_name="areas")
    store = Counting(FolderStore(tmp_path))
    first = (frame_of("strip", store), draw_map(request, store=store))
    assert store.kept == 2
    again = (frame_of("strip", store), draw_map(request, store=store))
    assert store.kept == 2
    assert again == first == (frame_of("strip", NoCache()), draw_map(request, store=NoCache()))


@pytest.mark.parametrize("kind", DESIGNS)
def test_a_kept_frame_equals_a_fresh_one(tmp_path: Path, kind: str) -> None:
    """Of every kind: what the store gives back is what Vega drew."""
    store = Counting(FolderStore(tmp_path))
    assert frame_of(kind, store) == frame_of(kind, store) == frame_of(kind, NoCache())
    assert store.kept == 1


def test_a_changed_design_is_another_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame outlives the design that it was drawn from, nor the code that read the drawing."""
    store = Counting(FolderStore(tmp_path / "store"))
    changed = tmp_path / "designs.py"
    changed.write_text("# other sizes", encoding="utf-8")
    designs, specs, frame, maps = vega._DESIGN
    for files in (
        (designs, specs, frame, maps),
        (changed, specs, frame, maps),
        (designs, changed, frame, maps),
        (designs, specs, changed, maps),
        (designs, specs, frame, changed),
        (designs, specs, frame, maps),
    ):
        monkeypatch.setattr(vega, "_DESIGN", files)
        frame_of("strip", store)
    assert store.kept == 5


def test_other_outlines_are_another_entry(tmp_path: Path) -> None:
    """A changed boundary is never shown with the old outlines."""
    store = Counting(FolderStore(tmp_path))
    for boxes in (SQUARES, {**SQUARES, "N": (0, 5, 4, 10)}):
        draw_map(MapRequest(topojson=topology(boxes), object_name="areas"), store=store)
    assert store.kept == 2
