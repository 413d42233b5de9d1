"""Pure. The integrity system of an area, as five questions that citizens ask."""

from __future__ import annotations

from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import first_kind
from quipu.pages.library.help import help_for
from quipu.pages.system.answers import review_note, standing
from quipu.pages.system.guiding import REPLY, guide_links
from quipu.pages.system.questions import agreed, in_charge, meets, missing, tasks
from quipu.pages.system.timeline import timeline_of
from quipu.registers.gaps import gap_topics
from quipu.views import Link, SystemBlock


def system_block(book: Book, area: Area, page: str) -> SystemBlock | None:
    """The integrity system of an area; None where the root keeps no registers of it."""
    if not book.has_system or area.kind is not first_kind(book):
        return None
    told, _ = standing(book, area), book.language._
    commission = relative(page, book.path("commission", area.slug))
    return SystemBlock(
        questions=(
            in_charge(book, told, page),
            tasks(book, told, page),
            meets(book, told, page, commission),
            agreed(book, told, page, commission),
            missing(book, told, page),
        ),
        help=help_for(book, area, gap_topics(told, book.catalog.registers.topics), page),
        help_question=_("¿Quién puede ayudar?"),
        timeline=timeline_of(book, told.functions, page, told),
        timeline_title=book.language.plural(
            "{n} hecho anotado sobre la función de integridad",
            "{n} hechos anotados sobre la función de integridad",
            len(told.functions),
        ),
        commission=Link(
            href=commission,
            text=_("Comisión Regional Anticorrupción {of}", of=book.language.of(area)),
        ),
        note=review_note(book.language),
        reply=guide_links(book, page, REPLY),
    )
