"""Distributions: the bins, the bars and what stands around them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quipu.charts import (
    DistributionRequest,
    Drawing,
    NoCache,
    bins,
    finish,
)
from quipu.charts.designs import DESIGNS, FONT_SIZE
from quipu.charts.distribution import distribution
from quipu.charts.frame import Stamp
from quipu.charts.labels import text_box
from quipu.charts.vega import frame_of
from tests.charts.drawn import draw
from tests.charts.requests import HARD, PERU, SPAIN
from tests.charts.spread import distributions

SVG = "{http://www.w3.org/2000/svg}"
STYLES = Path(__file__).resolve().parents[2] / "templates/assets/charts.css"
PHONE = 312
"""CSS pixels of a wide drawing on the narrowest screens: the sheet gives it the margins too."""
LEFT, RIGHT, BOTTOM, TOP = 52, 350, 180, 44


def request(**changed: object) -> DistributionRequest:
    """Return a good request, but for what is changed."""
    good = DistributionRequest(
        bins=((0, 50, 30), (50, 75, 0), (75, 100, 60)),
        titles=("a", "b", "c"),
        domain=(0, 100),
        median=75,
        numbers=PERU,
        decimals=1,
    )
    return replace(good, **changed)  # type: ignore[arg-type]


@cache
def stamp() -> Stamp:
    """Return the stamp of the kind, its frame drawn once."""
    return Stamp(kind="distribution", frame=frame_of("distribution", NoCache()))


def drawn_of(wanted: DistributionRequest) -> Drawing:
    """Return one drawing."""
    return distribution(wanted, stamp())


def element(drawing: Drawing) -> ET.Element:
    """Return a finished drawing, read back."""
    text = finish(drawing, uid="c-1", title="Título", description="")
    return ET.fromstring(text)  # noqa: S314 (our own output)


def texts(drawing: Drawing) -> list[str]:
    """Return the texts of a drawing."""
    return [e.text or "" for e in element(drawing).iter(f"{SVG}text")]


def paths(drawing: Drawing) -> dict[str, list[str]]:
    """Return the path data of a drawing by class."""
    found: dict[str, list[str]] = {}
    for parent in element(drawing).iter():
        for e in parent:
            if e.tag == f"{SVG}path":
                name = e.get("class") or parent.get("class") or ""
                found.setdefault(name, []).append(e.get("d", ""))
    return found


def is_round(number: float) -> bool:
    """Whether a width is 1, 2, 2.5 or 5 times a power of ten."""
    digits = f"{number:.6e}".partition("e")[0].rstrip("0").rstrip(".")
    return digits in ("1", "2", "2.5", "5")


_VALUES = st.one_of(
    st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=60),
    st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=60),
    st.lists(st.decimals(0, 100, places=1).map(float), min_size=1, max_size=200),
    st.lists(st.sampled_from((-3.7, 1e9, 1e9 + 1, 5e-324, 0.3)), min_size=1, max_size=5),
)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(values=_VALUES, decimals=st.integers(0, 6))
@example(values=[0.0], decimals=0)
@example(values=[-0.0, 0.0], decimals=6)
@example(values=[1e300, -1e300], decimals=0)
@example(values=[1e17, 1e17 + 16], decimals=2)
@example(values=[5e-324, 1e-323], decimals=6)
@example(values=[0.1 + 0.2, 0.3], decimals=1)
def test_bins_hold_every_value_once(values: list[float], decimals: int) -> None:
    """8 to 30 that touch, each with what lies from its low end to before its high end."""
    found = bins(values, decimals)
    assert 8 <= len(found) <= 30
    assert sum(count for _, _, count in found) == len(values)
    assert all(low < high for low, high, _ in found)
    assert all(one[1] == other[0] for one, other in pairwise(found))
    assert found[0][0] <= min(values)
    assert max(values) <= found[-1][1]
    last = len(found) - 1
    for n, (low, high, count) in enumerate(found):
        assert count == sum(
            low <= value < high or (n == last == n and value == high) for value in values
        )
    assert found == bins(sorted(values, reverse=True), decimals)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(
    values=st.lists(st.decimals(-1000, 1000, places=2).map(float), min_size=1, max_size=99),
    decimals=st.integers(0, 3),
)
def test_ends_of_bins_are_round(values: list[float], decimals: int) -> None:
    """Multiples of one width, itself round and no narrower than the decimals tell apart."""
    found = bins(values, decimals)
    ends = [Fraction(repr(low)) for low, _, _ in found] + [Fraction(repr(found[-1][1]))]
    (width,) = {other - one for one, other in pairwise(ends)}
    assert is_round(float(width))
    assert width >= Fraction(1, 10**decimals)
    assert all((end / width).denominator == 1 for end in ends)
    assert all((end * 10**decimals).denominator == 1 for end in ends)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(values=st.lists(st.integers(-40, 40).map(float), min_size=1, max_size=99))
def test_no_bin_stands_across_zero_from_all_values(values: list[float]) -> None:
    """Counts have no bins below zero."""
    found = bins(values, 0)
    assert min(values) < 0 or found[0][0] >= 0
    assert max(values) >= 0 or found[-1][1] <= 0


@pytest.mark.parametrize(
    ("values", "decimals", "ends"),
    [
        ([7.0] * 1900, 0, (4, 12)),
        ([0.0] * 9, 1, (0, 0.8)),
        ([-1.0, -1.0], 0, (-8, 0)),
        ([0.0, 100.0], 1, (0, 100)),
        ([12.3, 97.8], 1, (10, 100)),
        ([0.3, 0.3, 0.4], 1, (0, 0.8)),
        ([-3.0, 4.0], 0, (-3, 5)),
        ([0.0, 1e9], 0, (0, 1e9)),
    ],
)
def test_bins_of_some_values(
    values: Sequence[float], decimals: int, ends: tuple[float, float]
) -> None:
    """Equal values, two, negative ones, extremes: the axis is what a person would draw."""
    found = bins(values, decimals)
    assert (found[0][0], found[-1][1]) == pytest.approx(ends)


def test_a_published_value_has_a_bin_of_its_own() -> None:
    """Whole numbers of a narrow range: the last two do not share, which would look like a rise."""
    found = bins([float(n) for n in range(20) for _ in range(100)], 0)
    assert {count for low, _, count in found if low < 20} == {100}


def test_ten_thousand_values_are_parted_in_no_time() -> None:
    """Sorted once; more values have more bins."""
    dice = random.Random(1)  # noqa: S311 (sample data)
    many = [round(dice.gauss(50, 12), 1) for _ in range(10_000)]
    start = process_time()
    found = bins(many, 1)
    assert process_time() - start < 0.5
    assert sum(count for *_, count in found) == 10_000
    assert len(found) > len(bins(many[:30], 1))


@pytest.mark.parametrize("values", [[], [float("nan")], [float("inf"), 1.0], [1.5e300]])
def test_values_without_a_scale_are_refused(values: list[float]) -> None:
    """None at all, no number, beyond any axis."""
    with pytest.raises(AssertionError):
        bins(values, 0)


def test_bars_stand_on_zero_and_are_as_high_as_their_counts() -> None:
    """From the low end to the high end but for a gap; the tallest fills the field."""
    found = paths(drawn_of(request()))
    assert found["c-bar"] == ["M52.5 180H200.5V112H52.5z", "M276 180H349.5V44H276z"]
    assert found["c-median"] == found["c-casing"] == ["M275.5 180V19"]
    assert found["c-axis"] == [
        "M52 180H350",
        "M52 180V185M111.6 180V185M171.2 180V185M230.8 180V185M290.4 180V185M350 180V185",
    ]
    assert "c-fifth" not in found


def test_heights_are_in_proportion() -> None:
    """Of every sample; a bar that would be too low to be seen is one unit high."""
    for wanted in distributions():
        counts = [count for *_, count in wanted.bins if count]
        bars = [re.findall(r"[\d.]+", d) for d in paths(drawn_of(wanted))["c-bar"]]
        assert len(bars) == len(counts)
        for count, (_, foot, _, head, _) in zip(counts, bars, strict=True):
            assert foot == f"{BOTTOM}"
            expected = max(1, (BOTTOM - TOP) * count / max(counts))
            assert BOTTOM - float(head) == pytest.approx(expected, abs=0.01)


def test_bars_do_not_touch() -> None:
    """A tiny gap, narrower where bars are narrow."""
    for wanted in distributions():
        bars = [re.findall(r"[\d.]+", d) for d in paths(drawn_of(wanted))["c-bar"]]
        spans = [(float(left), float(right)) for left, _, right, *_ in bars]
        assert all(LEFT <= left < right <= RIGHT for left, right in spans)
        assert all(other[0] - one[1] > 0 for one, other in pairwise(spans))


def test_small_counts_have_whole_guides() -> None:
    """There is no half area."""
    for most, expected in ((1, ["0", "1"]), (2, ["0", "1", "2"]), (3, ["0", "1", "2", "3"])):
        wanted = request(bins=((0, 100, most),), titles=("",))
        assert texts(drawn_of(wanted))[: len(expected)] == expected
        assert texts(drawn_of(wanted))[len(expected)].startswith("0")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["0", "20", "40", "60", "80", "100"]),
        ({"unit_short": "%"}, ["0\u00a0%", "20\u00a0%", "40\u00a0%", "60\u00a0%", "100\u00a0%"]),
        ({"domain": (-0.5, 100.25)}, ["-0.5", "20.0", "40.0", "60.0", "100.2"]),
        (
            {
                "domain": (0, 5_000_000),
                "numbers": SPAIN,
                "unit_short": "S/",
                "unit_is_prefix": True,
            },
            ["S/\u00a00", "S/\u00a02.000.000", "S/\u00a05.000.000"],
        ),
    ],
)
def test_the_axis_is_labelled_with_round_values(
    changed: dict[str, object], expected: list[str]
) -> None:
    """Both ends, and between them what has room; no decimals that say nothing."""
    drawing = drawn_of(request(**changed))
    groups = [g for g in element(drawing).iter(f"{SVG}g") if g.get("class") == "c-text"]
    feet = sorted(
        (float(t.get("x", "")), t.text) for g in groups for t in g if t.get("y") == f"{BOTTOM + 22}"
    )
    assert [text for _, text in feet] == expected


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return the room of every text of a drawing."""
    return [
        text_box(
            t.text or "",
            float(t.get("x", "")),
            float(t.get("y", "")),
            g.get("text-anchor", "start"),
        )
        for g in element(drawing).iter(f"{SVG}g")
        for t in g.iter(f"{SVG}text")
    ]


