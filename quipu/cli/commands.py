"""Shell. The commands by name, each imported when it is asked for: `check` stays quick."""

from __future__ import annotations

from importlib import import_module

import click

from quipu.cli.asked import Group

_COMMANDS = {
    "build": "quipu.cli.build",
    "check": "quipu.cli.check",
    "diff": "quipu.cli.diff",
    "edition": "quipu.cli.edition",
    "explain": "quipu.cli.explain",
    "import": "quipu.cli.import_",
    "new": "quipu.cli.new",
    "serve": "quipu.cli.serve",
    "verify": "quipu.cli.verify",
}
"""Where each stands: ``<name>_command`` of that module."""


class Commands(Group):
    """Every command there is."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Name the commands, A to Z."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's)
        """Import a command; None where there is none of that name."""
        return command(cmd_name) if cmd_name in _COMMANDS else None


def command(name: str) -> click.Command:
    """The command of a name that is known."""
    found: click.Command = getattr(import_module(_COMMANDS[name]), f"{name}_command")
    return found
