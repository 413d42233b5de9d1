"""Pure. What templates see of registers: facts, what they rest on, who is in charge."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.lists import CoverageCell
from quipu.views.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofView:
    """What a fact rests on."""

    sources: tuple[Link, ...]
    """Each to the address of the source, or to the list of sources of the site."""
    document: Link | None
    """The very document, where it has an address of its own."""
    seen: str
    """The date that the source shows, written out; empty where it shows none."""
    confidence: str
    """``A``, ``B``, ``C``."""
    confidence_text: str
    note: str
    note_language: str
    """Empty where it is that of the page."""
    origin: str
    """``data/registers/sessions.csv:12``."""
    key: str
    """``sessions 1a2b3c4d``: how a reply names the fact; empty where none can."""
    origin_href: str
    """The line in the repository, where its address is known."""
    is_stale: bool
    """Whether the fact is to be confirmed."""
    review: str
    """Until when it needed no confirmation, in words; empty where none is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact in a timeline."""

    anchor: str
    when: str
    """Written out; words that say so where there is no date."""
    iso_date: str
    """For ``<time>``; empty where it is not a day, month or year."""
    label: str
    """What it is about."""
    marks: tuple[str, ...]
    """«previsto», «dependencia», …"""
    state: str
    """``done``, ``planned``, ``not_done``: for CSS, never alone."""
    text: str
    language: str
    """Empty where it is that of the page."""
    facts: tuple[str, ...]
    """Act, who it answers to, counts: short texts."""
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What is known of a matter in an area."""

    matter: str
    """Its code, for anchors."""
    label: str
    state: str
    """Of `CoverageCell`: for CSS, never alone."""
    sign: str
    words: str
    """«sí», «no», «por confirmar», «previsto», «sin información publicada»."""
    text: str
    """The deciding fact, or empty."""
    text_language: str
    when: str
    proof: ProofView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """An area in a grid of matters."""

    area: Link
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Areas by matters: what is known of each."""

    id: str
    title: str
    counts: tuple[str, ...]
    """A sentence a matter: how many areas, of how many, and how many without information."""
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[CoverageCell, ...]
