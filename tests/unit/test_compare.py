"""Areas side by side: who is compared, in which place, and what is never mixed in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.compare import median
from quipu.coverage import coverage
from quipu.model import Observation
from quipu.vocab import AreaKind, Coverage, IndicatorStatus, ObsStatus, Quality
from tests.samples import area, catalog, indicator, observation, panel, panel_of, regions

PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"))
COUNTRY = area("P", kind=AreaKind.COUNTRY)


def test_places_count_from_the_highest() -> None:
    """The first place is the highest value, whichever end is the good one."""
    compared = panel([10, 50, 30, 20, 40]).compared
    assert compared is not None
    assert [o.ref_area for o in compared.observations] == ["A02", "A05", "A03", "A04", "A01"]
    assert [compared.positions[o.ref_area].first for o in compared.observations] == [1, 2, 3, 4, 5]
    assert {p.count for p in compared.positions.values()} == {5}
    assert compared.median == 30
    assert compared.positions["A02"].last == 1


def test_equal_values_share_a_stretch_of_places() -> None:
    """No area is put before another that has the same value; the file's order decides nothing."""
    compared = panel([7, 9, 7, 7, 1]).compared
    assert compared is not None
    for code in ("A01", "A03", "A04"):
        place = compared.positions[code]
        assert (place.first, place.last) == (2, 4)
    assert compared.positions["A05"].first == 5
    assert [o.ref_area for o in compared.observations] == ["A02", "A01", "A03", "A04", "A05"]


def test_quintiles_are_fifths_of_the_areas() -> None:
    """Of ten areas two stand in each fifth, and the classes tell their ends."""
    compared = panel(list(range(1, 11))).compared
    assert compared is not None
    assert [compared.positions[f"A{n:02}"].quintile for n in range(1, 11)] == [
        *(1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    ]
    assert compared.classes[0] == (1, Decimal(1), Decimal(2))
    assert compared.classes[-1] == (5, Decimal(9), Decimal(10))


def test_equal_values_are_never_in_two_classes() -> None:
    """A border between classes does not part areas that have the same value."""
    compared = panel([1, 2, 2, 2, 2, 2, 2, 2, 2, 3]).compared
    assert compared is not None
    assert {compared.positions[f"A{n:02}"].quintile for n in range(2, 10)} == {1}
    assert compared.positions["A10"].quintile == 5


@pytest.mark.parametrize(("known", "is_compared"), [(5, False), (6, True)])
def test_enough_areas_are_needed(known: int, is_compared: bool) -> None:
    """Fewer than sixty in a hundred areas with a value are not put in order."""
    values = [*range(1, known + 1), *([None] * (10 - known))]
    found = panel(values)
    assert (found.compared is not None) is is_compared
    assert len(found.current) == known


def test_four_areas_are_too_few() -> None:
    """Not even when they are all there are."""
    assert panel([1, 2, 3, 4]).compared is None


def test_only_one_period_is_compared() -> None:
    """The newest period that enough areas have; a newer value of one area stands alone."""
    facts = catalog(
        regions(5),
        [indicator()],
        [
            *(observation(f"A{n:02}", n, "2023") for n in range(1, 6)),
            observation("A01", 99, "2024"),
        ],
    )
    found = panel_of(facts)
    assert found.compared is not None
    assert found.compared.period.code == "2023"
    assert [o.value for o in found.compared.observations] == [5, 4, 3, 2, 1]
    assert found.current["A01"].value == 99


@pytest.mark.parametrize("quality", [Quality.PARTIAL_LIST, Quality.UNDATED])
def test_partial_and_undated_values_are_never_compared(quality: Quality) -> None:
    """They neither take a place nor move a median; they are told apart, as facts."""
    period = "" if quality is Quality.UNDATED else "2024"
    rows = [
        *(observation(f"A{n:02}", n) for n in range(1, 6)),
        observation("A06", 1_000_000, period, quality=quality),
    ]
    found = panel_of(catalog(regions(6), [indicator()], rows))
    assert found.compared is not None
    assert "A06" not in found.compared.positions
    assert found.compared.median == 3
    assert "A06" not in found.current
    assert "A06" not in found.series
    assert [o.value for o in found.partial["A06"]] == [1_000_000]


def test_a_joint_value_belongs_to_no_area_alone() -> None:
    """A composite's value is known under its members and never compared."""
    areas = (*regions(7), PAIR)
    rows = [*(observation(f"A{n:02}", n) for n in range(3, 8)), observation(PAIR.code, 500)]
    found = panel_of(catalog(areas, [indicator()], rows))
    assert found.compared is not None
    assert set(found.compared.positions) == {f"A{n:02}" for n in range(3, 8)}
    assert found.joint["A01"].value == found.joint["A02"].value == 500
    assert PAIR.code not in found.current


def test_an_own_value_of_the_same_date_wins_over_a_joint_one() -> None:
    """Who publishes the parts and the whole means the parts to be used."""
    areas = (*regions(2), PAIR)
    rows = [
        observation("A01", 1),
        observation(PAIR.code, 5),
    ]
    found = panel_of(catalog(areas, [indicator()], rows))
    assert set(found.joint) == {"A02"}


def test_a_newer_joint_value_stands_beside_an_older_own_one() -> None:
    """Neither hides the other."""
    areas = (*regions(2), PAIR)
    rows = [observation("A01", 1, "2020"), observation(PAIR.code, 5, "2024")]
    found = panel_of(catalog(areas, [indicator()], rows))
    assert found.current["A01"].value == 1
    assert found.joint["A01"].value == 5


def test_the_country_is_told_and_not_compared() -> None:
    """A total is no area among the others."""
    rows = [*(observation(f"A{n:02}", n) for n in range(1, 6)), observation("P", 15)]
    found = panel_of(catalog((COUNTRY, *regions(5)), [indicator()], rows))
    assert found.national is not None
    assert found.national.value == 15
    assert found.compared is not None
    assert found.compared.count == 5


def test_medians_by_period_need_enough_areas() -> None:
    """A median of two areas would be read as a median of all."""
    rows = [
        *(observation(f"A{n:02}", n, "2023") for n in range(1, 6)),
        *(observation(f"A{n:02}", n, "2022") for n in range(1, 3)),
    ]
    found = panel_of(catalog(regions(5), [indicator()], rows))
    assert [(p.code, v) for p, v in found.medians] == [("2023", Decimal(3))]


def test_a_series_holds_one_kind_of_period() -> None:
    """Pooled years and months are not points of a line of years."""
    rows = [
        *(observation("A01", n, str(2020 + n)) for n in range(3)),
        observation("A01", 30, "2020/2022"),
        observation("A01", 9, "2023-05"),
    ]
    found = panel_of(catalog(regions(1), [indicator()], rows))
    assert [o.period.code for o in found.series["A01"]] == ["2020", "2021", "2022"]


def test_a_retired_indicator_has_history_only() -> None:
    """What was superseded is nobody's current figure."""
    areas = (*regions(6), PAIR)
    rows = [
        *(observation(f"A{n:02}", n) for n in range(2, 7)),
        observation(PAIR.code, 9, "2025"),
    ]
    retired = indicator(status=IndicatorStatus.RETIRED)
    facts = catalog(areas, [retired], rows)
    found = panel_of(facts)
    assert found.compared is None
    assert not found.current
    assert not found.joint
    state, shown = coverage(found, areas[1])
    assert state is Coverage.HISTORIC
    assert shown is not None
    assert shown.value == 2
    # A01 has no value of its own: the composite's, whatever its code looks like.
    state, shown = coverage(found, areas[0])
    assert state is Coverage.HISTORIC
    assert shown is not None
    assert shown.ref_area == PAIR.code


def test_drafts_are_not_compared_at_all() -> None:
    """A draft gets no page, so it has no panel."""
    draft = indicator("T-02", status=IndicatorStatus.DRAFT)
    facts = catalog(regions(1), [indicator(), draft], [])
    panel = panel_of(facts)
    assert not any((panel.current, panel.joint, panel.partial, panel.series))
    with pytest.raises(KeyError):
        panel_of(facts, "T-02")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1"], "1"),
        (["1", "2"], "1.5"),
        (["0.1", "0.2", "0.3", "0.4"], "0.25"),
        (["3", "1", "2"], "2"),
        (["-1", "-5"], "-3"),
        (["100000000000.01", "0.01"], "50000000000.01"),
    ],
)
def test_medians_are_exact(values: list[str], expected: str) -> None:
    """Decimal arithmetic: a median of tenths has no tail of nines."""
    assert median([Decimal(v) for v in values]) == Decimal(expected)


