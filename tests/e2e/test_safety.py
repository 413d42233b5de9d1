"""Whatever is wrong with the input, the site stays, and the exit code says what it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.builds import AS_OF, SMALL_ROOT, built, copied, run, snapshot


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the synthetic root, its cache and its site, all built once."""
    folder = tmp_path_factory.mktemp("first")
    built(copied(SMALL_ROOT, folder / "root"), folder / "site")
    return folder


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    """Return a copy of the root, with a warm cache."""
    return shutil.copytree(first / "root", tmp_path / "root")


@pytest.fixture
def out(first: Path, tmp_path: Path) -> Path:
    """Return a copy of the site that the root gave."""
    return shutil.copytree(first / "site", tmp_path / "site")


def beside(out: Path) -> list[str]:
    """List what a build left beside the site, but for the lock that stays."""
    return sorted(
        path.name
        for path in out.parent.iterdir()
        if path.name.startswith(f".{out.name}.") and path.name != f".{out.name}.lock"
    )


BAD_DATA = {
    "a decimal comma": ("9.5,A,A,S1", '"9,5",A,A,S1', "E218"),
    "an area that does not exist": ("EJ-O,2024,", "EJ-X,2024,", "EJ-X"),
    "a source that does not exist": ("9.5,A,A,S1", "9.5,A,A,S9", "E304"),
    "the same row twice": ("EJ-I,2024,20", "EJ-O,2024,20", "E302"),
    "a word for no value": ("9.5,A,A,S1", "nan,A,A,S1", "E221"),
    "a share above a hundred": ("EJ-O,2024,9.5", "EJ-O,2024,109.5", "E307"),
    "a formula that failed": ("EJ-O,2024,9.5", "EJ-O,2024,#¡REF!", "E232"),
}


@pytest.mark.parametrize("mistake", BAD_DATA)
def test_bad_data_keep_the_site_byte_for_byte(mistake: str, root: Path, out: Path) -> None:
    """Exit code 1, the finding with its place and code, and the old site untouched."""
    good, bad, sign = BAD_DATA[mistake]
    before = snapshot(out)
    table = root / "data" / "indicators" / "E1-01.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count(good) == 1
    table.write_text(text.replace(good, bad), encoding="utf-8")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 1
    assert re.search(r"data/indicators/E1-01\.csv:\d+:\d+ E\d{3} ", done.stdout)
    assert sign in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(out) == before
    assert beside(out) == []
    checked = run("--root", root, "check", "--as-of", AS_OF)
    assert checked.returncode == 1
    assert sign in checked.stdout


WRONG_USAGE = {
    "unknown option": ["build", "--speed", "fast"],
    "unknown command": ["publish"],
    "not a day": ["build", "--as-of", "yesterday"],
    "unknown language": ["--lang", "fr", "build"],
    "unknown format": ["check", "--format", "xml"],
}


@pytest.mark.parametrize("mistake", WRONG_USAGE)
def test_wrong_usage_ends_with_two(mistake: str, root: Path, tmp_path: Path) -> None:
    """What was typed wrong is told in a sentence; nothing is built."""
    done = run("--root", root, *WRONG_USAGE[mistake], cwd=tmp_path)
    assert done.returncode == 2
    assert WRONG_USAGE[mistake][-1] in done.stderr or "--speed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_a_root_that_does_not_exist_ends_with_two(tmp_path: Path) -> None:
    """The folder is named, with what to do."""
    done = run("--root", tmp_path / "nowhere", "build")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "--root" in done.stderr


def test_a_failing_template_is_told_and_keeps_the_site(root: Path, out: Path) -> None:
    """The template and the page are named; the old site stands."""
    before = snapshot(out)
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "region.html").write_text("{{ no_such_field }}")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 2
    assert "region" in done.stderr
    assert "no_such_field" in done.stderr
    assert snapshot(out) == before


def test_a_page_that_fails_inspection_is_not_published(root: Path, out: Path) -> None:
    """A script that a template lets in keeps the old site; the finding names the page."""
    before = snapshot(out)
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "404.html").write_text("<script>1</script>")
    done = run("--root", root, "build", "--out", out, "--as-of", AS_OF)
    assert done.returncode == 1
    assert "404.html" in done.stdout
    assert "E701" in done.stdout
    assert snapshot(out) == before
