"""The areas most like an area: variables, distances and who is left without peers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quipu.method import Method, PeerRule, PeerVariable
from quipu.model import Catalog
from quipu.score.peers import PeerSets, find_peers
from tests.samples import regions
from tests.score.made import AS_OF, QUIET, core, facts, group, row, table
from tests.stats.oracle import near

CODES = ("POP", "MONEY")


def made(values: list[list[float | None]], *variables: PeerVariable, count: int = 2) -> Catalog:
    """A catalog whose method compares areas by some variables."""
    return facts(
        regions(len(values)),
        [group("G")],
        [core(code, "G", is_core=False) for code in CODES],
        table(values, CODES),
        method=Method(
            version="1", uncertainty=QUIET, peers=PeerRule(variables=variables, count=count)
        ),
    )


def found(catalog: Catalog) -> PeerSets:
    """Find the peers of a catalog that asks for them."""
    peers = find_peers(catalog, AS_OF)
    assert peers is not None
    return peers


def told(peers: PeerSets, area: str) -> list[tuple[str, float]]:
    """The peers of an area with their distances."""
    return [(peer.ref_area, peer.distance) for peer in peers.by_area[area]]


POP = PeerVariable(indicator="POP")


def test_distances_are_in_standard_deviations() -> None:
    """0, 10, 20, 50: a deviation of 21.60; the nearest first, and lists need not be mutual."""
    peers = found(made([[0, 1], [10, 1], [20, 1], [50, 1]], POP))
    deviation = (1400 / 3) ** 0.5
    assert told(peers, "A01") == [("A02", near(10 / deviation)), ("A03", near(20 / deviation))]
    assert told(peers, "A04") == [("A03", near(30 / deviation)), ("A02", near(40 / deviation))]
    assert "A04" not in [peer.ref_area for peer in peers.by_area["A01"]]
    assert peers.missing == {}


def test_variables_may_be_logarithms_and_ratios() -> None:
    """Money by inhabitant: 10 each makes the first two alike, whatever their size."""
    values: list[list[float | None]] = [[10, 100], [1000, 10_000], [100, 5000]]
    peers = found(made(values, PeerVariable(indicator="MONEY", per="POP"), count=1))
    assert told(peers, "A01") == [("A02", near(0))]
    logs = found(made(values, PeerVariable(indicator="POP", is_log=True), count=2))
    assert [distance for _, distance in told(logs, "A03")] == near([1, 1])


def test_an_area_without_a_variable_has_no_peers_and_is_nobodys() -> None:
    """What it lacks is named; nothing is filled in."""
    values: list[list[float | None]] = [[10, 1], [20, None], [30, 5], [40, 9]]
    peers = found(made(values, POP, PeerVariable(indicator="MONEY")))
    assert peers.by_area["A02"] == ()
    assert peers.missing == {"A02": ("MONEY",)}
    assert all(
        "A02" not in [peer.ref_area for peer in nearest] for nearest in peers.by_area.values()
    )


@pytest.mark.parametrize("bad", [0.0, -3.0])
def test_what_has_no_logarithm_counts_as_missing(bad: float) -> None:
    """And so does what is divided by zero; nothing warns."""
    values: list[list[float | None]] = [[bad, 1], [20, 2], [30, 5]]
    assert found(made(values, PeerVariable(indicator="POP", is_log=True))).by_area["A01"] == ()
    if not bad:
        ratio = PeerVariable(indicator="MONEY", per="POP")
        assert found(made(values, ratio)).by_area["A01"] == ()


def test_a_method_that_declares_no_peers_has_none() -> None:
    """Nor has a root without a method, nor a rule without variables."""
    catalog = made([[1, 1], [2, 2]], POP)
    assert catalog.method is not None
    assert find_peers(replace(catalog, method=None), AS_OF) is None
    assert find_peers(replace(catalog, method=replace(catalog.method, peers=None)), AS_OF) is None
    empty = replace(catalog.method, peers=PeerRule(variables=()))
    assert find_peers(replace(catalog, method=empty), AS_OF) is None


def test_only_current_values_make_areas_alike() -> None:
    """A value that is out of date is no variable."""
    catalog = made([[1, 1], [2, 2], [3, 3]], POP)
    old = [row("A01", 1, "POP", period="2019"), *catalog.observations[2:]]
    peers = found(replace(catalog, observations=tuple(old)))
    assert peers.by_area["A01"] == ()
    assert peers.missing == {"A01": ("POP",)}
