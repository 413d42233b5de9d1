"""Where a site is not written, and that a refusal leaves everything as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quipu.artifact import Artifact
from quipu.errors import OutputConflictError, OutputError, PublishBlocked
from quipu.findings import Finding
from quipu.model import Location
from quipu.publish.manifest import BuildInfo
from quipu.publish.target import checked_target
from quipu.publish.write import Step, publish
from tests.faults.publisher import artifacts_of, publish_version, version_of

PUBLISHER = Path(__file__).with_name("publisher.py")
BUILD = BuildInfo(version="v2", as_of=date(2025, 1, 31))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with a published site of version v1."""
    folder = tmp_path / "site"
    publish_version(folder, "v1")
    return folder


def assert_untouched(out: Path) -> None:
    """The site of before stands, and nothing else was left beside it."""
    assert version_of(out) == "v1"
    assert sorted(p.name for p in out.parent.iterdir()) == [".site.lock", "site"]


def run_publisher(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the publishing program to its end."""
    return subprocess.run(
        [sys.executable, str(PUBLISHER), *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    """A file with the name of the output stays."""
    path = tmp_path / "site"
    path.write_text("mine")
    with pytest.raises(OutputError, match="no es una carpeta"):
        publish_version(path, "v1")
    assert path.read_text() == "mine"


def test_a_part_of_the_path_is_a_file(tmp_path: Path) -> None:
    """A folder cannot be made below a file, which is said in words."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="no es una carpeta"):
        publish_version(tmp_path / "file" / "site", "v1")


@pytest.mark.parametrize("points_to", ["folder", "nothing"])
def test_a_link_is_no_output_folder(tmp_path: Path, points_to: str) -> None:
    """What a link points to is never replaced through it."""
    if points_to == "folder":
        (tmp_path / "folder").mkdir()
    link = tmp_path / "site"
    link.symlink_to(tmp_path / points_to)
    with pytest.raises(OutputError, match="enlace simbólico"):
        publish_version(link, "v1")
    assert link.is_symlink()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    """A folder that no build wrote is not ours to replace."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="no escribió este programa"):
        publish_version(tmp_path / "site", "v1")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]
    assert (tmp_path / "site" / "thesis.txt").read_text() == "mine"


def test_a_manifest_of_another_program_is_not_ours(tmp_path: Path) -> None:
    """Web applications have a manifest.json too; ours has our mark."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "manifest.json").write_text('{"name": "app", "start_url": "/"}')
    with pytest.raises(OutputError, match="no escribió este programa"):
        publish_version(tmp_path / "site", "v1")


def test_a_site_under_version_control_is_refused(out: Path) -> None:
    """Replacing the folder would throw away its history."""
    (out / ".git").mkdir()
    with pytest.raises(OutputError, match="repositorio git"):
        publish_version(out, "v2")
    assert (out / ".git").is_dir()


def test_files_that_appear_while_waiting_are_safe(tmp_path: Path) -> None:
    """What somebody put there while the build waited for its turn is not replaced."""
    out = tmp_path / "site"

    def put_a_file_there(step: Step) -> None:
        if step is Step.LOCKED:
            out.mkdir()
            (out / "thesis.txt").write_text("mine")

    with pytest.raises(OutputError, match="no escribió este programa"):
        publish_version(out, "v1", on_step=put_a_file_there)
    assert (out / "thesis.txt").read_text() == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """An empty folder holds nothing to lose."""
    (tmp_path / "site").mkdir()
    publish_version(tmp_path / "site", "v1")
    assert version_of(tmp_path / "site") == "v1"


@pytest.mark.parametrize("where", ["/", "~", ".", "..", "site/..", "kept", "kept/.."])
def test_folders_of_value_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """The root, the home, the working folder, the project's, and all that contain them."""
    work = tmp_path / "work"
    for folder in (work, work / "site", work / "kept", tmp_path / "home"):
        folder.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(OutputError, match="No se publica en") as refused:
        checked_target(Path(where).expanduser(), keep=[Path("kept")])
    assert refused.value.hint


def test_a_folder_inside_the_working_folder_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual case: ``site`` in the project, with parents made when missing."""
    monkeypatch.chdir(tmp_path)
    assert checked_target(Path("site"), keep=[Path()]) == tmp_path / "site"
    publish_version(Path("a/b/site"), "v1")
    assert version_of(tmp_path / "a/b/site") == "v1"


def test_no_permission_to_write(out: Path) -> None:
    """A folder that may not be written gives one sentence and a hint, no traceback."""
    # As root nothing is forbidden: the program steps down to a user without rights. It
    # needs a folder it can reach, which pytest's own is not.
    with tempfile.TemporaryDirectory() as reachable:
        Path(reachable).chmod(0o555)
        as_whom = ["--as-nobody"] if os.geteuid() == 0 else []
        done = run_publisher(Path(reachable) / "site", "v2", *as_whom)
        assert list(Path(reachable).iterdir()) == []
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.startswith("OutputError No se pudo escribir el sitio en ")
    assert "falta permiso" in done.stdout
    assert_untouched(out)


def test_files_above_the_limit(out: Path) -> None:
    """A file that the system cuts short ends the build; the old site stays."""
    done = run_publisher(out, "v2", "--max-file", 1000)
    assert (done.returncode, done.stderr) == (3, "")
    assert "supera el tamaño" in done.stdout
    assert_untouched(out)


def test_a_full_disk(tiny_disk: Path) -> None:
    """The build that does not fit is told so; the site that did fit stays whole."""
    out = tiny_disk / "site"
    publish_version(out, "v1")
    with pytest.raises(OutputError, match="no queda espacio") as full:
        publish_version(out, "v2", size=20_000)
    assert "Libere espacio" in full.value.hint
    assert_untouched(out)


def test_a_mount_point_cannot_be_replaced(tiny_disk: Path) -> None:
    """The folder where a disk hangs has no name to give away; a folder in it has."""
    with pytest.raises(OutputError, match="punto de montaje") as refused:
        publish_version(tiny_disk, "v1")
    assert "dentro de ella" in refused.value.hint
    assert not list(tiny_disk.iterdir())


def artifact(path: str) -> Artifact:
    """Return a small artifact."""
    return Artifact(path=path, body=b"v2\n", media_type="text/plain")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/x.html", "a/x.html"),
        ("a/x.html", "A/X.HTML"),
        ("café.txt", "cafe\u0301.txt"),
        ("straße", "STRASSE"),
        ("a", "a/x.html"),
        ("a/x.html", "A"),
        ("manifest.json", "b"),
        ("b", "Manifest.JSON"),
        ("manifest.json/x", "b"),
    ],
)
def test_two_artifacts_of_one_path(out: Path, one: str, other: str) -> None:
    """Two claims on a path end the build, also where only some systems confuse them."""
    with pytest.raises(OutputConflictError) as conflict:
        publish([artifact(one), artifact(other)], out, build=BUILD)
    assert "«" in conflict.value.message
    assert_untouched(out)


def test_what_making_an_artifact_raises_passes_through(out: Path) -> None:
    """An error of a source is not told as an error of the output."""

    def failing() -> Iterator[Artifact]:
        yield artifact("a")
        raise PermissionError(13, "a source cannot be read")

    with pytest.raises(PermissionError, match="a source cannot be read"):
        publish(failing(), out, build=BUILD)
    assert_untouched(out)


def test_errors_of_the_inspection_block(out: Path) -> None:
    """The inspected site is complete; an error keeps it from being published."""
    finding = Finding(code="E101", where=Location(path="index.html"))
    seen: list[str] = []

    def inspect(folder: Path) -> list[Finding]:
        seen.append(version_of(folder))
        return [finding]

    with pytest.raises(PublishBlocked) as blocked:
        publish(artifacts_of("v2", 3), out, build=BUILD, inspect=inspect)
    assert blocked.value.findings == (finding,)
    assert seen == ["v2"]
    assert_untouched(out)


def test_an_inspection_without_errors_publishes(out: Path) -> None:
    """Warnings and notes do not keep a site from being published."""
    steps: list[Step] = []
    publish(artifacts_of("v2", 3), out, build=BUILD, inspect=lambda _: [], on_step=steps.append)
    assert version_of(out) == "v2"
    assert steps[-4:] == [Step.INSPECTED, Step.SYNCED, Step.SWAPPED, Step.REMOVED]
