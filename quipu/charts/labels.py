"""Pure. Where the labels of points stand so that they neither cover one another nor a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from quipu.charts.designs import FONT_SIZE, Design
from quipu.charts.frame import Stamp

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in units."""

Touch = Sequence[Sequence[float]]
"""How much two labels overlap, by the side of the one and of the other."""

_GAP = 2
"""Between the edge of a point and its label."""
_ASCENT, _DESCENT = 0.74 * FONT_SIZE, 0.22 * FONT_SIZE
_WIDE, _NARROW = 0.7 * FONT_SIZE, 0.56 * FONT_SIZE
"""A capital and any other character, in the widest of the fonts that may be used."""
_ROUNDS = 6
_MOST_PAIRS = 600
"""Pairs that are moved together; beyond, labels crowd so much that single moves must do."""
_COVERED, _OUTSIDE = 2.0, 3.0
"""How much worse it is to cover a point, or to leave the field, than to touch another label."""
_ORDER = 0.02
"""What a side costs for each that is tried before it, in square units."""


class Side(StrEnum):
    """Where a label stands next to its point; in the order in which they are tried."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"
    ABOVE_RIGHT = "above-right"
    BELOW_RIGHT = "below-right"
    ABOVE_LEFT = "above-left"
    BELOW_LEFT = "below-left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point and its label, in units."""

    x: float
    y: float
    radius: float
    text: str
    """Empty: the point is only in the way of other labels."""


def place_labels(
    spots: Sequence[Spot], *, bounds: Box, taken: Sequence[Box] = ()
) -> tuple[Side, ...]:
    """Choose the side of every label: least overlap first, then the order of `Side`.

    Each label takes its best side in turn. Then single labels, and pairs that still touch,
    move as long as that lessens the overlap of the whole.

    Args:
        spots: The points, with labels or without.
        bounds: The field that labels should not leave.
        taken: What else they should not cover.

    Returns:
        A side for each point; the same for the same arguments.
    """
    sides = tuple(Side)
    boxes = [[_box(spot, side) for side in sides] for spot in spots]
    named = [n for n, spot in enumerate(spots) if spot.text]
    reach = {n: _hull(boxes[n]) for n in named}
    alone = {}
    for n in named:
        points = _points_near(n, reach[n], spots)
        alone[n] = [
            _alone(box, points, bounds, taken) + _ORDER * k for k, box in enumerate(boxes[n])
        ]
    near: dict[int, list[int]] = {n: [] for n in named}
    touch: dict[tuple[int, int], Touch] = {}
    for n, m in combinations(named, 2):
        if overlap(reach[n], reach[m]):
            near[n].append(m)
            near[m].append(n)
            touch[n, m] = [[overlap(one, other) for other in boxes[m]] for one in boxes[n]]
            touch[m, n] = [list(column) for column in zip(*touch[n, m], strict=True)]
    chosen = dict.fromkeys(range(len(spots)), 0)
    for n in named:
        _improve((n,), {n: [m for m in near[n] if m < n]}, chosen, touch, alone)
    groups: list[tuple[int, ...]] = [(n,) for n in named]
    groups += [(n, m) for n in named for m in near[n] if m > n and any(map(any, touch[n, m]))][
        :_MOST_PAIRS
    ]
    for _ in range(_ROUNDS):
        before = dict(chosen)
        for group in groups:
            _improve(group, near, chosen, touch, alone)
        if chosen == before:
            break
    return tuple(sides[chosen[n]] for n in range(len(spots)))


