"""Pure. The codes of places in a repository to the areas of the contract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
GEOCODE_COLUMN = "geocode"
"""The attribute of an area that keeps its code in the repository."""
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
    parent: str
    """Code of the area that holds it; empty for the country."""
    geocode: str
    """As in the repository; empty for the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a table calls an area."""

    texts: tuple[tuple[str, str], ...]
    """Column and text, of the columns that name places, in their order: wide ones first."""
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
        findings.append(Finding(code="N938", where=Location(path="data/areas.csv", line=2)))
    named = _names(country, ("data",), translations, languages)
    found = [_country(named or {language: term(COUNTRY, language) for language in languages})]
    codes, slugs = {COUNTRY_CODE: COUNTRY_CODE}, dict[str, str]()
    kinds, own = _kinds(labels, layers), _own(labels)
    for geocode, label in labels.items():
        on_map = next((layer.names[geocode] for layer in layers if geocode in layer.names), "")
        said = _names(on_map, ("data",), translations, languages)
        column, text = own[geocode]
        said = said or _names(text, (column, "data"), translations, languages)
        code = _free(area_code(geocode), codes, geocode)
        if code != geocode:
            findings.append(label.record.finding("N933", GEOCODE, value=geocode, fixed=code))
        if not said:
            findings.append(label.record.finding("N939", GEOCODE, value=geocode))
            said = {languages[0]: code}
        slug = _free(_slug(said[languages[0]]) or code.lower(), slugs, geocode)
        found.append(
            Place(
                code=code,
                kind=kinds[geocode],
                slug=slug,
                names=said,
                parent=COUNTRY_CODE,
                geocode=geocode,
            )
        )
    return tuple(_held(found, labels))


def _country(names: Mapping[str, str]) -> Place:
    return Place(
        code=COUNTRY_CODE, kind=AreaKind.COUNTRY, slug="", names=names, parent="", geocode=""
    )


def _own(labels: Mapping[str, Label]) -> dict[str, tuple[str, str]]:
    """The column and text that name each area itself, and not one that holds it and others."""
    shared = Counter(text for label in labels.values() for text in label.texts)
    return {
        code: min(label.texts, key=shared.__getitem__, default=("", ""))
        for code, label in labels.items()
    }


def _held(places: Iterable[Place], labels: Mapping[str, Label]) -> Iterator[Place]:
    """The places, each within the one whose texts are its own but for the last."""
    places = list(places)
    codes = {place.geocode: place.code for place in places}
    holders = {label.texts: codes[geocode] for geocode, label in labels.items() if label.texts}
    for place in places:
        around = labels[place.geocode].texts[:-1] if place.geocode else ()
        yield replace(place, parent=holders[around]) if around in holders else place


def _levels(labels: Mapping[str, Label], layers: Sequence[Outlined]) -> dict[str, int]:
    """How far down an area stands: by the map that it is on, or by what names it."""
    on_map = {code: n for n, layer in reversed(list(enumerate(layers))) for code in layer.names}
    return {code: max(on_map.get(code, 0), len(label.texts) - 1) for code, label in labels.items()}


def _kinds(labels: Mapping[str, Label], layers: Sequence[Outlined]) -> dict[str, AreaKind]:
    """The kind of each area: those that stand highest are regions."""
    levels = _levels(labels, layers)
    ranks = {level: rank for rank, level in enumerate(sorted(set(levels.values())))}
    return {code: _KINDS[min(ranks[level], len(_KINDS) - 1)] for code, level in levels.items()}


def _names(
    text: str, groups: Sequence[str], translations: Translations, languages: Sequence[str]
) -> dict[str, str]:
    """A name by language; empty where the first has none. One that is no key is of all."""
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


def _free(wanted: str, taken: dict[str, str], geocode: str) -> str:
    """A code or slug that no other has; the first one to ask gets it unchanged."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken[found] = geocode
    return found


def area_rows(places: Iterable[Place]) -> Iterator[Mapping[str, str]]:
    """The rows of ``data/areas.csv``; columns that are left out are empty."""
    for place in places:
        yield {
            "code": place.code,
            "kind": place.kind.value,
            "parent": place.parent,
            "slug": place.slug,
            **{f"name_{language}": name for language, name in place.names.items()},
            GEOCODE_COLUMN: place.geocode,
        }
