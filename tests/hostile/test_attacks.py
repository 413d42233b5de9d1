"""Hostile text is refused where it stands, or published as the text that it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from quipu.findings import Finding, is_blocking
from quipu.parse.documents import parse_document
from quipu.parse.settings import parse_site
from quipu.parse.sources import parse_sources
from quipu.prose.markdown import to_html
from tests.e2e.builds import run
from tests.hostile.attacks import (
    ALL,
    BY_KIND,
    CONTROLS,
    FORMULAS,
    GITHUB,
    HIDDEN,
    SVG,
    TAGS,
    TEMPLATES,
    URLS,
    can_be_drawn,
)
from tests.hostile.elements import unsafe
from tests.roots import (
    AREAS,
    FILES,
    LIVE,
    SITE,
    SOURCES,
    WORDS,
    append,
    minimal_root,
    replace,
    write,
)

IN_LINE = tuple(text for text in ALL if "\n" not in text)
_SOURCES_HEAD = FILES[SOURCES].split("\n", 1)[0]
_UNSEEN = {sign for text in HIDDEN for sign in text if not sign.isascii()}


def quoted(text: str) -> str:
    """A text as a cell of a table."""
    return '"' + text.replace('"', '""') + '"'


def escaped(text: str) -> str:
    """A text as YAML and TOML both read it, with an escape for whatever could be refused."""
    return (
        '"'
        + "".join(
            c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}"
            for c in text
        )
        + '"'
    )


def refused_in_cells(column: str, texts: Iterable[str]) -> set[str]:
    """Which texts are refused in a column of a table, each on its own line."""
    number = _SOURCES_HEAD.split(",").index(column)
    found = set()
    for text in texts:
        cells = ["S1", "Título", "Entidad", "https://example.org/", "2024", "", "", ""]
        cells[number] = quoted(text)
        body = f"{_SOURCES_HEAD}\n{','.join(cells)}\n".encode("utf-8", "surrogatepass")
        findings: list[Finding] = []
        parse_sources(body, findings)
        if is_blocking(findings):
            # A sign that ends a line for other programs is found where it stands.
            assert {f.where.line for f in findings} <= {2, 3}
            found.add(text)
    return found


def refused_in_text(text: str) -> bool:
    """Whether a text is refused in a document."""
    findings: list[Finding] = []
    body = f"---\ntitle: Título\ndate: 2025-01-01\nsummary: a\n---\n{text}\n".encode(
        "utf-8", "surrogatepass"
    )
    parse_document("content/updates/u.es.md", body, findings)
    assert all(f.where.line >= 6 for f in findings if f.severity.name == "ERROR")
    return is_blocking(findings)


def refused_as_written(written: str) -> bool:
    """Whether a value of front matter is refused as it stands in the file."""
    findings: list[Finding] = []
    front = f"title: {written}\ndate: 2025-01-01\nsummary: a\n"
    body = f"---\n{front}---\nTexto\n".encode("utf-8", "surrogatepass")
    parse_document("content/updates/u.es.md", body, findings)
    return is_blocking(findings)


def refused_in_front_matter(text: str) -> bool:
    """Whether a text is refused as a value of front matter, however it is written."""
    forms = (escaped(text), json.dumps(text, ensure_ascii=False))
    return all(map(refused_as_written, forms))


def refused_in_settings(text: str, key: str = "tagline_es") -> bool:
    """Whether a text is refused as a setting."""
    findings: list[Finding] = []
    parse_site(f'title_es = "a"\ntitle_en = "b"\n{key} = {escaped(text)}\n'.encode(), findings)
    return is_blocking(findings)


def test_there_are_hundreds() -> None:
    """Each once, of every kind."""
    assert len(ALL) >= 450
    assert all(len(texts) >= 10 for texts in BY_KIND.values())


def test_cells_refuse_markup_formulas_and_what_cannot_be_seen() -> None:
    """Of what is left nothing can be taken for more than text."""
    refused = refused_in_cells("note", IN_LINE)
    assert {*TAGS, *SVG, *HIDDEN, *CONTROLS} <= refused
    # What begins with another sign is a formula only in a file of another kind.
    assert {*FORMULAS} - refused == {";=1+1", "%0A-2+3+cmd|' /C calc'!A0"}
    taken = set(IN_LINE) - refused
    assert len(taken) >= 100
    assert [t for t in taken if "<" in t or ">" in t or _UNSEEN & {*t}] == []
    assert [t for t in taken if t.strip(" \"'")[:1] in set("=+-@")] == []
    assert all(map(str.isprintable, taken))


def test_columns_of_addresses_take_nothing_but_addresses() -> None:
    """No scheme but http and https, no quotes, no host behind another name."""
    taken = set(IN_LINE) - refused_in_cells("url", IN_LINE)
    assert taken == {"https://github.com/octo-org/repo/issues/1"}
    assert {*URLS} - taken == {*URLS}


@pytest.mark.parametrize("key", ["base_url", "repository"])
def test_settings_of_addresses_take_nothing_but_addresses(key: str) -> None:
    """They stand before every address of the site, and in links to the repository."""
    taken = {text for text in ALL if not refused_in_settings(text, key)}
    assert taken == {"https://github.com/octo-org/repo/issues/1"}


@pytest.mark.parametrize("text", [*HIDDEN, *CONTROLS], ids=ascii)
@pytest.mark.parametrize("refused", [refused_in_text, refused_in_front_matter, refused_in_settings])
def test_what_cannot_be_seen_is_refused(refused: Callable[[str], bool], text: str) -> None:
    """In every file, also where it is written as an escape.

    Front matter is read as words with a space between them, so no odd space is left of it.
    """
    is_spaced_out = refused is refused_in_front_matter and "".join(text.split()) == "ab"
    assert refused(text) or is_spaced_out


@pytest.mark.parametrize("text", ALL, ids=ascii)
def test_documents_refuse_or_show_as_text(text: str) -> None:
    """What the check lets through is converted to plain elements and links to the web."""
    if not refused_in_text(text):
        assert list(unsafe(to_html(text))) == []


def test_documents_refuse_markup_of_html() -> None:
    """Elements are never written by hand, whatever they are."""
    assert [text for text in (*TAGS, *SVG) if not refused_in_text(text)] == []
    assert [text for text in (*TAGS, *SVG) if not refused_in_front_matter(text)] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a root that holds everything that the check lets through, as anybody would."""
    root = minimal_root(tmp_path_factory.mktemp("accepted") / "root")
    cells = [t for t in IN_LINE if t not in refused_in_cells("note", [t])]
    rows = "".join(
        f"S{n},{q},{q},https://example.org/{n},2024,,{q},{q}\n"
        for n, q in enumerate(map(quoted, cells), start=3)
    )
    append(SOURCES, rows)(root)
    areas = "".join(
        f"PE-X{n:03},region,PE,,r-{n:03},{q},{q}\n" for n, q in enumerate(map(quoted, cells))
    )
    append(AREAS, areas)(root)
    values = "".join(
        f"PE-X{n:03},2023,{n % 100},,,,,A,A,S{n + 3},,{q},{q}\n"
        for n, q in enumerate(map(quoted, cells))
    )
    append(LIVE, values)(root)
    texts = [t for t in ALL if not refused_in_text(t)]
    append(WORDS, "\n\n".join(texts[:100]) + "\n")(root)
    for n, text in enumerate(t for t in IN_LINE if not refused_as_written(escaped(t))):
        front = f"title: {escaped(text)}\ndate: 2025-01-01\nsummary: {escaped(text)}\n"
        write(f"content/updates/u-{n:03}.es.md", f"---\n{front}---\n{texts[n % len(texts)]}\n")(
            root
        )
    taken = [t for t in IN_LINE if not refused_in_settings(t) and len(t) < 100]
    for key in ("tagline_es", "tagline_en", "licence_es", "disclaimers_es", "contact"):
        append(SITE, f"{key} = {escaped(' '.join(taken)[:1900])}\n")(root)
    replace(SITE, "Sitio sintético", "&lt;b&gt; {{7*7}}")(root)
    out = root.parent / "site"
    done = run("--root", root, "build", "--out", out, "--as-of", "2025-06-30")
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_what_the_check_lets_through_is_published(site: Path) -> None:
    """The inspection of the finished pages takes no text of the data for a fault of ours."""
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "{{7*7}}" in page
    assert {*TEMPLATES} & set(IN_LINE)


def test_feed_and_sitemap_are_well_formed(site: Path) -> None:
    """Every attack is a text of the feed, and no element of it."""
    feed = ET.parse(site / "atom.xml").getroot()  # noqa: S314 (our own file)
    tags = {element.tag.partition("}")[2] for element in feed.iter()}
    assert tags <= {*("feed", "id", "title", "updated", "author", "name", "link", "entry")} | {
        *("summary", "content", "category", "subtitle", "generator", "rights")
    }
    titles = {element.text for element in feed.iter("{http://www.w3.org/2005/Atom}title")}
    shown = {t for t in GITHUB if can_be_drawn(t) and not refused_in_front_matter(t)}
    assert {" ".join(text.split()) for text in shown} <= titles


def test_json_holds_the_texts_as_they_are(site: Path) -> None:
    """No text ends a string, and none is changed."""
    names = set()
    for path in (site / "api").rglob("*.json"):
        value = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "areas.json":
            names = {area["name"]["es"] for area in value}
    assert {"{{7*7}}", '" onmouseover="alert(1)', "javascript:alert(1)"} <= names
