"""Pure. What templates see of replies."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from quipu.views.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """What an institution replied, as it wrote it."""

    area: Link
    title: str
    institution: str
    date: str
    iso_date: str
    answers: tuple[Link, ...]
    html: Markup
    language: str
    """Of its words; empty where it is that of the page."""
    source: Link
    is_translation: bool
    """Whether the words are those of the site: the original is in its first language."""
