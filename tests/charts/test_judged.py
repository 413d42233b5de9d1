"""Ranges, funnels and matrices: shapes, titles, the area that is marked, what is refused."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from quipu.charts import (
    ChartRequest,
    Drawing,
    FunnelPoint,
    FunnelRequest,
    Mark,
    MatrixAxis,
    MatrixPoint,
    MatrixRequest,
    NoCache,
    RangeRow,
    RangesRequest,
    Shape,
    finish,
    highlight_matrix,
)
from quipu.charts.designs import DESIGNS, FONT_SIZE
from quipu.charts.funnel import clipped
from quipu.charts.vega import frame_of
from tests.charts.drawn import draw
from tests.charts.judged import funnels, judged, matrices, ranged
from tests.charts.requests import HARD

SVG = "{http://www.w3.org/2000/svg}"
STYLES = Path(__file__).resolve().parents[2] / "templates/assets/charts.css"
PHONE = 312
"""CSS pixels of a wide drawing on the narrowest screens: the sheet gives it the margins too."""


@pytest.fixture(scope="module")
def drawings() -> dict[ChartRequest, Drawing]:
    """Return every sample, drawn once."""
    return dict(zip(judged(), draw(judged(), store=NoCache()), strict=True))


def element(drawing: Drawing) -> ET.Element:
    """Return a finished drawing, read back."""
    text = finish(drawing, uid="c-1", title="Título", description="")
    return ET.fromstring(text)  # noqa: S314 (our own output)


def texts(drawing: Drawing, name: str = "text") -> Counter[str]:
    """Return the texts or titles of a drawing, but for its own name."""
    return Counter(e.text or "" for e in element(drawing).iter(SVG + name) if e.text != "Título")


def row(**changed: object) -> RangeRow:
    """Return a good row, but for what is changed."""
    good = RangeRow(
        area="A", label="A", value_text="1", low=0.25, mid=0.5, high=0.75, mark="same", title="t"
    )
    return replace(good, **changed)  # type: ignore[arg-type]


def ranges_request(**changed: object) -> RangesRequest:
    """Return a good request, but for what is changed."""
    return replace(RangesRequest(rows=(row(), row()), domain=(0, 1)), **changed)  # type: ignore[arg-type]


def funnel_request(**changed: object) -> FunnelRequest:
    """Return a good request, but for what is changed."""
    good = FunnelRequest(
        points=(FunnelPoint(area="A", x=1, y=1, mark="up", title="t"),),
        x_domain=(0, 2),
        y_domain=(0, 2),
        benchmark=1,
        benchmark_label="b",
        lower_95=(),
        upper_95=((0, 2), (2, 1)),
        lower_998=(),
        upper_998=(),
        x_ticks=((0, "0"), (2, "2")),
        y_ticks=(),
    )
    return replace(good, **changed)  # type: ignore[arg-type]


def point(**changed: object) -> MatrixPoint:
    """Return a good point, but for what is changed."""
    good = MatrixPoint(
        area="PE-CUS",
        label="CUS",
        title="Cusco",
        x=50,
        y=40,
        x_low=45,
        x_high=55,
        y_low=30,
        y_high=60,
        css="cat-a",
        shape="square",
    )
    return replace(good, **changed)  # type: ignore[arg-type]


def axis(**changed: object) -> MatrixAxis:
    """Return a good axis, but for what is changed."""
    good = MatrixAxis(cuts=((100 / 3, ""), (200 / 3, "")), low="", high="", title="")
    return replace(good, **changed)  # type: ignore[arg-type]


def matrix_request(**changed: object) -> MatrixRequest:
    """Return a good request, but for what is changed."""
    good = MatrixRequest(x=axis(), y=axis(), cells=((0, 0, "A"),), points=(point(),))
    return replace(good, **changed)  # type: ignore[arg-type]


def test_no_two_judgements_have_one_shape() -> None:
    """Nobody needs to see colours: marks and categories differ by their symbols."""
    for kind, names in {
        "ranges": get_args(Mark),
        "funnel": get_args(Mark),
        "matrix": [shape.replace("-", "_") for shape in get_args(Shape)],
    }.items():
        frame = frame_of(kind, NoCache())
        assert len({frame[name].symbol for name in names}) == len(names)
    limits = re.findall(r"c-limit[^{]*\{[^}]*dasharray: ([\d. ]+)", STYLES.read_text("utf-8"))
    assert len(set(limits)) == 2


def test_every_mark_and_line_has_a_style() -> None:
    """Whatever is drawn without a style of its own is black, or not there."""
    sheet = STYLES.read_text(encoding="utf-8")
    for kind in ("ranges", "funnel", "matrix"):
        assert f".chart-{kind}" in sheet
        for layer in DESIGNS[kind].layers:
            if layer.mark != "text":
                assert re.search(rf"\.{layer.css_class}[ ,)]", sheet), layer.css_class


def test_letters_can_be_read_on_a_phone() -> None:
    """At least eleven pixels on a screen of 320."""
    for kind in ("ranges", "funnel", "matrix"):
        assert FONT_SIZE * PHONE / DESIGNS[kind].width >= 11


def test_every_text_comes_back_as_it_went_in(drawings: dict[ChartRequest, Drawing]) -> None:
    """Hostile ones too: labels, titles, words of the axes and cells."""
    for ranges in ranged():
        found = texts(drawings[ranges])
        words = [ranges.low_label, ranges.high_label, *(r.value_text for r in ranges.rows)]
        assert Counter(word for word in words if word) <= found
        titles = [r.title for r in ranges.rows if r.title]
        assert texts(drawings[ranges], "title") == Counter(titles)
    for funnel in funnels():
        found = texts(drawings[funnel])
        words = [funnel.benchmark_label, funnel.x_title, funnel.y_title]
        words += [text for _, text in (*funnel.x_ticks, *funnel.y_ticks)]
        words += [p.label for p in funnel.points]
        assert Counter(word for word in words if word) == found
        assert texts(drawings[funnel], "title") == Counter(p.title for p in funnel.points)
    for matrix in matrices():
        found = texts(drawings[matrix])
        words = [text for axis in (matrix.x, matrix.y) for _, text in axis.cuts]
        words += [w for axis in (matrix.x, matrix.y) for w in (axis.low, axis.high, axis.title)]
        words += [text for _, _, text in matrix.cells] + [p.label for p in matrix.points]
        assert Counter(word for word in words if word) == found
        assert texts(drawings[matrix], "title") == Counter(p.title for p in matrix.points)


def test_the_same_request_gives_the_same_bytes(drawings: dict[ChartRequest, Drawing]) -> None:
    """Frames drawn anew, charts drawn anew."""
    again = draw(judged(), store=NoCache())
    assert [d.body.encode() for d in again] == [d.body.encode() for d in drawings.values()]


def test_a_row_without_a_span_has_its_point_alone(drawings: dict[ChartRequest, Drawing]) -> None:
    """As many spans as rows with ends, as many points as rows."""
    for request in ranged():
        drawn = element(drawings[request])
        spans = [e.get("d", "").count("M") for e in drawn.iter() if e.get("class") == "c-span"]
        assert sum(spans) == sum(r.low is not None for r in request.rows)
        classes = Counter(e.get("class", "")[2:] for e in drawn.iter())
        marks = Counter(r.mark for r in request.rows)
        assert {mark: classes[mark] for mark in marks} == marks


def test_spans_and_points_stand_at_their_values() -> None:
    """From the low end to the high end; the reference at its own place."""
    rows = (row(low=0, mid=0.25, high=1, mark="same"), row(mid=0.5, mark="same"))
    request = ranges_request(rows=rows, reference=0.5, domain=(-1, 1))
    (drawing,) = draw([request], store=NoCache())
    drawn = element(drawing)
    found = {e.get("class"): e.get("d") for e in drawn.iter(f"{SVG}path")}
    assert found["c-span"] == "M205 33H274M222.25 55H256.75"
    assert found["c-reference"] == "M239.5 18.7V66"
    assert [e.get("cx") for e in drawn.iter(f"{SVG}circle")] == ["222.25", "239.5"]


def test_a_funnel_stands_at_its_values() -> None:
    """Areas, the benchmark and all four limits."""
    ends = {"lower_95": 0.0, "upper_95": 1.5, "lower_998": 0.5, "upper_998": 2.0}
    limits = {name: ((0.0, y), (2.0, 1.0)) for name, y in ends.items()}
    (drawing,) = draw([funnel_request(**limits)], store=NoCache())
    drawn = element(drawing)
    found = {e.get("class"): e.get("d") for e in drawn.iter(f"{SVG}path")}
    assert found["c-benchmark"] == "M52 141H350"
    assert found["c-limit-95"] == "M52 256L350 141M52 83.5L350 141"
    assert found["c-limit-998"] == "M52 198.5L350 141M52 26L350 141"
    (area,) = (e for e in drawn.iter() if e.get("class") == "c-up")
    assert area.get("transform") == "translate(201 141)"


def test_rows_grow_a_drawing_and_words_below_need_room() -> None:
    """A row is a row high; words below take one more."""
    one, two = ranges_request(), ranges_request(rows=(row(),) * 3)
    three = replace(two, low_label="1.º")
    heights = [d.height for d in draw([one, two, three], store=NoCache())]
    assert heights[1] - heights[0] == heights[2] - heights[1] == 22


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        ((), []),
        (((0, 5),), []),
        (((0, 5), (1, 6)), [[(0, 5), (1, 6)]]),
        (((0, 20), (2, 0)), [[(1, 10), (2, 0)]]),
        (((0, 5), (1, 15), (2, 5)), [[(0, 5), (0.5, 10)], [(1.5, 10), (2, 5)]]),
        (((0, -10), (3, 20)), [[(1, 0), (2, 10)]]),
        (((0, 11), (1, 12), (2, 11)), []),
        (((0, 11), (1, 11)), []),
        (((0, 10), (1, 10), (2, 0)), [[(0, 10), (1, 10), (2, 0)]]),
    ],
)
def test_a_limit_ends_where_it_leaves_the_field(
    curve: tuple[tuple[float, float], ...], expected: list[list[tuple[float, float]]]
) -> None:
    """At the very edge, and it begins anew where it comes back."""
    assert clipped(curve, (0, 10)) == expected


def test_the_marks_of_an_area_are_found() -> None:
    """Whiskers, label and point in one group at the end; nothing lost and nothing added."""
    for request in matrices():
        (drawing,) = draw([request], store=NoCache())
        for area in request.points:
            marked = highlight_matrix(drawing, area.area)
            drawn = element(marked)
            assert drawn.get("class") == "chart chart-matrix is-own"
            own = drawn[-1]
            assert own.get("class") == "own"
            assert [e.text for e in own.iter(f"{SVG}title")] == [area.title]
            assert [e.text for e in own.iter(f"{SVG}text")] == [area.label] * bool(area.label)
            whiskers = sum(e.get("class") == "c-whisker" for e in own.iter())
            assert whiskers == (area.x_low is not None) + (area.y_low is not None)
            assert own[-1].get("class") == area.css
            before, after = Counter(pieces(drawing)), Counter(pieces(marked))
            assert after - before == Counter({'<g class="own">': 1, "</g>": 1})
            assert not before - after


def pieces(drawing: Drawing) -> list[str]:
    """Return the tags and texts of a drawing."""
    return re.findall(r"<[^>]*>|[^<]+", drawing.body)


def test_the_shared_matrix_stays_as_it_is() -> None:
    """A highlight is another drawing; none for an area that is not there, and none upon another."""
    (drawing,) = draw([matrix_request()], store=NoCache())
    body = drawing.body
    marked = highlight_matrix(drawing, "PE-CUS")
    assert marked.body != drawing.body == body
    assert "own" not in body
    assert element(drawing).get("class") == "chart chart-matrix"
    assert highlight_matrix(drawing, "PE-XXX") is drawing
    assert highlight_matrix(marked, "PE-CUS") is marked


def test_places_on_the_field_follow_the_values() -> None:
    """0 is at the lower left, 100 at the upper right; whiskers cross at the point."""
    areas = [point(area=f"A{n}", x=n, y=n, x_low=0, x_high=100) for n in (0, 50, 100)]
    request = matrix_request(points=tuple(replace(a, y_low=0, y_high=100) for a in areas))
    (drawing,) = draw([request], store=NoCache())
    drawn = element(drawing)
    symbols = [e for e in drawn.iter() if e.get("class") == "c-point"]
    assert [e.get("transform") for e in symbols] == [
        "translate(40 336)",
        "translate(196 180)",
        "translate(352 24)",
    ]
    whiskers = [e.get("d") for e in drawn.iter() if e.get("class") == "c-whisker"]
    assert whiskers[2:4] == ["M40 180H352", "M196 336V24"]


def test_letters_of_cells_give_way_to_the_areas() -> None:
    """Upper left as a rule; in another corner where an area stands there."""
    places = {}
    for n, (x, y) in enumerate([(50, 50), (4, 96)]):
        request = matrix_request(cells=((0, 2, "A"),), points=(point(x=x, y=y),))
        (drawing,) = draw([request], store=NoCache())
        drawn = element(drawing)
        (cell,) = (e[0] for e in drawn.iter(f"{SVG}g") if e.get("class") == "c-cell")
        places[n] = float(cell.get("x", "")), float(cell.get("y", ""))
    assert places[0] == pytest.approx((46, 40))
    assert places[1] == pytest.approx((128.9, 40))


def test_a_matrix_is_small(drawings: dict[ChartRequest, Drawing]) -> None:
    """Every page of an area holds one."""
    full = [drawings[r] for r in matrices() if len(r.points) == 25]
    assert full != []
    assert max(len(d.body) for d in full) < 16_000


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": (row(),)},
        {"rows": (row(),) * 61},
        {"domain": (0, 0.6)},
        {"domain": (1, 0)},
        {"reference": 2},
        {"reference_label": "\x00"},
        {"high_label": "\x1b"},
    ],
)
def test_ranges_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """Too few rows, too many, numbers outside, control characters."""
    with pytest.raises(AssertionError):
        ranges_request(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"low": None},
        {"high": None},
        {"low": 0.6},
        {"high": 0.4},
        {"mid": float("nan")},
        {"high": float("inf")},
        {"title": "\x00"},
    ],
)
def test_rows_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """A point outside of its span, a span with one end, what is no number."""
    with pytest.raises(AssertionError):
        row(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"x_domain": (0, 0.5)},
        {"y_domain": (1.5, 2)},
        {"y_domain": (2, 2)},
        {"benchmark": 3},
        {"upper_95": ((1, 1), (1, 0))},
        {"lower_95": ((0, 1), (3, 0))},
        {"lower_998": ((0, float("nan")), (1, 0))},
        {"x_ticks": ((2, "2"), (0, "0"))},
        {"y_ticks": ((3, "3"),)},
        {"x_title": "\x00"},
    ],
)
def test_funnels_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """Points outside of the field, limits that turn back, control characters."""
    with pytest.raises(AssertionError):
        funnel_request(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"x": 101},
        {"y": -1},
        {"x_low": None},
        {"y_high": None},
        {"y_low": 70},
        {"x_high": 101},
        {"css": ""},
        {"css": "cat-A"},
        {"css": "9"},
        {"css": 'a"b'},
        {"css": "a b"},
        {"css": "a\n"},
        {"label": "\x00"},
    ],
)
def test_areas_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """Outside of the field, half a whisker, a class that could break out of its attribute."""
    with pytest.raises(AssertionError):
        point(**changed)


@pytest.mark.parametrize(
    "cuts",
    [
        (),
        ((0, ""),),
        ((100, ""),),
        ((50, ""), (40, "")),
        tuple((n, "") for n in (1, 2, 3, 4, 5)),
        ((float("nan"), ""),),
    ],
)
def test_cuts_that_make_no_cells_are_refused(cuts: tuple[tuple[float, str], ...]) -> None:
    """None, five, at an edge, not rising, no number."""
    with pytest.raises(AssertionError):
        axis(cuts=cuts)


@pytest.mark.parametrize(
    "changed",
    [
        {"cells": ((3, 0, "A"),)},
        {"cells": ((0, -1, "A"),)},
        {"cells": ((0, 0, "A"), (0, 0, "B"))},
        {"cells": ((0, 0, "\x00"),)},
        {"points": (point(), point())},
    ],
)
def test_matrices_that_cannot_be_drawn_are_refused(changed: dict[str, object]) -> None:
    """Cells that are not there, cells and areas that are there twice."""
    with pytest.raises(AssertionError):
        matrix_request(**changed)


def test_hostile_words_stay_words() -> None:
    """Nothing in a label, a title or a word of an axis becomes an element."""
    wanted = matrix_request(
        points=(point(label=HARD, title='"><script>'),), x=axis(low="</g>", title="<svg>")
    )
    (drawing,) = draw([wanted], store=NoCache())
    drawn = element(drawing)
    assert {e.tag.removeprefix(SVG) for e in drawn.iter()} == {"svg", "title", "g", "text", "path"}
