"""Shell. What a command tells the person at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from quipu.cli.asked import EXIT_DATA, EXIT_USAGE
from quipu.errors import DataRejected, PublishBlocked, SiteError
from quipu.pipeline import Progress, Report, silent
from quipu.report import summary, write_findings

_STAGES = {
    "read": ("Leyendo y revisando los datos", "Reading and checking the data"),
    "compare": ("Comparando y puntuando", "Comparing and scoring"),
    "wait": ("Esperando a que termine otra construcción", "Waiting for another build to end"),
    "write": ("Escribiendo páginas", "Writing pages"),
    "inspect": ("Revisando el sitio construido", "Inspecting the finished site"),
}
_BAR_CELLS = 24
OUR_FAULT = (
    "Esto es un defecto del generador, no de sus datos. Avísenos con el texto de arriba.\n"
    "This is a fault of the generator, not of your data. Please report the text above."
)


@contextmanager
def told(lang: str) -> Iterator[None]:
    """Tell what a person can mend in a sentence, and end with the right code."""
    try:
        yield
    except (DataRejected, PublishBlocked) as stopped:
        click.echo(write_findings(stopped.findings, lang, "text"))
        click.echo(f"{stopped.message} {summary(stopped.findings, lang)}", err=True)
        sys.exit(EXIT_DATA)
    except SiteError as error:
        click.echo(f"{error.message}\n{error.hint}".rstrip(), err=True)
        sys.exit(EXIT_USAGE)


@contextmanager
def progress_line(lang: str) -> Iterator[Progress]:
    """A line with the stage and a bar, on a terminal only."""
    if not sys.stderr.isatty():
        yield silent
        return

    def show(stage: str, done: int, total: int) -> None:
        words = _STAGES[stage][1 if lang == "en" else 0]
        bar = f" {_bar(done, total)} {done}/{total}" if total else "…"
        click.echo(f"\r\x1b[2K{words}{bar}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo("\r\x1b[2K", nl=False, err=True)


def _bar(done: int, total: int) -> str:
    full = done * _BAR_CELLS // total
    return "█" * full + "░" * (_BAR_CELLS - full)


def show_findings(report: Report, lang: str) -> None:
    """Tell the warnings and notes of a build."""
    if report.findings:
        click.echo(write_findings(report.findings, lang, "text"), err=True)


def done(report: Report, out: Path, lang: str) -> str:
    """What was built, in one line."""
    size = f"{report.size_bytes / 1_000_000:.1f} MB"
    if lang == "en":
        return (
            f"{report.pages} pages, {report.charts} charts, {report.files} files, {size} "
            f"in {report.seconds:.1f} s → {out}"
        )
    return (
        f"{report.pages} páginas, {report.charts} gráficos, {report.files} archivos, {size} "
        f"en {report.seconds:.1f} s → {out}"
    )
