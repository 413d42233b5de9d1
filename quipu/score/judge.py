"""Pure. Each figure beside its benchmark: better, worse, similar, or why that cannot be said.

An area is said to differ only when the interval of its figure leaves the benchmark out. What
rests on no counts has no interval, so nothing is said of it but its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np

from quipu.compare import IndicatorPanel, is_comparable, median
from quipu.model import Catalog, Indicator, Observation
from quipu.score.counts import Interval, counted_intervals, unit_scale
from quipu.score.peers import PeerSets
from quipu.stats.intervals import Z95, Z998, side
from quipu.vocab import Direction

TARGET = "target:"
"""How a benchmark that is a fixed value begins in ``indicators.csv``."""
FALSE_ALARMS = 0.05, 0.002
"""Share of comparisons that would flag a difference by chance, at each level."""


class BenchmarkKind(StrEnum):
    """What a figure is set beside."""

    NATIONAL = "national"
    """All areas pooled: the sum of the numerators over that of the denominators."""
    MEDIAN = "median"
    PEERS = "peers"
    """The median of the areas most like it."""
    TARGET = "target"


class Verdict(StrEnum):
    """What may be said of a figure beside its benchmark."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    """Above the benchmark, on an indicator that has no better end."""
    LOWER = "lower"
    SIMILAR = "similar"
    """The interval holds the benchmark: no difference can be told."""
    NO_INTERVAL = "no_interval"
    """The source gives no counts and no interval: nothing is said."""
    SMALL = "small"
    """The denominator is below the indicator's minimum: shown, never compared."""
    NO_BENCHMARK = "no_benchmark"

    @property
    def is_judged(self) -> bool:
        """Whether a comparison was made at all."""
        return self in _JUDGED

    @property
    def differs(self) -> bool:
        """Whether the figure is told apart from its benchmark."""
        return self.is_judged and self is not Verdict.SIMILAR


