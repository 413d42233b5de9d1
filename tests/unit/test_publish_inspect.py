"""The inspection of finished pages finds each fault that is planted, and no other."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import asdict

import pytest

from quipu.publish.facts import PageFacts, page_facts
from quipu.publish.inspect import Problem, inspect_site

CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:"
HEAD = f"""\
<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{CSP}">
<title>Cusco · Observatorio</title>
<link rel="stylesheet" href="../../assets/site.css">
<link rel="canonical" href="https://example.org/regiones/cusco/">
<link rel="alternate" hreflang="en" href="../../en/regions/cusco/">
</head>
"""
BODY = """\
<body>
<a href="#contenido">Saltar</a>
<h1 class="a"
    id="contenido">Cusco: situación financiera</h1>
<p>Una <a href="../../">portada</a>, <a href="../lima/#fuentes">otra</a>,
<a href="https://example.org/x?a=1&amp;b=2">de fuera</a>, <a href="mailto:a@example.org">correo</a>,
<a href="../../datos/CX-03.csv">datos</a>, <a href="../%C3%A1ncash/">tildes</a>,
<a href="?orden=1#contenido">orden</a>, <a href=".">aquí</a>, <a href="#top">arriba</a></p>
<img src="../../assets/x.svg" srcset="../../assets/x.svg 1x, ../../assets/x2.svg 2x" alt="">
<svg role="img" aria-label="Valor > 3"><g id="marcas"></g>
<use href="#marcas"/>
</svg>
<p>a &lt; b, nan y None en una frase, &#34;texto&#34;</p>
</body>
</html>
"""
PAGE = "regiones/cusco/index.html"
OTHER = HEAD + '<body><h1>Otra</h1><h2 id="fuentes">Fuentes</h2></body></html>\n'


def site_with(page: str, path: str = PAGE) -> dict[str, bytes]:
    """Return a small site whose one page is the given one."""
    others = {
        "index.html": OTHER.replace("../../", ""),
        "en/regions/cusco/index.html": OTHER.replace("../../", "../../../").replace(
            "../../../en/regions/cusco/", ""
        ),
        "regiones/lima/index.html": OTHER,
        "regiones/áncash/index.html": OTHER,
    }
    files = ("assets/site.css", "assets/x.svg", "assets/x2.svg", "datos/CX-03.csv")
    pages = {name: text.replace('href=""', 'href="."') for name, text in others.items()}
    return {
        **{name: text.encode() for name, text in pages.items()},
        **dict.fromkeys(files, b""),
        path: page.encode(),
    }


def problems_of(files: Mapping[str, bytes], base_path: str = "/") -> tuple[Problem, ...]:
    """Inspect a site that is at hand."""
    facts = {path: page_facts(path, body) for path, body in files.items() if "html" in path}
    return inspect_site(facts, files.keys(), base_path=base_path)


def rules_broken(page: str, path: str = PAGE) -> list[str]:
    """Return the rules that the page breaks."""
    return sorted({p.rule for p in problems_of(site_with(page, path)) if p.path == path})


def test_a_sound_site_has_no_problems() -> None:
    """Nothing is found where nothing is wrong."""
    assert problems_of(site_with(HEAD + BODY)) == ()


def added(markup: str) -> str:
    """Return the sound page with some markup before the end of its body."""
    return HEAD + BODY.replace("</body>", markup + "\n</body>")


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ('<a href="../tacna/">x</a>', "link-resolves"),
        ('<a href="../lima">x</a>', "link-resolves"),
        ('<a href="../LIMA/">x</a>', "link-resolves"),
        ('<a\n  class="x"\n  href="../tacna/">x</a>', "link-resolves"),
        ('<a href="../../../../etc/">x</a>', "link-resolves"),
        ('<img src="y.png" alt="y">', "link-resolves"),
        ('<img src="../../assets/x.svg" srcset="y.png 2x" alt="y">', "link-resolves"),
        ('<meta http-equiv="refresh" content="0; url=../tacna/">', "link-resolves"),
        ('<a href="#nada">x</a>', "fragment-resolves"),
        ('<a href="../lima/#nada">x</a>', "fragment-resolves"),
        ('<svg><use href="#nada"/></svg>', "fragment-resolves"),
        ('<a href="/regiones/lima/">x</a>', "link-relative"),
        ('<a href="javascript:alert(1)">x</a>', "link-scheme"),
        ('<a href="JavaScript&#58;alert(1)">x</a>', "link-scheme"),
        ('<a href="data:text/html,x">x</a>', "link-scheme"),
        ('<p id="contenido">x</p>', "id-unique"),
        ('<img src="../../assets/x.svg">', "img-has-alt"),
        ('<img src="../../assets/x.svg" data-alt="x">', "img-has-alt"),
        ("<h1>x</h1>", "exactly-one-h1"),
        ('<script src="../../assets/x.svg"></script>', "no-script"),
        ("<script>1</script>", "no-script"),
        ('<p style="color: red">x</p>', "no-style-attribute"),
        ('<p onclick="x()">x</p>', "no-event-attribute"),
        ('<p\nonmouseover="x()">x</p>', "no-event-attribute"),
        ('<img src="https://example.org/x.png" alt="">', "no-remote-resource"),
        ('<img src="//example.org/x.png" alt="">', "no-remote-resource"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "no-remote-resource"),
        ('<link href="//example.org/x" rel="preconnect">', "no-remote-resource"),
        ('<svg><image href="http://example.org/x"/></svg>', "no-remote-resource"),
        ('<a href="../lima/#">x</a><a href="../lima/#Fuentes">x</a>', "fragment-resolves"),
        ('<a href="../lima/&#35;nada">x</a>', "fragment-resolves"),
        ('<a href="#nada&amp;">x</a>', "fragment-resolves"),
        ('<form action="../tacna/"></form>', "link-resolves"),
        ('<p>citan "../" <a href="../tacna/">x</a></p>', "link-resolves"),
        ("<td>nan</td>", "no-leak"),
        ("<td> None </td>", "no-leak"),
        ("<td>\nNone\n</td>", "no-leak"),
        ("<p>total: NaN</p>", "no-leak"),
        ("<p>es undefined</p>", "no-leak"),
        ("<p>{{ region.name }}</p>", "no-leak"),
        ("<p>{% if x %}</p>", "no-leak"),
        ("<p>&lt;Markup x&gt;</p>", "no-leak"),
        ('<p title="None">x</p>', "no-leak"),
    ],
)
def test_a_planted_fault_is_found(markup: str, rule: str) -> None:
    """Each rule fails on its fault, and only that rule."""
    assert rules_broken(added(markup)) == [rule]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (' lang="es"', "", "html-lang"),
        ('lang="es"', 'lang=""', "html-lang"),
        ("<title>Cusco · Observatorio</title>", "", "title-not-empty"),
        ("<title>Cusco · Observatorio</title>", "<title> \n</title>", "title-not-empty"),
        ('<meta charset="utf-8">\n', "", "csp-meta-first"),
        ("Content-Security-Policy", "Refresh-Policy", "csp-meta-first"),
        (CSP, "", "csp-meta-first"),
        ("<head>", '<head><link rel="icon" href="../../assets/x.svg">', "csp-meta-first"),
        ("<h1", "<h2", "exactly-one-h1"),
    ],
)
def test_a_fault_of_the_frame_is_found(old: str, new: str, rule: str) -> None:
    """Language, title, heading and content policy are where they belong."""
    page = HEAD + BODY
    assert old in page
    assert rules_broken(page.replace(old, new, 1)) == [rule]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://example.org/undefined" title="ratio NaN-safe None">x</a>',
        '<a href="//example.org/">x</a>',
        '<a href="../lima/#:~:text=x">x</a>',
        '<a href="../../datos/CX-03.csv#row=3">x</a>',
        '<a href="../lima/index.html">x</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<p data-on="x" class="one none">financiera <b>n</b>an</p>',
        '<path fill="none" d="M0"/>',
        "<p>src=https://example.org, onclick, style: x</p>",
        '<meta http-equiv="refresh" content="0; url=../lima/">',
        '<p>escriba id="contenido" href="../tacna/" o style="x"</p>',
        "<p>{uno}, &lt;dos&gt;, NaNo</p>",
    ],
)
def test_what_only_looks_like_a_fault_is_not_told(markup: str) -> None:
    """A rule that cries wolf is soon ignored."""
    assert rules_broken(added(markup)) == []


def test_large_pages_are_told() -> None:
    """The limit is on compressed bytes, and holds for every page."""
    rng = random.Random(1)  # noqa: S311 - any bytes that do not compress
    noise = f"<p>{rng.randbytes(120_000).hex()}</p>"
    assert rules_broken(added(noise)) == ["page-size-limit"]
    assert "page-size-limit" in rules_broken(added(noise), "indicadores/cusco/index.html")
    assert rules_broken(added("<p>" + "a" * 300_000 + "</p>")) == []


def test_the_page_for_missing_addresses_is_served_at_any_depth() -> None:
    """It alone may start its links at the site's root, which must exist all the same."""
    page = HEAD.replace("../../", "/obs/") + '<body><h1>x</h1><a href="/obs/{}">x</a></body>'

    def problems(where: str) -> list[str]:
        pages = site_with(page.format(where), "404.html")
        return [p.rule for p in problems_of(pages, "/obs/") if p.path == "404.html"]

    assert problems("regiones/lima/") == []
    assert problems("regiones/tacna/") == ["link-resolves"]
    elsewhere = site_with(page.format(""), "404.html")
    assert {p.rule for p in problems_of(elsewhere)} == {"link-resolves"}


