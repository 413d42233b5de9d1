"""Pure. Look over the finished pages before anybody else does.

``quipu.publish.facts`` takes from one page after another what is to be known of it; here the
links of all are held against the files of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quipu.publish.facts import LONGEST_DETAIL, PageFacts
from quipu.publish.links import LinkTable

__all__ = ["Problem", "inspect_site"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """A fault of one published page."""

    path: str
    """Of the page, relative to the site."""
    rule: str
    """Permanent name of what was broken, for example ``link-resolves``."""
    detail: str
    """The offending text or what is missing, short enough for a terminal."""


def inspect_site(
    facts_by_path: Mapping[str, PageFacts], files: AbstractSet[str], *, base_path: str = "/"
) -> tuple[Problem, ...]:
    """Find every fault of a finished site that a machine can see.

    Args:
        facts_by_path: What is known of every page.
        files: The paths of all files of the site, its pages included.
        base_path: Where the site stands on its host. Only ``404.html``, which a host
            serves at any depth, may use addresses that start with it.

    Returns:
        All problems, ordered by page, rule and detail, each once.
    """
    links = LinkTable(
        files=files,
        ids_by_page={path: facts.ids for path, facts in facts_by_path.items()},
        base_path=base_path,
    )
    found = {
        Problem(path=path, rule=rule, detail=detail[:LONGEST_DETAIL])
        for path, facts in facts_by_path.items()
        for rule, detail in (*facts.faults, *links.broken(path, facts.links))
    }
    return tuple(sorted(found))
