"""Pure. Where a link of a page leads, and whether that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

__all__ = ["LinkTable"]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_OUTSIDE = ("https:", "http:", "mailto:")
_TEXT_FRAGMENT = ":~:"
_NOT_FOUND_PAGE = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable:
    """The addresses of a site, to look links up in."""

    files: frozenset[str]
    """Paths of all files, relative to the site."""
    ids_by_page: Mapping[str, frozenset[str]]
    """The ``id`` attributes of every page, by its path."""
    base_path: str
    """Where the site stands on its host; starts and ends with a slash."""
    _known: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)
    """Targets already looked up: menus repeat on every page of a folder."""

    def broken_rule(self, page: str, href: str) -> str:
        """Name the rule that a link breaks.

        Args:
            page: Path of the page that has the link.
            href: The link, with character references replaced.

        Returns:
            Empty for a sound link. Otherwise ``link-scheme`` (not http, https or
            mailto), ``link-relative`` (does not survive moving the site to another
            folder), ``link-resolves`` (no such file) or ``fragment-resolves`` (no such
            ``id``).
        """
        scheme = _SCHEME.match(href)
        if scheme:
            allowed = scheme[0].lower() in _OUTSIDE or href.startswith("data:image/")
            return "" if allowed else "link-scheme"
        if href.startswith("//"):
            return ""  # another host: right for a link, and another rule's for a resource
        address, _, fragment = href.partition("#")
        address = address.partition("?")[0]
        if address.startswith("/") and page != _NOT_FOUND_PAGE:
            return "link-relative"
        target = self._target(page, address)
        if target not in self.files:
            return "link-resolves"
        return "" if self._has(target, fragment) else "fragment-resolves"

    def _target(self, page: str, address: str) -> str:
        """The file an address means, seen from a page; a folder means its ``index.html``."""
        if not address:
            return page
        folder = page.rpartition("/")[0]
        key = (folder, address)
        if key not in self._known:
            self._known[key] = _resolved(folder, address, self.base_path)
        return self._known[key]

    def _has(self, target: str, fragment: str) -> bool:
        if not fragment:
            return True
        name = unquote(fragment.partition(_TEXT_FRAGMENT)[0])
        ids = self.ids_by_page.get(target)
        return not name or name == "top" or ids is None or name in ids


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