def _hull(boxes: Sequence[Box]) -> Box:
    """The box that holds a label on all of its sides."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _points_near(n: int, reach: Box, spots: Sequence[Spot]) -> list[Box]:
    """The points, other than its own, that a label can cover."""
    return [box for m, spot in enumerate(spots) if m != n and overlap(reach, box := around(spot))]


def _improve(
    group: tuple[int, ...],
    near: Mapping[int, Sequence[int]],
    chosen: dict[int, int],
    touch: Mapping[tuple[int, int], Touch],
    alone: Mapping[int, Sequence[float]],
) -> None:
    """Give a label, or two, the sides that are best while all others stay."""
    options = []
    for n in group:
        fixed = [(touch[n, m], chosen[m]) for m in near[n] if m not in group]
        options.append(
            [cost + sum(table[k][side] for table, side in fixed) for k, cost in enumerate(alone[n])]
        )
    costs: dict[tuple[int, ...], float]
    if len(group) == 1:
        costs = {(k,): cost for k, cost in enumerate(options[0])}
    else:
        table = touch[group[0], group[1]]
        costs = {
            (k, j): table[k][j] + (cost + other)
            for k, cost in enumerate(options[0])
            for j, other in enumerate(options[1])
        }
    now = tuple(chosen[n] for n in group)
    best = min(costs, key=costs.__getitem__)
    if costs[best] < costs[now] - 1e-9:
        chosen.update(zip(group, best, strict=True))


def _alone(box: Box, points: Sequence[Box], bounds: Box, taken: Sequence[Box]) -> float:
    """What is wrong with a place whatever the other labels do."""
    left, top, right, bottom = box
    outside = (right - left) * (bottom - top) - overlap(box, bounds)
    covered = sum(overlap(box, point) for point in points)
    covered += sum(overlap(box, other) for other in taken)
    return _COVERED * covered + _OUTSIDE * outside


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    # Most pairs lie apart.
    if one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]:
        return 0.0
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across * (min(one[3], other[3]) - max(one[1], other[1]))


def covered(boxes: Iterable[Box], spots: Sequence[Spot]) -> float:
    """The area of points that boxes lie upon."""
    return sum(overlap(box, around(spot)) for box in boxes for spot in spots)


def around(spot: Spot) -> Box:
    """The box of a point."""
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def text_width(text: str) -> float:
    """The width that a text needs at most."""
    return sum(_WIDE if letter.isupper() else _NARROW for letter in text)


def text_box(text: str, x: float, y: float, anchor: str) -> Box:
    """The box that a text needs at most: *y* is its baseline."""
    width = text_width(text)
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return left, y - _ASCENT, left + width, y + _DESCENT


def _box(spot: Spot, side: Side) -> Box:
    anchor, x, y = label_at(spot, side)
    return text_box(spot.text, x, y, anchor)


def label_at(spot: Spot, side: Side) -> tuple[str, float, float]:
    """Anchor, place and baseline of a label."""
    vertical, _, horizontal = side.value.rpartition("-")
    if horizontal in ("above", "below"):
        vertical, horizontal = horizontal, ""
    # Next to a corner of its point, a label needs less room than next to its side.
    away = spot.radius * (0.5 if vertical else 1) + _GAP
    lift = spot.radius * (0.5 if horizontal else 1) + _GAP
    y = spot.y + (_ASCENT - _DESCENT) / 2
    if vertical == "above":
        y = spot.y - lift
    elif vertical == "below":
        y = spot.y + lift + _ASCENT
    if not horizontal:
        return "middle", spot.x, y
    return ("start", spot.x + away, y) if horizontal == "right" else ("end", spot.x - away, y)


def stamp_labels(
    stamp: Stamp, design: Design, spots: Sequence[Spot], taken: Sequence[Box]
) -> list[str]:
    """Write the label of each point, empty where it has none: inside the field, off *taken*."""
    (left, bottom), (right, top) = design.units(0, 0), design.units(1, 1)
    sides = place_labels(spots, bounds=(left, top, right, bottom), taken=taken)
    return [
        _stamp_label(stamp, design, spot, side) if spot.text else ""
        for spot, side in zip(spots, sides, strict=True)
    ]


def _stamp_label(stamp: Stamp, design: Design, spot: Spot, side: Side) -> str:
    anchor, x, y = label_at(spot, side)
    return stamp.texts(f"name_{anchor}", [(*design.shares(x, y), spot.text)])
