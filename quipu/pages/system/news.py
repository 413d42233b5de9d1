"""Pure. What the feed of a commission tells: each dated fact, session and agreement."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.model import Area
from quipu.model.registers import Agreement, CommissionFact, Session
from quipu.pages.book import Book
from quipu.pages.memory.changes import feed_path
from quipu.pages.memory.news import Channel, Told
from quipu.pages.system.answers import standing
from quipu.pages.system.proofs import text_of
from quipu.pages.system.timeline import anchor_of, fact_key, fact_view
from quipu.periods import UNDATED, Period
from quipu.registers.standing import when_of


def commission_channels(book: Book, area: Area) -> Iterator[Channel]:
    """The feed of a commission; none where the site has no page of it."""
    if not book.has_system or area not in book.catalog.main_areas:
        return
    page = book.path("commission", area.slug)
    told = standing(book, area)
    facts: list[CommissionFact | Session] = [*told.commissions, *told.sessions]
    entries = [
        *(_of_fact(book, fact, page) for fact in facts if when_of(fact) is not UNDATED),
        *(_of_agreement(book, agreement, page) for agreement in told.agreements),
    ]
    yield Channel(
        path=feed_path(book, "commission", area.slug),
        title=book.language._("Comisión Regional Anticorrupción {of}", of=book.language.of(area)),
        page=page,
        told=tuple(sorted(entries, key=lambda entry: (entry.day, entry.key), reverse=True)),
    )


def _of_fact(book: Book, fact: CommissionFact | Session, page: str) -> Told:
    view = fact_view(book, fact, page)
    return Told(
        key=fact_key(fact),
        title=f"{view.label}: {view.when}",
        day=_day(book, when_of(fact)),
        target=f"{page}#{anchor_of(fact)}",
        summary=view.text,
    )


def _of_agreement(book: Book, agreement: Agreement, page: str) -> Told:
    return Told(
        key=f"acuerdo {agreement.ref_area} {agreement.id}",
        title=book.language._("Acuerdo {id}", id=agreement.id),
        day=_day(book, agreement.agreed_on),
        target=f"{page}#acuerdo-{agreement.id}",
        summary=text_of(book, agreement.texts)[0],
    )


def _day(book: Book, when: Period) -> str:
    """The first day of a period, as its last may lie ahead; what lies ahead is told today."""
    return min(when.start, book.edition.as_of).isoformat()
