"""Pure. Advice for agencies: its registers, and its cards held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quipu.findings import Finding, choices
from quipu.model import Catalog, Document, Location
from quipu.model.agencies import Advice, AdviceFamily, DecisionPoint, Mitigation, Question
from quipu.parse.registers import agencies, risks
from quipu.parse.registers.reading import Desk, Shape
from quipu.parse.registers.together import check_twice

KIND = "advice"
NORMS = "norms"
SHAPES: tuple[Shape, ...] = (
    agencies.AGENCIES,
    risks.RISKS,
    risks.CONTROLS,
    agencies.QUESTIONS,
    agencies.MITIGATIONS,
)
RESERVED = ("autoevaluacion", "self-check")
"""Names of cards that would stand where the self-check does."""


def with_advice(catalog: Catalog, files: Mapping[str, bytes], findings: list[Finding]) -> Catalog:
    """Add agencies, risks and advice.

    Args:
        catalog: What was read; the norms among its registers.
        files: The bytes of the root's files, by path.
        findings: What is wrong is added here.

    Returns:
        The catalog with those facts, their rows among the registers.
    """
    if not any(shape.path in files for shape in SHAPES) and not _cards(catalog):
        return catalog
    registers = catalog.registers
    desk = Desk(
        files=files,
        site=catalog.site,
        areas=catalog.areas_by_code,
        sources=catalog.sources_by_id,
        findings=findings,
        institutions=registers.institutions,
        topics=registers.topics,
    )
    found_agencies, found_risks = agencies.read_agencies(desk), risks.read_risks(desk)
    listed = {row.cells.get("id", "") for row in desk.rows.get(risks.RISKS.name, ())}
    advice = Advice(
        agencies=found_agencies,
        risks=found_risks,
        controls=risks.read_controls(desk, listed),
        questions=agencies.read_questions(desk),
        mitigations=agencies.read_mitigations(desk),
    )
    check_twice(desk.rows, findings)
    rows = {**registers.rows, **desk.rows}
    full = replace(catalog, advice=advice, registers=replace(registers, rows=rows))
    findings += _check_rows(full)
    findings += _check_cards(full, files)
    return full


def _cards(catalog: Catalog) -> tuple[Document, ...]:
    """The cards, each in its first language."""
    first = catalog.site.languages[0]
    return tuple(d for d in catalog.documents if (d.kind, d.language) == (KIND, first))


def _check_rows(catalog: Catalog) -> Iterator[Finding]:
    """Report questions and measures of no card, and measures that rest on no norm."""
    cards = {document.name for document in catalog.documents if document.kind == KIND}
    norms = {row.cells.get("id", "") for row in catalog.registers.rows.get(NORMS, ())}
    advice = catalog.advice
    asked: tuple[Question | Mitigation, ...] = (*advice.questions, *advice.mitigations)
    for row in asked:
        if row.card not in cards:
            params = {"value": row.card, "options": choices(row.card, sorted(cards))}
            yield Finding(code="E631", where=row.origin, field="card", params=params)
    for measure in advice.mitigations:
        if measure.norm not in norms:
            params = {"value": measure.norm, "options": choices(measure.norm, sorted(norms))}
            yield Finding(code="E630", where=measure.norm_at, field="norm", params=params)


def _check_cards(catalog: Catalog, files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Report cards that ask or propose nothing, and keys that say what there is not."""
    asked = {question.card for question in catalog.advice.questions}
    helped = {measure.card for measure in catalog.advice.mitigations}
    for card in _cards(catalog):
        for shape, kept in ((agencies.QUESTIONS, asked), (agencies.MITIGATIONS, helped)):
            if card.name not in kept:
                params = {"value": card.name, "path": shape.path}
                yield Finding(code="E632", where=card.origin, params=params)
    known = catalog.indicators_by_id
    for document in (d for d in catalog.documents if d.kind == KIND):
        text = files[document.origin.path].decode("utf-8", "replace")
        if document.name in RESERVED:
            yield Finding(code="E639", where=document.origin, params={"value": document.name})
        for key, codes in (("family", AdviceFamily), ("decision_point", DecisionPoint)):
            value = document.meta.get(key, "")
            if value and value not in tuple(codes):
                params = {"value": value, "options": choices(value, sorted(codes))}
                where = _place(document, text, key)
                yield Finding(code="E637", where=where, field=key, params=params)
        for value in document.meta.get("indicators", "").split():
            if value not in known:
                params = {"value": value, "options": choices(value, sorted(known))}
                where = _place(document, text, "indicators")
                yield Finding(code="E638", where=where, field="indicators", params=params)


def _place(document: Document, text: str, key: str) -> Location:
    """Where a key's value starts in the front matter of a document."""
    match = re.search(rf"^{key}:[ \t]*", text, re.MULTILINE)
    if match is None:
        return document.origin
    line = text.count("\n", 0, match.start()) + 1
    return replace(document.origin, line=line, column=match.end() - match.start() + 1)
