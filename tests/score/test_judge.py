"""Figures beside their benchmark: the worked example, and who is not judged."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quipu.compare import compare
from quipu.method import PeerRule, PeerVariable
from quipu.model import Catalog, Indicator, Observation
from quipu.score.counts import counted_intervals, unit_scale
from quipu.score.judge import (
    BenchmarkKind,
    Comparison,
    Judged,
    Verdict,
    benchmark_of,
    judge,
)
from quipu.score.peers import find_peers
from quipu.stats.intervals import Z95
from quipu.vocab import AreaKind, Direction, IndicatorType, Quality
from tests.samples import area, regions
from tests.score.made import (
    AS_OF,
    core,
    facts,
    group,
    row,
    worked_areas,
    worked_indicators,
    worked_rows,
)
from tests.stats.oracle import EXPECTED, REGIONS, near

SHARE, RATE = IndicatorType.PERCENTAGE, IndicatorType.RATE
PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"))
COUNTRY = area("P", kind=AreaKind.COUNTRY)


def judged(catalog: Catalog, code: str = "I") -> Comparison:
    """Judge one indicator of a catalog."""
    return judge(catalog, compare(catalog), find_peers(catalog, AS_OF))[code]


def example() -> Catalog:
    """The worked example, with benchmarks."""
    groups = [group("CAPACITY"), group("RISK_CONTROL")]
    return facts(worked_areas(), groups, worked_indicators("national"), worked_rows())


def shares(
    *pairs: tuple[int, int] | None,
    direction: Direction = Direction.HIGHER,
    benchmark: str = "target:50",
    min_denominator: str | None = None,
    more: tuple[Observation, ...] = (),
) -> Catalog:
    """A percentage of areas A01, A02…; None is no row."""
    measure = core(
        "I",
        "G",
        type_=SHARE,
        direction=direction,
        benchmark=benchmark,
        min_denominator=min_denominator,
    )
    rows = [
        row(f"A{n:02}", 100 * pair[0] / pair[1], "I", counts=pair)
        for n, pair in enumerate(pairs, start=1)
        if pair is not None
    ]
    areas = (*regions(len(pairs)), PAIR, COUNTRY)
    return facts(areas, [group("G")], [measure], [*rows, *more])


@pytest.mark.parametrize("code", ["x2", "x3", "x4"])
def test_pooled_benchmarks_of_the_example(code: str) -> None:
    """The sum of the numerators over that of the denominators."""
    found = judged(example(), code)
    assert found.benchmark.kind is BenchmarkKind.NATIONAL
    assert found.benchmark.value == near(EXPECTED["benchmarks"][code])
    assert found.benchmark.count == (5 if code == "x2" else 6)
    assert found.is_counted
    assert found.scale == (1e5 if code == "x4" else 100)


def test_the_median_of_the_example() -> None:
    """x1 has no counts: it is set beside the median, and nothing is said of it."""
    found = judged(example(), "x1")
    assert found.benchmark.value == near(EXPECTED["benchmarks"]["x1_median"])
    assert {one.verdict for one in found.judged.values()} == {Verdict.NO_INTERVAL}
    assert found.comparisons == 0
    assert not found.is_counted


def test_intervals_and_verdicts_of_the_example() -> None:
    """Every interval at 95 and 99.8 % and both verdicts, as published."""
    catalog = example()
    found = {code: judged(catalog, code).judged for code in ("x2", "x3", "x4")}
    seen = 0
    for region in REGIONS:
        for code, expected in EXPECTED["ci_rag"][region].items():
            one = found[code][region]
            ends = [one.lower, one.upper, one.lower998, one.upper998]
            assert ends == near([expected[key] for key in ("lo95", "hi95", "lo998", "hi998")])
            assert (one.verdict, one.headline) == (expected["rag95"], expected["rag998"])
            assert one.benchmark == near(EXPECTED["benchmarks"][code])
            seen += 1
    assert seen == 17
    assert "RE" not in found["x2"]


def first(catalog: Catalog) -> Judged:
    """How the first area is judged."""
    return judged(catalog).judged["A01"]


REST = ((50, 100),) * 5


@pytest.mark.parametrize(
    ("direction", "count", "expected"),
    [
        (Direction.HIGHER, 90, Verdict.BETTER),
        (Direction.HIGHER, 10, Verdict.WORSE),
        (Direction.LOWER, 90, Verdict.WORSE),
        (Direction.LOWER, 10, Verdict.BETTER),
        (Direction.NEUTRAL, 90, Verdict.HIGHER),
        (Direction.NEUTRAL, 10, Verdict.LOWER),
        (Direction.NEUTRAL, 52, Verdict.SIMILAR),
    ],
)
def test_polarity(direction: Direction, count: int, expected: Verdict) -> None:
    """Above is better, worse or only higher, as the indicator says."""
    found = first(shares((count, 100), *REST, direction=direction))
    assert found.verdict is expected
    assert found.headline is expected


def test_99_8_per_cent_is_the_stricter_level() -> None:
    """Sixty of a hundred differ from 50 at 95 %, and are no headline."""
    found = first(shares((61, 100), *REST))
    assert (found.verdict, found.headline) == (Verdict.BETTER, Verdict.SIMILAR)
    assert found.verdict.differs
    assert not found.headline.differs


def test_a_small_denominator_is_shown_and_never_compared() -> None:
    """Nine of nine is no praise where ten cases are asked for; ten are enough."""
    found = judged(shares((9, 9), (10, 10), *REST, min_denominator="10"))
    assert found.judged["A01"].verdict is Verdict.SMALL
    assert found.judged["A01"].headline is Verdict.SMALL
    assert found.judged["A02"].verdict is Verdict.BETTER
    assert found.comparisons == 6


def test_without_counts_the_sources_own_interval_is_used() -> None:
    """At 95 % only: nothing is known of any other level."""
    measure = core("I", "G", benchmark="target:50")
    rows = [row(f"A{n:02}", 60, "I", limits=("55", "65")) for n in range(1, 6)]
    found = first(facts(regions(5), [group("G")], [measure], rows))
    assert (found.lower, found.upper, found.lower998) == (55, 65, None)
    assert found.verdict is Verdict.BETTER
    assert found.headline is Verdict.NO_INTERVAL


def test_without_any_interval_nothing_is_said() -> None:
    """A score is no count: neither better nor worse, however far from the benchmark."""
    measure = core("I", "G", benchmark="target:50")
    rows = [row(f"A{n:02}", 99, "I") for n in range(1, 6)]
    found = first(facts(regions(5), [group("G")], [measure], rows))
    assert found.verdict is Verdict.NO_INTERVAL
    assert not found.verdict.is_judged


def test_a_joint_value_stands_for_members_without_their_own() -> None:
    """It is pooled when no member has a value, and left aside when one has."""
    joint = row("A01+A02", 20, "I", counts=(20, 100))
    country = row("P", 99, "I", counts=(990, 1000))
    rest = ((60, 100),) * 5
    without_own = judged(shares(None, None, *rest, benchmark="national", more=(joint, country)))
    assert without_own.benchmark.value == near(100 * 320 / 600)
    assert without_own.benchmark.count == 6
    with_own = judged(shares((40, 100), None, *rest, benchmark="national", more=(joint, country)))
    assert with_own.benchmark.value == near(100 * 340 / 600)
    # Neither a composite nor the country is judged.
    assert set(with_own.judged) == {"A01", "A03", "A04", "A05", "A06", "A07"}


def test_partial_values_are_neither_pooled_nor_judged() -> None:
    """Only a complete list of one period counts."""
    partial = row("A01", 5, "I", counts=(5, 100), quality=Quality.PARTIAL_LIST)
    found = judged(shares(None, *REST, benchmark="national", more=(partial,)))
    assert found.benchmark.value == near(50)
    assert "A01" not in found.judged


def test_peers_are_the_benchmark_of_each_area() -> None:
    """The median of an area's own peers, when three of them have a value."""
    size = core("S", "G", is_core=False)
    catalog = shares((90, 100), (50, 100), (40, 100), (60, 100), (10, 100), benchmark="peers")
    sizes = [row(f"A{n:02}", n * n, "S") for n in range(1, 6)]
    assert catalog.method is not None
    rule = PeerRule(variables=(PeerVariable(indicator="S"),), count=3)
    made = replace(
        catalog,
        indicators=(*catalog.indicators, size),
        observations=(*catalog.observations, *sizes),
        method=replace(catalog.method, peers=rule),
    )
    found = judged(made)
    assert found.benchmark.value is None
    assert found.judged["A01"].benchmark == near(50)
    assert found.judged["A05"].benchmark == near(50)
    assert found.judged["A01"].verdict is Verdict.BETTER
    # Without sizes there are no peers, so no benchmark.
    lonely = judged(replace(made, observations=catalog.observations))
    assert lonely.judged["A01"].verdict is Verdict.NO_BENCHMARK


