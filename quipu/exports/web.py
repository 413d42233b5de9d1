"""Pure. What crawlers ask for: sitemap and robots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from quipu.artifact import Artifact
from quipu.model import SiteSettings

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def web_files(site: SiteSettings, pages: Iterable[str]) -> Iterator[Artifact]:
    """The files for crawlers.

    Args:
        site: Title and address of the site; without an address there is no sitemap, since
            one may only hold full addresses.
        pages: The files of all pages that may be found.
    """
    if site.base_url:
        yield Artifact(
            path="sitemap.xml",
            body=_sitemap(site.base_url, sorted(pages)),
            media_type="application/xml",
        )
        robots = f"User-agent: *\nAllow: /\nSitemap: {site.base_url}sitemap.xml\n"
        yield Artifact(path="robots.txt", body=robots.encode(), media_type="text/plain")


def _sitemap(base_url: str, pages: Iterable[str]) -> bytes:
    entries = "".join(
        f"<url><loc>{escape(base_url + page.removesuffix('index.html'))}</loc></url>\n"
        for page in pages
        if page != "404.html"
    )
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{_XML}<urlset xmlns="{schema}">\n{entries}</urlset>\n'.encode()
