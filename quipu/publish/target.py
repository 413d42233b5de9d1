"""Shell. Where a site may be written, and what to tell a person when it cannot be."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from quipu.errors import OutputError
from quipu.publish.manifest import MANIFEST_PATH, Manifest, ManifestError

__all__ = ["checked_target", "output_errors", "published_manifest"]

_CHOOSE_OTHER = "Elija con --out una carpeta nueva, por ejemplo «site»."

_SAID_BY_ERRNO = {
    errno.ENOSPC: ("no queda espacio en el disco", "Libere espacio y repita la orden."),
    errno.EDQUOT: ("se agotó su cuota de disco", "Libere espacio y repita la orden."),
    errno.EFBIG: (
        "un archivo supera el tamaño que el sistema permite",
        "Revise el límite de tamaño de archivos (ulimit -f).",
    ),
    errno.EROFS: ("el disco es de solo lectura", "Elija con --out una carpeta de otro disco."),
    errno.EACCES: ("falta permiso de escritura", "Elija con --out una carpeta suya."),
    errno.EPERM: ("el sistema no permite escribir ahí", "Elija con --out una carpeta suya."),
    errno.ENOTDIR: ("una parte de la ruta no es una carpeta", _CHOOSE_OTHER),
    errno.EEXIST: ("una parte de la ruta no es una carpeta", _CHOOSE_OTHER),
    errno.ELOOP: ("la ruta pasa por un enlace simbólico", "Indique la carpeta real."),
    errno.ENAMETOOLONG: ("la ruta es demasiado larga", "Elija una carpeta con nombre corto."),
    errno.EMFILE: ("hay demasiados archivos abiertos", "Aumente el límite (ulimit -n)."),
    errno.ENFILE: ("hay demasiados archivos abiertos", "Cierre otros programas y repita."),
    errno.EBUSY: (
        "la carpeta es un punto de montaje o está en uso",
        "Indique con --out una carpeta dentro de ella.",
    ),
    errno.EXDEV: (
        "la carpeta es un punto de montaje",
        "Indique con --out una carpeta dentro de ella.",
    ),
}


def checked_target(out: Path, keep: Sequence[Path] = ()) -> Path:
    """Refuse to publish where something of value would be replaced.

    Args:
        out: The folder asked for.
        keep: Folders that the site may neither be nor contain, such as the project root.

    Returns:
        The same folder as an absolute path without links, named as it will be made.

    Raises:
        OutputError: It is a link, a file, the root, the home or working folder or one
            that contains them, or a folder with files that no build of ours wrote.
    """
    if out.is_symlink():
        raise OutputError(
            f"La carpeta de salida {out} es un enlace simbólico.",
            hint="Indique la carpeta real a la que apunta.",
        )
    with output_errors(out):
        target = out.resolve()
        status = _status(target)
        for kept, what in _kept_folders(keep):
            if kept.is_relative_to(target):
                raise OutputError(
                    f"No se publica en {target}: es {what} o la contiene.", hint=_CHOOSE_OTHER
                )
        if status is None:
            return target
        if not stat.S_ISDIR(status.st_mode):
            raise OutputError(f"La salida {target} existe y no es una carpeta.", hint=_CHOOSE_OTHER)
        _refuse_foreign(target)
    return target


def published_manifest(folder: Path) -> Manifest | None:
    """The manifest of a site of ours; ``None`` for any other folder or none at all."""
    try:
        return Manifest.parse((folder / MANIFEST_PATH).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ManifestError):
        return None


@contextmanager
def output_errors(where: Path) -> Iterator[None]:
    """Tell the system's errors of the block as an ``OutputError`` about *where*.

    Raises:
        OutputError: The block raised an ``OSError``, which is kept as its cause.
    """
    try:
        yield
    except OSError as error:
        reason, hint = _SAID_BY_ERRNO.get(error.errno or 0, (error.strerror or str(error), ""))
        raise OutputError(
            f"No se pudo escribir el sitio en {where}: {reason}.", hint=hint
        ) from error


def _kept_folders(keep: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    yield Path.cwd(), "la carpeta de trabajo"
    # Where no home is known (a bare container) there is none to lose.
    with suppress(RuntimeError):
        yield Path.home().resolve(), "su carpeta personal"
    for folder in keep:
        yield folder.resolve(), f"la carpeta {folder}"


def _refuse_foreign(target: Path) -> None:
    names = {entry.name for entry in os.scandir(target)}
    if names and published_manifest(target) is None:
        raise OutputError(
            f"La carpeta {target} tiene archivos que no escribió este programa.",
            hint=_CHOOSE_OTHER,
        )
    if ".git" in names:
        raise OutputError(
            f"La carpeta {target} es un repositorio git y se perdería su historia.",
            hint=_CHOOSE_OTHER,
        )


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None
