"""Templates are compiled once, kept between builds, and never taken for what they are not."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

import jinja2
import pytest

from quipu import render
from quipu.errors import RenderError
from quipu.pages.page import Page
from quipu.render import Renderer
from tests.samples import language

TEMPLATES = {
    "base.html": "<p>{% block main %}{% endblock %}</p>",
    "pages/x.html": '{% extends "base.html" %}{% block main %}{{ name }} {{ _("100%%") }} '
    "{% trans name=name %}Hola, {{ name }}.{% endtrans %}{% endblock %}",
}


@dataclass(frozen=True, slots=True)
class View:
    """What the template below shows."""

    name: str = "<b>"


PAGE = Page(path="x/index.html", template="x", language="es", view=View())
SHOWN = b"<p>&lt;b&gt; 100% Hola, &lt;b&gt;.</p>"


class Kept:
    """A store in memory that counts."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.hits = 0

    def get(self, key: str) -> str | None:
        """Return the text, and note that it was there."""
        self.hits += key in self.texts
        return self.texts.get(key)

    def put(self, key: str, value: str) -> None:
        """Keep the text."""
        self.texts[key] = value


def shown(store: Kept | None, templates: dict[str, str] = TEMPLATES) -> bytes:
    """Render the page anew."""
    words = {"es": NullTranslations(), "en": language("en").translations}
    return Renderer(templates, words, store=store).render(PAGE).body


def test_text_is_escaped_and_translated() -> None:
    """With or without values; a doubled percent sign is one."""
    assert shown(None) == SHOWN


def test_what_was_compiled_is_kept() -> None:
    """The second build compiles nothing, and its page is the same."""
    store = Kept()
    assert shown(store) == SHOWN
    assert (len(store.texts), store.hits) == (2, 0)
    before = dict(store.texts)
    assert shown(store) == SHOWN
    assert (store.texts, store.hits) == (before, 2)


def test_a_changed_template_is_compiled_anew() -> None:
    """And so is a template under another name, or with another Jinja or Python."""
    store = Kept()
    shown(store)
    changed = {**TEMPLATES, "base.html": "<b>{% block main %}{% endblock %}</b>"}
    assert shown(store, changed).startswith(b"<b>")
    assert (len(store.texts), store.hits) == (3, 1)


@pytest.mark.parametrize(("name", "value"), [("jinja_version", "0"), ("_PYTHON", (b"", b""))])
def test_other_tools_find_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    """Code that another version compiled is not run."""
    store = Kept()
    shown(store)
    monkeypatch.setattr(render, name, value)
    assert shown(store) == SHOWN
    assert (len(store.texts), store.hits) == (4, 0)


def test_other_settings_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a setting changes in the code does not outlive the setting."""
    store = Kept()
    shown(store)
    monkeypatch.setitem(jinja2.defaults.DEFAULT_POLICIES, "compiler.ascii_str", False)
    assert shown(store) == SHOWN
    assert (len(store.texts), store.hits) == (4, 0)


@pytest.mark.parametrize("text", ["", "no base64!", "AAAA", "aaaa", "4wEAAAA=", "TQ=="])
def test_what_is_no_code_counts_as_absent(text: str) -> None:
    """Whatever a store returns: the template is compiled, and kept anew."""
    store = Kept()
    shown(store)
    whole = dict(store.texts)
    store.texts = dict.fromkeys(store.texts, text)
    assert shown(store) == SHOWN
    assert store.texts == whole


def test_a_fault_of_a_template_names_it() -> None:
    """Also when its code was kept."""
    store = Kept()
    broken = {**TEMPLATES, "base.html": "{{ name.nothing }}"}
    for _ in range(2):
        with pytest.raises(RenderError, match=r"x/index\.html"):
            shown(store, broken)
