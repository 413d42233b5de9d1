"""Everything the benchmark says of an edition, in one value."""

from __future__ import annotations

from dataclasses import replace

from quipu.compare import compare
from quipu.method import Method, PeerRule, PeerVariable
from quipu.model import Catalog
from quipu.score.benchmarks import Benchmarks, benchmark
from quipu.vocab import IndicatorStatus
from tests.samples import regions
from tests.score.made import AS_OF, EXACT, core, facts, group, row, worked, worked_matrix


def made(catalog: Catalog) -> Benchmarks:
    """The benchmark of a catalog."""
    return benchmark(catalog, compare(catalog), AS_OF)


def test_a_root_that_asks_for_nothing_gets_nothing() -> None:
    """No method: no scores, peers, places or progress; movements are facts of the figures."""
    catalog = replace(worked(), method=None)
    found = made(catalog)
    assert (found.scores, found.peers, found.matrix) == (None, None, None)
    assert not found.has_scores
    assert (found.progress, found.robustness, found.comparisons) == ({}, {}, {})
    assert found.movements.keys() == {
        (o.indicator, o.ref_area) for o in catalog.observations if o.value is not None
    }


def test_a_root_that_asks_for_everything_gets_everything() -> None:
    """Each part in its place, examined for every group that has scores."""
    catalog = worked(uncertainty=replace(EXACT, draws=50), matrix=worked_matrix())
    assert catalog.method is not None
    rule = PeerRule(variables=(PeerVariable(indicator="x1"),), count=2)
    asking = replace(
        catalog,
        method=replace(catalog.method, peers=rule),
        indicators=tuple(replace(i, benchmark="median") for i in catalog.indicators),
    )
    found = made(asking)
    assert found.has_scores
    assert found.robustness.keys() == {"CAPACITY", "RISK_CONTROL", "INDEX"}
    assert found.peers is not None
    assert [peer.ref_area for peer in found.peers.by_area["RA"]] == ["RB", "RD"]
    assert found.comparisons.keys() == {"x1", "x2", "x3", "x4"}
    assert found.matrix is not None
    assert len(found.matrix.places) == 6
    # The example is of one year.
    assert found.progress == {}


def test_a_tree_without_core_indicators_has_no_scores() -> None:
    """The method is there, and nothing to score with it."""
    catalog = facts(regions(2), [group("G")], [core("I", "G", is_core=False)], [row("A01", 1, "I")])
    found = made(catalog)
    assert found.scores is not None
    assert not found.has_scores
    assert found.scores.tree.nodes == ()


def test_a_retired_series_does_not_move() -> None:
    """Its last change is history."""
    rows = [row("A01", n, "I", period=str(2020 + n)) for n in (1, 2)]
    retired = core("I", "G", status=IndicatorStatus.RETIRED)
    assert made(facts(regions(1), [group("G")], [retired], rows)).movements == {}


def test_the_map_that_is_given_runs_the_draws() -> None:
    """Whoever has more processors may hand in another one."""
    seen: list[int] = []

    def counting(work, chunks):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        for chunk in chunks:
            seen.append(chunk[0])
            yield work(chunk)

    catalog = worked(uncertainty=replace(EXACT, draws=600))
    assert catalog.method == Method(version="1.0", uncertainty=replace(EXACT, draws=600))
    benchmark(catalog, compare(catalog), AS_OF, counting)
    assert seen == [0, 1, 2]
