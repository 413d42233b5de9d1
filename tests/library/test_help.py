"""What a region can learn from others on what it lacks."""

from __future__ import annotations

from datetime import date

import pytest

from quipu.model import Catalog
from quipu.pages.library.help import found_help, help_for
from tests.library.shown import course, opened, read

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


def test_open_courses_come_first_and_hidden_ones_never() -> None:
    """Then what a source tells of, then what is over."""
    courses = (
        course(slug="dado", valid_at="2024"),
        course(slug="visto"),
        course(slug="viejo", next_start="2025-09-01", checked_on="2024-01-01"),
        course(slug="abierto", next_start="2025-09-01", checked_on="2025-06-01"),
        course(slug="otro", topics=("C7",)),
    )
    (found,) = found_help("PE-AAA", ["C2"], (), courses, (), DAY)
    assert [one.slug for one in found.courses] == ["abierto", "visto", "dado"]


def test_help_that_a_region_got_is_none_to_ask_for(facts: Catalog) -> None:
    """What was given to others, or to all, is."""
    given = facts.registers.assistance
    (found,) = found_help("PE-BBB", ["C2"], (), (), given, DAY)
    assert [one.ref_area for one in found.assistance] == ["PE"]
    (found,) = found_help("PE-AAA", ["C2"], (), (), given, DAY)
    assert [one.ref_area for one in found.assistance] == ["PE-BBB", "PE"]


def test_the_block_links_to_each(facts: Catalog) -> None:
    """With the name of the region, and the topics on which there is nothing."""
    book = opened(facts)
    area = facts.areas_by_code["PE-AAA"]
    assert help_for(book, area, [], PAGE) is None
    block = help_for(book, area, ["C2", "C7", "C9"], PAGE)
    assert block is not None
    assert block.without == ("C9",)
    assert [row.topic for row in block.rows] == ["C2: Riesgos", "C7: Canal"]
    first, second = block.rows
    assert [(link.href, link.text) for link in first.practices] == [
        ("../../practicas/afirmada/index.html", "Región sintética B: Afirmada")
    ]
    assert [(link.href, link.text) for link in first.courses] == [
        ("../../cursos/temas/C2/index.html#dado", "Dado (ya realizado)")
    ]
    assert [link.text for link in second.courses] == ["Abierto (abierto)", "Guía"]
    assert first.assistance is not None
    assert first.assistance.href == "../../asistencia/temas/C2/index.html"
    assert block.ask.href == "../../asistencia/index.html#pedir"
