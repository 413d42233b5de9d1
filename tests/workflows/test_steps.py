"""What the workflows run, run: each in its order, in a fresh clone, on this machine.

Not run here is what ``NOT_HERE`` lists, with the reason of each; and the actions of GitHub's,
but for those that keep and hand on files, which are done as they do it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quipu.publish.verify import verify
from tests.publication.github import State, synthetic_github
from tests.workflows.steps import NOT_HERE, REPOSITORY, Runner, clone, steps

NUMBER, SHA = 7, "0123456789" * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """What is there after a pull request was checked, told, merged, published, and a night."""

    runner: Runner
    summary: str
    """What stands on the page of the checks."""
    comments: list[dict[str, Any]]
    """Of the pull request."""
    issues: list[dict[str, Any]]


def propose(root: Path) -> None:
    """Add a paragraph to a page."""
    page = root / "content/pages/about.es.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nPárrafo sintético.\n", encoding="utf-8")


def hand_over(artifact: Path, state: State) -> None:
    """Give a synthetic GitHub the pull request and what its checks left."""
    state.propose(NUMBER, "replaced at once")
    state.pulls[0]["head"]["sha"] = state.runs[0]["head_sha"] = SHA
    packed = shutil.make_archive(str(artifact.with_name("packed")), "zip", artifact)
    state.archives[state.runs[0]["id"]] = Path(packed).read_bytes()


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    """Go the whole road once."""
    place = tmp_path_factory.mktemp("road")
    event, summary = place / "event.json", place / "summary.md"
    event.write_text(json.dumps({"pull_request": {"number": NUMBER, "head": {"sha": SHA}}}))
    with synthetic_github() as (url, state):
        runner = Runner(
            clone=clone(place, propose),
            artifacts=place / "artifacts",
            given={
                "github.token": "synthetic",
                "steps.pages.outputs.base_url": "https://quipu.invalid",
            },
            environment={
                "GITHUB_API_URL": url,
                "GITHUB_EVENT_PATH": str(event),
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_STEP_SUMMARY": str(summary),
            },
        )
        runner.run("check", "proposal", "test", "dependencies")
        hand_over(runner.artifacts / "propuesta", state)
        runner.run("comment", "comment")
        runner.run("publish", "test", "build", "attest")
        runner.run("nightly", "look", "build", "compare", "tell")
    return Road(
        runner=runner,
        summary=summary.read_text(encoding="utf-8"),
        comments=state.comments[NUMBER],
        issues=state.issues,
    )


def test_a_pull_request_leaves_its_site_and_what_it_changes(road: Road) -> None:
    """The site is whole when it is handed on; the change is told as text and as data."""
    left = road.runner.artifacts / "propuesta"
    assert verify(road.runner.artifacts / "sitio")[1] == ()
    assert {path.name for path in left.iterdir()} == {"diff.md", "pull.json"}
    claim = json.loads((left / "pull.json").read_text(encoding="utf-8"))
    assert claim == {"number": NUMBER, "head_sha": SHA}
    assert road.summary == (left / "diff.md").read_text(encoding="utf-8")
    assert re.search(r"\nPáginas que cambian: [1-9]", road.summary), road.summary


def test_what_it_changes_reaches_its_comment(road: Road) -> None:
    """From the files that the checks left, by the command of the workflow that may write."""
    (comment,) = road.comments
    assert comment["body"].endswith(road.summary)


def test_what_is_published_is_what_is_vouched_for(road: Road, tmp_path: Path) -> None:
    """The archive that is attested holds the very files that Pages gets, hidden ones too."""
    artifacts = road.runner.artifacts
    (archive,) = (artifacts / "entrega").glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        # Early 3.11 knows no filters; later ones warn without.
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(tmp_path)  # noqa: S202 - packed by this run
    attested = verify(tmp_path / archive.name.removesuffix(".tar.gz"))
    assert attested[0] is not None
    assert attested == verify(artifacts / "github-pages") == (attested[0], ())
    checked = subprocess.run(
        ["sha256sum", "--check", "--ignore-missing", "--quiet", "SHA256SUMS"],
        cwd=artifacts / "entrega",
        check=False,
    )
    assert checked.returncode == 0


def test_what_is_vouched_for_lists_what_it_was_made_with(road: Road) -> None:
    """Every package of the lock that sites are built from, in the version pinned there."""
    listed = json.loads((road.runner.clone / "dist/sbom.cdx.json").read_text(encoding="utf-8"))
    lock = (REPOSITORY / "requirements/build.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([\w.-]+)==([^\s;]+)", lock, flags=re.MULTILINE))
    assert listed["bomFormat"] == "CycloneDX"
    assert {(one["name"], one["version"]) for one in listed["components"]} == pinned


def test_the_night_builds_the_same_twice_and_tells_what_it_could_not_do(road: Road) -> None:
    """Equal manifests; and one issue, since the two reports that ask the Internet are missing."""
    assert len(list(road.runner.artifacts.glob("manifiesto-*"))) == 2
    (issue,) = road.issues
    assert issue["body"].count("No se pudo hacer este informe") == 2
    assert "Dos máquinas construyeron los mismos" in issue["body"]


def test_every_command_is_run_here_or_says_why_not(road: Road) -> None:
    """No command of a workflow is left over; nor any reason."""
    asked = {step["run"] for _, step in steps() if "run" in step}
    assert asked - set(road.runner.done) == set(NOT_HERE)


def test_commands_are_targets_and_programs_that_exist() -> None:
    """One command a step: of the Makefile, of this repository, or GitHub's own."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    unknown = []
    for where, step in steps():
        match step.get("run", "make help").split():
            case ["make", target, *_] if target in targets:
                continue
            case ["bash", script] if (REPOSITORY / script).is_file():
                continue
            case ["python3", "-m", module, *_] if (
                REPOSITORY / f"{module.replace('.', '/')}.py"
            ).is_file():
                continue
            case ["gh", "release", "create", *_]:
                continue
        unknown.append(f"{where}: {step['run']}")
    assert unknown == []


def test_what_runs_without_our_packages_needs_none() -> None:
    """Jobs that may write install nothing: their commands live on the standard library."""
    modules = {
        step["run"].split()[2] for _, step in steps() if step.get("run", "").startswith("python3")
    }
    assert modules == {"tools.sticky_comment", "tools.reproduction"}
    for module in modules:
        # -S: no package that was installed can be found.
        words = [sys.executable, "-S", "-c", f"import {module}"]
        assert subprocess.run(words, cwd=REPOSITORY, check=False).returncode == 0, module
