"""What the documents show exists: commands with their options, files, links, headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quipu.new import KINDS
from tests.documents.commands import REPOSITORY, faults, shown

DOCUMENTS = (
    *sorted(REPOSITORY.glob("CONTRIBUTING*.md")),
    REPOSITORY / "README.md",
    *sorted(REPOSITORY.glob("docs/contribuir/*.md")),
)
COMMANDS = sorted({(path, c) for path in DOCUMENTS for c in shown(path.read_text("utf-8"))})
PAIRS = sorted(path for path in DOCUMENTS if path.name.endswith(".en.md"))


def name_of(value: object) -> str:
    """Name a parameter in pytest's output."""
    return value.name if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=name_of)
def test_a_command_that_is_shown_exists(path: Path, command: str) -> None:
    """Every target, command, kind, option and file of it."""
    assert faults(command) == [], path


def test_commands_are_found() -> None:
    """The check above is awake: each document has some, and both ways to call are seen."""
    assert {path.name for path, _ in COMMANDS} >= {path.name for path in DOCUMENTS} - {
        *("sitio.md", "sitio.en.md"),
    }
    commands = [command for _, command in COMMANDS]
    assert 'make site ARGS="--jobs 4"' in commands
    assert ".venv/bin/python build.py new period TR-01 2025 --source S44" in commands


@pytest.mark.parametrize(
    ("command", "wrong"),
    [
        ("make website", ["website"]),
        ('make check ARGS="--lang en --quick"', ["--quick"]),
        ("python build.py chek", ["chek"]),
        (".venv/bin/python build.py check --fixx", ["--fixx"]),
        (".venv/bin/python build.py --rot x check", ["--rot", "x"]),
        ("build.py new periods", ["periods"]),
        ("build.py new period A 2025 B", ["B"]),
        ("build.py new source --titel x", ["--titel"]),
        ("build.py explain E203 E204", ["E204"]),
        (".venv/bin/rufff check .", [".venv/bin/rufff"]),
        (".venv/bin/python -m pytest tests/gone --update-gold", ["tests/gone", "--update-gold"]),
        ("bash .ci/gone", [".ci/gone"]),
        ("--jobz", ["--jobz"]),
        ("build.py --root x new period A 2025 --source=S1 --from f.csv", []),
        ("build.py check --as-of 2025-01-01 --lang en", []),
        ("bash .ci/run", []),
        ("--jobs", []),
    ],
)
def test_the_check_tells_commands_from_slips(command: str, wrong: list[str]) -> None:
    """A misspelt target, command, kind, option, tool or file is found, and nothing else."""
    assert faults(command) == wrong


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a text."""
    headings = re.findall(r"^#{1,6} +(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.strip().lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A file of the repository that is there, and a heading that it has."""
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", link):
            continue
        name, _, heading = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        if heading:
            assert heading in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("path", PAIRS, ids=name_of)
def test_both_languages_have_the_same_parts(path: Path) -> None:
    """As many headings, of the same levels in the same order."""
    spanish = path.with_name(path.name.replace(".en.md", ".md")).read_text(encoding="utf-8")
    english = path.read_text(encoding="utf-8")
    levels = [re.findall(r"^#+(?= )", text, re.MULTILINE) for text in (spanish, english)]
    assert levels[0] == levels[1]


def test_every_kind_is_in_the_guide() -> None:
    """Whoever reads how to contribute learns of everything that can be begun."""
    for name in ("CONTRIBUTING.md", "CONTRIBUTING.en.md"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        assert [kind for kind in KINDS if not re.search(rf"(`| new ){kind}\b", text)] == []
