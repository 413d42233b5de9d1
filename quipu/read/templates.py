"""Shell. Templates, style sheets and translations to text and bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quipu.errors import SourceError
from quipu.read.files import read_at_one_moment, read_regular

_MAX_BYTES = 5_000_000
"""No page could be made of a larger template, nor with a larger style sheet."""
_COPY_IT = "Ponga en su lugar una copia del archivo verdadero, o bórrelo."


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSet:
    """Everything that decides how the site looks and speaks."""

    templates: Mapping[str, str]
    """Jinja text by name, relative to ``templates/``."""
    assets: Mapping[str, bytes]
    """Style sheets and images by name, relative to ``templates/assets/``."""
    catalogues: Mapping[str, bytes]
    """gettext catalogues by language."""


def read_templates(repository: Path, root: Path) -> TemplateSet:
    """Read the repository's templates; those of the project root win where it has its own.

    Raises:
        SourceError: A template or catalogue is no regular file, is too large, cannot be read,
            is not UTF-8 or keeps changing.
    """
    folders = [repository / "templates"]
    if root.resolve() != repository.resolve():
        folders.append(root / "templates")
    files = read_at_one_moment(folders, lambda: _read_all(folders))
    try:
        templates = {n: b.decode("utf-8") for n, b in files.items() if n.endswith(".html")}
    except UnicodeDecodeError as error:
        raise SourceError(f"Una plantilla no está en UTF-8: {error}.") from error
    return TemplateSet(
        templates=templates,
        assets={n.removeprefix("assets/"): b for n, b in files.items() if n.startswith("assets/")},
        catalogues={
            n.removeprefix("locales/").removesuffix(".po"): b
            for n, b in files.items()
            if n.startswith("locales/") and n.endswith(".po")
        },
    )


def _read_all(folders: list[Path]) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): _read(path)
        for folder in folders
        for path in sorted(_files_in(folder))
    }


def _files_in(folder: Path) -> Iterator[Path]:
    """Every file but hidden ones; what is published may not come from elsewhere by a link."""
    if folder.is_symlink():
        raise _refused(folder)
    for at, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(at, name)
            if path.is_symlink() and not name.startswith("."):
                raise _refused(path)
        yield from (Path(at, name) for name in names if not name.startswith("."))


def _read(path: Path) -> bytes:
    try:
        body = read_regular(path, _MAX_BYTES)
    except OSError as error:
        raise SourceError(f"No se puede leer {path}: {error.strerror}.") from error
    if body is None:
        raise _refused(path)
    if len(body) > _MAX_BYTES:
        raise SourceError(f"La plantilla {path} pasa de {_MAX_BYTES} bytes.", hint="Acórtela.")
    return body


def _refused(path: Path) -> SourceError:
    return SourceError(f"{path} no es un archivo común y no se lee, por seguridad.", hint=_COPY_IT)