def test_labels_neither_touch_nor_leave_the_drawing() -> None:
    """However long they are, on a phone too."""
    assert FONT_SIZE * PHONE / DESIGNS["distribution"].width >= 11
    for wanted in distributions():
        found = boxes(drawn_of(wanted))
        assert all(left >= -0.01 and right <= 360.01 for left, _, right, _ in found)
        for n, (left, top, right, bottom) in enumerate(found):
            for other in found[:n]:
                apart = left >= other[2] or other[0] >= right
                assert apart or top >= other[3] or other[1] >= bottom, (wanted, found)


def test_every_text_comes_back_as_it_went_in() -> None:
    """Hostile ones too; an empty bin has neither a bar nor a title."""
    for wanted in distributions():
        drawing = drawn_of(wanted)
        assert Counter(filter(None, [wanted.median_label])) <= Counter(texts(drawing))
        titles = [e.text for e in element(drawing).iter(f"{SVG}title")][1:]
        bars = zip(wanted.titles, wanted.bins, strict=True)
        assert titles == [title for title, (*_, count) in bars if count]
    hard = drawn_of(request(titles=('"><script>', "", "</g>"), median_label=HARD))
    tags = {e.tag.removeprefix(SVG) for e in element(hard).iter()}
    assert tags == {"svg", "title", "g", "text", "path"}


