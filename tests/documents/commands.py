"""Commands that documents show, and what of them does not exist."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click

from quipu.cli import cli
from quipu.cli.asked import Asked

REPOSITORY = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
_PROGRAM = re.compile(r"(?:make|bash|source|build\.py|python[0-9.]*|\.venv/bin/\S+)(?:\s|\Z)")
_OPTION = re.compile(r"--[a-z][a-z-]*")
_BEHIND_MAKE = {"site": "build", "check": "check", "serve": "serve"}
"""Targets whose ``ARGS`` go to a command of ``build.py``."""


def shown(text: str) -> Iterator[str]:
    """Yield every command of a Markdown text: lines of fenced blocks, and spans of code."""
    for block in _FENCE.findall(text):
        for line in block.split("\n")[1:-1]:
            command = line.partition("  #")[0].strip().removeprefix("$ ")
            if _PROGRAM.match(command):
                yield command
    for span in _SPAN.findall(_FENCE.sub("", text)):
        if _PROGRAM.match(span) or _OPTION.match(span):
            yield span


def faults(command: str) -> list[str]:
    """What of a command does not exist; empty when all of it does."""
    program, *words = shlex.split(command)
    if program == "make":
        return _of_make(words)
    if program in ("bash", "source"):
        return _of_files(words[:1])
    if program == "build.py":
        return _of_build(words)
    if _OPTION.match(program):
        return [] if program.partition("=")[0] in _every_option() else [program]
    if program == ".venv/bin/python" or re.fullmatch(r"python[0-9.]*", program):
        return _of_python(words)
    tool = Path(sys.executable).with_name(Path(program).name)
    return [] if tool.exists() else [program]


def _of_files(words: list[str]) -> list[str]:
    environment = Path(sys.executable).parent
    return [
        word
        for word in words
        if not (REPOSITORY / word).exists() and not (environment / Path(word).name).exists()
    ]


def _of_make(words: list[str]) -> list[str]:
    targets = set(_TARGET.findall((REPOSITORY / "Makefile").read_text(encoding="utf-8")))
    variables = dict(word.split("=", 1) for word in words if "=" in word)
    named = [word for word in words if "=" not in word]
    wrong = [word for word in named if word not in targets]
    for target in named:
        if target in _BEHIND_MAKE and "ARGS" in variables:
            wrong += _of_build([_BEHIND_MAKE[target], *shlex.split(variables["ARGS"])])
    return wrong


def _of_python(words: list[str]) -> list[str]:
    if not words:
        return []
    if words[0] == "build.py":
        return _of_build(words[1:])
    if words[0] == "-m":
        module = [] if find_spec(words[1]) else [words[1]]
        paths = [word for word in words[2:] if not word.startswith("-")]
        options = [word for word in words[2:] if word.startswith("--")]
        unknown = [option for option in options if option not in _options_of_tests()]
        return [*module, *_of_files(paths), *unknown]
    return _of_files(words[:1])


def _options_of_tests() -> set[str]:
    """The options that the tests of this repository add to those of pytest."""
    texts = (path.read_text(encoding="utf-8") for path in REPOSITORY.glob("tests/**/conftest.py"))
    return {option for text in texts for option in re.findall(r'addoption\(\s*"(--[a-z-]+)"', text)}


def _of_build(words: list[str]) -> list[str]:
    """Words after ``build.py``: general options, a command or a kind, its options and arguments."""
    context = click.Context(cli, obj=Asked(root=REPOSITORY, lang="es"))
    general = _options(cli, context)
    command: click.Command = cli
    options = general
    room = 0
    wrong = []
    rest = iter(words)
    for word in rest:
        name, equals, _ = word.partition("=")
        if word.startswith("-"):
            takes_value = {**general, **options}.get(name)
            if takes_value is None:
                wrong.append(word)
            elif takes_value and not equals:
                next(rest, None)
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if found is None:
                return [*wrong, word]
            command, options = found, _options(found, context)
            room = sum(isinstance(one, click.Argument) for one in found.params)
        elif room:
            room -= 1
        else:
            wrong.append(word)
    return wrong


def _options(command: click.Command, context: click.Context) -> dict[str, bool]:
    """The options of a command, and whether each takes a value."""
    return {
        name: isinstance(one, click.Option) and not one.is_flag
        for one in command.get_params(context)
        if not isinstance(one, click.Argument)
        for name in one.opts
    }


@cache
def _every_option() -> set[str]:
    """The options of every command and kind."""
    context = click.Context(cli, obj=Asked(root=REPOSITORY, lang="es"))
    found = set(_options(cli, context))
    waiting: list[click.Command] = [cli]
    while waiting:
        command = waiting.pop()
        found |= set(_options(command, context))
        if isinstance(command, click.Group):
            names = command.list_commands(context)
            waiting += [c for name in names if (c := command.get_command(context, name))]
    return found
