"""Make dist/ from a built site: what other hosts than GitHub Pages serve, and what is attested.

    python -m tools.dist [SITE [DIST]]

``web/``
    The site with a ``.gz`` beside each text, and ``_headers``: the folder to serve.
``nginx.conf``, ``Caddyfile``
    How those servers must be told to serve it.
``quipu-DAY-COMMIT.tar.gz``
    The site alone, as it was built. Made twice from one commit, the archive holds the same bytes.
``SHA256SUMS``
    Every file of dist/, for ``sha256sum --check``.

The site is verified first and left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import shutil
import sys
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from quipu.git import git
from quipu.publish.manifest import MANIFEST_PATH, BuildInfo, Manifest
from quipu.publish.verify import verify
from quipu.report import write_findings
from tools.hosts import caddyfile, nginx_conf, underscore_headers

SUMS = "SHA256SUMS"
_TEXTS = (".html", ".css", ".js", ".json", ".csv", ".svg", ".txt", ".xml", ".webmanifest")


def main(words: list[str]) -> int:
    """Make DIST (``dist``) anew from SITE (``site``); say what was made, or why nothing was."""
    site, dist = (Path(one) for one in (words + ["site", "dist"][len(words) :])[:2])
    manifest, found = verify(site)
    if manifest is None or found:
        print(write_findings(found, "es", "text"), file=sys.stderr)
        print(f"{site} no es un sitio entero: no se prepara nada.", file=sys.stderr)
        return 1
    if foreign := _foreign(dist):
        print(f"{dist} tiene algo que no hizo esta orden ({foreign}): elija otra.", file=sys.stderr)
        return 2
    shutil.rmtree(dist, ignore_errors=True)
    make_dist(site, dist, manifest, _moment(site, manifest.build))
    size_mb = sum(path.stat().st_size for path in _files(dist)) / 1_000_000
    print(f"{dist}: {len(list(_files(dist)))} archivos, {size_mb:.1f} MB")
    return 0


def make_dist(site: Path, dist: Path, manifest: Manifest, moment: datetime) -> None:
    """Write everything but the sums, then the sums: a folder without them is not whole.

    Args:
        site: A verified site.
        dist: A folder that does not exist.
        manifest: The site's.
        moment: What the files of the archive are dated with.
    """
    paths = sorted((MANIFEST_PATH, *(record.path for record in manifest.files)))
    web = dist / "web"
    for path in paths:
        body = (site / path).read_bytes()
        target = web / path
        target.parent.mkdir(parents=True, exist_ok=True)
        # Dated now: a server tells versions of a page apart by date and size, and a corrected
        # figure often has as many digits as the wrong one.
        target.write_bytes(body)
        if target.suffix in _TEXTS:
            packed = gzip.compress(body, mtime=0)
            if len(packed) < len(body):
                target.with_name(f"{target.name}.gz").write_bytes(packed)
    (web / "_headers").write_text(underscore_headers(), encoding="utf-8")
    (dist / "nginx.conf").write_text(nginx_conf(), encoding="utf-8")
    (dist / "Caddyfile").write_text(caddyfile(), encoding="utf-8")
    name = "-".join(filter(None, ("quipu", str(manifest.build.as_of), manifest.build.commit[:7])))
    (dist / f"{name}.tar.gz").write_bytes(archive(site, paths, name, moment))
    sums = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(dist).as_posix()}\n"
        for path in _files(dist)
    )
    (dist / SUMS).write_text(sums, encoding="utf-8")


def archive(site: Path, paths: list[str], top: str, moment: datetime) -> bytes:
    """Pack files below one folder, with nothing in it of the machine, its clock or its user.

    Args:
        site: Where the files are.
        paths: Relative to *site*, in the order they are packed.
        top: Name of the folder that the archive holds.
        moment: When every file was last changed, as it will say.
    """
    packed = io.BytesIO()
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in paths:
            body = (site / path).read_bytes()
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.size, entry.mode, entry.mtime = len(body), 0o644, int(moment.timestamp())
            tar.addfile(entry, io.BytesIO(body))
    return packed.getvalue()


def _moment(site: Path, build: BuildInfo) -> datetime:
    """When the edition was committed; the start of its day where no repository says it."""
    said = (
        git(site.parent, "show", "-s", "--format=%cI", "--end-of-options", build.commit)
        if build.commit
        else None
    )
    if said:
        return datetime.fromisoformat(said.decode().strip())
    return datetime.combine(build.as_of, time(), UTC)


def _foreign(dist: Path) -> str:
    """Name something in *dist* that no earlier run made, even one that was cut short."""
    made = re.compile(rf"web|nginx\.conf|Caddyfile|quipu-[\w-]+\.tar\.gz|{SUMS}")
    names = sorted(path.name for path in dist.iterdir()) if dist.exists() else []
    return next((name for name in names if not made.fullmatch(name)), "")


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
