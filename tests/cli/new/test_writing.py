"""How files are written: the whole of each, or none; nothing that is there is overwritten."""

from __future__ import annotations

import resource
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quipu.cli import EXIT_USAGE
from quipu.new import KINDS, Given, root_of
from quipu.read.tree import read_tree
from quipu.save import add_file, replace_file
from tests.cli.new.roots import REPOSITORY, files_of, in_the_synthetic_root, run, small
from tests.e2e.builds import command, environment
from tests.roots import AS_OF, SOURCES, read_root, remove, write

NOBODY = 65_534
TOLD = in_the_synthetic_root()


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    """Not even one that came after everything was read."""
    there = tmp_path / "a.md"
    there.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        add_file(there, b"ours")
    assert files_of(tmp_path) == {"a.md": b"theirs"}


def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    """A name that leads out of the root is taken, not written through."""
    root = small(tmp_path / "root")
    (root / "content/pages").mkdir()
    (root / "content/pages/about.es.md").symlink_to(tmp_path / "outside.md")
    done = run(root, "page", "about", "--title-es", "Título")
    assert done.exit_code == EXIT_USAGE
    assert "ya existe y no se tocó" in done.stderr
    assert not (tmp_path / "outside.md").exists()


def test_permissions_are_kept(tmp_path: Path) -> None:
    """Of a table that grows; a new file has those of any file of the person."""
    root = small(tmp_path)
    (root / SOURCES).chmod(0o640)
    assert run(root, "source", *TOLD["source"].words()).exit_code == 0
    assert stat.S_IMODE((root / SOURCES).stat().st_mode) == 0o640
    assert run(root, "page", *TOLD["page"].words()).exit_code == 0
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    made = root / "content/pages/about.es.md"
    assert made.stat().st_mode == ordinary.stat().st_mode


def test_words_that_exist_stay_and_the_others_are_written(tmp_path: Path) -> None:
    """Of a text in two languages only the one that lacks is begun."""
    root = small(tmp_path)
    remove("content/indicators/XX-01.en.md")(root)
    before = files_of(root)
    done = run(root, "words", "XX-01")
    assert done.exit_code == 0
    assert "= content/indicators/XX-01.es.md (ya estaba y sigue igual)" in done.output
    after = files_of(root)
    assert after.pop("content/indicators/XX-01.en.md").startswith(b"---\ndefinition: >-\n")
    assert after == {path: body for path, body in before.items() if path in after}


pytestmark = pytest.mark.usefixtures("unmeasured")

_AS_NOBODY = f"""
import os, sys
from zoneinfo import ZoneInfo
from quipu.cli import main
import quipu.cli.new
zones = [ZoneInfo("America/Lima"), ZoneInfo("UTC")]
if os.geteuid() == 0:
    os.setuid({NOBODY})
main()
"""
"""What is imported and read before stays at hand when the rights are gone."""


@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_folder_without_permission(lang: str) -> None:
    """One sentence with the file and the reason, exit code 2; nothing is written or left."""
    # As root nothing is forbidden: the command steps down to a user without rights. It
    # needs a folder it can reach, which pytest's own is not.
    with tempfile.TemporaryDirectory() as reachable:
        Path(reachable).chmod(0o755)
        root = small(Path(reachable))
        for folder in (root / "data", root / "content", root / "data/indicators"):
            folder.chmod(0o555)
        before = files_of(root)
        done = subprocess.run(
            [
                *(sys.executable, "-c", _AS_NOBODY, "--root", str(root), "--lang", lang),
                *("new", "source", *TOLD["source"].words()),
            ],
            cwd=REPOSITORY,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert files_of(root) == before
        for folder in (root / "data", root / "content", root / "data/indicators"):
            folder.chmod(0o755)
    assert done.returncode == EXIT_USAGE, done.stderr
    said = {"es": "No se puede escribir", "en": "cannot be written"}[lang]
    assert said in done.stderr
    assert "data/sources.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_disk_that_is_full_leaves_the_old_table(tmp_path: Path) -> None:
    """A write that is cut short is told, the table is as it was, and nothing else is left."""
    root = small(tmp_path)
    write(SOURCES, (root / SOURCES).read_bytes() + b"S9,x,y,,,,," + b"n" * 1_900 + b"\n")(root)
    before = files_of(root)
    done = subprocess.run(
        command("--root", root, "new", "source", *TOLD["source"].words()),
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, 1_500)),
    )
    assert done.returncode == EXIT_USAGE, done.stderr
    assert "No se puede escribir" in done.stderr
    assert files_of(root) == before


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"version", "words"}))
def test_cut_off_between_files_the_root_passes(kind: str, tmp_path: Path) -> None:
    """Whatever number of its files was written, what is there has no error."""
    root = small(tmp_path)
    told = TOLD[kind]
    before = root_of(read_tree(root).files, AS_OF)
    fields = KINDS[kind].fields(before)
    names = (one.name for one in fields if one.is_asked)
    texts = {one.name: one.usual for one in fields}
    texts |= dict(zip(names, (*told.arguments, *told.options.values()), strict=False))
    draft = KINDS[kind].draft(before, Given(texts=texts), [])
    assert draft is not None
    for one in draft.writes:
        (add_file if one.is_new else replace_file)(root / one.path, one.body)
        assert [f for f in read_root(root)[1] if f.code.startswith("E")] == []
