"""Shell. A folder of published files: write it, make it durable, read it, remove it."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from quipu.artifact import Artifact, path_key
from quipu.errors import OutputConflictError
from quipu.publish.manifest import MANIFEST_PATH, FileRecord
from quipu.publish.target import output_errors

__all__ = ["make_folder", "read_site", "remove_tree", "sync_tree", "write_artifacts", "write_file"]

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW


def make_folder(path: Path) -> None:
    """Make one folder that everybody may read, whatever the umask; it may not exist yet."""
    path.mkdir()
    path.chmod(_FOLDER_MODE)


def write_file(path: Path, body: bytes) -> None:
    """Write one new file that everybody may read, whatever the umask."""
    with os.fdopen(os.open(path, _CREATE, _FILE_MODE), "wb", buffering=0) as stream:
        os.fchmod(stream.fileno(), _FILE_MODE)
        rest = memoryview(body)
        while rest:
            rest = rest[stream.write(rest) :]


def write_artifacts(artifacts: Iterable[Artifact], folder: Path) -> Iterator[FileRecord]:
    """Write artifacts one by one as they come, so that they need not all be in memory.

    Args:
        artifacts: In any order; what making them raises passes through unchanged.
        folder: An empty folder.

    Yields:
        What was written, one record an artifact.

    Raises:
        OutputConflictError: Two artifacts claim one path, or one claims as a file what
            another needs as a folder; case and Unicode form do not tell paths apart.
        OutputError: The system refused to write.
    """
    files = {path_key(MANIFEST_PATH): MANIFEST_PATH}
    folders: dict[str, str] = {}
    for artifact in artifacts:
        _claim(artifact.path, files, folders)
        with output_errors(folder):
            path = folder / artifact.path
            _make_parents(path.parent, folder)
            write_file(path, artifact.body)
        yield FileRecord(
            path=artifact.path,
            size_bytes=len(artifact.body),
            sha256=hashlib.sha256(artifact.body).hexdigest(),
        )


def sync_tree(folder: Path) -> None:
    """Return when everything in a folder is on the disk, so that a power cut loses nothing.

    One ``syncfs`` for the filesystem instead of an ``fsync`` for each of a thousand files,
    which would cost a wait for the disk each. Elsewhere than Linux: ``sync``.

    Raises:
        OSError: The disk reported that it could not keep what was written.
    """
    try:
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        ctypes.set_errno(0)
        if syncfs(descriptor):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def read_site(folder: Path, but: tuple[str, ...] = ()) -> Mapping[str, bytes]:
    """Read the pages of a site one at a time, and the names alone of its other files.

    Args:
        folder: Where the site stands.
        but: Folders of it that are left out, each with a slash at the end.

    Returns:
        By path relative to the folder, in sorted order: the bytes of ``.html`` files, read
        each time they are asked for, so that a large site need not be in memory; for all
        others empty bytes, which is all that an inspection of links needs.
    """
    top = os.fspath(folder)
    paths = (os.path.join(at, name) for at, _, names in os.walk(top) for name in names)  # noqa: PTH118
    start = len(top) + 1
    names = sorted(path[start:].replace(os.sep, "/") for path in paths)
    return _Site(folder, dict.fromkeys(name for name in names if not name.startswith(but)))


class _Site(Mapping[str, bytes]):
    """A folder seen as the files in it."""

    def __init__(self, folder: Path, names: Mapping[str, None]) -> None:
        self._folder = folder
        self._names = names

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes() if name.endswith(".html") else b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours and all in it; links in it are removed, never followed.

    Raises:
        OSError: Something in it could not be removed; the rest may be gone.
    """
    if stat.S_ISDIR(os.lstat(folder).st_mode):
        shutil.rmtree(folder)


def _claim(path: str, files: dict[str, str], folders: dict[str, str]) -> None:
    key = path_key(path)
    parents = [(path_key(str(p)), str(p)) for p in list(PurePosixPath(path).parents)[:-1]]
    clash = files.get(key) or folders.get(key)
    clash = clash or next((files[k] for k, _ in parents if k in files), None)
    if clash is not None:
        raise OutputConflictError(
            f"Dos archivos del sitio piden la misma ruta: «{clash}» y «{path}».",
            hint="Cambie el nombre (slug o código) de uno de los dos.",
        )
    files[key] = path
    folders.update(dict(parents))


def _make_parents(parent: Path, top: Path) -> None:
    """Make the missing folders from *top* down to *parent*."""
    missing = []
    while parent != top and not parent.is_dir():
        missing.append(parent)
        parent = parent.parent
    for path in reversed(missing):
        make_folder(path)
