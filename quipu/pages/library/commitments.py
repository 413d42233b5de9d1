"""Pure. The page of commitments: what was agreed, by whom, until when, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from quipu.model.register_codes import AgreementBody
from quipu.model.registers import Agreement
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.library.shelves import AGREEING, other_rooms
from quipu.pages.library.tags import COMMITMENTS, topic_name
from quipu.pages.page import Page
from quipu.pages.system.commission import due_words
from quipu.pages.system.guiding import guide_links
from quipu.pages.system.proofs import proof_view, text_of, when_words
from quipu.registers.standing import Due, due_state
from quipu.views import CommitmentRow, CommitmentsPage, Fact, Link

_ORDER = (Due.OVERDUE, Due.SOON, Due.OPEN, Due.UNDATED, Due.DONE, Due.DROPPED)


def commitment_pages(book: Book) -> Iterator[Page]:
    """The page of commitments, also where none is on record."""
    page = book.path("commitments")
    view = commitments_page(book, page)
    yield Page(path=page, template="commitments", language=book.language.code, view=view)


def commitment_paths(book: Book) -> Iterator[str]:
    """Its file."""
    yield book.path("commitments")


def commitments_page(book: Book, page: str) -> CommitmentsPage:
    """Make the page of commitments."""
    language = book.language
    _, agreements = language._, book.catalog.registers.agreements
    told = [(due_state(one, book.edition.as_of), one) for one in agreements]
    told.sort(key=lambda pair: (_ORDER.index(pair[0]), pair[1].due or date.max, pair[1].ref_area))
    counts = Counter(state for state, _one in told)
    return CommitmentsPage(
        frame=frame(
            book,
            page,
            title=_("Compromisos"),
            description=_(
                "Lo que acordaron las comisiones regionales anticorrupción y a lo que se "
                "comprometieron los gobiernos regionales: quién responde, hasta cuándo y cómo va."
            ),
            section="system",
            alternates=counterparts(book, "commitments"),
        ),
        notes=(
            _(
                "El estado se calcula al {day}. «Vencido» quiere decir que pasó la fecha y aquí no "
                "consta que se cumpliera: puede haberse cumplido sin que se publicara.",
                day=language.formats.day(book.edition.as_of),
            ),
        )
        if told
        else (),
        guides=guide_links(book, page, AGREEING),
        numbers=tuple(
            Fact(label=due_words(book, state), text=language.formats.number(counts[state], 0))
            for state in _ORDER
            if counts[state]
        ),
        rows=tuple(_row(book, one, state, page) for state, one in told),
        empty=""
        if told
        else _(
            "Todavía no se ha registrado ningún acuerdo con su responsable y su fecha. No quiere "
            "decir que no los haya: quiere decir que no se encontró un documento público que los "
            "traiga, o que nadie lo ha enviado."
        ),
        others=other_rooms(book, COMMITMENTS, page),
    )


def _row(book: Book, one: Agreement, state: Due, page: str) -> CommitmentRow:
    language = book.language
    _, day = language._, language.formats.day
    text, text_language = text_of(book, one.texts)
    words = due_words(book, state)
    if state is Due.DONE and one.done_on:
        words = _("cumplido el {day}", day=day(one.done_on))
    return CommitmentRow(
        anchor=f"{one.ref_area}-{one.id}",
        area=book.area_link(book.catalog.areas_by_code[one.ref_area], page),
        text=text,
        language=text_language,
        body={
            AgreementBody.COMMISSION: _("Comisión regional anticorrupción"),
            AgreementBody.REGIONAL_GOVERNMENT: _("Gobierno regional"),
        }[one.body],
        owner=language.text(book.catalog.registers.institutions[one.owner].names),
        agreed=when_words(book, one.agreed_on),
        due=day(one.due) if one.due else _("sin plazo"),
        state=words,
        code=state.value,
        evidence=Link(href=one.evidence, text=_("Evidencia")) if one.evidence else None,
        topics=", ".join(topic_name(book, topic) for topic in one.topics),
        proof=proof_view(book, one.proof, page),
    )
