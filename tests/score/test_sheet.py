"""Which values count, and the reason for every gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from quipu.method import Method
from quipu.model import Area, Indicator, Observation
from quipu.score.scores import score
from quipu.score.sheet import Reason, Sheet, column_of, fill, why_no_points
from quipu.vocab import (
    AreaKind,
    Direction,
    IndicatorStatus,
    IndicatorType,
    Normalisation,
    ObsStatus,
    Quality,
)
from tests.samples import area, regions
from tests.score.made import AS_OF, QUIET, core, facts, group, row
from tests.stats.oracle import near

PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"))
AREAS = (*regions(3), PAIR)
LIVE = core("I", "G")


def filled(
    *rows: Observation,
    measure: Indicator = LIVE,
    as_of: date = AS_OF,
    method: Method | None = None,
    areas: tuple[Area, ...] = AREAS,
    is_past: bool = False,
) -> Sheet:
    """The sheet of one indicator."""
    catalog = facts(areas, [group("G")], [measure], rows, method=method)
    return fill(catalog, catalog.page_areas, [column_of(measure)], as_of, is_past=is_past)


def of_first(sheet: Sheet) -> float | Reason:
    """The value of the first area, or why there is none."""
    value = float(sheet.values[0, 0])
    return sheet.reasons["A01", "I"] if np.isnan(value) else value


GOOD = row("A01", 40, "I", period="2023")
NEWER_OF_OTHERS = row("A02", 10, "I", period="2024")


@pytest.mark.parametrize(
    ("rows", "measure", "expected"),
    [
        ((GOOD,), LIVE, 40.0),
        ((GOOD, row("A01", 50, "I", period="2024")), LIVE, 50.0),
        ((row("A01", 50, "I", period="2024"), GOOD), LIVE, 50.0),
        ((row("A01", 0, "I"),), LIVE, 0.0),
        ((NEWER_OF_OTHERS,), LIVE, Reason.NO_VALUE),
        ((row("A01", 50, "I", quality=Quality.PARTIAL_LIST),), LIVE, Reason.PARTIAL),
        ((row("A01", 50, "I", period="", quality=Quality.UNDATED),), LIVE, Reason.PARTIAL),
        ((row("A01", 50, "I", quality=Quality.COMPLETE_LIST),), LIVE, 50.0),
        ((row("A01+A02", 50, "I"),), LIVE, Reason.JOINT),
        ((row("A01+A02", None, "I"),), LIVE, Reason.NO_VALUE),
        ((row("A01", 50, "I", status=ObsStatus.FORECAST),), LIVE, Reason.NO_VALUE),
        ((GOOD, row("A01", 50, "I", status=ObsStatus.FORECAST)), LIVE, 40.0),
        ((row("A01", 50, "I", period="2022"),), LIVE, Reason.TOO_OLD),
        (
            (row("A01", 50, "I", counts=(2, 4)),),
            core("I", "G", min_denominator="5"),
            Reason.SMALL_DENOMINATOR,
        ),
        ((row("A01", 50, "I", counts=(3, 5)),), core("I", "G", min_denominator="5"), 50.0),
        ((), core("I", "G", status=IndicatorStatus.WANTED), Reason.WANTED),
        ((GOOD,), core("I", "G", status=IndicatorStatus.RETIRED), Reason.RETIRED),
        ((GOOD, row("A01", 50, "I", quality=Quality.PARTIAL_LIST)), LIVE, 40.0),
    ],
    ids=[
        *("value", "newest", "order of rows", "zero", "none", "quality C", "quality D"),
        *("quality B", "joint", "joint without value", "forecast", "forecast after a value"),
        *("too old", "small", "just enough", "wanted", "retired", "partial after a value"),
    ],
)
def test_what_counts_and_what_does_not(
    rows: tuple[Observation, ...], measure: Indicator, expected: float | Reason
) -> None:
    """Each value that may not be scored has its reason; the others are taken as they are."""
    assert of_first(filled(*rows, measure=measure)) == expected


@pytest.mark.parametrize("status", [s for s in ObsStatus if s.is_missing])
def test_a_newer_row_without_a_value_beats_an_older_value(status: ObsStatus) -> None:
    """Whoever writes that a figure is missing says so of today."""
    gone = row("A01", None, "I", period="2024", status=status)
    assert of_first(filled(GOOD, gone)) is Reason.NO_VALUE
    assert of_first(filled(gone, GOOD)) is Reason.NO_VALUE
    # …but not the other way round.
    older = row("A01", None, "I", period="2022", status=status)
    assert of_first(filled(GOOD, older)) == 40.0


def test_a_newer_value_on_too_few_cases_hides_the_older_one() -> None:
    """The latest figure is what it is; nobody falls back on a kinder year."""
    measure = core("I", "G", min_denominator="10")
    few = row("A01", 90, "I", period="2024", counts=(9, 9))
    assert of_first(filled(GOOD, few, measure=measure)) is Reason.SMALL_DENOMINATOR


def test_ages_are_counted_in_whole_months() -> None:
    """Twenty-four months are not too old, one more is; an indicator may say otherwise."""
    value = row("A01", 40, "I", period="2023-06")
    assert of_first(filled(value, as_of=date(2025, 7, 29))) == 40.0
    assert of_first(filled(value, as_of=date(2025, 7, 30))) is Reason.TOO_OLD
    patient = core("I", "G", max_age_months=36)
    assert of_first(filled(value, measure=patient, as_of=date(2025, 7, 30))) == 40.0
    strict = core("I", "G", max_age_months=0)
    assert of_first(filled(value, measure=strict, as_of=date(2023, 7, 29))) == 40.0
    assert of_first(filled(value, measure=strict, as_of=date(2023, 7, 30))) is Reason.TOO_OLD


def test_a_period_fixed_in_the_method() -> None:
    """Values up to its end count, and ages are counted from there; later ones do not exist."""
    method = Method(version="1.0", period="2023", uncertainty=QUIET)
    later = row("A01", 90, "I", period="2024")
    old = row("A01", 20, "I", period="2022")
    ancient = row("A01", 20, "I", period="2020")
    assert of_first(filled(GOOD, later, method=method)) == 40.0
    assert of_first(filled(old, later, method=method)) == 20.0
    assert of_first(filled(ancient, later, method=method)) is Reason.TOO_OLD
    assert of_first(filled(later, method=method)) is Reason.NO_VALUE


def test_looking_back_only_periods_that_were_over_count() -> None:
    """Today the running year may have figures; a year ago it had none."""
    running = row("A01", 70, "I", period="2025")
    assert of_first(filled(GOOD, running)) == 70.0
    assert of_first(filled(GOOD, running, is_past=True)) == 40.0


def test_the_observation_behind_each_value_is_kept() -> None:
    """With its counts, so that they can be drawn anew."""
    measure = core("I", "G", type_=IndicatorType.PERCENTAGE)
    value = row("A01", 40, "I", counts=(4, 10))
    sheet = filled(value, NEWER_OF_OTHERS, measure=measure)
    assert sheet.rows["A01", "I"] is value
    assert value.counts == (Decimal(4), Decimal(10))
    assert NEWER_OF_OTHERS.counts is None
    assert replace(value, numerator=None).counts is replace(value, denominator=None).counts is None
    assert (sheet.numerators[0, 0], sheet.denominators[0, 0]) == (4, 10)
    assert np.isnan(sheet.numerators[1, 0])
    assert sheet.is_share.tolist() == [[1.0]] * 3
    assert sheet.areas == ("A01", "A02", "A03")


def test_min_max_is_pooled_over_all_periods_and_over_areas_alone() -> None:
    """Extremes of any year; not those of a composite, a forecast, a part or too few cases."""
    measure = core("I", "G", min_denominator="5")
    sheet = filled(
        row("A01", 12, "I", period="2010"),
        row("A02", 80, "I", period="2024"),
        row("A01+A02", 1, "I"),
        row("A01", 99, "I", status=ObsStatus.FORECAST),
        row("A02", 98, "I", period="2023", quality=Quality.PARTIAL_LIST),
        row("A03", 97, "I", counts=(1, 4)),
        measure=measure,
    )
    assert [sheet.scale.pooled_low[0], sheet.scale.pooled_high[0]] == [12, 80]


def test_the_direction_of_a_column_may_be_another_than_its_indicators() -> None:
    """An axis of risk goes up where the indicator is better when lower."""
    lower = core("I", "G", direction=Direction.LOWER)
    catalog = facts(AREAS, [group("G")], [lower], [GOOD])
    for way, sign in ((None, -1.0), (Direction.HIGHER, 1.0)):
        sheet = fill(catalog, catalog.page_areas, [column_of(lower, way)], AS_OF)
        assert sheet.scale.sign.tolist() == [sign]
    assert column_of(lower, max_age_months=72).max_age_months == 72
    assert column_of(lower).max_age_months == 24


@pytest.mark.parametrize(
    ("how", "measure", "expected"),
    [
        (Normalisation.GOALPOSTS, core("I", "G", low=None, high=None), Reason.NO_GOALPOSTS),
        (Normalisation.GOALPOSTS, core("I", "G", high=None), Reason.NO_GOALPOSTS),
        (Normalisation.GOALPOSTS, core("I", "G", low="5", high="5"), Reason.NO_SPREAD),
        (Normalisation.MIN_MAX, core("I", "G", low=None, high=None), Reason.NO_SPREAD),
        (Normalisation.MIN_MAX, core("I", "G"), Reason.NO_SPREAD),
        (Normalisation.Z_SCORE, core("I", "G", low=None, high=None), Reason.NO_SPREAD),
    ],
)
def test_values_that_cannot_become_points_say_why(
    how: Normalisation, measure: Indicator, expected: Reason
) -> None:
    """Equal values everywhere, or no goalposts where the method needs them."""
    catalog = facts(
        regions(3),
        [group("G")],
        [measure],
        [row(f"A{n:02}", 7, "I") for n in (1, 2, 3)],
        method=Method(version="1.0", normalisation=how, uncertainty=QUIET),
    )
    scores = score(catalog, AS_OF)
    assert scores is not None
    for code in scores.sheet.areas:
        found = scores.scores["I", code]
        assert found.points is None
        assert found.reason is expected
        assert found.observation is not None
        assert scores.scores["G", code].parts[0].reason is expected
    assert why_no_points(scores.sheet, how, (0, 0)) is expected


def test_the_facts_may_have_no_method() -> None:
    """Peers are found without one: then the newest values count."""
    catalog = replace(facts(AREAS, [group("G")], [LIVE], [GOOD]), method=None)
    sheet = fill(catalog, catalog.page_areas, [column_of(LIVE)], AS_OF)
    assert sheet.values[:, 0].tolist() == near([40, np.nan, np.nan])
