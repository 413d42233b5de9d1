"""Pure. The metadata of an indicator to its words: front matter and text, a file a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quipu.findings import Finding
from quipu.importing.cleaning import FORMS_OF_REFUSALS, Cleaned, line_of, markdown_of
from quipu.importing.metadata import Described
from quipu.importing.nodes import Node, read_yaml
from quipu.importing.settings import RepositorySettings
from quipu.importing.terms import NOT_SAID, WORDS, term
from quipu.importing.translating import Translations, unresolved
from quipu.parse.cells import is_address
from quipu.parse.documents import MAX_DOCUMENT_CHARACTERS

_FRONT: Mapping[str, tuple[str, ...]] = {
    "definition": (
        *("STAT_CONC_DEF", "national_indicator_description", "computation_definitions"),
        "indicator_definition",
    ),
    "why": ("RATIONALE",),
    "method": ("DATA_COMP", "COLL_METHOD", "computation_calculations"),
    "limits": ("REC_USE_LIM", "COMPARABILITY"),
    "warning": ("data_notice_heading", "data_notice_text", "data_footnote"),
    "holder": ("COMPILING_ORG",),
    "document": ("DATA_SOURCE",),
}
"""The words of the contract, and the fields that say them."""
_READ_ELSEWHERE = frozenset(
    {
        *("indicator_name", "indicator_available", "graph_title", "SDG_INDICATOR", "sources"),
        *("reporting_status", "data_non_statistical", "computation_units", "precision"),
        *("national_geographical_coverage", "progress_calculation_options", "standalone"),
        *("graph_target_lines", "indicator_number", "indicator", "indicator_id"),
    }
)
_SETTINGS = re.compile(
    r"graph_\w+|embedded_feature_\w+|data_start_values?|data_show_map|data_notice_class"
    r"|auto_progress_calculation|progress_status|expected_disaggregations|tags|sort|permalink"
    r"|placeholder|proxy|proxy_series|related_indicators|composite_breakdown_label|footer_fields"
    r"|indicator_tabs|csv_size|indicator_sort_order|published|layout|data_keywords"
    r"|goal|goals|target|targets|target_id|target_number|goal_number|sdg_goal|target_name"
)
"""How Open SDG shows an indicator: nothing that a page here could be told."""
_SOURCE = re.compile(r"source_[a-z_]+?_[0-9]{1,2}")
_CONTACT = re.compile(r"CONTACT\w*|contact\w*")
_LONGEST_FIELD = 20_000
_ROOM = MAX_DOCUMENT_CHARACTERS - 500
_GLOBAL = "__GLOBAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is written of an indicator in one language."""

    front: Mapping[str, str]
    """By key of the contract; only what is said."""
    body: str

    def text(self, stand_ins: Mapping[str, str]) -> str:
        """The file; *stand_ins* stand in where the repository says nothing."""
        front = {**stand_ins, **self.front}
        lines = [
            f"{key}: {json.dumps(front[key], ensure_ascii=False)}" for key in _FRONT if key in front
        ]
        return "\n".join(["---", *lines, "---", *([self.body] if self.body else []), ""])


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes words in the languages of the site."""

    languages: Sequence[str]
    translations: Translations
    labels: Mapping[str, str]
    """What the repository calls its fields, by their key."""
    findings: list[Finding]
    told: set[tuple[str, str]] = field(default_factory=set)
    """Fields, by indicator, about which something was said: once, whatever the language."""

    def words(self, described: Described, language: str) -> Words:
        """What the repository says of an indicator in a language."""
        front = {}
        for key, names in _FRONT.items():
            texts = [self._line(described, name, language) for name in names]
            if said := " ".join(dict.fromkeys(text for text in texts if text)):
                front[key] = said
        room = _ROOM - sum(len(text) for text in front.values())
        return Words(front=front, body=self._body(described, language, room))

    def left_out(self, described: Described) -> Iterator[Finding]:
        """The fields that are settings, contacts or no texts, and are not carried."""
        for name, node in described.fields.items():
            if node.is_empty or _is_read(name):
                continue
            if _CONTACT.fullmatch(name) and not is_address(node.text.strip()):
                yield Finding(code="W918", where=node.where, field=name)
            elif _SETTINGS.fullmatch(name) or not node.text:
                # What is switched off is nothing that a page would have shown.
                params = {"value": node.summary}
                if params["value"].strip().lower() != "false":
                    yield Finding(code="W917", where=node.where, field=name, params=params)

    def _body(self, described: Described, language: str, room: int) -> str:
        sections = []
        # A text that came in the body of a file of its own stands first.
        for name in sorted(described.fields, key=lambda name: name != "page_content"):
            if not self._is_text(described, name):
                continue
            cleaned = self._cleaned(described, name, language, keeps_lines=True)
            if not cleaned:
                continue
            label = self._label(name, language)
            section = cleaned if name == "page_content" else f"## {label}\n\n{cleaned}"
            if len(section) > room:
                node = described.get(name)
                self._tell(described, name, _long(node, name, len(section), max(room, 0)))
                continue
            room -= len(section) + 2
            sections.append(section)
        return "\n\n".join(sections)

    def _is_text(self, described: Described, name: str) -> bool:
        node = described.get(name)
        is_contact = _CONTACT.fullmatch(name) and not is_address(node.text.strip())
        is_left = _is_read(name) or _SETTINGS.fullmatch(name) or is_contact
        is_front = any(name in names for names in _FRONT.values())
        return bool(node.text.strip()) and not is_left and not is_front

    def _label(self, name: str, language: str) -> str:
        label = self.labels.get(name.removesuffix(_GLOBAL), name)
        said = self.translations.text_in(language, label, ("metadata_fields",)) or name
        ending = " (global)" if name.endswith(_GLOBAL) else ""
        return (line_of(said).text or name) + ending

    def _line(self, described: Described, name: str, language: str) -> str:
        return self._cleaned(described, name, language, keeps_lines=False)

    def _cleaned(self, described: Described, name: str, language: str, *, keeps_lines: bool) -> str:
        node = described.translated.get(language, {}).get(name) or described.get(name)
        raw = described.raw(name, language, self.translations, self.languages[0])
        if raw is None:
            self._tell(described, name, unresolved(node.text, node.where, name))
            return ""
        if len(raw) > _LONGEST_FIELD:
            self._tell(described, name, _long(node, name, len(raw), _LONGEST_FIELD))
            return ""
        found = markdown_of(raw) if keeps_lines else line_of(raw)
        self._tell_dropped(described, name, node, found)
        return found.text

    def _tell_dropped(self, described: Described, name: str, node: Node, found: Cleaned) -> None:
        if found.refused:
            params = {"form": FORMS_OF_REFUSALS[found.refused]}
            finding = Finding(code="W915", where=node.where, field=name, params=params)
            self._tell(described, name, finding)
        elif found.dropped:
            params = {"value": ", ".join(dict.fromkeys(found.dropped))}
            finding = Finding(code="W916", where=node.where, field=name, params=params)
            self._tell(described, name, finding)

    def _tell(self, described: Described, name: str, finding: Finding) -> None:
        if (described.id, name) not in self.told:
            self.told.add((described.id, name))
            self.findings.append(finding)


def _is_read(name: str) -> bool:
    return name in _READ_ELSEWHERE or bool(_SOURCE.fullmatch(name))


def _long(node: Node, name: str, count: int, limit: int) -> Finding:
    params = {"form": "import-too-long", "count": str(count), "limit": str(limit)}
    return Finding(code="W915", where=node.where, field=name, params=params)


def standing_in(
    front: Mapping[str, str], language: str, *, has_figures: bool
) -> tuple[dict[str, str], str]:
    """What a file says where the repository says nothing.

    Returns:
        The words by key, and what is lacking, as the end of a sentence; empty when nothing is.
    """
    needed = tuple(WORDS) if has_figures else ("definition",)
    lacking = [key for key in needed if not front.get(key)]
    said = {key: term(NOT_SAID, language) for key in lacking}
    return said, ", ".join(term(WORDS[key], language) for key in lacking)


def read_labels(
    files: Mapping[str, bytes],
    settings: RepositorySettings,
    findings: list[Finding],
    used: set[str],
) -> dict[str, str]:
    """What the schema of the metadata calls each field: words or translation keys."""
    path = settings.base + settings.schema_path
    path = path if path in files else settings.schema_path
    if path not in files:
        return {}
    used.add(path)
    node = read_yaml(path, files[path], findings)
    meta = node.get("prose").get("metadata").get("meta") if node else None
    found = {}
    for part in meta.parts if meta else ():
        label = part.get("field").get("label").text or part.get("field").get("translation_key").text
        if part.get("name").text and label:
            found[part.get("name").text] = label
    return found
