"""Pure. Addresses that were published once: each still answers, by itself or by leading on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from quipu.findings import Finding, did_you_mean
from quipu.model import Location, PublishedAddress
from quipu.parse.editions import ADDRESS, NAME
from quipu.parse.ledger import LEDGER_PATH, ledger_line

_INDEX = "index.html"
_MOST_COMPARED = 40
_EDITION = re.compile(f"{ADDRESS}{NAME.pattern}/")


def address_of(path: str) -> str:
    """The address at which the file of a page answers."""
    return path.removesuffix(_INDEX)


def moved(addresses: Sequence[PublishedAddress]) -> dict[str, str]:
    """The files that only lead on, and the files they lead to."""
    return {
        f"{one.address}{_INDEX}": f"{one.target.removeprefix('/')}{_INDEX}"
        for one in addresses
        if one.target
    }


def new_addresses(
    addresses: Sequence[PublishedAddress], pages: AbstractSet[str]
) -> tuple[str, ...]:
    """The pages that the ledger does not list yet, as it would, in order."""
    known = {one.address for one in addresses}
    return tuple(
        sorted(a for p in pages if p.endswith(_INDEX) and (a := address_of(p)) not in known)
    )


def check_ledger(
    addresses: Sequence[PublishedAddress], pages: AbstractSet[str]
) -> Iterator[Finding]:
    """Hold the ledger against the pages that there will be.

    Args:
        addresses: What was ever published. Those of editions are held against the list of
            editions when it is read.
        pages: The files of all pages but those that only lead on.
    """
    addresses = [one for one in addresses if not _EDITION.fullmatch(one.address)]
    known = {address_of(path) for path in pages}
    compared = 0
    for one in addresses:
        shown, target = ledger_line(one.address), one.target.removeprefix("/")
        if one.target and one.address in known:
            yield Finding(code="E813", where=one.origin, params={"value": shown})
        elif one.target and target not in known:
            compared += 1
            options = _alike(target, known, compared)
            params = {"value": shown, "target": one.target, "options": options}
            yield Finding(code="E811", where=one.origin, params=params)
        elif not one.target and one.address not in known:
            compared += 1
            params = {"value": shown, "options": _alike(one.address, known, compared)}
            yield Finding(code="E809", where=one.origin, params=params)
    new = new_addresses(addresses, pages)
    if addresses and new:
        params = {"count": str(len(new)), "value": ledger_line(new[0])}
        yield Finding(code="N814", where=Location(path=LEDGER_PATH), params=params)


def _alike(address: str, known: AbstractSet[str], count: int) -> str:
    # Nobody mends hundreds of addresses by their likeness: a whole part of the site is gone.
    return (did_you_mean(address, known) if count <= _MOST_COMPARED else "") or "–"