def test_too_few_areas_are_never_compared() -> None:
    """Four areas: no comparison at all, and neither where no benchmark is declared."""
    for catalog in (shares((1, 2), (1, 2), (1, 2), (1, 2)), shares(*REST, benchmark="")):
        assert judge(catalog, compare(catalog), None) == {}


def test_benchmarks_as_they_are_declared() -> None:
    """A kind, a value or nothing."""
    cases: tuple[tuple[str, tuple[BenchmarkKind | None, float | None]], ...] = (
        ("", (None, None)),
        ("national", (BenchmarkKind.NATIONAL, None)),
        ("peers", (BenchmarkKind.PEERS, None)),
        ("target:-2.5", (BenchmarkKind.TARGET, -2.5)),
    )
    for text, expected in cases:
        assert benchmark_of(core("I", "G", benchmark=text)) == expected


def measure(kind: IndicatorType) -> Indicator:
    """An indicator of a type."""
    return core("I", "G", type_=kind)


def test_the_scale_is_read_off_the_figures() -> None:
    """100 for per cent and 100,000 for such rates, though values are rounded."""
    rounded = [row("A01", "33.3", "I", counts=(1, 3)), row("A02", "0", "I", counts=(0, 3))]
    assert unit_scale(measure(SHARE), rounded) == 100
    rates = [row("A01", "44.1", "I", counts=(220, 498_000))]
    assert unit_scale(measure(RATE), rates) == 1e5
    assert unit_scale(measure(SHARE), [*rounded, row("A03", "10", "I")]) == 100
    assert unit_scale(measure(SHARE), [row("A03", "10", "I")]) == 0
    assert unit_scale(measure(IndicatorType.COUNT), rounded) == 0
    assert unit_scale(measure(SHARE), []) == 0


def test_a_share_of_nothing_has_an_interval_all_the_same() -> None:
    """Zero of forty everywhere is known to be low; of a rate nobody knows the unit."""
    none = [row(f"A{n:02}", 0, "I", counts=(0, 40)) for n in range(1, 6)]
    assert unit_scale(measure(SHARE), none) == 100
    assert unit_scale(measure(RATE), none) == 0
    found = counted_intervals(measure(SHARE), none[:1], 100, Z95)[0]
    assert found is not None
    assert found[0] == near(0)
    assert found[1] == pytest.approx(8.76, abs=0.01)
    assert first(shares(*((0, 40),) * 5)).verdict is Verdict.WORSE


def test_a_part_larger_than_its_whole_has_no_interval() -> None:
    """Some percentages may pass 100: nothing is said of them."""
    over = replace(row("A01", 110, "I"), numerator=Decimal(110), denominator=Decimal(100))
    assert counted_intervals(measure(SHARE), [over], 100, Z95) == [None]
