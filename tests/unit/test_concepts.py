"""Concepts and the norms of today: their pages, what they are linked with, and their JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quipu.artifact import Artifact
from quipu.exports.concepts import concept_files
from quipu.model import Catalog
from quipu.pages.system.concepts import (
    concept_pages,
    concept_paths,
    concepts_page,
)
from quipu.pages.terms import with_terms
from quipu.render import HTML
from quipu.views.concepts import ConceptPage, NormRow
from tests.books import book
from tests.hostile.concept_cases import concept, norms
from tests.roots import both, minimal_root, read_root

_TODAY = "norma-2,Norma 2,Norm 2,Sobre el asunto uno,On one,in_force,,no,S1"
_FORMER = "norma-1,Norma 1,Norm 1,Antes,Before,repealed,norma-2,yes,S2"
_OPEN = "norma-3,Norma 3,Norm 3,Otra,Other,unknown,,no,"


@pytest.fixture(name="facts")
def _facts(tmp_path: Path) -> Catalog:
    root = minimal_root(tmp_path)
    both(
        norms(_FORMER, _TODAY, _OPEN),
        concept(
            "uno",
            title="Asunto uno",
            summary="Lleva al asunto dos.",
            terms="asunto uno;XX",
            sources="S2 S1",
            framework_version="Norma 2; Ley 99",
            valid_at="2025-05",
            review_by="2025-12-31",
        ),
        concept("dos", title="Asunto dos", terms="asunto dos"),
    )(root)
    return read_root(root)[0]


def views(facts: Catalog, code: str = "es") -> dict[str, ConceptPage]:
    """The pages of single concepts, by path."""
    pages = list(concept_pages(book(facts, code)))[1:]
    return {page.path: page.view for page in pages if isinstance(page.view, ConceptPage)}


def test_every_page_is_foretold(facts: Catalog) -> None:
    """The list of paths, made without pages, is that of the pages, in each language."""
    for code, first in (("es", "conceptos/index.html"), ("en", "en/concepts/index.html")):
        own = book(facts, code)
        paths = list(concept_paths(own))
        assert paths == [page.path for page in concept_pages(own)]
        assert (paths[0], len(paths)) == (first, 3)


def test_a_root_that_explains_nothing_has_no_such_page(tmp_path: Path) -> None:
    """Nothing is made, and the first page that a term would lead to is not linked."""
    own = book(read_root(minimal_root(tmp_path))[0])
    assert list(concept_paths(own)) == []
    assert list(concept_pages(own)) == []
    assert list(concept_files(own.catalog)) == []


def test_norms_stand_by_their_state(facts: Catalog) -> None:
    """In force first; what is repealed names the norm of today; what is unread says so."""
    tables = concepts_page(book(facts)).norms
    told = [(t.caption, [r.name for r in t.rows], t.has_successors) for t in tables]
    assert told == [
        ("Normas vigentes", ["Norma 2"], False),
        ("Normas derogadas", ["Norma 1"], True),
        ("Normas cuyo estado está por verificar", ["Norma 3"], False),
    ]
    [today], [former], [unread] = (table.rows for table in tables)
    assert (today.state, today.is_verified) == ("vigente", False)
    assert former.replaced_by is not None
    assert (former.replaced_by.href, former.replaced_by.text) == ("#n-norma-2", "Norma 2")
    assert (unread.state, unread.sources) == ("por verificar", ())
    assert today.about == "Sobre el asunto uno"


def test_a_concept_tells_what_it_rests_on(facts: Catalog) -> None:
    """Norms of the register with their state, others by name; sources, dates, other concepts."""
    page = views(facts)["conceptos/uno/index.html"]
    assert [told(row) for row in page.norms] == [
        ("n-norma-2", "Norma 2", "vigente"),
        ("", "Ley 99", "por verificar"),
    ]
    assert [source.id for source in page.sources] == ["S1", "S2"]
    assert [fact.text for fact in page.facts] == ["mayo de 2025", "31 de diciembre de 2025"]
    assert [link.text for link in page.others] == ["Asunto dos"]
    assert page.listed.href == "../index.html"


def test_the_title_of_a_concept_says_what_it_is(facts: Catalog) -> None:
    """A domain may have the same name; the heading is the bare word."""
    page = views(facts)["conceptos/uno/index.html"]
    assert page.frame.title.startswith("Asunto uno (concepto) · ")
    assert page.title == "Asunto uno"


def told(row: NormRow) -> tuple[str, str, str]:
    """The anchor, the name and the state of a norm."""
    return row.anchor, row.name, row.state


def test_a_review_that_is_over_is_told(facts: Catalog) -> None:
    """On the day itself a concept still holds; a day later it is to be confirmed."""
    own = book(facts)
    assert views(facts)["conceptos/uno/index.html"].is_due
    edition = replace(own.edition, as_of=own.edition.as_of.replace(year=2025, month=12, day=31))
    pages = [page.view for page in concept_pages(replace(own, edition=edition))]
    assert not any(view.is_due for view in pages if isinstance(view, ConceptPage))


def test_a_concept_that_is_not_translated_stands_in_the_first_language(facts: Catalog) -> None:
    """Its language is told."""
    spanish = tuple(d for d in facts.documents if (d.name, d.language) != ("uno", "en"))
    page = views(replace(facts, documents=spanish), "en")["en/concepts/uno/index.html"]
    assert (page.title, page.language) == ("Asunto uno", "es")


def linked(facts: Catalog, path: str, text: str, code: str = "es") -> str:
    """The running text of a page, its terms linked."""
    body = f"<main><p>{text}</p></main>".encode()
    page = Artifact(path=path, body=body, media_type=HTML)
    made = with_terms(book(facts, code), page).body.decode()
    return made.removeprefix("<main><p>").removesuffix("</p></main>")


@pytest.mark.parametrize(
    ("path", "text", "href"),
    [
        ("regiones/a/index.html", "asunto dos", "../../conceptos/dos/index.html"),
        ("acerca/index.html", "Asunto uno", "../conceptos/uno/index.html"),
        ("conceptos/index.html", "XX", "uno/index.html"),
        ("conceptos/dos/index.html", "XX", "../uno/index.html"),
    ],
)
def test_a_page_of_any_kind_leads_to_concepts(
    path: str, text: str, href: str, facts: Catalog
) -> None:
    """By a link from that very page."""
    assert linked(facts, path, text) == f'<a class="term" href="{href}">{text}</a>'


def test_a_text_to_complete_has_no_links(facts: Catalog) -> None:
    """Who fills it in takes it as it is; the list of such texts is a page like any other."""
    assert linked(facts, "plantillas/acta/index.html", "XX") == "XX"
    assert linked(facts, "plantillas/index.html", "XX") != "XX"


def test_pages_that_lead_nowhere(facts: Catalog) -> None:
    """A concept does not lead to itself, and a page served at any depth has no such link."""
    for path in ("conceptos/uno/index.html", "404.html"):
        assert linked(facts, path, "asunto uno") == "asunto uno"


def test_each_language_has_terms_of_its_own(facts: Catalog) -> None:
    """What is a term in Spanish is none in English."""
    assert linked(facts, "en/about/index.html", "asunto uno", "en") == "asunto uno"
    assert 'href="../concepts/uno/index.html"' in linked(
        facts, "en/about/index.html", "synthetic uno", "en"
    )


def test_the_slice_of_an_indicator_knows_the_concepts(facts: Catalog) -> None:
    """Its page is made from a book that has lost all other texts."""
    assert facts.only(facts.indicators[0].id).concepts == facts.concepts


def test_the_json_keeps_its_schema(facts: Catalog) -> None:
    """Terms, norms and sources as lists, texts by language."""
    files = {file.path: json.loads(file.body) for file in concept_files(facts)}
    value = files["api/v1/concepts.json"]
    Draft202012Validator(files["api/v1/schemas/concepts.schema.json"]).validate(value)
    assert [one["id"] for one in value] == ["dos", "uno"]
    assert value[1]["terms"] == {"es": ["asunto uno", "XX"], "en": ["synthetic uno"]}
    assert value[1]["framework_version"] == ["Norma 2", "Ley 99"]
    assert (value[1]["source"], value[1]["text"]["en"]) == (["S2", "S1"], "Text")
