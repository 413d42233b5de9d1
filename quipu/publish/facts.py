"""Pure. What is to be known of one finished page: its own faults, its links, its ids.

The rules read our own markup, which the templates escape and quote throughout: a tag is
found by one expression that knows quoted attributes. That holds for these pages and for no
others, and takes a tenth of the time of a parser; that the pages are well-formed HTML is
for the tests to show, with one.

The tags of a page are taken out once and laid end to end; what is rare is then looked for
with expressions that start with a fixed character, which skip what cannot match.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern

from quipu.publish.links import rule_alone

__all__ = ["LONGEST_DETAIL", "PageFacts", "page_facts"]

_MAX_PAGE_BYTES = 100_000
"""Largest compressed size of an area's page: two seconds at 400 kbit/s."""

# Quoted values may hold ">"; nothing else in a tag does. Few tags have more than three, and
# an expression that repeats nothing is the quicker one.
_QUOTED = rb'"[^"]*+"[^">]*+'
_TAG = re.compile(rb'<[a-zA-Z][^">]*+(?:>|Q(?:>|Q(?:>|Q(?:Q)*+>)))'.replace(b"Q", _QUOTED))
# Follows each tag; pages are text, so no tag holds it.
_END = b"\0"
_PLAIN = bytes.maketrans(b"\n\r\t\f", b"    ")
_ODD_SPACES = (b"\n", b"\r", b"\t", b"\f")
_ATTRIBUTE = re.compile(
    rb' (id|href|src|srcset|poster|action|data|xlink:href|style|on[a-z]+)="([^"]*)"'
)
_NAMED = re.compile(rb"<(html|h1|img|script|link|meta|image|use)([ />][^\0]*)")
_LINKING = (b"href", b"src", b"poster", b"action", b"data", b"xlink:href")
_FETCHING = (b"src", b"srcset", b"poster", b"data", b"xlink:href")
_HREF = re.compile(rb' href="([^"]*)"')
_REMOTE = re.compile(rb"\s*(?:https?:)?//", re.IGNORECASE)
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
# Quick to look for: only a page that has one of these is searched with the expressions above.
# The letters alone would not do: «financiera» has a "nan".
_LEAK_SIGNS = tuple(
    map(re.compile, (rb"N(?:aN|one\s*[<\"])", rb"nan\s*[<\"]", rb"undefined", rb"&lt;[Mq]"))
)
LONGEST_DETAIL = 200
"""Characters of a detail that fit a terminal."""
_CHUNK = 32_768
_SLACK = 1_000
"""Bytes that compression may add to what does not compress."""
_Fault = tuple[str, str]
"""What was broken, and the offending text or what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the inspection keeps of a page when its bytes are gone.

    The same bytes at the same path give the same facts, which may therefore be kept from one
    build to the next: all fields are texts and sequences of texts, as JSON has them.
    """

    faults: tuple[_Fault, ...]
    """What shows without looking at another file: rule and detail, each once."""
    links: tuple[str, ...]
    """Links to other files of the site as they are written, each once."""
    ids: tuple[str, ...]
    """What links of other pages may point at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the rules need of a page, taken from it once."""

    body: bytes
    tags: bytes
    """All opening tags, each followed by ``_END``; every space in them is a plain one."""
    values: Mapping[bytes, list[bytes]]
    """The values of the attributes that a rule speaks of, by name."""
    named: Mapping[bytes, list[bytes]]
    """The insides of the tags that a rule speaks of, by name."""


def page_facts(path: str, body: bytes) -> PageFacts:
    """Find what is to be known of a page.

    Args:
        path: Where it stands in the site.
        body: The page.
    """
    page = _scan(body)
    ids = [intern(_decoded(value)) for value in page.values.get(b"id", ())]
    faults = [*_page_faults(page), *_size_faults(body)]
    faults += [("id-unique", i) for i, n in Counter(ids).items() if n > 1]
    links, here = [], dict.fromkeys(ids)
    for href in _links(page):
        rule = rule_alone(path, href, here)
        if rule is None:
            links.append(intern(href))
        elif rule:
            faults.append((rule, href))
    cut = ((rule, detail[:LONGEST_DETAIL]) for rule, detail in faults)
    return PageFacts(faults=tuple(dict.fromkeys(cut)), links=tuple(links), ids=tuple(here))


