"""Pure. ``content/<kind>/<name>.<language>.md`` to documents: front matter and Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from quipu.findings import Finding, did_you_mean
from quipu.model import Document, Location
from quipu.parse.cells import is_date
from quipu.parse.text import decode

MAX_DOCUMENT_CHARACTERS = 40_000

_NAME = re.compile(r"content/([a-z]+)/([A-Za-z0-9_+-]+)\.([a-z]{2,3})\.md")
_FRONT = re.compile(r"---\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HTML = re.compile(r"<(?!https?://|mailto:)[A-Za-z/!?][^>\s]{0,40}>?")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ACCUSING = re.compile(
    r"regi[oó]n(?:es)? (?:m[aá]s )?corrupt\w*|(?:peor|mejor)(?:es)? regi[oó]n(?:es)?"
    r"|corrupt regions?|(?:best|worst) regions?|autoridad(?:es)? corrupt\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A folder of ``content/``: which front-matter keys its documents have."""

    known: tuple[str, ...]
    required: frozenset[str]


KINDS: Mapping[str, Kind] = {
    "indicators": Kind(
        known=(
            *("definition", "why", "method", "limits", "warning"),
            *("holder", "document", "send", "sentence"),
        ),
        required=frozenset(),
    ),
    "regions": Kind(
        known=("title", "author_role", "date", "sources"),
        required=frozenset({"author_role", "date"}),
    ),
    "pages": Kind(known=("title", "description"), required=frozenset({"title"})),
    "updates": Kind(known=("title", "date", "summary"), required=frozenset({"title", "date"})),
}


def parse_document(path: str, body: bytes, findings: list[Finding]) -> Document | None:
    """Read a Markdown file with front matter.

    Args:
        path: Where it stands; its folder, name and language are read from it.
        body: The file.
        findings: What is wrong is added here.

    Returns:
        The document; None when it cannot be used.
    """
    match = _NAME.fullmatch(path)
    if match is None or match[1] not in KINDS:
        findings.append(Finding(code="W108", where=Location(path=path)))
        return None
    text = decode(path, body, findings)
    if text is None:
        return None
    if len(text) > MAX_DOCUMENT_CHARACTERS:
        params = {"value": str(len(text)), "limit": str(MAX_DOCUMENT_CHARACTERS)}
        findings.append(Finding(code="E413", where=Location(path=path), params=params))
        return None
    front = _FRONT.match(text)
    if front is None:
        findings.append(Finding(code="E401", where=Location(path=path, line=1)))
        return None
    before = len(findings)
    meta = _read_front_matter(path, front[1], findings)
    if len(findings) == before:
        _check_keys(path, KINDS[match[1]], meta, findings)
    _check_words(path, text, front.end(), findings)
    return Document(
        kind=match[1],
        name=match[2],
        language=match[3],
        meta={key: value for key, (value, _) in meta.items()},
        body=text[front.end() :].strip("\n"),
        origin=Location(path=path, line=1),
    )


def _read_front_matter(
    path: str, text: str, findings: list[Finding]
) -> dict[str, tuple[str, int]]:
    """Front matter as text and line by key: a flat mapping, no alias, no tag, no list.

    Read from the parser's events, so that ``no`` stays «no» and ``010`` stays «010».
    """
    found: dict[str, tuple[str, int]] = {}
    key = ""
    depth = 0
    # The first line of the file is the opening «---», so lines count from 2 (marks from 0).
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            line = event.start_mark.line + 2
            where = Location(path=path, line=line, column=event.start_mark.column + 1)
            if isinstance(event, yaml.MappingStartEvent) and depth == 0:
                depth = 1
            elif isinstance(event, yaml.ScalarEvent) and depth == 1 and not event.tag:
                if not key:
                    key = event.value
                    if key in found:
                        findings.append(Finding(code="E403", where=where, field=key))
                else:
                    found[key] = (" ".join(event.value.split()), line)
                    key = ""
            elif isinstance(
                event,
                yaml.AliasEvent | yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent,
            ):
                findings.append(Finding(code="E407", where=where, field=key))
                return found
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Location(path=path, line=mark.line + 2 if mark else 1, column=mark.column + 1 if mark else 0)
        value = str(getattr(error, "problem", "") or error)
        findings.append(Finding(code="E402", where=where, params={"value": value}))
    return found


def _check_keys(
    path: str, kind: Kind, meta: Mapping[str, tuple[str, int]], findings: list[Finding]
) -> None:
    for key, (value, line) in meta.items():
        where = Location(path=path, line=line)
        if key not in kind.known:
            options = did_you_mean(key, kind.known) or ", ".join(kind.known)
            findings.append(Finding(code="E406", where=where, field=key, params={"options": options}))
        elif key == "date" and not (is_date(value) and len(value) == 10):
            findings.append(Finding(code="E225", where=where, field=key, params={"value": value}))
    for key in kind.known:
        if key in kind.required and not meta.get(key, ("", 0))[0]:
            findings.append(Finding(code="E405", where=Location(path=path, line=1), field=key))


def _check_words(path: str, text: str, body_start: int, findings: list[Finding]) -> None:
    for match in _HTML.finditer(text):
        findings.append(_at(path, text, match, "E408", match[0]))
    for match in _LINK.finditer(text, body_start):
        address = html.unescape(match[1] or match[2] or "").strip()
        scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
        if scheme and scheme[0].lower() not in ("https:", "http:", "mailto:"):
            findings.append(_at(path, text, match, "E409", address))
    for match in _ACCUSING.finditer(text):
        findings.append(_at(path, text, match, "W415", match[0]))


def _at(path: str, text: str, match: re.Match[str], code: str, value: str) -> Finding:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    where = Location(path=path, line=line, column=column)
    return Finding(code=code, where=where, params={"value": value})
