"""Pure. Words that accuse, odd spaces and codes of letters, wherever readers see text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from quipu.findings import Finding
from quipu.model import Location

_ACCUSING = re.compile(
    r"(?:regi[oó]n(?:es)?|gobiernos? regional(?:es)?|autoridad(?:es)?|gobernador(?:es|as?)?)"
    r" (?:m[aá]s |menos )?corrupt\w*|\b(?:peor|mejor)(?:es)? regi[oó]n(?:es)?\b"
    r"|\b(?:most |least )?corrupt (?:regions?|governments?|governors?|authorit\w+)"
    r"|\b(?:best|worst) regions?\b",
    re.IGNORECASE,
)
_LABELLING = re.compile(
    # Acts and networks may be called corrupt as those who study them do; nobody else is.
    r"(?<!redes )(?<!actos )(?<!acto )(?<!pr[aá]cticas )(?<!pr[aá]ctica )(?<!conductas )"
    r"(?<!conducta )"
    r"\bcorrupt[oa]s?\b"
    r"|\b(?:ladr[oó]n(?:es)?|mafios[oa]s?|delincuentes?|coimer[oa]s?)\b"
    r"|\bculpables? de\b|\bcometi(?:ó|eron) (?:el |un |los )?delitos?\b|\bse coludi(?:ó|eron)\b"
    r"|\bcorrupt (?:officials?|mayors?|judges?|politicians?|leaders?)\b"
    r"|\b(?:thie(?:f|ves)|crooks?|guilty of)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s,)\"»]+")
_LABELS = ("corrupt", "ladr", "mafios", "delincuent", "coimer", "culpab", "delito", "coludi")
_LABELS_EN = ("thie", "crook", "guilty")
_SIGNS = ("corrupt", "peor", "mejor", "worst", "best")
"""Without one of these there is nothing to find: most texts need no closer look."""
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def check_wording(path: str, text: str, findings: list[Finding]) -> None:
    """Warn of words that judge a region instead of saying what was counted."""
    folded = text.casefold()
    if any(sign in folded for sign in _SIGNS):
        findings.extend(_matches(path, text, _ACCUSING, "W415"))


def check_labels(path: str, text: str, findings: list[Finding]) -> None:
    """Warn of words that call somebody guilty, in texts that people contribute."""
    folded = text.casefold()
    if any(sign in folded for sign in (*_LABELS, *_LABELS_EN)):
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        for match in _LABELLING.finditer(text):
            # Nobody who cites a page can choose the words of its address.
            if not any(start <= match.start() < end for start, end in addresses):
                where = position(path, text, match.start())
                findings.append(Finding(code="W627", where=where, params={"value": match[0]}))


def check_spaces(path: str, text: str, findings: list[Finding]) -> None:
    """Warn of a space that no search finds, once a line."""
    if text.isascii():
        return
    line = 0
    for finding in _matches(path, text, _ODD_SPACE, "W116"):
        if finding.where.line != line:
            findings.append(finding)
        line = finding.where.line


def check_entities(path: str, text: str, findings: list[Finding]) -> None:
    """Warn of letters written as web pages write them, where readers would see the code."""
    for match in _ENTITY.finditer(text) if "&" in text else ():
        meant = html.unescape(match[0])
        if meant != match[0]:
            params = {"value": match[0], "fixed": meant.replace("\u00a0", " ")}
            where = position(path, text, match.start())
            findings.append(Finding(code="W236", where=where, params=params))


def _matches(path: str, text: str, pattern: re.Pattern[str], code: str) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        params = {"value": match[0]}
        if not match[0].strip():
            around = text[max(0, match.start() - 12) : match.end() + 12]
            params = {"value": around.replace("\n", " "), "name": unicodedata.name(match[0])}
        yield Finding(code=code, where=position(path, text, match.start()), params=params)


def position(path: str, text: str, offset: int) -> Location:
    """The line and column of an offset into a text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Location(path=path, line=line, column=column)
