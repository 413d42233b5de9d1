"""Shell. What is known of finished pages, without looking again at those that did not change.

Pages are always read from where they were written. What was found in a page is kept under its
path and the hash of its bytes, so that an unchanged page costs its reading and no more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from quipu.publish import facts as facts_module
from quipu.publish import links as links_module
from quipu.publish.facts import PageFacts, page_facts
from quipu.store import Store

_MOST_PAGES = 4_000
"""Of larger sites nothing is kept: it would take most of the cache."""


def known_facts(pages: Mapping[str, bytes], store: Store) -> dict[str, PageFacts]:
    """What is to be known of every page of a site, by path.

    Args:
        pages: The files of the site; only those that end in ``.html`` are looked at.
        store: Holds the facts of the pages of the last build, and then those of this one.
    """
    paths = [path for path in pages if path.endswith(".html")]
    if len(paths) > _MOST_PAGES:
        return {path: page_facts(path, pages[path]) for path in paths}
    entry = _entry()
    before: dict[str, Any] = json.loads(store.get(entry) or "{}")
    found, kept = {}, {}
    for path in paths:
        body = pages[path]
        key = f"{sha256(body).hexdigest()} {path}"
        facts = _loaded(before[key]) if key in before else page_facts(path, body)
        found[path] = facts
        kept[key] = (facts.faults, facts.links, facts.ids)
    if kept.keys() != before.keys():
        store.put(entry, json.dumps(kept, ensure_ascii=False, sort_keys=True))
    return found


def _loaded(kept: tuple[list[list[str]], list[str], list[str]]) -> PageFacts:
    faults, links, ids = kept
    return PageFacts(
        faults=tuple((rule, detail) for rule, detail in faults), links=tuple(links), ids=tuple(ids)
    )


def _entry() -> str:
    """The key of the facts: other rules find other facts."""
    # Pages are read with the library of this Python.
    found = sha256(f"page facts {sys.version}".encode())
    for module in (facts_module, links_module):
        assert module.__file__ is not None  # it was read from a file
        found.update(Path(module.__file__).read_bytes())
    return found.hexdigest()
