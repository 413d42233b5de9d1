"""Shell. What may be said on the command line: days, addresses, options before or after.

Exit codes: 0 fine; 1 errors in data or content; 2 wrong usage or configuration; 70 a fault
of the generator itself; 130 ended by Ctrl-C, 143 by a request to end (SIGTERM).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from quipu.parse.cells import is_address

EXIT_DATA = 1
EXIT_USAGE = 2
EXIT_FAULT = 70
EXIT_INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was said for whichever command."""

    root: Path
    """The folder that holds ``data/`` and ``content/``."""
    lang: str
    """Of the messages: ``es`` or ``en``."""


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the day; one that was read before stays."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"«{value}» no es un día; escriba por ejemplo 2026-11-23.", param, ctx)


class Address(click.ParamType[str]):
    """A full web address without query or fragment."""

    name = "URL"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Read the address; empty stays empty."""
        text = str(value)
        if text and not (is_address(text) and not set(text) & set("?#")):
            self.fail(
                f"«{text}» debe empezar con https:// y no llevar espacios, ? ni #.", param, ctx
            )
        return text


class Group(click.Group):
    """Takes the general options before or after the command, as people write them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Bring ``--root`` and ``--lang``, wherever they stand, to the front."""
        first: list[str] = []
        rest: list[str] = []
        words = iter(args)
        for word in words:
            if word in _GENERAL:
                first += [word, *([value] if (value := next(words, None)) is not None else [])]
            elif word.partition("=")[0] in _GENERAL:
                first.append(word)
            else:
                rest.append(word)
        return super().parse_args(ctx, [*first, *rest])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Ctrl-C ends it with the code that shells know."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(EXIT_INTERRUPTED) from None


_GENERAL = ("--root", "--lang")
