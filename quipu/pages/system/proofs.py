"""Pure. Facts of registers as pages tell them, with what they rest on."""

from __future__ import annotations

from datetime import date

from quipu.model import Localised, in_language
from quipu.model.registers import Proof
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.names import confidence_words
from quipu.periods import UNDATED, Period
from quipu.registers.keys import row_key
from quipu.views import Link, ProofView


def proof_view(
    book: Book, proof: Proof, page: str, *, is_stale: bool = False, until: date | None = None
) -> ProofView:
    """What a fact rests on, as a page tells it.

    Args:
        book: For language and sources.
        proof: Of a fact.
        page: The page that tells it.
        is_stale: Whether the fact is to be confirmed.
        until: The last day on which it needs no confirmation, if it ever does.
    """
    language, site = book.language, book.catalog.site
    note, note_language = in_language(proof.notes, language.code, language.first)
    origin = proof.origin
    origin_href = ""
    if site.repository:
        origin_href = f"{site.repository}/blob/main/{origin.path}#L{origin.line}"
    return ProofView(
        sources=tuple(source_link(book, key, page) for key in proof.sources),
        document=Link(href=proof.document, text=language._("Documento"))
        if proof.document
        else None,
        seen=language.formats.known_date(proof.date_seen) if proof.date_seen else "",
        confidence=proof.confidence.value,
        confidence_text=confidence_words(language, proof.confidence),
        note=note,
        note_language="" if note_language == language.code else note_language,
        origin=str(origin),
        key=book.easel.once("keys of rows", lambda: _keys(book)).get(str(origin), ""),
        origin_href=origin_href,
        is_stale=is_stale,
        review=_review(book, until),
    )


def source_link(book: Book, key: str, page: str) -> Link:
    """A source as a link with its publisher's name."""
    source = book.catalog.sources_by_id[key]
    listed = relative(page, f"{book.path('data')}#s-{source.id}")
    own, first = book.language.code, book.language.first
    return Link(
        href=source.url or listed, text=source.publisher, language="" if own == first else first
    )


def _keys(book: Book) -> dict[str, str]:
    """How a reply names each row that tells something of an area, by where the row stands."""
    return {
        str(row.origin): f"{name} {row_key(row.cells)}"
        for name, rows in book.catalog.registers.rows.items()
        for row in rows
        if row.cells.get("ref_area")
    }


def _review(book: Book, until: date | None) -> str:
    """Until when a fact needs no confirmation; empty for one that never does, or always."""
    if until is None or until == date.min:
        return ""
    day = book.language.formats.day(until)
    if until < book.edition.as_of:
        return book.language._("por confirmar desde el {day}", day=day)
    return book.language._("se revisa después del {day}", day=day)


def text_of(book: Book, texts: Localised) -> tuple[str, str]:
    """A text, and its language where that is not the one of the page."""
    language = book.language
    text, found = in_language(texts, language.code, language.first)
    return text, "" if found == language.code else found


def when_words(book: Book, period: Period) -> str:
    """A date or a period, written out."""
    if period is UNDATED:
        return book.language._("sin fecha visible")
    return book.language.formats.period(period)


def iso_date(period: Period) -> str:
    """What ``<time>`` may hold: a day, a month or a year; else empty."""
    return period.code if period.frequency in ("day", "month", "year") else ""
