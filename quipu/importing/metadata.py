"""Pure. What a repository says of each indicator: configuration and metadata, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.importing.nodes import Node, decode_text, parse_yaml, read_yaml
from quipu.importing.settings import RepositorySettings, matching
from quipu.importing.translating import Translations
from quipu.model import Location

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,29}")
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What is said of an indicator."""

    id: str
    """As in the names of its files: ``16-5-2``."""
    fields: Mapping[str, Node]
    """By key, of the configuration and the metadata in the first language."""
    translated: Mapping[str, Mapping[str, Node]]
    """The fields of the metadata in further languages, by language."""
    where: Location

    def get(self, key: str) -> Node:
        """A field; an empty node where there is none."""
        return self.fields.get(key) or Node(value="", where=self.where)

    def raw(self, key: str, language: str, translations: Translations, first: str) -> str | None:
        """The text of a field in a language, not yet cleaned.

        Returns:
            The text; empty where the field has none in this language; None where it is a key
            without text.
        """
        own = self.translated.get(language, {}).get(key)
        node = own or self.get(key)
        text = node.text.strip()
        defaults = (key, "meta", "data")
        found = translations.text_in(language, text, defaults)
        is_other = own is None and language != first and found == text
        return "" if is_other and not translations.is_key(text) else found


def indicator_id(path: str) -> str:
    """The id that a file's name gives; empty where it can be none."""
    name = path.rpartition("/")[2].rpartition(".")[0].removeprefix("indicator_")
    name = name.replace(".", "-")
    return name if _ID.fullmatch(name) and name.isascii() else ""


def read_metadata(
    files: Mapping[str, bytes],
    settings: RepositorySettings,
    findings: list[Finding],
    used: set[str],
) -> dict[str, Described]:
    """Read every file of metadata.

    Args:
        files: The bytes of the repository's files, by path.
        settings: Where they are.
        findings: What is not carried is added here.
        used: The paths of the files that were read are added here.

    Returns:
        What is said, by the id of the indicator; later files win where several say something.
    """
    fields: dict[str, dict[str, Node]] = {}
    translated: dict[str, dict[str, dict[str, Node]]] = {}
    first_of: dict[str, Location] = {}
    for pattern in settings.meta_patterns:
        for path in matching(files, settings.base, pattern):
            code = indicator_id(path)
            used.add(path)
            if not code:
                findings.append(_bad_id(path))
                continue
            first_of.setdefault(code, Location(path=path, line=1))
            merge(fields.setdefault(code, {}), _members(path, files[path], findings))
            folder, _, name = path.rpartition("/")
            for language in settings.languages:
                other = f"{folder}/{language}/{name}"
                if other in files:
                    used.add(other)
                    by_language = translated.setdefault(code, {}).setdefault(language, {})
                    merge(by_language, _members(other, files[other], findings))
    return {
        code: Described(
            id=code,
            fields=fields[code],
            translated=translated.get(code, {}),
            where=first_of[code],
        )
        for code in fields
    }


def undescribed(code: str, path: str) -> Described:
    """An indicator of which nothing but its figures is known."""
    return Described(id=code, fields={}, translated={}, where=Location(path=path, line=1))


def merge(into: dict[str, Node], members: Iterator[tuple[str, Node]]) -> None:
    """Let what is said later win, unless it says nothing."""
    for key, node in members:
        if not node.is_empty or key not in into:
            into[key] = node


def _bad_id(path: str) -> Finding:
    where = Location(path=path)
    return Finding(code="W915", where=where, field=path, params={"form": "import-bad-id"})


def _members(path: str, body: bytes, findings: list[Finding]) -> Iterator[tuple[str, Node]]:
    if not path.endswith(".md"):
        node = read_yaml(path, body, findings)
        yield from node.members() if node else ()
        return
    text = decode_text(path, body, findings)
    if text is None:
        return
    front = _FRONT.match(text)
    if front is not None:
        node = parse_yaml(path, front[1], findings, first_line=2)
        yield from node.members() if node else ()
    start = front.end() if front else 0
    line = text.count("\n", 0, start) + 1
    if text[start:].strip():
        yield "page_content", Node(value=text[start:].strip(), where=Location(path=path, line=line))
