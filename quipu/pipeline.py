"""Shell. The whole build on one page: read, check, compare, draw, render, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from quipu import __version__
from quipu.artifact import Artifact
from quipu.edition import edition_of
from quipu.errors import DataRejected
from quipu.findings import Finding, in_order, is_blocking
from quipu.memory.guard import Reference, guard
from quipu.model import Catalog, FrozenEdition, Localised, PublishedAddress
from quipu.pages.standing import check_addresses
from quipu.parse.catalog import parse_catalog
from quipu.parse.consequences import without_consequences
from quipu.parse.registers.figures import without_ahead
from quipu.read.tree import read_tree
from quipu.rules import check as check_rules

if TYPE_CHECKING:
    from quipu.make.press import Setting
    from quipu.make.preview import Preview
    from quipu.pages.easel import Drawn
    from quipu.store import Store

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person at the terminal may choose."""

    root: Path
    out: Path
    as_of: date | None = None
    base_url: str = ""
    use_cache: bool = True
    jobs: int = 1
    """How many processes may make the pages."""
    scheduler: str = ""
    """Address of a Dask scheduler whose workers make the pages; wins over *jobs*."""
    frozen: str = ""
    """The name of the edition that the site is kept as; empty: it is today's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a build went."""

    pages: int
    charts: int
    files: int
    size_bytes: int
    seconds: float
    findings: tuple[Finding, ...]
    """Warnings and notes, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A catalog with what was found while reading it."""

    catalog: Catalog
    findings: tuple[Finding, ...]
    as_of: date
    commit: str


def check(root: Path, as_of: date | None = None, references: Sequence[Reference] = ()) -> Checked:
    """Read and check a project root; builds nothing.

    Args:
        root: The folder that holds ``data/`` and ``content/``.
        as_of: The date of the edition; the last commit's unless given.
        references: What was published, besides the last edition: figures may not differ from
            it without a reason.
    """
    tree = read_tree(root)
    findings = list(tree.findings)
    catalog = parse_catalog(tree.files, findings)
    commit, day = edition_of(root, catalog.site.time_zone)
    edition = as_of or day
    catalog = without_ahead(catalog, edition)
    findings += check_rules(catalog, edition)
    findings += guard(catalog, edition, references)
    findings += check_addresses(catalog)
    told = in_order(without_consequences(findings))
    return Checked(catalog=catalog, findings=told, as_of=edition, commit=commit)


Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done and how much there is (0 where it is not counted)."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def _unheard(_sentence: Localised) -> None:
    """Tell nobody."""


