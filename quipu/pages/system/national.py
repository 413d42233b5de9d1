"""Pure. The national view: how many areas have what, over time, and where everything is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.page import Page
from quipu.pages.system.answers import matter_words
from quipu.pages.system.commissions import MATTERS as COMMISSION
from quipu.pages.system.doors import doors
from quipu.pages.system.functions import MATTERS as FUNCTION
from quipu.pages.system.grids import grid
from quipu.periods import UNDATED
from quipu.registers.standing import Known, Matter, standing_of
from quipu.views import SystemPage, YearRow

_OVER_TIME = (Matter.UNIT, Matter.NORM, Matter.PLAN, Matter.CHAIR, Matter.SESSION)
_FIRST_YEAR = 2019
"""The year of the first count of all commissions; what is older stands in the first row."""


def national_paths(book: Book) -> Iterator[str]:
    """The file of the page."""
    if book.has_system:
        yield book.path("system")


def national_pages(book: Book) -> Iterator[Page]:
    """The page."""
    if book.has_system:
        path = book.path("system")
        view = system_page(book)
        yield Page(path=path, template="system", language=book.language.code, view=view)


def system_page(book: Book) -> SystemPage:
    """Make the national view."""
    _ = book.language._
    page = book.path("system")
    return SystemPage(
        frame=frame(
            book,
            page,
            title=_("Sistema de integridad"),
            description=_(
                "Quién está a cargo de la integridad en cada región, si su comisión se reúne, qué "
                "ha acordado, qué falta y quién puede ayudar."
            ),
            section="system",
            alternates=counterparts(book, "system"),
        ),
        intro=(
            _(
                "Se anota lo que alguien publicó, con su fuente y su fecha. Lo que nadie publicó "
                "se cuenta aparte: no es un «no»."
            ),
        ),
        doors=doors(book, page),
        grids=(
            grid(book, page, "funciones", _("La función de integridad y sus tareas"), FUNCTION),
            grid(book, page, "comisiones", _("La comisión"), COMMISSION, "commission"),
        ),
        years_head=(
            _("Hasta el fin de"),
            *(matter_words(book.language, matter) for matter in _OVER_TIME),
        ),
        years=tuple(_years(book)),
        years_note=_(
            "Áreas de las que constaba algo vigente al fin de cada año, según los hechos con fecha "
            "que están anotados hoy; de las demás no había información o su plazo había pasado. "
            "Una columna que sube puede deberse a que se publica más."
        ),
    )


def _years(book: Book) -> Iterator[YearRow]:
    """What was current at the end of each year, by the facts that are dated."""
    registers, as_of = book.catalog.registers, book.edition.as_of
    periods = (
        *(fact.valid_at for fact in registers.functions),
        *(fact.valid_at for fact in registers.commissions),
        *(session.when for session in registers.sessions),
    )
    if all(period is UNDATED for period in periods):
        return
    total = len(book.areas)
    for year in range(_FIRST_YEAR, as_of.year + 1):
        day = min(date(year, 12, 31), as_of)
        known = registers.until(day)
        told = [standing_of(known, area.code, day) for area in book.areas]
        counts = (sum(one.answers[m].known is Known.YES for one in told) for m in _OVER_TIME)
        yield YearRow(
            year=str(year) if day.month == 12 and day.day == 31 else book.language.formats.day(day),
            cells=tuple(book.language._("{n} de {total}", n=n, total=total) for n in counts),
        )
