"""Pure. Any words to codes: unaccented letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_AREA = 60


def plain(text: str) -> str:
    """The text without accents, and without what no code may hold."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def area_code(geocode: str) -> str:
    """The code of the contract for one of a repository; empty where there can be none."""
    code = re.sub(r"[^A-Z0-9]+", "-", plain(geocode).upper()).strip("-")
    return code if len(code) <= _LONGEST_AREA else ""
