"""Labels next to their points: clear of one another where that can be, and always the same."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from quipu.charts.labels import (
    _COVERED,
    Box,
    Side,
    Spot,
    around,
    label_at,
    overlap,
    place_labels,
    text_box,
)

FIELD: Box = (0, 0, 312, 312)
RADIUS = 5


def spot(x: float, y: float, text: str = "CUS") -> Spot:
    """Return a point with a label."""
    return Spot(x=x, y=y, radius=RADIUS, text=text)


def box(labelled: Spot, side: Side) -> Box:
    """Return the room of a label on a side."""
    anchor, x, y = label_at(labelled, side)
    return text_box(labelled.text, x, y, anchor)


def field(seed: int, count: int, apart: float, window: Box) -> list[Spot]:
    """Return points at random in a window, no two nearer than *apart*."""
    dice = random.Random(seed)  # noqa: S311 (sample data)
    found: list[Spot] = []
    while len(found) < count:
        place = dice.uniform(window[0], window[2]), dice.uniform(window[1], window[3])
        if all((place[0] - s.x) ** 2 + (place[1] - s.y) ** 2 >= apart**2 for s in found):
            found.append(spot(*place))
    return found


def trouble(spots: list[Spot], sides: tuple[Side, ...]) -> float:
    """Return by how much labels cover one another and points."""
    boxes = [box(s, side) for s, side in zip(spots, sides, strict=True)]
    among = sum(overlap(one, other) for one, other in combinations(boxes, 2))
    points = sum(
        overlap(label, around(s))
        for n, label in enumerate(boxes)
        for m, s in enumerate(spots)
        if n != m
    )
    return among + _COVERED * points


SIZE = overlap(box(spot(0, 0), Side.RIGHT), box(spot(0, 0), Side.RIGHT))


@pytest.mark.parametrize("seed", range(40))
def test_labels_of_a_field_keep_clear(seed: int) -> None:
    """Of 25 points not upon one another, no label covers a tenth of another or of a point."""
    spots = field(seed, 25, 14, (20, 20, 292, 292))
    sides = place_labels(spots, bounds=FIELD)
    boxes = [box(s, side) for s, side in zip(spots, sides, strict=True)]
    assert max(overlap(one, other) for one, other in combinations(boxes, 2)) < SIZE / 10
    assert trouble(spots, sides) < SIZE / 4
    assert all(overlap(label, FIELD) == pytest.approx(SIZE) for label in boxes)


@pytest.mark.parametrize("seed", range(12))
def test_labels_of_a_cloud_move_until_they_fit(seed: int) -> None:
    """Regions that crowd in the middle of the field: taking turns once would not do."""
    spots = field(seed, 23, 9, (90, 84, 229, 281))
    assert trouble(spots, place_labels(spots, bounds=FIELD)) < SIZE / 8


@pytest.mark.parametrize("seed", range(12))
def test_a_crowd_is_placed_as_well_as_can_be(seed: int) -> None:
    """Four points in a heap: of all the ways to place their labels, about the best is found."""
    spots = field(seed, 4, 4, (140, 140, 172, 165))
    best = min(trouble(spots, sides) for sides in product(Side, repeat=len(spots)))
    assert trouble(spots, place_labels(spots, bounds=FIELD)) <= best + SIZE / 100


@pytest.mark.parametrize("seed", range(5))
def test_points_upon_one_another_still_have_their_labels_apart(seed: int) -> None:
    """Ties and heaps of points: the labels of three equal points do not cover one another."""
    twice = [s for s in field(seed, 3, 80, (60, 60, 250, 250)) for _ in range(3)]
    sides = place_labels(twice, bounds=FIELD)
    boxes = [box(s, side) for s, side in zip(twice, sides, strict=True)]
    assert max(overlap(one, other) for one, other in combinations(boxes, 2)) == 0


def test_the_first_side_that_is_free_is_taken() -> None:
    """Right of a point that stands alone; to the left at the right edge; below at the top."""
    assert place_labels([spot(100, 100)], bounds=FIELD) == (Side.RIGHT,)
    assert place_labels([spot(308, 100)], bounds=FIELD) == (Side.LEFT,)
    walls = [(0.0, 80.0, 95.0, 120.0), (105.0, 80.0, 200.0, 120.0), (90.0, 80.0, 110.0, 90.0)]
    assert place_labels([spot(100, 100)], bounds=FIELD, taken=walls) == (Side.BELOW,)


def test_points_without_a_label_are_in_the_way() -> None:
    """They take no room for words, but none is written over them."""
    assert place_labels([spot(100, 100), spot(120, 100, "")], bounds=FIELD)[0] is Side.LEFT
    assert place_labels([spot(100, 100, ""), spot(100, 100, "")], bounds=FIELD) == (Side.RIGHT,) * 2
    assert place_labels([], bounds=FIELD) == ()


def test_labels_are_placed_alike_every_time() -> None:
    """The same points have the same sides, in whatever order other charts came before."""
    fields = [field(seed, 25, 0, (90, 90, 220, 220)) for seed in range(3)]
    first = [place_labels(spots, bounds=FIELD) for spots in fields]
    assert [place_labels(spots, bounds=FIELD) for spots in reversed(fields)] == first[::-1]


@pytest.mark.parametrize("side", Side)
def test_a_label_stands_on_its_side(side: Side) -> None:
    """Next to its point, and clear of it but for the corner of a diagonal."""
    left, top, right, bottom = box(spot(0, 0), side)
    words = side.value.split("-")
    assert ("right" in words) == (left > 0)
    assert ("left" in words) == (right < 0)
    assert ("above" in words) == (bottom < 0)
    assert ("below" in words) == (top > 0)
    assert overlap((left, top, right, bottom), around(spot(0, 0))) < SIZE / 30
