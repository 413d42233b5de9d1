"""A site whose every text is hostile: built around the check, which would refuse most of it.

So it is the escaping alone that is seen at work. The texts are put where the facts are values:
whatever stands in a language, and the few fields that readers see besides.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from quipu.charts import NoCache
from quipu.make.crew import in_this_process
from quipu.make.engine import engine
from quipu.make.press import Press, tasks_of
from quipu.make.setting import make_setting
from quipu.model import Catalog
from quipu.publish.manifest import BuildInfo
from quipu.publish.write import publish
from tests.hostile.attacks import ALL, can_be_drawn

ATTACKS = tuple(text for text in ALL if can_be_drawn(text))
_LANGUAGES = {"es", "en"}
_SEEN = {
    "Source": ("title", "publisher", "licence", "note"),
    "Indicator": ("owner", "next_release", "framework_version"),
    "Document": ("body",),
}
"""Texts in no language of their own, by the value they belong to."""
_KEPT_META = (
    *("date", "valid_at", "review_by", "date_seen", "checked_on", "next_start"),
    "sentence",
)
"""What is no text but a day or a period, which the check reads, and a form whose braces the check
holds to their names."""

_Value = TypeVar("_Value")
Channel = tuple[str, str]
"""A sort of value and one of its fields."""


class Poison:
    """Puts every attack into every channel: as many at a time as it takes for all to be there."""

    def __init__(self, slots: Mapping[Channel, int] | None = None) -> None:
        """Count the texts of each channel, or put attacks in them where they were counted."""
        self.slots: Counter[Channel] = Counter()
        self._counted = slots

    def text(self, channel: Channel, *, between: str = " ") -> str:
        """The next attacks of a channel."""
        number = self.slots[channel]
        self.slots[channel] += 1
        if self._counted is None:
            return "x"
        at_a_time = -(-len(ATTACKS) // self._counted[channel])
        first = number * at_a_time
        found = (ATTACKS[(first + n) % len(ATTACKS)] for n in range(at_a_time))
        # Line ends and tabs stand in no text but that of documents: parsers see to that.
        return between.join(found if between != " " else (" ".join(f.split()) for f in found))

    def value(self, found: _Value) -> _Value:
        """The same value with other texts in it, and in all that it holds."""
        changed: _Value = self._in(found, ("", ""))
        return changed

    def _in(self, found: Any, channel: Channel) -> Any:  # noqa: ANN401 (any value of the model)
        if isinstance(found, Mapping):
            is_localised = bool(found) and set(found) <= _LANGUAGES
            if not is_localised:
                return found
            return {lang: self.text(channel) if text else text for lang, text in found.items()}
        if isinstance(found, tuple):
            return tuple(self._in(item, channel) for item in found)
        if dataclasses.is_dataclass(found) and not isinstance(found, type):
            return self._fields(found)
        return found

    def _fields(self, found: Any) -> Any:  # noqa: ANN401
        name = type(found).__name__
        changes: dict[str, object] = {}
        for each in dataclasses.fields(found):
            old = getattr(found, each.name)
            channel = (name, each.name)
            if each.name in _SEEN.get(name, ()):
                between = "\n\n" if name == "Document" else " "
                new = self.text(channel, between=between) if old else old
            elif channel == ("Document", "meta"):
                new = {k: v if k in _KEPT_META else self.text((name, k)) for k, v in old.items()}
            elif channel == ("Area", "attributes"):
                new = {k: self.text((name, k)) if v.isalpha() else v for k, v in old.items()}
            elif channel == ("SiteSettings", "contact"):
                new = f"a@example.org{self.text(channel)}"
            else:
                new = self._in(old, channel)
            if new is not old:
                changes[each.name] = new
        return dataclasses.replace(found, **changes) if changes else found


def poisoned(facts: Catalog) -> tuple[Catalog, Counter[Channel]]:
    """Facts with attacks for texts, and how many texts each channel has."""
    count = Poison()
    count.value(facts)
    return Poison(count.slots).value(facts), count.slots


def write_site(facts: Catalog, as_of: date, repository: Path, out: Path) -> None:
    """Make every file of the facts and publish them, unchecked and not inspected."""
    with engine(NoCache()) as drawing:
        setting = make_setting(facts, as_of, repository, repository, is_kept=False)
        press = Press(setting, partial(drawing.drawn, facts))
        made = in_this_process(press, tasks_of(facts), charts=set())
        publish(made, out, build=BuildInfo(version="poisoned", as_of=as_of))
