"""Shell. An edition as one file: the same folder gives the same bytes, wherever it is packed."""

from __future__ import annotations

import io
import lzma
import tarfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from quipu.artifact import Artifact
from quipu.findings import Finding
from quipu.model import FrozenEdition, Location
from quipu.pages.addresses import ARCHIVE_SUFFIX as SUFFIX

FOLDER = "editions"
"""Of the archives, in the root beside ``data/``."""
_PRESET = 6
_ANY = "application/octet-stream"
_XZ = "application/x-xz"


def archive_path(name: str) -> str:
    """The archive of an edition, relative to the root."""
    return f"{FOLDER}/{name}{SUFFIX}"


def pack(folder: Path) -> bytes:
    """Pack all files of a folder, by path: no dates, no owners, no folders."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = tarfile.TarInfo(path.relative_to(folder).as_posix())
            body = path.read_bytes()
            entry.size = len(body)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(body))
    return lzma.compress(stream.getvalue(), preset=_PRESET)


def altered_archives(root: Path, editions: Sequence[FrozenEdition]) -> Iterator[Finding]:
    """Find the archives that are missing, or are not those that were published."""
    for edition in editions:
        path = archive_path(edition.name)
        try:
            is_sound = sha256((root / path).read_bytes()).hexdigest() == edition.sha256
        except OSError:
            is_sound = False
        if not is_sound:
            params = {"value": edition.name}
            yield Finding(code="E812", where=Location(path=path), params=params)


def unpacked(root: Path, name: str, folder: str) -> Iterator[Artifact]:
    """The files of an edition, to stand in a folder of the site, and its archive beside it.

    Whoever has the archive can compare its hash with the one that the list of editions tells.

    Args:
        root: Holds the archives, which were found to be as they were published.
        name: Of the edition.
        folder: Where its files shall stand, with a slash at the end.
    """
    packed = (root / archive_path(name)).read_bytes()
    yield Artifact(path=f"{folder.rstrip('/')}{SUFFIX}", body=packed, media_type=_XZ)
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:xz") as archive:
        for entry in archive:
            stream = archive.extractfile(entry)
            if stream is not None:
                yield Artifact(path=f"{folder}{entry.name}", body=stream.read(), media_type=_ANY)
