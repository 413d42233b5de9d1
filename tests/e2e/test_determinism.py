"""Same facts, same bytes: on any machine, in any folder, with or without a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.builds import (
    AS_OF,
    MAP_ROOT,
    REPOSITORY,
    SMALL_ROOT,
    built,
    copied,
    environment,
    run,
    whole_site,
)

MACHINES = {
    "tokyo": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"},
    "lima": {
        "PYTHONHASHSEED": "4294967295",
        "TZ": "America/Lima",
        "LC_ALL": "es_PE.UTF-8",
        "LANG": "es_PE.UTF-8",
        "LANGUAGE": "es",
    },
}


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the national data: builds leave the repository's cache alone."""
    return copied(REPOSITORY, tmp_path_factory.mktemp("national"))


def test_the_national_site_is_the_same_on_two_machines(national: Path, tmp_path: Path) -> None:
    """Hash seed, time zone, locale, output folder, working folder and cache change no byte."""
    one = built(
        *(national, tmp_path / "one" / "site", "--no-cache"), env=environment(**MACHINES["tokyo"])
    )
    cold = built(
        *(national, tmp_path / "another" / "place"),
        cwd=tmp_path,
        env=environment(**MACHINES["lima"]),
    )
    assert cold == one
    assert (national / ".cache").is_dir()
    warm = built(national, tmp_path / "one" / "site")
    assert warm == one


@pytest.mark.parametrize("root", [SMALL_ROOT, MAP_ROOT], ids=["six-regions", "with-map"])
def test_a_synthetic_site_is_the_same_on_two_machines(root: Path, tmp_path: Path) -> None:
    """What the national data lack (a break, a composite, an inset) is as repeatable."""
    sites = []
    for name, machine in MACHINES.items():
        copy = copied(root, tmp_path / name)
        sites.append(built(copy, tmp_path / f"{name}-site", env=environment(**machine)))
    assert sites[0] == sites[1]


def test_a_read_only_root_is_built(tmp_path: Path) -> None:
    """A root that may only be read gives the same site, and nothing is left in it."""
    root = copied(SMALL_ROOT, tmp_path / "root")
    first = built(root, tmp_path / "site", "--no-cache")
    root.chmod(0o555)
    try:
        assert built(root, tmp_path / "site") == first
    finally:
        root.chmod(0o755)


def test_the_root_may_stand_anywhere(tmp_path: Path) -> None:
    """A root outside the repository, named relative to the working folder, with odd letters."""
    root = copied(SMALL_ROOT, tmp_path / "año 1 & más")
    there = built(root, tmp_path / "there")
    words = ("--root", "año 1 & más", "build", "--out", "here", "--as-of", AS_OF)
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert whole_site(tmp_path / "here") == there


def test_the_default_folder_is_the_roots_site(tmp_path: Path) -> None:
    """Without ``--out`` and without a command the site stands in the root."""
    root = copied(SMALL_ROOT, tmp_path / "root")
    done = run("--root", root)
    assert done.returncode == 0, done.stderr
    assert (root / "site" / "index.html").is_file()
