"""What the tests of whole builds share: a synthetic country, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.country import Size, write_country


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of an invented country of 260 areas in three levels; builds keep nothing.

    Enough pages that two processes pay, and so few figures that a build takes seconds.
    """
    root = tmp_path_factory.mktemp("country") / "root"
    write_country(root, Size(areas=260, indicators=4, periods=4))
    return root
