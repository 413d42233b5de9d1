"""Reading a root: what is read, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from quipu.errors import SourceError
from quipu.read.tree import read_tree
from tests.roots import FILES, minimal_root


def test_all_files_in_order(tmp_path: Path) -> None:
    """Bytes by path, sorted, whatever the file system's order."""
    tree = read_tree(minimal_root(tmp_path))
    assert list(tree.files) == sorted(FILES)
    assert tree.files == {path: text.encode() for path, text in FILES.items()}
    assert tree.findings == ()


def test_hidden_files_and_other_folders_are_left_alone(tmp_path: Path) -> None:
    """What editors and systems leave behind is not data."""
    root = minimal_root(tmp_path)
    (root / "data" / ".DS_Store").write_bytes(b"\0")
    (root / "content" / ".git").mkdir()
    (root / "other.csv").write_text("x")
    tree = read_tree(root)
    assert list(tree.files) == sorted(FILES)
    assert tree.findings == ()


def test_no_root() -> None:
    """A sentence and a hint."""
    with pytest.raises(SourceError, match="--root"):
        read_tree(Path("/nowhere/at/all"))
