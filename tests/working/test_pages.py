"""Guides, templates and minimum tasks: which pages there are, what they say, what they offer."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import docx
import pytest

from quipu.exports.templates import template_files
from quipu.model import Catalog
from quipu.pages.book import Book
from quipu.pages.page import Page
from quipu.pages.system.tasks import tasks_page, tasks_pages, tasks_paths
from quipu.pages.system.working import working_pages, working_paths
from quipu.pipeline import REPOSITORY
from quipu.render import Renderer
from tests.books import book
from tests.roots import Change, append, minimal_root, read_root, write
from tests.samples import language

TASKS = "data/registers/minimum_tasks.csv"
HEAD = "ref_area,task,valid_at,state,statement_es,statement_en,confidence,source,document\n"


def text(title: str, body: str = "## Parte\n\nTexto.\n") -> str:
    """A document with a title and a summary."""
    return f"---\ntitle: {title}\nsummary: Resumen de {title}.\n---\n{body}"


CHANGES: tuple[Change, ...] = (
    write("content/guides/zeta.es.md", text("Zeta")),
    write("content/guides/zeta.en.md", text("Zeta in English")),
    write("content/guides/arbol.es.md", text("Árbol")),
    write("content/templates/acta.es.md", text("Acta", "| Dato | Valor |\n|---|---|\n| a | |\n")),
    write("content/templates/acta.en.md", text("Minutes")),
    write("content/templates/tareas-minimas.es.md", text("Lista", "- ( ) mapa\n")),
    write(
        TASKS,
        f"{HEAD}PE-AAA,T1,2020,done,Mapa viejo.,Old map.,A,S1,\n"
        "PE-AAA,T1,2025-01,not_done,No lo hay.,There is none.,A,S1,https://example.org/d\n"
        "PE-BBB,T2,2025-02-03,done,Programa.,Programme.,B,S2,\n"
        "PE-BBB,T3,2019,done,Informe.,Report.,B,S2,\n",
    ),
)


@pytest.fixture(name="facts", scope="module")
def _facts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    root = minimal_root(tmp_path_factory.mktemp("root"))
    for change in CHANGES:
        change(root)
    catalog, findings = read_root(root)
    assert [f.where for f in findings if f.code.startswith("E")] == []
    return catalog


def opened(facts: Catalog, code: str = "es") -> Book:
    """The book of a language, on a day in 2025."""
    found = book(facts, code)
    return replace(found, edition=replace(found.edition, as_of=date(2025, 6, 30)))


@cache
def renderer() -> Renderer:
    """The templates of the site, with their Spanish texts."""
    folder = REPOSITORY / "templates"
    templates = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }
    return Renderer(templates, {code: language(code).translations for code in ("es", "en")})


def made(facts: Catalog, code: str = "es") -> dict[str, Page]:
    """Every page of this part, by its file."""
    found = opened(facts, code)
    pages = [*working_pages(found), *tasks_pages(found)]
    assert sorted(page.path for page in pages) == sorted(
        [*working_paths(found), *tasks_paths(found)]
    )
    return {page.path: page for page in pages}


def main_of(page: Page) -> str:
    """The middle of a page, as HTML."""
    body = renderer().render(page).body.decode()
    return body[body.index("<main") : body.index("</main>")]


def words_of(page: Page) -> str:
    """What a reader reads in the middle of a page."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main_of(page))))


def test_every_text_has_a_page_and_stands_in_its_list(facts: Catalog) -> None:
    """By title, as people look it up; with accents where they belong."""
    pages = made(facts)
    assert sorted(pages) == [
        "funciones/tareas/index.html",
        "guias/arbol/index.html",
        "guias/index.html",
        "guias/zeta/index.html",
        "plantillas/acta/index.html",
        "plantillas/index.html",
        "plantillas/tareas-minimas/index.html",
    ]
    assert words_of(pages["guias/index.html"]).index("Árbol") < words_of(
        pages["guias/index.html"]
    ).index("Zeta")
    assert "Resumen de Zeta." in words_of(pages["guias/zeta/index.html"])


def test_a_text_without_translation_is_marked_as_what_it_is(facts: Catalog) -> None:
    """The Spanish one is shown on the English site, and says that it is Spanish."""
    pages = made(facts, "en")
    page = main_of(pages["en/guides/arbol/index.html"])
    assert re.search(r'<h1 lang="es">Árbol</h1>', page)
    assert re.search(r'<div class="prose" lang="es">', page)
    assert '<li lang="es">' in main_of(pages["en/guides/index.html"])
    assert "lang=" not in main_of(pages["en/guides/zeta/index.html"])


GUIDE = "content/guides/zeta.es.md"
FILES = "file: data/sources.csv content/practices/\n"


def guided(root: Path, head: str, body: str, settings: str = "") -> dict[str, Page]:
    """The pages of a root whose first guide has a head and a body, under some settings."""
    for change in (*CHANGES, append("content/site.toml", settings)):
        change(root)
    write(GUIDE, f"---\ntitle: Zeta\nsummary: Resumen.\n{head}---\n{body}")(root)
    catalog, findings = read_root(root)
    assert [f.code for f in findings if f.code.startswith("E")] == []
    return made(catalog)


