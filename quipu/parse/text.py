"""Pure. Bytes to text that may be published: one encoding, no invisible surprises."""

from __future__ import annotations

import re
import unicodedata

from quipu.findings import Finding
from quipu.model import Location

# What XML cannot hold and the chart renderer cannot survive; tab and line ends are dealt with
# by the tables and documents themselves.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]")
INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U0010ffff]"
)
# UTF-8 read as Latin-1 or Windows-1252 leaves these pairs; Spanish never writes them.
_GARBLED = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|\u00e2\u20ac|\u00ef\u00bf\u00bd|\ufffd"
    # Its second half may be gone («JUNÃN»); Portuguese writes the first before E, O and S only.
    "|\u00c3(?=[a-zB-DF-NP-RT-Z])"
    # What Excel’s «CSV (MS-DOS)» leaves of í, ó, ñ, ú and é.
    "|(?<=[a-z])[\u00a1\u00a2\u00a4\u00a3\u201a](?=[a-z])"
)
_GARBLED_SIGNS = tuple("\u00c2\u00c3\u00e2\u00ef\ufffd\u00a1\u00a2\u00a4\u00a3\u201a")
"""Without one of these nothing is garbled: most texts need no closer look."""
_LOST = re.compile(r"[^\W\d_]\?+[a-z\u00e0-\u00ff]")
_EDGE = re.compile(r'[ \n,"]')
_SPREADSHEET_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(path: str, body: bytes, findings: list[Finding]) -> str | None:
    r"""Decode a file as UTF-8.

    Args:
        path: Where the bytes come from, for the findings.
        body: The whole file.
        findings: What is wrong is added here.

    Returns:
        The text without byte-order mark and with ``\n`` line ends; None when it cannot be used.
    """
    if body.startswith(_SPREADSHEET_MARKS):
        findings.append(Finding(code="E118", where=Location(path=path)))
        return None
    if body.startswith(_UTF16_MARKS) or body.count(0) > len(body) // 4:
        findings.append(Finding(code="E112", where=Location(path=path, line=1, column=1)))
        return None
    if body.startswith(b"\xef\xbb\xbf"):
        findings.append(Finding(code="W103", where=Location(path=path, line=1, column=1)))
        body = body[3:]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        where = Location(path=path, line=line, column=column)
        value = f"0x{body[error.start]:02x}"
        findings.append(Finding(code="E101", where=where, params={"value": value}))
        return None
    if not text.strip():
        findings.append(Finding(code="E104", where=Location(path=path)))
        return None
    text = text.replace("\r\n", "\n")
    if "\r" in text and "\n" not in text:
        findings.append(Finding(code="E119", where=Location(path=path)))
        return None
    if "\r" in text or _CONTROL.search(text):
        _refuse_controls(path, text, findings)
        return None
    _mark_suspicious(path, text, findings)
    return text


def hidden_sign(text: str) -> str:
    """The first sign of a text that cannot be seen; empty when there is none.

    What a file writes as an escape was not yet text when the file was decoded.
    """
    match = None if text.isascii() else INVISIBLE.search(text)
    return match[0] if match else next((c for c in text if not c.isprintable()), "")


def _refuse_controls(path: str, text: str, findings: list[Finding]) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in re.finditer("\r|" + _CONTROL.pattern, line):
            where = Location(path=path, line=number, column=match.start() + 1)
            value = f"U+{ord(match[0]):04X}"
            findings.append(Finding(code="E102", where=where, params={"value": value}))
            break


def _mark_lost(path: str, text: str, findings: list[Finding]) -> None:
    """Report letters that became question marks, which no program gets back («Regi?n»)."""
    line = 0
    for match in _LOST.finditer(text) if "?" in text else ():
        start = max(text.rfind(edge, 0, match.start()) for edge in ' \n,"') + 1
        end = _EDGE.search(text, match.end())
        word = text[start : end.start() if end else len(text)]
        number = text.count("\n", 0, start) + 1
        # In an address a question mark is one.
        if "/" in word or "=" in word or number == line:
            continue
        line = number
        column = match.start() - text.rfind("\n", 0, match.start()) + 1
        where = Location(path=path, line=number, column=column)
        params = {"value": word, "cause": "letters-lost"}
        findings.append(Finding(code="E113", where=where, params=params))


def _mark_suspicious(path: str, text: str, findings: list[Finding]) -> None:
    _mark_lost(path, text, findings)
    if text.isascii():
        return
    is_garbled = any(sign in text for sign in _GARBLED_SIGNS) and _GARBLED.search(text)
    suspicious = bool(is_garbled or INVISIBLE.search(text))
    composed = unicodedata.is_normalized("NFC", text)
    if not suspicious and composed:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _GARBLED.search(line):
            findings.append(_at("E113", path, number, line, match))
        if match := INVISIBLE.search(line):
            name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
            findings.append(_at("E115", path, number, line, match, name=name))
        if not composed and not unicodedata.is_normalized("NFC", line):
            match = re.search(r"[\u0300-\u036f]", line) or re.search(r"[^\x00-\x7f]", line)
            if match is not None:
                findings.append(_at("E114", path, number, line, match))


def _at(
    code: str, path: str, number: int, line: str, match: re.Match[str], **params: str
) -> Finding:
    around = line[max(0, match.start() - 12) : match.end() + 12]
    where = Location(path=path, line=number, column=match.start() + 1)
    return Finding(code=code, where=where, params={"value": around, **params})
