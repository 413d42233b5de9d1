"""Shell. The files of a new project root to a folder, all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from quipu.errors import OutputError
from quipu.publish.exchange import new_sibling

_CHOOSE_OTHER = "Elija con --out una carpeta nueva, fuera del repositorio que se importa."


def checked_out(out: Path, source: Path) -> Path:
    """Refuse a folder that holds something, or that is a part of what is imported.

    Args:
        out: The folder asked for.
        source: The repository.

    Returns:
        The same folder, as an absolute path.

    Raises:
        OutputError: It cannot be the place of a new root; nothing was changed.
    """
    if out.is_symlink():
        raise OutputError(f"{out} es un enlace simbólico.", hint=_CHOOSE_OTHER)
    target, read = out.resolve(), source.resolve()
    if target == read or target.is_relative_to(read) or read.is_relative_to(target):
        raise OutputError(f"{out} y {source} están una dentro de la otra.", hint=_CHOOSE_OTHER)
    if target.exists() and not target.is_dir():
        raise OutputError(f"{out} existe y no es una carpeta.", hint=_CHOOSE_OTHER)
    if target.is_dir() and any(target.iterdir()):
        raise OutputError(f"La carpeta {out} no está vacía.", hint=_CHOOSE_OTHER)
    if not target.parent.is_dir():
        raise OutputError(
            f"No existe la carpeta {target.parent}.", hint="Créela antes, o elija otra con --out."
        )
    return target


def put_root(files: Mapping[str, bytes], target: Path) -> None:
    """Write the files beside the folder, and give them its name when all are there.

    Args:
        files: By path relative to the folder.
        target: As `checked_out` returned it.

    Raises:
        OutputError: They cannot be written; the folder is as it was.
    """
    made = new_sibling(target)
    try:
        for path, body in files.items():
            place = made / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body)
        # Takes the place of an empty folder too, and of nothing that came there meanwhile.
        made.rename(target)
    except OSError as error:
        raise OutputError(
            f"No se pudo escribir {target}: {os.strerror(error.errno or 0)}.",
            hint="No se escribió nada. Revise el espacio y los permisos, o elija otra carpeta.",
        ) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
