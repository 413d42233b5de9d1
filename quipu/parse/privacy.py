"""Pure. Numbers that single out a person, wherever readers would see them.

Only what is certain: a document number next to its name, a mobile number next to the word,
an address at a provider of private mail. Names cannot be told from other words, so people
who review a change look for those.
"""

from __future__ import annotations

import re

from quipu.findings import Finding
from quipu.parse.wording import position

_NEXT_TO = r"(?:\s|n\.?[º°o]\.?|no\.|n[uú]m(?:ero)?\.?|[.:#-])*"
_PERSONAL = re.compile(
    rf"\b(?:d\.?n\.?i\b\.?{_NEXT_TO}[0-9]{{8}}\b"
    rf"|(?:carn[eé]|c\.?e\.?)\s+(?:de\s+)?extranjer[ií]a{_NEXT_TO}[0-9]{{9}}\b"
    # The number of a person that trades is 10, the document number, and a digit.
    rf"|r\.?u\.?c\b\.?{_NEXT_TO}10[0-9]{{9}}\b"
    rf"|(?:cel(?:ular)?|m[oó]vil|tel(?:[eé]fono)?|whatsapp)\b\.?(?:\s+(?:al?|de|es))*{_NEXT_TO}"
    r"(?:\+?51\s?)?9[0-9]{2}[\s-]?[0-9]{3}[\s-]?[0-9]{3}\b)"
    r"|\b[\w.+-]{1,64}@(?:gmail|hotmail|outlook|yahoo|live|icloud)\.[a-z.]{2,10}\b",
    re.IGNORECASE,
)
_SIGNS = (
    "dni",
    "d.n.i",
    "extranjer",
    "ruc",
    "r.u.c",
    "cel",
    "móvil",
    "movil",
    "tel",
    "whats",
    "llam",
)
_DIGITS = re.compile(r"[0-9]{3}[\s-]?[0-9]{3}")


def check_privacy(path: str, text: str, findings: list[Finding]) -> None:
    """Report what singles out a person; the number itself is not repeated."""
    if "@" not in text and not _may_hold_a_number(text):
        return
    for match in _PERSONAL.finditer(text):
        where = position(path, text, match.start())
        shown = re.sub(r"[0-9](?=[0-9\s-]*[0-9]{2})", "·", match[0])
        value = re.sub(r"^[^@]+(?=@)", "…", shown)
        findings.append(Finding(code="E233", where=where, params={"value": value}))


_CONTACT = re.compile(
    # What an address ends in decides; «@» within a web address is none.
    r"(?<![\w/.-])[\w.+-]{1,64}@"
    r"(?!(?:[\w-]+\.)*(?:gob|gov|edu|mil|org)(?:\.pe)?(?![\w-]|\.\w))"
    r"(?:[\w-]+\.)+[a-z]{2,10}\b"
    r"|(?<![\d./-])(?:\+51[\s-]?)?9[0-9]{2}[\s-][0-9]{3}[\s-][0-9]{3}(?![\d-])"
    r"|\+51[\s-]?9[0-9]{8}\b"
    # Nine digits are a telephone unless a word says what they count.
    r"|(?<![\w.,/=#-])(?<!S/ )9[0-9]{8}(?![\w/-])(?![.,][0-9])"
    r"(?!\s(?:soles|habitantes|personas|inhabitants|people))"
    r"|\bd\.?n\.?i\b\.?:?\s*[0-9]{2}\.[0-9]{3}\.[0-9]{3}\b",
    re.IGNORECASE,
)

_LONGEST_WORDS = 40
"""Characters of the words that may stand before a number and say what it is."""


def check_contacts(path: str, text: str, findings: list[Finding]) -> None:
    """Report e-mails that are no institution's and mobile numbers, in texts people contribute.

    What `check_privacy` reports is not told twice.
    """
    for match in _CONTACT.finditer(text):
        before = max(0, match.start() - _LONGEST_WORDS)
        told = _PERSONAL.finditer(text, before, match.end())
        if any(found.end() > match.start() for found in told):
            continue
        shown = re.sub(r"[0-9](?=[0-9\s-]*[0-9]{2})", "·", match[0])
        value = re.sub(r"^[^@]+(?=@)", "…", shown)
        where = position(path, text, match.start())
        findings.append(Finding(code="E626", where=where, params={"value": value}))


def _may_hold_a_number(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS) and bool(_DIGITS.search(text))
