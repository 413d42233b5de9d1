"""Shell. ``edition``: freezes the site of a day, to be cited for ever."""

from __future__ import annotations

from datetime import date

import click

from quipu.cli.asked import Address, Asked, Day
from quipu.cli.told import progress_line, told

_KEPT = {
    "es": (
        "Edición {name}, del {date}: {files} archivos, {size:.1f} MB ({packed:.1f} MB guardada).\n"
        'Falta guardarla en git:\n  git add {paths}\n  git commit -m "Edición {name}"'
    ),
    "en": (
        "Edition {name}, of {date}: {files} files, {size:.1f} MB ({packed:.1f} MB kept).\n"
        'It is still to be kept in git:\n  git add {paths}\n  git commit -m "Edition {name}"'
    ),
}
_NOWHERE = {
    "es": "Ojo: no se dijo en qué dirección está el sitio, así que la cita de esta edición no dice "
    "dónde encontrarla, y ya no cambia. Si el sitio tiene una, descarte estos archivos y repita la "
    "orden con --base-url.",
    "en": "Note: nobody said at which address the site stands, so the citation of this edition "
    "does not say where to find it, and it no longer changes. If the site has one, discard these "
    "files and repeat the command with --base-url.",
}
_MEGA = 1_000_000


@click.command("edition")
@click.argument("name")
@click.option("--note-es", default="", help="Qué trae de nuevo, en español.")
@click.option("--note-en", default="", help="Qué trae de nuevo, en inglés.")
@click.option("--as-of", type=Day(), help="Fecha de la edición.  [la del último commit]")
@click.option("--base-url", type=Address(), default="", help="Dirección en la que está el sitio.")
@click.pass_obj
def edition_command(
    asked: Asked, name: str, *, note_es: str, note_en: str, as_of: date | None, base_url: str
) -> None:
    """Fija la edición NAME: una copia del sitio entero que ya no cambia (por ejemplo: 2026-11)."""
    from quipu.freezing import freeze

    notes = {code: text for code, text in (("es", note_es), ("en", note_en)) if text}
    with told(asked.lang), progress_line(asked.lang) as progress:
        kept = freeze(asked.root, name, notes, as_of=as_of, base_url=base_url, progress=progress)
    click.echo(
        _KEPT[asked.lang].format(
            name=kept.name,
            date=kept.date,
            files=kept.file_count,
            size=kept.size_bytes / _MEGA,
            packed=kept.archive_bytes / _MEGA,
            paths=" ".join(kept.paths),
        )
    )
    if not kept.address:
        click.echo(_NOWHERE[asked.lang], err=True)
