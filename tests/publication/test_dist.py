"""dist/: what other hosts serve and what is attested, made from a whole site alone."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import tarfile
import time
from datetime import date
from pathlib import Path

import pytest

from quipu.artifact import Artifact
from quipu.publish.manifest import BuildInfo
from quipu.publish.verify import verify
from quipu.publish.write import publish
from tools.dist import main
from tools.hosts import HASHED, HEADERS, underscore_headers

BODIES = {
    "index.html": b"<p>" + b"1" * 500,
    "en/index.html": b"<p>2",
    "datos/T-01.csv": b"a,b\n" * 99,
    "datos/todo.zip": b"PK" * 200,
    ".well-known/security.txt": b"Contact: x\n" * 20,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Publish a small synthetic site."""
    out = tmp_path / "site"
    publish(
        [Artifact(path=p, media_type="text/html", body=body) for p, body in BODIES.items()],
        out,
        build=BuildInfo(version="0", as_of=date(2025, 6, 30), commit="0123456789abcdef"),
    )
    return out


def files(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_folder_to_serve_is_the_site_and_what_is_packed(site: Path, tmp_path: Path) -> None:
    """Every file as it was built, hidden ones too, and a .gz where it is the smaller one."""
    dist = tmp_path / "dist"
    assert main([str(site), str(dist)]) == 0
    packed = {"index.html.gz", "datos/T-01.csv.gz", ".well-known/security.txt.gz"}
    assert files(dist / "web") - {"manifest.json.gz"} == {
        *BODIES,
        *packed,
        "manifest.json",
        "_headers",
    }
    for path, body in BODIES.items():
        assert (dist / "web" / path).read_bytes() == body
    for path in packed:
        body = gzip.decompress((dist / "web" / path).read_bytes())
        assert body == BODIES[path.removesuffix(".gz")]


def test_the_site_stays_what_its_manifest_says(site: Path, tmp_path: Path) -> None:
    """Nothing is written into it."""
    main([str(site), str(tmp_path / "dist")])
    assert verify(site)[1] == ()


def test_what_is_served_is_dated_when_it_was_made(site: Path, tmp_path: Path) -> None:
    """Never by its edition: servers would take a corrected page of equal length for the old one."""
    start = time.time() - 2  # file systems count time more coarsely than clocks
    main([str(site), str(tmp_path / "dist")])
    web = tmp_path / "dist" / "web"
    assert [path for path in files(web) if (web / path).stat().st_mtime < start] == []


def test_the_sums_hold_for_the_usual_tool(site: Path, tmp_path: Path) -> None:
    """Every file but the sums themselves; ``sha256sum`` finds each one as it is told."""
    dist = tmp_path / "dist"
    main([str(site), str(dist)])
    listed = {line.split("  ")[1] for line in (dist / "SHA256SUMS").read_text().splitlines()}
    assert listed == files(dist) - {"SHA256SUMS"}
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=dist, check=False
    )
    assert checked.returncode == 0


def test_the_archive_is_the_site_and_unpacks_to_it(site: Path, tmp_path: Path) -> None:
    """One folder, named for the edition, that the manifest in it holds true for."""
    main([str(site), str(tmp_path / "dist")])
    name = "quipu-2025-06-30-0123456"
    with tarfile.open(tmp_path / "dist" / f"{name}.tar.gz") as tar:
        assert {entry.name for entry in tar} == {
            f"{name}/{path}" for path in (*BODIES, "manifest.json")
        }
        # Early 3.11 knows no filters; later ones warn without.
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(tmp_path / "unpacked")  # noqa: S202 - packed by the fixture
    assert verify(tmp_path / "unpacked" / name)[1] == ()


def test_made_twice_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Whoever builds the commit again can compare the archive with the attested one."""
    sums = []
    for name in ("one", "two"):
        dist = tmp_path / name
        for path in site.rglob("*"):
            path.touch()
        assert main([str(site), str(dist)]) == 0
        sums.append(hashlib.sha256((dist / "SHA256SUMS").read_bytes()).hexdigest())
    assert sums[0] == sums[1]


def test_a_second_time_nothing_of_the_first_is_left(site: Path, tmp_path: Path) -> None:
    """A page that the site no longer has leaves the folder that is served."""
    dist = tmp_path / "dist"
    main([str(site), str(dist)])
    (dist / "web" / "gone.html").write_bytes(b"")
    (dist / "SHA256SUMS").unlink()  # as when it was cut short
    assert main([str(site), str(dist)]) == 0
    assert "web/gone.html" not in files(dist)


def test_a_folder_of_somebody_else_is_kept(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what this command made is removed by it."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "thesis.txt").write_text("mine")
    assert main([str(site), str(tmp_path / "dist")]) == 2
    assert files(tmp_path / "dist") == {"thesis.txt"}
    assert "elija otra" in capsys.readouterr().err


def test_a_site_that_was_touched_is_not_packed(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told, and the dist that was there stays."""
    dist = tmp_path / "dist"
    main([str(site), str(dist)])
    before = files(dist)
    (site / "en/index.html").write_bytes(b"<p>9")
    assert main([str(site), str(dist)]) == 1
    assert "en/index.html E713" in capsys.readouterr().err
    assert files(dist) == before


def test_the_headers_file_says_each_header_once() -> None:
    """The hosts that read it join what several rules say of one header."""
    names = [
        line.split(":")[0].strip() for line in underscore_headers().splitlines() if ": " in line
    ]
    assert sorted(names) == sorted([*HEADERS, "Cache-Control"])


def test_every_file_kept_for_ever_has_its_hash_in_its_name(site_dir: Path) -> None:
    """In the real site: another content of such a file has another address."""
    for path in (site_dir / HASHED.strip("/")).rglob("*"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.name.split(".")[-2] == digest[:10], path.name
