"""The option that rewrites what the golden sites are held against."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``; known when this folder is named: ``pytest tests/golden``."""
    parser.addoption("--update-golden", action="store_true", help="rewrite expected/")


@pytest.fixture(scope="session")
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite the expected files; never where a machine decides (CI)."""
    wanted = bool(request.config.getoption("--update-golden", default=False))
    if wanted and os.environ.get("CI"):
        pytest.fail("--update-golden is for a person who reads the difference, not for CI")
    return wanted
