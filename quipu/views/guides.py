"""Pure. What templates see of texts to work with: guides, templates, the list of minimum tasks."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Frame, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCard:
    """A text in a list of texts."""

    link: Link
    summary: str
    language: str
    """Empty where it is that of the page."""
    files: tuple[Link, ...]
    """To download."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsPage:
    """A list of texts of one kind."""

    frame: Frame
    title: str
    cards: tuple[TextCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a reader of a guide sends in what it tells about."""

    files: tuple[str, ...]
    """The files that are changed, by their paths; empty where the guide names none."""
    edits: tuple[Link, ...]
    """Where to change each in the browser; empty where the repository's address is not set."""
    mail: Link | None
    """Whom to write to; None where it is not set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCodes:
    """The codes of areas, for who writes one."""

    title: str
    rows: tuple[tuple[str, str], ...]
    """Code and name, A to Z by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingPage:
    """A text to work with: a guide to follow, a template to complete and print."""

    frame: Frame
    title: str
    summary: str
    language: str
    """Empty where it is that of the page."""
    html: Markup
    shelf: Link
    """The list it stands in."""
    files: tuple[Link, ...]
    ways: Ways | None
    """None for what is not sent in."""
    codes: AreaCodes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCell:
    """What is known of a minimum task in an area."""

    state: str
    """Of `CoverageCell`: for CSS, never alone."""
    sign: str
    words: str
    when: str
    """Date of the evidence, written out; empty where there is none."""
    text: str
    text_language: str
    link: Link | None
    """To the document, or to the source where it has no address of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """The minimum tasks of an area."""

    area: Link
    cells: tuple[TaskCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """The minimum tasks of every area, and the list that a commission fills in."""

    frame: Frame
    intro: tuple[str, ...]
    counts: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[TaskRow, ...]
    functions: Link
    download: tuple[Link, ...]
    checklist: TextCard | None
    checklist_html: Markup
