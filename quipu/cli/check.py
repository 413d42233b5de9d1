"""Shell. ``check``: everything that is wrong with data and texts, at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from quipu.cli.asked import EXIT_DATA, Asked, Day
from quipu.cli.told import told
from quipu.findings import Finding, is_blocking
from quipu.findings.codes import MENDABLE
from quipu.memory.guard import Reference, reference_of
from quipu.pipeline import check
from quipu.report import FORMATS, summary, unshown, write_findings

_FIXABLE = {
    "es": "«build.py check --fix» arregla cómo se guardó, sin tocar ningún valor: {paths}.",
    "en": "“build.py check --fix” mends how it was saved, without touching any value: {paths}.",
}
_EXPLAINED = {
    "es": "Qué significa un código, con un ejemplo: build.py explain {code}",
    "en": "What a code means, with an example: build.py explain {code}",
}
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
    if form != "json" and findings:
        click.echo("\n".join(_closing(findings, root, lang, form)), err=True)
    elif form == "text":
        click.echo(summary(findings, lang))
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


def _closing(findings: Sequence[Finding], root: Path, lang: str, form: str) -> Iterator[str]:
    """How many there are, and what to do next."""
    yield summary(findings, lang)
    if form == "github" and (rest := unshown(findings, lang)):
        yield rest
    if any(finding.code in MENDABLE for finding in findings):
        from quipu.mending import mendable

        if paths := mendable(root):
            yield _FIXABLE[lang].format(paths=", ".join(paths))
    if form == "text":
        yield _EXPLAINED[lang].format(code=findings[0].code)
