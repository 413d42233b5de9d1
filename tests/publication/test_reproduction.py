"""Two builds of one commit are the same, or every file in which they differ is named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quipu.publish.manifest import BuildInfo, FileRecord, Manifest
from tools.reproduction import main


def manifest(path: Path, hashes: dict[str, str], commit: str = "c") -> str:
    """Write a synthetic manifest."""
    records = [FileRecord(path=p, size_bytes=1, sha256=sha256) for p, sha256 in hashes.items()]
    build = BuildInfo(version="0", as_of=date(2025, 6, 30), commit=commit)
    path.write_text(Manifest.of(records, build).to_json(), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("hashes", "commit", "named"),
    [
        ({"a.html": "1", "b.html": "2"}, "c", set()),
        ({"a.html": "1", "b.html": "3"}, "c", {"b.html"}),
        ({"a.html": "1"}, "c", {"b.html"}),
        ({"a.html": "1", "b.html": "2", "n.html": "1"}, "c", {"n.html"}),
        ({"a.html": "1", "b.html": "2"}, "other", {"other"}),
    ],
)
def test_every_difference_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hashes: dict[str, str],
    commit: str,
    named: set[str],
) -> None:
    """A file that changes, is lost or is added, or another commit: one to look at, and red."""
    monkeypatch.chdir(tmp_path)
    one = manifest(tmp_path / "one.json", {"a.html": "1", "b.html": "2"})
    two = manifest(tmp_path / "two.json", hashes, commit)
    assert main([one, two]) == (1 if named else 0)
    text = (tmp_path / "reports/reproduction.md").read_text(encoding="utf-8")
    kept = json.loads((tmp_path / "reports/reproduction.json").read_text(encoding="utf-8"))
    assert kept["pending"] == len(named)
    assert {word for word in ("a.html", "b.html", "n.html", "other") if word in text} == named
