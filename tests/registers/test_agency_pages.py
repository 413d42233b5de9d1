"""The pages of agencies: what is known and what is not, the cards, the sheet to print."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pytest

from quipu.exports.selfcheck import selfcheck_files
from quipu.model import Catalog, Location
from quipu.model.agencies import Advice
from quipu.model.registers import RegisterRow
from quipu.pages.book import Book
from quipu.pages.page import Page
from quipu.pages.system.advice import advice_page, cards
from quipu.pages.system.agencies import agencies_page, agency_block, has_agencies
from quipu.pages.system.agency_plan import agency_pages, agency_paths
from quipu.pages.system.selfcheck import selfcheck_page
from quipu.pipeline import REPOSITORY
from quipu.render import Renderer
from quipu.views import AgencyBlock
from tests.advice import ADVICE
from tests.books import book
from tests.roots import minimal_root, read_root
from tests.samples import language

TEMPLATES = REPOSITORY / "templates"
PAGE = "agencias/index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A page that is the part of an area's page alone."""

    block: AgencyBlock | None


def with_norm(facts: Catalog, verified: str) -> Catalog:
    """The same facts, with the norm that their measure rests on."""
    cells = {
        "id": "una-norma",
        "name_es": "Ley 1",
        "name_en": "Law 1",
        "about_es": "De algo.",
        "verified": verified,
    }
    row = RegisterRow(cells=cells, origin=Location(path="data/registers/norms.csv", line=2))
    rows = {**facts.registers.rows, "norms": (row,)}
    return replace(facts, registers=replace(facts.registers, rows=rows))


@pytest.fixture
def facts(tmp_path: Path) -> Catalog:
    """The synthetic root with agencies, risks and a card."""
    root = minimal_root(tmp_path)
    ADVICE(root)
    return with_norm(read_root(root)[0], "yes")


@pytest.fixture
def opened(facts: Catalog) -> Book:
    """Its book in Spanish."""
    return book(facts)


def rendered(one: Book) -> dict[str, str]:
    """Every page of agencies, by its path."""
    templates = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in TEMPLATES.rglob("*.html")
    }
    code = one.language.code
    renderer = Renderer(templates, {code: language(code).translations})
    return {page.path: renderer.render(page).body.decode() for page in agency_pages(one)}


def test_pages_stand_where_they_are_said_to(opened: Book) -> None:
    """The paths that are listed are those of the pages that are made."""
    assert sorted(rendered(opened)) == sorted(agency_paths(opened))
    assert sorted(agency_paths(opened)) == [
        "agencias/autoevaluacion/index.html",
        "agencias/index.html",
        "agencias/una-tarjeta/index.html",
    ]


def test_a_site_without_agencies_has_no_page_of_them(tmp_path: Path) -> None:
    """Neither page nor part of a page."""
    one = book(read_root(minimal_root(tmp_path))[0])
    assert not has_agencies(one)
    assert not list(agency_paths(one))
    assert not list(agency_pages(one))
    assert agency_block(one, one.areas[0], PAGE) is None


def test_nothing_known_is_not_none(opened: Book) -> None:
    """An area without a fact is listed as such, and its part says so in words."""
    view = agencies_page(opened)
    assert [one.area.text for one in view.agencies] == [
        "Región sintética A",
        "Región sintética B",
    ]
    assert [link.text for link in view.unknown] == ["Región sintética C"]
    block = agency_block(opened, opened.areas[2], PAGE)
    assert block is not None
    assert (block.state, block.text, block.proof) == ("Sin información publicada", "", None)
    text = rendered(opened)[PAGE]
    assert "Sin información publicada" in text
    assert "No es lo mismo que no tenerla." in text


