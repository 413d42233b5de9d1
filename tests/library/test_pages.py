"""Pages of the libraries: what they list, what they hide, what they say, where they lead."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from markupsafe import escape

from quipu.model import Catalog
from quipu.pages.library.plan import library_paths
from quipu.pages.page import Page
from quipu.prose.glossary import Linker, glossary
from quipu.views import AssistancePage, CommitmentsPage, LibraryPage, PracticePage
from tests.hostile.library_cases import REQUESTS, document
from tests.library.shown import AGREEMENTS, blamed, full_root, opened, pages, read, renderer
from tests.roots import minimal_root, read_root, write
from tests.roots import replace as replaced


@pytest.fixture(name="facts", scope="module")
def _facts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read(tmp_path_factory.mktemp("root"))


def text_of(page: Page) -> str:
    """What a reader reads of a page."""
    body = renderer().render(page).body.decode()
    main = body[body.index("<main") : body.index("</main>")]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


@pytest.mark.parametrize("code", ["es", "en"])
def test_every_page_is_announced_and_written(facts: Catalog, code: str) -> None:
    """The list of files and the files agree; each can be rendered; inner links lead somewhere."""
    made = pages(facts, code)
    assert sorted(made) == sorted(library_paths(opened(facts, code)))
    for path, page in made.items():
        body = renderer().render(page).body.decode()
        assert len(re.findall(r"<h1[ >]", body)) == 1
        main = body[body.index("<main") : body.index("</main>")]
        for href in re.findall(r'href="(\.\./[^"#]*|[^"#:]*index\.html)', main):
            target = "/".join(_resolved(path, href))
            own = re.match(r"(?:en/)?(practic|cursos|courses|asist|assist|compro|commit)", target)
            assert not own or target in made, (path, href)


def _resolved(path: str, href: str) -> list[str]:
    parts = path.split("/")[:-1]
    for part in href.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


def test_a_root_without_registers_has_no_libraries(tmp_path: Path) -> None:
    """Nor has it their pages in the list of files."""
    catalog, _ = read_root(minimal_root(tmp_path))
    assert pages(catalog) == {}
    assert list(library_paths(opened(catalog))) == []


def test_each_tag_has_a_page_with_what_carries_it(facts: Catalog) -> None:
    """By topic and by region, and the page says which tag it is."""
    made = pages(facts)
    view = made["practicas/temas/C2/index.html"].view
    assert isinstance(view, LibraryPage)
    titles = [item.title.text for shelf in view.shelves for item in shelf.items]
    assert sorted(titles) == ["Afirmada", "Medida"]
    here = [tag.link.text for group in view.tags for tag in group.tags if tag.is_here]
    assert here == ["C2: Riesgos"]
    counts = {t.link.text: t.count for group in view.tags for t in group.tags}
    assert counts["C2: Riesgos"] == "2"
    assert counts["Región sintética A"] == "2"
    of_region = made["practicas/regiones/region-b/index.html"].view
    assert isinstance(of_region, LibraryPage)
    assert [item.title.text for item in of_region.shelves[0].items] == ["Afirmada"]
    assert "practicas/regiones/region-c/index.html" not in made


def test_a_result_is_measured_or_plainly_is_not(facts: Catalog) -> None:
    """The claim of region B has no counts behind it: it is told, and why it does not count."""
    made = pages(facts)
    view = made["practicas/index.html"].view
    assert isinstance(view, LibraryPage)
    states = {i.title.text: (i.state, i.is_marked, i.why) for i in view.shelves[0].items}
    assert next(iter(states)) == "Medida"
    assert states["Medida"][:2] == ("Resultado medido", True)
    assert "mejoró más de lo que explicaría el azar" in states["Medida"][2]
    assert states["Afirmada"][:2] == ("Sin resultado medido", False)
    assert "no da numerador y denominador" in states["Afirmada"][2]
    assert states["Simple"] == ("Sin resultado medido", False, "")
    assert "Hechas: 3. Solo anunciadas: 0. Con resultado medido: 1." in text_of(
        made["practicas/index.html"]
    )


def test_a_practice_says_what_it_rests_on_and_who_else_did_it(facts: Catalog) -> None:
    """What is undated is to be confirmed."""
    made = pages(facts)
    view = made["practicas/medida/index.html"].view
    assert isinstance(view, PracticePage)
    assert [link.text for link in view.others] == ["Región sintética B: Afirmada (2023)"]
    assert view.conditions == "Un convenio"
    told = text_of(made["practicas/medida/index.html"])
    assert "Qué hizo falta Un convenio" in told
    assert "Entidad sintética" in told
    assert "por confirmar" not in told
    assert "por confirmar" in text_of(made["practicas/simple/index.html"])


def test_what_was_only_announced_is_never_told_as_done(tmp_path: Path) -> None:
    """It stands apart, marked, without a word on results; the page of its region says announced."""
    root = full_root(tmp_path)
    for code in ("es", "en"):
        path = f"content/practices/afirmada.{code}.md"
        replaced(path, "status: done", "status: planned")(root)
    made = pages(read_root(root)[0])
    view = made["practicas/index.html"].view
    assert isinstance(view, LibraryPage)
    assert {s.anchor: [i.title.text for i in s.items] for s in view.shelves} == {
        "practicas": ["Medida", "Simple"],
        "anunciadas": ["Afirmada"],
    }
    marks = {i.title.text: (i.mark, i.is_done, i.state) for s in view.shelves for i in s.items}
    assert marks["Medida"] == ("Hecho", True, "Resultado medido")
    assert marks["Afirmada"] == ("Anunciado", False, "")
    assert "Hechas: 2. Solo anunciadas: 1." in text_of(made["practicas/index.html"])
    assert "Anunciado No consta que se haya hecho." in text_of(
        made["practicas/afirmada/index.html"]
    )
    of_region = text_of(made["practicas/regiones/region-b/index.html"])
    assert "Lo que anunció Región sintética B, con su fuente" in of_region
    other = made["practicas/medida/index.html"].view
    assert isinstance(other, PracticePage)
    assert [link.text for link in other.others] == [
        "Región sintética B: Afirmada (2023, anunciado)"
    ]


def test_a_page_of_a_region_says_what_that_region_did(facts: Catalog) -> None:
    """Not what «others» did."""
    made = pages(facts)
    told = text_of(made["practicas/regiones/region-b/index.html"])
    assert "Lo que hizo Región sintética B, con su fuente" in told
    told = text_of(made["asistencia/regiones/region-b/index.html"])
    assert "Qué ayuda recibió Región sintética B, de quién y cuándo." in told


def test_guides_lead_on_from_requests_and_commitments(tmp_path: Path) -> None:
    """A reader who has something to add is not left with the path of a file."""
    root = full_root(tmp_path)
    keys = (("title", ""), ("summary", "Cómo."))
    document("content/guides/anotar-un-acuerdo.es.md", keys, title="Anotar un acuerdo")(root)
    document("content/guides/pedir-asistencia.es.md", keys, title="Pedir asistencia")(root)
    made = pages(read_root(root)[0])
    link = 'href="../guias/anotar-un-acuerdo/index.html">Anotar un acuerdo</a>'
    assert link in renderer().render(made["compromisos/index.html"]).body.decode()
    ask = 'href="../guias/pedir-asistencia/index.html">Pedir asistencia</a>'
    assert ask in renderer().render(made["asistencia/index.html"]).body.decode()
    (root / AGREEMENTS).unlink()
    bare = pages(read_root(root)[0])["compromisos/index.html"]
    assert link in renderer().render(bare).body.decode()
    assert "agreements.csv" not in text_of(bare)


def test_the_text_to_copy_holds_no_links_and_says_where_it_goes(facts: Catalog) -> None:
    """The linker of terms leaves the subject and the letter alone; no address is made up."""
    page = pages(facts)["asistencia/index.html"]
    view = page.view
    assert isinstance(view, AssistancePage)
    body = renderer().render(page).body.decode()
    terms = glossary((("integridad", ("integridad pública", "urgencia", "tema")),))
    linked = Linker(glossary=terms, href=lambda name: f"x-{name}").page(body)
    assert 'href="x-integridad"' in linked
    for text in (view.letter_subject, view.letter):
        assert f"<code>{escape(text)}</code>" in linked
    told = text_of(page)
    assert "Envíe el pedido a quien puede dar la ayuda" in told
    assert "Este sitio no tiene un correo de contacto" in told
    assert "@" not in told


def test_courses_stand_where_they_belong(facts: Catalog) -> None:
    """One whose link nobody opened for long is not listed anywhere, and counted."""
    made = pages(facts)
    view = made["cursos/index.html"].view
    assert isinstance(view, LibraryPage)
    listed = {s.anchor: [i.title.text for i in s.items] for s in view.shelves}
    assert listed == {
        "abiertos": ["Abierto"],
        "vistos": ["Guía"],
        "realizados": ["Dado"],
        "ocultos": [],
    }
    told = " ".join(text_of(page) for page in made.values())
    assert "Escondido" not in told
    assert "1 curso no se muestra" in told
    # The link of one that nobody checked is not offered.
    links = {i.title.text: i.link for s in view.shelves for i in s.items}
    assert links["Guía"] is None
    assert links["Abierto"] is not None
    of_topic = made["cursos/temas/C2/index.html"].view
    assert isinstance(of_topic, LibraryPage)
    # Whether one is open is said on every page.
    assert [s.anchor for s in of_topic.shelves] == ["abiertos", "realizados"]


def test_a_topic_leads_to_the_same_topic_elsewhere(facts: Catalog) -> None:
    """With how many there are; not to itself."""
    view = pages(facts)["practicas/temas/C7/index.html"].view
    assert isinstance(view, LibraryPage)
    assert [(link.href, link.text) for link in view.others] == [
        ("../../../cursos/temas/C7/index.html", "Cursos y materiales sobre este tema: 2"),
        ("../../../asistencia/temas/C7/index.html", "Asistencia que se dio sobre este tema: 1"),
    ]


def test_open_requests_are_listed_and_answers_counted(facts: Catalog) -> None:
    """One answer is no usual time."""
    page = pages(facts)["asistencia/index.html"]
    view = page.view
    assert isinstance(view, AssistancePage)
    assert [row.id for row in view.requests] == ["A-1"]
    assert view.answered == (
        "Se contestó 1 solicitud. Con menos de 5 no se calcula cuántos días tardan."
    )
    assert "Sin respuesta todavía" in text_of(page)
    assert view.mail is None


def test_a_mail_is_opened_where_the_site_has_an_address(facts: Catalog) -> None:
    """With the subject and the text of the letter."""
    site = replace(facts.site, contact="quipu@example.org", repository="https://example.org/r")
    view = pages(replace(facts, site=site))["asistencia/index.html"].view
    assert isinstance(view, AssistancePage)
    assert view.mail is not None
    assert view.mail.href.startswith("mailto:quipu@example.org?subject=")
    assert unquote(view.mail.href).endswith(view.letter)
    assert " " not in view.mail.href
    assert view.propose is not None
    assert view.propose.href.startswith("https://example.org/r/edit/main/data/registers/")


@pytest.mark.parametrize("code", ["es", "en"])
def test_the_row_to_paste_is_a_row_of_the_register(code: str, tmp_path: Path) -> None:
    """As it stands it can be read: whoever changes only what is theirs makes no mistake."""
    root = full_root(tmp_path)
    view = pages(read_root(root)[0], code)[
        "asistencia/index.html" if code == "es" else "en/assistance/index.html"
    ].view
    assert isinstance(view, AssistancePage)
    write(REQUESTS, f"{view.header}\n{view.row}\n")(root)
    catalog, findings = read_root(root)
    assert blamed(findings) == []
    assert len(catalog.registers.requests) == 1


def test_commitments_are_told_with_their_state(facts: Catalog) -> None:
    """What is overdue first, in words that accuse nobody."""
    page = pages(facts)["compromisos/index.html"]
    view = page.view
    assert isinstance(view, CommitmentsPage)
    assert [(row.text, row.code) for row in view.rows] == [
        ("Publicar", "overdue"),
        ("Aprobar", "done"),
    ]
    assert [(fact.label, fact.text) for fact in view.numbers] == [
        ("vencido", "1"),
        ("cumplido", "1"),
    ]
    assert "puede haberse cumplido sin que se publicara" in text_of(page)
    assert "cumplido el 1 de junio de 2024" in text_of(page)


def test_without_commitments_it_is_said_that_none_is_on_record(tmp_path: Path) -> None:
    """Not that there are none."""
    root = full_root(tmp_path)
    (root / AGREEMENTS).unlink()
    page = pages(read_root(root)[0])["compromisos/index.html"]
    assert "No quiere decir que no los haya" in text_of(page)
    assert "<table" not in renderer().render(page).body.decode()


def test_words_in_another_language_are_marked(tmp_path: Path) -> None:
    """A practice that nobody translated is shown in the first language, and says so."""
    root = full_root(tmp_path)
    (root / "content/practices/medida.en.md").unlink()
    replaced("content/practices/afirmada.en.md", "title: Afirmada", "title: Claimed")(root)
    view = pages(read_root(root)[0], "en")["en/practices/index.html"].view
    assert isinstance(view, LibraryPage)
    told = {item.title.text: item.language for item in view.shelves[0].items}
    assert (told["Medida"], told["Claimed"]) == ("es", "")
