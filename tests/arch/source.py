"""The generator's own source, read as syntax trees, for the tests of its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "quipu"

SHELL = (
    "quipu/cli/",
    "quipu/edition.py",
    "quipu/freezing.py",
    "quipu/git.py",
    "quipu/importing/folder.py",
    "quipu/importing/put.py",
    "quipu/mending.py",
    "quipu/pipeline.py",
    *(f"quipu/make/{name}.py" for name in ("cluster", "crew", "engine", "forks")),
    "quipu/make/handles.py",
    *(f"quipu/make/{name}.py" for name in ("preview", "processes", "setting", "stores")),
    "quipu/read/",
    "quipu/save.py",
    "quipu/diff/run.py",
    "quipu/diff/sides.py",
    "quipu/publish/",
    "quipu/charts/vega.py",
    "quipu/charts/cache.py",
)
"""The modules that may touch files, the clock, the environment and processes; no other may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One module of the package."""

    path: str
    """Relative to the repository, with forward slashes."""
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @property
    def is_shell(self) -> bool:
        """Whether the module may have effects."""
        return self.path.startswith(SHELL)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Yield every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def parse_module(path: str, text: str) -> Module:
    """Read one module from its text."""
    return Module(path=path, text=text, tree=ast.parse(text, path))


def read_modules() -> tuple[Module, ...]:
    """Read every module of the package, in the order of their paths."""
    return tuple(
        parse_module(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    )
