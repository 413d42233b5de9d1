"""Pure. Any words to codes: unaccented letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_GEOCODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.:/+-]{0,59}")


def plain(text: str) -> str:
    """The text without accents, and without what no code may hold."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def area_code(geocode: str) -> str:
    """The code of the contract for one of a repository; empty where there can be none."""
    if not _GEOCODE.fullmatch(geocode):
        return ""
    return re.sub(r"[^A-Z0-9]+", "-", geocode.upper()).strip("-")
