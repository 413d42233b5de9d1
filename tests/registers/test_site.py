"""The site of a root with registers, built as anybody would: pages, feeds and files of it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

import html5lib
import pytest
from jsonschema import Draft202012Validator

from quipu.pipeline import Options, build
from quipu.registers.keys import row_key
from tests.registers.roots import REGISTERS, counted, path_of, registers
from tests.roots import AS_OF, SITE, append, cell, minimal_root

BASE = "https://example.org/o/"
NAMES = tuple(Path(path).stem for path in REGISTERS)
SPANISH = ("No se reunió.", "Publicar agendas.", "Segunda sesión.", "Había una persona a cargo.")
"""Statements that the fixture leaves without English."""
PAGES = {
    "es": (
        *("sistema", "funciones", "comisiones", "seguimiento"),
        *(f"regiones/region-{x}{end}" for x in "abc" for end in ("", "/cra")),
    ),
    "en": (
        *("en/system", "en/functions", "en/commissions", "en/follow-up"),
        *(f"en/regions/region-{x}{end}" for x in "abc" for end in ("", "/cra")),
    ),
}
Element: TypeAlias = "ET.Element"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the synthetic registers, some of whose texts have no English."""
    root = minimal_root(tmp_path_factory.mktemp("registers") / "root")
    registers(root)
    counted(root)
    append(SITE, f'base_url = "{BASE}"\n')(root)
    for register, line, column in (
        ("commissions", 8, "statement_en"),
        ("agreements", 4, "text_en"),
        ("sessions", 3, "statement_en"),
        ("integrity_functions", 4, "statement_en"),
    ):
        cell(path_of(register), line, column, "")(root)
    out = root.parent / "site"
    report = build(Options(root=root, out=out, as_of=AS_OF, use_cache=False))
    assert {finding.code for finding in report.findings} <= {"W217", "W413"}
    return out


def page(site: Path, path: str) -> Element:
    """A page, as a browser would build it."""
    text = (site / path / "index.html").read_text(encoding="utf-8")
    document: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return document


def words_of(element: Element) -> str:
    """The text of an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def section(document: Element, anchor: str) -> Element:
    """A section of a page; it must be there."""
    (found,) = (e for e in document.iter("section") if e.get("id") == anchor)
    return found


def texts(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Every piece of text with the language it is said to be in."""
    language = element.get("lang", language)
    if element.tag not in ("script", "style", "code"):
        yield language, element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                yield from texts(child, language)
            yield language, child.tail or ""


def test_every_page_is_there(site: Path) -> None:
    """In both languages."""
    for path in (*PAGES["es"], *PAGES["en"]):
        assert (site / path / "index.html").is_file(), path


def test_the_page_of_an_area_answers_the_questions(site: Path) -> None:
    """Of all that is known, of what is old or lacking, and of what nobody published."""
    known, old, unknown = (
        words_of(section(page(site, f"regiones/region-{x}"), "sistema")) for x in "abc"
    )
    for text in (known, old, unknown):
        asked = re.findall(r"¿[^?]+\?", text)
        assert asked == [
            *("¿Quién está a cargo de la integridad aquí?", "¿Cumple las tres tareas mínimas?"),
            *("¿Se reúne la comisión?", "¿Qué ha acordado?", "¿Qué falta?"),
        ]
    assert "Hay una unidad u oficina de integridad." in known
    assert "Sí: hubo una sesión en los últimos doce meses." in known
    assert "Acuerdos y compromisos publicados: cumplido: 1; vencido: 1" in known
    assert "Hubo una unidad u oficina de integridad; falta confirmar" in old
    assert "En julio de 2019 no se reunía" in old
    assert "Nadie ha publicado si hay una unidad u oficina de integridad." in unknown
    assert "No quiere decir que no exista" in unknown
    assert "Nadie ha publicado una sesión en lo que se leyó." in unknown
    assert unknown.count("Fuente:") == 0


def test_a_commission_without_facts_has_its_page(site: Path) -> None:
    """It says so in every part, and how to follow it."""
    text = words_of(page(site, "regiones/region-c/cra"))
    for words in (
        "nadie ha publicado nada de ella en lo que se leyó",
        "Norma que crea la comisión: nadie lo ha publicado",
        "Nadie ha publicado una sesión en lo que se leyó.",
        "No se ha publicado ningún acuerdo",
        "Nadie ha publicado qué instituciones la integran",
        "Indicador por conseguirsin información publicada",
        "Aún no hay hechos anotados.",
        f"{BASE}regiones/region-c/cra/",
    ):
        assert words in text, words


def test_counted_figures_are_shown(site: Path) -> None:
    """On the page of the commission, of the indicator and of the area, with their period."""
    row = section(page(site, "regiones/region-a/cra"), "indicadores")
    assert re.search(r"Indicador por conseguir66\.7 .*2024", words_of(row))
    assert "66.7" in words_of(page(site, "indicadores/XX-02"))
    assert "66.7" in words_of(page(site, "regiones/region-a"))
    told = json.loads((site / "api/v1/areas/PE-AAA.json").read_text(encoding="utf-8"))
    (value,) = (r for r in told["observations"] if r["indicator"] == "XX-02")
    assert (value["value"], value["numerator"], value["denominator"]) == (66.7, 2, 3)