REPOSITORY_SET = 'repository = "https://example.org/r"\n'
CONTACT_SET = 'contact = "sitio@example.org"\n'
NONE_SET = "Este sitio aún no publica la dirección de su repositorio ni un contacto"
EDITS = (
    '<a href="https://example.org/r/edit/main/data/sources.csv">data/sources.csv</a>',
    '<a href="https://example.org/r/new/main/content/practices/">content/practices/</a>',
)
MAIL = '<a href="mailto:sitio@example.org">Escribir a sitio@example.org</a>'


@pytest.mark.parametrize("has_contact", [False, True])
@pytest.mark.parametrize("has_repository", [False, True])
def test_a_guide_says_where_to_send_what_it_tells(
    tmp_path: Path, *, has_repository: bool, has_contact: bool
) -> None:
    """To each file in the repository, or by mail; where neither is set, that neither is."""
    settings = REPOSITORY_SET * has_repository + CONTACT_SET * has_contact
    pages = guided(minimal_root(tmp_path), FILES, "Texto.\n", settings)
    text = main_of(pages["guias/zeta/index.html"])
    assert [edit in text for edit in EDITS] == [has_repository] * 2
    assert (MAIL in text) is has_contact
    nothing = not has_repository and not has_contact
    assert (NONE_SET in text) is nothing
    assert ("<code>data/sources.csv</code>" in text) is nothing
    assert NONE_SET not in main_of(pages["plantillas/acta/index.html"])


@pytest.mark.parametrize(
    ("settings", "links"),
    [
        ("", []),
        (CONTACT_SET, ["mailto:sitio@example.org"]),
        (REPOSITORY_SET, ["https://example.org/r/issues/new", "https://example.org/r"]),
        (
            REPOSITORY_SET + CONTACT_SET,
            [
                *("https://example.org/r/issues/new", "https://example.org/r"),
                "mailto:sitio@example.org",
            ],
        ),
    ],
)
def test_the_foot_of_a_page_leads_to_what_is_set(
    tmp_path: Path, settings: str, links: list[str]
) -> None:
    """Repository and contact, each where the site has it, and both where it has both."""
    page = guided(minimal_root(tmp_path), "", "Texto.\n", settings)["guias/zeta/index.html"]
    body = renderer().render(page).body.decode()
    foot = body[body.index("<footer") :]
    assert re.findall(r'href="((?:mailto:|https://example\.org/r)[^"]*)"', foot) == links


def test_a_text_leads_to_another_by_the_name_of_its_file(tmp_path: Path) -> None:
    """To its page in the language at hand; to templates too, and to nothing else."""
    body = (
        "[Á](arbol.es.md), [acta](../templates/acta.es.md) y [fuera](https://example.org/a.md).\n"
    )
    text = main_of(guided(minimal_root(tmp_path), "", body)["guias/zeta/index.html"])
    assert '<a href="../arbol/index.html">Á</a>' in text
    assert '<a href="../../plantillas/acta/index.html">acta</a>' in text
    assert 'href="https://example.org/a.md"' in text


def test_a_guide_lists_the_codes_of_areas_where_it_asks_for_them(tmp_path: Path) -> None:
    """Of the areas that have pages, A to Z; other guides do without."""
    pages = guided(minimal_root(tmp_path), "codes: yes\n", "Texto.\n")
    listed = re.findall(
        r"<li><code>(.*?)</code> (.*?)</li>", main_of(pages["guias/zeta/index.html"])
    )
    assert listed == [
        ("PE-AAA", "Región sintética A"),
        ("PE-BBB", "Región sintética B"),
        ("PE-CCC", "Región sintética C"),
    ]
    assert "<code>PE-AAA" not in main_of(pages["guias/arbol/index.html"])


def test_boxes_and_blanks_of_a_template_are_for_paper(tmp_path: Path) -> None:
    """A box stays with its word, a blank can become a line, and each row has its header."""
    root = minimal_root(tmp_path)
    for change in CHANGES:
        change(root)
    rows = "| Estado | ( ) hecha ( ) no |\n| Acta | [NÚMERO]-[AÑO] |\n"
    table = f"| Dato | Respuesta |\n|---|---|\n{rows}"
    write(
        "content/templates/acta.es.md",
        text("Acta", f"{table}\n- ( ) mapa\n\nEn [15] días, [véase].\n"),
    )(root)
    catalog, _ = read_root(root)
    page = main_of(made(catalog)["plantillas/acta/index.html"]).replace("&nbsp;", "\u00a0")
    assert '<th scope="row">Estado</th>\n<td>☐\u00a0hecha ☐\u00a0no</td>' in page
    assert '<span class="blank">[NÚMERO]</span>-<span class="blank">[AÑO]</span>' in page
    assert page.count('class="blank"') == 2
    assert '<li class="tick">☐\u00a0mapa</li>' in page
    [file] = [
        f for f in template_files(catalog.documents, ["es"]) if f.path.endswith("acta.es.docx")
    ]
    cells = [c.text for c in docx.Document(io.BytesIO(file.body)).tables[0].columns[1].cells]
    assert cells == ["Respuesta", "☐\u00a0hecha ☐\u00a0no", "[NÚMERO]-[AÑO]"]
    styles = (REPOSITORY / "templates" / "assets" / "quipu.css").read_text(encoding="utf-8")
    assert re.search(r"\.blank \{[^}]*height: 8mm", styles[styles.index("@media print {") :])


