"""The workflows: valid, with least rights, safe from what is proposed, each action pinned."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.workflows.steps import FOLDER, REPOSITORY, steps, workflow

WORKFLOWS = sorted(FOLDER.glob("*.yml"))

WRITERS = {
    "comment/comment": {"pull-requests"},
    "nightly/tell": {"issues"},
    "publish/attest": {"id-token", "attestations"},
    "publish/deploy": {"pages", "id-token"},
    "publish/release": {"contents"},
}
"""The jobs that may write, and what; no other may."""


def workflow_id(path: Path) -> str:
    """Name a parameter in pytest's output."""
    return path.name


def run_tool(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment from the repository's root; capture what it says."""
    program = Path(sys.executable).with_name(words[0])
    return subprocess.run(
        [program, *words[1:]], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("persona", ["regular", "pedantic", "auditor"])
def test_zizmor_finds_nothing(persona: str) -> None:
    """No injection, no excess of rights, no credential left behind, nothing unpinned."""
    done = run_tool("zizmor", "--offline", "--no-progress", f"--persona={persona}", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_is_told_to_be_overlooked() -> None:
    """The silence of the check above is no agreement to be silent."""
    files = [*REPOSITORY.glob(".github/**/*.yml"), *REPOSITORY.glob("zizmor.y*ml")]
    assert [path for path in files if "zizmor" in path.read_text(encoding="utf-8")] == []


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
        ("vendor.citation-file-format", ["CITATION.cff"]),
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
    """The workflow itself has none, and each job says which it needs and when it is cut off."""
    value = workflow(path.stem)
    assert value["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in value["jobs"].values())


def test_only_the_jobs_that_must_may_write() -> None:
    """Each what it is for, and nothing more."""
    writers = {
        f"{path.stem}/{name}": {
            right for right, how in job["permissions"].items() if how == "write"
        }
        for path in WORKFLOWS
        for name, job in workflow(path.stem)["jobs"].items()
    }
    assert {name: rights for name, rights in writers.items() if rights} == WRITERS


def test_a_job_that_may_write_runs_no_code_but_the_main_branchs() -> None:
    """It checks out what GitHub started it with, and never installs or builds anything."""
    for where, step in steps():
        if where in WRITERS:
            action = step.get("uses", "").partition("@")[0]
            assert action.startswith("actions/") or not action
            assert "ref" not in step.get("with", {}), where
            assert step.get("run", "gh").split()[0] in {"python3", "gh"}, where
    for name, job in (("comment", "comment"), ("nightly", "tell")):
        assert "github.ref == 'refs/heads/main'" in workflow(name)["jobs"][job]["if"]


def test_no_workflow_starts_at_the_word_of_a_pull_request_with_more_than_it_has() -> None:
    """The checks alone start there, as any fork's would; what may write starts on its own."""
    starts = {path.stem: workflow(path.stem)[True] for path in WORKFLOWS}  # "on" is true in YAML
    assert starts["check"] == "pull_request"
    assert set(starts["comment"]) == set(starts["nightly"]) == {"schedule", "workflow_dispatch"}
    assert set(starts["publish"]) == {"push", "workflow_dispatch"}
    assert len(starts) == 4


def test_a_pull_request_gets_no_secret() -> None:
    """Not even by name."""
    assert "secrets" not in (FOLDER / "check.yml").read_text(encoding="utf-8")


def test_no_text_of_others_stands_in_a_script() -> None:
    """An expression is put into a script before any shell can quote it."""
    assert [where for where, step in steps() if "${{" in step.get("run", "")] == []


def test_nothing_is_taken_from_a_cache() -> None:
    """One is only as trusted as whoever could write to it."""
    for where, step in steps():
        assert not step.get("uses", "").startswith("actions/cache"), where
        assert "cache" not in step.get("with", {}), where


@pytest.mark.parametrize("job", ["attest", "deploy", "release"])
def test_nothing_is_published_that_the_tests_refuse(job: str) -> None:
    """What is vouched for waits for the tests and the build; what is published, for that."""
    jobs = workflow("publish")["jobs"]
    if job == "attest":
        assert set(jobs[job]["needs"]) == {"test", "build"}
    else:
        assert jobs[job]["needs"] == "attest"
    assert {"run": "bash .ci/run"}.items() <= jobs["test"]["steps"][2].items()


def test_the_site_is_looked_at_between_its_build_and_its_hand_over() -> None:
    """Built without what earlier builds left; then verified; only then packed and uploaded."""
    commands = [
        step.get("run", step.get("uses", "").partition("@")[0])
        for step in workflow("publish")["jobs"]["build"]["steps"]
    ]
    assert "--no-cache" in commands[3]
    assert commands[3:] == [
        commands[3],
        "make verify",
        "make dist",
        "actions/upload-artifact",
        "actions/upload-pages-artifact",
    ]


def test_a_publication_is_never_cut_off() -> None:
    """The next one of the same branch waits for its end."""
    assert workflow("publish")["concurrency"] == {
        "group": "pages-${{ github.ref }}",
        "cancel-in-progress": False,
    }


def test_pages_keep_their_hidden_files() -> None:
    """Without being told, the action drops every file whose name starts with a dot."""
    steps_of_build = workflow("publish")["jobs"]["build"]["steps"]
    upload = next(
        s for s in steps_of_build if s.get("uses", "").startswith("actions/upload-pages-artifact")
    )
    assert upload["with"] == {"path": "site", "include-hidden-files": True}


def test_updates_wait_a_week() -> None:
    """A release that is found to be bad is most often found within days."""
    told = yaml.safe_load((REPOSITORY / ".github/dependabot.yml").read_text(encoding="utf-8"))
    assert {one["package-ecosystem"] for one in told["updates"]} == {"github-actions", "pip"}
    assert all(one["cooldown"]["default-days"] >= 7 for one in told["updates"])
