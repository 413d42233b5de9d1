"""Keep one comment on each pull request, and one issue of the night, up to date.

    python -m tools.sticky_comment pulls
    python -m tools.sticky_comment issue NAME…

``pulls`` tells each open pull request what its checks found that it changes, in one comment.
``issue`` tells what the reports ``reports/NAME.md`` of the night found, in one issue; it is
opened when there is something to do and closed when nothing is left.

The token, the repository and the address of the API are those of the runner's environment.
What is decided, and why nothing of a pull request is trusted, stands in ``tools/sticky.py``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from tools.github_api import GitHub
from tools.sticky import (
    BOT,
    MOST_ZIP_BYTES,
    ArtifactError,
    Comment,
    Pull,
    Run,
    diff_of,
    is_told,
    issue_body,
    matched,
    ours,
    pull_body,
)

WORKFLOW = "check.yml"
ARTIFACT = "propuesta"
TITLE = "Informe nocturno: enlaces, dependencias y reproducibilidad"
REPORTS = Path("reports")


def main(words: list[str]) -> int:
    """Do what the words say; say what was done."""
    match words:
        case ["pulls"]:
            server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
            return tell_pulls(_github(), f"{server}/{os.environ['GITHUB_REPOSITORY']}")
        case ["issue", *names] if names:
            return tell_issue(_github(), names, REPORTS)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def _github() -> GitHub:
    told = os.environ
    return GitHub(told["GITHUB_API_URL"], told["GITHUB_REPOSITORY"], told["GITHUB_TOKEN"])


def tell_pulls(github: GitHub, web_url: str) -> int:
    """Tell every open pull request whose checks ended well since it was last told.

    One that cannot be told does not keep the others from it.

    Returns:
        0, or 1 when some could not be told.
    """
    found = github.get("pulls", state="open", sort="updated", direction="desc", per_page=100)
    runs = github.get(
        f"actions/workflows/{WORKFLOW}/runs", event="pull_request", status="success", per_page=100
    )["workflow_runs"]
    failed = 0
    for pull, own in matched(map(_pull, found), map(_run, runs)):
        try:
            print(f"#{pull.number}: {_tell_pull(github, web_url, pull, own)}")
        except (OSError, ValueError) as error:
            print(f"#{pull.number}: no se pudo: {error}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


def _tell_pull(github: GitHub, web_url: str, pull: Pull, runs: tuple[Run, ...]) -> str:
    """Write the comment from the newest run that is this pull request's; say what was done."""
    comments = github.pages(f"issues/{pull.number}/comments")
    comment = ours(map(_comment, comments), "diff")
    for run in runs:
        if is_told(comment, run):
            return "ya está dicho"
        try:
            text = diff_of(_artifact(github, run), pull)
        except ArtifactError as error:
            # It may spoil its own artifact as often as it likes: that is its affair alone.
            print(f"#{pull.number}: se pasa por alto {run.name}: {error}", file=sys.stderr)
            continue
        body = pull_body(text, pull, run, f"{web_url}/actions/runs/{run.id}")
        if comment is None:
            github.send("POST", f"issues/{pull.number}/comments", {"body": body})
            return "comentado"
        github.send("PATCH", f"issues/comments/{comment.id}", {"body": body})
        return "actualizado"
    return "sin informe"


def _artifact(github: GitHub, run: Run) -> bytes:
    left = github.get(f"actions/runs/{run.id}/artifacts", name=ARTIFACT)["artifacts"]
    kept = [int(one["id"]) for one in left if not one["expired"]]
    if not kept:
        raise ArtifactError("left no report")
    try:
        # Of several attempts, the newest one's.
        return github.download(f"actions/artifacts/{max(kept)}/zip", MOST_ZIP_BYTES)
    except ValueError as error:
        raise ArtifactError(str(error)) from error


def tell_issue(github: GitHub, names: list[str], folder: Path) -> int:
    """Bring the issue of the night up to date; a report that is missing is something to do."""
    reports, pending = [], 0
    for name in names:
        try:
            pending += int(json.loads((folder / f"{name}.json").read_bytes())["pending"])
            text = (folder / f"{name}.md").read_text(encoding="utf-8")
        except (OSError, ValueError, KeyError, TypeError):
            pending += 1
            text = f"## {name}\n\nNo se pudo hacer este informe: mire la ejecución de anoche.\n"
        reports.append((name, text))
    body = issue_body(reports)
    open_ones = github.pages("issues", state="open", creator=BOT)
    issue = ours((_comment(one, "number") for one in open_ones), "nightly")
    if issue is not None:
        change: dict[str, object] = {} if issue.body == body else {"body": body}
        if not pending:
            change["state"] = "closed"
        if change:
            github.send("PATCH", f"issues/{issue.id}", change)
        print(f"#{issue.id}: {pending} por mirar")
    elif pending:
        made = github.send("POST", "issues", {"title": TITLE, "body": body})
        print(f"#{made['number']}: abierta, {pending} por mirar")
    else:
        print("Nada por mirar.")
    return 0


def _pull(told: Any) -> Pull:  # noqa: ANN401 - JSON as it came
    repository = told["head"]["repo"] or {}
    return Pull(
        number=int(told["number"]),
        head_sha=str(told["head"]["sha"]),
        head_repository=int(repository.get("id", 0)),
    )


def _run(told: Any) -> Run:  # noqa: ANN401
    repository = told["head_repository"] or {}
    return Run(
        id=int(told["id"]),
        attempt=int(told["run_attempt"]),
        head_sha=str(told["head_sha"]),
        head_repository=int(repository.get("id", 0)),
    )


def _comment(told: Any, key: str = "id") -> Comment:  # noqa: ANN401
    author = told["user"] or {}
    return Comment(
        id=int(told[key]), author=str(author.get("login", "")), body=str(told["body"] or "")
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
