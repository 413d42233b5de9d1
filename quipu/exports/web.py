"""Pure. What crawlers and feed readers ask for: sitemap, robots, Atom feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from quipu.artifact import Artifact
from quipu.model import Document, SiteSettings

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def web_files(
    site: SiteSettings,
    pages: Iterable[str],
    updates: Iterable[Document],
    updates_path: str,
    as_of: date,
) -> Iterator[Artifact]:
    """The files for crawlers and feed readers.

    Args:
        site: Title and address of the site; without an address there is no sitemap, since
            one may only hold full addresses.
        pages: The files of all pages.
        updates: The news in the site's first language.
        updates_path: The file of the page of news.
        as_of: The date of the edition.
    """
    if site.base_url:
        yield Artifact(
            path="sitemap.xml",
            body=_sitemap(site.base_url, sorted(pages)),
            media_type="application/xml",
        )
        robots = f"User-agent: *\nAllow: /\nSitemap: {site.base_url}sitemap.xml\n"
        yield Artifact(path="robots.txt", body=robots.encode(), media_type="text/plain")
    yield Artifact(
        path="atom.xml",
        body=_feed(site, tuple(updates), updates_path, as_of),
        media_type="application/atom+xml",
    )


def _sitemap(base_url: str, pages: Iterable[str]) -> bytes:
    entries = "".join(
        f"<url><loc>{escape(base_url + page.removesuffix('index.html'))}</loc></url>\n"
        for page in pages
        if page != "404.html"
    )
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{_XML}<urlset xmlns="{schema}">\n{entries}</urlset>\n'.encode()


def _feed(
    site: SiteSettings, updates: tuple[Document, ...], updates_path: str, as_of: date
) -> bytes:
    title = site.titles.get(site.languages[0], "")
    feed_id = f"{site.base_url or 'urn:quipu:'}atom.xml"
    newest = max((d.meta["date"] for d in updates), default=as_of.isoformat())
    entries = "".join(
        "<entry>\n"
        f"<id>{escape(feed_id)}#{escape(d.name)}</id>\n"
        f"<title>{escape(d.meta['title'])}</title>\n"
        f"<updated>{d.meta['date']}T00:00:00Z</updated>\n"
        f"<link href={quoteattr(f'{site.base_url}{updates_path}#{d.name}')}/>\n"
        f"<summary>{escape(d.meta.get('summary', ''))}</summary>\n"
        "</entry>\n"
        for d in sorted(updates, key=lambda d: d.meta["date"], reverse=True)
    )
    self_link = f"<link rel={quoteattr('self')} href={quoteattr(f'{site.base_url}atom.xml')}/>\n"
    language = quoteattr(site.languages[0])
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>\n'
        f"<id>{escape(feed_id)}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<updated>{newest}T00:00:00Z</updated>\n"
        f"<author><name>{escape(title)}</name></author>\n"
        f"{self_link}{entries}</feed>\n"
    ).encode()