@pytest.mark.parametrize("path", PAGES["en"])
def test_english_pages_say_which_texts_are_spanish(site: Path, path: str) -> None:
    """A statement without English is marked as Spanish, and no word of ours is left in it."""
    pieces = [*texts(page(site, path))]
    assert {language for language, text in pieces if text.strip() in SPANISH} <= {"es"}
    spanish = re.compile(
        r"\b(?:sesi[oó]n|comisi[oó]n|región|regiones|seg[uú]n|por confirmar|consta|sin|fuente|"
        r"hecho|acuerdos?|áreas|desde|nadie|vencido|previsto|mayo|enero)\b",
        re.IGNORECASE,
    )
    left = [text for language, text in pieces if language != "es" and spanish.search(text)]
    assert left == []


def test_untranslated_texts_are_shown_after_all(site: Path) -> None:
    """What has no English stands in Spanish on the English page, in its place."""
    for path, text in (
        ("en/regions/region-b", SPANISH[3]),
        ("en/regions/region-b/cra", SPANISH[0]),
        ("en/regions/region-a/cra", SPANISH[1]),
        ("en/regions/region-a/cra", SPANISH[2]),
        ("en/follow-up", SPANISH[0]),
        ("en/follow-up", SPANISH[1]),
    ):
        found = {language for language, one in texts(page(site, path)) if one.strip() == text}
        assert found == {"es"}, (path, text)


@pytest.mark.parametrize("path", [*PAGES["es"], *PAGES["en"]])
def test_pages_can_be_used_by_everybody(site: Path, path: str) -> None:
    """Headings in order, one first; ids once; heads of tables with scope; signs with words."""
    document = page(site, path)
    levels = [int(e.tag[1]) for e in document.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [e.get("id") for e in document.iter() if e.get("id")]
    assert len(set(ids)) == len(ids)
    for head in document.iter("th"):
        assert head.get("scope") in ("col", "row"), words_of(head)
    labels = {e.get("aria-labelledby") for e in document.iter() if e.get("aria-labelledby")}
    assert labels <= set(ids)
    for e in document.iter():
        if e.tag == "td" and "cv" in (e.get("class") or "").split():
            hidden = [b for b in e.iter("b") if b.get("aria-hidden") == "true"]
            assert hidden
            assert words_of(e) != words_of(hidden[0])
    for table in document.iter("table"):
        assert next(table.iter("th"), None) is not None


@pytest.mark.parametrize("path", [*PAGES["es"], *PAGES["en"]])
def test_facts_name_their_source(site: Path, path: str) -> None:
    """Every fact of a line of time, with a link to it."""
    for line in page(site, path).iter("ol"):
        if line.get("class") == "line":
            for fact in line:
                targets = [a.get("href", "") for a in fact.iter("a")]
                assert any(target.startswith("https://example.org/") for target in targets)


@pytest.mark.parametrize("area", "abc")
@pytest.mark.parametrize("folder", ["regiones", "en/regions"])
def test_feeds_of_commissions_are_sound(site: Path, folder: str, area: str) -> None:
    """Each entry has an id of its own and leads to the fact on the page."""
    path = f"{folder}/region-{area}/cra"
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.parse(site / path / "atom.xml").getroot()  # noqa: S314 (our own file)
    entries = feed.findall(f"{atom}entry")
    found = [entry.findtext(f"{atom}id") for entry in entries]
    assert len(set(found)) == len(found) == {"a": 13, "b": 3, "c": 0}[area]
    anchors = {e.get("id") for e in page(site, path).iter()}
    for entry in entries:
        link = entry.find(f"{atom}link")
        assert link is not None
        target, _, anchor = link.get("href", "").partition("#")
        assert target == f"{BASE}{path}/"
        assert anchor in anchors


@pytest.mark.parametrize("name", NAMES)
def test_a_register_in_json_follows_its_schema(site: Path, name: str) -> None:
    """Row by row what stands in the file, with the line it stands on; and it would find a fault."""
    folder = site / "api/v1/registers"
    rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert [*validator.iter_errors(rows)] == []
    table = (site / f"datos/registros/{name}.csv").read_text(encoding="utf-8").splitlines()
    written = [*csv.DictReader(table)]
    added = ("origin", "key")
    assert [{k: v for k, v in row.items() if k not in added} for row in rows] == written
    assert [row["key"] for row in rows] == [row_key(row) for row in written]
    assert [row["origin"] for row in rows] == [
        {"path": path_of(name), "line": line} for line in range(2, len(written) + 2)
    ]
    assert [*validator.iter_errors([{**rows[0], "more": ""}])]
    for origin in ({"path": "x", "line": 1}, {"path": "x", "line": 2, "more": ""}, {"path": "x"}):
        assert [*validator.iter_errors([{**rows[0], "origin": origin}])]
    assert [*validator.iter_errors([{**rows[0], "key": "line 2"}])]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *(("sessions", "outcome"), ("commissions", "event"), ("members", "seat")),
        *(("agreements", "state"), ("integrity_functions", "level"), ("minimum_tasks", "task")),
        *(("institutions", "actor"), ("topics", "kind"), ("commission_periods", "confidence")),
    ],
)
def test_codes_are_in_the_schema(site: Path, name: str, column: str) -> None:
    """A word that is no code does not pass."""
    folder = site / "api/v1/registers"
    rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert [*Draft202012Validator(schema).iter_errors([{**rows[0], column: "nada"}])]
