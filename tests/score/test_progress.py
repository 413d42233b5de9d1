"""Whether a score moved in a year, on what both years have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.method import Method, Uncertainty
from quipu.model import Catalog
from quipu.score.progress import Progress, progress
from quipu.score.scores import score
from tests.samples import regions
from tests.score.made import core, facts, group, row
from tests.stats.oracle import near

AS_OF = date(2025, 3, 31)
"""Figures of 2024 are those of now, figures of 2023 those of a year before."""
DRAWS = Method(version="1", uncertainty=Uncertainty(draws=200, samples=0, seed=5))
CODES = ("I", "J", "K", "L")
VALUE = st.one_of(st.none(), st.integers(min_value=0, max_value=100))


def made(
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
    *,
    min_coverage: float = 0.65,
    method: Method = DRAWS,
) -> Catalog:
    """One area in two years."""
    rows = [
        row("A01", value, code, period=period)
        for period, year in (("2023", before), ("2024", after))
        for code, value in year.items()
        if value is not None or period == "2024"
    ]
    return facts(
        regions(1),
        [group("R", min_coverage=1.0), group("G", "R", min_coverage=min_coverage)],
        [core(code, "G") for code in CODES],
        rows,
        method=method,
    )


def moved(catalog: Catalog, as_of: date = AS_OF) -> Mapping[tuple[str, str], Progress]:
    """The progress of a catalog."""
    scores = score(catalog, as_of)
    assert scores is not None
    return progress(catalog, scores)


def of_group(catalog: Catalog) -> Progress:
    """The progress of the only area in its only domain."""
    return moved(catalog)["G", "A01"]


def years(first: list[int | None], second: list[int | None]) -> Catalog:
    """The four indicators in two years; None of the second year is a row that says «missing»."""
    return made(dict(zip(CODES, first, strict=True)), dict(zip(CODES, second, strict=True)))


def test_a_rise_on_every_indicator_is_certain() -> None:
    """Ten points more, whatever the weights: all of the draws."""
    found = of_group(years([10, 20, 30, 40], [20, 30, 40, 50]))
    assert found.change == near(10)
    assert found.probability == 1.0
    assert found.has_improved
    assert not found.has_fallen
    assert found.common == CODES
    assert not found.reports_less


def test_a_fall_on_every_indicator_is_certain() -> None:
    """In none of the draws is the later score the higher one."""
    found = of_group(years([20, 30, 40, 50], [10, 20, 30, 40]))
    assert (found.change, found.probability) == (near(-10), 0.0)
    assert found.has_fallen
    assert not found.has_improved


def test_a_score_that_did_not_move_has_not_fallen() -> None:
    """Equal figures rise in no draw; that is no fall."""
    found = of_group(years([10, 20, 30, 40], [10, 20, 30, 40]))
    assert (found.change, found.probability) == (0.0, 0.0)
    assert not found.has_fallen
    assert not found.has_improved


def test_a_change_that_depends_on_the_weights_is_not_told() -> None:
    """Up on one and down on another: neither improved nor fallen."""
    found = of_group(years([10, 50, 30, 40], [31, 30, 30, 40]))
    assert found.change == near(0.25)
    assert found.probability is not None
    assert 0.05 < found.probability < 0.95
    assert not found.has_improved
    assert not found.has_fallen


@pytest.mark.parametrize(
    ("change", "probability", "improved", "fallen"),
    [
        (1.0, 0.95, True, False),
        (1.0, 0.949, False, False),
        (-1.0, 0.05, False, True),
        (-1.0, 0.051, False, False),
        (1.0, None, False, False),
        (None, None, False, False),
    ],
)
def test_95_per_cent_of_the_draws(
    change: float | None, probability: float | None, improved: bool, fallen: bool
) -> None:
    """From there on a change is beyond the choice of weights."""
    found = Progress(change=change, probability=probability, common=(), reports_less=False)
    assert (found.has_improved, found.has_fallen) == (improved, fallen)


def test_an_indicator_that_comes_in_does_not_move_the_change() -> None:
    """L is new and low: the score drops, the change does not."""
    catalog = years([40, 40, 40, None], [50, 50, 50, 0])
    scores = score(catalog, AS_OF)
    assert scores is not None
    assert scores.scores["G", "A01"].points == near(37.5)
    found = of_group(catalog)
    assert found.change == near(10)
    assert found.common == ("I", "J", "K")
    assert found.has_improved
    assert not found.reports_less


def test_an_indicator_that_drops_out_does_not_move_it_either_and_is_marked() -> None:
    """Not reporting a bad figure earns nothing, and shows."""
    found = of_group(years([40, 40, 40, 0], [40, 40, 40, None]))
    assert found.change == 0
    assert found.reports_less
    assert not found.has_improved


def test_too_few_common_indicators_give_no_change() -> None:
    """Both years have enough, but only half of it in common: 65 % is asked for."""
    catalog = made(
        {"I": 10, "J": 10, "K": 10},
        {"I": None, "J": 20, "K": 20, "L": 20},
    )
    found = of_group(catalog)
    assert (found.change, found.probability) == (None, None)
    assert found.common == ("J", "K")
    # Three of four in either year: no less than before.
    assert not found.reports_less


def test_an_area_without_a_year_before_is_not_in_it() -> None:
    """Its first score is no change."""
    assert moved(years([None] * 4, [10, 20, 30, 40])) == {}


def test_the_year_that_was_not_over_does_not_count() -> None:
    """A year before, half-year figures of that year did not exist yet."""
    rows = [row("A01", 10, code, period="2023") for code in CODES]
    rows += [row("A01", 90, code, period="2024-S1") for code in CODES]
    catalog = replace(years([None] * 4, [None] * 4), observations=tuple(rows))
    assert moved(catalog)["G", "A01"].change == near(80)
    # In July 2025 the half-year was over a year before, too.
    assert moved(catalog, date(2025, 7, 31))["G", "A01"].change == 0


def test_a_leap_day_has_a_year_before() -> None:
    """The 28th of February."""
    assert moved(years([10] * 4, [20] * 4), date(2024, 2, 29)) is not None


def test_a_method_for_one_period_has_no_year_before() -> None:
    """It is fixed on purpose."""
    catalog = years([10] * 4, [20] * 4)
    assert moved(replace(catalog, method=replace(DRAWS, period="2024"))) == {}


def test_without_draws_the_change_has_no_probability() -> None:
    """The change is told, and never that it improved."""
    quiet = replace(DRAWS, uncertainty=Uncertainty(draws=0, samples=0))
    catalog = replace(years([10] * 4, [20] * 4), method=quiet)
    found = moved(catalog)["G", "A01"]
    assert (found.change, found.probability) == (near(10), None)
    assert not found.has_improved


@settings(max_examples=40)
@given(st.lists(VALUE, min_size=4, max_size=4), st.lists(VALUE, min_size=4, max_size=4))
def test_the_change_is_that_of_the_common_indicators_alone(
    first: list[int | None], second: list[int | None]
) -> None:
    """Recounted by hand: the mean difference over what both years have, if that is enough."""
    found = moved(years(first, second)).get(("G", "A01"))
    if all(value is None for value in first):
        assert found is None
        return
    assert found is not None
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    if len(pairs) < 3:
        assert found.change is None
    else:
        assert found.change == near(sum(b - a for a, b in pairs) / len(pairs))
    before, after = (sum(value is not None for value in year) for year in (first, second))
    assert found.reports_less == (after < before)
