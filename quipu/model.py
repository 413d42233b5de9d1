"""Pure. Every domain value, frozen: what the data and content mean once they are read.

All models stand in this one module so that a newcomer can read the vocabulary of the
project top to bottom. Missing values are ``None`` (numbers) or ``""`` (text), never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from quipu.method import Matrix, Method
from quipu.periods import Period
from quipu.vocab import (
    Aggregation,
    AreaKind,
    Direction,
    Frequency,
    IndicatorStatus,
    IndicatorType,
    ObsStatus,
    Quality,
    Rollup,
    Scope,
)


class InvariantError(ValueError):
    """A value contradicts itself: our own fault, or a rule that is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where in the project root something was read."""

    path: str
    """Relative to the root, with forward slashes: ``data/indicators/CX-01.csv``."""
    line: int = 0
    """1-based line of the file; 0 when the whole file is meant."""
    column: int = 0
    """1-based position of the character in the line; 0 when the whole line is meant."""

    def __str__(self) -> str:
        """``path``, ``path:line`` or ``path:line:column``."""
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


Localised = Mapping[str, str]
"""Text by language code (``es``, ``en``). Never empty in the site's first language."""


def in_language(text: Localised, language: str, fallback: str) -> tuple[str, str]:
    """Choose the text of a language.

    Returns:
        The text, and the language it is really in: *fallback* where *language* lacks it.
    """
    found = text.get(language, "")
    return (found, language) if found else (text.get(fallback, ""), fallback)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A reference area (SDMX REF_AREA): a country, region, province, district or composite."""

    code: str
    """ISO 3166-2 for regions (``PE-CUS``), ubigeo below; text, with its leading zeros."""
    kind: AreaKind
    parent: str
    """Code of the area that contains it, or empty."""
    members: tuple[str, ...]
    """Codes of the areas a composite stands for; empty for the other kinds."""
    slug: str
    """Its name in addresses, or empty for areas without a page."""
    names: Localised
    attributes: Mapping[str, str]
    """The further columns that ``site.toml`` declares, as text; empty cells left out."""
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published a figure, and where it can be read."""

    id: str
    title: str
    publisher: str
    url: str
    """``https:`` or ``http:`` address, or empty."""
    published: str
    """Date as far as it is known (``2023``, ``2023-05``, ``2023-05-17``), or empty."""
    accessed: str
    licence: str
    note: str
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit in which values are expressed (SDMX UNIT_MEASURE)."""

    code: str
    short: Localised
    """What stands next to a number; may be empty."""
    singular: Localised
    """What stands next to exactly 1, where that differs: ``1 caso``."""
    names: Localised
    """What stands in a sentence or a table head."""
    is_prefix: bool
    """Whether the short form comes before the number (``S/ 5``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A node of the indicator tree: a domain, or the root of the index."""

    id: str
    parent: str
    """Id of the group that this one is a part of; empty for a root."""
    names: Localised
    summaries: Localised
    weight: float = 1.0
    """Among the children of its parent."""
    aggregate: Aggregation = Aggregation.ARITHMETIC
    floor: float = 1.0
    """Lowest points that enter a geometric or harmonic mean."""
    min_coverage: float = 0.65
    """Share of the children's weight that must be present; below it there is no score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is measured, in which unit, and which end is the good one."""

    id: str
    group: str
    names: Localised
    unit: Unit
    decimals: int
    """How many decimals a page shows; files keep the value as published."""
    type: IndicatorType
    direction: Direction
    scope: Scope | None
    frequency: Frequency | None
    status: IndicatorStatus
    core: bool
    """Whether it enters a score."""
    weight: Decimal | None
    goalpost_low: Decimal | None
    goalpost_high: Decimal | None
    valid_min: Decimal | None
    valid_max: Decimal | None
    min_denominator: Decimal | None
    max_age_months: int | None
    """After how many months a value is called out of date; None: never."""
    benchmark: str
    owner: str
    next_release: str
    framework_version: str
    """The norm the definition rests on, or empty."""
    rollup: Rollup | None = None
    """How it is computed from the areas right below; None: it is not."""
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One measured value: an indicator, in one area, in one period.

    The atom of the site. It mirrors one CSV row, so any number a reader sees can be
    followed back to a file, a line and a publisher.

    Raises:
        InvariantError: The value is None while the status is not a missing-value status,
            or the other way round; names the key and the origin.
    """

    ref_area: str
    indicator: str
    period: Period
    """`quipu.periods.UNDATED` exactly when the quality is D."""
    value: Decimal | None
    """In the unit of the indicator, exactly as published; None = missing."""
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: ObsStatus
    quality: Quality
    sources: tuple[str, ...]
    """Ids of the sources; more than one when a figure was computed from two."""
    evidence_url: str
    notes: Localised
    origin: Location = field(compare=False)

    def __post_init__(self) -> None:
        """Hold the invariant between value and status."""
        if (self.value is None) != self.status.is_missing:
            raise InvariantError(
                f"{self.indicator} {self.ref_area} {self.period.code}: {self.origin}"
            )

    @property
    def counts(self) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator; None where the source does not give both."""
        if self.numerator is None or self.denominator is None:
            return None
        return self.numerator, self.denominator


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A Markdown file of ``content/``: front matter and text in one language."""

    kind: str
    """The folder it stands in: ``regions``, ``indicators``, ``pages``, ``updates``."""
    name: str
    """File name without language and suffix: ``PE-CUS``, ``CX-01``, ``about``."""
    language: str
    meta: Mapping[str, str]
    """Front matter; every value as text."""
    body: str
    """Markdown, not yet converted."""
    origin: Location = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """``content/site.toml``: what makes this site this site."""

    titles: Localised
    taglines: Localised
    languages: tuple[str, ...] = ("es", "en")
    """The first stands at the root of the site."""
    number_locale: str = "es_PE"
    time_zone: str = "America/Lima"
    page_kinds: tuple[AreaKind, ...] = (AreaKind.REGION,)
    area_attributes: tuple[str, ...] = ()
    base_url: str = ""
    """Where the site will stand, with a slash at the end; empty when not known."""
    contact: str = ""
    repository: str = ""
    """Web address of the repository, with no slash at the end; empty when not known."""
    licences: Localised = field(default_factory=dict)
    disclaimers: Localised = field(default_factory=dict)
    key_indicators: tuple[str, ...] = ()
    """Ids of the indicators shown first on an area's page."""
    summary_indicators: tuple[str, ...] = ()
    """Ids of the indicators that the sentences of an area's page speak of, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A TopoJSON file of area outlines, as bytes of JSON that was checked."""

    topojson: Mapping[str, object]
    object_name: str
    codes: frozenset[str]
    origin: Location = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """Everything that was read, with the indexes that the rest asks for.

    Tuples keep the order of the files, which is the order of the site.
    """

    site: SiteSettings
    areas: tuple[Area, ...]
    sources: tuple[Source, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    documents: tuple[Document, ...]
    boundary: Boundary | None
    tables: Mapping[str, bytes]
    """The data files byte for byte, by path under ``data/``, for the downloads."""
    method: Method | None = None
    """How scores are made; None: nothing is scored."""
    matrix: Matrix | None = None

    def only(self, indicator: str) -> Catalog:
        """The same areas and sources with the rows and words of one indicator alone."""
        found = replace(
            self,
            observations=self.observations_by_indicator[indicator],
            documents=tuple(
                d for d in self.documents if (d.kind, d.name) == ("indicators", indicator)
            ),
            tables={},
        )
        # What is looked up of areas and sources is the same: thousands need not be sorted again.
        shared = ("areas_by_code", "page_areas", "areas_by_kind", "main_areas", "above", "below")
        for name in (*shared, "sources_by_id", "groups_by_id", "composites_by_member"):
            found.__dict__[name] = getattr(self, name)
        return found

    @cached_property
    def areas_by_code(self) -> Mapping[str, Area]:
        """Every area, by its code."""
        return {area.code: area for area in self.areas}

    @cached_property
    def page_areas(self) -> tuple[Area, ...]:
        """The areas that get a page, in file order."""
        return tuple(area for area in self.areas if area.kind in self.site.page_kinds)

    @cached_property
    def areas_by_kind(self) -> Mapping[AreaKind, tuple[Area, ...]]:
        """The areas that get a page, by their kind; kinds without any are left out."""
        found = {
            kind: tuple(area for area in self.areas if area.kind is kind)
            for kind in self.site.page_kinds
        }
        return {kind: areas for kind, areas in found.items() if areas}

    @cached_property
    def main_areas(self) -> tuple[Area, ...]:
        """The areas that are scored and placed: those of the first kind that gets pages."""
        return next(iter(self.areas_by_kind.values()), ())

    @cached_property
    def above(self) -> Mapping[str, Area]:
        """By the code of an area that has a page: the nearest area around it that has one."""
        found = {}
        paged = {area.code for area in self.page_areas}
        for area in self.page_areas:
            around = self.areas_by_code.get(area.parent)
            while around is not None and around.code not in paged:
                around = self.areas_by_code.get(around.parent)
            if around is not None:
                found[area.code] = around
        return found

    @cached_property
    def below(self) -> Mapping[str, tuple[Area, ...]]:
        """By the code of an area: the areas that have a page and lie right below it."""
        found: dict[str, list[Area]] = {}
        for area in self.page_areas:
            if area.code in self.above:
                found.setdefault(self.above[area.code].code, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Every source, by its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def groups_by_id(self) -> Mapping[str, Group]:
        """Every group, by its id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def indicators_by_id(self) -> Mapping[str, Indicator]:
        """Every indicator, by its id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def published_indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that gets a page (all but drafts), in file order."""
        return tuple(i for i in self.indicators if i.status is not IndicatorStatus.DRAFT)

    @cached_property
    def observations_by_indicator(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each indicator, in file order; empty where there are none."""
        found: dict[str, list[Observation]] = {i.id: [] for i in self.indicators}
        for observation in self.observations:
            found[observation.indicator].append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def observations_by_area(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each area that has any, in file order."""
        found: dict[str, list[Observation]] = {}
        for observation in self.observations:
            found.setdefault(observation.ref_area, []).append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def observations_about(self) -> Mapping[str, tuple[Observation, ...]]:
        """As ``observations_by_area``, with those of the composites that an area is part of."""
        found: dict[str, list[Observation]] = {}
        members = {area.code: (area.code, *area.members) for area in self.areas if area.members}
        for observation in self.observations:
            for code in members.get(observation.ref_area, (observation.ref_area,)):
                found.setdefault(code, []).append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def documents_by_key(self) -> Mapping[tuple[str, str, str], Document]:
        """Every document, by (kind, name, language)."""
        return {(d.kind, d.name, d.language): d for d in self.documents}

    @cached_property
    def composites_by_member(self) -> Mapping[str, tuple[Area, ...]]:
        """The composite areas that an area is a member of."""
        found: dict[str, list[Area]] = {area.code: [] for area in self.areas}
        for area in self.areas:
            for member in area.members:
                found.setdefault(member, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}
