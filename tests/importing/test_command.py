"""``build.py import open-sdg``: one command from a folder to a site, or nothing at all."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quipu.cli import EXIT_DATA, EXIT_USAGE, cli
from quipu.errors import OutputError
from quipu.importing import put, report
from tests.importing.repositories import OLDER, TODAY, imported


def run(source: Path, out: Path, *words: str) -> Result:
    """Import on the day of the synthetic repository."""
    arguments = ["import", "open-sdg", str(source), "--out", str(out), "--as-of", "2025-06-30"]
    return CliRunner().invoke(cli, [*words, *arguments], catch_exceptions=False)


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("source", [TODAY, OLDER])
def test_the_root_builds_a_site(source: Path, tmp_path: Path, repository: Path) -> None:
    """Two commands: from the repository of others to pages of the figures."""
    out = tmp_path / "root"
    assert run(source, out).exit_code == 0
    for words in (["check"], ["build"]):
        done = subprocess.run(
            [
                sys.executable,
                repository / "build.py",
                "--root",
                out,
                *words,
                "--as-of",
                "2025-06-30",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    page = next((out / "site").rglob("SDG-*-1/index.html")).read_text(encoding="utf-8")
    assert "<h1" in page


def test_the_terminal_says_what_was_carried_and_why_not(tmp_path: Path) -> None:
    """Counts first, then reasons by how often, then where the whole story is."""
    result = run(TODAY, tmp_path / "root")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Se llevaron 18 de 28 filas (10 no) de 6 indicadores")
    assert "  W905 × 2  La fila no se llevó: otra" in result.stdout
    assert "IMPORT.md" in lines[-1]
    english = run(TODAY, tmp_path / "other", "--lang", "en")
    assert english.stdout.startswith("Carried 18 of 28 rows (10 not) of 6 indicators")


def test_every_finding_is_a_row_of_the_report(tmp_path: Path) -> None:
    """File, line, column, reason and mend of each; and no cell that a spreadsheet would run."""
    run(TODAY, tmp_path / "root")
    made = imported(TODAY)
    text = (tmp_path / "root" / report.ROWS).read_text(encoding="utf-8")
    table = list(csv.DictReader(StringIO(text)))
    assert len(table) == len(made.findings)
    row = next(row for row in table if row["code"] == "W908")
    assert (row["file"], row["line"], row["column"], row["field"]) == (
        *("data/indicator_16-5-1.csv", "20", "17", "Sex"),
    )
    assert row["value"] == "'=1+1"
    assert row["reason"]
    assert row["mend"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "es",
            (
                "## Qué se llevó",
                "## Qué no se llevó",
                "## Qué hacer ahora",
                "| … no llevadas | 10 |",
            ),
        ),
        (
            "en",
            (
                "## What was carried",
                "## What was not carried",
                "## What to do now",
                "| … not carried | 10 |",
            ),
        ),
    ],
)
def test_the_report_is_in_the_language_of_the_command(
    lang: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    """Spanish unless asked for; what was carried, what not with an example, what to do next."""
    run(TODAY, tmp_path / "root", "--lang", lang)
    text = (tmp_path / "root" / report.REPORT).read_text(encoding="utf-8")
    assert all(word in text for word in words)
    assert "`data/indicator_16-5-1.csv:14:1`" in text


def test_two_imports_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the folder is called, the hash seed or the time zone of the machine."""
    made = []
    for name, seed, zone in (("a", "1", "Asia/Tokyo"), ("b", "2", "America/Lima")):
        subprocess.run(
            [
                *(sys.executable, "build.py", "import", "open-sdg", TODAY),
                *("--out", tmp_path / name, "--as-of", "2025-06-30"),
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        made.append(tree(tmp_path / name))
    assert made[0] == made[1]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """Neither written over nor added to: exit code 2, a sentence and a hint."""
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    result = run(TODAY, tmp_path)
    assert result.exit_code == EXIT_USAGE
    assert "no está vacía" in result.stderr
    assert "--out" in result.stderr
    assert tree(tmp_path) == {"kept.txt": b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """As people make it before they run a command."""
    (tmp_path / "root").mkdir()
    assert run(OLDER, tmp_path / "root").exit_code == 0
    assert (tmp_path / "root/data/areas.csv").is_file()


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("file.txt", "no es una carpeta"),
        ("link", "enlace simbólico"),
        ("none/root", "No existe la carpeta"),
        ("source", "una dentro de la otra"),
        ("source/root", "una dentro de la otra"),
        (".", "una dentro de la otra"),
    ],
)
def test_no_other_place_is_written_to(out: str, said: str, tmp_path: Path) -> None:
    """Not a file, not through a link, not into what is being imported."""
    (tmp_path / "file.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "source").mkdir()
    before = sorted(tmp_path.rglob("*"))
    result = run(tmp_path / "source", tmp_path / out)
    assert result.exit_code == EXIT_USAGE
    assert said in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_no_repository_leaves_nothing(tmp_path: Path) -> None:
    """Exit code 2 with a hint, and no folder that looks like a result."""
    (tmp_path / "source").mkdir()
    for source in (tmp_path / "source", tmp_path / "nowhere"):
        result = run(source, tmp_path / "root")
        assert result.exit_code == EXIT_USAGE
        assert len(result.stderr.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_a_failure_half_way_leaves_nothing(tmp_path: Path) -> None:
    """A file that cannot be written takes the others with it."""
    files = {"data/a.csv": b"1", "data/a.csv/b.csv": b"2"}
    with pytest.raises(OutputError, match="No se pudo escribir"):
        put.put_root(files, tmp_path / "root")
    assert list(tmp_path.iterdir()) == []


def test_what_the_import_did_not_foresee_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A root that fails the check is there to be mended, and the exit code says so."""
    monkeypatch.setattr("quipu.importing.places.COUNTRY_CODE", "not a code")
    result = run(OLDER, tmp_path / "root")
    assert result.exit_code == EXIT_DATA
    assert "check" in result.stderr
    assert (tmp_path / "root" / report.REPORT).is_file()
