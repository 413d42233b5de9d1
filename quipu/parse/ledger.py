"""Pure. ``data/urls.txt``: every address that was ever published, one a line.

``regiones/cusco/`` stands where it always did; ``regiones/qosqo/ -> regiones/cusco/`` leads on.
"""

from __future__ import annotations

import re

from quipu.findings import Finding
from quipu.model import Location, PublishedAddress
from quipu.parse.text import decode

LEDGER_PATH = "data/urls.txt"
ARROW = " -> "

_ADDRESS = re.compile(r"(?:[A-Za-z0-9_.+-]+/)*")


def parse_ledger(body: bytes, findings: list[Finding]) -> tuple[PublishedAddress, ...]:
    """Read the addresses, in file order; lines that start with ``#`` are remarks.

    Args:
        body: The file.
        findings: What is wrong is added here.
    """
    text = decode(LEDGER_PATH, body, findings) or ""
    found: dict[str, PublishedAddress] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        where = Location(path=LEDGER_PATH, line=number)
        if not line.strip() or line.startswith("#"):
            continue
        address, arrow, target = line.partition(ARROW)
        # The first page of all stands at the root, which is written as a slash.
        address, target = (part.strip().removeprefix("/") for part in (address, target))
        if not (_ADDRESS.fullmatch(address) and _ADDRESS.fullmatch(target)) or ".." in line:
            findings.append(Finding(code="E810", where=where, params={"value": line.strip()}))
        elif address in found:
            first = str(found[address].origin.line)
            params = {"value": address or "/", "first": first}
            findings.append(Finding(code="E301", where=where, params=params))
        elif arrow and address == target:
            findings.append(Finding(code="E810", where=where, params={"value": line.strip()}))
        else:
            found[address] = PublishedAddress(
                address=address, target=(target or "/") if arrow else "", origin=where
            )
    return tuple(found.values())


def ledger_line(address: str) -> str:
    """An address as the file holds it."""
    return address or "/"
