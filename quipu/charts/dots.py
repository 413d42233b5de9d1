"""Pure. Rankings: a row an area, in the order given, with a dot or a bar and the value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quipu.charts.frame import Affine, Item, affine, only, read_frame
from quipu.charts.model import DotRow, DotsRequest, Drawing
from quipu.charts.specs import DOTS_WIDTH, JSON, ROW_HEIGHT, bind
from quipu.charts.svg import number, text_of
from quipu.charts.trend import ANCHORS, alignment
from quipu.charts.words import cut, room_for, text_width

_WIDEST_LABEL = 152
_WIDEST_VALUE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsFrame:
    """What Vega drew around the marks of any ranking with columns of these widths."""

    guides: tuple[Item, Item]
    """Of the first and the second row; their centres are where a row stands."""
    reference: Item
    bar: Item
    dots: tuple[Item, Item]
    """At the low end in the first row, at the high end in the second."""
    label: Item
    value: Item
    reference_label: Item
    end_label: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsLayout:
    """The columns and rows of a ranking."""

    left: int
    """Where the scale starts."""
    right: int
    """Where the scale ends."""
    top: int
    """Where the first row starts: there is room above for the labels of the references."""
    bottom: int
    """Where the last row ends."""
    height: int


def layout(request: DotsRequest) -> DotsLayout:
    """Choose how much room names and values get."""
    labels = max((text_width(row.label) for row in request.rows), default=0)
    values = max((text_width(row.value_label) for row in request.rows), default=0)
    top = ROW_HEIGHT if any(label for _, label in request.reference) else 2
    bottom = top + ROW_HEIGHT * len(request.rows)
    return DotsLayout(
        left=room_for(min(labels, _WIDEST_LABEL) + 14),
        right=DOTS_WIDTH - room_for(min(values, _WIDEST_VALUE) + 14),
        top=top,
        bottom=bottom,
        height=bottom + (20 if any(request.domain_labels) else 4),
    )


def _parameters(chosen: DotsLayout, domain: tuple[float, float]) -> dict[str, object]:
    return {
        "low": domain[0],
        "high": domain[1],
        "left": chosen.left,
        "right": chosen.right,
        "top": chosen.top,
        "bottom": chosen.bottom,
    }


def bound(spec: JSON, request: DotsRequest) -> JSON:
    """The Altair chart with all rows of a request."""
    chosen = layout(request)
    place = affine(request.domain, chosen.left, chosen.right)
    rows: list[JSON] = [
        {
            "row": index,
            "label": _name(row, chosen),
            "value": row.value,
            "value_label": row.value_label,
            "mark": "none" if row.value is None else "bar" if request.zero_based else "dot",
        }
        for index, row in enumerate(request.rows)
    ]
    notes = {
        "references": request.reference,
        "ends": tuple(zip(request.domain, request.domain_labels, strict=True)),
    }
    data = {
        name: [
            {"value": at, "label": text, "align": alignment(place(at), text, DOTS_WIDTH)}
            for at, text in pairs
        ]
        for name, pairs in notes.items()
    }
    return bind(spec, data={"rows": rows, **data}, values=_parameters(chosen, request.domain))


def probe(spec: JSON, left: int, right: int) -> JSON:
    """The chart that shows where everything stands: two rows, one value at each end."""
    chosen = DotsLayout(left=left, right=right, top=0, bottom=2 * ROW_HEIGHT, height=0)
    sample: JSON = {"label": "0", "value_label": "0"}
    rows = [
        {**sample, "row": 0, "value": 0, "mark": "dot"},
        {**sample, "row": 1, "value": 1, "mark": "dot"},
        {**sample, "row": 0, "value": 1, "mark": "bar"},
    ]
    note = [{"value": 0, "label": "0", "align": "center"}]
    data = {"rows": rows, "references": note, "ends": note}
    return bind(spec, data=data, values=_parameters(chosen, (0, 1)))


def read(svg: str) -> DotsFrame:
    """Read the frame out of the drawn probe."""
    items = read_frame(svg)
    first, second, _ = only(items, "c-grid", "line", count=3)
    low, high = only(items, "c-dot", "path", count=2)
    above, below = only(items, "c-text", "text", count=2)
    return DotsFrame(
        guides=(first, second),
        reference=only(items, "c-reference", "line", count=1)[0],
        bar=only(items, "c-bar", "path", count=1)[0],
        dots=(low, high),
        label=only(items, "c-label", "text", count=3)[0],
        value=only(items, "c-value", "text", count=3)[0],
        reference_label=above,
        end_label=below,
    )


def stamp(frame: DotsFrame, chosen: DotsLayout, request: DotsRequest) -> Drawing:
    """Write a ranking: Vega's frame with the rows of the request."""
    low, high = frame.dots
    place = affine(request.domain, low.x, high.x)
    first, second = frame.guides
    down = affine((0, 1), chosen.top + first.y, chosen.top + second.y)
    centres = [down(index) for index in range(len(request.rows))]
    start, long = number(first.x), number(first.x2)
    guides = "".join(f"M{start},{number(y)}h{long}" for y in centres)
    marks = _bars if request.zero_based else _dots
    parts = [
        f'<path class="c-grid" d="{guides}"/>' if guides else "",
        _references(frame, chosen, request, place),
        *(marks(frame, request, place, centres, class_) for class_ in ("", "c-median")),
        _texts("c-label", frame.label, first, [_name(row, chosen) for row in request.rows], centres),
        _texts("c-value", frame.value, first, [row.value_label for row in request.rows], centres),
        _ends(frame, chosen, request, place),
    ]
    return Drawing(
        kind="dots",
        width=DOTS_WIDTH,
        height=chosen.height,
        body="".join(parts),
        spots={
            row.code: (place(row.value) if row.value is not None else -1.0, y)
            for row, y in zip(request.rows, centres, strict=True)
        },
        own_mark=_own_mark(frame, request, place),
    )


