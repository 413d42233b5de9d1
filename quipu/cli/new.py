"""Shell. ``new``: begins a contribution, and says what is left to fill in.

Nothing is written before everything was asked for and the check has nothing against it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import click

from quipu.cli.asked import EXIT_DATA, EXIT_USAGE, Asked
from quipu.cli.asking import STOPPED, Asking
from quipu.cli.told import told
from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.new import KINDS, Draft, Field, Kind, Root, Write, consequences, root_of
from quipu.parse.settings import SITE_PATH, parse_site
from quipu.pipeline import REPOSITORY
from quipu.read.tree import read_tree
from quipu.report import write_findings
from quipu.save import add_file, replace_file

_LEFT_TO_DO = ("W851", "W324", "W419")
"""What the list of what is left to do says already."""
_SAYS = {
    "unknown": (
        "No hay «{value}» entre lo que se puede empezar. Use: {options}.",
        "“{value}” is none of what can be begun. Use: {options}.",
    ),
    "unwritable": (
        "No se puede escribir {path}: {why}. Revise los permisos de la carpeta.",
        "{path} cannot be written: {why}. Check the permissions of the folder.",
    ),
    "there-by-now": (
        "{path} ya existe y no se tocó. Ábralo y edítelo.",
        "{path} is there already and stays as it is. Open it and edit it.",
    ),
    "rows": ("líneas {first} a {last}", "lines {first} to {last}"),
    "row": ("línea {first}", "line {first}"),
    "kept": ("{path} (ya estaba y sigue igual)", "{path} (was there and stays as it is)"),
    "left": ("Falta:", "Left to do:"),
    "doubts": ("La revisión dice:", "The check says:"),
    "next": ("Siga con: {command}", "Next: {command}"),
}


def _say(key: str, lang: str, **params: object) -> str:
    return _SAYS[key][lang == "en"].format(**params)


class _Kinds(click.Group):
    """The kinds as commands: what they ask for depends on the languages and codes of a root."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Name every kind, in the order of the table."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command of a kind."""
        return _command(KINDS[cmd_name], ctx.obj) if cmd_name in KINDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the kinds there are to whoever asks for another."""
        if args[0] not in KINDS and not args[0].startswith("-"):
            options = did_you_mean(args[0], KINDS) or ", ".join(KINDS)
            raise click.UsageError(_say("unknown", ctx.obj.lang, value=args[0], options=options))
        return super().resolve_command(ctx, args)


@click.group("new", cls=_Kinds, subcommand_metavar="KIND [ARGS]...")
def new_command() -> None:
    """Empieza una fuente, un periodo, un indicador, un comentario…; pregunta lo que falta."""


def _command(kind: Kind, asked: Asked) -> click.Command:
    with told(asked.lang):
        fields = kind.fields(_root(asked))
    return click.Command(
        kind.name,
        help=kind.says[asked.lang],
        params=[_parameter(one, asked.lang) for one in fields],
        callback=partial(_run, kind, asked, fields),
    )


def _parameter(one: Field, lang: str) -> click.Parameter:
    # «from» is a word of Python, so the values go by another name until they are answers.
    name = f"_{one.name}"
    if one.is_argument:
        return click.Argument([name], required=False, metavar=f"[{one.name.upper()}]")
    choices = f": {', '.join(one.known)}" if one.is_listed and one.known else ""
    return click.Option([one.option, name], help=f"{one.says[lang]}{choices}.")


def _root(asked: Asked) -> Root:
    files = read_tree(asked.root).files
    zone = parse_site(files.get(SITE_PATH), []).time_zone
    try:
        today = datetime.now(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError):  # `check` tells of a zone that does not exist
        today = datetime.now(ZoneInfo("UTC")).date()
    return root_of(files, today)


def _run(kind: Kind, asked: Asked, fields: Sequence[Field], **said: str | None) -> None:
    options = {name.removeprefix("_"): text for name, text in said.items() if text is not None}
    given = Asking(fields=fields, said=options, lang=asked.lang).given()
    with told(asked.lang):
        # Questions take a while: what was read before them may have been edited since.
        root = _root(asked)
    findings: list[Finding] = []
    draft = kind.draft(root, given, findings)
    if draft is not None:
        findings += consequences(root, draft)
    if draft is None or is_blocking(findings):
        click.echo(write_findings(findings, asked.lang, "text"))
        click.echo(STOPPED[asked.lang], err=True)
        sys.exit(EXIT_DATA)
    for write in draft.writes:
        _save(asked, write)
    click.echo("\n".join(_told(draft, findings, asked)))


def _save(asked: Asked, write: Write) -> None:
    path = asked.root / write.path
    try:
        (add_file if write.is_new else replace_file)(path, write.body)
    except FileExistsError:
        click.echo(_say("there-by-now", asked.lang, path=path), err=True)
        sys.exit(EXIT_USAGE)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        click.echo(_say("unwritable", asked.lang, path=path, why=why), err=True)
        sys.exit(EXIT_USAGE)
    click.echo(f"+ {_written(write, asked.lang)}")


def _written(write: Write, lang: str) -> str:
    if write.lines is None:
        return write.path
    first, last = write.lines
    lines = _say("row" if first == last else "rows", lang, first=first, last=last)
    return f"{write.path} ({lines})"


def _told(draft: Draft, findings: Sequence[Finding], asked: Asked) -> Iterator[str]:
    """What is left, and what comes next."""
    lang = asked.lang
    yield from (f"= {_say('kept', lang, path=path)}" for path in draft.kept)
    yield from (one[lang] for one in draft.told)
    if draft.to_do:
        yield _say("left", lang)
        yield from (f"  {one.where}  {one.says[lang]}" for one in draft.to_do)
    doubts = [found for found in findings if found.code not in _LEFT_TO_DO]
    if doubts:
        yield _say("doubts", lang)
        yield from (f"  {line}" for line in write_findings(doubts, lang, "text").splitlines())
    root = "" if asked.root == REPOSITORY else f"--root {asked.root} "
    command = f".venv/bin/python build.py {root}{draft.next_command[lang]}"
    yield _say("next", lang, command=command)
