"""Pure. Front matter whose values mean something: where a key stands, and what it lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quipu.findings import Finding, did_you_mean
from quipu.model import Catalog, Document, Location

_MOST_NAMED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front matter of a document and where findings on it go."""

    document: Document
    body: bytes
    """The file that the document was read from."""
    findings: list[Finding]

    def __getitem__(self, key: str) -> str:
        """The value of a key; empty when it has none."""
        return self.document.meta.get(key, "")

    def where(self, key: str) -> Location:
        """The line on which a key stands; the first one where it does not."""
        match = re.search(rb"^%s[ \t]*:" % re.escape(key.encode()), self.body, re.MULTILINE)
        line = self.body.count(b"\n", 0, match.start()) + 1 if match else 1
        return Location(path=self.document.origin.path, line=line)

    def tell(self, code: str, key: str, **params: str) -> None:
        """Write down what is wrong with a key."""
        told = {"value": self[key], **params}
        self.findings.append(Finding(code=code, where=self.where(key), field=key, params=told))

    def listed(self, key: str, known: Collection[str], code: str) -> tuple[str, ...]:
        """The known ones among what a key lists, each once; the others become findings."""
        found: dict[str, None] = {}
        for one in self[key].split():
            if one in known:
                found[one] = None
            else:
                listed = ", ".join(tuple(known)[:_MOST_NAMED]) or "–"
                # Of two numbers none is a slip of the other.
                options = listed if one.isdigit() else did_you_mean(one, known) or listed
                self.tell(code, key, value=one, options=options)
        return tuple(found)


def fronts(
    catalog: Catalog, files: Mapping[str, bytes], kind: str, findings: list[Finding]
) -> dict[str, tuple[Front, ...]]:
    """The documents of a kind by name, each in all its languages, that of the site first."""
    found: dict[str, list[Front]] = {}
    places = {code: n for n, code in enumerate(catalog.site.languages)}
    own = (d for d in catalog.documents if d.kind == kind and d.language in places)
    for document in sorted(own, key=lambda document: places[document.language]):
        body = files.get(document.origin.path, b"")
        front = Front(document=document, body=body, findings=findings)
        found.setdefault(document.name, []).append(front)
    return {name: tuple(versions) for name, versions in found.items()}


def check_same(versions: tuple[Front, ...], keys: Collection[str]) -> None:
    """Report translations that say another thing where there is nothing to translate."""
    first = versions[0]
    for other in versions[1:]:
        for key in keys:
            if other[key] != first[key]:
                path = first.document.origin.path
                other.tell("E679", key, other=first[key] or "–", path=path)
