"""What a region can learn from others on what it lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quipu.model import Catalog
from quipu.model.library import PracticeStatus
from quipu.pages.library.help import found_help, help_for
from quipu.views import Link
from tests.hostile.library_cases import document
from tests.library.shown import course, full_root, opened, read
from tests.roots import read_root

DAY = date(2025, 6, 30)
PAGE = "regiones/region-a/index.html"


@pytest.fixture(name="facts", scope="module")
def _facts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read(tmp_path_factory.mktemp("root"))


def test_practices_are_those_of_others(facts: Catalog) -> None:
    """Whoever lacks something does not learn it from itself."""
    library = facts.library
    (found,) = found_help("PE-AAA", ["C2"], library.practices, (), (), DAY)
    assert [one.slug for one in found.practices] == ["afirmada"]
    (found,) = found_help("PE-CCC", ["C2"], library.practices, (), (), DAY)
    assert sorted(one.slug for one in found.practices) == ["afirmada", "medida"]


def test_topics_are_told_once_in_their_order(facts: Catalog) -> None:
    """Also those on which nothing was found."""
    found = found_help("PE-AAA", ["C9", "C2", "C9"], facts.library.practices, (), (), DAY)
    assert [(one.topic, one.is_empty) for one in found] == [("C9", True), ("C2", False)]


def test_what_was_only_announced_is_no_practice_of_others(facts: Catalog) -> None:
    """No region «did» what it announced."""
    planned = tuple(replace(p, status=PracticeStatus.PLANNED) for p in facts.library.practices)
    (found,) = found_help("PE-CCC", ["C2"], planned, (), (), DAY)
    assert found.practices == ()


def test_open_courses_come_first_and_hidden_ones_never() -> None:
    """Then what a source tells of; what is over stands apart."""
    courses = (
        course(slug="dado", valid_at="2024"),
        course(slug="visto"),
        course(slug="viejo", next_start="2025-09-01", checked_on="2024-01-01"),
        course(slug="abierto", next_start="2025-09-01", checked_on="2025-06-01"),
        course(slug="otro", topics=("C7",)),
    )
    (found,) = found_help("PE-AAA", ["C2"], (), courses, (), DAY)
    assert [one.slug for one in found.courses] == ["abierto", "visto"]
    assert [one.slug for one in found.past] == ["dado"]


def test_help_that_a_region_got_is_none_to_ask_for(facts: Catalog) -> None:
    """What was given to others, or to all, is."""
    given = facts.registers.assistance
    (found,) = found_help("PE-BBB", ["C2"], (), (), given, DAY)
    assert [one.ref_area for one in found.assistance] == ["PE"]
    (found,) = found_help("PE-AAA", ["C2"], (), (), given, DAY)
    assert [one.ref_area for one in found.assistance] == ["PE-BBB", "PE"]


def test_the_block_links_to_each(facts: Catalog) -> None:
    """With the name of the region and the year, and the topics on which there is nothing."""
    book = opened(facts)
    area = facts.areas_by_code["PE-AAA"]
    assert help_for(book, area, [], PAGE) is None
    block = help_for(book, area, ["C2", "C7", "C9"], PAGE)
    assert block is not None
    assert block.without == ("C9",)
    assert [row.topic for row in block.rows] == ["C2: Riesgos", "C7: Canal"]
    first, second = block.rows
    assert [(link.href, link.text) for link in first.practices] == [
        ("../../practicas/afirmada/index.html", "Región sintética B: Afirmada (2023)")
    ]
    assert first.more is None
    assert first.courses == ()
    assert first.past == Link(
        href="../../cursos/temas/C2/index.html#realizados", text="Cursos ya realizados sobre C2: 1"
    )
    assert [link.text for link in second.courses] == [
        "Abierto (abierto)",
        "Guía (visto en la fuente)",
    ]
    assert second.past is None
    assert first.assistance == Link(
        href="../../asistencia/temas/C2/index.html", text="Ayuda a otros sobre C2: 2"
    )
    assert block.links == (Link(href="../../asistencia/index.html#pedir", text="Cómo pedir ayuda"),)


def test_a_region_sees_what_it_did_and_got_itself(facts: Catalog) -> None:
    """With the year; what it only announced says so."""
    book = opened(facts)
    block = help_for(book, facts.areas_by_code["PE-BBB"], ["C2"], PAGE)
    assert block is not None
    assert [(o.link.text, o.when, o.mark) for o in block.practices] == [("Afirmada", "2023", "")]
    assert [(o.link.text, o.when) for o in block.received] == [("Quien ayuda: taller", "2023")]
    assert block.received_all == Link(
        href="../../asistencia/regiones/region-b/index.html",
        text="La ayuda que recibió Región sintética B, con sus fuentes",
    )
    planned = tuple(replace(p, status=PracticeStatus.PLANNED) for p in facts.library.practices)
    announced = replace(facts, library=replace(facts.library, practices=planned))
    block = help_for(opened(announced), facts.areas_by_code["PE-BBB"], ["C2"], PAGE)
    assert block is not None
    assert [one.mark for one in block.practices] == ["Anunciado"]
    other = help_for(book, facts.areas_by_code["PE-CCC"], ["C2"], PAGE)
    assert other is not None
    assert (other.practices, other.received, other.received_all) == ((), (), None)


def test_two_regions_at_most_are_told_on_a_topic(facts: Catalog) -> None:
    """One practice each; the page of the topic holds the others."""
    one = next(p for p in facts.library.practices if p.slug == "afirmada")
    areas = ("PE-AAA", "PE-AAA", "PE-BBB", "PE-CCC")
    many = tuple(
        replace(one, slug=f"p{n}", ref_area=area, claim=None) for n, area in enumerate(areas)
    )
    book = opened(replace(facts, library=replace(facts.library, practices=many)))
    block = help_for(book, facts.areas_by_code["PE"], ["C2"], PAGE)
    assert block is not None
    (row,) = block.rows
    assert [link.href.split("/")[-2] for link in row.practices] == ["p0", "p2"]
    assert row.more is not None
    assert row.more.text == "Todas las prácticas sobre C2: 4"


def test_who_assists_is_said_where_a_concept_explains_it(tmp_path: Path) -> None:
    """First of all, with the way to ask; a site without that concept names nobody."""
    root = full_root(tmp_path)
    keys = (("title", "CAN y SIP"), ("summary", "Quiénes son."), ("sources", "S1"))
    for change in (
        document("content/concepts/can-y-sip.es.md", keys),
        document("content/guides/pedir-asistencia.es.md", keys[:2], title="Pedir asistencia"),
    ):
        change(root)
    told = read_root(root)[0]
    block = help_for(opened(told), told.areas_by_code["PE-AAA"], ["C2"], PAGE)
    assert block is not None
    assert "Secretaría de Integridad Pública (SIP)" in block.who
    assert "(CAN) coordina" in block.who
    assert [link.text for link in block.links] == [
        "Cómo pedir ayuda",
        "Pedir asistencia",
        "CAN y SIP",
    ]
