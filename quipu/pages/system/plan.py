"""Pure. Every page that is made from registers and from texts of practice, advice and concepts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quipu.pages.book import Book
from quipu.pages.library.plan import library_pages, library_paths
from quipu.pages.page import Page
from quipu.pages.system.agency_plan import agency_pages, agency_paths
from quipu.pages.system.commission import commission_pages, commission_paths
from quipu.pages.system.commissions import commissions_pages, commissions_paths
from quipu.pages.system.concepts import concept_pages, concept_paths
from quipu.pages.system.follow_up import follow_up_pages, follow_up_paths
from quipu.pages.system.functions import functions_pages, functions_paths
from quipu.pages.system.national import national_pages, national_paths
from quipu.pages.system.priorities import priority_pages, priority_paths
from quipu.pages.system.tasks import tasks_pages, tasks_paths
from quipu.pages.system.working import working_pages, working_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes some of the pages."""

    paths: Callable[[Book], Iterator[str]]
    """Their files, without making any; none where the site has nothing to show there."""
    pages: Callable[[Book], Iterator[Page]]


MAKERS: tuple[Maker, ...] = (
    Maker(paths=national_paths, pages=national_pages),
    Maker(paths=functions_paths, pages=functions_pages),
    Maker(paths=commissions_paths, pages=commissions_pages),
    Maker(paths=commission_paths, pages=commission_pages),
    Maker(paths=follow_up_paths, pages=follow_up_pages),
    Maker(paths=agency_paths, pages=agency_pages),
    Maker(paths=priority_paths, pages=priority_pages),
    Maker(paths=library_paths, pages=library_pages),
    Maker(paths=concept_paths, pages=concept_pages),
    Maker(paths=tasks_paths, pages=tasks_pages),
    Maker(paths=working_paths, pages=working_pages),
)


def system_paths(book: Book) -> Iterator[str]:
    """The file of every page."""
    for maker in MAKERS:
        yield from maker.paths(book)


def system_pages(book: Book) -> Iterator[Page]:
    """Every page."""
    for maker in MAKERS:
        yield from maker.pages(book)
