"""Stamped charts are Vega's charts: every mark of random rows, number by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from quipu.charts import NoCache, TileRequest, TrendSize, place_tiles
from quipu.charts.designs import DESIGNS, LayerDesign
from quipu.charts.distribution import distribution
from quipu.charts.dots import dots
from quipu.charts.frame import Frame, drawn_marks
from quipu.charts.funnel import funnel
from quipu.charts.matrix import matrix
from quipu.charts.model import Drawing
from quipu.charts.ranges import ranges
from quipu.charts.scale import label, share
from quipu.charts.strip import strip
from quipu.charts.trend import trend
from quipu.charts.vega import frame_of, render
from tests.charts.drawn import Recorder, differences
from tests.charts.judged import funnels, matrices, ranged
from tests.charts.requests import rankings, strips, trends
from tests.charts.spread import distributions

# Vega rounds to thousandths, we to hundredths.
TOLERANCE = 0.01 + 0.005

Draw = Callable[[Recorder], list[Drawing]]


def drawing(requests: Iterable[object], how: Callable[..., Drawing]) -> Draw:
    """Return what draws all requests with one stamp."""
    return lambda stamp: [how(request, stamp) for request in requests]


KINDS: dict[str, Draw] = {
    "strip": drawing(list(strips()), strip),
    "trend-small": drawing(list(trends(TrendSize.SMALL)), trend),
    "trend-large": drawing(list(trends(TrendSize.LARGE)), trend),
    "dots": drawing(list(rankings()), dots),
    "ranges": drawing(list(ranged()), ranges),
    "funnel": drawing(list(funnels()), funnel),
    "matrix": drawing(list(matrices()), matrix),
    "distribution": drawing(list(distributions()), distribution),
}


@pytest.fixture(scope="module")
def frames() -> dict[str, Frame]:
    """Return every frame, read off Vega once."""
    return {kind: frame_of(kind, NoCache()) for kind in DESIGNS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_is_where_vega_puts_it(kind: str, frames: dict[str, Frame]) -> None:
    """Gaps, single points, ties, extremes, negatives, 1e11 and both number styles included."""
    stamp = Recorder(kind=kind, frame=frames[kind])
    drawings = KINDS[kind](stamp)
    stamped, drawn = stamp.stamped(), stamp.by_vega()
    wrong = {
        name: found
        for name in drawn
        if (found := differences(stamped[name], drawn[name], TOLERANCE)[:3])
    }
    assert wrong == {}
    assert all(
        piece in "".join(d.body for d in drawings) for p in stamp.pieces.values() for piece in p
    )
    # Only the highlight of strips is drawn later, by itself.
    unused = {layer.name for layer in DESIGNS[kind].layers if not stamped[layer.name]}
    assert unused == ({"own"} if kind == "strip" else set())


def test_the_comparison_can_fail(frames: dict[str, Frame]) -> None:
    """A place two hundredths off, a missing mark and another text are told."""
    good = [(1.0, 2.0, "a")]
    assert differences(good, [(1.0, 2.02, "a")], TOLERANCE) != []
    assert differences(good, [], TOLERANCE) != []
    assert differences(good, [(1.0, 2.0, "b")], TOLERANCE) != []
    assert differences(good, [(1.014, 2.0, "a")], TOLERANCE) == []
    assert set(frames) == set(DESIGNS)


def test_tiles_stand_where_vega_puts_them() -> None:
    """Every corner and side of a grid with holes, drawn again by Vega tile by tile."""
    places = [(f"A{row}{column}", row, column, "X") for row in range(6) for column in (0, 2, 5)]
    grid = place_tiles(TileRequest(tiles=tuple(places)), frame_of("tiles", NoCache()))
    rows: list[dict[str, object]] = [{"x": column, "y": row} for _, row, column, _ in places]
    drawn = drawn_marks(render("tiles", {"tile": rows, "name": [], "amount": []}))["tile"]
    half = grid.side / 2
    for (code, *_), mark in zip(places, drawn, strict=True):
        x, y = grid.corners[code]
        assert mark.get("transform") == f"translate({x + half:g},{y + half:g})"
        assert mark.get("d") == f"M{-half:g},{-half:g}h{grid.side:g}v{grid.side:g}h{-grid.side:g}Z"
    assert grid.width >= max(x for x, _ in grid.corners.values()) + grid.side
    assert grid.height >= max(y for _, y in grid.corners.values()) + grid.side


def test_places_on_a_strip_follow_the_values(frames: dict[str, Frame]) -> None:
    """Each area stands on the line from the low end to the high end, at its share of it."""
    left, right = DESIGNS["strip"].x
    for request in strips():
        spots = strip(request, Recorder(kind="strip", frame=frames["strip"])).spots
        assert set(spots) == {code for code, _ in request.values}
        low, high = request.domain
        for code, value in request.values:
            expected = left + (right - left) * (value - low) / (high - low)
            assert spots[code][0] == pytest.approx(expected, abs=0.01)


def test_y_labels_stand_at_their_value(frames: dict[str, Frame]) -> None:
    """A label of an axis says the value of the line it stands on."""
    for request in trends(TrendSize.SMALL):
        stamp = Recorder(kind="trend-small", frame=frames["trend-small"])
        trend(request, stamp)
        for line, word in zip(stamp.rows["grid"], stamp.rows["y_label"], strict=True):
            at = line["y"]
            assert isinstance(at, float)
            value = request.y_domain[0] + at * (request.y_domain[1] - request.y_domain[0])
            assert share(value, request.y_domain) == pytest.approx(at)
            assert word["text"] in {label(value, request, d) for d in range(8)}


def layers(mark: str) -> list[LayerDesign]:
    """Return every layer with a mark."""
    return [layer for design in DESIGNS.values() for layer in design.layers if layer.mark == mark]


@pytest.mark.parametrize("mark", ["rule", "line", "point", "bar", "rect", "text"])
def test_every_kind_of_mark_is_compared(mark: str) -> None:
    """No mark of a design is one that the comparison does not know."""
    assert layers(mark) != []
    assert {"rule", "line", "point", "bar", "rect", "text"} >= {
        layer.mark for design in DESIGNS.values() for layer in design.layers
    }