def test_problems_are_ordered_and_told_once() -> None:
    """The same link ten times is one problem; long details are cut."""
    markup = '<a href="../tacna/">x</a>' * 10 + f'<p style="{"x" * 500}">x</p>'
    assert problems_of(site_with(added(markup))) == (
        Problem(path=PAGE, rule="link-resolves", detail="../tacna/"),
        Problem(path=PAGE, rule="no-style-attribute", detail="x" * 200),
    )


def test_going_up_leads_elsewhere_from_another_depth() -> None:
    """What is sound from one folder is looked up anew from another, and from the top."""
    link = '<body><h1>x</h1><a href="../lima/">x</a></body></html>'
    page = HEAD.replace("../../", "{}") + link
    up = HEAD + link
    files = site_with(up) | {
        "index.html": page.replace("{}", "").replace('href=""', 'href="."').encode(),
        "regiones/index.html": page.replace("{}", "../").encode(),
        "regiones/puno/index.html": up.encode(),
        "regiones/puno/costa/index.html": page.replace("{}", "../../../").encode(),
    }
    assert [(p.path, p.rule, p.detail) for p in problems_of(files)] == [
        (path, "link-resolves", "../lima/")
        for path in ("index.html", "regiones/index.html", "regiones/puno/costa/index.html")
    ]


def test_the_first_parts_of_a_page_may_prove_that_it_is_small() -> None:
    """Wherever in it lies what does not compress, the limit is on the whole."""
    rng = random.Random(2)  # noqa: S311 - any bytes that do not compress
    noise, plain = f"<p>{rng.randbytes(49_000).hex()}</p>", "<p>" + "a" * 90_000 + "</p>"
    for half in (noise + plain, plain + noise):
        assert rules_broken(added(half)) == []
        assert rules_broken(added(half + noise + noise)) == ["page-size-limit"]


def test_facts_survive_being_kept() -> None:
    """A page that did not change need not be read again: its facts are plain JSON."""
    pages = site_with(added('<a href="../tacna/">x</a><p id="contenido">NaN</p>'))
    facts = {path: page_facts(path, body) for path, body in pages.items() if "html" in path}
    kept = {path: PageFacts(**json.loads(json.dumps(asdict(f)))) for path, f in facts.items()}
    found = inspect_site(facts, pages.keys())
    assert [p.rule for p in found] == ["id-unique", "link-resolves", "no-leak"]
    assert inspect_site(kept, pages.keys()) == found
