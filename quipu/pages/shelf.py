"""Pure. What earlier builds wrote out, by the slice it was made from.

A slice is an indicator in the areas of one kind: `quipu.make.slices` says what goes into its key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Table = dict[str, Any]
"""Pieces of one slice in one language, as JSON holds them, by a name within the slice."""


class Shelf:
    """Tables of pieces, each under the key of its slice."""

    def __init__(
        self,
        keys: Mapping[tuple[str, str], str] | None = None,
        read: Callable[[str], str | None] = lambda _key: None,
    ) -> None:
        """Keep pieces of slices.

        Args:
            keys: By kind of areas and indicator. None keeps nothing at all.
            read: What was kept under a key; None where nothing that can be trusted is.
        """
        self._keys = keys
        self._read = read
        self._tables: dict[str, Table] = {}
        self._before: dict[str, int] = {}

    def table(self, kind: str, indicator: str, language: str) -> Table | None:
        """The pieces of a slice, to take from and to add to; None where nothing is kept."""
        if self._keys is None:
            return None
        key = f"{self._keys[kind, indicator]}-{language}"
        if key not in self._tables:
            kept = self._read(key)
            self._tables[key] = json.loads(kept) if kept is not None else {}
            self._before[key] = len(self._tables[key])
        return self._tables[key]

    def added(self) -> Iterator[tuple[str, str]]:
        """The keys and texts of the tables that something was added to."""
        for key, table in self._tables.items():
            if len(table) > self._before[key]:
                yield key, json.dumps(table, ensure_ascii=False)