def test_a_link_to_a_file_says_of_what_it_is(facts: Catalog) -> None:
    """Several links of the same words are told apart by who listens."""
    page = main_of(made(facts)["plantillas/index.html"])
    links = re.findall(r'docx">(.*?)</a>', page)
    assert links == [
        'Para procesador de textos (DOCX)<span class="vh">: Acta</span>',
        'Para procesador de textos (DOCX)<span class="vh">: Lista</span>',
    ]


def test_a_template_can_be_downloaded_in_its_language(facts: Catalog) -> None:
    """The link leads to a file that is made, with the words of the page."""
    files = {one.path: one.body for one in template_files(facts.documents, ["es", "en"])}
    assert sorted(files) == [
        "datos/plantillas/acta.en.docx",
        "datos/plantillas/acta.es.docx",
        "datos/plantillas/tareas-minimas.es.docx",
    ]
    page = main_of(made(facts, "en")["en/templates/acta/index.html"])
    assert 'href="../../../datos/plantillas/acta.en.docx"' in page
    found = docx.Document(io.BytesIO(files["datos/plantillas/acta.en.docx"]))
    assert [p.text for p in found.paragraphs] == [
        "Minutes",
        "Resumen de Minutes.",
        "Parte",
        "Texto.",
    ]
    assert ".docx" not in main_of(made(facts)["guias/zeta/index.html"])


def test_a_template_in_a_language_that_the_site_lacks_is_no_file(facts: Catalog) -> None:
    """No page would lead to it."""
    paths = [one.path for one in template_files(facts.documents, ["en"])]
    assert paths == ["datos/plantillas/acta.en.docx"]


def test_a_wide_table_scrolls_on_its_own(facts: Catalog) -> None:
    """Also with the keyboard, and under a name of its own."""
    page = main_of(made(facts)["plantillas/acta/index.html"])
    assert '<div class="scroll" tabindex="0" role="region" aria-label="Tabla 1"><table>' in page
    assert page.count("</table></div>") == page.count("<table>") == 1


def test_the_newest_fact_decides_a_task(facts: Catalog) -> None:
    """Done, done long ago, not done, and without evidence are four things."""
    rows = {row.area.text: row.cells for row in tasks_page(opened(facts)).rows}
    told = {
        area: [(cell.words, cell.when, cell.text) for cell in cells] for area, cells in rows.items()
    }
    nothing = ("sin evidencia publicada", "", "")
    assert told == {
        "Región sintética A": [("no hecha", "enero de 2025", "No lo hay."), nothing, nothing],
        "Región sintética B": [
            nothing,
            ("hecha", "3 de febrero de 2025", "Programa."),
            ("hecha; por confirmar", "2019", "Informe."),
        ],
        "Región sintética C": [nothing, nothing, nothing],
    }
    links = [cell.link.href if cell.link else "" for cell in rows["Región sintética A"]]
    assert links == ["https://example.org/d", "", ""]
    assert [cell.link.href for cell in rows["Región sintética B"] if cell.link] == [
        *("https://example.org/2", "https://example.org/2"),
    ]


def test_the_page_of_tasks_tells_what_no_evidence_means(facts: Catalog) -> None:
    """And brings the list that a commission ticks off."""
    page = made(facts)["funciones/tareas/index.html"]
    words = words_of(page)
    assert "No quiere decir que la tarea no se hizo." in words
    assert "☐ mapa" in words
    assert 'href="../../plantillas/tareas-minimas/index.html"' in main_of(page)
    assert re.search(r"<caption>[^<]+</caption>", main_of(page))
    assert main_of(page).count('<th scope="row" role="rowheader">') == 3


def test_a_root_without_texts_and_tasks_has_none_of_the_pages(tmp_path: Path) -> None:
    """The generator shows what there is."""
    catalog, _ = read_root(minimal_root(tmp_path))
    assert made(catalog) == {}
    assert list(template_files(catalog.documents, ["es"])) == []


def test_tasks_without_a_list_to_tick_off(tmp_path: Path) -> None:
    """The table stands alone."""
    root = minimal_root(tmp_path)
    write(TASKS, HEAD)(root)
    append(TASKS, "PE-CCC,T2,2025,done,Programa.,Programme.,A,S1,\n")(root)
    catalog, _ = read_root(root)
    assert "La lista de una comisión" not in words_of(made(catalog)["funciones/tareas/index.html"])
