"""Pure. What areas are called, by their kind: no page says regions of districts.

Whole phrases where grammar asks for them: in Spanish a region is feminine, a district is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quipu.i18n.language import Language, Translate
from quipu.model import Area, Catalog
from quipu.vocab import AreaKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """The words of one kind of areas, all in small letters but for headings."""

    one: str
    many: str
    every: str
    """All of them: for headings, and after «a» or «de»."""
    those: str
    """Them, with their article."""
    few: str
    """Why a figure has no place where few of them have one."""
    lacking: str
    """A heading for what is not known of one of them."""
    alike: str
    """A heading for those that are like one of them."""
    compared: str
    """Those that are compared, with ``{count}`` to fill in."""


def words_of(language: Language, kind: AreaKind | None) -> KindWords:
    """The words of a kind; of areas in general where there is none."""
    known = language.named("kind", _kinds)
    return known[kind] if kind in known else known[None]


def told_kind(catalog: Catalog, areas: Sequence[Area]) -> AreaKind | None:
    """The kind of some areas, for a sentence to name: none where the site has no other."""
    return areas[0].kind if areas and len(catalog.areas_by_kind) > 1 else None


def compared_areas(language: Language, kind: AreaKind | None, count: int) -> str:
    """So many areas of a kind are compared; just areas where there is no other kind."""
    return words_of(language, kind).compared.format(count=language.formats.number(count, 0))


def _kinds(_: Translate) -> Mapping[AreaKind | None, KindWords]:
    return {
        AreaKind.COUNTRY: _countries(_),
        AreaKind.REGION: _regions(_),
        AreaKind.PROVINCE: _provinces(_),
        AreaKind.DISTRICT: _districts(_),
        None: _areas(_),
    }


def _countries(_: Translate) -> KindWords:
    return KindWords(
        one=_("país"),
        many=_("países"),
        every=_("todos los países"),
        those=_("los países"),
        few=_("pocos países con dato: no se ordena"),
        lacking=_("Sin dato para este país"),
        alike=_("Países parecidos"),
        compared=_("los {count} países comparados"),
    )


def _regions(_: Translate) -> KindWords:
    return KindWords(
        one=_("región"),
        many=_("regiones"),
        every=_("todas las regiones"),
        those=_("las regiones"),
        few=_("pocas regiones con dato: no se ordena"),
        lacking=_("Sin dato para esta región"),
        alike=_("Regiones parecidas"),
        compared=_("las {count} regiones comparadas"),
    )


def _provinces(_: Translate) -> KindWords:
    return KindWords(
        one=_("provincia"),
        many=_("provincias"),
        every=_("todas las provincias"),
        those=_("las provincias"),
        few=_("pocas provincias con dato: no se ordena"),
        lacking=_("Sin dato para esta provincia"),
        alike=_("Provincias parecidas"),
        compared=_("las {count} provincias comparadas"),
    )


def _districts(_: Translate) -> KindWords:
    return KindWords(
        one=_("distrito"),
        many=_("distritos"),
        every=_("todos los distritos"),
        those=_("los distritos"),
        few=_("pocos distritos con dato: no se ordena"),
        lacking=_("Sin dato para este distrito"),
        alike=_("Distritos parecidos"),
        compared=_("los {count} distritos comparados"),
    )


def _areas(_: Translate) -> KindWords:
    return KindWords(
        one=_("área"),
        many=_("áreas"),
        every=_("todas las áreas"),
        those=_("las áreas"),
        few=_("pocas áreas con dato: no se ordena"),
        lacking=_("Sin dato para esta área"),
        alike=_("Áreas parecidas"),
        compared=_("las {count} áreas comparadas"),
    )
