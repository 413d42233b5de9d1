"""Pure. What a report calls what it speaks of, as text that is nothing but text."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.diff.markdown import inert
from quipu.diff.outcomes import Edition
from quipu.i18n.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What indicators and areas are called, on whichever side has them."""

    sides: tuple[Edition, Edition]
    """That which is looked at first, then the other."""

    @property
    def language(self) -> Language:
        """The language of what is told."""
        return self.sides[0].language

    def indicator(self, code: str) -> str:
        """An indicator, with its code."""
        for edition in self.sides:
            known = edition.catalog.indicators_by_id.get(code)
            if known is not None:
                return f"{inert(edition.language.text(known.names))} ({code})"
        return code

    def subject(self, code: str) -> str:
        """A group or an indicator."""
        for edition in self.sides:
            group = edition.catalog.groups_by_id.get(code)
            if group is not None:
                return inert(edition.language.text(group.names) or code)
        return self.indicator(code)

    def area(self, code: str) -> str:
        """An area."""
        for edition in self.sides:
            known = edition.catalog.areas_by_code.get(code)
            if known is not None:
                return inert(edition.language.text(known.names))
        return code