def _scan(body: bytes) -> _Page:
    # No tag may hold the sign that ends it.
    whole = body.replace(_END, b" ") if _END in body else body
    tags = _END.join([*_TAG.findall(whole), b""])
    # Nothing but a plain space comes before an attribute then, which makes it quick to find.
    if any(space in tags for space in _ODD_SPACES):
        tags = tags.translate(_PLAIN)
    values: dict[bytes, list[bytes]] = {}
    for name, value in _ATTRIBUTE.findall(tags):
        values.setdefault(name, []).append(value)
    named: dict[bytes, list[bytes]] = {}
    for name, inside in _NAMED.findall(tags):
        named.setdefault(name, []).append(inside)
    return _Page(body=body, tags=tags, values=values, named=named)


def _page_faults(page: _Page) -> Iterator[_Fault]:
    yield from _frame_faults(page)
    for image in page.named.get(b"img", ()):
        if not _ALT.search(image):
            yield "img-has-alt", _shown(b"<img" + image)
    for script in page.named.get(b"script", ()):
        yield "no-script", _shown(b"<script" + script)
    for name, values in page.values.items():
        for value in map(_decoded, values if name == b"style" or name.startswith(b"on") else ()):
            if name == b"style":
                yield "no-style-attribute", value
            else:
                yield "no-event-attribute", f'{_decoded(name)}="{value}"'
    yield from (("no-remote-resource", _decoded(value)) for value in _remote_resources(page))
    yield from (("no-leak", _shown(leak)) for leak in _leaks(page))


def _frame_faults(page: _Page) -> Iterator[_Fault]:
    """Language, title, heading and content policy."""
    root = next(iter(page.named.get(b"html", ())), None)
    if root is None or not _LANG.search(root):
        yield "html-lang", "no <html>" if root is None else _shown(b"<html" + root)
    title = _TITLE.search(page.body)
    if title is None or not title[1].strip():
        yield "title-not-empty", "no <title>" if title is None else "<title></title>"
    headings = len(page.named.get(b"h1", ()))
    if headings != 1:
        yield "exactly-one-h1", str(headings)
    if not _HEAD.search(page.body):
        yield "csp-meta-first", "charset, then Content-Security-Policy, first in <head>"


def _remote_resources(page: _Page) -> Iterator[bytes]:
    """What a browser would fetch from another host by itself."""
    for name in _FETCHING:
        yield from (value for value in page.values.get(name, ()) if _REMOTE.match(value))
    links = page.named.get(b"link", ())
    fetching = [tag for tag in links if _FETCHED_REL.search(tag)]
    for tag in (*fetching, *page.named.get(b"image", ()), *page.named.get(b"use", ())):
        yield from (value for value in _HREF.findall(tag) if _REMOTE.match(value))


def _links(page: _Page) -> Iterable[str]:
    """Where the page leads, as it is written, each once."""
    values = dict.fromkeys(value for name in _LINKING for value in page.values.get(name, ()))
    found = dict.fromkeys(map(_decoded, values))
    for srcset in page.values.get(b"srcset", ()):
        parts = (part.split() for part in _decoded(srcset).split(","))
        found.update(dict.fromkeys(part[0] for part in parts if part))
    for meta in page.named.get(b"meta", ()):
        if b'http-equiv="refresh"' in meta.lower():
            found.update(dict.fromkeys(map(_shown, _REFRESH.findall(meta))))
    return found


def _leaks(page: _Page) -> Iterator[bytes]:
    """Values never meant to be seen: in the text between tags, or as a whole attribute."""
    if b"{" not in page.body and not any(sign.search(page.body) for sign in _LEAK_SIGNS):
        return
    # Tags lose their insides, so that attributes and addresses are not taken for text.
    for match in _LEAK.finditer(_TAG.sub(b"<>", page.body)):
        yield match[0]
    yield from (match[0] for match in _LEAKED_ATTRIBUTE.finditer(page.tags))


def _size_faults(body: bytes) -> Iterator[_Fault]:
    if _is_small(body, _MAX_PAGE_BYTES - _SLACK):
        return
    size = len(gzip.compress(body, compresslevel=6, mtime=0))
    if size > _MAX_PAGE_BYTES:
        yield "page-size-limit", f"{size} > {_MAX_PAGE_BYTES} bytes"


def _is_small(body: bytes, limit: int) -> bool:
    """Whether a page is surely under a limit: as soon as its first parts have saved enough."""
    bound = len(body)
    for start in range(0, len(body), _CHUNK):
        if bound <= limit:
            break
        part = body[start : start + _CHUNK]
        bound += len(zlib.compress(part, 1)) - len(part)
    return bound <= limit


def _decoded(found: bytes) -> str:
    return found.decode("utf-8", "replace")


def _shown(found: bytes) -> str:
    """A piece of a page as it is shown to a person."""
    return _decoded(found).strip()
