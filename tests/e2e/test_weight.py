"""The site opens fast on a slow line, asks nobody for anything, and runs nothing."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WANTED_BYTES = 60 * 1024
"""Of an area's page, compressed; the build itself refuses more than 100 kB."""
FIRST_VIEW_BYTES = 14 * 1024
"""What a server sends before it waits for the first answer of the browser."""

_KEYS = re.compile(r'<ul class="keys">.*?</ul>', re.DOTALL)
_TAG = re.compile(r'<([a-zA-Z][a-zA-Z0-9]*)((?:[^">]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'\s(href|src|srcset|poster|action|data|xlink:href)="([^"]*)"')
_ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)
_NAMED_ONLY = re.compile(r'rel="(?:canonical)"')


@pytest.fixture(scope="module")
def region_pages(site_dir: Path) -> dict[str, bytes]:
    """Return the pages of all areas in both languages."""
    found = [*site_dir.glob("regiones/*/index.html"), *site_dir.glob("en/regions/*/index.html")]
    assert len(found) == 52
    return {path.relative_to(site_dir).as_posix(): path.read_bytes() for path in found}


def packed(body: bytes) -> int:
    """Return the size that travels."""
    return len(gzip.compress(body, mtime=0))


def test_region_pages_are_light(region_pages: dict[str, bytes]) -> None:
    """Each page of an area within its budget."""
    heavy = {path: n for path, body in region_pages.items() if (n := packed(body)) > WANTED_BYTES}
    assert heavy == {}


def test_the_first_view_comes_in_one_go(site_dir: Path, region_pages: dict[str, bytes]) -> None:
    """Style sheet and page up to the end of the key figures."""
    (sheet,) = site_dir.glob("assets/*.css")
    style = packed(sheet.read_bytes())
    late = {}
    for path, body in region_pages.items():
        keys = _KEYS.search(body.decode())
        assert keys is not None, path
        size = style + packed(body.decode()[: keys.end()].encode())
        if size > FIRST_VIEW_BYTES:
            late[path] = size
    assert late == {}


def links(page: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield tag, its attributes, and name and value of each that holds an address."""
    for tag in _TAG.finditer(page):
        for attribute in _ATTRIBUTE.finditer(tag[2]):
            yield tag[1].lower(), tag[2], attribute[1], attribute[2]


def test_nothing_comes_from_elsewhere(site_dir: Path) -> None:
    """Pages link away only where a reader follows; all else is relative."""
    wrong = []
    for path in site_dir.rglob("*.html"):
        if path.name == "404.html":
            continue
        for tag, whole, name, value in links(path.read_text(encoding="utf-8")):
            if not _ABSOLUTE.match(value) or _NAMED_ONLY.search(whole):
                continue
            is_reference = tag == "a" and name == "href"
            if not (is_reference and re.match(r"(?:https?|mailto):", value)):
                wrong.append((path.relative_to(site_dir).as_posix(), tag, value))
    assert wrong == []


def test_nothing_runs(site_dir: Path) -> None:
    """No script, no handler, no style of its own in any page; nothing fetched by the style."""
    for path in site_dir.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script" not in page.lower()
        assert "<style" not in page.lower()
        for tag in _TAG.finditer(page):
            assert not re.search(r'\s(?:on[a-z]+|style)="', tag[2]), path
    for sheet in site_dir.glob("assets/*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        assert not re.search(r"url\((?!\s*['\"]?(?:data:|#))", text)


def test_the_reading_of_tags_can_fail() -> None:
    """The expression above sees addresses in every kind of quoting that pages use."""
    page = '<a href="x">y</a><img alt="a > b" src="//far/x.png"><link rel="x" href="/root">'
    assert [(tag, value) for tag, _, _, value in links(page)] == [
        ("a", "x"),
        ("img", "//far/x.png"),
        ("link", "/root"),
    ]
