"""Addresses: promises to whoever linked to a page, so each is written out here."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.pages.addresses import address, file_of, relative


@pytest.mark.parametrize(
    ("kind", "name", "spanish", "english"),
    [
        ("home", "", "", "en/"),
        ("areas", "", "regiones/", "en/regions/"),
        ("areas", "cusco", "regiones/cusco/", "en/regions/cusco/"),
        ("indicators", "CX-01", "indicadores/CX-01/", "en/indicators/CX-01/"),
        ("domains", "", "dominios/", "en/domains/"),
        ("domains", "CA", "dominios/CA/", "en/domains/CA/"),
        ("method", "", "metodo/", "en/method/"),
        ("data", "", "datos/", "en/data/"),
        ("errors", "", "datos/errores/", "en/data/errors/"),
        ("coverage", "", "cobertura/", "en/coverage/"),
        ("updates", "", "novedades/", "en/updates/"),
        ("about", "", "acerca/", "en/about/"),
    ],
)
def test_addresses_do_not_change(kind: str, name: str, spanish: str, english: str) -> None:
    """The first language stands at the root, the other under its code."""
    assert address(kind, "es", "es", name) == spanish
    assert address(kind, "en", "es", name) == english


def test_the_first_language_may_be_another() -> None:
    """Then it is that one which stands at the root."""
    assert address("areas", "en", "en", "cusco") == "regions/cusco/"
    assert address("areas", "es", "en", "cusco") == "es/regiones/cusco/"


def test_a_language_without_words_of_its_own_uses_the_english_ones() -> None:
    """Under its own code, so that nothing collides."""
    assert address("areas", "qu", "es", "cusco") == "qu/regions/cusco/"


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("index.html", "regiones/cusco/index.html", "regiones/cusco/index.html"),
        ("regiones/cusco/index.html", "index.html", "../../index.html"),
        ("regiones/cusco/index.html", "regiones/puno/index.html", "../puno/index.html"),
        ("regiones/cusco/index.html", "en/index.html", "../../en/index.html"),
        ("a/index.html", "a/index.html", "index.html"),
        ("a/index.html", "b/index.html#t-X", "../b/index.html#t-X"),
        ("a/index.html", "#t-X", "#t-X"),
        ("404.html", "assets/q.css", "assets/q.css"),
    ],
)
def test_links_are_relative(origin: str, target: str, link: str) -> None:
    """The site works in any folder of a host, and from a disk."""
    assert relative(origin, target) == link


PATHS = st.lists(st.sampled_from(["a", "b", "cusco", "en"]), max_size=4).map(
    lambda parts: "/".join([*parts, "index.html"])
)


@given(PATHS, PATHS)
def test_a_link_leads_where_it_was_meant_to(origin: str, target: str) -> None:
    """Resolved from the page as a browser does, it is the target again."""
    link = relative(origin, target)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(origin), link)) == target


def test_files_of_folders() -> None:
    """A folder is answered by its index, the root by the first page."""
    assert file_of("") == "index.html"
    assert file_of("en/regions/cusco/") == "en/regions/cusco/index.html"
