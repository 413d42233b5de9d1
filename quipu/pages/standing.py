"""Pure. Addresses that follow from the facts alone: for a check, which makes no page."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.findings import Finding
from quipu.memory.ledger import check_ledger
from quipu.model import Catalog
from quipu.pages.addresses import address, file_of

_SECTIONS = ("areas", "indicators", "domains")


def check_addresses(catalog: Catalog) -> Iterator[Finding]:
    """Find the published addresses of areas, indicators and domains that would not answer.

    Other addresses, and whether new pages are listed, are told by the build, which knows every
    page there is.
    """
    names = {
        "areas": [area.slug for area in catalog.page_areas],
        "indicators": [indicator.id for indicator in catalog.published_indicators],
        "domains": [group for group, _ in catalog.group_pages],
    }
    languages = catalog.site.languages
    folders = {address(s, code, languages[0]): s for s in _SECTIONS for code in languages}
    pages = {
        file_of(address(section, code, languages[0], name))
        for section, known in names.items()
        for code in languages
        for name in known
    }
    judged = [
        one
        for one in catalog.memory.addresses
        if _folder(one.address) in folders and (not one.target or _folder(one.target) in folders)
    ]
    return (found for found in check_ledger(judged, pages) if found.code != "N814")


def _folder(address_: str) -> str:
    """The folder right above an address: ``en/regions/`` of ``en/regions/cusco/``."""
    above = address_.removesuffix("/").rpartition("/")[0]
    return f"{above}/" if above else ""