def test_an_agency_is_told_with_its_proof(opened: Book) -> None:
    """State, day, what is known of it, and the line it stands on; unknown is left out."""
    first, second = agencies_page(opened).agencies
    assert (first.state, first.when, first.is_stale) == (
        "Constituida, según la fuente",
        "2024",
        True,
    )
    assert [fact.label for fact in first.facts] == [
        "Solo mencionada",
        "Constituida, según la fuente",
    ]
    assert first.facts[1].facts == (
        "Norma: OR 1-2024",
        "la función de integridad tiene un asiento",
        "no publica un registro de conflictos de intereses",
    )
    assert first.facts[1].proof.origin == "data/registers/agencies.csv:2"
    assert second.is_stale
    block = agency_block(opened, opened.areas[0], "regiones/region-a/index.html")
    assert block is not None
    assert block.state == "Constituida, según la fuente (2024)"
    assert block.proof is not None
    assert block.link.href == "../../agencias/index.html#a-region-a"
    assert f'id="{first.anchor}"' in rendered(opened)[PAGE]


def test_the_part_of_an_area_page_is_written_by_its_macro(opened: Book) -> None:
    """With the proof where there is one, and without any where nothing is published."""
    templates = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in (TEMPLATES / "parts").glob("*.html")
    }
    templates["pages/part.html"] = (
        '{% from "parts/agencies.html" import agency_part %}{{ agency_part(block) }}'
    )
    renderer = Renderer(templates, {"es": language().translations})

    def written(number: int) -> str:
        block = agency_block(opened, opened.areas[number], PAGE)
        page = Page(path=PAGE, template="part", language="es", view=_Part(block=block))
        return renderer.render(page).body.decode()

    assert "<strong>Constituida, según la fuente (2020)</strong> · por confirmar" in written(1)
    assert "Fuente:" in written(1)
    assert "<strong>Sin información publicada</strong>" in written(2)
    assert "Fuente:" not in written(2)


def test_a_risk_has_its_levels(opened: Book) -> None:
    """The highest first; what nobody assessed has no residual."""
    high, other = agencies_page(opened).risks
    levels = {fact.label: fact.text for fact in high.levels}
    assert levels["Riesgo inherente"] == "20, muy alto"
    assert levels["Riesgo residual (propuesta de este sitio)"] == "sin evaluar"
    assert "solo el resumen" in high.marks
    assert high.title == "Obras"
    levels = {fact.label: fact.text for fact in other.levels}
    assert levels["Riesgo inherente"] == "12, alto"
    assert levels["Riesgo residual (propuesta de este sitio)"] == "6.0, medio"
    assert other.title == "Compras · Bases"
    assert [control.when for control in other.controls] == ["eficacia 50 %", "eficacia 25 %"]
    assert "Un riesgo es algo que podría pasar" in rendered(opened)[PAGE]


def test_an_empty_register_says_so_and_how_to_send(facts: Catalog) -> None:
    """That nothing is there is not that there is no risk."""
    advice = replace(facts.advice, risks=(), controls=(), agencies=())
    one = book(replace(facts, advice=advice))
    text = rendered(one)[PAGE]
    assert "Todavía no hay ningún riesgo publicado aquí" in text
    assert "El registro no tiene todavía ningún hecho sobre agencias." in text
    assert 'href="../datos/registros/risks.csv"' in text
    assert "Lo interno no se envía" in text


@pytest.mark.parametrize(("verified", "marked"), [("yes", False), ("no", True), ("", True)])
def test_a_norm_that_nobody_read_is_marked(facts: Catalog, verified: str, marked: bool) -> None:
    """Also one of which the list does not say."""
    text = rendered(book(with_norm(facts, verified)))["agencias/una-tarjeta/index.html"]
    assert "Ley 1" in text
    assert "De algo." in text
    assert ("por verificar" in text) == marked


def test_a_card_holds_all_that_belongs_to_it(opened: Book) -> None:
    """Its text, its questions with what yes means, its measures, its indicator."""
    (card,) = cards(opened)
    view = advice_page(opened, card)
    assert [fact.text for fact in view.facts] == ["Conflicto de intereses", "A quién se contrata"]
    assert [(one.text, one.means) for one in view.questions] == [
        ("¿Pasa algo?", "riesgo"),
        ("¿Hay registro?", "control"),
    ]
    assert [(one.effort, one.owner) for one in view.mitigations] == [("bajo", "Gerencia")]
    assert [link.text for link in view.indicators] == ["Porcentaje sintético"]
    assert "<h2" in view.html
    assert view.others == ()


