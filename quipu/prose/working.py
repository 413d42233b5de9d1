"""Pure. Marks of texts that are completed on paper: boxes to tick, blanks to fill in, row headers.

In a text «( )» is a box and «[DOCUMENTO]», in capitals, is a blank: signs that can be typed.
"""

from __future__ import annotations

import re

from markupsafe import Markup

BOX = "\u2610\u00a0"
"""A ballot box, kept on one line with the word after it."""
_TYPED_BOX = re.compile(r"\( \) ?")
_BLANK = re.compile(r"\[[A-ZÁÉÍÓÚÜÑ][^\[\]<>a-záéíóúüñ]*\]")
_FIRST_CELL = re.compile(r"(<tr>\s*)<td>(.+?)</td>")


def with_boxes(text: str) -> str:
    """A text with a sign for each box, be it Markdown or HTML."""
    return _TYPED_BOX.sub(BOX, text)


def with_blanks(html: Markup) -> Markup:
    """HTML in which blanks, and items to tick, can be told apart.

    On paper a blank is a line to write on; the mark of an item that begins with a box is its box.
    """
    told = _BLANK.sub(r'<span class="blank">\g<0></span>', str(html))
    return Markup(told.replace("<li>\u2610", '<li class="tick">\u2610'))  # noqa: S704 (signs of a safe text)


def with_row_headers(html: Markup) -> Markup:
    """HTML of tables whose first cell of each row, unless empty, names the row."""
    return Markup(_FIRST_CELL.sub(r'\1<th scope="row">\2</th>', str(html)))  # noqa: S704 (of a safe text)
