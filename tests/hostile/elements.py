"""HTML as a browser would build it, held against what Markdown of a contributor may become."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import html5lib

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "hr", "br"),
}
ATTRIBUTES = {"href", "rel", "scope", "id", "start"}
SCHEMES = ("https", "http", "mailto", "")


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield tags and attributes as a browser would build them."""
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in fragment.iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            yield element.tag, dict(element.attrib)


def unsafe(html: str) -> Iterator[str]:
    """Yield whatever is more than text, plain tags and links to the web."""
    for tag, attributes in elements(html):
        if tag not in TAGS:
            yield tag
        yield from (f"{tag}@{name}" for name in set(attributes) - ATTRIBUTES)
        if urlsplit(attributes.get("href", "").strip()).scheme not in SCHEMES:
            yield attributes["href"]
