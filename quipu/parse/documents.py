"""Pure. ``content/<kind>/<name>.<language>.md`` to documents: front matter and Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from string import Formatter

import yaml

from quipu.findings import Finding
from quipu.model import Document, Location
from quipu.parse.cells import date_slip, is_date
from quipu.parse.kinds import KINDS, Kind
from quipu.parse.privacy import check_contacts, check_privacy
from quipu.parse.said import meant_key
from quipu.parse.slips import yaml_slip
from quipu.parse.text import decode, hidden_sign
from quipu.parse.unfinished import check_unfinished
from quipu.parse.wording import check_labels, check_wording, position

SENTENCE_FIELDS = ("value", "period", "within", "of")
"""What the sentence of an indicator may have filled in."""
MAX_DOCUMENT_CHARACTERS = 40_000

_NAME = re.compile(r"content/([a-z]+)/((?:[A-Z0-9+-]+/)?[A-Za-z0-9_+-]+)\.([a-z]{2,3})\.md")
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_FIRST_LINES = re.compile(r"(?:[^\n]*\n){0,12}")
_AGAIN = re.compile(r"^---[ \t]*\n(?:[ \t]*\n)*([a-z_]+):(?=\s)", re.MULTILINE)
"""A line that opens front matter, and its first key."""
_COMMENT = re.compile(r"^([a-z_]+:[ ]+[^\"'>|\n#][^\n]*?[ ])(#[^\n]*)", re.MULTILINE)
_HTML = re.compile(r"<(?!https?://[^\s<>]+>|mailto:[^\s<>]+>)[A-Za-z/!?][^>\s]{0,40}>?")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|^[ ]{0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s>]+)", re.MULTILINE)
# Where no address stands apart from its link, the quicker half of the above finds the same.
_LINK_INLINE = re.compile(r"\]\(\s*<?([^)\s>]*)()")
_REFERENCE = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+);?")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCHEMES = ("https:", "http:", "mailto:")
# What makes the converter slow or deep: brackets that do not close, lists within lists.
_BLOCK = re.compile(r"(?:[^\n]*[^\s][^\n]*\n?)+")
_NESTED = re.compile(r"^[ \t]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+|>[ \t]*){20,}", re.MULTILINE)
_INDENTED = re.compile(r"^(?:[ ]{4}|\t){20,}", re.MULTILINE)
MAX_BRACKETS_IN_BLOCK = 100
MAX_BACKTICKS_IN_BLOCK = 400
MAX_LINES_IN_BLOCK = 1_000
"""A line more makes the converter copy all that follow it once more."""
_MOST_IN_BLOCK = {
    "[": MAX_BRACKETS_IN_BLOCK,
    "`": MAX_BACKTICKS_IN_BLOCK,
    "\n": MAX_LINES_IN_BLOCK,
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
    kind = KINDS.get(match[1]) if match else None
    if match is None or kind is None or kind.is_nested != ("/" in match[2]):
        findings.append(Finding(code="W108", where=Location(path=path)))
        return None
    text = decode(path, body, findings)
    if text is None:
        return None
    if len(text) > MAX_DOCUMENT_CHARACTERS:
        params = {"value": str(len(text)), "limit": str(MAX_DOCUMENT_CHARACTERS)}
        findings.append(Finding(code="E413", where=Location(path=path), params=params))
        return None
    check_wording(path, text, findings)
    check_privacy(path, text, findings)
    check_contacts(path, text, findings)
    check_labels(path, text, findings)
    front = _FRONT.match(text)
    if front is None:
        code = "E423" if _OPENING.match(text) else "E401"
        findings.append(Finding(code=code, where=Location(path=path, line=1)))
        return None
    before = len(findings)
    meta = _read_front_matter(path, front[1], findings)
    is_whole = all(finding.code == "E403" for finding in findings[before:])
    _check_keys(path, kind, front[1], meta, findings, is_whole=is_whole)
    for comment in _COMMENT.finditer(text, 0, front.end(1)):
        where = position(path, text, comment.start(2))
        findings.append(Finding(code="W420", where=where, params={"value": comment[2]}))
    _check_second_front(path, text, front.end(), kind, findings)
    _check_markup(path, text, findings)
    _check_tangle(path, text, front.end(), findings)
    check_unfinished(path, text, findings)
    return Document(
        kind=match[1],
        name=match[2],
        language=match[3],
        meta={key: value for key, (value, _) in meta.items()},
        body=text[front.end() :].strip("\n"),
        origin=Location(path=path, line=1),
    )


def _read_front_matter(path: str, text: str, findings: list[Finding]) -> dict[str, tuple[str, int]]:
    """Front matter as text and line by key: a flat mapping, no alias, no tag, no list.

    Read from the parser's events, so that ``no`` stays «no» and ``010`` stays «010».
    """
    found: dict[str, tuple[str, int]] = {}
    key = ""
    depth = 0
    # The first line of the file is the opening «---», so lines count from 2 (marks from 0).
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            mark = event.start_mark
            assert mark is not None  # text that is read at once is marked throughout
            line = mark.line + 2
            where = Location(path=path, line=line, column=mark.column + 1)
            if isinstance(event, yaml.MappingStartEvent) and depth == 0:
                depth = 1
            elif isinstance(event, yaml.MappingEndEvent):
                # Whatever comes after the mapping belongs to no key.
                depth, key = 2, ""
            elif (
                isinstance(event, yaml.ScalarEvent)
                and depth == 1
                and not (event.tag or event.anchor)
            ):
                if not key:
                    key = event.value
                    if key in found:
                        findings.append(Finding(code="E403", where=where, field=key))
                else:
                    found[key] = (" ".join(event.value.split()), line)
                    key = ""
            elif isinstance(
                event,
                yaml.AliasEvent
                | yaml.ScalarEvent
                | yaml.SequenceStartEvent
                | yaml.MappingStartEvent,
            ):
                code = "E407" if depth == 1 and key else "E402"
                params = {} if code == "E407" else yaml_slip(text.split("\n"), line - 1)
                findings.append(Finding(code=code, where=where, field=key, params=params))
                return found
    except yaml.YAMLError as error:
        problem = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        line, column = (problem.line + 2, problem.column + 1) if problem is not None else (1, 0)
        where = Location(path=path, line=line, column=column)
        value = str(getattr(error, "problem", "") or error)
        params = {"value": value, **yaml_slip(text.split("\n"), line - 1)}
        findings.append(Finding(code="E402", where=where, params=params))
    return found


def _check_second_front(
    path: str, text: str, start: int, kind: Kind, findings: list[Finding]
) -> None:
    """Report front matter among the first lines of the body: it would be shown as text."""
    first = _FIRST_LINES.match(text, start)
    assert first is not None  # it matches nothing at all, too
    if text.find("---", start, first.end()) < 0:
        return
    for match in _AGAIN.finditer(text, start, first.end()):
        if match[1] in kind.known:
            where = position(path, text, match.start())
            findings.append(Finding(code="E424", where=where, params={"value": f"{match[1]}:"}))
            return


def _check_keys(
    path: str,
    kind: Kind,
    text: str,
    meta: Mapping[str, tuple[str, int]],
    findings: list[Finding],
    *,
    is_whole: bool,
) -> None:
    """Report keys that do not belong, and those that lack unless part could not be read.

    A key that was only written otherwise is told once: it does not lack besides.
    """
    meant: set[str] = set()
    for key, (value, line) in meta.items():
        where = Location(path=path, line=line)
        # Escapes again: «\\x3c» is no «<» yet when the file is decoded.
        if hidden := hidden_sign(value):
            params = {"value": f"U+{ord(hidden):04X}"}
            findings.append(Finding(code="E102", where=where, field=key, params=params))
        if (mark := _HTML.search(value)) and mark[0] not in text:
            params = {"value": mark[0]}
            findings.append(Finding(code="E408", where=where, field=key, params=params))
        if key not in kind.known:
            params = meant_key(key, kind.known)
            meant.add(params["options"])
            findings.append(Finding(code="E406", where=where, field=key, params=params))
        elif key == "date" and not (is_date(value) and len(value) == 10):
            params = {"value": value, **_day_slip(value)}
            findings.append(Finding(code="E422", where=where, field=key, params=params))
        elif key == "sentence" and (wrong := _unfillable(value)):
            findings.append(Finding(code="E421", where=where, field=key, params={"value": wrong}))
    for key in kind.known:
        value, line = meta.get(key, ("", 1))
        if key in kind.required and not value and is_whole and key not in meant:
            findings.append(Finding(code="E405", where=Location(path=path, line=line), field=key))


def _day_slip(value: str) -> dict[str, str]:
    """What a finding says of a day that was written in another way."""
    slip = date_slip(value)
    return slip if len(slip.get("fixed", "")) == 10 else {}


def _unfillable(sentence: str) -> str:
    """The part of a sentence that cannot be filled in; empty when all of it can."""
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        return sentence
    for _, name, form, conversion in parts:
        if name is not None and (name not in SENTENCE_FIELDS or form or conversion):
            return f"{{{name}}}"
    return ""


def _check_markup(path: str, text: str, findings: list[Finding]) -> None:
    """Report what would vanish from the page, or must never reach it."""
    html_line = 0
    for match in _HTML.finditer(text):
        where = position(path, text, match.start())
        if where.line != html_line:
            findings.append(Finding(code="E408", where=where, params={"value": match[0]}))
        html_line = where.line
    for match in (_LINK if "]:" in text else _LINK_INLINE).finditer(text):
        address = html.unescape(match[1] or match[2] or "").strip()
        plain = re.sub(r"[\x00-\x20]", "", address)
        scheme = _SCHEME.match(plain)
        if (scheme and scheme[0].lower() not in _SCHEMES) or plain.startswith(("//", "\\")):
            where = position(path, text, match.start())
            findings.append(Finding(code="E409", where=where, params={"value": address}))
    for match in _REFERENCE.finditer(text):
        meant = html.unescape(match[0])
        if not meant or hidden_sign(meant):
            where = position(path, text, match.start())
            findings.append(Finding(code="E102", where=where, params={"value": match[0]}))
    for match in _IMAGE.finditer(text):
        where = position(path, text, match.start())
        findings.append(Finding(code="E416", where=where, params={"value": match[0]}))


def _check_tangle(path: str, text: str, start: int, findings: list[Finding]) -> None:
    """Report text on which the converter would take very long, or give up."""
    # Most texts have fewer signs than a block may have, and nothing that is indented.
    limits = {sign: most for sign, most in _MOST_IN_BLOCK.items() if text.count(sign, start) > most}
    for block in _BLOCK.finditer(text, start) if limits else ():
        for sign, most in limits.items():
            count = block[0].count(sign)
            if count > most:
                where = position(path, text, block.start())
                params = {"value": sign}
                if sign == "\n":
                    params = {"value": str(count), "limit": str(most)}
                code = "E425" if sign == "\n" else "E418"
                findings.append(Finding(code=code, where=where, params=params))
    is_indented = "    " in text or "\t" in text
    for pattern in (_NESTED, _INDENTED) if is_indented else (_NESTED,):
        if match := pattern.search(text, start):
            where = position(path, text, match.start())
            value = match[0].strip()[:1] or " "
            findings.append(Finding(code="E418", where=where, params={"value": value}))
