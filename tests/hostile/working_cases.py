"""Guides and templates that are broken in one way each."""

from __future__ import annotations

from tests.hostile.case import Case, on_line
from tests.roots import both, write

_GUIDE = "content/guides/guia.es.md"
_TEMPLATE = "content/templates/acta.es.md"
_WHOLE = "---\ntitle: a\nsummary: b\n---\n"


def _text(name: str, path: str, text: str, code: str, line: int, column: int = 0) -> Case:
    """A text to work with, with a whole one in the other language."""
    other = write(path.replace(".es.", ".en."), _WHOLE)
    return on_line(name, path, line, both(other, write(path, text)), code, column)


CASES = (
    _text("guide without a summary", _GUIDE, "---\ntitle: a\n---\n", "E405", 1),
    _text("guide with a date", _GUIDE, "---\ntitle: a\nsummary: b\ndate: 2025\n---\n", "E406", 4),
    _text("template with a script", _TEMPLATE, f"{_WHOLE}<script>\n", "E408", 5, 1),
    _text("template with an image", _TEMPLATE, f"{_WHOLE}![a](https://b.example)\n", "E416", 5, 1),
    _text("template with a hidden sign", _TEMPLATE, f"{_WHOLE}a &#8203; b\n", "E102", 5, 3),
    _text("minutes with a private address", _TEMPLATE, f"{_WHOLE}a@correo.example\n", "E626", 5, 1),
    _text("minutes with a document number", _TEMPLATE, f"{_WHOLE}DNI 12345678\n", "E233", 5, 1),
    _text("template that accuses", _TEMPLATE, f"{_WHOLE}funcionarios corruptos\n", "W627", 5, 14),
    _text("guide still to be written", _GUIDE, f"{_WHOLE}POR COMPLETAR\n", "W851", 5, 1),
)
