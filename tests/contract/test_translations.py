"""The catalogues hold every text of templates and code, translated, and nothing else."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools import texts

REPOSITORY = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((REPOSITORY / "templates" / "locales").glob("*.po"))
_ASKED = ("_", "plural", "gettext", "ngettext")
_PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every message that templates and code use."""
    return texts.collect(REPOSITORY)


def _forms(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, tuple | list) else (str(value),)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated_and_none_is_left_over(path: Path, template: Catalog) -> None:
    """A text that lacks its translation, or a translation that lacks its text, fails."""
    known = read_po(BytesIO(path.read_bytes()), locale=path.stem)

    wanted = {m.id for m in template if m.id}
    have = {m.id for m in known if m.id and texts.complete(m.string)}

    assert have == wanted


def test_no_text_hides_in_a_formatted_string() -> None:
    """What is asked for inside one is not collected, and so would never be translated."""
    hidden = []
    for path in sorted((REPOSITORY / "quipu").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = (c for c in ast.walk(node) if isinstance(c, ast.Call))
                names = (getattr(c.func, "id", getattr(c.func, "attr", "")) for c in calls)
                hidden += [f"{path.name}:{node.lineno}" for name in names if name in _ASKED]
    assert hidden == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_keep_placeholders(path: Path) -> None:
    """What is filled in at run time has the same names in every language."""
    for message in read_po(BytesIO(path.read_bytes()), locale=path.stem):
        if not message.id:
            continue
        wanted = {p for form in _forms(message.id) for p in _PLACEHOLDER.findall(form)}
        for form in _forms(message.string):
            assert set(_PLACEHOLDER.findall(form)) == wanted, message.id


def test_catalogues_are_as_the_tool_writes_them(template: Catalog) -> None:
    """Running ``make texts`` changes nothing."""
    for path in CATALOGUES:
        body = path.read_bytes()

        assert texts.merged(body, path.stem, template) == body
