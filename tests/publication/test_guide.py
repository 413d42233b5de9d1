"""The guides of publishing say what can be done, the same in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from quipu import __version__
from tools.hosts import HEADERS

GUIDES = ("docs/publicar.md", "docs/publicar.en.md")


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the kind and the text of every block of code."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def test_both_guides_give_the_same_commands(repository: Path) -> None:
    """Whoever reads either does the same."""
    spanish, english = (blocks((repository / g).read_text(encoding="utf-8")) for g in GUIDES)
    assert spanish == english
    assert len(spanish) >= 5


@pytest.mark.parametrize("guide", GUIDES)
def test_their_commands_and_files_exist(repository: Path, guide: str) -> None:
    """Every `make` target, file of dist/ and link that is named."""
    text = (repository / guide).read_text(encoding="utf-8")
    targets = re.findall(
        r"^([a-z-]+):", (repository / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert set(re.findall(r"(?:^|`|- )make ([a-z]+)", text, flags=re.MULTILINE)) <= set(targets)
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (repository / "docs" / link).is_file(), link
    assert ".github/workflows/publish.yml" in text


@pytest.mark.parametrize("guide", GUIDES)
def test_the_headers_they_name_are_sent(repository: Path, guide: str) -> None:
    """Each header of a security policy that is written out is one of the table."""
    text = (repository / guide).read_text(encoding="utf-8")
    for told in ("Access-Control-Allow-Origin: *", "frame-ancestors 'none'", "nosniff"):
        assert told in text
        assert told.split(": ")[-1] in HEADERS.values()
    assert "Strict-Transport-Security" in HEADERS


def test_the_recipe_for_gitlab_follows_its_schema(repository: Path, tmp_path: Path) -> None:
    """A misspelt key would be refused there; and it does what the workflow here does."""
    text = (repository / GUIDES[0]).read_text(encoding="utf-8")
    (recipe,) = (body for kind, body in blocks(text) if kind == "yaml")
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(recipe, encoding="utf-8")
    tool = Path(sys.executable).with_name("check-jsonschema")
    words = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(path)]
    done = subprocess.run([tool, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    steps = [line.split(" ARGS")[0] for line in yaml.safe_load(recipe)["pages"]["script"]]
    assert steps == ["make site", "make verify", "make dist", "mv dist/web public"]


def test_the_citation_names_the_version_that_is_run(repository: Path) -> None:
    """One number, wherever it stands."""
    citation = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == project["version"] == __version__
    changes = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {__version__} · {citation['date-released']}" in changes
    # Several licences in a citation file mean "any of them", which is not so here.
    assert citation["license"] == project["license"] == "MIT"
