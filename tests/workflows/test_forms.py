"""What GitHub asks of who contributes: forms that it understands, an owner line a data file."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

import pytest
import yaml

from tests.workflows.steps import REPOSITORY
from tests.workflows.test_workflows import run_tool

FOLDER = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
OWNERS = REPOSITORY / ".github" / "CODEOWNERS"
_OWNER = re.compile(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+")


def form_id(path: Path) -> str:
    """Name a parameter in pytest's output."""
    return path.name


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [FOLDER / "config.yml"]),
    ],
)
def test_forms_follow_their_schema(schema: str, paths: list[Path]) -> None:
    """GitHub shows no form that it does not understand, and tells nobody; here it is told."""
    assert paths
    done = run_tool("check-jsonschema", "--builtin-schema", schema, *map(str, paths))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_form_that_is_wrong_is_found(tmp_path: Path) -> None:
    """The check above is awake: a field without its label is refused."""
    text = FORMS[0].read_text(encoding="utf-8").replace("      label:", "      lable:", 1)
    (tmp_path / "form.yml").write_text(text, encoding="utf-8")
    schema = ("--builtin-schema", "vendor.github-issue-forms")
    assert run_tool("check-jsonschema", *schema, str(tmp_path / "form.yml")).returncode != 0


@pytest.mark.parametrize("path", FORMS, ids=form_id)
def test_forms_speak_both_languages(path: Path) -> None:
    """Every name, label and description is in Spanish first, with English behind it."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = [form["name"], form["description"]]
    for part in form["body"]:
        attributes = part["attributes"]
        if part["type"] == "markdown":
            assert "\n\n*" in attributes["value"]
        else:
            texts += [attributes["label"], attributes.get("description", "a / b")]
    assert [text for text in texts if " / " not in text] == []


def test_figures_are_not_taken_without_a_source() -> None:
    """Both forms about figures require to say where the figure is published."""
    for path in FORMS[:2]:
        body = yaml.safe_load(path.read_text(encoding="utf-8"))["body"]
        (source,) = (part for part in body if part.get("id") == "source")
        assert source["validations"] == {"required": True}


def owner_lines(text: str) -> list[tuple[str, list[str]]]:
    """The patterns of a CODEOWNERS file, each with its owners."""
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return [(words[0], words[1:]) for words in lines if words]


def covers(pattern: str, path: str) -> bool:
    """Whether a pattern that starts at the root matches a file, as GitHub reads it."""
    if pattern.endswith("/"):
        return path.startswith(pattern.removeprefix("/"))
    # A star stands for a part of a name, never for a folder.
    own = pattern.removeprefix("/")
    return own.count("/") == path.count("/") and fnmatch.fnmatchcase(path, own)


def without_line(patterns: list[str]) -> list[str]:
    """The files of data and words that only the line for everything covers."""
    files = (
        path.relative_to(REPOSITORY).as_posix()
        for folder in ("data", "content")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file()
    )
    own = [pattern for pattern in patterns if pattern != "*"]
    return sorted(file for file in files if not any(covers(pattern, file) for pattern in own))


def test_every_data_file_has_an_owner_line() -> None:
    """A file of data or words that nobody is answerable for is named."""
    patterns = [pattern for pattern, _ in owner_lines(OWNERS.read_text(encoding="utf-8"))]
    assert without_line(patterns) == []
    assert len(set(patterns)) == len(patterns)
    lost = [pattern for pattern in patterns if "FI-" not in pattern]
    assert without_line(lost) == [f"data/indicators/FI-0{number}.csv" for number in range(1, 9)]


def test_owners_are_written_as_github_reads_them() -> None:
    """An account, a team or an address; patterns without what CODEOWNERS does not know."""
    lines = owner_lines(OWNERS.read_text(encoding="utf-8"))
    assert [owner for _, owners in lines for owner in owners if not _OWNER.fullmatch(owner)] == []
    assert [pattern for pattern, _ in lines if re.search(r"[!\[\]\\]", pattern)] == []
    assert lines[0][0] == "*", "the last line that matches counts: the one for everything is first"


def test_a_domain_without_a_line_would_be_found() -> None:
    """Patterns are read as GitHub does: a star does not reach into another folder."""
    assert covers("/data/indicators/FI-*.csv", "data/indicators/FI-01.csv")
    assert not covers("/data/*.csv", "data/indicators/FI-01.csv")
    assert covers("/data/geo/", "data/geo/regions.topo.json")
    assert not covers("/data/geo/", "data/geography.csv")
