"""Pure. Atom feeds: of the site, of each area, of each indicator, and of corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from quipu.artifact import Artifact
from quipu.model import SiteSettings, in_language
from quipu.pages.memory.news import Channel, Told

ATOM = "application/atom+xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MOST_ENTRIES = 60
"""Entries of a feed: readers ask for it often, and older ones stand on the pages."""


def feed_files(
    channels: Iterable[Channel], site: SiteSettings, language: str, as_of: date
) -> Iterator[Artifact]:
    """Write feeds.

    Args:
        channels: What each tells.
        site: Title and address of the site; without an address links are relative.
        language: Of the feeds.
        as_of: The date of the edition, for feeds that tell nothing yet.
    """
    author = in_language(site.titles, language, site.languages[0])[0]
    for channel in channels:
        body = _feed(channel, site.base_url, author, language, as_of.isoformat())
        yield Artifact(path=channel.path, body=body, media_type=ATOM)


def _feed(channel: Channel, base_url: str, author: str, language: str, day: str) -> bytes:
    # An address says who is meant for ever; a site that has none yet uses a name.
    feed_id = f"{base_url or 'urn:quipu:'}{channel.path}"
    root = base_url or "../" * channel.path.count("/")
    page = _target(root, channel.page)
    newest = sorted(channel.told, key=lambda told: told.day, reverse=True)[:MOST_ENTRIES]
    updated = max((told.day for told in newest), default=day)
    head = (
        f"<id>{escape(feed_id)}</id>",
        f"<title>{escape(channel.title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        f'<link rel="self" type={quoteattr(ATOM)} href={quoteattr(root + channel.path)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
    )
    entries = (_entry(told, feed_id, root) for told in newest)
    opening = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>'
    return "\n".join([f"{_XML}{opening}", *head, *entries, "</feed>", ""]).encode()


def _entry(told: Told, feed_id: str, root: str) -> str:
    page = _target(root, told.target)
    return "\n".join(
        (
            "<entry>",
            # A key may hold spaces and slashes, an id may not.
            f"<id>{escape(feed_id)}#{quote(told.key)}</id>",
            f"<title>{escape(told.title)}</title>",
            f"<updated>{_moment(told.day)}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
            f"<summary>{escape(told.summary)}</summary>",
            "</entry>",
        )
    )


def _target(root: str, page: str) -> str:
    """Where a page answers: on a host, without the name of its file."""
    return f"{root}{page.replace('index.html', '') if ':' in root else page}"


def _moment(day: str) -> str:
    """The start of a day."""
    return f"{day}T00:00:00Z"
