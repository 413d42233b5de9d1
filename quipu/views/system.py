"""Pure. What templates see of the pages of functions, commissions and the national view."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.library import HelpBlock
from quipu.views.parts import Frame, Link
from quipu.views.registers import AnswerView, FactView, Grid, ProofView
from quipu.views.replies import ReplyView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question that citizens ask, and what the registers answer."""

    anchor: str
    label: str
    """The question in a word or two, for the summary."""
    question: str
    answer: str
    """The short answer, in words; says so where nothing is published."""
    more: str = ""
    answers: tuple[AnswerView, ...] = ()
    """The matters it rests on."""
    shows_all: bool = False
    """Whether matters of which nothing is known are told one by one, too."""
    groups: tuple[tuple[str, str], ...] = ()
    """States and what is in each."""
    near: tuple[FactView, ...] = ()
    """What comes closest where there is no answer."""
    links: tuple[Link, ...] = ()
    """Where there is more, or how to send what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemBlock:
    """The integrity system of an area, on its page."""

    questions: tuple[QuestionView, ...]
    help_question: str
    help: HelpBlock | None
    """What others offer on what is missing; None where nothing is."""
    timeline: tuple[FactView, ...]
    """Facts on the integrity function, the newest first."""
    timeline_title: str
    commission: Link
    """The page of its commission."""
    note: str
    """By which rule a fact is to be confirmed."""
    reply: tuple[Link, ...]
    """How an institution answers; empty where the site has no such guide."""


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
    replies: tuple[ReplyView, ...]
    """What institutions of the area replied to these facts."""
    address: str
    """Its full address for ever, where the address of the site is known."""
    feed: Link
    templates: Link | None
    guides: tuple[Link, ...]
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
    grids: tuple[Grid, ...]
    years_head: tuple[str, ...]
    years: tuple[YearRow, ...]
    years_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSystem:
    """The integrity system on the first page."""

    counts: tuple[str, ...]
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DueGroup:
    """Things of one kind that somebody is to see to."""

    anchor: str
    title: str
    note: str
    rows: tuple[NewsRow, ...]
    empty: str
    """What is said where there are none."""
    others_note: str = ""
    others: tuple[Link, ...] = ()
    """Areas of which nothing is known, told together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage:
    """For CAN and SIP: what is open, due, expiring and wanted, by area."""

    frame: Frame
    intro: tuple[str, ...]
    groups: tuple[DueGroup, ...]
    send: tuple[Link, ...]
    """The guides to send what is wanted."""
