"""Shell. One build's workbench: opens what it needs, then makes the files one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quipu import __version__
from quipu.artifact import Artifact
from quipu.assets import asset_files
from quipu.charts import FolderStore, NoCache, Store, draw, draw_map, draw_tiles
from quipu.compare import compare
from quipu.exports.api import api_files
from quipu.exports.downloads import download_files
from quipu.exports.scores_api import score_files
from quipu.exports.web import web_files
from quipu.i18n.catalogue import translations
from quipu.i18n.language import Language
from quipu.i18n.numbers import formats
from quipu.model import Catalog
from quipu.pages.benchmark.requests import benchmark_requests
from quipu.pages.book import Book, Drawings, Edition
from quipu.pages.data import citation
from quipu.pages.grounds import map_request, tile_request
from quipu.pages.plan import count_pages, plan
from quipu.pages.requests import chart_requests
from quipu.read.templates import read_templates
from quipu.render import Renderer
from quipu.score.benchmarks import benchmark
from quipu.score.derived import derived_tables

CACHE_FOLDER = ".cache/quipu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Everything a build needs, prepared once."""

    books: tuple[Book, ...]
    """One a language, the site's first language first."""
    renderer: Renderer
    assets: tuple[Artifact, ...]

    @classmethod
    def open(
        cls, catalog: Catalog, as_of: date, root: Path, repository: Path, *, use_cache: bool
    ) -> Workshop:
        """Compare, draw and read the templates.

        Args:
            catalog: Facts without errors.
            as_of: The date of the edition.
            root: The project root, whose templates win over the repository's.
            repository: Where the generator's own templates stand.
            use_cache: Whether drawings may be taken from, and left in, the root's cache.
        """
        look = read_templates(repository, root)
        assets = asset_files(look.assets)
        languages = languages_of(catalog, look.catalogues)
        panels = compare(catalog)
        benchmarks = benchmark(catalog, panels, as_of)
        derived = derived_tables(benchmarks)
        store: Store = FolderStore(root / CACHE_FOLDER) if use_cache else NoCache()
        outlines, grid = map_request(catalog), tile_request(catalog)
        drawings = Drawings(
            charts=draw(
                (
                    *chart_requests(catalog, panels, languages.values()),
                    *benchmark_requests(catalog, benchmarks, languages.values()),
                ),
                store=store,
            ),
            geometry=draw_map(outlines, store=store) if outlines else None,
            tiles=draw_tiles(grid, store=store) if grid else None,
        )
        edition = Edition(
            as_of=as_of,
            version=__version__,
            stylesheet=assets["quipu.css"].path,
            icon=assets["icon.svg"].path,
        )
        books = tuple(
            Book(
                catalog=catalog,
                panels=panels,
                benchmarks=benchmarks,
                derived=derived,
                language=language,
                languages=languages,
                drawings=drawings,
                edition=edition,
            )
            for language in languages.values()
        )
        words = {code: language.translations for code, language in languages.items()}
        return cls(
            books=books,
            renderer=Renderer(look.templates, words),
            assets=tuple(assets.values()),
        )

    @property
    def chart_count(self) -> int:
        """How many different charts were drawn, maps and grids aside."""
        return len(self.books[0].drawings.charts)

    @property
    def page_count(self) -> int:
        """How many pages there will be, in all languages."""
        return sum(count_pages(book) for book in self.books)

    def artifacts(self) -> Iterator[Artifact]:
        """Every file of the site but the manifest, made one at a time."""
        first = self.books[0]
        catalog = first.catalog
        yield from self.assets
        paths = []
        for book in self.books:
            for page in plan(book):
                paths.append(page.path)
                yield self.renderer.render(page)
        licence = first.language.text(catalog.site.licences)
        yield from download_files(catalog, citation(first), licence, first.derived)
        yield from api_files(catalog)
        yield from score_files(first.benchmarks)
        news = [
            d
            for d in catalog.documents
            if d.kind == "updates" and d.language == first.language.code
        ]
        yield from web_files(catalog.site, paths, news, first.path("updates"), first.edition.as_of)


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
