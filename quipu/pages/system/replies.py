"""Pure. Right of reply: what an institution said of a figure or a fact, beside it."""

from __future__ import annotations

from collections.abc import Collection

from quipu.model.priorities import Answered, Reply
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.names import register_names
from quipu.pages.system.priority_parts import spoken, tongue
from quipu.prose.markdown import to_html
from quipu.registers.keys import row_text
from quipu.views import Link
from quipu.views.replies import ReplyView

COMMISSION_REGISTERS = (
    *("commissions", "sessions", "agreements", "members", "commission_periods"),
)
"""Registers whose facts the page of a commission tells."""


def replies_to(
    book: Book,
    page: str,
    *,
    area: str = "",
    indicators: Collection[str] = (),
    registers: Collection[str] = (),
) -> tuple[ReplyView, ...]:
    """The replies that answer something, the newest first.

    Args:
        book: Facts and language.
        page: The page that shows them.
        area: Code of the area that replied; empty: any.
        indicators: Ids of indicators; none: no indicator counts.
        registers: Names of registers of which a line is answered; none: no line counts.
    """
    found = [
        reply
        for reply in book.catalog.stated.replies
        if (not area or reply.ref_area == area)
        and any(
            each.indicator in indicators or each.register in registers for each in reply.answers
        )
    ]
    found.sort(key=lambda reply: reply.ref_area)
    found.sort(key=lambda reply: reply.day, reverse=True)
    views = (_view(book, reply, page) for reply in found)
    return tuple(view for view in views if view is not None)


def _view(book: Book, reply: Reply, page: str) -> ReplyView | None:
    document = spoken(book, "replies", reply.name)
    if document is None:
        return None
    area = book.catalog.areas_by_code[reply.ref_area]
    return ReplyView(
        area=book.area_link(area, page),
        title=document.meta.get("title", ""),
        institution=document.meta["institution"],
        date=book.language.formats.day(reply.day),
        iso_date=reply.day.isoformat(),
        answers=tuple(_answered(book, each, page) for each in reply.answers),
        html=to_html(document.body),
        language=tongue(book, document),
        is_translation=document.language != book.language.first,
        source=Link(href=reply.source, text=book.language._("Texto original")),
    )


def _answered(book: Book, answered: Answered, page: str) -> Link:
    """What is answered: the indicator, or the register and what its row says.

    Nothing of it may hang on where the row stands: the page is kept while the reply is the same.
    """
    if answered.indicator:
        indicator = book.catalog.indicators_by_id[answered.indicator]
        return book.indicator_link(indicator, page)
    name = register_names(book).get(answered.register, answered.register)
    href = relative(page, f"datos/registros/{answered.register}.csv")
    return Link(href=href, text=f"{name}: {_said(book, answered) or answered.key}")


def _said(book: Book, answered: Answered) -> str:
    """The beginning of what a row says, in the language of the page; empty where it is not."""
    rows = book.catalog.registers.rows.get(answered.register, ())
    cells = next((row.cells for row in rows if row.origin.line == answered.line), {})
    return row_text(cells, book.language.code)
