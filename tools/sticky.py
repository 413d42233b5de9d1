"""What is said about a pull request, and where: decided from data that nobody vouches for.

Pure: what GitHub answers comes in as values, and what is to be written goes out as values.
What a pull request's own run left (an artifact) was made by the code of the pull request: it is
text to be shown, believed only in what GitHub itself says too, and shown so that it can neither
call people, nor link, nor pass for a word of ours.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_BODY_BYTES = 65_000
"""GitHub takes 65,536 characters; bytes are never fewer."""
MOST_ZIP_BYTES = 1_000_000
MOST_FILE_BYTES = 500_000
BOT = "github-actions[bot]"


class ArtifactError(ValueError):
    """What a run left is not what a run of ours leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """An open pull request, as GitHub tells it."""

    number: int
    head_sha: str
    head_repository: int
    """Id of the repository that the commit is of; 0 when that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the checks that ended well, as GitHub tells it."""

    id: int
    attempt: int
    head_sha: str
    head_repository: int

    @property
    def name(self) -> str:
        """Names this run and no other, in a marker."""
        return f"{self.id}.{self.attempt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment, or an issue: what has an id, an author and a text."""

    id: int
    author: str
    body: str


def matched(pulls: Iterable[Pull], runs: Iterable[Run]) -> Iterator[tuple[Pull, tuple[Run, ...]]]:
    """Pair each pull request with the runs of its present commit, the newest first.

    The commit alone does not do: whoever pushes somebody else's commit to a fork of their own
    has the same one. Of one branch proposed to two others, which run is whose its artifact says.
    """
    by_commit: dict[tuple[str, int], list[Run]] = {}
    for run in sorted(runs, key=lambda run: run.id, reverse=True):
        by_commit.setdefault((run.head_sha, run.head_repository), []).append(run)
    for pull in pulls:
        own = by_commit.get((pull.head_sha, pull.head_repository))
        if own and pull.head_repository:
            yield pull, tuple(own)


def diff_of(archive: bytes, pull: Pull) -> str:
    """Take the text out of an artifact, if the artifact is of this pull request.

    Args:
        archive: A ZIP file that anybody may have made.
        pull: Whom GitHub says the run was for.

    Raises:
        ArtifactError: It is no ZIP, holds other files or larger ones than a run of ours
            leaves, is not UTF-8, or names another pull request or commit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            text, claimed = _members(files)
        claim = json.loads(claimed)
    except ArtifactError:
        raise
    # A hostile archive finds many ways to be none.
    except Exception as error:
        raise ArtifactError(f"cannot be read: {type(error).__name__}") from error
    if claim != {"number": pull.number, "head_sha": pull.head_sha}:
        raise ArtifactError("names another pull request or commit")
    return text


def _members(files: zipfile.ZipFile) -> tuple[str, str]:
    if sorted(files.namelist()) != ["diff.md", "pull.json"]:
        raise ArtifactError("holds other files")
    return _member(files, "diff.md"), _member(files, "pull.json")


def _member(files: zipfile.ZipFile, name: str) -> str:
    with files.open(name) as stream:
        body = stream.read(MOST_FILE_BYTES + 1)  # what it says of its size may be a lie
    if len(body) > MOST_FILE_BYTES:
        raise ArtifactError(f"{name} is too large")
    return body.decode("utf-8")


_DEFUSED = (
    # Neither HTML nor a comment that hides text.
    (re.compile(r"\\?<"), "&lt;"),
    # Nobody is called, no other thread is told that it was mentioned…
    (re.compile(r"@(?=[\w-])"), "@\u2060"),
    (re.compile(r"(#|\bGH-)(?=\d)", re.IGNORECASE), "\\1\u2060"),
    # …and nothing can be clicked or is loaded.
    (re.compile(r"://"), ":\u2060//"),
    (re.compile(r"\bwww\.", re.IGNORECASE), "www\u2060."),
    (re.compile(r"\](?=[(:\[])"), "]\u2060"),
    # A fenced block may be drawn as a map or a diagram.
    (re.compile(r"`{3}|~{3}"), "\u2060\\g<0>"),
)
_HIDDEN = re.compile(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def defused(text: str) -> str:
    """The same words, as Markdown that does nothing but show them."""
    text = _HIDDEN.sub(" ", text)
    for pattern, harmless in _DEFUSED:
        text = pattern.sub(harmless, text)
    return text


def marker(key: str, state: str = "") -> str:
    """The first line of what is kept up to date: invisible, and found again by it."""
    return f"<!-- quipu:{key} {state} -->"


def ours(comments: Iterable[Comment], key: str) -> Comment | None:
    """The first one that we wrote under *key*; that somebody else writes the same is nothing."""
    start = f"<!-- quipu:{key} "
    return next((c for c in comments if c.author == BOT and c.body.startswith(start)), None)


def is_told(comment: Comment | None, run: Run) -> bool:
    """Whether what stands there is already of this run."""
    return comment is not None and comment.body.startswith(marker("diff", run.name))


def pull_body(text: str, pull: Pull, run: Run, run_url: str) -> str:
    """The comment of a pull request.

    Args:
        text: What the run's artifact says, as it came.
        pull: The pull request.
        run: The run.
        run_url: Where the whole report can be read.
    """
    head = (
        f"{marker('diff', run.name)}\n"
        f"_Esto lo calculó el código de esta propuesta, en el *commit* {pull.head_sha[:10]}; "
        f"[la revisión]({run_url}) trae el informe entero y el sitio para verlo._\n"
        f"_Computed by this proposal's own code; [the run]({run_url}) has the whole report and "
        "the site to preview._\n\n"
    )
    return within(head, defused(text))


def within(head: str, text: str, most: int = MOST_BODY_BYTES) -> str:
    """Put a head before a text, cut after a whole line where both would be too long."""
    cut = "\n\n_(Cortado aquí por su tamaño. Cut here for its size.)_\n"
    if len((head + text).encode()) <= most:
        return head + text
    room = most - len((head + cut).encode())
    kept = text.encode()[:room].decode(errors="ignore")
    return head + kept.rpartition("\n")[0] + cut


def issue_body(reports: Iterable[tuple[str, str]]) -> str:
    """The text of the nightly issue.

    Args:
        reports: Name and Markdown of each report, in the order to show them.
    """
    parts = [text.strip() for _, text in reports]
    return within(f"{marker('nightly')}\n", "\n\n".join(parts) + "\n")
