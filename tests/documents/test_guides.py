"""Guides, carried out as they stand: what they show passes the check, and fails as they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from quipu.findings import Finding
from quipu.new import Root, root_of
from quipu.read.tree import read_tree
from quipu.report import write_findings
from tests.documents.commands import REPOSITORY, faults
from tests.documents.guides import Guide, carried_out, mistaken, read_guide

FOLDER = REPOSITORY / "content" / "guides"
NAMES = (
    *("agregar-una-practica", "anotar-un-acuerdo", "cerrar-un-periodo", "corregir-un-hecho"),
    *("enviar-un-hecho-que-falta", "informar-una-sesion", "pedir-asistencia", "responder"),
)
"""The guides to one thing that can be done in a few minutes."""
GUIDES = tuple(read_guide(FOLDER / f"{name}.{code}.md") for name in NAMES for code in ("es", "en"))
MISTAKES = [(guide, n) for guide in GUIDES for n in range(len(guide.mistakes))]
AREA = "PE-TUM"
TODAY = date(2026, 11, 30)


def name_of(value: object) -> str:
    """Name a parameter in pytest's output."""
    return f"{value.name}.{value.language}" if isinstance(value, Guide) else str(value)


@cache
def repository() -> Root:
    """The data and texts of this repository, with the source that several guides cite."""
    files = read_tree(REPOSITORY).files
    session = read_guide(FOLDER / "informar-una-sesion.es.md")
    path, row = session.rows[0]
    return root_of({**files, path: files[path] + f"{row}\n".encode()}, TODAY)


def new_findings(files: Mapping[str, bytes], language: str) -> list[str]:
    """What the check prints of changed files that it did not print before."""
    before = printed(repository().findings, language)
    return [
        line for line in printed(root_of(files, TODAY).findings, language) if line not in before
    ]


def printed(findings: tuple[Finding, ...], language: str) -> list[str]:
    """The lines of the check."""
    return [write_findings([one], language, "text").splitlines()[0] for one in findings]


def whole(guide: Guide) -> Guide:
    """The guide with what it leaves to the other language, and without a source that is there."""
    pair = [one for one in GUIDES if one.name == guide.name]
    documents = guide.documents + tuple(d for one in pair if one != guide for d in one.documents)
    rows = tuple(row for row in guide.rows if not row[1].startswith("ACTAS-XXX"))
    return replace(guide, documents=documents, rows=rows)


def without_line(message: str) -> str:
    """A message without the number of its line, which moves as tables grow."""
    return re.sub(r"^([^ :]+):[0-9]+", r"\1:N", message)


@pytest.mark.parametrize("guide", GUIDES, ids=name_of)
def test_what_a_guide_shows_passes_the_check(guide: Guide) -> None:
    """Its rows and texts as they stand, with the code of an area in the place of PE-XXX."""
    assert guide.rows or guide.documents
    after = carried_out(whole(guide), dict(repository().files), AREA)
    assert new_findings(after, guide.language) == []


@pytest.mark.parametrize(("guide", "number"), MISTAKES, ids=name_of)
def test_the_check_answers_a_mistake_as_the_guide_says(guide: Guide, number: int) -> None:
    """Word for word, at the same column of the same file."""
    mistake = guide.mistakes[number]
    after = mistaken(whole(guide), mistake, dict(repository().files), AREA)
    found = [without_line(line) for line in new_findings(after, guide.language)]
    assert without_line(mistake.message_for(AREA)) in found


@pytest.mark.parametrize("guide", [one for one in GUIDES if one.spare], ids=name_of)
def test_the_check_says_nothing_of_what_a_guide_lets_one_leave_out(guide: Guide) -> None:
    """The row without its English sentence is accepted, as the guide promises."""
    path, _ = guide.rows[-1]
    short = replace(whole(guide), rows=tuple((path, row) for row in guide.spare))
    assert new_findings(carried_out(short, dict(repository().files), AREA), guide.language) == []


@pytest.mark.parametrize("code", ["es", "en"])
def test_a_forgotten_source_is_told_as_the_guide_of_sessions_says(code: str) -> None:
    """The words that it quotes, of the row as it stands, where the first row was not added."""
    guide = read_guide(FOLDER / f"informar-una-sesion.{code}.md")
    _, (path, row) = guide.rows
    files = read_tree(REPOSITORY).files
    after = {**files, path: files[path] + f"{row.replace('PE-XXX', AREA)}\n".encode()}
    text = (FOLDER / f"informar-una-sesion.{code}.md").read_text(encoding="utf-8")
    [quoted] = re.findall(r"`(E304 [^`]+)`", text)
    assert any(f" {quoted} " in line for line in printed(root_of(after, TODAY).findings, code))


def test_no_guide_speaks_of_what_a_site_may_not_have() -> None:
    """A contact at the foot of pages, or a tracker of issues: pages tell it where there is one."""
    for path in FOLDER.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"al pie del sitio|foot of the site|Issues|incidencia", text), (
            path.name
        )


def test_every_guide_names_the_files_that_it_has_people_change() -> None:
    """So that its page leads to each of them."""
    for guide in GUIDES:
        text = (FOLDER / f"{guide.name}.{guide.language}.md").read_text(encoding="utf-8")
        [line] = re.findall(r"^file: (.*)$", text, re.MULTILINE)
        changed = {path for path, _ in guide.rows}
        changed |= {"/".join(path.split("/")[:2]) + "/" for path, _ in guide.documents}
        optional = {"data/sources.csv"}
        assert changed - optional <= set(line.split())


@pytest.mark.parametrize("guide", GUIDES, ids=name_of)
def test_the_commands_of_a_guide_exist(guide: Guide) -> None:
    """Each guide has one, for who has a terminal."""
    assert guide.commands
    assert [fault for command in guide.commands for fault in faults(command)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_says_the_same_in_both_languages(name: str) -> None:
    """The same rows, commands and mistakes, told in words of its own."""
    spanish, english = (read_guide(FOLDER / f"{name}.{code}.md") for code in ("es", "en"))
    assert (spanish.rows, spanish.commands) == (english.rows, english.commands)
    assert [one.text for one in spanish.mistakes] == [one.text for one in english.mistakes]
    codes = [
        [re.findall(r" ([EW][0-9]{3}) ", one.message) for one in guide.mistakes]
        for guide in (spanish, english)
    ]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_can_be_read_in_five_minutes(name: str) -> None:
    """A thousand words of prose at most, at two hundred a minute; examples are for looking up."""
    text = (FOLDER / f"{name}.es.md").read_text(encoding="utf-8")
    prose = [line for line in text.split("\n") if not line.startswith("    ")]
    assert len(" ".join(prose).split()) <= 1_000


def test_every_guide_is_told_of_where_contributors_look() -> None:
    """In the list of docs/contribuir, in its own language."""
    for code, listed in (("es", "registros.md"), ("en", "registros.en.md")):
        text = (REPOSITORY / "docs" / "contribuir" / listed).read_text(encoding="utf-8")
        found = sorted(path.name for path in FOLDER.glob(f"*.{code}.md"))
        assert len(found) >= len(NAMES)
        assert [name for name in found if f"guides/{name}" not in text] == []
