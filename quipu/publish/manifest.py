"""Pure. The list of every published file with its size and hash, and what it was built from.

The manifest is written last, so a folder that has one is a whole site; its mark tells our
folders from others, which are never overwritten.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

__all__ = ["MANIFEST_PATH", "BuildInfo", "FileRecord", "Manifest", "ManifestError"]

MANIFEST_PATH = "manifest.json"
"""Where the manifest stands in a site; it does not list itself."""

_GENERATOR = "quipu"
_FORMAT = 1


class ManifestError(ValueError):
    """A text is not a manifest written by this generator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildInfo:
    """What a site was built with; nothing here depends on when or where that was done."""

    version: str
    """Of the generator."""
    as_of: date
    """The day the site speaks of, the only "today" that a build knows."""
    commit: str = ""
    """Revision of the data; empty outside a repository."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FileRecord:
    """One published file."""

    path: str
    """Relative to the site, with forward slashes."""
    size_bytes: int
    sha256: str
    """64 lower-case hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Every file of a site but the manifest itself, ordered by path."""

    build: BuildInfo
    files: tuple[FileRecord, ...]

    @classmethod
    def of(cls, files: Iterable[FileRecord], build: BuildInfo) -> Manifest:
        """List files in the order of their paths, whatever order they come in."""
        return cls(build=build, files=tuple(sorted(files)))

    @property
    def size_bytes(self) -> int:
        """Of all listed files together."""
        return sum(record.size_bytes for record in self.files)

    def to_json(self) -> str:
        """Write the manifest: the same files and build give the same text, byte for byte."""
        head = {
            "generator": _GENERATOR,
            "format": _FORMAT,
            "version": self.build.version,
            "as_of": self.build.as_of.isoformat(),
            "commit": self.build.commit,
        }
        # One file a line: two manifests can be compared with any line-by-line tool.
        lines = [f" {_dumped(name)}: {_dumped(value)}," for name, value in head.items()]
        rows = ",\n".join(
            "  " + _dumped({"path": f.path, "bytes": f.size_bytes, "sha256": f.sha256})
            for f in self.files
        )
        files = f"[\n{rows}\n ]" if rows else "[]"
        return "\n".join(["{", *lines, f' "files": {files}', "}", ""])

    @classmethod
    def parse(cls, text: str) -> Manifest:
        """Read a manifest back.

        Raises:
            ManifestError: The text is not JSON, lacks our mark, or has another shape.
        """
        try:
            raw: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ManifestError(f"not JSON: {error}") from error
        if (
            not isinstance(raw, dict)
            or raw.get("generator") != _GENERATOR
            or raw.get("format") != _FORMAT
        ):
            raise ManifestError("not a manifest of this generator")
        try:
            build = BuildInfo(
                version=str(raw["version"]),
                as_of=date.fromisoformat(raw["as_of"]),
                commit=str(raw["commit"]),
            )
            records = [
                FileRecord(path=str(f["path"]), size_bytes=int(f["bytes"]), sha256=str(f["sha256"]))
                for f in raw["files"]
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise ManifestError(f"incomplete: {error!r}") from error
        return cls.of(records, build)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
