"""Pure. What a repository says of its sources to the sources of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.importing.cleaning import FORMS_OF_REFUSALS, cell_of
from quipu.importing.metadata import Described
from quipu.importing.nodes import Node
from quipu.importing.terms import REPOSITORY, SOURCE_PARTS, UNKNOWN_PUBLISHER, term
from quipu.importing.translating import Translations, unresolved
from quipu.model import Location
from quipu.parse.cells import is_address, is_date
from quipu.parse.lines import MAX_CELL_CHARACTERS

_NUMBERED = re.compile(r"source_([a-z_]+?)_([0-9]{1,2})")
_REPOSITORY_ID = "REPO"
_SHOWN_APART = ("organisation", "url_text", "url", "active", "logo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source of an indicator."""

    title: str
    publisher: str
    url: str
    published: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source as the repository tells it, and what is said beside it."""

    citation: Citation
    publisher: str
    """Empty where the repository does not say who it is."""
    periodicity: str
    next_release: str


class Bibliography:
    """The sources of all indicators, each once; ids in the order in which they are cited."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._ids: dict[Citation, str] = {}

    def cite(self, cited: Sequence[Cited]) -> str:
        """The ids of some sources, space-separated; the repository's own where there are none."""
        citations = [one.citation for one in cited] or [self._repository()]
        for citation in citations:
            if citation not in self._ids:
                number = len(self._ids) - (_REPOSITORY_ID in self._ids.values()) + 1
                is_own = citation == self._repository()
                self._ids[citation] = _REPOSITORY_ID if is_own else f"S{number:03}"
        return " ".join(dict.fromkeys(self._ids[citation] for citation in citations))

    @property
    def count(self) -> int:
        """How many sources were cited."""
        return len(self._ids)

    def rows(self) -> Iterator[Mapping[str, str]]:
        """The rows of ``data/sources.csv``; columns that are left out are empty."""
        for one, code in self._ids.items():
            yield {
                "id": code,
                "title": one.title,
                "publisher": one.publisher,
                "url": one.url,
                "published": one.published,
                "note": one.note,
            }

    def _repository(self) -> Citation:
        return Citation(
            title=term(REPOSITORY, self._language),
            publisher=term(UNKNOWN_PUBLISHER, self._language),
            url="",
            published="",
            note="",
        )


def sources_of(
    described: Described, translations: Translations, language: str, findings: list[Finding]
) -> tuple[Cited, ...]:
    """The sources that the repository gives for an indicator, in the site's first language.

    Args:
        described: The indicator.
        translations: The texts of the repository.
        language: The site's first.
        findings: Sources that are not carried, and parts of them, are added here.
    """
    found = []
    for where, parts in _told(described):
        if all(node.is_empty for key, node in parts.items() if key != "active"):
            continue
        if parts.get("active") and parts["active"].text.lower() == "false":
            findings.append(_lost(where, "import-inactive"))
            continue
        cited = _cited(where, parts, translations, language, findings)
        if cited is not None:
            found.append(cited)
    return tuple(dict.fromkeys(found))


def _told(described: Described) -> Iterator[tuple[Location, Mapping[str, Node]]]:
    """The parts of each source, from a list or from numbered fields."""
    for part in described.get("sources").parts:
        yield part.where, dict(part.members())
    numbered: dict[int, dict[str, Node]] = {}
    for key, node in described.fields.items():
        if match := _NUMBERED.fullmatch(key):
            numbered.setdefault(int(match[2]), {})[match[1]] = node
    for _, parts in sorted(numbered.items()):
        yield next(iter(parts.values())).where, parts


def _cited(
    where: Location,
    parts: Mapping[str, Node],
    translations: Translations,
    language: str,
    findings: list[Finding],
) -> Cited | None:
    said = {
        key: _text(key, node, translations, language, findings)
        for key, node in parts.items()
        if key not in ("active", "logo", "url")
    }
    title = said.get("url_text", "")
    publisher = said.get("organisation", "")
    if not title and not publisher:
        findings.append(_lost(where, "import-no-source"))
        return None
    url = parts["url"].text.strip() if "url" in parts else ""
    if url and not is_address(url):
        findings.append(_lost(parts["url"].where, "import-source-address", value=url))
        url = ""
    release = said.get("release_date", "")
    published = release if is_date(release) else ""
    return Cited(
        citation=Citation(
            title=title or publisher,
            publisher=publisher or term(UNKNOWN_PUBLISHER, language),
            url=url,
            published=published,
            note=_note(parts, said, language, findings),
        ),
        publisher=publisher,
        periodicity=said.get("periodicity", ""),
        next_release=said.get("next_release", ""),
    )


def _text(
    key: str, node: Node, translations: Translations, language: str, findings: list[Finding]
) -> str:
    text = translations.text_in(language, node.text.strip(), ("sources", "meta", "data"))
    if text is None:
        findings.append(unresolved(node.text, node.where, key))
        text = node.text
    cell, wrong = cell_of(text[: MAX_CELL_CHARACTERS * 4], language)
    if wrong:
        forms = {"E215": "import-too-long", **FORMS_OF_REFUSALS}
        form = forms.get(wrong, "import-not-text")
        params = {"form": form, "count": str(len(text)), "limit": str(MAX_CELL_CHARACTERS)}
        findings.append(Finding(code="W915", where=node.where, field=key, params=params))
    return cell


def _note(
    parts: Mapping[str, Node], said: Mapping[str, str], language: str, findings: list[Finding]
) -> str:
    """What has no column of its own, in one cell."""
    pieces: list[str] = []
    for key, text in said.items():
        is_dated = key == "release_date" and is_date(text)
        if not text or key in _SHOWN_APART or is_dated:
            continue
        if key == "contact" and not is_address(text):
            findings.append(Finding(code="W918", where=parts[key].where, field=key))
            continue
        label = term(SOURCE_PARTS[key], language) if key in SOURCE_PARTS else key
        piece = f"{label}: {text}"
        if len("; ".join([*pieces, piece])) > MAX_CELL_CHARACTERS:
            limits = {"count": str(len(text)), "limit": str(MAX_CELL_CHARACTERS)}
            params = {"form": "import-too-long", **limits}
            findings.append(Finding(code="W915", where=parts[key].where, field=key, params=params))
            continue
        pieces.append(piece)
    if "logo" in parts and not parts["logo"].is_empty:
        params = {"value": parts["logo"].text}
        where = parts["logo"].where
        findings.append(Finding(code="W917", where=where, field="logo", params=params))
    return "; ".join(pieces)


def _lost(where: Location, form: str, **params: str) -> Finding:
    return Finding(code="W919", where=where, params={"form": form, **params})
