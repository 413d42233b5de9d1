"""Sources: what is read of them, and on which pages their words are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jsonschema import validate

from quipu.exports.api import json_schemas
from quipu.findings import Finding
from quipu.pages.area import area_page
from quipu.pages.foreign import filled, untranslated
from quipu.parse.sources import parse_sources
from tests.books import book
from tests.samples import area, catalog, indicator, language, observation, regions

HEAD = "id,title,publisher"


def read(text: str) -> tuple[list[str], list[Finding]]:
    """The languages of the titles, and what was found."""
    findings: list[Finding] = []
    return [source.language for source in parse_sources(text.encode(), findings)], findings


def test_a_table_without_languages_is_silent() -> None:
    """Most sites cite in one language only."""
    languages, findings = read(f"{HEAD}\nS1,Uno,Alguien\n")
    assert languages == [""]
    assert "language" not in {finding.field for finding in findings}
    assert "language" not in str([finding.params for finding in findings])


def test_the_language_of_a_title_is_read() -> None:
    """Two or three small letters; empty is the first language of the site."""
    languages, findings = read(f"{HEAD},language\nS1,One,Alguien,en\nS2,Dos,Alguien,\n")
    assert languages == ["en", ""]
    assert not [finding for finding in findings if finding.code == "E226"]


@pytest.mark.parametrize("code", ["EN", "english", "e", 'en"'])
def test_what_is_no_language_is_refused(code: str) -> None:
    """It would stand in an attribute of the page."""
    cell = code.replace('"', '""')
    languages, findings = read(f'{HEAD},language\nS1,One,Alguien,"{cell}"\n')
    assert languages == [""]
    (found,) = [finding for finding in findings if finding.code == "E226"]
    assert (found.where.line, found.field) == (2, "language")


def test_the_schema_of_sources_tells_of_it() -> None:
    """Who reads the file of sources by its schema finds the language."""
    shape = json_schemas()["sources"]
    assert "language" in shape["items"]["required"]
    validate([], shape)


def test_words_of_the_first_language_are_marked_elsewhere() -> None:
    """Names of acts and publishers have no translation; what is filled in is escaped."""
    assert untranslated(language("es"), "Norma <1>") == "Norma <1>"
    assert untranslated(language("en"), "") == ""
    marked = untranslated(language("en"), "Norma <1>")
    assert marked == '<span lang="es">Norma &lt;1&gt;</span>'
    assert filled("<b> {act} {other}", act=marked, other="&") == f"&lt;b&gt; {marked} &amp;"
    assert filled("<b> {act}", act="<") == "<b> <"


@pytest.mark.parametrize(
    ("code", "article", "title"),
    [
        ("es", "", "Integridad pública en Región 1"),
        ("es", "el", "Integridad pública en el Región 1"),
        ("en", "el", "Integridad pública en Región 1 "),
    ],
)
def test_the_title_of_an_area_says_what_of_it(code: str, article: str, title: str) -> None:
    """Most names of areas are the same in every language: alone they would be one title twice."""
    one = replace(
        area("A01"), names={"es": "Región 1"}, attributes={"article_es": article} if article else {}
    )
    areas = (one, *regions(6)[1:])
    own = book(catalog(areas, [indicator("T-01")], [observation("A01", 1)]), code)
    assert area_page(own, own.areas[0]).frame.title.startswith(title)
