"""Shell. The commands together, and the last resort when one of them fails."""

from __future__ import annotations

import gc
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

import click

from quipu import __version__
from quipu.cli.asked import EXIT_FAULT, Asked, Group
from quipu.cli.build import build_command
from quipu.cli.check import check_command
from quipu.cli.diff import diff_command
from quipu.cli.edition import edition_command
from quipu.cli.explain import explain_command
from quipu.cli.import_ import import_command
from quipu.cli.new import new_command
from quipu.cli.serve import serve_command
from quipu.cli.told import OUR_FAULT
from quipu.cli.verify import verify_command
from quipu.pipeline import REPOSITORY

_COLLECT_AFTER = 50_000
"""New values after which Python looks for those that only hold each other."""


@click.group(
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=REPOSITORY,
    help="Carpeta que contiene data/ y content/.  [este repositorio]",
)
@click.option(
    "--lang", type=click.Choice(["es", "en"]), default="es", help="Idioma de los mensajes."
)
@click.version_option(__version__, prog_name="quipu")
@click.pass_context
def cli(context: click.Context, root: Path, lang: str) -> None:
    """Construye el sitio a partir de data/ y content/. Sin orden: build."""
    context.obj = Asked(root=root, lang=lang)
    if context.invoked_subcommand is None:
        context.invoke(build_command)


for _command in (
    build_command,
    check_command,
    diff_command,
    edition_command,
    serve_command,
    verify_command,
    new_command,
    explain_command,
    import_command,
):
    cli.add_command(_command)


def main() -> None:
    """Run a command; a fault of the generator ends with its traceback and code 70."""
    # A build makes millions of values and hardly any circle: looking for those takes a tenth
    # of its time when done as often as Python does by itself.
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows it escaped, instead of ending the command.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="build.py")
    except Exception:  # noqa: BLE001 (the last resort: tell that the fault is ours)
        traceback.print_exc()
        click.echo(OUR_FAULT, err=True)
        sys.exit(EXIT_FAULT)