def test_a_card_that_is_not_translated_says_its_language(facts: Catalog) -> None:
    """The first language stands in, marked as such."""
    only = tuple(d for d in facts.documents if d.language == "es" or d.kind != "advice")
    one = book(replace(facts, documents=only), "en")
    (card,) = cards(one)
    assert advice_page(one, card).language == "es"
    text = rendered(one)["en/agencies/una-tarjeta/index.html"]
    assert '<h1 lang="es">Una tarjeta</h1>' in text


def test_the_sheet_has_a_box_for_every_answer(opened: Book) -> None:
    """Three answers in words a question, a line for evidence, and how to count them by hand."""
    text = rendered(opened)["agencias/autoevaluacion/index.html"]
    asked = re.findall(r"<li><p class=\"question\".*?</li>", text, re.DOTALL)
    answers = "".join(f"<span>☐\u00a0{word}</span> " for word in ("sí", "no", "no\u00a0sé"))
    assert [one.count(answers) for one in asked] == [1, 1]
    assert [one.count("Evidencia:") for one in asked] == [1, 1]
    # Nothing is hidden from who listens, and nothing stands beside the edge of a small screen.
    assert "aria-hidden" not in text[text.index('class="check"') : text.index("</main>")]
    assert "<table>" not in text
    assert "Son 2 preguntas: 1 de riesgo" in text
    assert "Divida B entre A y multiplique por 100" in text
    assert len(selfcheck_page(opened).steps) == 6


def test_the_sheet_is_a_file_for_a_word_processor_too(facts: Catalog) -> None:
    """In each language, with every question and its answers; the page leads to it."""
    files = list(selfcheck_files(book(facts, code) for code in ("es", "en")))
    paths = [one.path for one in files]
    assert paths == [f"datos/autoevaluacion-de-agencias.{code}.docx" for code in ("es", "en")]
    page = rendered(book(facts))["agencias/autoevaluacion/index.html"]
    assert f'href="../../{paths[0]}"' in page
    document = docx.Document(io.BytesIO(files[0].body))
    asked = document.tables[1]
    assert [[cell.text for cell in row.cells] for row in asked.rows] == [
        ["Pregunta", "«Sí» señala un…", "Respuesta", "Evidencia"],
        ["1. ¿Pasa algo?", "riesgo", "☐\u00a0sí ☐\u00a0no ☐\u00a0no\u00a0sé", ""],
        ["2. ¿Hay registro?", "control", "☐\u00a0sí ☐\u00a0no ☐\u00a0no\u00a0sé", ""],
    ]
    assert "1. Una tarjeta" in [paragraph.text for paragraph in document.paragraphs]


def test_a_site_without_cards_has_no_file_of_the_sheet(tmp_path: Path) -> None:
    """As it has no page of it."""
    catalog, _ = read_root(minimal_root(tmp_path))
    assert list(selfcheck_files([book(catalog)])) == []


def test_the_sheet_prints_without_navigation() -> None:
    """The print style takes away menus, and what stands around the sheet."""
    styles = (TEMPLATES / "assets" / "quipu.css").read_text(encoding="utf-8")
    printed = styles[styles.index("@media print") :]
    assert "size: A4" in printed
    hidden = "".join(re.findall(r"([^{}]*)\{ display: none; \}", printed))
    for part in (".bar nav", ".lang", ".finder", ".crumbs", "body:has(.check) .foot", ".no-print"):
        assert part in hidden


def test_cards_alone_are_enough_for_pages(facts: Catalog) -> None:
    """A root that keeps advice and no register of agencies has its page all the same."""
    rows = {name: kept for name, kept in facts.registers.rows.items() if name != "agencies"}
    one = book(
        replace(
            facts,
            advice=Advice(questions=facts.advice.questions, mitigations=facts.advice.mitigations),
            registers=replace(facts.registers, rows=rows),
        )
    )
    assert has_agencies(one)
    assert agencies_page(one).agencies == ()
