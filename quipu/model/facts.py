"""Pure. The facts, frozen: what a row, a text or a setting means once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from quipu.periods import Period
from quipu.vocab import (
    Aggregation,
    AreaKind,
    Computed,
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
    """Like the publisher, in the site's first language."""
    language: str = ""
    """Code of the language of the title; empty for the site's first."""
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
    computed: Computed | None = None
    """What is counted for it in the registers; None: its figures are typed."""
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
