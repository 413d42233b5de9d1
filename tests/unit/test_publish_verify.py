"""A folder is the site that was built, or every difference is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from quipu.artifact import Artifact
from quipu.cli import EXIT_DATA, cli
from quipu.publish.manifest import MANIFEST_PATH, BuildInfo
from quipu.publish.verify import verify
from quipu.publish.write import publish

Change = Callable[[Path], object]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Publish a small synthetic site."""
    out = tmp_path / "site"
    bodies = {"index.html": b"<p>1", "en/index.html": b"<p>2", ".well-known/security.txt": b"3"}
    publish(
        [Artifact(path=path, media_type="text/html", body=body) for path, body in bodies.items()],
        out,
        build=BuildInfo(version="0", as_of=date(2025, 6, 30)),
    )
    return out


def faults(folder: Path) -> list[tuple[str, str]]:
    """Code and path of everything that is found."""
    return [(found.code, found.where.path) for found in verify(folder)[1]]


def test_what_was_built_is_whole(site: Path) -> None:
    """Nothing is found, hidden files included, wherever the folder was copied to."""
    moved = site.rename(site.with_name("elsewhere"))
    manifest, found = verify(moved)
    assert manifest is not None
    assert len(manifest.files) == 3
    assert found == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda s: (s / "index.html").unlink(), ("E712", "index.html")),
        # As long as before: the hash tells, not the size.
        (lambda s: (s / "en/index.html").write_bytes(b"<p>9"), ("E713", "en/index.html")),
        (lambda s: (s / "en/new.html").write_bytes(b""), ("E714", "en/new.html")),
        (lambda s: (s / ".htaccess").write_bytes(b""), ("E714", ".htaccess")),
        (lambda s: (s / "link").symlink_to("index.html"), ("E715", "link")),
        (lambda s: (s / "etc").symlink_to("/etc"), ("E715", "etc")),
        (lambda s: os.mkfifo(s / "pipe"), ("E715", "pipe")),
        (lambda s: (s / MANIFEST_PATH).unlink(), ("E711", MANIFEST_PATH)),
        (lambda s: (s / MANIFEST_PATH).write_text("{}"), ("E711", MANIFEST_PATH)),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_each_difference_is_told(site: Path, change: Change, expected: tuple[str, str]) -> None:
    """Lost, altered, foreign and special files, each under its path."""
    change(site)
    assert faults(site) == [expected]


def test_a_link_in_the_place_of_a_file_is_told_even_with_the_same_bytes(site: Path) -> None:
    """Its target may change after the look; what publishes would follow it."""
    kept = (site / "index.html").rename(site.parent / "kept.html")
    (site / "index.html").symlink_to(kept)
    assert faults(site) == [("E715", "index.html")]


def test_a_linked_manifest_is_none(site: Path) -> None:
    """The list of what is published is a file of the folder too."""
    kept = (site / MANIFEST_PATH).rename(site.parent / "kept.json")
    (site / MANIFEST_PATH).symlink_to(kept)
    assert faults(site) == [("E711", MANIFEST_PATH)]


def test_no_file_outside_is_read(site: Path) -> None:
    """A manifest that names a path above the folder finds no file there."""
    (site.parent / "outside.txt").write_bytes(b"3")
    manifest = site / MANIFEST_PATH
    manifest.write_text(manifest.read_text().replace(".well-known/security.txt", "../outside.txt"))
    assert faults(site) == [("E712", "../outside.txt"), ("E714", ".well-known/security.txt")]


def test_the_command_says_that_a_site_is_whole(site: Path) -> None:
    """One sentence with the number of files, the manifest among them; exit code 0."""
    done = CliRunner().invoke(cli, ["verify", str(site)])
    assert (done.exit_code, done.output) == (
        0,
        f"{site}: 4 archivos, todos los del manifiesto y ninguno más.\n",
    )


def test_the_command_stops_what_would_publish_another_site(site: Path) -> None:
    """Every difference on its line, in the language asked for; exit code 1."""
    (site / "index.html").unlink()
    (site / "extra.txt").write_bytes(b"")
    done = CliRunner().invoke(cli, ["--lang", "en", "verify", str(site)])
    assert done.exit_code == EXIT_DATA
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()] == [
        ["extra.txt", "E714"],
        ["index.html", "E712"],
    ]
    assert done.stderr == f"{site} is not the site that was built (2).\n"


def test_without_a_folder_the_site_of_the_root_is_looked_at(site: Path) -> None:
    """`build` writes there unless told otherwise."""
    done = CliRunner().invoke(cli, ["--root", str(site.parent), "verify"])
    assert done.exit_code == 0, done.output
