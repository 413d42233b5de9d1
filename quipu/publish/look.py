"""Shell. The last look at a finished folder: is every page there, and does every link lead on?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from quipu.findings import Finding
from quipu.model import Catalog, Location
from quipu.pages.addresses import ARCHIVE_SUFFIX, EDITIONS_FOLDER
from quipu.pages.frame import base_path
from quipu.publish.inspect import inspect_site
from quipu.publish.known import known_facts
from quipu.publish.leaks import without_own_words
from quipu.publish.tree import read_site
from quipu.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a finished folder is held against."""

    pages: AbstractSet[str]
    """The files of all pages that were planned."""
    catalog: Catalog
    """Its address, the editions that were frozen before, and words that are no leaks."""
    frozen: str = ""
    """The name of the edition that the folder is kept as; empty: it is the site of today."""


def look_over(folder: Path, expected: Expected, store: Store) -> tuple[Finding, ...]:
    """Find every fault of a finished site; each of them is ours.

    Frozen editions within it are left out: they were looked at when they were made, and are as
    they were then.
    """
    catalog = expected.catalog
    kept = tuple(f"{EDITIONS_FOLDER}{edition.name}/" for edition in catalog.memory.editions)
    site = read_site(folder)
    own = read_site(folder, but=kept)
    facts = known_facts(own, store)
    files: AbstractSet[str] = site.keys()
    above = ""
    if expected.frozen:
        # An edition stands in a folder of the site of today, which has all its pages too.
        above = f"{EDITIONS_FOLDER}{expected.frozen}/"
        files = {f"{before}{path}" for before in ("", above, *kept) for path in files}
        files |= {f"{folder.rstrip('/')}{ARCHIVE_SUFFIX}" for folder in kept}
        facts = {f"{above}{path}": found for path, found in facts.items()}
    problems = without_own_words(
        inspect_site(facts, files, base_path=base_path(catalog.site.base_url)), catalog
    )
    return (
        *_lacking(own, expected.pages),
        *(
            Finding(
                code="E701",
                where=Location(path=problem.path.removeprefix(above)),
                field=problem.rule,
                params={"value": problem.detail},
            )
            for problem in problems
        ),
    )


def _lacking(site: Mapping[str, bytes], planned: AbstractSet[str]) -> Iterator[Finding]:
    """The pages that were planned and not made, or made and not planned."""
    made: Iterable[str] = {path for path in site if path.endswith(".html")}
    for path in sorted(planned ^ set(made)):
        yield Finding(
            code="E701",
            where=Location(path=path),
            field="page-planned",
            params={"value": "not made" if path in planned else "not planned"},
        )
