"""Small synthetic facts for tests: invented areas, indicators and values, nothing of Peru."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from gettext import NullTranslations

from quipu.compare import IndicatorPanel, compare
from quipu.i18n.language import Language
from quipu.i18n.numbers import formats
from quipu.model import (
    Area,
    Boundary,
    Catalog,
    Document,
    Group,
    Indicator,
    Location,
    Observation,
    SiteSettings,
    Source,
    Unit,
)
from quipu.periods import UNDATED, parse_period
from quipu.vocab import (
    AreaKind,
    Direction,
    IndicatorStatus,
    IndicatorType,
    ObsStatus,
    Quality,
)


def area(
    code: str,
    *,
    kind: AreaKind = AreaKind.REGION,
    members: tuple[str, ...] = (),
    name: str = "",
    **attributes: str,
) -> Area:
    """Make an area; its Spanish name is its code unless given."""
    return Area(
        code=code,
        kind=kind,
        parent="",
        members=members,
        slug=code.lower() if kind is AreaKind.REGION else "",
        names={"es": name or f"Área {code}", "en": name or f"Area {code}"},
        attributes=attributes,
        origin=Location(path="data/areas.csv", line=2),
    )


def regions(count: int) -> tuple[Area, ...]:
    """Make areas A01, A02… that have a page each."""
    return tuple(area(f"A{n:02}") for n in range(1, count + 1))


def unit(short: str = "", *, singular: str = "", is_prefix: bool = False) -> Unit:
    """Make a unit that is written alike in both languages."""
    return Unit(
        code="u",
        short={"es": short, "en": short},
        singular={"es": singular, "en": singular},
        names={"es": "unidades", "en": "units"},
        is_prefix=is_prefix,
    )


def indicator(
    code: str = "T-01",
    *,
    type_: IndicatorType = IndicatorType.RATE,
    direction: Direction = Direction.NEUTRAL,
    status: IndicatorStatus = IndicatorStatus.LIVE,
    decimals: int = 1,
    measure: Unit | None = None,
    max_age_months: int | None = None,
) -> Indicator:
    """Make an indicator of the domain T."""
    return Indicator(
        id=code,
        group="T",
        names={"es": f"Indicador {code}", "en": f"Indicator {code}"},
        unit=measure or unit(),
        decimals=decimals,
        type=type_,
        direction=direction,
        scope=None,
        frequency=None,
        status=status,
        core=False,
        weight=None,
        goalpost_low=None,
        goalpost_high=None,
        valid_min=None,
        valid_max=None,
        min_denominator=None,
        max_age_months=max_age_months,
        benchmark="",
        owner="",
        next_release="",
        framework_version="",
        origin=Location(path="data/indicators.csv", line=2),
    )


def observation(
    ref_area: str,
    value: str | int | None,
    period: str = "2024",
    *,
    of: str = "T-01",
    quality: Quality = Quality.OFFICIAL_FILE,
    status: ObsStatus | None = None,
    line: int = 2,
) -> Observation:
    """Make a value; an empty period is undated, and None has the status «not collected»."""
    return Observation(
        ref_area=ref_area,
        indicator=of,
        period=parse_period(period) if period else UNDATED,
        value=None if value is None else Decimal(value),
        numerator=None,
        denominator=None,
        lower=None,
        upper=None,
        status=status or (ObsStatus.NOT_COLLECTED if value is None else ObsStatus.NORMAL),
        quality=quality,
        sources=("S1",),
        evidence_url="",
        notes={},
        origin=Location(path=f"data/indicators/{of}.csv", line=line),
    )


SOURCE = Source(
    id="S1",
    title="Cuadro inventado",
    publisher="Nadie",
    url="https://example.org/",
    published="2024-05",
    accessed="2024-06-01",
    licence="",
    note="",
    origin=Location(path="data/sources.csv", line=2),
)


def catalog(
    areas: Iterable[Area],
    indicators: Iterable[Indicator],
    observations: Iterable[Observation],
    *,
    documents: Iterable[Document] = (),
    summary_indicators: tuple[str, ...] = (),
    repository: str = "",
    boundary: Boundary | None = None,
) -> Catalog:
    """Gather facts as if they had been read from files."""
    return Catalog(
        site=SiteSettings(
            titles={"es": "Sitio de prueba", "en": "Test site"},
            taglines={"es": "Nada de esto es verdad", "en": "None of this is true"},
            summary_indicators=summary_indicators,
            repository=repository,
        ),
        areas=tuple(areas),
        sources=(SOURCE,),
        units=(unit(),),
        groups=(Group(id="T", parent="", names={"es": "Temas"}, summaries={}),),
        indicators=tuple(indicators),
        observations=tuple(observations),
        documents=tuple(documents),
        boundary=boundary,
        tables={},
    )


def panel_of(facts: Catalog, code: str = "T-01") -> IndicatorPanel:
    """Compare the areas on one indicator."""
    return compare(facts)[code]


def panel(
    values: Sequence[str | int | None],
    *,
    measure: Indicator | None = None,
) -> IndicatorPanel:
    """Compare areas A01, A02… that have these values in 2024."""
    return panel_of(
        catalog(
            regions(len(values)),
            [measure or indicator()],
            [observation(f"A{n:02}", value, line=n + 1) for n, value in enumerate(values, start=1)],
        )
    )


def language(code: str = "es") -> Language:
    """Make a language with the formats of its country and the Spanish source strings."""
    return Language(
        code=code, first="es", translations=NullTranslations(), formats=formats(code, "es_PE")
    )
