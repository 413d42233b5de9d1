"""What a pull request left is shown only where it belongs, and can do nothing but be read."""

from __future__ import annotations

import io
import json
import re
import zipfile

import markdown
import pytest

from tools.sticky import (
    BOT,
    MOST_BODY_BYTES,
    MOST_FILE_BYTES,
    ArtifactError,
    Comment,
    Pull,
    Run,
    defused,
    diff_of,
    is_told,
    marker,
    matched,
    ours,
    pull_body,
    within,
)

SHA, OTHER_SHA = "a" * 40, "b" * 40
PULL = Pull(number=7, head_sha=SHA, head_repository=1)
RUN = Run(id=50, attempt=2, head_sha=SHA, head_repository=1)
CLAIM = json.dumps({"number": 7, "head_sha": SHA})


def archive(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members as an artifact."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as files:
        for name, body in members:
            files.writestr(name, body)
    return packed.getvalue()


def test_the_text_of_an_artifact_of_ours() -> None:
    """What `make proposal` wrote comes out as it was."""
    left = archive(("diff.md", "## Qué cambia\n"), ("pull.json", CLAIM))
    assert diff_of(left, PULL) == "## Qué cambia\n"


def lying(claim: object) -> bytes:
    """An artifact that says it is of another pull request."""
    return archive(("diff.md", "x"), ("pull.json", json.dumps(claim)))


@pytest.mark.parametrize(
    "left",
    [
        b"",
        b"no zip",
        lying({"number": 8, "head_sha": SHA}),
        lying({"number": 7, "head_sha": OTHER_SHA}),
        lying({"number": "7", "head_sha": SHA}),
        lying({"number": 7}),
        lying([7, SHA]),
        lying(None),
        archive(("diff.md", "x"), ("pull.json", "[" * 100_000)),
        archive(("diff.md", "x"), ("pull.json", "9" * 400_000)),
        archive(("diff.md", "x")),
        archive(("diff.md", "x"), ("pull.json", CLAIM), ("../../etc/cron.d/x", "x")),
        archive(("diff.md", b"\xff\xfe"), ("pull.json", CLAIM)),
        archive(("diff.md", b"0" * (MOST_FILE_BYTES + 1)), ("pull.json", CLAIM)),
        archive(("diff.md", "x"), ("pull.json", CLAIM))[:-40],
        archive(("diff.md", "x"), ("pull.json", CLAIM)).replace(b"\x08\x00", b"\x63\x00"),
    ],
)
def test_any_other_artifact_is_refused(left: bytes) -> None:
    """One reason of our own, whatever is wrong with it; never another error, never a text."""
    with pytest.raises(ArtifactError):
        diff_of(left, PULL)


def test_an_archive_that_lies_of_its_size_is_read_no_further() -> None:
    """A member that says that it is short, and unpacks to much more, is refused."""
    left = bytearray(archive(("diff.md", b"0" * 5_000_000), ("pull.json", CLAIM)))
    size = (5_000_000).to_bytes(4, "little")
    while size in left:
        at = left.index(size)
        left[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ArtifactError):
        diff_of(bytes(left), PULL)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused() -> None:
    """Which of the two would be read is nothing to guess about."""
    with pytest.raises(ArtifactError):
        diff_of(archive(("diff.md", "x"), ("diff.md", "y"), ("pull.json", CLAIM)), PULL)


def test_the_newest_run_of_the_present_commit_comes_first() -> None:
    """Runs of an earlier commit are nothing."""
    runs = [
        Run(id=49, attempt=1, head_sha=SHA, head_repository=1),
        RUN,
        Run(id=51, attempt=1, head_sha=OTHER_SHA, head_repository=1),
    ]
    assert list(matched([PULL], runs)) == [(PULL, (RUN, runs[0]))]


@pytest.mark.parametrize(
    ("pull", "run"),
    [
        # Somebody else's fork with the same commit.
        (PULL, Run(id=50, attempt=1, head_sha=SHA, head_repository=2)),
        # Forks that are gone do not make a pair.
        (
            Pull(number=7, head_sha=SHA, head_repository=0),
            Run(id=50, attempt=1, head_sha=SHA, head_repository=0),
        ),
    ],
)
def test_a_run_of_another_repository_is_not_the_pull_requests(pull: Pull, run: Run) -> None:
    """Who can push a commit cannot speak in the pull request of who made it."""
    assert list(matched([pull], [run])) == []


def test_only_a_comment_of_the_bot_is_ours() -> None:
    """A person who copies the mark neither hides our comment nor has theirs overwritten."""
    copied = Comment(id=1, author="somebody", body=marker("diff", "50.2"))
    quoted = Comment(id=2, author=BOT, body=f"> {marker('diff', '50.2')}")
    kept = Comment(id=3, author=BOT, body=marker("diff", "49.1") + "\ntext")
    assert ours([copied, quoted, kept], "diff") == kept
    assert ours([copied, quoted], "diff") is None


@pytest.mark.parametrize(("state", "expected"), [("50.2", True), ("50.1", False), ("50.22", False)])
def test_a_run_is_told_once(state: str, expected: bool) -> None:
    """A second attempt of the same run is another one."""
    comment = Comment(id=3, author=BOT, body=f"{marker('diff', state)}\ntext")
    assert is_told(comment, RUN) is expected
    assert not is_told(None, RUN)


def test_the_comment_is_found_again() -> None:
    """What is written carries the mark that it is looked for by."""
    body = pull_body("text", PULL, RUN, "https://example.invalid/runs/50")
    assert is_told(ours([Comment(id=1, author=BOT, body=body)], "diff"), RUN)


def test_tables_and_words_stay_as_they_are() -> None:
    """The report of an honest change reads as it was written."""
    text = (
        "## Qué cambia frente a `HEAD^1`\n\nFilas cambiadas: **1**.\n\n"
        "| Área | % |\n| --- | --- |\n"
        "| Áncash | +3.2 |\n\n- + `regiones/cusco/index.html`\n"
    )
    assert defused(text) == text


@pytest.mark.parametrize(
    ("text", "banned"),
    [
        ("ping @everyone and @org/team-x", r"@\w"),
        ("see #12 and gh-13", r"#\d|gh-\d"),
        ("<img src=x onerror=a> <!-- quipu:diff 50.2 -->", r"<"),
        (r"\<b>", r"<"),
        ("![a](https://x.invalid/p.png) [b](//x.invalid)", r"\]\(|://"),
        ("[a][b]\n\n[b]: //x.invalid", r"\]\[|\]:"),
        ("https://x.invalid/issues/1 www.x.invalid", r"://|www\."),
        ("```mermaid\nx\n```\n~~~geojson\n", r"(?m)^(```|~~~)"),
        ("a\u202eb\u200bc\x00d\x1b[31m\re\x85f", "[\u202e\u200b\x00\x1b\r\x85]"),
    ],
)
def test_what_could_act_is_only_text(text: str, banned: str) -> None:
    """Mentions, references, HTML, images, links and hidden characters lose their force."""
    assert not re.search(banned, defused(text))
    assert not re.search(r"<(a|img)\b", markdown.markdown(defused(text)))


@pytest.mark.parametrize("word", ["x" * 200_000, "ñ" * 90_000, "línea\n" * 30_000, "😀" * 40_000])
def test_a_comment_fits(word: str) -> None:
    """However long the report: below GitHub's limit, whole letters, and it says that it is cut."""
    body = pull_body(word, PULL, RUN, "https://example.invalid/runs/50")
    assert len(body.encode()) <= MOST_BODY_BYTES < 65_536
    assert "Cortado aquí" in body
    assert body.startswith(marker("diff", "50.2"))


def test_a_cut_falls_between_lines() -> None:
    """Half a row of a table would show a figure that nobody wrote."""
    kept = within("h\n", "| 1234 |\n" * 50, most=200).split("\n\n")[0]
    assert set(kept.splitlines()[1:]) == {"| 1234 |"}


def test_what_fits_is_not_cut() -> None:
    """Up to the last byte."""
    assert within("h\n", "x" * 98, most=100) == "h\n" + "x" * 98
