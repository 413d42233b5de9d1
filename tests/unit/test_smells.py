"""Smells: what each points at, what it leaves alone, and how often it is wrong.

The rates of false alarms are counted on made-up tables with which nothing is wrong; the seeds
are fixed, so that the counts are, too.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest

from quipu.findings import message
from quipu.model import Observation
from quipu.smells import smells
from quipu.vocab import IndicatorType, Quality
from tests.samples import indicator, observation

AREAS = [f"A{number:02d}" for number in range(26)]


def table(
    years: Iterable[int], columns: Iterable[Sequence[object]], *, quality: str = "A"
) -> list[Observation]:
    """Make the observations of a table: a column of values a year, an area a value."""
    return [
        observation(area, str(value), str(year), quality=Quality(quality), line=line)
        for year, column in zip(years, columns, strict=True)
        for line, (area, value) in enumerate(zip(AREAS, column, strict=False), start=2)
    ]


def found(rows: Sequence[Observation], kind: str = "rate") -> list[str]:
    """Return the codes that are told of a table."""
    return sorted(one.code for one in smells(indicator(type_=IndicatorType(kind)), rows))


def alarms(kind: str, tables: Iterable[Sequence[Observation]]) -> Counter[str]:
    """Count the tables in which each code is told."""
    return Counter(code for rows in tables for code in set(found(rows, kind)))


def test_an_own_history_is_far_off_once_in_a_thousand() -> None:
    """Normal values, and values that change slowly: at most the promised share of series."""
    draw = random.Random(11)  # noqa: S311 (no secret)
    series = 0
    told = 0
    for slowness in (0.0, 0.7):
        for _ in range(50):
            columns = [[draw.gauss(0, 1) for _ in AREAS]]
            for _ in range(9):
                columns.append([slowness * before + draw.gauss(0, 1) for before in columns[-1]])
            shown = [[f"{500 + 20 * value:.3f}" for value in column] for column in columns]
            rows = table(range(2010, 2020), shown)
            told += len({f.params["area"] for f in smells(indicator(), rows) if f.code == "W346"})
            series += len(AREAS)
    assert series == 2_600
    assert told <= 5


def test_last_digits_heap_by_chance_once_in_ten_thousand() -> None:
    """Uniform counts: hardly a table of 2,000 is told, be it short or long."""
    draw = random.Random(12)  # noqa: S311 (no secret)
    tables = (
        table([2020], [[draw.randrange(100, 100_000) for _ in range(draw.randrange(6, 27))]])
        for _ in range(2_000)
    )
    assert alarms("count", tables)["W350"] <= 1


def test_decimals_differ_by_chance_once_in_a_thousand() -> None:
    """Figures of two decimals whose last zeros a spreadsheet left out."""
    draw = random.Random(13)  # noqa: S311 (no secret)
    tables = (
        table([2020], [[f"{draw.uniform(1, 90):.2f}".rstrip("0").rstrip(".") for _ in AREAS]])
        for _ in range(2_000)
    )
    assert alarms("rate", tables)["W349"] <= 5


@pytest.mark.parametrize("unchanged", [0.0, 0.3, 0.7])
def test_values_stay_the_same_by_chance_and_nothing_is_said(unchanged: float) -> None:
    """However often the values of a table stay as they are, if they do so by themselves."""
    draw = random.Random(14)  # noqa: S311 (no secret)
    tables = []
    for _ in range(300):
        columns = [[draw.randrange(1_000, 9_999) for _ in AREAS]]
        for _ in range(5):
            columns.append(
                [
                    before if draw.random() < unchanged else draw.randrange(1_000, 9_999)
                    for before in columns[-1]
                ]
            )
        tables.append(table(range(2015, 2021), columns))
    counted = alarms("count", tables)
    assert counted["W347"] <= 6
    assert counted["W348"] <= 1


LATTICE = [[(a * 7919 + y * 104729) % 8999 + 1013 for a in range(26)] for y in range(6)]
"""Values in which nothing is odd."""


def test_a_sound_table_is_not_told() -> None:
    """The lattice that the cases below change in one way each."""
    assert found(table(range(2015, 2021), LATTICE), "count") == []


@pytest.mark.parametrize(("copied", "told"), [(26, ["W348"]), (12, ["W348"]), (4, [])])
def test_a_block_that_was_pasted_again(copied: int, told: list[str]) -> None:
    """A whole year, or half of it; a few equal values are no block."""
    columns = [*LATTICE[:3], [*LATTICE[2][:copied], *LATTICE[3][copied:]], *LATTICE[4:]]
    assert found(table(range(2015, 2021), columns), "count") == told


def test_two_years_that_are_the_same() -> None:
    """With no other step to compare with, all values are needed to say so."""
    assert found(table((2019, 2020), [LATTICE[0], LATTICE[0]]), "count") == ["W348"]
    half = [*LATTICE[0][:13], *LATTICE[1][13:]]
    assert found(table((2019, 2020), [LATTICE[0], half]), "count") == []


@pytest.mark.parametrize("kind", ["binary", "ordinal"])
def test_what_seldom_changes_may_stay_as_it_is(kind: str) -> None:
    """A region that has a commission has it the next year, too."""
    levels = [[a % 2 for a in range(26)]] * 6
    assert found(table(range(2015, 2021), levels), kind) == []


@pytest.mark.parametrize(("value", "told"), [(4321, ["W347"]), (0, [])])
def test_an_area_that_never_changes(value: int, told: list[str]) -> None:
    """While the others do; without cases there are none every year."""
    columns = [[value, *column[1:]] for column in LATTICE]
    assert found(table(range(2015, 2021), columns), "count") == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([100 + 5 * n for n in range(6)], ["W350"]),
        ([100 + 5 * n for n in range(5)], []),
        ([5 * n for n in range(1, 20)], []),
        ([n * 1000 + 7000 for n in range(1, 27)], ["W350"]),
    ],
)
def test_counts_that_end_in_five_and_zero(values: list[int], told: list[str]) -> None:
    """Six are enough; of counts of two digits nothing is said."""
    assert found(table([2020], [values]), "count") == told


def test_amounts_in_thousands_are_no_heap() -> None:
    """The zeros that all of them share are the unit they are published in."""
    values = [f"{value}000" for value in LATTICE[0]]
    assert found(table([2020], [values]), "amount") == []
    heaped = [f"{value // 10 * 10}000" for value in LATTICE[0]]
    assert found(table([2020], [[*heaped[:-1], "1237000"]]), "amount") == ["W350"]


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        (["1.234", *map(str, LATTICE[0][:20])], "decimals-more"),
        ([*map(str, range(12, 21)), *(f"{n}.37" for n in range(21, 34))], "decimals-fewer"),
    ],
)
def test_decimals_that_differ(values: list[str], cause: str) -> None:
    """Whichever are fewer are named: one with a point too many, or some that were rounded."""
    (one,) = smells(indicator(type_=IndicatorType.AMOUNT), table([2020], [values]))
    assert (one.code, one.params["cause"]) == ("W349", cause)
    assert one.params["value"] == values[0]
    assert message(one, "es")[1].startswith("Mire es")


def test_zeros_have_no_decimals_to_lose() -> None:
    """A rate of 0 is 0 with any number of decimals."""
    values = [*["0"] * 12, *(f"{n}.37" for n in range(14))]
    assert found(table([2020], [values])) == []


def test_partial_lists_are_left_alone() -> None:
    """Joint, partial and undated figures are dated facts and no series."""
    same = [[7] * 26] * 4
    assert found(table(range(2015, 2019), same, quality="A"), "count") == ["W327"] * 4
    assert found(table(range(2015, 2019), same, quality="C"), "count") == []


def test_the_usual_range_is_told_without_the_odd_value() -> None:
    """So that whoever reads it sees how far off the value is."""
    values = ["12.1", "12.4", "12.9", "12.3", "91.2", "12.2", "12.6", "12.5", "12.7", "12.0"]
    rows = table(range(2010, 2020), [[value] for value in values])
    (one,) = smells(indicator(), rows)
    assert one.code == "W346"
    assert (one.params["low"], one.params["high"]) == ("12.0", "12.9")
    assert found(rows[:9]) == []