def test_the_same_request_gives_the_same_bytes() -> None:
    """Frames drawn anew, charts drawn anew, in any order."""
    wanted = list(distributions())
    one, other = draw(wanted, store=NoCache()), draw(wanted[::-1], store=NoCache())
    assert [d.body for d in one] == [d.body for d in other[::-1]]


def test_drawings_carry_no_look_of_their_own() -> None:
    """The page's style sheet knows every mark; nothing is styled, coloured or named here."""
    sheet = STYLES.read_text(encoding="utf-8")
    for layer in DESIGNS["distribution"].layers:
        if layer.mark != "text":
            assert re.search(rf"\.{layer.css_class}[ ,)]", sheet), layer.css_class
    allowed = {"class", "d", "x", "y", "text-anchor", "font-size"}
    for wanted in distributions():
        for child in list(element(drawn_of(wanted)).iter())[2:]:
            assert set(child.attrib) <= allowed
    assert max(len(drawn_of(wanted).body) for wanted in distributions()) < 6000


@pytest.mark.parametrize(
    "changed",
    [
        {"bins": (), "titles": ()},
        {"titles": ("a", "b")},
        {"bins": ((0, 50, 0), (50, 75, 0), (75, 100, 0))},
        {"bins": ((0, 50, 1), (50, 75, -1), (75, 100, 2))},
        {"bins": ((0, 50, 1), (40, 75, 1), (75, 100, 2))},
        {"bins": ((0, 50, 1), (75, 100, 1), (50, 75, 2))},
        {"bins": ((0, 50, 1), (50, 50, 1), (75, 100, 2))},
        {"bins": ((0, 50, 1), (50, 75, 1), (75, float("inf"), 2))},
        {"domain": (0, 99)},
        {"domain": (100, 0)},
        {"median": 101},
        {"median": float("nan")},
        {"fifths": (20, 101)},
        {"titles": ("a", "\x00", "c")},
        {"median_label": "\x1b"},
        {"unit_short": "\ud800"},
    ],
)
def test_distributions_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """Nothing to draw, bins that overlap, places outside of the axis, control characters."""
    with pytest.raises(AssertionError):
        request(**changed)
