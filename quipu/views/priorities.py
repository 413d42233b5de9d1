"""Pure. What templates see of priorities, of the SWOT behind them, and of replies."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Fact, Frame, Link
from quipu.views.registers import ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotItemView:
    """An item of a SWOT."""

    anchor: str
    code: str
    text: str
    language: str
    """Empty where it is that of the page."""
    marks: str
    """Impact, certainty and their product, in words."""
    evidence: Link
    """Without ``href`` for a workshop without minutes."""
    roles: str
    roles_language: str
    period: str
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantView:
    """A quadrant of a SWOT."""

    code: str
    name: str
    side: str
    """Whether it is of the entity or of what surrounds it."""
    items: tuple[SwotItemView, ...]
    """The highest product of impact and certainty first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TowsCell:
    """A crossing of a SWOT: a side to build on, or to solve, with what surrounds the entity."""

    code: str
    question: str
    priorities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TowsRow:
    """A row of the cross table."""

    name: str
    cells: tuple[TowsCell, ...]
    """With opportunities, then with threats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action of a priority."""

    text: str
    language: str
    owner: str
    due: str
    iso_due: str
    state: str
    """``pending``, ``overdue``, ``done``, ``dropped``: for CSS, never alone."""
    state_text: str
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityView:
    """A priority of a region."""

    anchor: str
    link: Link
    """To it on the page of the region's priorities; its title is the text."""
    language: str
    """Of its words; empty where it is that of the page."""
    why: str
    html: Markup
    facts: tuple[Fact, ...]
    cites: tuple[Link, ...]
    """The items of the SWOT."""
    indicators: tuple[Link, ...]
    baseline: str
    target: str
    actions: tuple[ActionView, ...]
    progress: str
    """How many actions are done and overdue; empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPrioritiesPage:
    """The SWOT of a region and its priorities."""

    frame: Frame
    name: str
    area: Link
    lead: str
    priorities: tuple[PriorityView, ...]
    quadrants: tuple[QuadrantView, ...]
    tows: tuple[TowsRow, ...]
    """Empty where there is no priority to place."""
    guide: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesRow:
    """A region that published something."""

    area: Link
    priorities: str
    items: str
    actions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesPage:
    """Which regions published priorities, which did not, and how to send them."""

    frame: Frame
    lead: str
    rows: tuple[PrioritiesRow, ...]
    missing: tuple[Link, ...]
    guide: Link | None
    send: Link | None
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """An item that data suggest, never more than that."""

    quadrant: str
    indicator: Link
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesBlock:
    """The priorities on the page of a region, or the invitation to send them."""

    priorities: tuple[PriorityView, ...]
    page: Link | None
    """Of the region's priorities; None where it published nothing."""
    empty: str
    """What is said where there is no priority."""
    guide: Link | None
    all: Link
    """The page of all regions."""
    suggestions: tuple[SuggestionView, ...]
    suggestions_note: str
    """How to read them, or why there are none."""
