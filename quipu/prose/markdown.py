"""Pure. Markdown to HTML that cannot run anything, whatever was written."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "hr", "br"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "th": {"scope"},
    "h2": {"id"},
    "h3": {"id"},
    "ol": {"start"},
}


_HEADING = re.compile(r"<(/?)h([156])>")
_SIGNS: dict[str, tuple[str, ...]] = {
    "`": ("backtick",),
    "\\": ("escape",),
    "[": ("link",),
    "![": ("image_link",),
    "]:": ("reference", "short_reference", "image_reference", "short_image_ref"),
    "<": ("autolink", "automail"),
    "  ": ("linebreak",),
    "&": ("entity",),
    "*": ("em_strong",),
    "_": ("em_strong",),
}
"""Which inline patterns of the library a text may need, by what it must hold for that.

The library tries each pattern on each piece of text, and few documents need half of them. A
reference that nothing defines changes nothing, so it takes a definition to need those.
"""
_ALL_SIGNS = frozenset(_SIGNS)
_UNSETTLED = ("\t", "\r", "\x02", "\x03")
"""What the library replaces or takes out before it looks for patterns."""


class _Accessible(Treeprocessor):
    """Give header cells their scope, and drop the alignment styles a strict policy forbids."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("th", "td"):
                cell.attrib.pop("style", None)
            if cell.tag == "th":
                cell.set("scope", "col")


class _Plain(Extension):
    """No raw HTML in, headings from the second level down."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Accessible(md), "accessible", 5)


@lru_cache(maxsize=64)
def _converter(signs: frozenset[str]) -> Markdown:
    """A converter for texts that hold no other of the signs than these."""
    plain = [TableExtension(), SaneListExtension(), _Plain()]
    converter = Markdown(extensions=plain, output_format="html")
    needed = {name for sign in signs for name in _SIGNS[sign]}
    for name in {name for names in _SIGNS.values() for name in names} - needed:
        converter.inlinePatterns.deregister(name)
    return converter


def _signs(text: str) -> frozenset[str]:
    if any(sign in text for sign in _UNSETTLED):
        return _ALL_SIGNS
    return frozenset(sign for sign in _SIGNS if sign in text)


def _within_page(heading: re.Match[str]) -> str:
    """A heading below the page's own, and no deeper than the fourth level."""
    return f"<{heading[1]}h{2 if heading[2] == '1' else 4}>"


def to_html(text: str) -> Markup:
    """Convert Markdown.

    Args:
        text: Markdown as a contributor wrote it; HTML in it is shown, not obeyed.

    Returns:
        HTML with headings from ``h2`` to ``h4``, links to http, https and mailto only, and no
        attribute that could carry a style or a script.
    """
    if not text:
        return Markup("")
    converter = _converter(_signs(text))
    converter.reset()
    html = _HEADING.sub(_within_page, converter.convert(text))
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(cleaned)  # noqa: S704 (cleaned on the line above)
