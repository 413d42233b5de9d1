"""Shell. Templates, style sheets and translations to text and bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quipu.errors import SourceError


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
        SourceError: A template or catalogue cannot be read or is not UTF-8.
    """
    files: dict[str, bytes] = {}
    folders = [repository / "templates"]
    if root.resolve() != repository.resolve():
        folders.append(root / "templates")
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                files[path.relative_to(folder).as_posix()] = _read(path)
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


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"No se puede leer {path}: {error.strerror}.") from error
