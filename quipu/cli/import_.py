"""Shell. ``import``: data repositories of others become a project root."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from quipu.cli.asked import EXIT_DATA, Asked, Day
from quipu.cli.told import told

_UNFORESEEN = {
    "es": "La revisión encontró problemas que la importación no previó: "
    "python build.py --root {out} check",
    "en": "The check found problems that the import did not foresee: "
    "python build.py --root {out} check",
}


@click.group("import")
def import_command() -> None:
    """Convierte un repositorio de datos de otro sistema en la raíz de un sitio."""


@import_command.command("open-sdg")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Carpeta nueva o vacía en la que se escribe la raíz.",
)
@click.option(
    "--as-of", type=Day(), help="Lo que no haya empezado este día no es un dato.  [hoy, en UTC]"
)
@click.pass_obj
def open_sdg_command(asked: Asked, path: Path, out: Path, *, as_of: date | None = None) -> None:
    """Importa un repositorio de datos de Open SDG (la carpeta con data/ y meta/).

    Escribe data/, content/, un informe (IMPORT.md) y cada caso que no se llevó
    (import-report.csv).
    """
    from quipu.findings import is_blocking
    from quipu.importing.folder import read_folder
    from quipu.importing.put import checked_out, put_root
    from quipu.importing.report import REPORT, ROWS, report, report_rows, summary
    from quipu.importing.repository import import_repository
    from quipu.pipeline import check

    lang = asked.lang
    today = as_of or datetime.now(UTC).date()
    with told(lang):
        target = checked_out(out, path)
        folder = read_folder(path)
        made = import_repository(folder.files, folder.others, today, lang, folder.findings)
        files = {
            **made.files,
            REPORT: report(made, path.resolve().name, today, lang).encode(),
            ROWS: report_rows(made.findings, lang),
        }
        put_root(files, target)
        is_sound = not is_blocking(check(target, today).findings)
    click.echo(summary(made, str(out), lang))
    if not is_sound:
        click.echo(_UNFORESEEN[lang].format(out=out), err=True)
        sys.exit(EXIT_DATA)
