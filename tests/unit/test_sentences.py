"""The sentences of an area's page: which is written when, and that none contradicts a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.compare import Position, compare
from quipu.model import Area, Indicator, Observation
from quipu.prose.sentences import PLACE_RULES, Told, known, lead, place_clause
from quipu.score.judge import Verdict, judge
from quipu.vocab import AreaKind, Direction, IndicatorStatus, Quality
from tests.samples import area, catalog, indicator, language, observation, regions

ES = language()
PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"), name="Norte y Sur")
BY_NAME = {rule.name: rule for rule in PLACE_RULES}


def place(fifth: int, count: int, *, is_equal: bool = False) -> Position:
    """Make a place in a fifth of the areas; with *is_equal*, one that all areas share."""
    first = 1 if is_equal else 2
    return Position(first=first, last=count if is_equal else 2, count=count, quintile=fifth)


def told(
    at: Position,
    direction: Direction = Direction.NEUTRAL,
    headline: Verdict = Verdict.NO_INTERVAL,
) -> str:
    """Write the clause of a place."""
    return place_clause(
        Told(
            language=ES,
            place=at,
            direction=direction,
            headline=headline,
            benchmark="la mediana de las áreas (5.0)",
        )
    )


def sentences(
    rows: list[Observation],
    *,
    areas: tuple[Area, ...] = regions(6),
    measure: Indicator | None = None,
    templates: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Write the sentences of A01 about one indicator."""
    facts = catalog(areas, [measure or indicator()], rows, summary_indicators=("T-01",))
    panels = compare(facts)
    return lead(facts, panels, judge(facts, panels, None), areas[0], ES, templates or {})


def values(*numbers: int) -> list[Observation]:
    """Give A01, A02… these values."""
    return [observation(f"A{n:02}", value) for n, value in enumerate(numbers, start=1)]


ABOVE = "más allá de lo que explicaría el azar (99.8 %)"


@pytest.mark.parametrize(
    ("rule", "at", "headline", "expected"),
    [
        (
            "all-equal",
            place(1, 9, is_equal=True),
            Verdict.NO_INTERVAL,
            "Las 9 áreas comparadas tienen la misma cifra.",
        ),
        (
            "above",
            place(5, 9),
            Verdict.HIGHER,
            f"Es más alta que la mediana de las áreas (5.0), {ABOVE}.",
        ),
        (
            "below",
            place(1, 9),
            Verdict.LOWER,
            f"Es más baja que la mediana de las áreas (5.0), {ABOVE}.",
        ),
        (
            "similar",
            place(4, 9),
            Verdict.SIMILAR,
            "No se distingue de la mediana de las áreas (5.0).",
        ),
        (
            "fifth",
            place(1, 9),
            Verdict.NO_INTERVAL,
            "Está en el quinto más bajo de las 9 áreas comparadas.",
        ),
        (
            "fifth",
            place(3, 9),
            Verdict.SMALL,
            "Está en el quinto del medio de las 9 áreas comparadas.",
        ),
        (
            "fifth",
            place(5, 9),
            Verdict.NO_BENCHMARK,
            "Está en el quinto más alto de las 9 áreas comparadas.",
        ),
    ],
)
def test_each_rule(rule: str, at: Position, headline: Verdict, expected: str) -> None:
    """The clause of each rule, and that it is this rule which applies first."""
    about = Told(language=ES, place=at, direction=Direction.NEUTRAL, headline=headline)
    assert next(r.name for r in PLACE_RULES if r.applies(about)) == rule
    assert told(at, headline=headline) == expected


@pytest.mark.parametrize(
    ("direction", "headline", "start"),
    [
        (Direction.HIGHER, Verdict.BETTER, "Es más alta que"),
        (Direction.HIGHER, Verdict.WORSE, "Es más baja que"),
        (Direction.LOWER, Verdict.BETTER, "Es más baja que"),
        (Direction.LOWER, Verdict.WORSE, "Es más alta que"),
    ],
)
def test_better_and_worse_are_told_as_higher_and_lower(
    direction: Direction, headline: Verdict, start: str
) -> None:
    """The sentence says on which side the figure lies; the direction says what that means."""
    assert told(place(3, 9), direction, headline).startswith(start)


@pytest.mark.parametrize(
    ("direction", "ending"),
    [
        (Direction.HIGHER, "comparadas (más alto es mejor)."),
        (Direction.LOWER, "comparadas (más alto es peor)."),
        (Direction.NEUTRAL, "comparadas."),
    ],
)
def test_the_direction_is_told_where_there_is_one(direction: Direction, ending: str) -> None:
    """A neutral figure is neither good nor bad, and no word says it is."""
    assert told(place(5, 9), direction).endswith(ending)


@given(st.lists(st.integers(min_value=0, max_value=9), min_size=6, max_size=12))
def test_no_clause_tells_a_bare_place(numbers: list[int]) -> None:
    """Whatever the values: a fifth of the areas with their number, or that all are equal."""
    areas = regions(len(numbers))
    about, _known = sentences(values(*numbers), areas=areas)
    clause = about.partition("(2024). ")[2]
    assert "puesto" not in clause
    assert re.findall(r"\d+", clause) == [str(len(numbers))]
    assert ("la misma cifra" in clause) == (len(set(numbers)) == 1)


def counted(cases: int, people: int, code: str) -> Observation:
    """A rate per 100,000 with the counts behind it."""
    row = observation(code, str(cases * 100_000 / people))
    return replace(row, numerator=Decimal(cases), denominator=Decimal(people))


def test_a_headline_needs_a_difference_at_998() -> None:
    """A figure that differs at 95 % only is not said to differ; one at 99.8 % is."""
    measure = replace(indicator(), benchmark="national")
    others = [counted(100, 100_000, f"A{n:02}") for n in range(2, 7)]
    clear, _known = sentences([counted(200, 100_000, "A01"), *others], measure=measure)
    unclear, _known = sentences([counted(128, 100_000, "A01"), *others], measure=measure)
    assert "Es más alta que el conjunto de las áreas (116.7)" in clear
    assert "No se distingue del conjunto de las áreas (104.7)" in unclear


def test_the_figure_comes_with_its_date_and_area() -> None:
    """The plain form of a sentence."""
    about, _known = sentences(values(3, 1, 2, 4, 5, 6))
    assert about == (
        "Indicador T-01 en Área A01: 3.0 (2024). "
        "Está en el segundo quinto más bajo de las 6 áreas comparadas."
    )


def test_words_of_an_indicator_write_its_sentence() -> None:
    """A person wrote the sentence; the figures are filled in."""
    template = "En {period} se contó {value} {within}: la cifra {of}."
    about, _known = sentences(values(9, 1, 2, 3, 4, 5), templates={"T-01": template})
    assert about == (
        "En 2024 se contó 9.0 en Área A01: la cifra de Área A01. "
        "Está en el quinto más alto de las 6 áreas comparadas."
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
