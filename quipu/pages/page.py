"""Pure. A page that is to be rendered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: which template, with what to show, to which file."""

    path: str
    template: str
    """Name under ``templates/pages/``, without suffix."""
    language: str
    view: object
    """One of the page views; the template sees its fields by name."""
