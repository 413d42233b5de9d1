"""Pure. Where a link of a page leads, and whether that is there."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from urllib.parse import unquote

__all__ = ["LinkTable", "rule_alone"]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_OUTSIDE = ("https:", "http:", "mailto:")
_TEXT_FRAGMENT = ":~:"
_NOT_FOUND_PAGE = "404.html"
_UP = "../"


def rule_alone(page: str, href: str, ids: Container[str]) -> str | None:
    """Name the rule that a link breaks, as far as its own page tells.

    Args:
        page: Path of the page that has the link.
        href: The link as it is written.
        ids: The ``id`` attributes of the page.

    Returns:
        Empty for a sound link. None for one to another file, which is to be looked up.
        Otherwise ``link-scheme`` (not http, https or mailto), ``link-relative`` (does not
        survive moving the site to another folder) or ``fragment-resolves`` (no such ``id``).
    """
    if href.startswith(_UP):
        return None
    href = _unescaped(href)
    scheme = _SCHEME.match(href)
    if scheme:
        allowed = scheme[0].lower() in _OUTSIDE or href.startswith("data:image/")
        return "" if allowed else "link-scheme"
    if href.startswith("//"):
        return ""  # another host: right for a link, and another rule's for a resource
    address, fragment = _parts(href)
    if address:
        is_fixed = address.startswith("/") and page != _NOT_FOUND_PAGE
        return "link-relative" if is_fixed else None
    return "" if _has(ids, fragment) else "fragment-resolves"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable:
    """The addresses of a site, to look links up in."""

    files: AbstractSet[str]
    """Paths of all files, relative to the site."""
    ids_by_page: Mapping[str, Iterable[str]]
    """The ``id`` attributes of every page, by its path."""
    base_path: str
    """Where the site stands on its host; starts and ends with a slash."""
    _sound: dict[str, set[str]] = field(default_factory=dict, compare=False)
    """Sound links that start by going up, by the folder they go up to: menus repeat."""
    _ids: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """The ids of pages that a link pointed into."""

    def broken(self, page: str, hrefs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Find the links to other files that lead nowhere.

        Args:
            page: Path of the page that has the links.
            hrefs: The links as they are written; none that its page alone can judge.

        Yields:
            ``link-resolves`` (no such file) or ``fragment-resolves`` (no such ``id``), and
            the link.
        """
        folder = page.rpartition("/")[0]
        # At the top there is nowhere to go up to, so nothing is known to be sound.
        sound = self._sound.setdefault(folder.rpartition("/")[0], set()) if folder else set()
        for href in hrefs:
            if href in sound:
                continue
            rule = self._rule(folder, _unescaped(href))
            if rule:
                yield rule, href
            elif href.startswith(_UP):
                sound.add(href)

    def _rule(self, folder: str, href: str) -> str:
        address, fragment = _parts(href)
        target = _resolved(folder, address, self.base_path)
        if target not in self.files:
            return "link-resolves"
        if not fragment or target not in self.ids_by_page:
            return ""
        if target not in self._ids:
            self._ids[target] = frozenset(self.ids_by_page[target])
        return "" if _has(self._ids[target], fragment) else "fragment-resolves"


def _unescaped(href: str) -> str:
    return html.unescape(href) if "&" in href else href


def _parts(href: str) -> tuple[str, str]:
    """The address without its question, and the fragment."""
    address, _, fragment = href.partition("#")
    return address.partition("?")[0], fragment


def _has(ids: Container[str], fragment: str) -> bool:
    name = unquote(fragment.partition(_TEXT_FRAGMENT)[0])
    return name in {"", "top"} or name in ids


def _resolved(folder: str, address: str, base_path: str) -> str:
    """Follow an address; the result names no file when it leads out of the site."""
    if address.startswith("/"):
        if not address.startswith(base_path):
            return ""
        folder, address = "", address[len(base_path) :]
    parts = folder.split("/") if folder else []
    for part in (unquote(address) if "%" in address else address).split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    # Without its slash a folder's address costs a redirect, and fails where none is made.
    if address.rpartition("/")[2] in {"", ".", ".."}:
        parts.append("index.html")
    return "/".join(parts)
