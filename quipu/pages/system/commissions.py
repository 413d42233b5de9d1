"""Pure. The page of all commissions."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.model import Area
from quipu.model.registers import CommissionFact
from quipu.pages.book import Book
from quipu.pages.downloads import table_links
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.page import Page
from quipu.pages.system.answers import answer_view, standing
from quipu.pages.system.functions import counted
from quipu.pages.system.grids import count_words, grid, link_to
from quipu.pages.system.timeline import institution_name, timeline_of
from quipu.registers.standing import Matter
from quipu.views import CommissionRow, CommissionsPage, Link
from quipu.vocab import Computed

MATTERS = (
    Matter.NORM,
    Matter.RULES,
    Matter.PLAN,
    Matter.CHAIR,
    Matter.SECRETARIAT,
    Matter.SESSION,
    Matter.AGREEMENTS,
)
COMPUTED = (
    Computed.COMMISSION_NORM,
    Computed.COMMISSION_RULES,
    Computed.COMMISSION_PLAN,
    Computed.COMMISSION_SECRETARIAT,
    Computed.CONTACT_POINTS,
    Computed.BROAD_MEMBERSHIP,
    Computed.MINUTES_PUBLISHED,
    Computed.SESSIONS_HELD,
    Computed.ATTENDANCE,
    Computed.NO_QUORUM,
    Computed.AGREEMENTS_FULFILLED,
)
_TABLES = ("commissions", "sessions", "members", "agreements", "commission_periods")


def commissions_paths(book: Book) -> Iterator[str]:
    """The file of the page."""
    if book.has_system:
        yield book.path("commissions")


def commissions_pages(book: Book) -> Iterator[Page]:
    """The page."""
    if book.has_system:
        path = book.path("commissions")
        view = commissions_page(book)
        yield Page(path=path, template="commissions", language=book.language.code, view=view)


def commissions_page(book: Book) -> CommissionsPage:
    """Make the page of all commissions."""
    _ = book.language._
    page = book.path("commissions")
    own = {area.code for area in book.catalog.page_areas}
    facts = [f for f in book.catalog.registers.commissions if f.ref_area not in own]
    kept = book.catalog.registers.rows
    return CommissionsPage(
        frame=frame(
            book,
            page,
            title=_("Comisiones regionales anticorrupción"),
            description=_(
                "Qué norma crea cada comisión, quién la preside, si se reúne y qué ha acordado, "
                "según lo que se ha publicado."
            ),
            section="system",
            alternates=counterparts(book, "commissions"),
        ),
        intro=(
            count_words(book, Matter.SESSION),
            _(
                "Una comisión no investiga ni sanciona: reúne a las entidades, propone medidas y "
                "hace seguimiento. Una sesión anunciada no es una sesión realizada, y un foro "
                "público no es una sesión."
            ),
        ),
        grid=grid(book, page, "comisiones", _("Qué consta de cada área"), MATTERS, "commission"),
        rows=tuple(_row(book, area, page) for area in alphabetical(book)),
        national=timeline_of(book, facts, page),
        indicators=counted(book, page, COMPUTED),
        download=tuple(
            Link(href=link.href, text=f"{name}.csv")
            for name in _TABLES
            if name in kept
            for link in table_links(book, page, f"registros/{name}")[:1]
        ),
    )


def _row(book: Book, area: Area, page: str) -> CommissionRow:
    told = standing(book, area)
    chair = told.answers[Matter.CHAIR].fact
    institution = chair.institution if isinstance(chair, CommissionFact) else ""
    return CommissionRow(
        area=link_to(book, area, page, "commission"),
        chair=institution_name(book, institution),
        session=answer_view(book, told, Matter.SESSION, page),
        norm=answer_view(book, told, Matter.NORM, page),
        facts=book.language.plural("{n} hecho", "{n} hechos", told.rows_on_commission),
    )
