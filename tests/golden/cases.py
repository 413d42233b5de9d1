"""A golden case: a tiny synthetic root, and the site that it must become.

``input/`` is a project root; ``case.toml`` says what it proves and which files are held byte
for byte; ``expected/files.txt`` lists every file of the site; ``expected/site/`` has the held
ones. The names of assets carry a piece of their hash, which changes with any style: it is
written as ``HASH``.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quipu.pipeline import Options, build

FOLDER = Path(__file__).resolve().parent
AS_OF = date(2025, 6, 30)
_ASSET = re.compile(rb"(assets/[a-z]+\.)[0-9a-f]{10}(\.[a-z0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One folder of this directory."""

    name: str
    proves: str
    compare: tuple[str, ...]
    """Files of the site that are held byte for byte."""

    @property
    def root(self) -> Path:
        """The project root that is built."""
        return FOLDER / self.name / "input"

    @property
    def expected(self) -> Path:
        """What the site is held against."""
        return FOLDER / self.name / "expected"

    def built(self, folder: Path) -> dict[str, bytes]:
        """Build a copy of the root in a folder; every file of the site, assets normalised."""
        root = folder / self.name
        shutil.copytree(self.root, root)
        out = folder / f"{self.name}-site"
        build(Options(root=root, out=out, as_of=AS_OF, use_cache=False))
        return {
            normal(path.relative_to(out).as_posix().encode()).decode(): normal(path.read_bytes())
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }

    def update(self, site: dict[str, bytes]) -> None:
        """Make what was built the expectation."""
        shutil.rmtree(self.expected, ignore_errors=True)
        self.expected.mkdir()
        (self.expected / "files.txt").write_text(listed(site))
        for path in self.compare:
            target = self.expected / "site" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(site[path])


def normal(body: bytes) -> bytes:
    """Bytes in which the hashes of assets are written as ``HASH``."""
    return _ASSET.sub(rb"\1HASH\2", body)


def listed(site: dict[str, bytes]) -> str:
    """Every path of a site, one a line."""
    return "".join(f"{path}\n" for path in sorted(site))


def read_cases() -> list[Case]:
    """Every case, by name."""
    found = []
    for path in sorted(FOLDER.glob("*/case.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        name = path.parent.name
        found.append(Case(name=name, proves=told["proves"], compare=tuple(told["compare"])))
    return found
