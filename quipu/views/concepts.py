"""Pure. What templates see of concepts and of the norms of today."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Fact, Frame, Link, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptCard:
    """A concept in a list."""

    link: Link
    summary: str
    language: str
    """Empty where it is that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRow:
    """A norm in a table."""

    anchor: str
    name: str
    about: str
    language: str
    """Of what it is about; empty where it is that of the page."""
    state: str
    """In words."""
    is_verified: bool
    replaced_by: Link | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTable:
    """Norms of one state."""

    caption: str
    rows: tuple[NormRow, ...]
    has_successors: bool
    """Whether any of them names the norm of today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptsPage:
    """Every concept, and the norms of today."""

    frame: Frame
    concepts: tuple[ConceptCard, ...]
    norms: tuple[NormTable, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPage:
    """The page of a concept."""

    frame: Frame
    title: str
    summary: str
    html: Markup
    language: str
    """Empty where it is that of the page."""
    is_due: bool
    """Whether it should have been reviewed by now."""
    norms: tuple[NormRow, ...]
    """The norms that it rests on; only a name where the register does not have it."""
    facts: tuple[Fact, ...]
    sources: tuple[SourceView, ...]
    listed: Link
    """The page of all concepts."""
    others: tuple[Link, ...]
