"""What holds of every comparison, whatever the values and whatever the order of the rows."""

from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quipu.compare import Compared, compare
from quipu.coverage import coverage
from quipu.model import Catalog, Observation
from quipu.vocab import AreaKind, Quality
from tests.samples import area, catalog, indicator, observation, panel_of, regions

AREAS = 8
CODES = [f"A{n:02}" for n in range(1, AREAS + 1)]
PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"))
COUNTRY = area("P", kind=AreaKind.COUNTRY)
ALL = (COUNTRY, *regions(AREAS), PAIR)
VALUES = st.one_of(
    st.integers(min_value=0, max_value=4),
    st.decimals(min_value=-(10**9), max_value=10**11, places=3),
).map(str)
PLACES = [
    (code, period)
    for period in ("2023", "2024", "2022/2023")
    for code in (*CODES, PAIR.code, COUNTRY.code)
]
# Mostly good values, so that most examples have something to compare.
GRADES = [*[Quality.OFFICIAL_FILE] * 4, *[Quality.COMPLETE_LIST] * 3, *Quality]
CELL = st.one_of(st.none(), *[st.tuples(VALUES, st.sampled_from(GRADES))] * 4)


def made(cells: tuple[tuple[str, Quality] | None, ...]) -> list[Observation]:
    """Make a table of drawn cells: None is a row without a value; undated ones have no period."""
    rows = {}
    for (code, period), cell in zip(PLACES, cells, strict=True):
        value, quality = cell or (None, Quality.OFFICIAL_FILE)
        row = observation(
            code, value, "" if quality is Quality.UNDATED else period, quality=quality
        )
        rows[row.ref_area, row.period.code] = row
    return list(rows.values())


ROWS = st.tuples(*[CELL] * len(PLACES)).map(made)
few = settings(max_examples=25)
"""Each example holds some thirty values: enough of them."""


def facts_of(rows: list[Observation]) -> Catalog:
    """Gather rows about one indicator."""
    return catalog(ALL, [indicator()], rows)


def compared_of(rows: list[Observation]) -> Compared | None:
    """Compare the areas on these rows."""
    return panel_of(facts_of(rows)).compared


@few
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[Observation], random: Random) -> None:
    """A table may be sorted as its author likes."""
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = panel_of(facts_of(rows)), panel_of(facts_of(shuffled))
    assert one.compared == other.compared
    assert one.current == other.current
    assert one.joint == other.joint
    assert one.medians == other.medians
    assert one.national == other.national
    for place in facts_of(rows).page_areas:
        assert coverage(one, place) == coverage(other, place)


@few
@given(ROWS)
def test_places_are_those_found_by_counting(rows: list[Observation]) -> None:
    """Brute force: higher values count before, equal ones are shared, each fifth is a fifth."""
    compared = compared_of(rows)
    assume(compared is not None)
    assert compared is not None
    values = {o.ref_area: o.value or Decimal(0) for o in compared.observations}
    assert set(compared.positions) == set(values)
    for code, value in values.items():
        place = compared.positions[code]
        higher = sum(other > value for other in values.values())
        equal = sum(other == value for other in values.values())
        lower = len(values) - higher - equal
        assert (place.first, place.last) == (higher + 1, higher + equal)
        assert place.count == compared.count == len(values)
        assert place.quintile == lower * 5 // len(values) + 1
    ordered = [o.value or Decimal(0) for o in compared.observations]
    assert ordered == sorted(ordered, reverse=True)


@few
@given(ROWS)
def test_only_comparable_values_of_one_period_and_of_areas_with_a_page(
    rows: list[Observation],
) -> None:
    """Nothing partial, undated, joint or national is ever compared."""
    found = panel_of(facts_of(rows))
    assume(found.compared is not None)
    assert found.compared is not None
    for o in found.compared.observations:
        assert o.quality in (Quality.OFFICIAL_FILE, Quality.COMPLETE_LIST)
        assert o.period == found.compared.period
        assert o.ref_area in CODES
        assert o.value is not None
    for shown in (*found.current.values(), *found.joint.values()):
        assert shown.quality.is_comparable


@few
@given(ROWS)
def test_the_newest_period_with_enough_areas_is_compared(rows: list[Observation]) -> None:
    """Recount the areas of each period by hand."""
    known: dict[str, set[str]] = {}
    for o in rows:
        if o.ref_area in CODES and o.value is not None and o.quality.is_comparable:
            known.setdefault(o.period.code, set()).add(o.ref_area)
    enough = [code for code, areas in known.items() if len(areas) >= 5]
    # A range that ends on the same day as a year is longer, so it is the later one.
    newest = max(enough, key=lambda code: (code[-4:], len(code)), default=None)
    compared = compared_of(rows)
    assert (compared.period.code if compared else None) == newest


@few
@given(ROWS)
def test_medians_are_exact(rows: list[Observation]) -> None:
    """Equal to the median of fractions, which know no rounding."""
    found = panel_of(facts_of(rows))
    if found.compared is not None:
        values = [Fraction(o.value or 0) for o in found.compared.observations]
        assert Fraction(found.compared.median) == statistics.median(values)
    for period, middle in found.medians:
        values = [
            Fraction(o.value)
            for o in rows
            if o.period == period
            and o.value is not None
            and o.quality.is_comparable
            and o.ref_area in CODES
        ]
        assert Fraction(middle) == statistics.median(values)


@few
@given(ROWS, VALUES)
def test_an_areas_value_never_depends_on_another_area(rows: list[Observation], value: str) -> None:
    """Adding a figure of one area leaves every other area's own figures as they were."""
    others = [o for o in rows if o.ref_area != "A08"]
    before = panel_of(facts_of(others))
    after = panel_of(facts_of([*others, observation("A08", value, "2024")]))
    assert {c: o for c, o in after.current.items() if c != "A08"} == dict(before.current)
    assert {c: o for c, o in after.series.items() if c != "A08"} == dict(before.series)
    assert after.joint == before.joint
    assert after.partial == before.partial


@few
@given(ROWS)
def test_a_value_of_a_low_grade_moves_nothing(rows: list[Observation]) -> None:
    """Without the partial and undated values the comparison is the same."""
    good = [o for o in rows if o.quality.is_comparable]
    assert compared_of(rows) == compared_of(good)
    assert panel_of(facts_of(rows)).medians == panel_of(facts_of(good)).medians


@few
@given(st.lists(ROWS, min_size=2, max_size=2))
def test_indicators_do_not_touch_each_other(tables: list[list[Observation]]) -> None:
    """Compared together or alone, an indicator's panel is the same."""
    first, second = (
        [
            observation(
                o.ref_area,
                None if o.value is None else str(o.value),
                o.period.code,
                of=code,
                quality=o.quality,
            )
            for o in rows
        ]
        for code, rows in zip(("T-01", "T-02"), tables, strict=True)
    )
    both = compare(catalog(ALL, [indicator("T-01"), indicator("T-02")], [*first, *second]))
    alone = compare(catalog(ALL, [indicator("T-01")], first))
    assert both["T-01"] == alone["T-01"]
