"""Shell. The root that a change is held against: a folder, or a revision of git."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quipu.errors import ConfigError
from quipu.git import git

_PARTS = ("data", "content", "editions", "templates")
_TIMEOUT_S = 60


@contextmanager
def base_root(base: str, root: Path) -> Iterator[Path]:
    """The root of the other side, as a folder that lasts for the block.

    Args:
        base: A folder that holds ``data/`` and ``content/``, or a revision of the repository
            that holds *root*; a folder wins where both exist.
        root: The root that was changed.

    Raises:
        ConfigError: It is neither.
    """
    folder = Path(base)
    if base and (folder / "data").is_dir():
        yield folder
        return
    with TemporaryDirectory(prefix="quipu-diff-") as name:
        _extract(base, root, Path(name))
        yield Path(name)


def _extract(revision: str, root: Path, target: Path) -> None:
    """Write what a revision held of a root into a folder."""
    found = git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found is None:
        raise ConfigError(
            f"«{revision}» no es una carpeta con data/ ni una revisión de git.",
            hint="Indique por ejemplo main, HEAD~1 o la carpeta de una copia anterior.",
        )
    commit = found.decode().strip()
    listed = git(root, "ls-tree", "--name-only", commit, "./") or b""
    names = [name.rpartition("/")[2] for name in listed.decode().splitlines()]
    parts = [part for part in _PARTS if part in names]
    if "data" not in parts:
        raise ConfigError(f"En la revisión «{revision}» no hay una carpeta data/.")
    body = git(root, "archive", "--format=zip", commit, *parts, timeout_s=_TIMEOUT_S)
    if body is None:
        raise ConfigError(f"No se pudo leer la revisión «{revision}» de git.")
    # Unlike a tar, it makes no links and leads nowhere else.
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        archive.extractall(target)
