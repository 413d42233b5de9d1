"""Pure. Everything the benchmark says of an edition, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quipu.compare import IndicatorPanel
from quipu.model import Catalog
from quipu.score.judge import Comparison, judge
from quipu.score.movement import Movement, movements
from quipu.score.peers import PeerSets, find_peers
from quipu.score.placement import place
from quipu.score.places import MatrixPlaces
from quipu.score.progress import Progress, progress
from quipu.score.robustness import Robustness, examine
from quipu.score.scores import score
from quipu.score.spread import MapFn
from quipu.score.values import ScoreSet
from quipu.vocab import IndicatorStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What may be said of the figures of one kind of areas."""

    comparisons: Mapping[str, Comparison]
    """Of the indicators that declare a benchmark, by id."""
    movements: Mapping[tuple[str, str], Movement]
    """Of live indicators, by indicator and area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmarks:
    """Scores, places and judgements; parts that the root does not ask for are None or empty.

    Only the areas of the first kind that gets pages are scored, placed and given peers.
    """

    comparisons: Mapping[str, Comparison]
    """Of the indicators that declare a benchmark, by id."""
    movements: Mapping[tuple[str, str], Movement]
    """Of live indicators, by indicator and area."""
    peers: PeerSets | None
    scores: ScoreSet | None
    progress: Mapping[tuple[str, str], Progress]
    """By subject and area."""
    robustness: Mapping[str, Robustness]
    """Of every group that has scores, by id."""
    matrix: MatrixPlaces | None

    @property
    def has_scores(self) -> bool:
        """Whether any indicator enters a score."""
        return self.scores is not None and bool(self.scores.scores)


def benchmark(
    catalog: Catalog,
    panels: Mapping[str, IndicatorPanel],
    as_of: date,
    map_: MapFn = map,
) -> Benchmarks:
    """Make everything that the site says beyond the figures themselves.

    Args:
        catalog: Facts without errors.
        panels: The areas side by side, by indicator id.
        as_of: The date of the edition.
        map_: Runs the draws, in this process or in others.
    """
    peers = find_peers(catalog, as_of)
    scores = score(catalog, as_of, map_)
    told = judgements(catalog, panels, peers)
    return Benchmarks(
        comparisons=told.comparisons,
        movements=told.movements,
        peers=peers,
        scores=scores,
        progress=progress(catalog, scores) if scores else {},
        robustness={found.subject: found for found in examine(scores)} if scores else {},
        matrix=place(catalog, as_of),
    )


def judgements(
    catalog: Catalog, panels: Mapping[str, IndicatorPanel], peers: PeerSets | None = None
) -> Judgements:
    """Judge every figure of some panels, and its last change."""
    return Judgements(
        comparisons=judge(catalog, panels, peers),
        movements={
            (code, area): found
            for code, panel in panels.items()
            if panel.indicator.status is IndicatorStatus.LIVE
            for area, found in movements(panel.indicator, panel.series).items()
        },
    )
