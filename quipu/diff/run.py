"""Shell. Holds a root against another one, or against what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from quipu.diff.facts import document_changes, fact_changes
from quipu.diff.figures import figure_changes
from quipu.diff.outcomes import edition_of, flips
from quipu.diff.report import Difference, Pages
from quipu.diff.sides import base_root
from quipu.diff.suspicions import suspicions
from quipu.errors import DataRejected, SiteError
from quipu.findings import is_blocking
from quipu.make.press import languages_of
from quipu.pipeline import REPOSITORY, Options, Progress, build, check
from quipu.publish.manifest import Manifest
from quipu.read.templates import read_templates
from quipu.vocab import Severity


def difference(
    root: Path, base: str, language: str, as_of: date | None, progress: Progress
) -> Difference:
    """Find what a change of the data changes.

    Args:
        root: The root that was changed.
        base: A folder or a revision of git that it is held against.
        language: Of what is told; the site's first one where the site does not speak it.
        as_of: The date of both editions; that of the changed one unless given.
        progress: Told how far it has come.

    Raises:
        ConfigError: There is no such base.
        DataRejected: The changed root has errors.
    """
    progress("read", 0, 0)
    now = check(root, as_of)
    if is_blocking(now.findings):
        raise DataRejected(now.findings)
    catalogues = read_templates(REPOSITORY, root).catalogues
    languages = languages_of(now.catalog, catalogues)
    spoken = languages.get(language) or next(iter(languages.values()))
    with base_root(base, root) as other:
        then = check(other, now.as_of)
        before, after = (edition_of(one.catalog, now.as_of, spoken) for one in (then, now))
        changes = figure_changes(then.catalog, now.catalog)
        return Difference(
            base=base,
            before=before,
            after=after,
            figures=changes,
            suspicions=suspicions(then.catalog, now.catalog, changes),
            flips=flips(before, after),
            pages=_pages(other, root, now.as_of, progress),
            base_errors=sum(f.severity is Severity.ERROR for f in then.findings),
            facts=fact_changes(then.catalog, now.catalog),
            documents=document_changes(then.catalog, now.catalog),
        )


def _pages(other: Path, root: Path, as_of: date, progress: Progress) -> Pages | None:
    """Build both sites, with today's generator, and hold their manifests against each other."""
    with TemporaryDirectory(prefix="quipu-diff-") as name:
        options = Options(root=root, out=Path(name) / "new", as_of=as_of)
        build(options, progress)
        try:
            build(replace(options, root=other, out=Path(name) / "old", use_cache=False), progress)
        except SiteError:
            return None
        old, new = (_hashes(Path(name) / side) for side in ("old", "new"))
    return Pages(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(p for p in new.keys() & old.keys() if new[p] != old[p])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def _hashes(site: Path) -> dict[str, str]:
    manifest = Manifest.parse((site / "manifest.json").read_text(encoding="utf-8"))
    return {f.path: f.sha256 for f in manifest.files if f.path.endswith(".html")}
