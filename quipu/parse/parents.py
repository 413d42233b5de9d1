"""Pure. Trees that are written as a parent a row: circles, and parents that do not exist."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import islice

from quipu.findings import did_you_mean

_MOST_COMPARED = 300
_MOST_OPTIONS = 6


def circles(parents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Find the rows that are within themselves.

    Args:
        parents: The parent of every code, empty where there is none.

    Yields:
        Once for every circle: its first code in the order given, and its codes, «A → B → A».
    """
    order = {code: number for number, code in enumerate(parents)}
    done: set[str] = set()
    for code in parents:
        way = list(_way_up(code, parents, done))
        done.update(way)
        again = parents[way[-1]] if way else ""
        # What only leads into a circle is not part of it.
        if again in way:
            circle = way[way.index(again) :]
            first = min(circle, key=order.__getitem__)
            start = circle.index(first)
            yield first, " → ".join([*circle[start:], *circle[:start], first])


def unknown_parents(parents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Find the rows whose parent is no row.

    Args:
        parents: The parent of every code, empty where there is none.

    Yields:
        The code of each, and codes that may contain it: those spelt alike, otherwise the first
        ones; never itself or what is within it.
    """
    tops = _tops(parents)
    for code, parent in parents.items():
        if parent and parent not in parents:
            free = list(islice((one for one in parents if tops[one] != code), _MOST_COMPARED))
            yield code, did_you_mean(parent, free) or ", ".join(free[:_MOST_OPTIONS]) or "–"


def _tops(parents: Mapping[str, str]) -> dict[str, str]:
    """The code at the top of every code's way up; empty for those that end in a circle."""
    tops: dict[str, str] = {}
    for code in parents:
        way = list(_way_up(code, parents, tops))
        if way:
            above = parents[way[-1]]
            top = "" if above in way else tops.get(above, way[-1])
            tops.update(dict.fromkeys(way, top))
    return tops


def _way_up(code: str, parents: Mapping[str, str], done: Container[str]) -> dict[str, None]:
    """The code, its parent and so on, until there is none, it is done or one comes again."""
    way: dict[str, None] = {}
    while code in parents and code not in done and code not in way:
        way[code] = None
        code = parents[code]
    return way
