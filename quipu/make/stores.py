"""Shell. Where a root keeps what makes its next build faster."""

from __future__ import annotations

from pathlib import Path

from quipu.charts import FolderStore, NoCache
from quipu.store import Store

CACHE_FOLDER = ".cache/quipu"


def store_of(root: Path, *, use_cache: bool = True) -> Store:
    """The cache of a root; one that keeps nothing where none is wanted."""
    return FolderStore(root / CACHE_FOLDER) if use_cache else NoCache()
