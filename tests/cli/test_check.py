"""``build.py check``: everything that is wrong, in three formats and two languages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quipu.cli import EXIT_DATA, EXIT_USAGE, cli
from tests.roots import AREAS, LIVE, SITE, append, cell, minimal_root, remove, write


def run(root: Path, *words: str) -> Result:
    """Run ``check`` at the date of the synthetic edition."""
    arguments = ["--root", str(root), *words, "--as-of", "2025-06-30"]
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def test_a_clean_root_says_so(tmp_path: Path) -> None:
    """Nothing to mend: exit code 0 and one sentence."""
    result = run(minimal_root(tmp_path), "check")
    assert result.exit_code == 0
    assert result.output == "Sin problemas.\n"


def test_errors_are_told_with_place_reason_and_mend(tmp_path: Path) -> None:
    """One line a fault, each with file, line, column, code, reason and mend; exit code 1."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "value", "25.5%")(root)
    write(AREAS, (root / AREAS).read_text(encoding="utf-8").encode("latin-1"))(root)
    result = run(root, "check")
    assert result.exit_code == EXIT_DATA
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{AREAS}:2:21 E101 El archivo no está guardado como UTF-8")
    assert "Guardar como" in lines[0]
    assert any(line.startswith(f"{LIVE}:3:13 E220 «25.5%»") for line in lines)
    assert result.stderr.splitlines() == [
        "2 errores, 0 advertencias, 0 notas.",
        f"«build.py check --fix» arregla cómo se guardó, sin tocar ningún valor: {AREAS}.",
        "Qué significa un código, con un ejemplo: build.py explain E101",
    ]


def test_the_other_language(tmp_path: Path) -> None:
    """The same in English."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "value", "25.5%")(root)
    result = run(root, "--lang", "en", "check")
    assert "E220 “25.5%” has the unit" in result.stdout
    assert result.stderr.splitlines() == [
        "1 error, 0 warnings, 0 notes.",
        "What a code means, with an example: build.py explain E220",
    ]


def test_what_it_cannot_mend_it_does_not_offer(tmp_path: Path) -> None:
    """Semicolons with numbers that could be read in two ways are left to a person."""
    root = minimal_root(tmp_path)
    text = (root / LIVE).read_text(encoding="utf-8")
    write(LIVE, text.replace(",", ";").replace("25.5", "1.250"))(root)
    assert "E201" in run(root, "check").stdout
    assert "--fix» arregla" in run(root, "check").stderr
    write(LIVE, re.sub(r"[0-9]+\.[0-9]", "1.250", text).replace(",", ";"))(root)
    assert "--fix» arregla" not in run(root, "check").stderr


def test_ten_thousand_rows_of_one_slip_are_told_in_a_few_lines(tmp_path: Path) -> None:
    """A person reads the first ones and how many there are; a program gets every one."""
    root = minimal_root(tmp_path)
    append(LIVE, "PE-CCC,2021,s/d,,,,,A,A,S1,,,\n" * 10_000)(root)
    result = run(root, "check")
    lines = [line for line in result.stdout.splitlines() if "E221" in line]
    assert len(lines) == 6
    assert lines[-1] == f"{LIVE} E221 … y 9,995 más como este en el archivo"
    assert result.stderr.startswith("10000 errores")
    told = json.loads(run(root, "check", "--format", "json").stdout)
    assert told["counts"]["error"] == len(told["findings"]) == 10_000
    shown = run(root, "check", "--format", "github")
    assert shown.stdout.count("::error ") == 10
    assert "GitHub muestra 10 junto a las líneas; los otros 9,990" in shown.stderr


def test_remarks_do_not_stop(tmp_path: Path) -> None:
    """A warning is shown and the exit code is 0."""
    root = minimal_root(tmp_path)
    append(LIVE, "\n")(root)
    result = run(root, "check")
    assert result.exit_code == 0
    assert f"{LIVE}:10 W209" in result.stdout


def test_json_for_programs(tmp_path: Path) -> None:
    """Every finding with its parts, and the totals."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "ref_area", "PE-BBD")(root)
    result = run(root, "check", "--format", "json")
    assert result.exit_code == EXIT_DATA
    told = json.loads(result.stdout)
    assert told["counts"] == {"error": 1, "warning": 0, "note": 0}
    (finding,) = told["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("E303", 3, 1)
    assert (finding["path"], finding["field"], finding["value"]) == (LIVE, "ref_area", "PE-BBD")
    assert "PE-BBB" in finding["hint"]


def test_annotations_for_pull_requests(tmp_path: Path) -> None:
    """One workflow command a finding, on one line whatever the data hold."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "ref_area", "PE%0A::error::x")(root)
    result = run(root, "check", "--format", "github")
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"::error file={LIVE},line=3,col=1,title=E303::")
    assert "%250A" in line


@pytest.mark.parametrize("path", [SITE, AREAS])
def test_a_missing_file_is_a_finding(path: str, tmp_path: Path) -> None:
    """It is data that lacks: exit code 1."""
    root = minimal_root(tmp_path)
    remove(path)(root)
    result = run(root, "check")
    assert result.exit_code == EXIT_DATA
    assert f"{path} E107" in result.stdout


def test_a_missing_root_is_wrong_usage(tmp_path: Path) -> None:
    """There is nothing to check: exit code 2 and a sentence, no traceback."""
    result = run(tmp_path / "nada", "check")
    assert result.exit_code == EXIT_USAGE
    assert "No existe la carpeta" in result.output
    assert "Traceback" not in result.output


def test_a_file_as_root_is_wrong_usage(tmp_path: Path) -> None:
    """A root is a folder."""
    (tmp_path / "x").write_text("x")
    assert run(tmp_path / "x", "check").exit_code == EXIT_USAGE


def test_an_edition_that_is_no_day_is_wrong_usage(tmp_path: Path) -> None:
    """The option's format is told."""
    arguments = ["--root", str(minimal_root(tmp_path)), "check", "--as-of", "ayer"]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == EXIT_USAGE
    assert "ayer" in result.output


def test_the_published_data_have_no_errors(repository: Path) -> None:
    """What stands in this repository can be built."""
    result = CliRunner().invoke(cli, ["--root", str(repository), "check"], catch_exceptions=False)
    assert result.exit_code == 0, result.output


def test_checking_loads_only_what_it_needs(repository: Path) -> None:
    """Contributors check often: neither templates nor charts nor formats are loaded for it."""
    program = (
        "import sys; from pathlib import Path; from quipu.pipeline import check;"
        "check(Path('.'));"
        "print(*{'jinja2', 'babel', 'markdown', 'pandas', 'nh3'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=repository, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_any_terminal_shows_the_findings(tmp_path: Path, repository: Path, encoding: str) -> None:
    """Letters that a terminal lacks are escaped; the command does not end in a traceback."""
    write(LIVE, "código\n")(minimal_root(tmp_path))
    done = subprocess.run(
        [sys.executable, "build.py", "--root", str(tmp_path), "check"],
        cwd=repository,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == EXIT_DATA
    assert b"Traceback" not in done.stdout + done.stderr
    assert f"{LIVE}:1".encode() in done.stdout
