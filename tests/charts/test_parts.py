"""Scales, labels, highlights, maps and what stands in a page."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.charts import (
    ChartRequest,
    Drawing,
    MapRequest,
    NoCache,
    NumberStyle,
    StripRequest,
    TileRequest,
    TrendSize,
    draw_map,
    finish,
    frame_of,
    highlight_strip,
    map_svg,
    place_tiles,
    tile_svg,
)
from quipu.charts.designs import FONT_SIZE
from quipu.charts.frame import Stamp
from quipu.charts.model import Geometry
from quipu.charts.scale import label, tick_decimals, ticks
from quipu.charts.svg import number
from tests.charts.drawn import draw
from tests.charts.judged import judged
from tests.charts.requests import HARD, PERU, SPAIN, rankings, strips, trends

SVG = "{http://www.w3.org/2000/svg}"


def element(drawing: Drawing, title: str = "Título", description: str = "") -> ET.Element:
    """Return a finished drawing, read back."""
    text = finish(drawing, uid="c-1", title=title, description=description)
    return ET.fromstring(text)  # noqa: S314 (our own output)


def axis(numbers: NumberStyle = PERU, unit: str = "", *, is_prefix: bool = False) -> StripRequest:
    """Return something with an axis."""
    return StripRequest(
        domain=(0, 1),
        values=(),
        median=None,
        numbers=numbers,
        decimals=0,
        unit_short=unit,
        unit_is_prefix=is_prefix,
    )


_LOW = st.floats(-1e11, 1e11, allow_nan=False).map(lambda value: round(value, 6))
_WIDTH = st.floats(1e-4, 1e11, allow_nan=False)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(low=_LOW, width=_WIDTH, count=st.integers(2, 6))
def test_ticks_lie_inside_the_domain(low: float, width: float, count: int) -> None:
    """At least two round values, rising, that their labels tell apart."""
    # Doubles do not tell values apart that differ after their fifteenth digit.
    domain = (low, low + max(width, abs(low) * 1e-6))
    found = ticks(domain, count)
    slack = (domain[1] - domain[0]) * 1e-6
    assert 2 <= len(found) <= 2 * count + 4
    assert found == sorted(set(found))
    assert domain[0] - slack <= found[0]
    assert found[-1] <= domain[1] + slack
    if max(map(abs, domain)) < 1e7:
        decimals = tick_decimals(found)
        assert len({label(value, axis(), decimals) for value in found}) == len(found)


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ((0, 100), [0, 50, 100]),
        ((0, 1), [0, 0.5, 1]),
        ((-10, 10), [-10, 0, 10]),
        ((2, 3), [2, 2.5, 3]),
        ((0, 1e11), [0, 5e10, 1e11]),
    ],
)
def test_ticks_are_round(domain: tuple[float, float], expected: list[float]) -> None:
    """Steps of 1, 2 or 5 by powers of ten."""
    assert ticks(domain, 3) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "decimals", "numbers", "unit", "is_prefix", "expected"),
    [
        (1234.5, 1, PERU, "", False, "1,234.5"),
        (1234.5, 1, SPAIN, "", False, "1.234,5"),
        (72.25, 1, PERU, "%", False, "72.2\u00a0%"),
        (1500, 0, PERU, "S/", True, "S/\u00a01,500"),
        (-0.001, 2, PERU, "", False, "0.00"),
        (-12.5, 1, PERU, "", False, "-12.5"),
        (9_999_999, 0, PERU, "", False, "9,999,999"),
        (2_158_900_000, 0, PERU, "", False, "2,159\u00a0M"),
        (1e11, 2, SPAIN, "S/", True, "S/\u00a0100.000\u00a0M"),
    ],
)
def test_labels_are_written_as_in_peru(
    value: float, decimals: int, numbers: NumberStyle, unit: str, is_prefix: bool, expected: str
) -> None:
    """Marks come from the style; large numbers are in millions; a zero has no sign."""
    assert label(value, axis(numbers, unit, is_prefix=is_prefix), decimals) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (-0.001, "0"),
        (0.5, ".5"),
        (-0.25, "-.25"),
        (10, "10"),
        (1.005, "1"),
        (3.14159, "3.14"),
    ],
)
def test_lengths_are_short(value: float, expected: str) -> None:
    """At most two decimals and no idle zeros."""
    assert number(value) == expected


def test_the_highlight_marks_the_right_place() -> None:
    """One circle at the value of the area; the shared drawing stays as it is."""
    for request, drawing in zip(strips(), draw(list(strips()), store=NoCache()), strict=True):
        code, value = request.values[-1]
        marked = element(highlight_strip(drawing, code))
        (circle,) = (e for e in marked.iter(f"{SVG}circle") if e.get("class") == "c-own")
        low, high = request.domain
        assert float(circle.get("cx", "")) == pytest.approx(
            8 + 304 * (value - low) / (high - low), abs=0.01
        )
        assert "c-own" not in drawing.body
        assert highlight_strip(drawing, "nowhere") is drawing


SQUARES = {"N": (0, 5, 5, 10), "S": (0, 0, 5, 5), "E": (5, 5, 10, 10), "T": (-1.2, 4.9, -1.0, 5.1)}


def topology(boxes: dict[str, tuple[float, float, float, float]]) -> dict[str, object]:
    """Return boxes (west, south, east, north) as TopoJSON, clockwise as d3 wants them."""
    arcs = [[[w, s], [w, n], [e, n], [e, s], [w, s]] for w, s, e, n in boxes.values()]
    shapes = [{"type": "Polygon", "id": c, "arcs": [[i]]} for i, c in enumerate(boxes)]
    group = {"type": "GeometryCollection", "geometries": shapes}
    return {"type": "Topology", "objects": {"areas": group}, "arcs": arcs}


@pytest.fixture(scope="module")
def geometry() -> Geometry:
    """Return three squares and a tiny area, drawn by Vega."""
    request = MapRequest(topojson=topology(SQUARES), object_name="areas")
    return draw_map(request, store=NoCache())


def test_every_area_has_an_outline(geometry: Geometry) -> None:
    """Paths of whole numbers, inside the drawing, and square where the outline is."""
    assert set(geometry.paths) == set(SQUARES)
    for path in geometry.paths.values():
        assert re.fullmatch(r"(M\d+ \d+l-?\d+[ -]\d[\d -]*z)+", path)
    starts = {c: [int(n) for n in re.findall(r"\d+", p)[:2]] for c, p in geometry.paths.items()}
    assert starts["N"][0] < starts["E"][0]
    assert starts["N"][1] < starts["S"][1]


def test_a_tiny_area_is_shown_again_larger(geometry: Geometry) -> None:
    """The inset lies inside the drawing and magnifies the small area."""
    (inset,) = geometry.insets
    assert "T" in inset.shown
    x, y, width, height = inset.box
    assert min(x, y) >= 0
    assert x + width <= geometry.width
    assert y + height <= geometry.height
    assert width > inset.window[2]


def test_areas_without_a_value_are_hatched(geometry: Geometry) -> None:
    """The hatching is a pattern of the same drawing; other areas have a class and no fill."""
    drawing = map_svg(geometry, classes={"N": "q5", "S": "q-none"}, titles={"N": HARD}, own="N")
    drawn = element(drawing)
    (pattern,) = drawn.iter(f"{SVG}pattern")
    paths = [e for e in drawn.iter(f"{SVG}path") if re.match(r"q[-\d]", e.get("class", ""))]
    fills = {e.get("class", ""): e.get("fill") for e in paths}
    assert fills["q-none"] == f"url(#{pattern.get('id')})"
    assert fills["q5 q-own"] is None
    assert [e.text for e in drawn.iter(f"{SVG}title")].count(HARD) == 1
    assert drawn.get("role") == "img"


def test_a_map_of_known_areas_has_no_hatching(geometry: Geometry) -> None:
    """What nothing refers to is not written; areas that link make the drawing a group."""
    links = {code: f'../{code}/?a=1&b="2"' for code in SQUARES}
    drawing = map_svg(geometry, classes=dict.fromkeys(SQUARES, "q1"), titles={}, links=links)
    drawn = element(drawing)
    assert list(drawn.iter(f"{SVG}pattern")) == []
    assert [e.get("href") for e in drawn.iter(f"{SVG}a")] == list(links.values())
    assert drawn.get("role") == "group"


def test_tiles_say_label_and_value() -> None:
    """Both texts are escaped; a tile without a value has its label alone."""
    request = TileRequest(tiles=(("A", 0, 0, "<A&"), ("B", 1, 2, "B")))
    grid = place_tiles(request, frame_of("tiles", NoCache()))
    titles = {"A": HARD}
    drawn = element(tile_svg(grid, classes={"A": "q1"}, values={"A": '"1" & <'}, titles=titles))
    assert [e.text for e in drawn.iter(f"{SVG}text")] == ["<A&", '"1" & <', "B"]
    assert [e.text for e in drawn.iter(f"{SVG}title")] == ["Título", HARD, "B"]
    classes = [e.get("class") for e in drawn.iter(f"{SVG}g") if e.get("class")]
    assert classes == ["q1", "q-none"]


def test_names_are_escaped_in_every_place() -> None:
    """Title, description and labels come back as they went in."""
    (drawing,) = draw([list(trends(TrendSize.LARGE))[3]], store=NoCache())
    drawn = element(drawing, title=HARD, description=f"{HARD} 2")
    assert drawn[0].text == HARD
    assert drawn[1].text == f"{HARD} 2"
    assert HARD in [e.text for e in drawn.iter(f"{SVG}text")]


@pytest.mark.parametrize("uid", ["", "1a", "a b", 'a"', "á"])
def test_only_an_id_is_an_id(uid: str) -> None:
    """What could break out of an attribute is refused."""
    with pytest.raises(AssertionError):
        finish(Drawing(kind="strip", width=1, height=1, body=""), uid=uid, title="", description="")


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[2K", "\ud800", "\uffff"])
def test_control_characters_are_refused(text: str) -> None:
    """Nothing that XML cannot hold gets into a drawing."""
    with pytest.raises(AssertionError):
        axis(unit=text)
    with pytest.raises(AssertionError):
        TileRequest(tiles=(("A", 0, 0, text),))


@pytest.mark.parametrize(
    "domain", [(1.0, 1.0), (2.0, 1.0), (float("nan"), 1.0), (0.0, float("inf"))]
)
def test_an_empty_domain_is_refused(domain: tuple[float, float]) -> None:
    """A scale needs two different finite ends."""
    with pytest.raises(AssertionError, match=r"domain|finite"):
        StripRequest(domain=domain, values=(), median=None, numbers=PERU, decimals=0)


def test_the_order_of_requests_changes_no_byte() -> None:
    """Charts are drawn one by one: each is the same in any company."""
    wanted: list[ChartRequest] = [*strips(), *trends(TrendSize.SMALL), *rankings(), *judged()]
    order = random.Random(4).sample(range(len(wanted)), len(wanted))  # noqa: S311 (an order)
    one = draw(wanted, store=NoCache())
    assert [one[n] for n in order] == draw([wanted[n] for n in order], store=NoCache())
    assert len(one) == len(wanted)


def test_drawings_carry_no_look_of_their_own() -> None:
    """No style, colour, font, script or id: the page's style sheet decides."""
    wanted: list[ChartRequest] = [*strips(), *trends(TrendSize.LARGE), *rankings(), *judged()]
    for drawing in draw(wanted, store=NoCache()):
        for child in element(drawing).iter():
            allowed = {"class", "d", "x", "y", "cx", "cy", "r", "transform", "text-anchor"}
            if child.tag in (f"{SVG}svg", f"{SVG}title"):
                continue
            assert set(child.attrib) <= {*allowed, "font-size"}
            assert child.get("font-size", str(FONT_SIZE)) == str(FONT_SIZE)


def test_what_charts_share_is_written_once() -> None:
    """An equal key gives the piece again; so many are kept that no site writes one anew."""
    stamp = Stamp(kind="strip", frame={})
    assert [stamp.once("k", text.upper) for text in "ab"] == ["A", "A"]
    for n in range(2000):
        stamp.once(n, "c".upper)
    assert stamp.once(1999, "d".upper) == "C"
    assert len(stamp.kept) < 2000
    assert stamp.once("k", "b".upper) == "B"


def test_a_shared_ground_changes_no_byte() -> None:
    """Trends of equal scales, drawn together and each alone."""
    for size in TrendSize:
        wanted = [*trends(size, count=8), *trends(size, count=8)]
        together = draw(wanted, store=NoCache())
        for request, drawing in zip(wanted, together, strict=True):
            assert draw([request], store=NoCache()) == [drawing]


def test_strips_are_small() -> None:
    """A page holds dozens of them."""
    for drawing in draw(list(strips()), store=NoCache()):
        assert len(drawing.body) < 1000
