"""Pure. Practices and courses of ``content/`` to values: the keys of a document are its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quipu.findings import Finding, choices, is_blocking
from quipu.model import Catalog, Document, Indicator, Location, Observation
from quipu.model.library import Claim, Course, Library, Practice, PracticeStatus
from quipu.parse.cells import read_area, read_number, read_period
from quipu.parse.registers.reading import Desk
from quipu.parse.table import Row

_KEY = re.compile(r"^([a-z_]+):[ \t]*[\"']?", re.MULTILINE)
_SHARED = {
    "practices": (
        *("area", "status", "valid_at", "topics", "confidence", "source", "date_seen"),
        *("review_by", "result_indicator", "result_before", "result_after"),
    ),
    "courses": (
        *("area", "valid_at", "hours", "topics", "next_start", "url", "checked_on"),
        *("confidence", "source", "date_seen"),
    ),
}
"""What a document and its translations must say alike: facts, not words."""
_RESULT = ("result_indicator", "result_before", "result_after")
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Front(Row):
    """Front matter read as a record: each key knows its place."""

    places: Mapping[str, Location] = field(default_factory=dict)

    def where(self, column: str = "") -> Location:
        """The place of a value, or of the document."""
        return self.places.get(column, Location(path=self.path, line=self.line))


Figures = Mapping[tuple[str, str, str], Observation]
"""Values by indicator, area and period."""


def with_library(catalog: Catalog, files: Mapping[str, bytes], findings: list[Finding]) -> Catalog:
    """Read the practices and courses among the documents.

    Args:
        catalog: The documents; the areas, sources, topics and figures that they may name.
        files: The bytes of the root's files, by path: where a key stands is looked up there.
        findings: What is wrong is added here.

    Returns:
        The catalog with those that can be used, by name.
    """
    documents = catalog.documents
    desk = Desk(
        files=files,
        site=catalog.site,
        areas=catalog.areas_by_code,
        sources=catalog.sources_by_id,
        findings=findings,
        topics=catalog.registers.topics,
    )
    named = [d for d in documents if d.kind == "practices" and d.meta.get(_RESULT[0])]
    asked = {d.meta[_RESULT[0]] for d in named}
    figures = {
        (o.indicator, o.ref_area, o.period.code): o
        for o in catalog.observations
        if o.indicator in asked and o.value is not None
    }
    indicators = catalog.indicators_by_id
    practices = (
        _practice(own, desk, indicators, figures) for own in _by_name(documents, "practices", desk)
    )
    courses = (_course(own, desk) for own in _by_name(documents, "courses", desk))
    library = Library(
        practices=tuple(one for one in practices if one is not None),
        courses=tuple(one for one in courses if one is not None),
    )
    return replace(catalog, library=library)


def _by_name(
    documents: Sequence[Document], kind: str, desk: Desk
) -> Iterable[tuple[Document, ...]]:
    """Each document with its translations, the first language first."""
    order = {code: n for n, code in enumerate(desk.site.languages)}
    found: dict[str, list[Document]] = {}
    for document in documents:
        if document.kind == kind and document.language in order:
            found.setdefault(document.name, []).append(document)
    for _, own in sorted(found.items()):
        own.sort(key=lambda document: order[document.language])
        _check_alike(own, desk)
        yield tuple(own)


def _check_alike(own: Sequence[Document], desk: Desk) -> None:
    """Report a translation that tells another fact than the first language."""
    first = own[0]
    for other in own[1:]:
        front = _front(other, desk)
        for key in _SHARED[first.kind]:
            if other.meta.get(key, "") != first.meta.get(key, ""):
                params = {"other": first.meta.get(key, "") or "–", "path": first.origin.path}
                value = other.meta.get(key, "") or "–"
                desk.findings.append(front.finding("E647", key, value=value, **params))


def _front(document: Document, desk: Desk) -> Front:
    path = document.origin.path
    text = desk.files.get(path, b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
    places: dict[str, Location] = {}
    for match in _KEY.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.end() - match.start() + 1
        places.setdefault(match[1], Location(path=path, line=line, column=column))
    return Front(
        path=path,
        line=1,
        text="",
        order=(),
        cells=document.meta,
        faulty=frozenset(),
        places=places,
    )


def _said(own: Sequence[Document], key: str) -> dict[str, str]:
    """What the documents say under a key, by language."""
    return {d.language: d.meta[key] for d in own if d.meta.get(key)}


def _practice(
    own: tuple[Document, ...],
    desk: Desk,
    indicators: Mapping[str, Indicator],
    figures: Figures,
) -> Practice | None:
    before, front = len(desk.findings), _front(own[0], desk)
    area = read_area(front, "area", desk.areas, desk.findings)
    valid_at = read_period(front, "valid_at", desk.findings)
    status, topics, proof = _status(front, desk), desk.listed_topics(front), desk.proof(front)
    claim = _claim(front, area or "", desk, indicators, figures)
    if is_blocking(desk.findings[before:]) or not area or valid_at is None or not proof.sources:
        return None
    return Practice(
        slug=own[0].name,
        ref_area=area,
        titles=_said(own, "title"),
        bodies=_said(own, "body"),
        status=status,
        texts={d.language: d.body for d in own},
        costs=_said(own, "cost"),
        conditions=_said(own, "conditions"),
        valid_at=valid_at,
        topics=topics,
        claim=claim,
        proof=proof,
    )


def _status(front: Front, desk: Desk) -> PracticeStatus:
    """Whether it was done: it was, where nothing is said. Another word is a finding."""
    word = front["status"]
    if word in [*PracticeStatus]:
        return PracticeStatus(word)
    if word:
        desk.findings.append(front.finding("E690", "status"))
    return PracticeStatus.DONE


def _claim(
    front: Front,
    area: str,
    desk: Desk,
    indicators: Mapping[str, Indicator],
    figures: Figures,
) -> Claim | None:
    """The figures before and after; None where none are named, or with a finding."""
    indicator, *periods = (front[key] for key in _RESULT)
    if not (indicator or any(periods)):
        return None
    lacking = [key for key in _RESULT if not front[key]]
    if lacking:
        given = next(key for key in _RESULT if front[key])
        told = front.finding("E640", given, missing=", ".join(lacking))
        desk.findings.append(told)
        return None
    if indicator not in indicators:
        options = choices(indicator, indicators)
        desk.findings.append(front.finding("E641", _RESULT[0], options=options))
        return None
    before, after = (read_period(front, key, desk.findings) for key in _RESULT[1:])
    if before is None or after is None:
        return None
    for key, period in zip(_RESULT[1:], (before, after), strict=True):
        if area and (indicator, area, period.code) not in figures:
            known = [p for i, a, p in figures if (i, a) == (indicator, area)]
            params = {"indicator": indicator, "area": area}
            options = ", ".join(known[-_MOST_NAMED:]) or "–"
            desk.findings.append(front.finding("E642", key, options=options, **params))
            return None
    if after.start <= before.end:
        desk.findings.append(front.finding("E643", _RESULT[2], start=before.code))
        return None
    return Claim(indicator=indicator, before=before.code, after=after.code)


def _course(own: tuple[Document, ...], desk: Desk) -> Course | None:
    found, front = len(desk.findings), _front(own[0], desk)
    area = read_area(front, "area", desk.areas, desk.findings)
    valid_at = read_period(front, "valid_at", desk.findings)
    hours = read_number(front, "hours", desk.findings)
    topics, proof, url = desk.listed_topics(front), desk.proof(front), desk.link(front, "url")
    days: list[date | None] = [desk.day(front, key) for key in ("next_start", "checked_on")]
    if is_blocking(desk.findings[found:]) or not area or valid_at is None or not proof.sources:
        return None
    return Course(
        slug=own[0].name,
        ref_area=area,
        titles=_said(own, "title"),
        providers=_said(own, "provider"),
        audiences=_said(own, "audience"),
        modalities=_said(own, "modality"),
        spoken=_said(own, "language"),
        costs=_said(own, "cost"),
        texts={d.language: d.body for d in own},
        valid_at=valid_at,
        hours=hours,
        topics=topics,
        next_start=days[0],
        url=url,
        checked_on=days[1],
        proof=proof,
    )
