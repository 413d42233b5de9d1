"""What a pure module may not do, found in its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.arch.source import Module

EFFECTS = frozenset(
    {
        *("asyncio", "concurrent", "ctypes", "fcntl", "glob", "http", "importlib", "io"),
        *("locale", "logging", "mmap", "multiprocessing", "os", "pathlib", "platform", "pty"),
        *("queue", "random", "resource", "secrets", "select", "shelve", "shutil", "signal"),
        *("socket", "socketserver", "sqlite3", "subprocess", "sys", "tempfile", "threading"),
        *("time", "uuid", "vl_convert", "warnings", "webbrowser"),
    }
)
"""Modules that reach outside of the arguments of a function, or that keep state."""

PURE_PARTS = frozenset(
    {
        ("io", "StringIO"),
        ("io", "BytesIO"),
        ("pathlib", "PurePosixPath"),
        ("random", "Random"),
    }
)
"""What may be taken from them by name: values in memory, paths without files, seeded draws."""

PARTLY_PURE = frozenset(module for module, _ in PURE_PARTS)
"""These may be imported whole; each use of a part is then looked at."""

EFFECTFUL_CALLS = frozenset(
    {"open", "print", "input", "exec", "eval", "breakpoint", "globals", "__import__", "exit"}
)

CLOCKS = frozenset({"now", "utcnow", "today"})
"""Methods of ``date`` and ``datetime`` that read the clock."""


def _imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for name in node.names:
            if name.name.split(".")[0] in EFFECTS - PARTLY_PURE:
                yield f"imports {name.name}"
    elif isinstance(node, ast.ImportFrom) and node.module:
        module = node.module.split(".")[0]
        for name in node.names:
            if module in EFFECTS and (node.module, name.name) not in PURE_PARTS:
                yield f"imports {name.name} from {node.module}"
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        part = (node.value.id, node.attr)
        if node.value.id in PARTLY_PURE and part not in PURE_PARTS:
            yield f"uses {'.'.join(part)}"


def _calls(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    called = node.func
    if isinstance(called, ast.Name) and called.id in EFFECTFUL_CALLS:
        yield f"calls {called.id}()"
    if isinstance(called, ast.Name) and called.id == "Random" and not (node.args or node.keywords):
        yield "draws without a seed"
    if isinstance(called, ast.Attribute) and called.attr in CLOCKS:
        yield f"reads the clock with {called.attr}()"


def _state(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Global):
        yield f"rebinds module state: {', '.join(node.names)}"


def impurities(module: Module) -> list[str]:
    """Return ``path:line what`` for everything that a pure module may not do."""
    found = []
    for node in ast.walk(module.tree):
        for check in (_imports, _calls, _state):
            found += [f"{module.path}:{getattr(node, 'lineno', 0)} {what}" for what in check(node)]
    defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in module.tree.body)
    if defines and not (ast.get_docstring(module.tree) or "").startswith("Pure."):
        found.append(f"{module.path}:1 does not say «Pure.» first in its docstring")
    return found
