"""Shell. ``diff``: what a change of the data changes."""

from __future__ import annotations

from datetime import date

import click

from quipu.cli.asked import Asked, Day
from quipu.cli.told import progress_line, told


@click.command("diff")
@click.argument("base")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="Formato."
)
@click.option("--as-of", type=Day(), help="Fecha de las dos ediciones.")
@click.pass_obj
def diff_command(asked: Asked, base: str, form: str, as_of: date | None) -> None:
    """Muestra qué cambia frente a BASE: una revisión de git o la carpeta de otra copia."""
    from quipu.diff.report import as_json, as_markdown
    from quipu.diff.run import difference

    root, lang = asked.root, asked.lang
    with told(lang), progress_line(lang) as progress:
        found = difference(root, base, lang, as_of, progress)
    click.echo(as_json(found) if form == "json" else as_markdown(found))
