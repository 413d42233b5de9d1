"""Pure. What a build is made from, and the tasks it is parted into: each makes some files.

A `Setting` is all that is known once the facts are read and compared: a value that may be
sent to another process. `Press` sets it up there, once, and makes the files of any task. No
task needs another, so they may run in any order and anywhere; the bytes are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, partial

from quipu import __version__
from quipu.artifact import Artifact
from quipu.assets import asset_files
from quipu.exports.feeds import feed_files
from quipu.exports.memory import change_tables, vintage_table
from quipu.exports.pieces import area_files, indicator_files, shared_files
from quipu.exports.scores_api import score_files
from quipu.exports.selfcheck import selfcheck_files
from quipu.exports.templates import template_files
from quipu.exports.web import web_files
from quipu.i18n.catalogue import translations
from quipu.i18n.language import Language
from quipu.i18n.numbers import formats
from quipu.make.finding import pages_about
from quipu.memory.changes import History
from quipu.model import Catalog, Indicator
from quipu.pages.book import Book, Edition, Field
from quipu.pages.data import citation
from quipu.pages.easel import Drawn, Easel
from quipu.pages.memory.news import Channel, area_channels, indicator_channels, site_channels
from quipu.pages.page import Page
from quipu.pages.plan import (
    FRONT,
    area_page_of,
    front_pages,
    indicator_pages,
    page_paths,
)
from quipu.pages.shelf import Shelf
from quipu.pages.system.news import commission_channels
from quipu.pages.terms import with_terms
from quipu.read.templates import TemplateSet
from quipu.render import HTML, Renderer
from quipu.score.benchmarks import Benchmarks
from quipu.score.derived import DerivedTable
from quipu.store import Store
from quipu.vocab import AreaKind

_PAGES = "*"
"""The name under which a slice keeps the pages of its indicator; no area is called so."""
AREAS_A_TASK = 24
INDICATORS_A_TASK = 4
AHEAD = 3
"""Tasks a worker that are under way or waiting to be written: what bounds the memory."""


class Part(StrEnum):
    """What the files of a task are of."""

    FRONT = "front"
    """Pages of neither one area nor one indicator, by their name in the plan."""
    SHARED = "shared"
    """Assets, downloads, and what machines read, of neither one area nor one indicator."""
    INDICATORS = "indicators"
    AREAS = "areas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Some files of a site, in all its languages."""

    part: Part
    name: str = ""
    """Of a front page."""
    first: int = 0
    """Of the areas or indicators, counted in their order."""
    end: int = 0
    """The first one that is no longer of the task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files of a task, and the keys of the charts that they show."""

    artifacts: tuple[Artifact, ...]
    charts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything that decides the files of a site."""

    catalog: Catalog
    fields: Mapping[AreaKind, Field]
    benchmarks: Benchmarks
    derived: tuple[DerivedTable, ...]
    look: TemplateSet
    as_of: date
    history: History
    frozen: str
    """The name of the edition that the site is kept as; empty: it is today's."""
    slices: Mapping[tuple[str, str], str] | None
    """Keys of what may be kept between builds; None where nothing is."""


def tasks_of(catalog: Catalog) -> tuple[Task, ...]:
    """Every task of a build; first those that need no chart, which may still be being drawn."""
    areas, indicators = len(catalog.page_areas), len(catalog.published_indicators)
    return (
        Task(part=Part.SHARED),
        *(Task(part=Part.FRONT, name=name) for name in FRONT),
        *_blocks(Part.INDICATORS, indicators, INDICATORS_A_TASK),
        *_blocks(Part.AREAS, areas, AREAS_A_TASK),
    )


def _blocks(part: Part, count: int, size: int) -> Iterator[Task]:
    for first in range(0, count, size):
        yield Task(part=part, first=first, end=min(first + size, count))


