"""Shell. Asks for what was not said on the command line, until each answer will do."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from quipu.cli.asked import EXIT_USAGE
from quipu.findings import Finding, is_blocking, message
from quipu.new import Field, Given, accepted, is_needed

_UNANSWERED = {
    "es": "No hubo respuesta para {option}, que también se puede dar en la orden.",
    "en": "There was no answer for {option}, which can also be given with the command.",
}
_UNREADABLE = {"es": "No se puede leer {path}: {why}.", "en": "{path} cannot be read: {why}."}
STOPPED = {"es": "No se escribió nada.", "en": "Nothing was written."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The fields of a kind, and what was said of them on the command line."""

    fields: Sequence[Field]
    said: Mapping[str, str]
    """By the name of a field."""
    lang: str

    def given(self) -> Given:
        """The answer to every field.

        Where one that is needed was not said, all that were not are asked for; otherwise none
        is, so that a command that says enough never waits for anybody.

        Raises:
            UsageError: What was said will not do.
        """
        texts: dict[str, str] = {}
        for one in self.fields:
            if one.name in self.said:
                texts[one.name] = self._said(one, texts)
        is_asking = any(
            is_needed(one, texts) and not one.usual and not texts.get(one.name)
            for one in self.fields
        )
        for one in self.fields:
            if one.name not in texts:
                asks = is_asking and (one.is_asked or is_needed(one, texts))
                texts[one.name] = self._question(one, texts) if asks else one.usual
        path = texts.get("from")
        return Given(texts=texts, table=self._read(path) if path else None)

    def _said(self, one: Field, texts: Mapping[str, str]) -> str:
        answer, wrong = self._accepted(one, self.said[one.name], texts)
        if wrong:
            raise click.UsageError(f"{_called(one)}: {wrong}")
        return answer

    def _accepted(self, one: Field, text: str, texts: Mapping[str, str]) -> tuple[str, str]:
        """An answer, and what is wrong with it; the latter is empty where nothing is."""
        found: list[Finding] = []
        answer = accepted(one, text, found, needed=is_needed(one, texts))
        wrong = [" ".join(message(f, self.lang)) for f in found if is_blocking([f])]
        return answer, " ".join(wrong)

    def _question(self, one: Field, texts: Mapping[str, str]) -> str:
        def read(text: str) -> str:
            answer, wrong = self._accepted(one, text, texts)
            if wrong:
                raise click.UsageError(wrong)
            if one.is_file and answer:
                self._read(answer)
            return answer

        if one.is_listed:
            for code, names in one.known.items():
                name = names[min(self.lang == "en", len(names) - 1)] if names else ""
                click.echo(f"  {code:<20} {name}".rstrip())
        is_optional = not is_needed(one, texts) and not one.usual
        try:
            answer: str = click.prompt(
                one.says[self.lang] + (f" ({one.empty[self.lang]})" if is_optional else ""),
                default=one.usual,
                show_default=bool(one.usual),
                value_proc=read,
            )
        except click.Abort:
            click.echo(err=True)
            if not sys.stdin.isatty():
                click.echo(_UNANSWERED[self.lang].format(option=_called(one)), err=True)
            click.echo(STOPPED[self.lang], err=True)
            sys.exit(EXIT_USAGE)
        return answer

    def _read(self, path: str) -> bytes:
        try:
            return Path(path).read_bytes()
        except OSError as error:
            why = os.strerror(error.errno or 0)
            raise click.UsageError(_UNREADABLE[self.lang].format(path=path, why=why)) from error


def _called(one: Field) -> str:
    return one.name.upper() if one.is_argument else one.option
