"""What is asked of git, and what its silence means."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from quipu.edition import edition_of
from quipu.git import git

IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@example.org")
LAST = "2024-03-05T12:00:00-05:00"


def repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder under git with one commit of March 2024."""
    (root / "data").mkdir(parents=True)
    (root / "data/areas.csv").write_text("code\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setenv("GIT_COMMITTER_DATE", LAST)
        for words in (("init", "-q"), ("add", "."), (*IDENTITY, "commit", "-qm", "first")):
            subprocess.run(["git", "-C", str(root), *words], check=True)
    return root


def test_git_answers_of_the_folder_it_is_asked_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not of the repository whose hook runs the command and says so in the environment."""
    here = repository(tmp_path / "here", monkeypatch)
    other = repository(tmp_path / "other", monkeypatch)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    found = git(here, "rev-parse", "--absolute-git-dir")
    assert found is not None
    assert Path(found.decode().strip()).resolve() == (here / ".git").resolve()


def test_a_refusal_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository, without git, or after too long."""
    assert git(tmp_path, "rev-parse", "--verify", "HEAD") is None
    here = repository(tmp_path / "here", monkeypatch)
    assert git(here, "log", timeout_s=0) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git(here, "log") is None


def test_an_edition_is_a_commit_only_when_nothing_is_known_to_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A status that git cannot tell is not that of a clean folder."""
    here = repository(tmp_path / "here", monkeypatch)
    commit, day = edition_of(here, "America/Lima")
    assert (len(commit), day) == (40, date(2024, 3, 5))
    subprocess.run(
        ["git", "-C", str(here), "config", "status.showUntrackedFiles", "sometimes"], check=True
    )
    assert git(here, "status", "--porcelain") is None
    commit, day = edition_of(here, "America/Lima")
    assert (commit, day > date(2024, 3, 5)) == ("", True)
