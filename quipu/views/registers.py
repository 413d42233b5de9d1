"""Pure. What templates see of registers: facts, what they rest on, who is in charge."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.lists import CoverageCell
from quipu.views.parts import Frame, Link


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
class QuestionView:
    """A question that citizens ask, and what the registers answer."""

    anchor: str
    question: str
    answer: str
    """The short answer, in words; says so where nothing is published."""
    answers: tuple[AnswerView, ...]
    """The matters it rests on."""
    links: tuple[Link, ...]
    """Where there is more, or how to send what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemBlock:
    """The integrity system of an area, on its page."""

    questions: tuple[QuestionView, ...]
    timeline: tuple[FactView, ...]
    """Facts on the integrity function, the newest first."""
    timeline_title: str
    commission: Link
    """The page of its commission."""
    note: str
    """By which rule a fact is to be confirmed."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRow:
    """An area in the list of integrity functions."""

    area: Link
    unit: AnswerView
    setup: str
    """In words; empty where no fact tells it."""
    act: str
    reports_to: str
    facts: str
    """How many facts are on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionsPage:
    """The integrity functions of all areas."""

    frame: Frame
    intro: tuple[str, ...]
    grid: Grid
    rows: tuple[FunctionRow, ...]
    indicators: tuple[Link, ...]
    """Those that are counted in the register."""
    tasks: Link | None
    download: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionRow:
    """An area in the list of commissions."""

    area: Link
    chair: str
    session: AnswerView
    norm: AnswerView
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionsPage:
    """The commissions of all areas."""

    frame: Frame
    intro: tuple[str, ...]
    grid: Grid
    rows: tuple[CommissionRow, ...]
    national: tuple[FactView, ...]
    """What was counted in the country as a whole."""
    indicators: tuple[Link, ...]
    download: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """An institution in a commission."""

    institution: str
    seat: str
    term: str
    contact: str
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """What was agreed."""

    anchor: str
    id: str
    text: str
    text_language: str
    owner: str
    agreed: str
    due: str
    iso_due: str
    state: str
    """For CSS, never alone."""
    state_words: str
    evidence: Link | None
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """An indicator that is counted in the registers, in one area."""

    indicator: Link
    value: str
    """With its unit; empty where there is none."""
    period: str
    words: str
    """What is said where there is no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionPage:
    """The commission of an area."""

    frame: Frame
    name: str
    area: Link
    lead: tuple[str, ...]
    answers: tuple[AnswerView, ...]
    members: tuple[MemberRow, ...]
    members_note: str
    sessions: tuple[FactView, ...]
    agreements: tuple[AgreementRow, ...]
    measures: tuple[MeasureRow, ...]
    timeline: tuple[FactView, ...]
    """All facts, sessions among them, the newest first."""
    address: str
    """Its full address for ever, where the address of the site is known."""
    feed: Link
    templates: Link | None
    guide: Link | None
    all: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsRow:
    """Something due, open or wanted, of an area."""

    area: Link
    text: str
    text_language: str
    """Empty where it is that of the page."""
    when: str
    iso_date: str
    state: str
    state_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """How much was on record by the end of a year."""

    year: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemPage:
    """The national view: how many areas have what, and where each part of the site is."""

    frame: Frame
    intro: tuple[str, ...]
    doors: tuple[tuple[Link, str], ...]
    """The parts, each with a sentence on what it holds."""
    grid: Grid
    years_head: tuple[str, ...]
    years: tuple[YearRow, ...]
    years_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueGroup:
    """Things of one kind that somebody is to see to."""

    anchor: str
    title: str
    note: str
    rows: tuple[NewsRow, ...]
    empty: str
    """What is said where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage:
    """For CAN and SIP: what is open, due, expiring and wanted, by area."""

    frame: Frame
    intro: tuple[str, ...]
    groups: tuple[DueGroup, ...]
    wanted: Grid
