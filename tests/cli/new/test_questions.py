"""Questions: asked until the answer will do, in either language, and never half answered."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quipu.cli import EXIT_USAGE
from tests.cli.new.roots import files_of, in_the_synthetic_root, run, small
from tests.e2e.builds import command, environment
from tests.roots import SOURCES, append

TOLD = in_the_synthetic_root()


def test_a_wrong_answer_is_told_and_asked_again(tmp_path: Path) -> None:
    """Nobody loses the answers before it."""
    root = small(tmp_path)
    answers = "XX-1\nXX-01\n2021-S3\n2021\nS9\nS1\nnada.csv\n\nZ\nB\n"
    done = run(root, "period", answers=answers)
    assert done.exit_code == 0, done.output
    told = " ".join(done.output.split())
    assert "No hay un indicador «XX-1» en data/indicators.csv" in told
    assert "«2021-S3» no es un periodo" in told
    assert "«S9» no está en data/sources.csv" in told
    assert "No se puede leer nada.csv" in told
    table = (root / "data/indicators/XX-01.csv").read_text(encoding="utf-8")
    assert table.endswith("\nPE-AAA,2021,,,,,,L,B,S1,,,\n")


def test_only_what_was_not_said_is_asked(tmp_path: Path) -> None:
    """An option answers its question; one that is not needed may stay empty."""
    root = small(tmp_path)
    done = run(root, "source", "S3", "--publisher", "Entidad", answers="Título\n\n\n\n\n\n")
    assert done.exit_code == 0, done.output
    assert "Quién publica" not in done.output
    table = (root / "data/sources.csv").read_text(encoding="utf-8")
    assert table.endswith("\nS3,Título,Entidad,,,,,\n")


def test_whoever_says_enough_is_asked_nothing(tmp_path: Path) -> None:
    """A command in a script never waits: what is optional stays empty."""
    done = run(small(tmp_path), "source", "--title", "Título", "--publisher", "Entidad")
    assert done.exit_code == 0
    assert "data/sources.csv (línea 4)" in done.output
    assert "S3" in done.output


@pytest.mark.parametrize(
    ("lang", "asked", "said", "left"),
    [
        ("es", "Quién publica", "Siga con:", "Falta:"),
        ("en", "Who publishes it", "Next:", "Left to do:"),
    ],
)
def test_both_languages(lang: str, asked: str, said: str, left: str, tmp_path: Path) -> None:
    """Questions and what comes after them are in the language asked for."""
    done = run(small(tmp_path), "source", answers="\nTítulo\nEntidad\n\n\n\n\n\n", lang=lang)
    assert done.exit_code == 0, done.output
    assert asked in done.output
    assert said in done.output
    assert left in done.output


@pytest.mark.parametrize("count", range(7))
def test_answers_that_end_early_write_nothing(count: int, tmp_path: Path) -> None:
    """Wherever they end: the question is named, exit code 2, no file is touched."""
    root = small(tmp_path)
    before = files_of(root)
    answers = "".join(TOLD["source"].answers().splitlines(keepends=True)[:count])
    done = run(root, "source", answers=answers)
    assert done.exit_code == EXIT_USAGE
    assert "No hubo respuesta para" in done.output
    assert "No se escribió nada." in done.output
    assert files_of(root) == before


def wait_for(terminal: int, words: str) -> str:
    """Read a terminal until it shows *words*."""
    shown = ""
    while words not in shown:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"the terminal never showed {words!r}, only {shown!r}"
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
    return shown


def wait_until_it_waits(pid: int) -> None:
    """Wait until a process sleeps: one that is on its way to read would miss a signal."""
    while (
        Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "S"
    ):
        time.sleep(0.01)


@contextmanager
def on_a_terminal(*words: object) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Start ``build.py`` on a terminal of its own; yield our end of it and the process."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*words),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="dumb"),
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield ours, process
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_control_c_between_questions_writes_nothing(tmp_path: Path) -> None:
    """On a terminal, in the middle of the answers: one sentence, no traceback, no file."""
    root = small(tmp_path)
    before = files_of(root)
    with on_a_terminal("--root", root, "new", "source", "S3") as (terminal, process):
        wait_for(terminal, "Título")
        os.write(terminal, "Un título\n".encode())
        wait_for(terminal, "publica")
        wait_until_it_waits(process.pid)
        process.send_signal(signal.SIGINT)
        told = wait_for(terminal, "No se escribió nada.")
        assert process.wait(timeout=60) == EXIT_USAGE
    assert "Traceback" not in told
    assert files_of(root) == before


def test_a_table_that_is_edited_meanwhile_keeps_the_edit(tmp_path: Path) -> None:
    """What somebody saves while the questions are asked is not lost."""
    root = small(tmp_path)
    with on_a_terminal("--root", root, "new", "source", "S4") as (terminal, process):
        wait_for(terminal, "Título")
        append(SOURCES, "S3,Otro,Entidad,,,,,\n")(root)
        os.write(terminal, "Título\nEntidad\n\n\n\n\n\n".encode())
        wait_for(terminal, "Siga con:")
        assert process.wait(timeout=60) == 0
    table = (root / SOURCES).read_text(encoding="utf-8")
    assert table.endswith("\nS3,Otro,Entidad,,,,,\nS4,Título,Entidad,,,,,\n")


def test_a_day_is_a_whole_day(tmp_path: Path) -> None:
    """A month is asked about again at once, not after all the other questions."""
    answers = "sintetica\nTítulo\n\n2024-03\n2024-03-31\n"
    done = run(small(tmp_path), "update", answers=answers)
    assert done.exit_code == 0, done.output
    assert "«2024-03» no es un día para «date»" in done.output
    assert "content/updates/2024-03-31-sintetica.es.md" in done.output
