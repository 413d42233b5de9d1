"""Front matter and Markdown to documents."""

from __future__ import annotations

import pytest

from quipu.findings import Finding
from quipu.parse.documents import parse_document


def read(front: str, body: str = "") -> tuple[dict[str, str], list[str]]:
    """Read a page: its front matter and the codes of what was found."""
    findings: list[Finding] = []
    text = f"---\n{front}\n---\n{body}"
    document = parse_document("content/pages/a.es.md", text.encode(), findings)
    assert document is not None
    return dict(document.meta), [finding.code for finding in findings]


@pytest.mark.parametrize("value", ["no", "on", "010", "12:30", "1_000", "~", "null", "2024-01-01"])
def test_values_stay_text(value: str) -> None:
    """What YAML would turn into false, 8 or a date stays as it is written."""
    assert read(f"title: {value}") == ({"title": value}, [])


def test_long_values_fold() -> None:
    """Quotes and folded blocks give one line of text."""
    meta, codes = read('title: "a: b"\ndescription: >-\n  uno\n  dos')
    assert (meta, codes) == ({"title": "a: b", "description": "uno dos"}, [])


@pytest.mark.parametrize(
    "body",
    [
        "Menos de 5 < 6 y 3 > 2.",
        "<https://example.org/a> y <mailto:a@example.org>",
        "[a](https://example.org) [b](mailto:a@example.org) [c](../metodo/index.html#x)",
        "[a]: https://example.org\n\n[texto][a]",
        "Una nota: la corrupción se mide. El mejor dato es el que tiene fuente.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n* * *",
    ],
)
def test_plain_writing_is_no_fault(body: str) -> None:
    """Links, tables, rules and comparisons in words."""
    assert read("title: a", body) == ({"title": "a"}, [])


def test_all_faults_of_a_document() -> None:
    """Front matter and text are both looked at to their end."""
    _, codes = read("titel: a\ntitle: b", "<b>\n\n[a](data:x)\n\n![c](d)")
    assert codes == ["E406", "E408", "E409", "E416"]


def test_a_key_written_otherwise_is_told_once() -> None:
    """That it lacks besides would be the same mistake again."""
    findings: list[Finding] = []
    body = b"---\ntitulo: Acerca\ndescription: Una.\n---\nTexto\n"
    parse_document("content/pages/about.es.md", body, findings)
    assert [finding.code for finding in findings] == ["E406"]
    assert findings[0].params["options"] == "title"
