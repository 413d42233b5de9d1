"""Pure. What templates see of agencies: the facts on them, cards of advice, the self-check."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Fact, Frame, Link, TableView
from quipu.views.registers import FactView, ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyBlock:
    """The agency of an area, for the page of the area."""

    state: str
    """In words, with its date; that nothing is published, where nothing is."""
    text: str
    """What the source says; empty where there is none."""
    language: str
    """Of the text; empty where it is that of the page."""
    proof: ProofView | None
    link: Link
    """To what the site knows of agencies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView:
    """An area and what is known of its agency."""

    anchor: str
    area: Link
    state: str
    when: str
    is_stale: bool
    facts: tuple[FactView, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLink:
    """A card of advice among others."""

    link: Link
    point: str
    """At which decision it helps; empty where the card does not say."""
    summary: str
    language: str
    """Of title and summary; empty where it is that of the page."""
    counts: str
    """How many questions and measures it has, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """The cards of a family of risk."""

    anchor: str
    title: str
    cards: tuple[CardLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A risk in the register."""

    anchor: str
    title: str
    """Process and stage."""
    area: Link
    text: str
    language: str
    marks: tuple[str, ...]
    """Category, state, whether it is told in short."""
    levels: tuple[Fact, ...]
    """Likelihood, impact, inherent, residual."""
    controls: tuple[FactView, ...]
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesPage:
    """Which areas have an agency by the register, the cards, and the register of risks."""

    frame: Frame
    lead: str
    agencies: tuple[AgencyView, ...]
    unknown: tuple[Link, ...]
    """Areas of which no source was found."""
    groups: tuple[CardGroup, ...]
    selfcheck: Link | None
    risks: tuple[RiskView, ...]
    bands: TableView
    forms: tuple[Link, ...]
    """The empty tables to fill in."""
    contact: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceQuestion:
    """A question of a card."""

    number: str
    text: str
    language: str
    means: str
    """What yes means, in words."""
    kind: str
    """``risk`` or ``control``: for CSS, never alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MitigationView:
    """A measure of a card."""

    text: str
    language: str
    norm: str
    norm_about: str
    """What the norm is about; empty where it is not known."""
    is_verified: bool
    """Whether the norm was read in a source."""
    effort: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvicePage:
    """A card of advice."""

    frame: Frame
    title: str
    summary: str
    language: str
    """Of title, summary and text; empty where it is that of the page."""
    facts: tuple[Fact, ...]
    """Family of risk, decision."""
    html: Markup
    questions: tuple[AdviceQuestion, ...]
    mitigations: tuple[MitigationView, ...]
    indicators: tuple[Link, ...]
    agencies: Link
    selfcheck: Link
    others: tuple[Link, ...]
    """The cards before and after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSection:
    """The questions of a card in the self-check."""

    anchor: str
    title: str
    language: str
    link: Link
    questions: tuple[AdviceQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckPage:
    """All questions of all cards, to be printed and filled in by hand."""

    frame: Frame
    title: str
    file: Link
    """The same for a word processor."""
    agencies: Link
    about: tuple[str, ...]
    """What is written down of who answers."""
    answers: tuple[str, ...]
    """The answers to tick, each with its box."""
    results: tuple[str, ...]
    """What is written down of what was counted."""
    counts: str
    """How many questions there are, of which kind."""
    steps: tuple[str, ...]
    """How to count, one step a sentence."""
    sections: tuple[CheckSection, ...]
