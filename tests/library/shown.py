"""A small root with every kind of entry, as values and as the pages that tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from quipu.findings import Finding
from quipu.model import Catalog, Location
from quipu.model.library import Course
from quipu.model.register_codes import Confidence
from quipu.model.registers import Proof
from quipu.pages.book import Book
from quipu.pages.library.plan import library_pages
from quipu.pages.page import Page
from quipu.periods import UNDATED, parse_period
from quipu.pipeline import REPOSITORY
from quipu.render import Renderer
from tests.books import book
from tests.hostile.library_cases import (
    COURSE_KEYS,
    PRACTICE_KEYS,
    REQUESTS,
    REQUESTS_HEAD,
    TOPICS,
    TOPICS_TABLE,
    document,
)
from tests.roots import LIVE, append, cell, minimal_root, read_root, write
from tests.samples import language

ASSISTANCE = "data/registers/assistance.csv"
AGREEMENTS = "data/registers/agreements.csv"
INSTITUTIONS = "data/registers/institutions.csv"
MEASURED = "content/practices/medida.es.md"
CLAIMED = "content/practices/afirmada.es.md"
PLAIN = "content/practices/simple.es.md"

PROOF = Proof(
    confidence=Confidence.OFFICIAL,
    sources=("S1",),
    document="",
    date_seen="",
    review_by=None,
    notes={},
    origin=Location(path="content/courses/curso.es.md", line=1),
)


def course(
    *,
    slug: str = "curso",
    valid_at: str = "",
    next_start: str = "",
    checked_on: str = "",
    topics: tuple[str, ...] = ("C2",),
) -> Course:
    """Make a course of which only its days matter."""
    return Course(
        slug=slug,
        ref_area="PE",
        titles={"es": slug, "en": slug},
        providers={},
        audiences={},
        modalities={},
        spoken={},
        costs={},
        texts={"es": ""},
        valid_at=parse_period(valid_at) if valid_at else UNDATED,
        hours=None,
        topics=topics,
        next_start=date.fromisoformat(next_start) if next_start else None,
        url="https://example.org/",
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
        proof=PROOF,
    )


def full_root(folder: Path) -> Path:
    """Write a root that holds practices, courses, assistance, requests and agreements."""
    root = minimal_root(folder)
    none = {"result_indicator": "", "result_before": "", "result_after": ""}
    changes: tuple[Callable[[Path], None], ...] = (
        write(TOPICS, TOPICS_TABLE),
        # Of region A the share rises from 20 to 60 of 100; of region B nothing is counted.
        *(cell(LIVE, 2, column, text) for column, text in (("value", "20.0"), ("numerator", "20"))),
        *(cell(LIVE, 2, column, "") for column in ("lower", "upper")),
        *(cell(LIVE, 5, column, text) for column, text in (("value", "60.0"), ("numerator", "60"))),
        append(LIVE, "PE-BBB,2024,60.0,,,,,A,B,S2,,,\n"),
        document(MEASURED, PRACTICE_KEYS, title="Medida", conditions="Un convenio"),
        document(CLAIMED, PRACTICE_KEYS, title="Afirmada", area="PE-BBB"),
        document(PLAIN, PRACTICE_KEYS, title="Simple", topics="C7", valid_at="", **none),
        document("content/courses/abierto.es.md", COURSE_KEYS, title="Abierto"),
        document(
            "content/courses/viejo.es.md", COURSE_KEYS, title="Escondido", checked_on="2024-01-01"
        ),
        document(
            "content/courses/guia.es.md", COURSE_KEYS, title="Guía", checked_on="", next_start=""
        ),
        document(
            "content/courses/dado.es.md",
            COURSE_KEYS,
            title="Dado",
            topics="C2",
            valid_at="2023",
            checked_on="",
            next_start="",
        ),
        write(
            ASSISTANCE,
            "ref_area,valid_at,provider_es,provider_en,recipient_es,recipient_en,form_es,form_en,"
            "topics,statement_es,statement_en,confidence,source\n"
            "PE-BBB,2023,Quien ayuda,Who helps,Entidad,Body,taller,workshop,C2,Hubo un taller.,"
            "There was a workshop.,A,S1\n"
            "PE,,Otro,Other,Todas,All,asesoría,advice,C2 C7,Se asesora.,Advice is given.,C,S2\n",
        ),
        write(
            REQUESTS,
            f"{REQUESTS_HEAD}A-1,PE-AAA,Entidad,Body,C2,high,open,2025-01-10,,A,S1\n"
            "A-2,PE-BBB,Otra,Another,C7,low,closed,2025-01-10,2025-01-15,A,S1\n",
        ),
        write(
            INSTITUTIONS,
            "id,actor,public,name_es,name_en\n"
            "gobierno,regional_government,yes,Gobierno,Government\n",
        ),
        write(
            AGREEMENTS,
            "ref_area,id,body,agreed_on,text_es,text_en,owner,due,state,done_on,evidence,topics,"
            "confidence,source\n"
            "PE-AAA,1,commission,2024-01-10,Publicar,Publish,gobierno,2024-06-30,pending,,,C2,A,S1\n"
            "PE-AAA,2,commission,2024-01-10,Aprobar,Approve,gobierno,2024-06-30,done,2024-06-01,"
            "https://example.org/x,,A,S1\n",
        ),
    )
    for change in changes:
        change(root)
    return root


def blamed(findings: Iterable[Finding]) -> list[str]:
    """What is wrong, but for columns that nobody filled in and courses that are hidden."""
    return [str(f.where) for f in findings if f.code not in ("W217", "N649")]


def read(folder: Path) -> Catalog:
    """The facts of that root, of which nothing but notes may be said."""
    catalog, findings = read_root(full_root(folder))
    assert blamed(findings) == []
    return catalog


def opened(facts: Catalog, code: str = "es", as_of: date = date(2025, 6, 30)) -> Book:
    """The book of a language, on the day of the synthetic edition."""
    found = book(facts, code)
    return replace(found, edition=replace(found.edition, as_of=as_of))


def pages(facts: Catalog, code: str = "es") -> dict[str, Page]:
    """Every page of the libraries, by its file."""
    found = list(library_pages(opened(facts, code)))
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


@cache
def renderer() -> Renderer:
    """The templates of the site, with their Spanish texts."""
    folder = REPOSITORY / "templates"
    templates = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }
    words = {code: language(code).translations for code in ("es", "en")}
    return Renderer(templates, words)
