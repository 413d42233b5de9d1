"""Pure. What templates see of lists: rows of indicators, areas, news and coverage."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Link, TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainCard:
    """A domain in a list."""

    link: Link
    id: str
    summary: str
    counts: str
    """How many indicators with figures, partial, wanted: a sentence."""
    known: int
    """Indicators with current figures."""
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator in the list of a domain."""

    link: Link
    id: str
    definition: str
    definition_language: str
    direction: str
    state: str
    """``con cifras``, ``lista parcial``, ``falta``, ``serie histórica``."""
    state_code: str
    """``live``, ``partial``, ``wanted``, ``retired``: for CSS, never alone."""
    facts: str
    """Period and number of areas; empty without figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An area in the list of areas."""

    link: Link
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row of a long list of areas."""

    link: Link
    around: Link | None
    """The area around it, where it has one."""
    cells: tuple[str, ...]
    origin: Link | None
    """File and line of its figure, where the row has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """A piece of news."""

    anchor: str
    title: str
    date: str
    iso_date: str
    summary: str
    html: Markup
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCell:
    """What is known of one indicator in one area."""

    state: str
    """Code for CSS: reported, joint, partial, historic, missing, wanted, not_applicable."""
    sign: str
    """A letter or sign that tells the states apart without colour."""
    words: str
    """What the sign says."""
    date: str
    """Year or period, short; empty without a value."""
    title: str
    """Area, indicator, state and date, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """An area in the coverage matrix."""

    area: Link
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """The coverage matrix of one domain."""

    id: str
    name: str
    columns: tuple[Link, ...]
    """Indicators by id; the text is the id."""
    column_names: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    """The areas of the first kind; empty where they are too many for a table."""
    kinds: TableView | None
    """How many areas of the kinds that the table leaves out have a figure of their own; None where
    it leaves out none."""
    counts: str
