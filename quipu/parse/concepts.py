"""Pure. What concepts say of themselves in their front matter, held against all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from quipu.findings import Finding, choices
from quipu.model import Catalog, Document, Location, in_language
from quipu.model.norms import Norm, NormState
from quipu.parse.cells import date_slip, is_date
from quipu.periods import PeriodError, parse_period

_SHORTEST = 3
_SHORTEST_ACRONYM = 2


def check_concepts(files: Mapping[str, bytes], catalog: Catalog, findings: list[Finding]) -> None:
    """Report concepts that cite what is not there, or claim what another one explains.

    Args:
        files: The bytes of the root's files, to tell where a key stands.
        catalog: What was read.
        findings: What is wrong is added here.
    """
    claimed: dict[tuple[str, str], Document] = {}
    for documents in catalog.concepts.values():
        for document in documents:
            text = files.get(document.origin.path, b"").decode("utf-8", "replace")
            findings += _sources(document, text, catalog)
            findings += _days(document, text)
            findings += _framework(document, text, catalog.registers.norms)
            findings += _terms(document, text, claimed)


def terms_of(document: Document) -> tuple[str, ...]:
    """The terms that lead to a concept: «;» stands between them."""
    parts = document.meta.get("terms", "").split(";")
    return tuple(term for part in parts if (term := " ".join(part.split())))


def frameworks_of(document: Document) -> tuple[str, ...]:
    """The norms that a concept rests on, as it writes them: «;» stands between them."""
    parts = document.meta.get("framework_version", "").split(";")
    return tuple(part.strip() for part in parts if part.strip())


def norm_named(name: str, norms: Mapping[str, Norm]) -> Norm | None:
    """The norm of a name in any language."""
    wanted = name.casefold()
    for norm in norms.values():
        if any(own.casefold() == wanted for own in norm.names.values()):
            return norm
    return None


def _sources(document: Document, text: str, catalog: Catalog) -> Iterator[Finding]:
    known = catalog.sources_by_id
    for key in document.meta.get("sources", "").split():
        if key not in known:
            options = choices(key, known)
            yield _finding("E304", document, text, "sources", value=key, options=options)


def _days(document: Document, text: str) -> Iterator[Finding]:
    day = document.meta.get("review_by", "")
    if day and not (is_date(day) and len(day) == len("2024-03-31")):
        slip = date_slip(day)
        told = slip if len(slip.get("fixed", "")) == len("2024-03-31") else {}
        yield _finding("E422", document, text, "review_by", value=day, **told)
    when = document.meta.get("valid_at", "")
    if when:
        try:
            parse_period(when)
        except PeriodError:
            yield _finding("E224", document, text, "valid_at", value=when)


def _framework(document: Document, text: str, norms: Mapping[str, Norm]) -> Iterator[Finding]:
    for name in frameworks_of(document):
        norm = norm_named(name, norms)
        if norm is not None and norm.state is NormState.REPEALED:
            today = norms.get(norm.replaced_by)
            fixed = in_language(today.names, document.language, "es")[0] if today else ""
            told = {"value": name, "fixed": fixed or "–"}
            yield _finding("E684", document, text, "framework_version", **told)


def _terms(
    document: Document, text: str, claimed: dict[tuple[str, str], Document]
) -> Iterator[Finding]:
    for term in terms_of(document):
        letters = sum(sign.isalnum() for sign in term)
        if letters < (_SHORTEST_ACRONYM if term.isupper() else _SHORTEST):
            yield _finding("E686", document, text, "terms", value=term)
        first = claimed.setdefault((document.language, term.casefold()), document)
        if first is not document:
            told = {"value": term, "first": first.origin.path}
            yield _finding("E680", document, text, "terms", **told)


def _finding(code: str, document: Document, text: str, key: str, **params: str) -> Finding:
    """A finding at a value of the front matter, or at its key where it is written otherwise."""
    where = document.origin
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(f"{key}:"):
            column = line.find(params["value"], len(key) + 1) + 1
            where = Location(path=where.path, line=number, column=max(column, 1))
            break
    return Finding(code=code, where=where, field=key, params=params)


def is_due(document: Document, as_of: date) -> bool:
    """Whether the day by which a concept was to be reviewed is over."""
    day = document.meta.get("review_by", "")
    return bool(day) and is_date(day) and day < as_of.isoformat()