A01 = regions(1)[0]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (observation("A01", 1), Coverage.REPORTED),
        (observation("A01", None), Coverage.MISSING),
        (observation("A01", None, status=ObsStatus.CANNOT_EXIST), Coverage.NOT_APPLICABLE),
        (observation("A01", None, status=ObsStatus.SUPPRESSED), Coverage.MISSING),
        (observation("A01", 1, quality=Quality.PARTIAL_LIST), Coverage.PARTIAL),
        (observation("A01", 1, "", quality=Quality.UNDATED), Coverage.PARTIAL),
        (observation(PAIR.code, 1), Coverage.JOINT),
        (observation(PAIR.code, 1, quality=Quality.PARTIAL_LIST), Coverage.PARTIAL),
        (observation("A02", 1), Coverage.MISSING),
    ],
)
def test_coverage_of_a_live_indicator(row: Observation, expected: Coverage) -> None:
    """Each state of a cell of the coverage matrix, from the one row that makes it."""
    facts = catalog((*regions(2), PAIR), [indicator()], [row])
    assert coverage(panel_of(facts), A01)[0] is expected


def test_coverage_of_a_wanted_indicator() -> None:
    """Nobody publishes it: that is not the area's fault."""
    facts = catalog(regions(1), [indicator(status=IndicatorStatus.WANTED)], [])
    assert coverage(panel_of(facts), A01) == (Coverage.WANTED, None)


def test_shares_of_few_cases_are_shown_and_never_compared() -> None:
    """Two of three says little: below the minimum denominator a value gets no place."""
    measure = replace(indicator(), min_denominator=Decimal(10))
    rows = [observation(f"A{n:02}", n) for n in range(1, 7)]
    few = replace(rows[0], numerator=Decimal(1), denominator=Decimal(3))
    found = panel_of(catalog(regions(6), [measure], [few, *rows[1:]]))
    assert found.current["A01"] == few
    assert found.compared is not None
    assert "A01" not in found.compared.positions
    assert found.compared.count == 5
