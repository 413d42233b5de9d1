"""Values are frozen, modules and functions are small, imports run one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.arch.source import REPOSITORY, Module, parse_module, read_modules

MODULES = read_modules()
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
VALUE = {"frozen", "slots", "kw_only"}


def dataclass_options(node: ast.ClassDef) -> set[str] | None:
    """Return the options that are true in ``@dataclass(…)``, or None for other classes."""
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else None
        name = call.func if call else decorator
        if isinstance(name, ast.Name) and name.id == "dataclass":
            return {
                keyword.arg or ""
                for keyword in (call.keywords if call else ())
                if isinstance(keyword.value, ast.Constant) and keyword.value.value is True
            }
    return None


def loose_dataclasses(module: Module) -> Iterator[str]:
    """Yield the dataclasses that can be changed, grow attributes or be built by position.

    A class with a ``cached_property`` keeps its cache in ``__dict__``: it has no slots.
    """
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ClassDef):
            continue
        options = dataclass_options(node)
        if options is None:
            continue
        lacking = VALUE - options - ({"slots"} if "cached_property" in ast.dump(node) else set())
        if lacking:
            yield f"{module.path}:{node.lineno} {node.name} is not {', '.join(sorted(lacking))}"


def long_functions(module: Module, limit: int) -> Iterator[str]:
    """Yield the functions with more lines than *limit*, docstring included."""
    for function in module.functions():
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > limit:
            yield f"{module.path}:{function.lineno} {function.name} has {length} lines"


def module_id(module: Module) -> str:
    """Name a parameter in pytest's output."""
    return module.path


def test_layers_hold() -> None:
    """Imports run one way; ``pyproject.toml`` lists the layers."""
    status = lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, "see the captured output for the chain of imports"


@pytest.mark.parametrize("module", MODULES, ids=module_id)
def test_dataclasses_are_values(module: Module) -> None:
    """What is computed cannot be changed afterwards by whoever got hold of it."""
    assert list(loose_dataclasses(module)) == []


@pytest.mark.parametrize("module", MODULES, ids=module_id)
def test_module_can_be_read_in_one_sitting(module: Module) -> None:
    """Modules and functions stay within the size that a reviewer keeps in mind."""
    line_count = len(module.text.splitlines())
    assert line_count <= LONGEST_MODULE
    assert list(long_functions(module, LONGEST_FUNCTION)) == []


@pytest.mark.parametrize(
    ("head", "is_loose"),
    [
        ("@dataclass(frozen=True, slots=True, kw_only=True)\nclass A:\n    x: int", False),
        ("@dataclass(frozen=True, kw_only=True)\nclass A:\n    x: int", True),
        ("@dataclass(frozen=False, slots=True, kw_only=True)\nclass A:\n    x: int", True),
        ("@dataclass\nclass A:\n    x: int", True),
        ("class A:\n    x: int", False),
    ],
)
def test_the_check_tells_values_from_loose_classes(head: str, is_loose: bool) -> None:
    """The check above can fail."""
    assert bool(list(loose_dataclasses(parse_module("quipu/x.py", head)))) is is_loose


def test_the_check_measures_functions() -> None:
    """The check above counts the lines of nested functions and methods too."""
    text = "class A:\n    def f(self):\n        def g():\n            pass\n            pass\n"
    assert [s.split()[1] for s in long_functions(parse_module("x.py", text), 2)] == ["f", "g"]
