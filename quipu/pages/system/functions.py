"""Pure. The page of all integrity functions."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.downloads import table_links
from quipu.pages.foreign import untranslated
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.page import Page
from quipu.pages.system.answers import answer_view, standing
from quipu.pages.system.grids import count_words, grid, link_to
from quipu.pages.system.names import setup_words
from quipu.pages.system.tasks import has_tasks
from quipu.registers.standing import Matter
from quipu.views import FunctionRow, FunctionsPage, Link
from quipu.vocab import Computed

MATTERS = (
    Matter.UNIT,
    Matter.HEAD,
    Matter.TASK_RISKS,
    Matter.TASK_POLICIES,
    Matter.TASK_MONITORING,
)
_COMPUTED = (Computed.FUNCTION_ASSIGNED, Computed.FUNCTION_SETUP, Computed.MINIMUM_TASKS)


def functions_paths(book: Book) -> Iterator[str]:
    """The file of the page."""
    if book.has_system:
        yield book.path("functions")


def functions_pages(book: Book) -> Iterator[Page]:
    """The page."""
    if book.has_system:
        path = book.path("functions")
        view = functions_page(book)
        yield Page(path=path, template="functions", language=book.language.code, view=view)


def functions_page(book: Book) -> FunctionsPage:
    """Make the page of all integrity functions."""
    _ = book.language._
    page = book.path("functions")
    return FunctionsPage(
        frame=frame(
            book,
            page,
            title=_("Funciones de integridad"),
            description=_(
                "Quién está a cargo de la integridad en cada región, con qué norma y desde cuándo, "
                "según lo que se ha publicado."
            ),
            section="system",
            alternates=counterparts(book, "functions"),
        ),
        intro=(
            count_words(book, Matter.UNIT),
            _("Que nadie lo haya publicado en lo que se leyó no quiere decir que no la haya."),
            _(
                "La cantidad de hechos anotados depende de cuánto publica cada entidad y de cuánta "
                "prensa hay: no mide la integridad y no ordena a las áreas."
            ),
        ),
        grid=grid(book, page, "funciones", _("Qué consta de cada área"), MATTERS),
        rows=tuple(_row(book, area, page) for area in alphabetical(book)),
        indicators=counted(book, page, _COMPUTED),
        tasks=Link(href=relative(page, book.path("tasks")), text=_("Las tres tareas mínimas"))
        if has_tasks(book)
        else None,
        download=table_links(book, page, "registros/integrity_functions")
        if "integrity_functions" in book.catalog.registers.rows
        else (),
    )


def _row(book: Book, area: Area, page: str) -> FunctionRow:
    told, language = standing(book, area), book.language
    # What a directorate has is not what the regional government has.
    own = [f for f in told.functions if f.level.is_headquarters]
    setup = next((f.setup for f in own if f.setup is not None), None)
    deciding = told.answers[Matter.UNIT].fact
    act = next((f.act for f in own if f is deciding), "")
    return FunctionRow(
        area=link_to(book, area, page, "areas"),
        unit=answer_view(book, told, Matter.UNIT, page),
        setup="" if setup is None else setup_words(language, setup),
        act=untranslated(language, act),
        reports_to=untranslated(language, next((f.reports_to for f in own if f.reports_to), "")),
        facts=language.plural("{n} hecho", "{n} hechos", len(told.functions)),
    )


def counted(book: Book, page: str, rules: tuple[Computed, ...]) -> tuple[Link, ...]:
    """The indicators that are counted by some rules."""
    return tuple(
        book.indicator_link(indicator, page)
        for rule in rules
        for indicator in book.catalog.published_indicators
        if indicator.computed is rule
    )
