"""The sentences of an area's page: which is written when, and that none contradicts a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.compare import Position, compare
from quipu.model import Area, Observation
from quipu.prose.sentences import PLACE_RULES, Told, known, lead, place_clause
from quipu.vocab import AreaKind, Direction, IndicatorStatus, Quality
from tests.samples import area, catalog, indicator, language, observation, regions

ES = language()
PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"), name="Norte y Sur")
BY_NAME = {rule.name: rule for rule in PLACE_RULES}


def place(first: int, last: int, count: int) -> Position:
    """Make a place; its fifth has no say in what is written."""
    return Position(first=first, last=last, count=count, quintile=1)


def told(at: Position, direction: Direction = Direction.NEUTRAL) -> str:
    """Write the clause of a place."""
    return place_clause(Told(language=ES, place=at, direction=direction))


def sentences(
    rows: list[Observation],
    *,
    areas: tuple[Area, ...] = regions(6),
    direction: Direction = Direction.NEUTRAL,
    templates: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Write the sentences of A01 about one indicator."""
    facts = catalog(areas, [indicator(direction=direction)], rows, summary_indicators=("T-01",))
    return lead(facts, compare(facts), areas[0], ES, templates or {})


def values(*numbers: int) -> list[Observation]:
    """Give A01, A02… these values."""
    return [observation(f"A{n:02}", value) for n, value in enumerate(numbers, start=1)]


@pytest.mark.parametrize(
    ("rule", "at", "expected"),
    [
        ("all-equal", place(1, 9, 9), "Las 9 áreas comparadas tienen la misma cifra."),
        ("shared", place(2, 4, 9), "Comparte los puestos 2.º a 4.º de 9, de mayor a menor."),
        ("shared", place(1, 2, 9), "Comparte los puestos 1.º a 2.º de 9, de mayor a menor."),
        ("shared", place(8, 9, 9), "Comparte los puestos 8.º a 9.º de 9, de mayor a menor."),
        ("highest", place(1, 1, 9), "Es la cifra más alta de 9."),
        ("lowest", place(9, 9, 9), "Es la cifra más baja de 9."),
        ("between", place(2, 2, 9), "Ocupa el puesto 2.º de 9, de mayor a menor."),
    ],
)
def test_each_rule(rule: str, at: Position, expected: str) -> None:
    """The clause of each rule, and that it is this rule which applies first."""
    assert next(r.name for r in PLACE_RULES if r.applies(at)) == rule
    assert told(at) == expected


@pytest.mark.parametrize(
    ("direction", "ending"),
    [
        (Direction.HIGHER, "Es la cifra más alta de 9 (más alto es mejor)."),
        (Direction.LOWER, "Es la cifra más alta de 9 (más alto es peor)."),
        (Direction.NEUTRAL, "Es la cifra más alta de 9."),
    ],
)
def test_the_direction_is_told_where_there_is_one(direction: Direction, ending: str) -> None:
    """A neutral figure is neither good nor bad, and no word says it is."""
    assert told(place(1, 1, 9), direction) == ending


PLACES = st.integers(min_value=5, max_value=30).flatmap(
    lambda count: st.tuples(
        st.integers(min_value=1, max_value=count),
        st.integers(min_value=1, max_value=count),
        st.just(count),
    ).map(lambda t: place(min(t[0], t[1]), max(t[0], t[1]), t[2]))
)


@given(PLACES)
def test_every_place_has_a_clause_and_its_numbers_are_its_own(at: Position) -> None:
    """Whatever the place, one clause is written, with no number but the place's own."""
    clause = told(at)
    assert clause.count(".") - clause.count(".º") == 1
    assert {int(n) for n in re.findall(r"\d+", clause)} <= {at.first, at.last, at.count}
    assert ("más alta" in clause) == (at.first == at.last == 1)
    assert ("más baja" in clause) == (at.first == at.last == at.count)


@given(st.lists(st.integers(min_value=0, max_value=9), min_size=6, max_size=12))
def test_the_clause_agrees_with_counting(numbers: list[int]) -> None:
    """Exactly one place is told, and it is the one found by counting higher and equal values."""
    areas = regions(len(numbers))
    about, _known = sentences(values(*numbers), areas=areas)
    own = numbers[0]
    first = 1 + sum(n > own for n in numbers)
    last = first + numbers.count(own) - 1
    expected = told(place(first, last, len(numbers)))
    clauses = [c for at in _all_places(len(numbers)) if (c := told(at)) in about]
    assert clauses == [expected]
    assert about.endswith(f"(2024). {expected}")


def _all_places(count: int) -> list[Position]:
    return [
        place(first, last, count)
        for first in range(1, count + 1)
        for last in range(first, count + 1)
    ]


def test_the_figure_comes_with_its_date_and_area() -> None:
    """The plain form of a sentence."""
    about, _known = sentences(values(3, 1, 2, 4, 5, 6))
    assert about == (
        "Indicador T-01 en Área A01: 3.0 (2024). Ocupa el puesto 4.º de 6, de mayor a menor."
    )