_JUDGED = (Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER, Verdict.SIMILAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What the figures of an indicator are set beside."""

    kind: BenchmarkKind
    value: float | None
    """In the unit of the indicator; None where each area has its own, or it cannot be told."""
    count: int
    """How many areas it rests on; 0 for a target."""
    joint: tuple[str, ...] = ()
    """Codes of the composite areas in a pooled value, which stand for members without their
    own."""
    without_joint: float | None = None
    """The value without those; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A figure beside its benchmark."""

    observation: Observation
    benchmark: float | None
    lower: float | None
    """Of the 95 % interval, in the unit of the indicator; None where there is none."""
    upper: float | None
    lower998: float | None
    """Of the 99.8 % interval; None also where the source gives only its own interval."""
    upper998: float | None
    verdict: Verdict
    """At 95 %: good enough to explore."""
    headline: Verdict
    """At 99.8 %: what a sentence or a warning may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All areas of an indicator beside its benchmark."""

    indicator: Indicator
    benchmark: Benchmark
    judged: Mapping[str, Judged]
    """By area, of those that have a value of the period compared."""
    is_counted: bool
    """Whether any figure rests on counts, so that a funnel can be drawn of those."""
    scale: float
    """What a numerator over its denominator is multiplied by; 0 where there are no counts."""

    @property
    def comparisons(self) -> int:
        """How many areas were compared."""
        return sum(j.verdict.is_judged for j in self.judged.values())


def judge(
    catalog: Catalog, panels: Mapping[str, IndicatorPanel], peers: PeerSets | None
) -> Mapping[str, Comparison]:
    """Set every compared indicator that declares a benchmark beside it; by indicator id."""
    found = {}
    for code, panel in panels.items():
        kind, target = benchmark_of(panel.indicator)
        if panel.compared is not None and kind is not None:
            found[code] = _compare(catalog, panel, kind, target, peers)
    return found


def benchmark_of(indicator: Indicator) -> tuple[BenchmarkKind | None, float | None]:
    """The benchmark that an indicator declares; (None, None) when it declares none."""
    text = indicator.benchmark
    if not text:
        return None, None
    if text.startswith(TARGET):
        return BenchmarkKind.TARGET, float(Decimal(text.removeprefix(TARGET)))
    return BenchmarkKind(text), None


def _compare(
    catalog: Catalog,
    panel: IndicatorPanel,
    kind: BenchmarkKind,
    target: float | None,
    peers: PeerSets | None,
) -> Comparison:
    assert panel.compared is not None  # asked by judge
    indicator, period = panel.indicator, panel.compared.period
    rows = [
        o
        for o in catalog.observations_by_indicator[indicator.id]
        if o.period == period and o.quality.is_comparable and o.value is not None
    ]
    pages = {area.code for area in panel.areas}
    shown = [o for o in rows if o.ref_area in pages]
    scale = unit_scale(indicator, shown)
    values = {o.ref_area: float(o.value or 0) for o in shown if is_comparable(indicator, o)}
    benchmark = Benchmark(kind=kind, value=None, count=0)
    own: dict[str, float] = {}
    if kind is BenchmarkKind.TARGET:
        benchmark = Benchmark(kind=kind, value=target, count=0)
    elif kind is BenchmarkKind.MEDIAN:
        benchmark = Benchmark(
            kind=kind, value=float(panel.compared.median), count=panel.compared.count
        )
    elif kind is BenchmarkKind.NATIONAL:
        benchmark = _pooled(catalog, pages, rows, scale)
    elif peers is not None:
        own = _of_peers(values, peers)
    return Comparison(
        indicator=indicator,
        benchmark=benchmark,
        judged=_judged(
            indicator, shown, scale, [own.get(o.ref_area, benchmark.value) for o in shown]
        ),
        is_counted=scale > 0,
        scale=scale,
    )


def _pooled(
    catalog: Catalog, pages: AbstractSet[str], rows: Sequence[Observation], scale: float
) -> Benchmark:
    """All areas with counts together; a joint value stands for members that have none.

    Only the areas compared and their composites count, each member once: a country and
    its provinces would count the same people again.
    """
    paired = {o.ref_area: pair for o in rows if (pair := o.counts) is not None}
    counted = [code for code in paired if code in pages]
    covered, joint = set(counted), []
    for code in paired:
        members = set(catalog.areas_by_code[code].members)
        if members and members <= pages and members.isdisjoint(covered):
            joint.append(code)
            covered |= members
    pairs = [paired[code] for code in (*counted, *joint)]
    return Benchmark(
        kind=BenchmarkKind.NATIONAL,
        value=_ratio(pairs, scale),
        count=len(pairs),
        joint=tuple(joint),
        without_joint=_ratio([paired[code] for code in counted], scale) if joint else None,
    )


def _ratio(pairs: Sequence[tuple[Decimal, Decimal]], scale: float) -> float | None:
    """The sum of numerators over that of denominators, in the unit of the indicator."""
    total = sum((whole for _, whole in pairs), Decimal(0))
    part = sum((part for part, _ in pairs), Decimal(0))
    return float(part / total) * scale if total and scale else None


def _of_peers(values: Mapping[str, float], peers: PeerSets) -> dict[str, float]:
    """The median of each area's peers, where at least three of them have a value."""
    found = {}
    for area, nearest in peers.by_area.items():
        known = [Decimal(str(values[p.ref_area])) for p in nearest if p.ref_area in values]
        if len(known) >= min(3, peers.rule.count):
            found[area] = float(median(known))
    return found


def _judged(
    indicator: Indicator,
    rows: Sequence[Observation],
    scale: float,
    benchmarks: Sequence[float | None],
) -> dict[str, Judged]:
    """Judge every figure beside its own benchmark, by area."""
    counted = counted_intervals(indicator, rows, scale, Z95)
    inner = [found or _published(row) for found, row in zip(counted, rows, strict=True)]
    outer = counted_intervals(indicator, rows, scale, Z998)
    verdicts = _verdicts(indicator, inner, benchmarks)
    headlines = _verdicts(indicator, outer, benchmarks)
    judged = {}
    for n, row in enumerate(rows):
        is_small = not is_comparable(indicator, row)
        low, high = inner[n] or (None, None)
        low998, high998 = outer[n] or (None, None)
        judged[row.ref_area] = Judged(
            observation=row,
            benchmark=benchmarks[n],
            lower=low,
            upper=high,
            lower998=low998,
            upper998=high998,
            verdict=Verdict.SMALL if is_small else verdicts[n],
            headline=Verdict.SMALL if is_small else headlines[n],
        )
    return judged


def _published(row: Observation) -> Interval:
    """The interval that the source itself gives, where it does."""
    if row.lower is None or row.upper is None:
        return None
    return float(row.lower), float(row.upper)


def _verdicts(
    indicator: Indicator, intervals: Sequence[Interval], benchmarks: Sequence[float | None]
) -> list[Verdict]:
    lower, upper = ([np.nan if ends is None else ends[n] for ends in intervals] for n in (0, 1))
    marks = [np.nan if mark is None else mark for mark in benchmarks]
    sides = side(lower, upper, marks).tolist()
    return [
        _verdict(indicator, where, has_interval=ends is not None, has_benchmark=mark is not None)
        for where, ends, mark in zip(sides, intervals, benchmarks, strict=True)
    ]


def _verdict(
    indicator: Indicator, where: int, *, has_interval: bool, has_benchmark: bool
) -> Verdict:
    if not has_interval:
        return Verdict.NO_INTERVAL
    if not has_benchmark:
        return Verdict.NO_BENCHMARK
    if where == 0:
        return Verdict.SIMILAR
    if indicator.direction is Direction.NEUTRAL:
        return Verdict.HIGHER if where > 0 else Verdict.LOWER
    is_good = (where > 0) == (indicator.direction is Direction.HIGHER)
    return Verdict.BETTER if is_good else Verdict.WORSE
