"""Pure. What guides and templates say of themselves, and where they lead, held against the rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from quipu.findings import Finding, alike, did_you_mean
from quipu.model import Catalog, Document, Location
from quipu.parse.kinds import KINDS
from quipu.parse.registers.all import PATHS
from quipu.parse.wording import position

WORKING = ("guides", "templates")
"""Folders of ``content/`` whose texts may lead to one another by the names of their files."""
SHOWS_CODES = "yes"
"""The value of ``codes`` with which a guide asks for the list of codes of areas."""
ADDRESS = (
    r"(?:\.\./(?P<kind>guides|templates)/)?(?P<name>[A-Za-z0-9_+-]+)\.(?P<code>[a-z]{2,3})\.md"
)
"""How a text cites another: ``cerrar-un-periodo.es.md``, ``../templates/acta.es.md``."""
_CITED = re.compile(r"\]\((?P<address>[^)\s:]+\.md)\)")
_ADDRESS = re.compile(ADDRESS)
_FIRST_LINE = 2
"""Of the front matter: the first line of the file is the opening «---»."""


def check_guides(files: Mapping[str, bytes], catalog: Catalog, findings: list[Finding]) -> None:
    """Report guides and templates that lead to a text or a file that is not there.

    Args:
        files: The bytes of the root's files.
        catalog: What was read.
        findings: What is wrong is added here.
    """
    for document in catalog.documents:
        if document.kind in WORKING:
            text = files.get(document.origin.path, b"").decode("utf-8", "replace")
            findings += _links(document, text, files)
            findings += _files(document, text, files)
            findings += _codes(document, text)


def files_of(document: Document) -> tuple[str, ...]:
    """The files that a guide is about, in order; a folder ends with a slash."""
    return tuple(document.meta.get("file", "").split())


def _links(document: Document, text: str, known: Collection[str]) -> Iterator[Finding]:
    for match in _CITED.finditer(text):
        address = _ADDRESS.fullmatch(match["address"])
        if address is not None:
            kind = address["kind"] or document.kind
            path = f"content/{kind}/{address['name']}.{address['code']}.md"
            if path in known:
                continue
        where = position(document.origin.path, text, match.start("address"))
        folder = f"content/{document.kind}/"
        names = [path.removeprefix(folder) for path in known if path.startswith(folder)]
        options = did_you_mean(match["address"], names) or ", ".join(sorted(names))
        params = {"value": match["address"], "options": options}
        yield Finding(code="E688", where=where, params=params)


def _files(document: Document, text: str, known: Collection[str]) -> Iterator[Finding]:
    for path in files_of(document):
        # A register need not be kept here: who follows the guide begins it.
        if path not in known and path not in _FOLDERS and path not in PATHS:
            options = _beside(path, {*known, *PATHS})
            yield _finding("E689", document, text, "file", value=path, options=options)


def _beside(path: str, known: Collection[str]) -> str:
    """What may have been meant: what looks like it in its folder, or all that stands there."""
    if path.endswith("/"):
        return did_you_mean(path, _FOLDERS) or ", ".join(sorted(_FOLDERS))
    folder, slash, name = path.rpartition("/")
    begin = folder + slash
    names = [one.removeprefix(begin) for one in sorted(known) if one.startswith(begin)]
    names = [one for one in names if "/" not in one]
    close = alike(name, names)
    if close:
        return ", ".join(begin + one for one in close)
    return f"{begin} ({', '.join(names)})" if names else "data/sources.csv, content/practices/"


_FOLDERS = frozenset(f"content/{kind}/" for kind in KINDS)


def _codes(document: Document, text: str) -> Iterator[Finding]:
    value = document.meta.get("codes", SHOWS_CODES)
    if value != SHOWS_CODES:
        yield _finding("E637", document, text, "codes", value=value, options=SHOWS_CODES)


def _finding(code: str, document: Document, text: str, key: str, **params: str) -> Finding:
    """A finding at a value of the front matter, or at its beginning where it is not in one line."""
    where = Location(path=document.origin.path, line=_FIRST_LINE)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(f"{key}:"):
            column = line.find(params["value"], len(key) + 1) + 1
            where = Location(path=where.path, line=number, column=max(column, 1))
            break
    return Finding(code=code, where=where, field=key, params=params)
