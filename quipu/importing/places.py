"""Pure. The codes of places in a repository to the areas of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.importing.cleaning import cell_of
from quipu.importing.codes import area_code, plain
from quipu.importing.layers import Outlined
from quipu.importing.tables import GEOCODE, Record
from quipu.importing.terms import COUNTRY, term
from quipu.importing.translating import Translations
from quipu.model import Location
from quipu.tables import DERIVED_NAMES
from quipu.vocab import AreaKind

COUNTRY_CODE = "NATIONAL"
_LONGEST_SLUG = 50
"""With room for a number that tells two alike apart."""
_KINDS = (AreaKind.REGION, AreaKind.PROVINCE, AreaKind.DISTRICT)
"""Of the areas of the first map of a repository, of the second, and of all further ones."""
_TAKEN = frozenset({"areas", "sources", "indicators", "units", *DERIVED_NAMES})
_DEVICES = re.compile(r"con|aux|nul|prn|com[0-9]|lpt[0-9]")
"""What Windows cannot make a folder of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area that figures belong to."""

    code: str
    kind: AreaKind
    slug: str
    """Empty for the country, which has no page."""
    names: Mapping[str, str]
    """By language; never empty in the first one."""
    geocode: str
    """As in the repository; empty for the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a table calls an area."""

    text: str
    column: str
    record: Record
    """Where its code was first seen."""


def places_of(
    labels: Mapping[str, Label],
    layers: Sequence[Outlined],
    country: str,
    translations: Translations,
    languages: Sequence[str],
    findings: list[Finding],
) -> tuple[Place, ...]:
    """The country and every area that has figures.

    Args:
        labels: What the tables call each area, by its code there; in the order of areas.
        layers: The maps of the repository, which name areas too.
        country: What the repository calls the country; empty where it does not say.
        translations: The texts of the repository.
        languages: Of the site.
        findings: Codes that change and areas without a name are added here.
    """
    if not country:
        findings.append(Finding(code="N838", where=Location(path="data/areas.csv", line=2)))
    names = _names(country, ("data",), translations, languages)
    fallback = {language: term(COUNTRY, language) for language in languages}
    home = Place(
        code=COUNTRY_CODE, kind=AreaKind.COUNTRY, slug="", names=names or fallback, geocode=""
    )
    found, codes, slugs = [home], {COUNTRY_CODE}, set[str]()
    for geocode, label in labels.items():
        level = next((n for n, layer in enumerate(layers) if geocode in layer.names), 0)
        on_map = layers[level].names.get(geocode, "") if layers else ""
        said = _names(on_map, ("data",), translations, languages)
        said = said or _names(label.text, (label.column, "data"), translations, languages)
        code = _free(area_code(geocode), codes)
        if code != geocode:
            findings.append(label.record.finding("N833", GEOCODE, value=geocode, fixed=code))
        if not said:
            findings.append(label.record.finding("N839", GEOCODE, value=geocode))
            said = {languages[0]: code}
        slug = _free(_slug(said[languages[0]]) or code.lower(), slugs)
        found.append(
            Place(
                code=code,
                kind=_KINDS[min(level, len(_KINDS) - 1)],
                slug=slug,
                names=said,
                geocode=geocode,
            )
        )
    return tuple(found)


def _names(
    text: str, groups: Sequence[str], translations: Translations, languages: Sequence[str]
) -> dict[str, str]:
    """A name by language; empty where the first has none. A name that is no key is a name in all."""
    found = {}
    for language in languages:
        words = translations.text_in(language, text, groups)
        cell, _ = cell_of(words or "", language)
        if cell:
            found[language] = cell
    return found if languages[0] in found else {}


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")[:_LONGEST_SLUG].strip("-")
    return f"{slug}-1" if slug in _TAKEN or _DEVICES.fullmatch(slug) else slug


def _free(wanted: str, taken: set[str]) -> str:
    """A code or slug that no other has; the first one to ask gets it unchanged."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found


def area_rows(places: Iterable[Place], languages: Sequence[str]) -> list[list[str]]:
    """The rows of ``data/areas.csv``, its header first."""
    names = [f"name_{language}" for language in languages]
    rows = [["code", "kind", "parent", "members", "slug", *names, "geocode"]]
    for place in places:
        parent = "" if place.kind is AreaKind.COUNTRY else COUNTRY_CODE
        said = [place.names.get(language, "") for language in languages]
        rows.append([place.code, place.kind.value, parent, "", place.slug, *said, place.geocode])
    return rows
