"""Pure. How numbers and texts are written in SVG, and how a drawing becomes an element."""

from __future__ import annotations

import re
from html import escape

from quipu.charts.model import Drawing, clean

UID = "\ue000"
"""Stands in a body for the id that `finish` is given: no checked text holds it."""

_PLAIN = re.compile(r"[ !#$%(-;=?-~\xa0-\u024f\u2010-\u2027]*")
"""Texts of letters, digits and marks that need no look: neither checked nor escaped further."""

_SAFE_UID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def number(value: float) -> str:
    """Write a length or position: at most two decimals, no trailing or leading zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    # A drawing holds dozens of them, and hardly any begins with a zero or a sign.
    if text[0] > "0":
        return text
    if text == "-0":
        return "0"
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0."):
        return "-" + text[2:]
    return text


def text_of(text: str) -> str:
    """Escape a text for element content and double-quoted attributes."""
    if _PLAIN.fullmatch(text):
        return text
    clean(text)
    return escape(text.replace(UID, "\ufffd"), quote=True)


def finish(drawing: Drawing, *, uid: str, title: str, description: str) -> str:
    """Name a drawing, so that it can stand in a page and be read aloud.

    Args:
        drawing: From `draw` or one of the pure functions of this package.
        uid: Unique in the page; letters, digits, ``-`` and ``_``, a letter first.
        title: What the chart shows; plain text.
        description: What can be seen in it; plain text; may be empty.

    Returns:
        One ``<svg>`` element with no style, script or colour of its own; ``role="img"``, or
        ``role="group"`` where it holds links, which must stay reachable.

    Raises:
        AssertionError: *uid* would not do as an id, or a text holds a control character.
    """
    if _SAFE_UID.fullmatch(uid) is None:
        raise AssertionError(f"not an id: {uid!r}")
    named = f"{uid}-t {uid}-d" if description else f"{uid}-t"
    state = f" {drawing.state}" if drawing.state else ""
    desc = f'<desc id="{uid}-d">{text_of(description)}</desc>' if description else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{drawing.kind}{state}"'
        f' viewBox="0 0 {drawing.width} {drawing.height}"'
        f' role="{"group" if drawing.has_links else "img"}" aria-labelledby="{named}">'
        f'<title id="{uid}-t">{text_of(title)}</title>{desc}'
        f"{drawing.body.replace(UID, uid)}</svg>"
    )
