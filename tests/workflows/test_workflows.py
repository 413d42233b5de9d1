"""The workflows: valid, with least rights, and each action pinned to a commit."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))


def workflow_id(path: Path) -> str:
    """Name a parameter in pytest's output."""
    return path.name


def run_tool(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment from the repository's root; capture what it says."""
    program = Path(sys.executable).with_name(words[0])
    return subprocess.run(
        [program, *words[1:]], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


def test_zizmor_finds_nothing() -> None:
    """No injection, no excess of rights, no credential left behind, nothing unpinned."""
    done = run_tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_can_find_something(tmp_path: Path) -> None:
    """The check above is awake: a title put into a script is found."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    assert run_tool("zizmor", "--offline", "--no-progress", str(tmp_path)).returncode != 0


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", [str(path) for path in WORKFLOWS]),
        ("vendor.dependabot", [".github/dependabot.yml"]),
    ],
)
def test_files_follow_their_schema(schema: str, paths: list[str]) -> None:
    """A misspelt key would be ignored without a word; here it is not."""
    assert paths
    done = run_tool("check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=workflow_id)
def test_actions_are_pinned_to_a_commit_and_say_their_version(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot."""
    uses = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert uses
    assert [u for u in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=workflow_id)
def test_rights_are_given_to_jobs_only(path: Path) -> None:
    """The workflow itself has none, and only the job that publishes may write."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    writers = {
        name
        for name, job in workflow["jobs"].items()
        if "write" in job.get("permissions", {}).values()
    }
    assert writers <= {"deploy"}
    assert all(
        "permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values()
    )


def test_pages_keep_their_hidden_files() -> None:
    """Without being told, the action drops every file whose name starts with a dot."""
    text = (REPOSITORY / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    upload = next(s for s in steps if s.get("uses", "").startswith("actions/upload-pages-artifact"))
    assert upload["with"] == {"path": "site", "include-hidden-files": True}
