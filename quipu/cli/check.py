"""Shell. ``check``: everything that is wrong with data and texts, at once."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from quipu.cli.asked import EXIT_DATA, Asked, Day
from quipu.cli.told import told
from quipu.findings import is_blocking
from quipu.memory.guard import Reference, reference_of
from quipu.pipeline import check
from quipu.report import FORMATS, summary, write_findings

_FIXED = {"es": "Archivos arreglados: {count}.", "en": "Files mended: {count}."}


@click.command("check")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Formato.")
@click.option("--as-of", type=Day(), help="Fecha de la edición.")
@click.option(
    "--fix",
    is_flag=True,
    help="Arreglar antes cómo se guardaron las tablas: codificación, punto y coma, espacios, "
    "filas vacías. Nunca cambia un valor.",
)
@click.option(
    "--base",
    metavar="BASE",
    default="",
    help="Revisión de git, o carpeta, con lo ya publicado: si una de sus cifras cambia, se pide "
    "la razón. Además de la última edición.",
)
@click.pass_obj
def check_command(
    asked: Asked, *, form: str, as_of: date | None, fix: bool = False, base: str = ""
) -> None:
    """Muestra todos los problemas de los datos y textos; no construye nada."""
    root, lang = asked.root, asked.lang
    with told(lang):
        if fix:
            from quipu.mending import mend_root

            mended = mend_root(root)
            for one in mended:
                click.echo(one.shown(), err=form != "text")
            click.echo(_FIXED[lang].format(count=len(mended)), err=True)
        findings = check(root, as_of, _published(base, root, as_of)).findings
    if text := write_findings(findings, lang, form):
        click.echo(text)
    if form == "text":
        click.echo(summary(findings, lang), err=bool(findings))
    if is_blocking(findings):
        sys.exit(EXIT_DATA)


def _published(base: str, root: Path, as_of: date | None) -> tuple[Reference, ...]:
    """What the base published; nothing where none is asked for."""
    if not base:
        return ()
    from quipu.diff.sides import base_root

    with base_root(base, root) as other:
        # What today's rules do not take of it cannot be held against anything.
        return (reference_of(check(other, as_of).catalog, base),)
