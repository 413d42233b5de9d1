"""One comment a pull request and one issue of the night, on a synthetic GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publication.github import BOT, State, claiming, synthetic_github
from tools.github_api import GitHub
from tools.sticky import marker
from tools.sticky_comment import main, tell_issue, tell_pulls

TOKEN = "synthetic-token"  # noqa: S105 - opens nothing
WEB = "https://example.invalid/o/r"


@pytest.fixture
def api() -> Iterator[tuple[GitHub, State]]:
    """Run a synthetic GitHub and a client of it."""
    with synthetic_github() as (url, state):
        yield GitHub(url, "o/r", TOKEN), state


def bodies(state: State, number: int) -> list[str]:
    """Return the comments of a pull request."""
    return [comment["body"] for comment in state.comments[number]]


def report(folder: Path, name: str, pending: int, text: str = "## Enlaces\n") -> None:
    """Write a report of the night."""
    (folder / f"{name}.json").write_text(json.dumps({"pending": pending}))
    (folder / f"{name}.md").write_text(text)


def test_a_pull_request_is_told_once(api: tuple[GitHub, State]) -> None:
    """The first time a comment is made; while nothing changes nothing is written."""
    github, state = api
    state.propose(7, "## Qué cambia\n")
    assert tell_pulls(github, WEB) == 0
    assert tell_pulls(github, WEB) == 0
    (body,) = bodies(state, 7)
    assert "## Qué cambia" in body
    assert f"{WEB}/actions/runs/107" in body
    assert [method for method, _ in state.requests].count("POST") == 1
    assert "PATCH" not in {method for method, _ in state.requests}


def test_a_new_run_changes_the_same_comment(api: tuple[GitHub, State]) -> None:
    """There is never a second one, and what others wrote stays."""
    github, state = api
    state.propose(7, "first\n")
    state.comments[7].append({"id": 99, "user": {"login": "somebody"}, "body": "thanks"})
    tell_pulls(github, WEB)
    state.runs[0]["run_attempt"] = 2
    state.archives[107] = claiming(7, state.pulls[0]["head"]["sha"], "later\n")
    tell_pulls(github, WEB)
    assert len(bodies(state, 7)) == 2
    assert bodies(state, 7)[0] == "thanks"
    assert "later" in bodies(state, 7)[1]


def test_the_token_stays_with_the_api(api: tuple[GitHub, State]) -> None:
    """Where GitHub keeps the file is another host, which is asked without it."""
    github, state = api
    state.propose(7, "x\n")
    tell_pulls(github, WEB)
    sent = {path.startswith("/storage/"): token for path, token in state.tokens}
    assert sent == {True: "", False: f"Bearer {TOKEN}"}


def test_an_artifact_of_another_pull_request_is_passed_over(
    api: tuple[GitHub, State], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written nowhere; the others are told all the same, and the workflow is not red."""
    github, state = api
    state.propose(7, "for somebody else's page\n", claim=8)
    state.propose(8, "honest\n")
    assert tell_pulls(github, WEB) == 0
    assert bodies(state, 7) == []
    assert len(bodies(state, 8)) == 1
    assert "honest" in bodies(state, 8)[0]
    assert "names another pull request" in capsys.readouterr().err


def test_one_branch_proposed_twice_is_told_of_each(api: tuple[GitHub, State]) -> None:
    """Both have the same commit; each gets what its own run found."""
    github, state = api
    state.propose(7, "against main\n")
    state.propose(8, "against another\n")
    # The second of the two has the commit of the first.
    state.pulls[1]["head"]["sha"] = state.pulls[0]["head"]["sha"]
    state.runs[1]["head_sha"] = state.runs[0]["head_sha"]
    state.archives[108] = claiming(8, state.pulls[0]["head"]["sha"], "against another\n")
    assert tell_pulls(github, WEB) == 0
    assert ["against main" in body for body in bodies(state, 7)] == [True]
    assert ["against another" in body for body in bodies(state, 8)] == [True]


