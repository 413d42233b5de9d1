"""Pure. A file of the finished site, held in memory, with a path that any host can serve."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from quipu.model import InvariantError

__all__ = ["Artifact", "ArtifactPathError", "path_key"]

_MAX_NAME_BYTES = 255
"""No usual filesystem takes a longer name."""

# A site is also copied to USB sticks and unpacked from a ZIP on Windows, where these
# characters and names cannot stand in a path.
_UNFIT_CHARACTERS = re.compile(r'[\x00-\x1f\x7f-\x9f\\<>:"|?*\u2028\u2029]')
_RESERVED_STEMS = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"]
)


class ArtifactPathError(InvariantError):
    """An artifact has a path that could not be written everywhere, or leads out of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One file to publish."""

    path: str
    """Relative to the site's root, with forward slashes: ``regiones/cusco/index.html``."""
    body: bytes
    """The bytes as they will be served."""
    media_type: str
    """For example ``text/html; charset=utf-8``; what a host should announce."""

    def __post_init__(self) -> None:
        """Refuse a path that is not plain and relative.

        Raises:
            ArtifactPathError: Naming the path and what is wrong with it.
        """
        fault = _path_fault(self.path)
        if fault:
            raise ArtifactPathError(f"artifact path {self.path!r}: {fault}")


def path_key(path: str) -> str:
    """Fold a path to what a filesystem that ignores case and Unicode form would take it for.

    Two paths with equal keys overwrite each other on macOS and Windows.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _path_fault(path: str) -> str:
    """What is wrong with a path; empty when nothing is."""
    unfit = _UNFIT_CHARACTERS.search(path)
    if unfit:
        return f"character {unfit[0]!r} cannot stand in a file name"
    for name in path.split("/"):
        fault = _name_fault(name)
        if fault:
            return fault
    return ""


def _name_fault(name: str) -> str:
    """What is wrong with one part of a path; empty when nothing is."""
    if not name:
        return "an empty part: absolute, doubled slash or trailing slash"
    if name in {".", ".."}:
        return "a part that leads elsewhere"
    if name[-1] in ". ":
        return "a part that ends in a dot or a space, which Windows drops"
    if name.partition(".")[0].rstrip().casefold() in _RESERVED_STEMS:
        return "a name that Windows keeps for a device"
    try:
        encoded = name.encode("utf-8")
    except UnicodeEncodeError:
        return "a part that is not text"
    return f"a part above {_MAX_NAME_BYTES} bytes" if len(encoded) > _MAX_NAME_BYTES else ""