class Press:
    """Makes the files of tasks; set up once a process."""

    def __init__(
        self,
        setting: Setting,
        ask: Callable[[], Drawn],
        shelf: Shelf | None = None,
        store: Store | None = None,
    ) -> None:
        """Open the books and compile the templates.

        Args:
            setting: What the files are made from.
            ask: Gives what the engine drew; asked when the first chart is needed.
            shelf: What earlier builds wrote out; nothing unless given.
            store: Keeps compiled templates.
        """
        catalog, look = setting.catalog, setting.look
        self._catalog = catalog
        self._assets = asset_files(look.assets)
        languages = languages_of(catalog, look.catalogues)
        self._easel = Easel(ask)
        edition = Edition(
            as_of=setting.as_of,
            version=__version__,
            stylesheet=self._assets["quipu.css"].path,
            icon=self._assets["icon.svg"].path,
            has_matrix=setting.benchmarks.matrix is not None,
            frozen=setting.frozen,
        )
        words = {code: language.translations for code, language in languages.items()}
        self._renderer = Renderer(look.templates, words, store=store)
        kept = shelf or Shelf()
        first = next(iter(setting.fields.values()), None)
        self._books = tuple(
            Book(
                catalog=catalog,
                areas=first.areas if first else (),
                panels=first.panels if first else {},
                benchmarks=setting.benchmarks,
                fields=setting.fields,
                derived=setting.derived,
                language=language,
                languages=languages,
                easel=self._easel,
                shelf=kept,
                piece=partial(self._renderer.piece, language.code),
                edition=edition,
                history=setting.history,
            )
            for language in languages.values()
        )

    def prepare(self) -> None:
        """Ask for all that the engine draws now, instead of when the first chart needs it."""
        self._easel.prepare()

    @property
    def charts(self) -> frozenset[str]:
        """The keys of the charts that the pages made so far show."""
        return frozenset(self._easel.shown)

    @cached_property
    def page_paths(self) -> frozenset[str]:
        """The files of all pages that there will be."""
        return frozenset(path for book in self._books for path in page_paths(book))

    def made(self, task: Task) -> Made:
        """The files of a task, all at once: for who sends them to another process."""
        before = self.charts
        artifacts = tuple(self.make(task))
        return Made(artifacts=artifacts, charts=self.charts - before)

    def make(self, task: Task) -> Iterator[Artifact]:
        """Make the files of a task, one at a time."""
        if task.part is Part.FRONT:
            for book in self._books:
                yield from self._rendered(front_pages(book, task.name))
        elif task.part is Part.SHARED:
            yield from self._shared()
        elif task.part is Part.INDICATORS:
            for indicator in self._catalog.published_indicators[task.first : task.end]:
                for book in self._books:
                    yield from self._of_indicator(book, indicator)
                    yield from self._fed(book, indicator_channels(book, indicator))
                yield from indicator_files(self._catalog, indicator)
                yield from vintage_table(self._books[0].history, indicator)
        else:
            for area in self._catalog.page_areas[task.first : task.end]:
                for book in self._books:
                    yield self._page(area_page_of(book, area))
                    yield from self._fed(book, area_channels(book, area))
                    yield from self._fed(book, commission_channels(book, area))
                self._easel.turn()
                yield from area_files(self._catalog, area)

    def find(self, path: str) -> Artifact | None:
        """Make one page, or give one of the assets; None for other files."""
        for asset in self._assets.values():
            if asset.path == path:
                return asset
        if path not in self.page_paths:
            return None
        page = next((page for page in pages_about(self._books, path) if page.path == path), None)
        return self._page(page) if page else None

    def _of_indicator(self, book: Book, indicator: Indicator) -> Iterator[Artifact]:
        """The pages of an indicator: kept, or made now."""
        slice_ = book.only(indicator)
        kinds = list(book.fields)
        # With several kinds a page speaks of several slices, and is not kept.
        table = None
        if len(kinds) == 1:
            table = book.shelf.table(kinds[0], indicator.id, book.language.code)
        if table is None:
            yield from self._rendered(indicator_pages(slice_, indicator))
            return
        if _PAGES not in table:
            with self._easel.noting() as charts:
                made = self._rendered(indicator_pages(slice_, indicator))
                pages = [(page.path, page.body.decode()) for page in made]
            table[_PAGES] = {"pages": pages, "charts": sorted(charts)}
        self._easel.shown.update(table[_PAGES]["charts"])
        for path, text in table[_PAGES]["pages"]:
            yield Artifact(path=path, body=text.encode(), media_type=HTML)

    def _rendered(self, pages: Iterator[Page]) -> Iterator[Artifact]:
        return map(self._page, pages)

    def _page(self, page: Page) -> Artifact:
        """A page with its terms linked."""
        book = next(book for book in self._books if book.language.code == page.language)
        return with_terms(book, self._renderer.render(page))

    def _shared(self) -> Iterator[Artifact]:
        first, catalog = self._books[0], self._catalog
        yield from self._assets.values()
        terms, day = first.language.text(catalog.site.licences), first.edition.as_of
        yield from shared_files(catalog, citation(first), terms, day, first.derived)
        yield from score_files(first.benchmarks)
        yield from template_files(catalog.documents, catalog.site.languages)
        yield from selfcheck_files(self._books)
        yield from web_files(catalog.site, self.page_paths)
        yield from change_tables(self._books, catalog.site.languages)
        for book in self._books:
            yield from self._fed(book, site_channels(book))

    def _fed(self, book: Book, channels: Iterable[Channel]) -> Iterator[Artifact]:
        """Write feeds in the language of a book."""
        return feed_files(channels, self._catalog.site, book.language.code, book.edition.as_of)


def languages_of(catalog: Catalog, catalogues: Mapping[str, bytes]) -> dict[str, Language]:
    """The languages of a site by code, its first language first."""
    found = {}
    first = catalog.site.languages[0]
    for code in catalog.site.languages:
        found[code] = Language(
            code=code,
            first=first,
            translations=translations(catalogues.get(code)),
            formats=formats(code, catalog.site.number_locale),
        )
    return found