def test_an_artifact_too_large_is_not_read(
    api: tuple[GitHub, State], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is left where it is, and the workflow is not red."""
    github, state = api
    state.propose(7, "x\n")
    state.archives[107] = b"0" * 2_000_000
    assert tell_pulls(github, WEB) == 0
    assert bodies(state, 7) == []
    assert "larger than" in capsys.readouterr().err


def test_what_cannot_be_told_is_said_and_the_rest_is_done(
    api: tuple[GitHub, State], capsys: pytest.CaptureFixture[str]
) -> None:
    """A refusal of GitHub's makes the workflow red after every other pull request was told."""
    github, state = api
    state.propose(7, "x\n")
    state.propose(8, "y\n")
    state.pulls[0]["number"] = 70_000  # its comments are not to be had
    state.archives.pop(107)
    state.comments[8] = []
    del state.comments[7]
    assert tell_pulls(github, WEB) == 1
    assert len(bodies(state, 8)) == 1
    assert "no se pudo" in capsys.readouterr().err


def test_an_issue_is_opened_when_there_is_something_to_do(
    api: tuple[GitHub, State], tmp_path: Path
) -> None:
    """One, with all reports in the order asked for; the next night it is brought up to date."""
    github, state = api
    report(tmp_path, "links", 2, "## Enlaces\n\n- roto\n")
    report(tmp_path, "audit", 0, "## Dependencias\n")
    assert tell_issue(github, ["links", "audit"], tmp_path) == 0
    report(tmp_path, "links", 1, "## Enlaces\n\n- otro\n")
    assert tell_issue(github, ["links", "audit"], tmp_path) == 0
    (issue,) = state.issues
    assert issue["state"] == "open"
    assert "- otro" in issue["body"]
    assert issue["body"].index("Enlaces") < issue["body"].index("Dependencias")


def test_a_night_like_the_last_one_writes_nothing(
    api: tuple[GitHub, State], tmp_path: Path
) -> None:
    """Nobody is called for news that are none."""
    github, state = api
    report(tmp_path, "links", 2)
    tell_issue(github, ["links"], tmp_path)
    state.requests.clear()
    tell_issue(github, ["links"], tmp_path)
    assert {method for method, _ in state.requests} == {"GET"}


def test_with_nothing_left_to_do_the_issue_is_closed(
    api: tuple[GitHub, State], tmp_path: Path
) -> None:
    """And none is opened while it stays so."""
    github, state = api
    report(tmp_path, "links", 2)
    tell_issue(github, ["links"], tmp_path)
    report(tmp_path, "links", 0, "## Enlaces\n\nTodos responden.\n")
    tell_issue(github, ["links"], tmp_path)
    tell_issue(github, ["links"], tmp_path)
    (issue,) = state.issues
    assert issue["state"] == "closed"
    assert "Todos responden" in issue["body"]


@pytest.mark.parametrize("left", [None, "", "{}", '{"pending": null}', "[]"])
def test_a_report_that_is_missing_is_something_to_do(
    api: tuple[GitHub, State], tmp_path: Path, left: str | None
) -> None:
    """A job that ended before it could tell does not pass for one that found nothing."""
    github, state = api
    if left is not None:
        (tmp_path / "audit.json").write_text(left)
    tell_issue(github, ["audit"], tmp_path)
    assert "No se pudo hacer este informe" in state.issues[0]["body"]


def test_an_issue_of_a_person_is_left_alone(api: tuple[GitHub, State], tmp_path: Path) -> None:
    """Though it begins with our mark."""
    github, state = api
    theirs = {
        "number": 1,
        "user": {"login": "somebody"},
        "state": "open",
        "body": marker("nightly"),
    }
    state.issues.append(dict(theirs))
    report(tmp_path, "links", 1)
    tell_issue(github, ["links"], tmp_path)
    assert state.issues[0] == theirs
    assert len(state.issues) == 2
    assert state.issues[1]["user"] == BOT


def test_the_command_takes_what_a_runner_gives(
    api: tuple[GitHub, State], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Address, repository and token come from the environment; other words are wrong usage."""
    github, state = api
    state.propose(7, "x\n")
    monkeypatch.setenv("GITHUB_API_URL", github.api_url)
    monkeypatch.setenv("GITHUB_REPOSITORY", "o/r")
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    assert main(["pulls"]) == 0
    assert len(bodies(state, 7)) == 1
    assert main(["issue"]) == 2
    assert main([]) == 2