def test_words_of_an_indicator_write_its_sentence() -> None:
    """A person wrote the sentence; the figures are filled in."""
    template = "En {period} se contó {value} {within}: la cifra {of}."
    about, _known = sentences(values(9, 1, 2, 3, 4, 5), templates={"T-01": template})
    assert about == (
        "En 2024 se contó 9.0 en Área A01: la cifra de Área A01. Es la cifra más alta de 6."
    )


def test_no_figure_is_said_and_not_shown_as_zero() -> None:
    """An area without a value is told so, with no number and no place."""
    about, _known = sentences([observation("A01", None), *values(0, 1, 2, 3, 4, 5)[1:]])
    assert about == "Indicador T-01: no hay una cifra publicada de Área A01."


def test_a_joint_figure_is_never_the_areas_own() -> None:
    """Whose figure it is stands in the sentence, and there is no place."""
    rows = [observation(PAIR.code, 7), *values(0, 0, 3, 4, 5, 6)[2:]]
    about, _known = sentences(rows, areas=(*regions(6), PAIR))
    assert about == (
        "Indicador T-01: la fuente no da una cifra propia de Área A01; "
        "publica 7.0 para Norte y Sur (2024)."
    )


def test_an_own_figure_is_told_although_a_newer_joint_one_exists() -> None:
    """It would be false to say that the area has no figure of its own."""
    rows = [observation("A01", 3, "2020"), observation(PAIR.code, 7, "2024")]
    about, _known = sentences(rows, areas=(*regions(6), PAIR))
    assert about == "Indicador T-01 en Área A01: 3.0 (2020)."


def test_a_figure_of_another_period_has_no_place() -> None:
    """The others are compared in a period that this area's newest figure is not of."""
    rows = [
        observation("A01", 50, "2024"),
        *(observation(f"A{n:02}", n, "2023") for n in range(1, 7)),
    ]
    about, _known = sentences(rows)
    assert about == "Indicador T-01 en Área A01: 50.0 (2024)."


def test_few_areas_are_not_put_in_order() -> None:
    """Two of six are no comparison."""
    about, _known = sentences(values(3, 1))
    assert about == "Indicador T-01 en Área A01: 3.0 (2024)."


@pytest.mark.parametrize("quality", [Quality.PARTIAL_LIST, Quality.UNDATED])
def test_partial_and_undated_figures_are_not_told_as_current(quality: Quality) -> None:
    """They stand apart on the page, in words of their own."""
    period = "" if quality is Quality.UNDATED else "2024"
    about, _known = sentences([observation("A01", 99, period, quality=quality)])
    assert about == (
        "Indicador T-01: de Área A01 solo hay un dato parcial o sin fecha, que no se compara."
    )


def test_names_with_braces_stay_as_they_are() -> None:
    """A name is data: it is never taken for something to fill in."""
    areas = (area("A01", name="{value}"), *regions(6)[1:])
    about, _known = sentences(values(3, 1, 2, 4, 5, 6), areas=areas)
    assert about.startswith("Indicador T-01 en {value}: 3.0 (2024).")


STATES = st.lists(
    st.sampled_from(["own", "joint", "partial", "undated", "missing", "none", "wanted", "retired"]),
    min_size=1,
    max_size=12,
)


def _rows(state: str, code: str) -> list[Observation]:
    return {
        "own": [observation("A01", 1, of=code)],
        "joint": [observation(PAIR.code, 1, of=code)],
        "partial": [observation("A01", 1, of=code, quality=Quality.PARTIAL_LIST)],
        "undated": [observation("A01", 1, "", of=code, quality=Quality.UNDATED)],
        "missing": [observation("A01", None, of=code)],
        "retired": [observation("A01", 1, of=code)],
    }.get(state, [])


@given(STATES)
def test_what_is_known_adds_up(states: list[str]) -> None:
    """The parts are counts of indicators, so they sum to the number of indicators."""
    statuses = {"wanted": IndicatorStatus.WANTED, "retired": IndicatorStatus.RETIRED}
    codes = [f"T-{n:02}" for n in range(len(states))]
    facts = catalog(
        (*regions(2), PAIR),
        [
            indicator(code, status=statuses.get(state, IndicatorStatus.LIVE))
            for code, state in zip(codes, states, strict=True)
        ],
        [row for code, s in zip(codes, states, strict=True) for row in _rows(s, code)],
    )
    sentence = known(compare(facts), facts.areas[0], ES).replace("Área A01", "X")
    total, *parts = (int(n) for n in re.findall(r"\d+", sentence))
    assert total == sum(parts) == len(states) - states.count("retired")
    assert parts[0] == states.count("own")
    for state, words in (("joint", "solo cifra conjunta"), ("wanted", "por región")):
        found = re.search(rf"(\d+)[^,\d]*{words}", sentence)
        assert int(found[1] if found else 0) == states.count(state)


def test_what_is_known_is_a_sentence() -> None:
    """Singular and plural, joined as Spanish joins them."""
    statuses = [IndicatorStatus.LIVE, IndicatorStatus.WANTED, IndicatorStatus.WANTED]
    facts = catalog(
        regions(1),
        [indicator(f"T-{n:02}", status=s) for n, s in enumerate(statuses)],
        [observation("A01", 1, of="T-00")],
    )
    assert known(compare(facts), facts.areas[0], ES) == (
        "De 3 indicadores, 1 tiene cifra propia de Área A01 y 2 aún no se publican por región."
    )
