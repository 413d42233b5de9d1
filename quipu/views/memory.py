"""Pure. What templates see of the past and of what is to come: changes, editions, releases."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.parts import Frame, Link, TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A published figure that changed."""

    anchor: str
    date: str
    iso_date: str
    indicator: Link
    area: Link
    period: str
    before: str
    """Exactly as it was published; never rounded. Empty: of many figures, without their values."""
    after: str
    """What stands instead, or words that say that it was withdrawn; empty as *before*."""
    kind: str
    """«Revisión» or «Corrección»; empty where nobody said why."""
    reason: str
    reason_language: str
    """Empty where it is that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesBlock:
    """The changes of what a page shows."""

    rows: tuple[ChangeView, ...]
    """The newest first."""
    more: str
    """How many older ones are not listed, in words; empty where all are."""
    all: Link
    """The log of all changes."""
    feed: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """How fresh the figures of an indicator are."""

    state: str
    """``current``, ``due``, ``old``, ``historic``, ``wanted``, ``open``: for CSS, never alone."""
    text: str
    detail: str
    """Until when, and by which rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """The log of changes of published figures."""

    frame: Frame
    block: ChangesBlock
    policy: Link
    editions: Link
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """An edition in the list of all."""

    link: Link
    date: str
    iso_date: str
    note: str
    note_language: str
    """Empty where it is that of the page."""
    facts: str
    """How many files, and how large."""
    archive: Link
    """Its files in one, whose hash is told."""
    sha256: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsPage:
    """Every edition that was frozen."""

    frame: Frame
    rows: tuple[EditionRow, ...]
    """The newest first."""
    empty: str
    """What is said where there are none."""
    changes: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """What is expected of an indicator."""

    indicator: Link
    when: str
    iso_date: str
    badge: Badge
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """When new figures are expected."""

    frame: Frame
    announced: tuple[ReleaseRow, ...]
    """Those whose publisher gave a date, the next first."""
    expected: tuple[ReleaseRow, ...]
    """Those whose figures grow old on a known day, the first to do so first."""
    others: tuple[ReleaseRow, ...]
    """Those of which neither is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangleView:
    """How the figures of an indicator changed from edition to edition."""

    note: str
    table: TableView | None
    """None while no figure changed."""
    download: Link
