"""A published figure never changes, vanishes or means something else without a word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.findings import message
from quipu.memory.guard import guard, reference_of
from quipu.model import Catalog, Reason, RevisionKind
from quipu.parse.observations import FOLDER
from quipu.vocab import Direction, IndicatorStatus, IndicatorType, Quality
from tests.memory.remembered import AS_OF, CODE, edition, facts, found, reason, remembering
from tests.samples import catalog, indicator, observation, regions

OLD = {("A01", "2024"): 10, ("A02", "2024"): 20, ("A03", "2024"): 30, ("A04", "2024"): 40}


def test_what_did_not_change_is_not_told() -> None:
    """The same figures, new ones, and gaps that are filled need no reason."""
    then = edition(facts({**OLD, ("A05", "2024"): None}))
    assert found(facts({**OLD, ("A05", "2024"): 50, ("A01", "2025"): 12}), then) == []


def test_another_way_of_writing_a_number_is_no_change() -> None:
    """12.50 and 12.5 are one figure."""
    assert found(facts({("A01", "2024"): "12.5"}), edition(facts({("A01", "2024"): "12.50"}))) == []


def test_a_changed_figure_is_refused_with_the_row_that_would_explain_it() -> None:
    """At its line, with the old and the new value; the row passes once it has a reason."""
    now = facts({**OLD, ("A02", "2024"): "20.5"})
    (finding,) = found(now, edition(facts(OLD)))
    assert (finding.code, finding.where.line, finding.field) == ("E804", 3, "value")
    assert finding.params["row"] == "T-01,A02,2024,20,20.5,correction,2026-03-31,…,"
    text, hint = message(finding, "es")
    assert "20 (2025-12)" in text
    assert "20.5" in text
    assert finding.params["row"] in hint
    explained = reason("A02", "2024", "20", "20.5")
    assert found(now, edition(facts(OLD)), reasons=(explained,)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        reason("A03", "2024", "20", "20.5"),
        reason("A02", "2023", "20", "20.5"),
        reason("A02", "2024", "20", "21"),
    ],
    ids=["another area", "another period", "another value"],
)
def test_a_reason_of_something_else_explains_nothing(wrong: Reason) -> None:
    """Only the figure itself, and its new value."""
    now = facts({**OLD, ("A02", "2024"): "20.5"})
    codes = [f.code for f in found(now, edition(facts(OLD)), reasons=(wrong,))]
    assert "E804" in codes


@pytest.mark.parametrize("old", [reason(), reason("", "", "", "")], ids=["a figure", "a series"])
def test_a_reason_that_an_edition_knew_explains_nothing_new(old: Reason) -> None:
    """Whatever its day: it led to what the edition published."""
    now = facts({**OLD, ("A01", "2024"): 11})
    then = edition(facts(OLD), reasons=(old,))
    assert "E804" in [f.code for f in found(now, then, reasons=(old,))]
    fresh = reason(day="2025-12-31", kind=RevisionKind.REVISION)
    assert found(now, then, reasons=(old, fresh)) == []


def test_a_reason_that_an_edition_gave_stays() -> None:
    """Its words may be mended; the row that is missing is told."""
    given = reason("A01", "2024", "9", "10", day="2025-12-01")
    then = edition(facts(OLD), reasons=(given,))
    (finding,) = found(facts(OLD), then)
    assert (finding.code, finding.params["row"]) == (
        "E819",
        "T-01,A01,2024,9,10,correction,2025-12-01,…",
    )
    assert found(facts(OLD), then, reasons=(replace(given, texts={"es": "Otra frase."}),)) == []
    other = replace(given, date="2025-12-02")
    assert "E819" in [f.code for f in found(facts(OLD), then, reasons=(other,))]


def test_one_reason_may_stand_for_a_whole_series() -> None:
    """Without an area or without a period it speaks of all of them."""
    now = facts({key: value + 1 for key, value in OLD.items()})
    then = edition(facts(OLD))
    assert len(found(now, then)) == 4
    for area, period in (("", "2024"), ("", "")):
        assert found(now, then, reasons=(reason(area, period, "", ""),)) == []


def test_a_series_may_be_revised_after_one_of_its_figures_was_mended() -> None:
    """The reason of the figure was true then; it is not to be falsified now."""
    now = facts({**OLD, ("A01", "2024"): 12})
    series = reason("", "2024", "", "", day="2026-03-01", line=3)
    assert found(now, edition(facts(OLD)), reasons=(reason(), series)) == []
    (finding,) = found(now, edition(facts(OLD)), reasons=(series, reason(line=3)))
    assert finding.code == "E808"


@pytest.mark.parametrize("series", [("", "2023"), ("A02", ""), ("A02", "2024")])
def test_a_reason_of_other_figures_forgives_no_untrue_one(series: tuple[str, str]) -> None:
    """Of another period or area: the last reason of the figure must still end in its value."""
    now = facts({**OLD, ("A01", "2024"): 12})
    area, period = series
    values = ("20", "20") if area and period else ("", "")
    other = reason(area, period, *values, line=3)
    told = [f.code for f in found(now, edition(facts(OLD)), reasons=(reason(), other))]
    assert sorted(told) == ["E804", "E808"]


@pytest.mark.parametrize(
    ("reasons", "lines"),
    [
        ((reason(before="99"),), [2]),
        ((reason(before=""),), [2]),
        ((reason(after="12"), reason(before="10", line=3)), [3]),
        ((reason(after="12"), reason(before="12.0", line=3)), []),
        ((reason("", "", "", ""), reason(before="12", line=3)), []),
    ],
    ids=["untrue", "empty", "no chain", "chain", "after a series"],
)
def test_a_reason_starts_from_the_value_that_readers_saw(
    reasons: tuple[Reason, ...], lines: list[int]
) -> None:
    """What the log says of the past is as exact as the figures."""
    told = found(facts({**OLD, ("A01", "2024"): 11}), edition(facts(OLD)), reasons=reasons)
    assert [(f.code, f.field, f.where.line) for f in told] == [
        ("E815", "before", line) for line in lines
    ]


def test_values_times_a_hundred_are_told_once() -> None:
    """Three or more of one factor are a slip of the unit, not so many changes."""
    now = facts({key: value * 100 for key, value in OLD.items()})
    (finding,) = found(now, edition(facts(OLD)))
    assert (finding.code, finding.params["count"], finding.params["factor"]) == ("E806", "4", "100")
    few = facts({**OLD, ("A01", "2024"): 1000, ("A02", "2024"): 2000})
    assert [f.code for f in found(few, edition(facts(OLD)))] == ["E804", "E804"]


def test_a_figure_that_stands_twice_does_not_stop_the_check() -> None:
    """Another rule refuses the second row; the change is told as ever, at the row that counts."""
    rows = [observation("A01", value, "2024", line=n) for n, value in ((2, 10), (3, 11))]
    twice = catalog(regions(6), [indicator(CODE)], rows)
    (finding,) = found(twice, edition(facts({("A01", "2024"): 10})))
    assert (finding.code, finding.where.line) == ("E804", 3)


def test_the_row_that_is_proposed_says_no_more_than_what_changed() -> None:
    """Of an area or of a period, it leaves the rest of the series watched."""
    series = {(area, year): 10 for area in ("A01", "A02") for year in ("2022", "2023", "2024")}
    then = edition(facts(series))
    area = facts({key: value for key, value in series.items() if key[0] == "A01"})
    (finding,) = found(area, then)
    assert finding.params["row"].startswith("T-01,A02,,,,revision")
    year = facts({key: value for key, value in series.items() if key[1] != "2023"})
    (finding,) = found(year, then)
    assert finding.params["row"].startswith("T-01,,2023,,,revision")
    scaled = facts({key: value * (100 if key[0] == "A01" else 1) for key, value in series.items()})
    (finding,) = found(scaled, then)
    assert finding.params["row"].startswith("T-01,A01,,,,correction")


def test_figures_that_vanish_are_refused() -> None:
    """One is named; many are counted; a value that becomes a gap is gone, too."""
    then = edition(facts(OLD))
    gap = facts({**OLD, ("A02", "2024"): None})
    (finding,) = found(gap, then)
    assert (finding.code, finding.where.path) == ("E805", f"{FOLDER}{CODE}.csv")
    assert finding.params["row"] == "T-01,A02,2024,20,,revision,2026-03-31,…,"
    assert found(gap, then, reasons=(reason("A02", "2024", "20", ""),)) == []
    (finding,) = found(facts({("A01", "2024"): 10}), then)
    assert (finding.params["count"], finding.params["row"]) == (
        "3",
        "T-01,,2024,,,revision,2026-03-31,…,",
    )


def test_an_indicator_that_vanishes_is_refused() -> None:
    """As is one that becomes a draft, whose page goes."""
    then = edition(facts(OLD))
    without = replace(facts({}), indicators=())
    assert [f.code for f in found(without, then)] == ["E805"]
    draft = facts(OLD, status=IndicatorStatus.DRAFT)
    assert [f.code for f in found(draft, then)] == ["E805"]


@pytest.mark.parametrize(
    ("field", "measure"),
    [
        ("direction", {"direction": Direction.LOWER}),
        ("type", {"type": IndicatorType.COUNT}),
    ],
)
def test_a_code_that_measures_something_else_is_refused(
    field: str, measure: dict[str, object]
) -> None:
    """Its figures are not told one by one then; a reason for the whole indicator will do."""
    now = facts({key: value + 1 for key, value in OLD.items()}, **measure)
    (finding,) = found(now, edition(facts(OLD)))
    assert (finding.code, finding.field) == ("E807", field)
    assert finding.where == now.indicators[0].origin
    assert found(now, edition(facts(OLD)), reasons=(reason("", "", "", ""),)) == []


def test_a_reason_must_end_in_the_value_that_stands() -> None:
    """The last one of a figure; earlier ones led to what is gone."""
    now = facts({**OLD, ("A01", "2024"): 12})
    first, second = reason(after="11", line=2), reason(before="11", after="12", line=3)
    assert found(now, edition(facts(OLD)), reasons=(first, second)) == []
    late = found(now, edition(facts(OLD)), reasons=(first,))
    assert {f.code for f in late} == {"E804", "E808"}
    assert next(f for f in late if f.code == "E808").where.line == 2


def test_undated_figures_of_an_area_are_told_apart() -> None:
    """By their order, since nothing else does."""
    rows = [observation("A01", n, "", quality=Quality.UNDATED, line=n) for n in (2, 3)]
    then = catalog(regions(6), [indicator(CODE)], rows)
    now = replace(then, observations=(rows[0], replace(rows[1], value=Decimal(4))))
    (finding,) = found(now, edition(then))
    assert (finding.code, finding.where.line, finding.params["period"]) == ("E804", 3, "#2")


def test_a_revision_of_git_is_a_reference_too() -> None:
    """Reasons that stood there already explain nothing new; a figure is told once."""
    then, now = facts(OLD), facts({**OLD, ("A01", "2024"): 11})
    back = reason(before="11", after="10", day="2026-02-10", line=3)
    old = remembering(then, reasons=(reason(), back))
    base = reference_of(old, "main")
    told = guard(remembering(now, edition(then), reasons=(reason(), back)), AS_OF, (base,))
    assert {f.code for f in told} == {"E804", "E808"}
    assert told[0].params["edition"] == "main"
    fresh = (reason(), back, reason(day="2026-03-01", line=4))
    assert guard(remembering(now, edition(then), reasons=fresh), AS_OF, (base,)) == ()


VALUES = st.dictionaries(
    st.tuples(st.sampled_from(["A01", "A02", "A03"]), st.sampled_from(["2023", "2024"])),
    st.integers(-9999, 9999).filter(bool),
)


@given(then=VALUES, now=VALUES)
def test_nothing_changes_without_a_finding(
    then: dict[tuple[str, str], int], now: dict[tuple[str, str], int]
) -> None:
    """Whatever figures there were and are: there are findings exactly when something changed."""
    changed = any(now.get(key) != value for key, value in then.items())
    assert bool(found(facts(now), edition(facts(then)))) == changed


@given(then=VALUES, now=VALUES)
def test_the_rows_that_findings_propose_mend_them(
    then: dict[tuple[str, str], int], now: dict[tuple[str, str], int]
) -> None:
    """Taken as they are, they explain every change, and nothing else is then wrong."""
    facts_now: Catalog = facts(now)
    reasons = []
    for finding in found(facts_now, edition(facts(then))):
        _, area, period, before, after, *_rest = finding.params["row"].split(",")
        reasons.append(reason(area, period, before, after, day=AS_OF.isoformat()))
    assert found(facts_now, edition(facts(then)), reasons=tuple(reasons)) == []
