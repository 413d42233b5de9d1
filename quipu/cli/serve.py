"""Shell. ``serve``: builds, serves on this machine and builds again on change."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import click

from quipu.cli.asked import Asked
from quipu.cli.told import OUR_FAULT, done, show_findings, told
from quipu.errors import DataRejected, PublishBlocked, SiteError
from quipu.pipeline import REPOSITORY, Options, build
from quipu.report import write_findings


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65_535), default=8_000, help="Puerto local.")
@click.option("--out", type=click.Path(path_type=Path), help="Carpeta de salida.  [<root>/site]")
@click.pass_obj
def serve_command(asked: Asked, port: int, out: Path | None) -> None:
    """Construye, sirve en este equipo y vuelve a construir cuando algo cambia."""
    from quipu.publish.reload import FileOf
    from quipu.publish.serve import serve

    root, lang = asked.root, asked.lang
    options = Options(root=root, out=out or root / "site")

    def rebuild(show: Callable[[FileOf], None]) -> None:
        report = build(options, show=lambda preview: show(preview.file))
        show_findings(report, lang)
        click.echo(done(report, options.out, lang))

    def explain(error: Exception) -> str:
        if isinstance(error, DataRejected | PublishBlocked):
            return f"{write_findings(error.findings, lang, 'text')}\n{error.message}"
        if isinstance(error, SiteError):
            return str(error)
        return "".join(traceback.format_exception(error)) + OUR_FAULT

    with told(lang):
        watched = [root / "data", root / "content", root / "templates", REPOSITORY / "templates"]
        serve(options.out, rebuild, watched, port, click.echo, explain=explain)
