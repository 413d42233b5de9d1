"""Shell. ``build``: checks the data and builds the whole site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from quipu.cli.asked import Address, Asked, Day
from quipu.cli.told import done, progress_line, show_findings, told
from quipu.pipeline import Options, build


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="Carpeta de salida.  [<root>/site]")
@click.option("--as-of", type=Day(), help="Fecha de la edición.  [la del último commit]")
@click.option("--base-url", type=Address(), default="", help="Dirección en la que estará el sitio.")
@click.option("--no-cache", is_flag=True, help="No usar lo que dejaron construcciones anteriores.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Cuántos procesos hacen las páginas; con más de uno no se guardan sus pedazos.",
)
@click.option(
    "--scheduler",
    metavar="ADDR",
    default="",
    help="Dirección de un planificador de Dask cuyos trabajadores hacen las páginas.",
)
@click.pass_obj
def build_command(
    asked: Asked,
    *,
    out: Path | None = None,
    as_of: date | None = None,
    base_url: str = "",
    no_cache: bool = False,
    jobs: int = 1,
    scheduler: str = "",
) -> None:
    """Revisa los datos y construye el sitio entero."""
    root, lang = asked.root, asked.lang
    options = Options(
        root=root,
        out=out or root / "site",
        as_of=as_of,
        base_url=base_url,
        use_cache=not no_cache,
        jobs=jobs,
        scheduler=scheduler,
    )
    with told(lang), progress_line(lang) as progress:
        report = build(options, progress, lambda words: click.echo(words[lang], err=True))
    show_findings(report, lang)
    click.echo(done(report, options.out, lang))
