"""Pure. Facts of registers in the order of time, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from quipu.model.register_codes import FactStatus, SessionOutcome
from quipu.model.registers import CommissionFact, FunctionFact, Institution, Session
from quipu.pages.book import Book
from quipu.pages.foreign import filled, untranslated
from quipu.pages.system.names import (
    commission_event,
    function_event,
    level_words,
    session_words,
    setup_words,
    status_words,
)
from quipu.pages.system.proofs import iso_date, proof_view, text_of, when_words
from quipu.registers.review import is_to_be_confirmed, review_day
from quipu.registers.standing import Standing, when_of
from quipu.views import FactView

DatedFact = FunctionFact | CommissionFact | Session
_KEY_LENGTH = 12


def fact_view(book: Book, fact: DatedFact, page: str, *, is_state: bool = True) -> FactView:
    """A fact as a page tells it.

    Args:
        book: The facts.
        fact: One of them.
        page: The page that tells it.
        is_state: Whether nothing newer was told of its matter: only then is it to be confirmed.
    """
    when = when_of(fact)
    text, text_language = text_of(book, fact.statements)
    return FactView(
        anchor=anchor_of(fact),
        when=when_words(book, when),
        iso_date=iso_date(when),
        label=_label(book, fact),
        marks=tuple(mark for mark in _marks(book, fact) if mark),
        state=_state(fact),
        text=text,
        language=text_language,
        facts=_facts(book, fact),
        proof=proof_view(
            book,
            fact.proof,
            page,
            is_stale=is_state and is_to_be_confirmed(fact, book.edition.as_of),
            until=review_day(fact) if is_state else None,
        ),
    )


def anchor_of(fact: DatedFact) -> str:
    """Where a fact stands on its page: by what it says, so that rows may move in their file."""
    return f"h-{fact_key(fact)}"


def fact_key(fact: DatedFact) -> str:
    """What tells a fact apart for ever: its area, date, matter and sentence."""
    about = fact.outcome if isinstance(fact, Session) else fact.event
    apart = ""
    if isinstance(fact, FunctionFact):
        apart = fact.level
    elif isinstance(fact, Session):
        apart = fact.kind or ""
    else:
        apart = fact.institution
    text = next(iter(fact.statements.values()), "")
    parts = (fact.ref_area, when_of(fact).code, about, apart, text)
    return sha256(" ".join(parts).encode()).hexdigest()[:_KEY_LENGTH]


def timeline_of(
    book: Book, facts: Iterable[DatedFact], page: str, told: Standing | None = None
) -> tuple[FactView, ...]:
    """Facts of several registers, the newest first and the undated last.

    Args:
        book: The facts.
        facts: Those to tell.
        page: The page that tells them.
        told: How their area stands: facts that decide nothing there are history.
    """
    found = sorted(
        facts, key=lambda f: (when_of(f).sort_key, f.proof.origin.path, f.proof.origin.line)
    )
    states = None if told is None else {id(answer.fact) for answer in told.answers.values()}
    return tuple(
        fact_view(book, fact, page, is_state=states is None or id(fact) in states)
        for fact in reversed(found)
    )


def institution_name(book: Book, key: str) -> str:
    """The name of an institution in the language of the book; empty for none."""
    institution: Institution | None = book.catalog.registers.institutions.get(key)
    return book.language.text(institution.names) if institution else ""


def _label(book: Book, fact: DatedFact) -> str:
    if isinstance(fact, FunctionFact):
        return function_event(book.language, fact.event)
    if isinstance(fact, CommissionFact):
        return commission_event(book.language, fact.event)
    return session_words(book.language, fact.kind, fact.outcome)


def _marks(book: Book, fact: DatedFact) -> tuple[str, ...]:
    if isinstance(fact, FunctionFact):
        return status_words(book.language, fact.status), level_words(book.language, fact.level)
    if isinstance(fact, CommissionFact):
        return (status_words(book.language, fact.status),)
    return ()


def _state(fact: DatedFact) -> str:
    if isinstance(fact, Session):
        return {
            SessionOutcome.HELD: "done",
            SessionOutcome.NO_QUORUM: "not_done",
            SessionOutcome.CALLED: "planned",
        }[fact.outcome]
    known = {FactStatus.PLANNED: "planned", FactStatus.NOT_DONE: "not_done"}
    return known.get(fact.status, "done")


def _facts(book: Book, fact: DatedFact) -> tuple[str, ...]:
    """What is known besides, as short texts."""
    if isinstance(fact, FunctionFact):
        found = _of_function(book, fact)
    elif isinstance(fact, CommissionFact):
        act = untranslated(book.language, fact.act)
        found = (act, institution_name(book, fact.institution), term_words(book, fact))
    else:
        found = _of_session(book, fact)
    return tuple(text for text in found if text)


def _of_function(book: Book, fact: FunctionFact) -> tuple[str, ...]:
    _ = book.language._
    setup = "" if fact.setup is None else setup_words(book.language, fact.setup)
    office = untranslated(book.language, fact.reports_to)
    return (
        untranslated(book.language, fact.act),
        _("modalidad: {text}", text=setup) if setup else "",
        filled(_("responde ante: {text}"), text=office) if office else "",
    )


def _of_session(book: Book, fact: Session) -> tuple[str, ...]:
    _, found = book.language._, []
    if fact.members is not None and fact.attended is not None:
        counts = {"attended": fact.attended, "members": fact.members}
        found.append(_("asistieron {attended} de {members}", **counts))
    if fact.minutes_published:
        day = book.language.formats.day(fact.minutes_published)
        found.append(_("acta publicada el {day}", day=day))
    return tuple(found)


def term_words(book: Book, fact: CommissionFact) -> str:
    """The term of a chair or a plan, in words; empty where neither end is known."""
    _, day = book.language._, book.language.formats.day
    if fact.starts and fact.ends:
        return _("del {start} al {end}", start=day(fact.starts), end=day(fact.ends))
    if fact.starts:
        return _("desde el {start}", start=day(fact.starts))
    return _("hasta el {end}", end=day(fact.ends)) if fact.ends else ""
