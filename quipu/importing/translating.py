"""Pure. Translation keys to the texts of a repository, or to the news that there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quipu.findings import Finding
from quipu.importing.nodes import read_yaml
from quipu.importing.settings import RepositorySettings
from quipu.model import Location

_ELSEWHERE = frozenset(
    {
        *("global_goals", "global_targets", "global_indicators", "metadata_fields", "general"),
        *("indicator", "data", "custom", "meta", "sources", "status", "calendar", "chart"),
    }
)
"""Groups that repositories use though the texts often stand in another one."""
_BARE_KEY = re.compile(r"[\w-]+\.[\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """The texts of a repository, by language, group and key."""

    texts: Mapping[str, Mapping[str, Mapping[str, str]]]
    groups: frozenset[str] = field(default_factory=frozenset)

    def text_in(self, language: str, text: str, defaults: Sequence[str]) -> str | None:
        """The text in a language.

        Args:
            language: Its code.
            text: A key (``group.key``), a bare key of one of the default groups, or any words.
            defaults: The groups that a bare key may belong to, the likeliest first.

        Returns:
            The words: *text* itself where it is no key; None where it is a key without words.
        """
        texts = self.texts.get(language, {})
        group, dot, key = text.partition(".")
        if dot and (found := texts.get(group, {}).get(key)):
            return found
        for name in defaults:
            if found := texts.get(name, {}).get(text):
                return found
        return None if self.is_key(text) else text

    def is_key(self, text: str) -> bool:
        """Whether words are a key whose text stands in some language, here or elsewhere."""
        group, dot, key = text.partition(".")
        if not dot or not key:
            return False
        if any(key in texts.get(group, {}) for texts in self.texts.values()):
            return True
        known = group in self.groups or group in _ELSEWHERE
        return known and bool(_BARE_KEY.fullmatch(text))


def read_translations(
    files: Mapping[str, bytes], settings: RepositorySettings, findings: list[Finding]
) -> Translations:
    """Read ``translations/<language>/<group>.yml``; what cannot be read is a finding."""
    texts: dict[str, dict[str, dict[str, str]]] = {}
    for folder in settings.translation_folders:
        for path, body in files.items():
            place = path.removeprefix(settings.base + folder).split("/")
            is_there = path.startswith(settings.base + folder) and len(place) == 2
            name, _, ending = place[-1].rpartition(".")
            if not is_there or ending not in ("yml", "yaml"):
                continue
            node = read_yaml(path, body, findings)
            group = texts.setdefault(place[0], {}).setdefault(name, {})
            for key, value in node.members() if node else ():
                if value.text:
                    group[key] = value.text
    groups = frozenset(group for by_group in texts.values() for group in by_group)
    return Translations(texts=texts, groups=groups)


def unresolved(text: str, where: Location, field_name: str = "") -> Finding:
    """The news that a key has no text."""
    return Finding(code="N931", where=where, field=field_name, params={"value": text})
