"""Pure. What templates see of practices, courses, assistance and commitments."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Fact, Frame, Link
from quipu.views.registers import ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A page of all that carries a tag."""

    link: Link
    count: str
    """How many there are, in digits."""
    is_here: bool
    """Whether it is the page at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagGroup:
    """Tags of one kind."""

    title: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A practice, a course or help that was given, in a list."""

    anchor: str
    """Of its entry on the page; empty where nothing links to it."""
    title: Link
    """Without an address where it has no page."""
    language: str
    """Of its words, where it is not that of the page; else empty."""
    area: Link
    facts: tuple[Fact, ...]
    topics: tuple[Link, ...]
    html: Markup
    """Its text; empty where it has a page of its own."""
    mark: str
    """«Hecho» or «Anunciado» for a practice; else empty."""
    is_done: bool
    """Whether the mark is that of something done."""
    state: str
    """«Resultado medido», «Ya realizado» and their like; empty where there is nothing to say."""
    is_marked: bool
    """Whether the state is one to look for: a measured result, an open course."""
    why: str
    """What the state rests on; empty where it speaks for itself."""
    link: Link | None
    """Where it can be found on the web, where that was checked."""
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Items under one heading."""

    anchor: str
    title: str
    text: str
    """What they have in common; may be empty."""
    items: tuple[Item, ...]
    empty: str
    """What is said where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """A library, or all of it that carries a tag."""

    frame: Frame
    title: str
    parents: tuple[Link, ...]
    """From the library down to the page, without it; empty for the library itself."""
    notes: tuple[str, ...]
    tags: tuple[TagGroup, ...]
    shelves: tuple[Shelf, ...]
    others: tuple[Link, ...]
    """The same tag in the other libraries; the other libraries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticePage:
    """A practice."""

    frame: Frame
    parents: tuple[Link, ...]
    item: Item
    cost: str
    conditions: str
    """What it needed; both may be empty."""
    html: Markup
    language: str
    """Of its words, where it is not that of the page; else empty."""
    others: tuple[Link, ...]
    """Practices of others on the same topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request for assistance."""

    id: str
    area: Link
    requester: str
    topics: str
    urgency: str
    state: str
    opened: str
    iso_date: str
    answer: str
    """When and by whom it was answered, or that it was not."""
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistancePage:
    """Help that was given, what is asked for, and how to ask."""

    frame: Frame
    title: str
    notes: tuple[str, ...]
    tags: tuple[TagGroup, ...]
    shelves: tuple[Shelf, ...]
    others: tuple[Link, ...]
    requests: tuple[RequestRow, ...]
    """Those that are not closed, the oldest first."""
    answered: str
    """How many were answered, and how soon where enough were."""
    letter_subject: str
    letter: str
    """A mail to fill in."""
    mail: Link | None
    """Opens it in a mail program, as a copy for the site; None where the site gives no address."""
    guides: tuple[Link, ...]
    """How to have a request put down, where the site has a guide."""
    header: str
    """The first line of the register."""
    row: str
    """A line to fill in, below it."""
    row_note: str
    """What of it is an example."""
    propose: Link | None
    """Where to change the register; None where the site names no repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """Something that was agreed, and how far it is on the day of the edition."""

    anchor: str
    area: Link
    text: str
    language: str
    """Of the text, where it is not that of the page; else empty."""
    body: str
    owner: str
    agreed: str
    due: str
    state: str
    code: str
    """``overdue``, ``soon``, ``open``, ``undated``, ``done``, ``dropped``: for CSS, never alone."""
    evidence: Link | None
    topics: str
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentsPage:
    """Agreements of commissions and regional governments."""

    frame: Frame
    notes: tuple[str, ...]
    guides: tuple[Link, ...]
    """How to add one, where the site has a guide."""
    numbers: tuple[Fact, ...]
    rows: tuple[CommitmentRow, ...]
    """What is overdue first."""
    empty: str
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """What others have to offer on one topic."""

    topic: str
    practices: tuple[Link, ...]
    """Of two other regions at most, with the year; none that was only announced."""
    more: Link | None
    """All practices on the topic; None where those above are all."""
    courses: tuple[Link, ...]
    """Open, or seen in a source; none that is over."""
    past: Link | None
    """How many courses are over, with a link to them; None where none is."""
    assistance: Link | None
    """Help that others got on it: how often; None where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItem:
    """What a region did itself, or help that it got."""

    link: Link
    when: str
    mark: str
    """«Anunciado» where a practice was only announced; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBlock:
    """Who can help a region: who assists it, what it did and got, what others did."""

    who: str
    """Who assists the regions; empty where the site has no concept that says so."""
    links: tuple[Link, ...]
    """How to ask first; what explains who assists, and the guide, where the site has them."""
    practices: tuple[OwnItem, ...]
    """Of the region itself, the newest first."""
    received: tuple[OwnItem, ...]
    """Help that it got, the newest first."""
    received_all: Link | None
    """The page of all help that it got; None where none is known."""
    title: str
    """Of the list of rows."""
    rows: tuple[HelpRow, ...]
    without: tuple[str, ...]
    """Topics on which nothing was found."""
