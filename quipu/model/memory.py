"""Pure. What was published before: editions, why figures changed, addresses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quipu.model.facts import Localised, Location

FigureKey = tuple[str, str, str]
"""Indicator, area and period; undated figures of an area are counted: ``#1``, ``#2``…"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What an indicator measured when its figures were published."""

    unit: str
    """Its code."""
    unit_name: str
    """What it is called in the site's first language: a code may come to mean another unit."""
    type: str
    direction: str


ReasonMark = tuple[str, str, str, str, str, str, str]
"""What a declared reason is of: indicator, area, period, before, after, kind and day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenEdition:
    """A dated edition that stays as it was published."""

    name: str
    """For example ``2026-11``; part of its address."""
    date: str
    """The day it speaks of, YYYY-MM-DD."""
    file_count: int
    size_bytes: int
    """Of its files together."""
    sha256: str
    """Of its archive, 64 lower-case hexadecimal digits."""
    notes: Localised
    figures: Mapping[FigureKey, str]
    """Values as they were published, in the unit of the indicator; what was missing is not here."""
    definitions: Mapping[str, Definition]
    """By indicator id."""
    reasons: Collection[ReasonMark]
    """Those that were declared by then: they explain nothing that came after."""
    origin: Location = field(compare=False)


class RevisionKind(StrEnum):
    """Why a published figure changes: two things that readers must be able to tell apart."""

    REVISION = "revision"
    """The publisher has better data, as planned or announced."""
    CORRECTION = "correction"
    """There was a mistake, here or at the publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why figures that were published changed, in a contributor's words."""

    indicator: str
    ref_area: str
    """Empty: all areas."""
    time_period: str
    """Empty: all periods."""
    before: str
    """The value that was published; empty when the row stands for several figures."""
    after: str
    """The value that stands instead; empty when it was withdrawn, or for several figures."""
    kind: RevisionKind
    date: str
    """The day of the change, YYYY-MM-DD."""
    texts: Localised
    origin: Location = field(compare=False)

    @property
    def mark(self) -> ReasonMark:
        """What tells it from other reasons; its words may be mended."""
        subject = (self.indicator, self.ref_area, self.time_period)
        return (*subject, self.before, self.after, self.kind.value, self.date)

    @property
    def is_of_one(self) -> bool:
        """Whether it stands for a single figure."""
        return bool(self.ref_area and self.time_period)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAddress:
    """An address that was published once, and so always answers."""

    address: str
    """With a slash at the end, relative to the root of the site; empty: the root itself."""
    target: str
    """Where it leads today, ``/`` being the root; empty while the page still stands there."""
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """All that a root remembers of what it published."""

    editions: tuple[FrozenEdition, ...] = ()
    """Oldest first."""
    reasons: tuple[Reason, ...] = ()
    """In file order."""
    addresses: tuple[PublishedAddress, ...] = ()
