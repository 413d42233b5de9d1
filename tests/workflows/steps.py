"""Reads the workflows, and does on this machine what a runner would do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / ".github" / "workflows"

NOT_HERE = {
    "bash .ci/run": "it is the suite that this test is part of",
    "make links": "it asks the Internet; tests/publication/test_links.py asks this machine",
    "make audit": "it asks the Internet; tests/publication/test_audit.py reads what it answers",
    'gh release create "$GITHUB_REF_NAME" --verify-tag --draft --generate-notes dist/*': (
        "it is GitHub's own program, with nothing of ours in it"
    ),
}
"""The commands that no test runs, each with its reason."""


def workflow(name: str) -> dict[Any, Any]:
    """Read a workflow by its name, without ``.yml``."""
    value: dict[Any, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return value


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step of every workflow, with the name of its workflow and job."""
    for path in sorted(FOLDER.glob("*.yml")):
        for job, value in workflow(path.stem)["jobs"].items():
            for step in value["steps"]:
                yield f"{path.stem}/{job}", step


def clone(place: Path, change: Callable[[Path], object]) -> Path:
    """Clone the repository as it is checked out for a pull request, and share this environment.

    Args:
        place: An empty folder.
        change: What the pull request does to the files. It and what is not committed yet are
            one commit of the clone; the commit before it, the base, is this repository's.
    """
    made = place / "clone"
    _git(place, "clone", "--quiet", str(REPOSITORY), str(made))
    listed = _git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        source, target = REPOSITORY / name, made / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
        else:
            target.unlink(missing_ok=True)
    change(made)
    _git(made, "add", "--all")
    author = ("-c", "user.name=Synthetic", "-c", "user.email=synthetic@quipu.invalid")
    _git(made, *author, "commit", "--quiet", "--no-verify", "-m", "Synthetic proposal")
    (made / ".venv").symlink_to(Path(sys.prefix))
    audit = REPOSITORY / ".cache" / "audit"
    if audit.is_dir():
        (made / ".cache").mkdir()
        (made / ".cache" / "audit").symlink_to(audit)
    return made


def _git(where: Path, *words: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return subprocess.run(
        ["git", *words], cwd=where, env=environment, check=True, capture_output=True, text=True
    ).stdout


@dataclass(kw_only=True)
class Runner:
    """Runs jobs of workflows in a clone, one after the other, each in the order of its steps."""

    clone: Path
    artifacts: Path
    """Where uploaded files are kept, a folder an artifact."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What stands for the expressions of a workflow: ``github.token`` and the like."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """What a runner sets, besides what stands in the workflow."""
    done: list[str] = field(default_factory=list)
    """The commands that were run."""

    def run(self, name: str, *jobs: str) -> None:
        """Run jobs of a workflow, each once for each value of its matrix."""
        for job in jobs:
            value = workflow(name)["jobs"][job]
            matrix = value.get("strategy", {}).get("matrix", {"runner": ["ubuntu-24.04"]})
            for choice in matrix["runner"]:
                for step in value["steps"]:
                    self._step(step, {**self.given, "matrix.runner": choice})

    def _step(self, step: dict[str, Any], given: Mapping[str, str]) -> None:
        action, words = step.get("uses", "").partition("@")[0], step.get("with", {})
        if step.get("if") == "failure()":
            return
        if "run" in step:
            self._command(step, given)
        elif action == "actions/upload-artifact":
            self._upload({key: _filled(str(one), given) for key, one in words.items()})
        elif action == "actions/upload-pages-artifact":
            self._upload({"name": "github-pages", "path": words["path"]})
        elif action == "actions/download-artifact":
            self._download(words)

    def _command(self, step: dict[str, Any], given: Mapping[str, str]) -> None:
        command = step["run"]
        if command in NOT_HERE:
            return
        set_here = {key: _filled(value, given) for key, value in step.get("env", {}).items()}
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
        ended = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=self.clone,
            env={**_outside(), **self.environment, **set_here, "PATH": path, "PYTHONPATH": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert ended.returncode == 0, f"{command}\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}"
        self.done.append(command)

    def _upload(self, words: Mapping[str, str]) -> None:
        """Keep files below the folder that they share, as the action does."""
        kept = [p for pattern in words["path"].split() for p in self.clone.glob(pattern)]
        assert kept or words.get("if-no-files-found") == "ignore", words
        target = self.artifacts / words["name"]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for path in kept:
            if path.is_dir():
                shutil.copytree(path, target, dirs_exist_ok=True, symlinks=True)
            else:
                shutil.copy(path, target)

    def _download(self, words: Mapping[str, Any]) -> None:
        """Put kept files where the job wants them."""
        place = self.clone / words.get("path", ".")
        for kept in sorted(self.artifacts.glob(words.get("pattern") or words["name"])):
            is_own = "pattern" in words and not words.get("merge-multiple")
            target = place / kept.name if is_own else place
            shutil.copytree(kept, target, dirs_exist_ok=True)


def _filled(text: str, given: Mapping[str, str]) -> str:
    """Put values in the place of expressions."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: given[found.group(1)], text)


def _outside() -> dict[str, str]:
    """The environment of these tests, without what the make that started them was told."""
    told = ("MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "MFLAGS", "ARGS")
    return {name: value for name, value in os.environ.items() if name not in told}