def build(
    options: Options,
    progress: Progress = silent,
    tell: Callable[[Localised], None] = _unheard,
    show: Callable[[Preview], None] | None = None,
) -> Report:
    """Build and publish a site.

    Args:
        options: Where from, where to and how.
        progress: Told how far the build has come.
        tell: Told, in both languages of messages, what went another way than asked for.
        show: Given what makes single pages, as soon as any can be made.

    Returns:
        What was built.

    Raises:
        DataRejected: The data or content have errors; nothing was rendered.
        PublishBlocked: The finished pages did not pass inspection; the old site stands.
        SiteError: Anything else that a person can mend.
    """
    # What only a build needs is imported when it is needed: checking stays quick, and the
    # engine draws while the rest is still being read.
    from quipu.make.engine import engine
    from quipu.make.stores import store_of

    start = perf_counter()
    store = store_of(options.root, use_cache=options.use_cache)
    with engine(store) as drawing:
        progress("read", 0, 0)
        checked = check(options.root, options.as_of)
        if is_blocking(checked.findings):
            raise DataRejected(checked.findings)
        catalog = _standing_at(checked.catalog, options.base_url)
        drawing.expect(catalog)
        progress("compare", 0, 0)
        from quipu.make.setting import make_setting

        setting = make_setting(
            catalog,
            checked.as_of,
            options.root,
            REPOSITORY,
            is_kept=options.use_cache,
            threads=options.jobs,
            frozen=options.frozen,
        )
        ask = partial(drawing.drawn, catalog)
        if show is not None:
            from quipu.make.preview import Preview

            show(Preview(setting, ask, store))
        workshop = _Workshop(setting=setting, store=store, ask=ask)
        return _published(
            options, checked, workshop, _Ears(start=start, progress=progress, tell=tell)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Workshop:
    """What files are made from, and with what."""

    setting: Setting
    store: Store
    ask: Callable[[], Drawn]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ears:
    """Who is told what, and since when."""

    start: float
    progress: Progress
    tell: Callable[[Localised], None]


def _published(options: Options, checked: Checked, workshop: _Workshop, ears: _Ears) -> Report:
    """Make the files of a setting and put them in the place of the old ones."""
    from quipu.make.crew import Hands, made_by
    from quipu.make.press import Press, tasks_of
    from quipu.pages.addresses import EDITIONS_FOLDER
    from quipu.pages.shelf import Shelf
    from quipu.publish.archive import unpacked
    from quipu.publish.look import Expected, look_over
    from quipu.publish.manifest import BuildInfo
    from quipu.publish.write import Step, publish

    progress, setting, store = ears.progress, workshop.setting, workshop.store
    shelf = Shelf(setting.slices, store.get)
    press = Press(setting, workshop.ask, shelf, store)
    kept = () if options.frozen else setting.catalog.memory.editions
    told = _remembered(options.root, kept, setting.catalog.memory.addresses, press.page_paths)
    if is_blocking(told):
        raise DataRejected((*checked.findings, *told))
    total, charts = len(press.page_paths), set[str]()
    hands = Hands(jobs=options.jobs, scheduler=options.scheduler)
    tasks = tasks_of(setting.catalog)
    made = made_by(hands, press, setting, workshop.ask, tasks, charts=charts, tell=ears.tell)

    expected = Expected(pages=press.page_paths, catalog=setting.catalog, frozen=options.frozen)

    def inspect(folder: Path) -> Sequence[Finding]:
        progress("inspect", 0, 0)
        return look_over(folder, expected, store)

    manifest = publish(
        chain(
            _counted(made, lambda done: progress("write", done, total)),
            *(unpacked(options.root, e.name, f"{EDITIONS_FOLDER}{e.name}/") for e in kept),
        ),
        options.out,
        build=BuildInfo(version=__version__, as_of=checked.as_of, commit=checked.commit),
        inspect=inspect,
        on_step=lambda step: progress("wait", 0, 0) if step is Step.WAITING else None,
        keep=(options.root, REPOSITORY),
    )
    for key, text in shelf.added():
        store.put(key, text)
    return Report(
        pages=total,
        charts=len(charts),
        files=len(manifest.files) + 1,
        size_bytes=sum(record.size_bytes for record in manifest.files),
        seconds=perf_counter() - ears.start,
        findings=in_order((*checked.findings, *told)),
    )


def _remembered(
    root: Path,
    editions: Sequence[FrozenEdition],
    addresses: Sequence[PublishedAddress],
    pages: AbstractSet[str],
) -> tuple[Finding, ...]:
    """What was published and would not answer any more."""
    from quipu.memory.ledger import check_ledger, moved
    from quipu.publish.archive import altered_archives

    standing = pages - moved(addresses).keys()
    return (*altered_archives(root, editions), *check_ledger(addresses, standing))


def _counted(artifacts: Iterable[Artifact], tell: Callable[[int], None]) -> Iterator[Artifact]:
    """Pass artifacts on, and tell how many pages have gone by."""
    done = 0
    for artifact in artifacts:
        if artifact.path.endswith(".html"):
            done += 1
            tell(done)
        yield artifact


def _standing_at(catalog: Catalog, base_url: str) -> Catalog:
    """The catalog of a site at another address than its settings say, when one is given."""
    if not base_url:
        return catalog
    return replace(catalog, site=replace(catalog.site, base_url=base_url.rstrip("/") + "/"))
