"""Shell. ``verify``: whether a folder is, byte by byte, the site that was built."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quipu.cli.asked import EXIT_DATA, Asked
from quipu.report import FORMATS, write_findings

_WHOLE = {
    "es": "{folder}: {count} archivos, todos los del manifiesto y ninguno más.",
    "en": "{folder}: {count} files, all of the manifest's and no other.",
}
_NOT_WHOLE = {
    "es": "{folder} no es el sitio que se construyó ({count}).",
    "en": "{folder} is not the site that was built ({count}).",
}


@click.command("verify")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Formato.")
@click.pass_obj
def verify_command(asked: Asked, form: str, folder: Path | None = None) -> None:
    """Comprueba que FOLDER (sin ella, site/) es el sitio que se construyó, y nada más.

    Compara la huella SHA-256 de cada archivo con la del manifiesto; no debe faltar ni sobrar
    ninguno, ni haber enlaces.
    """
    from quipu.publish.verify import verify

    lang, site = asked.lang, folder or asked.root / "site"
    manifest, findings = verify(site)
    if text := write_findings(findings, lang, form):
        click.echo(text)
    if findings:
        click.echo(_NOT_WHOLE[lang].format(folder=site, count=len(findings)), err=True)
        sys.exit(EXIT_DATA)
    assert manifest is not None  # its absence is a finding
    if form == "text":
        click.echo(_WHOLE[lang].format(folder=site, count=len(manifest.files) + 1))
