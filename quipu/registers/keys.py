"""Pure. The key of a row of a register: made of what the row says, wherever it stands.

A line of a table moves when another one is added or taken away above it; a key does not. It
changes with the words of the fact, and then what was said of it is to be looked at again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from textwrap import shorten

KEY_LENGTH = 8
"""Hexadecimal digits."""
_PROOF = ("confidence", "source", "document", "date_seen", "review_by")
_DATES = ("valid_at", "date", "agreed_on", "time_period", "opened", "starts", "due")
_TEXTS = ("statement", "text", "description", "outcome", "basis")
_CODES = ("institution", "task", "state")
LONGEST = 60
"""Characters of the beginning of a text."""


def row_key(cells: Mapping[str, str]) -> str:
    """The key of a row.

    Args:
        cells: The row by column. What it rests on and its notes do not count, nor do empty
            cells: neither another source nor a new column makes another fact of it. The order of
            the columns in the file does not count either.

    Returns:
        The first 8 hexadecimal digits of the SHA-256 of the list of its columns and cells, by
        name of the column, as JSON.
    """
    own = sorted([column, cell] for column, cell in cells.items() if cell and _is_own(column))
    body = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]


def _is_own(column: str) -> bool:
    return column not in _PROOF and not column.startswith("note_")


def row_text(cells: Mapping[str, str], language: str, longest: int = LONGEST) -> str:
    """The beginning of what a row says in a language; empty where it has no such text."""
    columns = (f"{stem}_{language}" for stem in _TEXTS)
    text = next((cells[column] for column in columns if cells.get(column)), "")
    return shorten(text, longest, placeholder="…")


def row_words(cells: Mapping[str, str], language: str, longest: int = LONGEST) -> str:
    """A row in a few words, to know it again: its date and the beginning of what it says."""
    date = next((cells[column] for column in _DATES if cells.get(column)), "")
    codes = " ".join(cells[column] for column in _CODES if cells.get(column))
    return ", ".join(filter(None, (date, row_text(cells, language, longest) or codes)))