def _name(row: DotRow, chosen: DotsLayout) -> str:
    return cut(row.label, chosen.left - 14)


def _references(frame: DotsFrame, chosen: DotsLayout, request: DotsRequest, place: Affine) -> str:
    if not request.reference:
        return ""
    top, bottom = number(chosen.top), number(chosen.bottom)
    lines = "".join(f"M{number(place(at))},{top}V{bottom}" for at, _ in request.reference)
    y = chosen.top + frame.reference_label.y
    return f'<path class="c-reference" d="{lines}"/>' + _notes(request.reference, place, y)


def _ends(frame: DotsFrame, chosen: DotsLayout, request: DotsRequest, place: Affine) -> str:
    y = chosen.bottom + frame.end_label.y - 2 * ROW_HEIGHT
    return _notes(tuple(zip(request.domain, request.domain_labels, strict=True)), place, y)


def _notes(notes: tuple[tuple[float, str], ...], place: Affine, y: float) -> str:
    """Texts on one line, each at its value."""
    words = "".join(
        f'<text x="{number(place(at))}" y="{number(y)}"'
        f' text-anchor="{ANCHORS[alignment(place(at), text, DOTS_WIDTH)]}">{text_of(text)}</text>'
        for at, text in notes
        if text
    )
    return f'<g class="c-text">{words}</g>' if words else ""


def _texts(class_: str, sample: Item, guide: Item, texts: list[str], centres: list[float]) -> str:
    """A column of texts."""
    down = sample.y - guide.y
    words = "".join(
        f'<text x="{number(sample.x)}" y="{number(y + down)}">{text_of(text)}</text>'
        for text, y in zip(texts, centres, strict=True)
        if text
    )
    anchor = f' text-anchor="{sample.anchor}"' if sample.anchor != "start" else ""
    return f'<g class="{class_}"{anchor}>{words}</g>' if words else ""


def _dots(
    frame: DotsFrame, request: DotsRequest, place: Affine, centres: list[float], class_: str
) -> str:
    radius = number(frame.dots[0].radius)
    dots = "".join(
        f'<circle cx="{number(place(row.value))}" cy="{number(y)}" r="{radius}"/>'
        for row, y in zip(request.rows, centres, strict=True)
        if row.value is not None and row.class_ == class_
    )
    return f'<g class="{class_ or "c-dot"}">{dots}</g>' if dots else ""


def _bars(
    frame: DotsFrame, request: DotsRequest, place: Affine, centres: list[float], class_: str
) -> str:
    """Bars from zero, all of a class in one path."""
    up, thick = _bar_shape(frame)
    zero = place(0)
    bars = "".join(
        f"M{number(min(zero, end))},{number(y + up)}h{number(abs(end - zero))}v{thick}"
        f"H{number(min(zero, end))}z"
        for row, y in zip(request.rows, centres, strict=True)
        if row.value is not None and row.class_ == class_
        for end in (place(row.value),)
    )
    return f'<path class="{class_ or "c-bar"}" d="{bars}"/>' if bars else ""


def _bar_shape(frame: DotsFrame) -> tuple[float, str]:
    """How far above the centre of its row a bar starts (negative), and how thick it is."""
    _, y, _, thick, *_ = frame.bar.numbers
    return frame.bar.y + y - frame.guides[0].y, number(thick)


def _own_mark(frame: DotsFrame, request: DotsRequest, place: Affine) -> str:
    """The highlighted mark; ``{x}`` and ``{y}`` are the end of the bar or the centre of the dot."""
    if not request.zero_based:
        return f'<circle class="c-own" cx="{{x}}" cy="{{y}}" r="{number(frame.dots[0].radius)}"/>'
    _, thick = _bar_shape(frame)
    return f'<path class="c-own-bar" stroke-width="{thick}" d="M{number(place(0))},{{y}}H{{x}}"/>'


def highlight_row(drawing: Drawing, code: str) -> Drawing:
    """Mark one area's row of a ranking chart: a band behind it, its dot or bar in front.

    Returns:
        A new drawing; the same one when the area has no row.
    """
    spot = drawing.spots.get(code)
    if spot is None:
        return drawing
    x, y = spot
    band = (
        f'<rect class="c-band" y="{number(y - ROW_HEIGHT / 2)}"'
        f' width="{drawing.width}" height="{ROW_HEIGHT}"/>'
    )
    mark = drawing.own_mark.replace("{x}", number(x)).replace("{y}", number(y)) if x >= 0 else ""
    return replace(drawing, body=band + drawing.body + mark)
