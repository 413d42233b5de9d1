"""Terms lead to their concept where a page first shows them, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from quipu.prose.glossary import Linker, glossary

_TERMS = (
    ("funcion", ("función de integridad", "oficina de integridad")),
    ("integridad", ("integridad", "integridad pública")),
    ("can", ("CAN", "SIP")),
    ("raro", ("I&D",)),
)


def linker(own: str = "", terms: tuple[tuple[str, tuple[str, ...]], ...] = _TERMS) -> Linker:
    """A page that has shown nothing yet."""
    return Linker(glossary=glossary(terms), href=lambda name: f"../{name}/index.html", own=own)


def linked(page: Linker, html: Markup) -> str:
    """Link the terms in a piece of HTML, as the main part of a page."""
    return page.page(f"<main>{html}</main>").removeprefix("<main>").removesuffix("</main>")


def markup(html: str) -> Markup:
    """HTML of a test, which nothing has to clean."""
    return Markup(html)  # noqa: S704 (written in this file)


def link(name: str, text: str) -> str:
    """The link that is made around a term."""
    return f'<a class="term" href="../{name}/index.html">{text}</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>La SIP y la SIP.</p>", f"<p>La {link('can', 'SIP')} y la SIP.</p>"),
        (
            "<p>La Función\nde integridad.</p>",
            "<p>La " + link("funcion", "Función\nde integridad") + ".</p>",
        ),
        ("<p>La integridad pública</p>", f"<p>La {link('integridad', 'integridad pública')}</p>"),
        (
            "<h2>La SIP</h2><p>La <strong>SIP</strong></p>",
            f"<h2>La SIP</h2><p>La <strong>{link('can', 'SIP')}</strong></p>",
        ),
        (
            '<p><a href="https://e.pe/?a=>SIP">SIP</a> <code>SIP</code> SIP</p>',
            f'<p><a href="https://e.pe/?a=>SIP">SIP</a> <code>SIP</code> {link("can", "SIP")}</p>',
        ),
        ("<p>un proyecto de I&amp;D</p>", f"<p>un proyecto de {link('raro', 'I&amp;D')}</p>"),
    ],
)
def test_the_first_appearance_is_linked(html: str, expected: str) -> None:
    """Once a page, whole words, the longest term, and never in a heading, a link or code."""
    assert linked(linker(), markup(html)) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>desintegridad integridades</p>",
        "<p>Directiva 001-2024-PCM/SIP</p>",
        '<p title="SIP">nada</p>',
        "<p>sip &SIP; can</p>",
        "<pre><code>SIP</code> SIP</pre>",
        "",
    ],
)
def test_what_is_no_term_stays(html: str) -> None:
    """Parts of words, numbers of norms, attributes and small letters of an acronym are no term."""
    assert linked(linker(), markup(html)) == html


def test_a_verb_is_no_commission() -> None:
    """An acronym is one in capitals only, or every «can» in English would be a commission."""
    told = linked(linker(), Markup("<p>One can ask the CAN.</p>"))
    assert told == f"<p>One can ask the {link('can', 'CAN')}.</p>"


def test_no_concept_leads_to_itself() -> None:
    """The page of a concept does not link to itself, but to the others."""
    told = linked(linker("can"), Markup("<p>La CAN cuida la integridad.</p>"))
    assert told == f"<p>La CAN cuida la {link('integridad', 'integridad')}.</p>"


def test_a_page_of_several_texts_links_once() -> None:
    """What one text of a page has linked is not linked again in the next."""
    html = Markup("<section><p>SIP</p></section><section><p>SIP</p></section>")
    first = f"<section><p>{link('can', 'SIP')}</p></section>"
    assert linked(linker(), html) == f"{first}<section><p>SIP</p></section>"


def test_a_root_without_terms_changes_nothing() -> None:
    """Without concepts a page stays as it is."""
    page = "<main><p>SIP</p></main>"
    assert linker(terms=()).page(page) is page


def test_only_the_main_part_of_a_page_is_linked() -> None:
    """Neither titles nor menus nor the foot lead anywhere else than they did."""
    page = "<title>SIP</title><nav>SIP</nav><main id='x'><p>SIP</p></main><footer>SIP</footer>"
    assert linker().page(page) == page.replace("<p>SIP</p>", f"<p>{link('can', 'SIP')}</p>")
    assert linker().page("<p>SIP</p>") == "<p>SIP</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<table><caption>SIP</caption><tr><th>SIP</th></tr></table>",
        "<dl><dt>SIP</dt></dl>",
        "<nav><ol><li>SIP</li></ol></nav>",
        "<details><summary>SIP</summary></details>",
        '<svg viewBox="0 0 1 1"><text>SIP</text><desc>SIP</desc></svg>',
    ],
)
def test_names_and_drawings_are_no_running_text(html: str) -> None:
    """The first appearance in running text is the one that is linked."""
    told = linked(linker(), markup(f"{html}<p>SIP</p>"))
    assert told == f"{html}<p>{link('can', 'SIP')}</p>"


def test_linking_twice_is_linking_once() -> None:
    """A link that was made before is the first appearance: a second run adds none."""
    once = linked(linker(), Markup("<p>La SIP y la CAN; la SIP y la CAN.</p>"))
    assert linked(linker(), markup(once)) == once
    assert not re.search(r"<a[^>]*>[^<]*<a", once)


@pytest.mark.parametrize(
    "html",
    [
        "<p>La Oficina de Integridad Institucional informa.</p>",
        "<p>Unidad u oficina de integridad</p>",
        "<p>El Comité de Integridad Pública se reúne.</p>",
        "<p>El Comité de <strong>Integridad Pública</strong> se reúne.</p>",
        "<p>Se mide la Integridad y Transparencia.</p>",
        "<p>In the Public Integrity Office</p>",
        "<p>Office of Public Integrity</p>",
        "<p>La Ley de integridad dice</p>",
        "<p>El SIP Perú</p>",
    ],
)
def test_a_proper_name_is_not_cut(html: str) -> None:
    """A capitalised word that goes on before or after a term makes it a part of another name."""
    own = (*_TERMS, ("public", ("public integrity",)))
    assert linked(linker(terms=own), markup(html)) == html


@pytest.mark.parametrize(
    ("before", "term", "after"),
    [
        ("La ", "Función de Integridad", " de Cusco"),
        ("Según la ", "SIP", " y la CAT"),
        ("Mide la ", "Integridad Pública", "."),
        ("Cuidar ", "integridad", " ayuda."),
        ("En Cusco, ", "integridad pública", " y más."),
        ("En Cusco la ", "integridad pública", ". Es así."),
        ("Peru’s ", "public integrity", " system"),
        ("", "Integridad", ": la Ley."),
        ("Dice la Ley. ", "Integridad", ", dice."),
    ],
)
def test_a_sentence_is_no_proper_name(before: str, term: str, after: str) -> None:
    """A capital that a sentence or an article starts with says nothing of names."""
    own = (*_TERMS, ("public", ("public integrity",)))
    told = linked(linker(terms=own), markup(f"<p>{before}{term}{after}</p>"))
    assert re.findall(r">([^<>]*)</a>", told) == [term]
    assert re.sub(r"</?a[^>]*>", "", told) == f"<p>{before}{term}{after}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<div data-plain><div>SIP</div> SIP</div>",
        "<blockquote><p>SIP</p></blockquote>",
        "<table><tr><td>SIP</td></tr></table>",
        "<figure><figcaption>SIP</figcaption><p>SIP</p></figure>",
        '<ol class="line"><li id="x"><ol><li>SIP</li></ol><p>SIP</p></li></ol>',
        '<ul class="items answers"><li><p>SIP</p></li></ul>',
        '<p class="meta proof">SIP</p>',
        '<ul class="sources"><li>SIP</li></ul>',
        "<p>Comité de la Mesa de SIP Perú</p>",
    ],
)
def test_what_is_quoted_is_left_alone(html: str) -> None:
    """Facts of others, tables, drawings and small print are no prose of this site."""
    told = linked(linker(), markup(f"{html}<p>SIP</p>"))
    assert told == f"{html}<p>{link('can', 'SIP')}</p>"


def test_what_a_heading_says_is_not_linked_right_below() -> None:
    """The first paragraph after the title repeats it; the next appearance leads to the concept."""
    html = "<h1>La SIP</h1><div><p>La SIP y la integridad.</p></div><p>La SIP.</p>"
    expected = (
        f"<h1>La SIP</h1><div><p>La SIP y la {link('integridad', 'integridad')}.</p></div>"
        f"<p>La {link('can', 'SIP')}.</p>"
    )
    assert linked(linker(), markup(html)) == expected
