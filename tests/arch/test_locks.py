"""The locks: every package pinned by hash, the same in both, and no host named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LOCKS = ("build", "cluster", "dev", "lock", "audit")


def pins_of(lock: str) -> dict[str, tuple[str, int]]:
    """Return, by requirement (name and marker), the version and the number of hashes."""
    found = {}
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        head, *hashes = entry.replace(" \\", "").split("\n")
        name, _, rest = head.partition("==")
        version, _, marker = rest.partition(" ; ")
        found[f"{name} ; {marker}".strip(" ;")] = (version, len(hashes))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_by_hash(name: str, repository: Path) -> None:
    """Pip then refuses any file that is not one of those that were locked."""
    pins = pins_of((repository / f"requirements/{name}.lock").read_text(encoding="utf-8"))
    assert [p for p, (version, hashes) in pins.items() if not version or not hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name: str, repository: Path) -> None:
    """Whoever installs chooses the index; the hashes make any of them safe."""
    lock = (repository / f"requirements/{name}.lock").read_text(encoding="utf-8")
    assert re.findall(r"https?:|--index|--find-links|--extra|--trusted", lock) == []


def test_tests_run_on_the_packages_that_readers_install(repository: Path) -> None:
    """The development lock holds the build's pins, unchanged."""
    build, dev = (
        pins_of((repository / f"requirements/{name}.lock").read_text(encoding="utf-8"))
        for name in ("build", "dev")
    )
    # What the build needs on some machines only, the tests may need on all.
    found = {name: dev.get(name) or dev.get(name.split(" ;")[0]) for name in build}
    assert found == build


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_was_asked_for(name: str, repository: Path) -> None:
    """A requirement changed without ``make lock`` is found here."""
    asked = (repository / f"requirements/{name}.in").read_text(encoding="utf-8")
    pins = pins_of((repository / f"requirements/{name}.lock").read_text(encoding="utf-8"))
    versions = {requirement.split(" ;")[0]: version for requirement, (version, _) in pins.items()}
    wanted = dict(re.findall(r"^([\w.-]+)==(\S+)", asked, flags=re.MULTILINE))
    assert wanted
    assert {package: versions.get(package) for package in wanted} == wanted
