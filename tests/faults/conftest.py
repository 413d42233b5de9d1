"""What the tests of faults share: a root to build, a small disk, and no measuring."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.builds import SMALL, Editions, editions_of
from tests.faults.disks import mounted


@pytest.fixture(autouse=True)
def _never_measured(unmeasured: None) -> None:
    """Measure no program here: all of them are killed, starved or kept from writing."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """Build two editions of the small root, which differ in one figure; nobody changes them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        return editions_of(SMALL, tmp_path_factory.mktemp("editions"))


@pytest.fixture
def editions(made: Editions, tmp_path: Path) -> Editions:
    """Return copies of the two roots, caches included, that a test may do anything with."""
    return made.copied(tmp_path / "roots")


@pytest.fixture
def out(made: Editions, tmp_path: Path) -> Path:
    """Return a folder in which the old edition is published."""
    return shutil.copytree(made.old_site, tmp_path / "published" / "site")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 640 KB."""
    with mounted(tmp_path / "disk", 640) as disk:
        yield disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 4 MB: the site of the small root fits a few times."""
    with mounted(tmp_path / "disk", 4_096) as disk:
        yield disk
