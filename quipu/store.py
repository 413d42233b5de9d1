"""Pure. What keeps pieces from one build to the next: frames, templates, facts, pieces of pages."""

from __future__ import annotations

from typing import Protocol


class Store(Protocol):
    """Texts under keys, safe to lose.

    Keys are names of files that hold a digest of all that a text depends on.
    """

    def get(self, key: str, /) -> str | None:
        """Return the stored text, or None when there is none that can be trusted."""
        ...

    def put(self, key: str, value: str, /) -> None:
        """Keep a text; failing to keep it is no fault."""
        ...
