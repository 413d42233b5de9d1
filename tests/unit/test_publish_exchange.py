"""The swap of two folders, and putting back what a killed build set aside."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from quipu.publish.exchange import (
    exchange_folders,
    leftovers,
    new_sibling,
    put_back_set_aside,
    put_in_place,
)
from quipu.publish.tree import make_folder, read_site, remove_tree, write_file


def folder_with(path: Path, text: str) -> Path:
    """Make a folder that holds one file with a text."""
    path.mkdir()
    (path / "name").write_text(text)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux swaps two names at once")
def test_two_folders_swap_names(tmp_path: Path) -> None:
    """Both exist afterwards, each with what the other had."""
    one, other = folder_with(tmp_path / "1", "one"), folder_with(tmp_path / "2", "other")
    assert exchange_folders(one, other)
    assert (one / "name").read_text() == "other"
    assert (other / "name").read_text() == "one"


def test_an_exchange_that_fails_says_why(tmp_path: Path) -> None:
    """A missing folder is an error, not a system without the call."""
    one = folder_with(tmp_path / "1", "one")
    with pytest.raises(FileNotFoundError):
        exchange_folders(one, tmp_path / "missing")


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_old_folder_is_handed_back(tmp_path: Path, *, can_exchange: bool) -> None:
    """With or without a swap by the system, new takes the name and old is returned."""
    target, new = folder_with(tmp_path / "site", "old"), folder_with(tmp_path / "new", "new")
    how = exchange_folders if can_exchange else lambda _one, _other: False
    old = put_in_place(new, target, exchange=how)
    assert old is not None
    assert (target / "name").read_text() == "new"
    assert (old / "name").read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["site", old.name])


def test_a_failed_second_rename_is_undone(tmp_path: Path) -> None:
    """If the new folder cannot take the name, the old one gets it back."""
    target = folder_with(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "missing", target, exchange=lambda _one, _other: False)
    assert (target / "name").read_text() == "old"


def test_several_sites_set_aside_are_left_to_a_person(tmp_path: Path) -> None:
    """One is put back; with two there is no telling which, so neither moves."""
    target = tmp_path / "site"
    assert not put_back_set_aside(target)
    first = folder_with(new_sibling(target, "prev"), "first")
    second = folder_with(new_sibling(target, "prev"), "second")
    assert not put_back_set_aside(target)
    assert leftovers(target) == ()
    remove_tree(second)
    assert put_back_set_aside(target)
    assert (target / "name").read_text() == "first"
    assert not first.exists()


def test_sites_set_aside_are_leftovers_once_there_is_a_site(tmp_path: Path) -> None:
    """Then nobody needs them."""
    target = folder_with(tmp_path / "site", "x")
    aside = folder_with(new_sibling(target, "prev"), "old")
    half = folder_with(new_sibling(target), "half")
    assert set(leftovers(target)) == {aside, half}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_everybody_may_read_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """A site made by root or under a strict umask can still be served."""
    before = os.umask(umask)
    try:
        make_folder(tmp_path / "f")
        write_file(tmp_path / "f" / "x", b"abc")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "f").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "f" / "x").stat().st_mode) == 0o644
    assert (tmp_path / "f" / "x").read_bytes() == b"abc"


def test_a_site_is_read_for_inspection(tmp_path: Path) -> None:
    """Pages with their bytes, other files by name alone, folders not at all."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"<p>")
    (tmp_path / "z.css").write_bytes(b"p {}")
    site = read_site(tmp_path)
    assert site == {"a/index.html": b"<p>", "z.css": b""}
    assert list(site) == ["a/index.html", "z.css"]
    assert len(site) == 2
    assert "b/index.html" not in site
