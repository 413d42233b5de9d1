"""Pure. Look over the finished pages before anybody else does.

The rules read our own markup, which the templates escape and quote throughout: a tag is
found by one expression that knows quoted attributes. That holds for these pages and for no
others, and takes a tenth of the time of a parser; that the pages are well-formed HTML is
for the tests to show, with one.
"""

from __future__ import annotations

import gzip
import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quipu.publish.links import LinkTable

__all__ = ["MAX_PAGE_BYTES", "Problem", "inspect_site"]

MAX_PAGE_BYTES = 100_000
"""Largest compressed size of an area's page: two seconds at 400 kbit/s."""

# Quoted values may hold ">"; nothing else in a tag does.
_TAG = re.compile(rb'<[a-zA-Z][^">]*(?:"[^"]*"[^">]*)*>')
# Follows each tag; pages are text, so no tag holds it.
_END = b"\0"
_SPACES = bytes.maketrans(b"\n\r\t\f\0", b"     ")
_VALUES = {
    name: (f' {name}="'.encode(), re.compile(f' {name}="([^"]*)"'.encode()))
    for name in ("id", "href", "src", "srcset", "poster", "action", "data", "xlink:href", "style")
}
_LINKING = ("href", "src", "poster", "action", "data", "xlink:href")
_FETCHING = ("src", "srcset", "poster", "data", "xlink:href")
_HANDLER = re.compile(rb' on[a-z]+="[^"]*"')
_REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
# What a browser fetches by itself; canonical, alternate and licence links are only named.
_FETCHED_REL = re.compile(
    rb' rel="[^"]*\b(?:stylesheet|icon|manifest|preload|prefetch|modulepreload|preconnect'
    rb"|dns-prefetch)\b",
    re.IGNORECASE,
)
_REFRESH = re.compile(rb' content="\s*\d+\s*;\s*url=([^"]*)"', re.IGNORECASE)
_LANG = re.compile(rb' lang="[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*"')
_ALT = re.compile(rb" alt(?:=| |/?>)")
_HEAD = re.compile(
    rb'<head[^>]*>\s*<meta charset="utf-8"\s*/?>\s*'
    rb'<meta http-equiv="Content-Security-Policy" content="[^"]{10,}"\s*/?>',
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<title[^>]*>([^<]*)</title>")
_LEAKS = (
    rb">\s*nan\s*<",
    rb">\s*None\s*<",
    rb"\bNaN\b",
    rb"\bundefined\b",
    rb"\{\{",
    rb"\{%",
    rb"&lt;Markup",
    rb"&lt;quipu\.",
)
_LEAK = re.compile(rb"|".join(_LEAKS))
_LEAKED_ATTRIBUTE = re.compile(rb'\s[a-z-]+="(?:None|nan|NaN|undefined)"')
# Cheap to look for: only a page that has one of these is searched with the expression.
# The letters alone would not do: «financiera» has a "nan".
_LEAK_SIGNS = (b"NaN", b"undefined", b"{{", b"{%", b"&lt;Markup", b"&lt;quipu.")
_LEAK_ENDS = (re.compile(rb"nan\s*[<\"]"), re.compile(rb"None\s*[<\"]"))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """A fault of one published page."""

    path: str
    """Of the page, relative to the site."""
    rule: str
    """Permanent name of what was broken, for example ``link-resolves``."""
    detail: str
    """The offending text or what is missing, short enough for a terminal."""


def inspect_site(
    pages: Mapping[str, bytes], *, base_path: str = "/", max_page_bytes: int = MAX_PAGE_BYTES
) -> tuple[Problem, ...]:
    """Find every fault of a finished site that a machine can see.

    Args:
        pages: Every file of the site by its path. The bytes of ``.html`` files are
            inspected; of the others only the path counts, so their bytes may be empty.
        base_path: Where the site stands on its host. Only ``404.html``, which a host
            serves at any depth, may use addresses that start with it.
        max_page_bytes: Largest size of an area's page, gzip-compressed.

    Returns:
        All problems, ordered by page, rule and detail, each once.
    """
    scanned = {path: _scan(body) for path, body in pages.items() if path.endswith(".html")}
    links = LinkTable(
        files=frozenset(pages),
        ids_by_page={path: frozenset(page.ids) for path, page in scanned.items()},
        base_path=base_path,
    )
    found: set[Problem] = set()
    for path, page in scanned.items():
        faults = [*_page_faults(page), *_link_faults(path, page, links)]
        faults += _size_faults(page.body, max_page_bytes)
        found.update(Problem(path=path, rule=rule, detail=text[:200]) for rule, text in faults)
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the rules need of a page, taken from it once."""

    body: bytes
    tags: bytes
    """All opening tags, each followed by ``_END``; every space in them is a plain one."""
    ids: tuple[str, ...]


def _scan(body: bytes) -> _Page:
    # Nothing but a space comes before an attribute then, which makes it quick to find.
    tags = _END.join([*_TAG.findall(body.translate(_SPACES)), b""])
    return _Page(body=body, tags=tags, ids=tuple(_values(tags, "id")))


def _page_faults(page: _Page) -> Iterator[tuple[str, str]]:
    """Every fault that shows without looking at another file: rule and detail."""
    tags = page.tags
    yield from (("id-unique", i) for i, n in Counter(page.ids).items() if n > 1)
    root = next(iter(_tags_named(tags, "html")), b"")
    if not _LANG.search(root):
        yield "html-lang", _text(root) or "no <html>"
    title = _TITLE.search(page.body)
    if title is None or not title[1].strip():
        yield "title-not-empty", "no <title>" if title is None else "<title></title>"
    headings = len(_tags_named(tags, "h1"))
    if headings != 1:
        yield "exactly-one-h1", str(headings)
    if not _HEAD.search(page.body):
        yield "csp-meta-first", "charset, then Content-Security-Policy, first in <head>"
    yield from (("img-has-alt", _text(i)) for i in _tags_named(tags, "img") if not _ALT.search(i))
    yield from (("no-script", _text(tag)) for tag in _tags_named(tags, "script"))
    yield from (("no-style-attribute", value) for value in _values(tags, "style"))
    yield from (("no-event-attribute", _text(match[0])) for match in _HANDLER.finditer(tags))
    yield from (("no-remote-resource", text) for text in _remote_resources(tags))
    yield from (("no-leak", leak) for leak in _leaks(page))


def _remote_resources(tags: bytes) -> Iterator[str]:
    """What a browser would fetch from another host by itself."""
    for name in _FETCHING:
        yield from (value for value in _values(tags, name) if _REMOTE.match(value))
    fetching = [tag for tag in _tags_named(tags, "link") if _FETCHED_REL.search(tag)]
    for tag in (*fetching, *_tags_named(tags, "image"), *_tags_named(tags, "use")):
        yield from (value for value in _values(tag, "href") if _REMOTE.match(value))


def _link_faults(path: str, page: _Page, links: LinkTable) -> Iterator[tuple[str, str]]:
    hrefs = {value for name in _LINKING for value in _values(page.tags, name)}
    for srcset in _values(page.tags, "srcset"):
        hrefs.update(part.split()[0] for part in srcset.split(",") if part.strip())
    for meta in _tags_named(page.tags, "meta"):
        if b'http-equiv="refresh"' in meta.lower():
            hrefs.update(map(_text, _REFRESH.findall(meta)))
    for href in hrefs:
        rule = links.broken_rule(path, html.unescape(href) if "&" in href else href)
        if rule:
            yield rule, href


def _leaks(page: _Page) -> Iterator[str]:
    """Values never meant to be seen: in the text between tags, or as a whole attribute."""
    signs = any(sign in page.body for sign in _LEAK_SIGNS)
    if not signs and not any(end.search(page.body) for end in _LEAK_ENDS):
        return
    # Tags lose their insides, so that attributes and addresses are not taken for text.
    for match in _LEAK.finditer(_TAG.sub(b"<>", page.body)):
        yield _text(match[0])
    yield from (_text(match[0]) for match in _LEAKED_ATTRIBUTE.finditer(page.tags))


def _size_faults(body: bytes, limit: int) -> Iterable[tuple[str, str]]:
    # Compression only ever adds a few bytes, so small pages need not be tried.
    if len(body) + 64 <= limit:
        return ()
    size = len(gzip.compress(body, compresslevel=6, mtime=0))
    return () if size <= limit else (("page-size-limit", f"{size} > {limit} bytes"),)


def _values(tags: bytes, name: str) -> list[str]:
    """The values of an attribute in all tags, character references as they are."""
    sign, pattern = _VALUES[name]
    return [v.decode("utf-8", "replace") for v in pattern.findall(tags)] if sign in tags else []


def _tags_named(tags: bytes, name: str) -> list[bytes]:
    """Every opening tag of a name."""
    opening = f"<{name}".encode()
    found = []
    at = tags.find(opening)
    while at >= 0:
        if tags[at + len(opening)] in b" >/":
            found.append(tags[at : tags.index(_END, at)])
        at = tags.find(opening, at + 1)
    return found


def _text(found: bytes) -> str:
    """A piece of a page as it is shown to a person."""
    return found.decode("utf-8", "replace").strip()
