"""Tiny synthetic sites, each held file set against file set and byte against byte.

After a wanted change: ``pytest tests/golden --update-golden``, then read the difference.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.golden.cases import FOLDER, Case, listed, normal, read_cases

CASES = read_cases()
MOST_BYTES = 1_500_000


def name_of(case: Case) -> str:
    """Name a parameter in pytest's output."""
    return case.name


def difference(path: str, expected: bytes, built: bytes) -> str:
    """Tell the first lines that differ, cut to what a terminal shows."""
    one, other = (body.decode("utf-8", "replace").splitlines() for body in (expected, built))
    lines = difflib.unified_diff(one, other, f"expected/{path}", f"built/{path}", lineterm="", n=1)
    return "\n".join(line[:300] for line in list(lines)[:30])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_golden(case: Case, tmp_path: Path, is_update: bool) -> None:
    """The site has exactly the expected files, and the held ones have the expected bytes."""
    site = case.built(tmp_path)
    if is_update:
        case.update(site)
    assert listed(site) == (case.expected / "files.txt").read_text()
    kept = case.expected / "site"
    held = {p.relative_to(kept).as_posix() for p in kept.rglob("*") if p.is_file()}
    assert held == set(case.compare)
    for path in case.compare:
        expected = (kept / path).read_bytes()
        if site[path] != expected:
            pytest.fail(difference(path, expected, site[path]), pytrace=False)


def test_there_are_cases() -> None:
    """No case is lost by renaming a file."""
    folders = {path.name for path in FOLDER.iterdir() if (path / "input").is_dir()}
    assert {case.name for case in CASES} == folders
    assert len(CASES) >= 8
    assert all(case.proves for case in CASES)


def test_the_folder_stays_small() -> None:
    """Whoever changes a template reads the whole difference."""
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    assert size <= MOST_BYTES


def test_only_asset_hashes_are_normalised() -> None:
    """The address of an asset keeps its name and type; other text that looks alike stays."""
    page = b'<link href="../assets/quipu.0123456789.css"> c0ffee0123 assets/quipu.css'
    assert normal(page) == b'<link href="../assets/quipu.HASH.css"> c0ffee0123 assets/quipu.css'
