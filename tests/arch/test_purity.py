"""The core computes; only the shell reads, writes, waits or asks the time."""

from __future__ import annotations

import pytest

from tests.arch.purity import impurities
from tests.arch.source import Module, parse_module, read_modules

PURE = [module for module in read_modules() if not module.is_shell]


def module_id(module: Module) -> str:
    """Name a parameter in pytest's output."""
    return module.path


@pytest.mark.parametrize("module", PURE, ids=module_id)
def test_module_is_pure(module: Module) -> None:
    """A module outside the shell has no effect and depends on nothing but its arguments."""
    assert impurities(module) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("import os", "imports os"),
        ("import os.path", "imports os.path"),
        ("from pathlib import Path", "imports Path from pathlib"),
        ("from pathlib import PurePosixPath", None),
        ("from io import StringIO", None),
        ("import io\nio.StringIO()", None),
        ("import io\nio.open_code('x')", "uses io.open_code"),
        ("from random import Random", None),
        ("from random import random", "imports random from random"),
        ("Random()", "draws without a seed"),
        ("Random(3)", None),
        ("open('x')", "calls open()"),
        ("date.today()", "reads the clock with today()"),
        ("def f():\n    global state", "rebinds module state: state"),
        ("from decimal import Decimal", None),
    ],
)
def test_the_check_tells_effects_from_values(line: str, expected: str | None) -> None:
    """The check above finds each sort of effect, and only those."""
    found = impurities(parse_module("quipu/x.py", f'"""Pure. A sample."""\n{line}\n'))
    assert [what.split(" ", 1)[1] for what in found] == ([expected] if expected else [])


def test_a_pure_module_says_so() -> None:
    """The docstring is the reader's promise; a package that only gathers names needs none."""
    assert impurities(parse_module("quipu/x.py", '"""A sample."""\n\ndef f(): ...'))
    assert not impurities(parse_module("quipu/x.py", '"""A sample."""\n\nfrom a import b'))
