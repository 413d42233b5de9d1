"""Guides followed to the letter in a copy of this repository: five minutes of a secretary."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from quipu.cli import EXIT_DATA, EXIT_USAGE, cli
from quipu.new import KINDS, root_of
from quipu.read.tree import read_tree
from tests.cli.new.roots import (
    REPOSITORY,
    copied,
    errors_of,
    files_of,
    in_the_synthetic_root,
    run,
    small,
)
from tests.documents.guides import PLACEHOLDER, Guide, read_guide
from tests.roots import AS_OF, append

AREA = "PE-TUM"
FOLDER = REPOSITORY / "content" / "guides"
ANSWERED = (
    ("session", "informar-una-sesion"),
    ("agreement", "anotar-un-acuerdo"),
    ("function", "corregir-un-hecho"),
    ("commission", "corregir-un-hecho"),
    ("request", "pedir-asistencia"),
)
REGISTERS = {
    "session": "sessions",
    "agreement": "agreements",
    "function": "integrity_functions",
    "commission": "commissions",
    "request": "requests",
}


def guide(name: str) -> Guide:
    """A guide in Spanish."""
    return read_guide(FOLDER / f"{name}.es.md")


def sourced(folder: Path) -> Path:
    """A copy of the data and texts with the sources that the guides tell people to add first."""
    root = copied(folder)
    rows = {row for _, name in ANSWERED for row in guide(name).rows if "sources.csv" in row[0]}
    for path, row in sorted(rows):
        append(path, f"{row}\n")(root)
    return root


def answers(kind: str, row: str, root: Path) -> str:
    """What to answer so that a row of a guide comes of it, question by question."""
    path = root / "data" / "registers" / f"{REGISTERS[kind]}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    cells = dict(zip(head, next(csv.reader([row])), strict=True))
    fields = KINDS[kind].fields(root_of(read_tree(root).files, AS_OF))
    return "".join(f"{cells[one.name]}\n" for one in fields if one.is_asked)


@pytest.mark.parametrize(("kind", "name"), ANSWERED)
def test_answers_from_a_guide_give_its_row(kind: str, name: str, tmp_path: Path) -> None:
    """With a source in place, one command, its questions, and the check has no more to say."""
    root = sourced(tmp_path)
    errors, register = errors_of(root), f"data/registers/{REGISTERS[kind]}.csv"
    row = next(row for path, row in guide(name).rows if path == register)
    row = row.replace(PLACEHOLDER, AREA)
    assert f".venv/bin/python build.py new {kind}" in guide(name).commands
    before = (root / register).read_text(encoding="utf-8")
    done = run(root, kind, answers=answers(kind, row, root))
    assert done.exit_code == 0, done.output
    assert (root / register).read_text(encoding="utf-8") == f"{before}{row}\n"
    assert errors_of(root) == errors


def test_a_session_is_reported_with_nothing_but_the_guide(tmp_path: Path) -> None:
    """As in the browser: two lines pasted into two files; the whole check passes."""
    root = copied(tmp_path)
    for path, row in guide("informar-una-sesion").rows:
        append(path, f"{row.replace(PLACEHOLDER, AREA)}\n")(root)
    done = CliRunner().invoke(cli, ["--root", str(root), "check"])
    assert done.exit_code == 0, done.output
    assert "sessions.csv" not in done.output


TOLD = in_the_synthetic_root()


@pytest.mark.parametrize(
    ("kind", "option", "text", "said"),
    [
        ("session", "--minutes", "http://example.org/acta", "https://example.org/acta"),
        ("session", "--minutes", "acta.pdf", "https://"),
        ("session", "--kind", "ordinarias", "ordinary"),
        ("session", "--outcome", "heldd", "held"),
        ("session", "--attended", "siete", "siete"),
        ("session", "--source", "S9", "S1 (Título sintético)"),
        ("session", "--statement-es", "=1+1", "--statement-es"),
        ("session", "--statement-es", "<b>x</b>", "--statement-es"),
        ("session", "--minutes-published", "2024-03", "2024-03"),
        ("agreement", "--owner", "entidad-c", "entidad-a (Entidad sintética A)"),
        ("agreement", "--topics", "C1 C9", "C1"),
        ("function", "--setup", "5", "0, 1, 2, 3, 4"),
        ("function", "--document", "//example.org/x", "https://"),
        ("commission", "--starts", "05/03/2024", "año-mes-día"),
        ("reply", "--source", "S1", "https://"),
        ("practice", "--confidence", "alta", "A"),
    ],
)
def test_an_answer_that_will_not_do(
    kind: str, option: str, text: str, said: str, tmp_path: Path
) -> None:
    """It is refused at once, with what may have been meant, and nothing is written."""
    root = small(tmp_path)
    before = files_of(root)
    told = TOLD[kind]
    words = [*told.arguments]
    for name, usual in told.options.items():
        words += [name, text if name == option else usual]
    done = run(root, kind, *words)
    assert done.exit_code == EXIT_USAGE, done.output
    assert said in " ".join(done.output.split())
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("kind", "changed", "code"),
    [
        ("session", {"--attended": "10"}, "E617"),
        ("session", {"--minutes-published": "2024-03-01"}, "E625"),
        ("session", {"--statement-es": "Escriba a alguien@correo.example"}, "E626"),
        ("agreement", {"--done-on": ""}, "E616"),
        ("agreement", {"--due": "2023-01-01"}, "E614"),
        ("commission", {"--ends": "2023-01-01"}, "E612"),
        ("function", {"--status": "planned"}, "E619"),
        ("request", {"--answered-on": ""}, "E645"),
    ],
)
def test_answers_that_contradict_each_other(
    kind: str, changed: dict[str, str], code: str, tmp_path: Path
) -> None:
    """Each will do alone; together the check would refuse them, so they are not written."""
    root = small(tmp_path)
    before = files_of(root)
    told = TOLD[kind]
    options = {**told.options, **changed}
    words = [*told.arguments, *(word for pair in options.items() for word in pair)]
    done = run(root, kind, *words)
    assert done.exit_code == EXIT_DATA, done.output
    assert f" {code} " in done.stdout
    assert files_of(root) == before


@pytest.mark.parametrize("kind", ["session", "agreement", "function", "commission", "request"])
def test_an_area_by_a_part_of_its_name(kind: str, tmp_path: Path) -> None:
    """Several areas are called so in part: it is asked which, and nothing is written."""
    root = small(tmp_path)
    before = files_of(root)
    told = TOLD[kind]
    done = run(root, kind, "Región sintética", *told.words()[1:])
    assert done.exit_code == EXIT_USAGE
    assert "PE-AAA (Región sintética A), PE-BBB (Región sintética B)" in " ".join(
        done.output.split()
    )
    assert files_of(root) == before


def test_a_practice_begun_is_not_published(tmp_path: Path) -> None:
    """Its text is still to be written: the catalog does without it."""
    root = small(tmp_path)
    assert run(root, "practice", *TOLD["practice"].words()).exit_code == 0
    assert run(root, "reply", *TOLD["reply"].words()).exit_code == 0
    found = root_of(read_tree(root).files, AS_OF)
    assert [d.name for d in found.catalog.documents if d.kind in ("practices", "replies")] == []
    codes = [f.code for f in found.findings if f.where.path.startswith("content/")]
    assert codes == ["W851"] * 4


def test_what_is_left_to_translate_is_told(tmp_path: Path) -> None:
    """A sentence in one language is enough, and the other is asked for."""
    root = small(tmp_path)
    options = {**TOLD["session"].options, "--statement-en": "", "--note-en": ""}
    words = [word for pair in options.items() for word in pair]
    done = run(root, "session", *TOLD["session"].arguments, *words)
    assert done.exit_code == 0
    assert "si puede, la traducción: statement_en, note_en." in done.output
