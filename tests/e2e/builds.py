"""Builds as processes of their own: the way every person and every machine runs them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from quipu.publish.manifest import Manifest

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-23"
SMALL_ROOT = REPOSITORY / "tests" / "golden" / "six-regions" / "input"
"""A synthetic root with every kind of figure, built in two seconds."""
MAP_ROOT = REPOSITORY / "tests" / "golden" / "with-map" / "input"

_INHERITED = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "COVERAGE_PROCESS_CONFIG")
"""The last one, where coverage is measured, so that what commands do is measured too."""
_BYTECODE = str(REPOSITORY / ".cache" / "bytecode")
"""Dozens of processes share what the first one compiled, whatever the machine's habit."""


def environment(**changes: str) -> dict[str, str]:
    """The few variables a build may need, and those a test sets."""
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**kept, "PYTHONPYCACHEPREFIX": _BYTECODE, **changes}


def command(*words: object) -> list[str]:
    """The words that start ``build.py`` with this interpreter."""
    return [sys.executable, str(REPOSITORY / "build.py"), *map(str, words)]


def run(
    *words: object, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``build.py`` to its end."""
    return subprocess.run(
        command(*words),
        cwd=cwd,
        env=environment() if env is None else dict(env),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def built(
    root: Path,
    out: Path,
    *words: object,
    cwd: Path = REPOSITORY,
    env: Mapping[str, str] | None = None,
) -> Manifest:
    """Build a root that is in order, and return the manifest of what was published."""
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF, *words, cwd=cwd, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return whole_site(out)


def whole_site(out: Path) -> Manifest:
    """Check that a folder is one whole site and return its manifest.

    Raises:
        AssertionError: A file is missing, cut, changed or foreign.
    """
    manifest = Manifest.parse((out / "manifest.json").read_text(encoding="utf-8"))
    listed = {"manifest.json"}
    for record in manifest.files:
        body = (out / record.path).read_bytes()
        assert len(body) == record.size_bytes, record.path
        assert hashlib.sha256(body).hexdigest() == record.sha256, record.path
        listed.add(record.path)
    found = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert found == listed
    return manifest


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def copied(root: Path, target: Path) -> Path:
    """Copy what a project root holds that decides its site, without a cache or a site."""
    for name in ("data", "content"):
        shutil.copytree(root / name, target / name)
    return target


def changed_row(root: Path) -> Path:
    """Change one value of one table of the synthetic root; return the table."""
    table = root / "data" / "indicators" / "E1-01.csv"
    text = table.read_text(encoding="utf-8")
    row = "EJ-O,2024,9.5,A,A,S1,,"
    assert row in text
    table.write_text(text.replace(row, "EJ-O,2024,91.5,A,A,S1,,"), encoding="utf-8")
    return table
